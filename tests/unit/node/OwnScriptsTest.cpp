#include "node/wallet/OwnScripts.h"
#include "support/TestProgram.h"

namespace {

util::Bytes scriptOf(int number) {
    return {0x00, static_cast<std::uint8_t>(number), static_cast<std::uint8_t>(number >> 8)};
}

} // namespace

class OwnScriptsTest : public QObject {
    Q_OBJECT
private slots:
    void findsWhatWasAdded();
    void copiesKeepWhatTheyHad();
};

void OwnScriptsTest::findsWhatWasAdded() {
    node::OwnScripts own;
    QVERIFY(!own.contains(scriptOf(0)));
    for (int i = 0; i < 1'000; ++i) {
        own.add({scriptOf(i)});
        QCOMPARE(own.size(), static_cast<std::size_t>(i) + 1);
    }
    own.add({scriptOf(3), scriptOf(4)}); // known already
    QCOMPARE(own.size(), std::size_t{1'000});
    for (int i = 0; i < 1'000; ++i)
        QVERIFY(own.contains(scriptOf(i)));
    QVERIFY(!own.contains(scriptOf(1'000)));
    QVERIFY(!own.contains({}));
}

void OwnScriptsTest::copiesKeepWhatTheyHad() {
    node::OwnScripts before;
    before.add({scriptOf(1), scriptOf(2)});
    node::OwnScripts after = before;
    after.add({scriptOf(3)});
    QVERIFY(!before.contains(scriptOf(3)));
    QVERIFY(after.contains(scriptOf(1)) && after.contains(scriptOf(3)));
}

CAIRN_TEST(OwnScriptsTest)
#include "OwnScriptsTest.moc"
