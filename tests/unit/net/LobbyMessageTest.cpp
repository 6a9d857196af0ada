#include "net/lobby/LobbyMessage.h"
#include "support/TestProgram.h"

using namespace net;

namespace {

LobbyNews lobbyNews(const QString& name = QStringLiteral("Lab 12"), quint16 port = 5001) {
    util::ByteArray<32> hash{};
    hash[0] = 7;
    hash[31] = 9;
    return {primitives::BlockHash(hash), port, name};
}

util::Bytes lobbyBytes(std::size_t at, std::uint8_t byte) {
    util::Bytes bytes = encodeLobby(lobbyNews());
    bytes[at] = byte;
    return bytes;
}

util::Bytes withName(const QByteArray& utf8) {
    util::Bytes bytes = encodeLobby(lobbyNews(QStringLiteral("x")));
    bytes.resize(bytes.size() - 2);
    bytes.push_back(std::uint8_t(utf8.size()));
    bytes.insert(bytes.end(), utf8.begin(), utf8.end());
    return bytes;
}

} // namespace

class LobbyMessageTest : public QObject {
    Q_OBJECT
private slots:
    void comesBackAsItWas_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << QStringLiteral("Lab 12");
        QTest::newRow("one letter") << QStringLiteral("x");
        QTest::newRow("four bytes a letter") << QStringLiteral("😀").repeated(20);
        QTest::newRow("as long as may be") << QString(40, QChar(0x4e2d));
    }
    void comesBackAsItWas() {
        QFETCH(QString, name);
        const util::Bytes bytes = encodeLobby(lobbyNews(name));
        QVERIFY(bytes.size() <= kMaxLobbyMessage);
        const auto back = decodeLobby(bytes);
        QVERIFY(back && back->has_value());
        QCOMPARE(**back, lobbyNews(name));
    }
    void aWishTellsNothing() {
        const util::Bytes bytes = encodeLobby({});
        QCOMPARE(bytes.size(), std::size_t{10}); // mark, version, kind
        const auto back = decodeLobby(bytes);
        QVERIFY(back && !back->has_value());
    }
    /// Every byte short of the whole, and one more, is refused.
    void refusesPiecesAndTails() {
        for (const util::Bytes& whole : {encodeLobby(lobbyNews()), encodeLobby({})}) {
            for (std::size_t size = 0; size < whole.size(); ++size)
                QVERIFY(!decodeLobby({whole.data(), size}));
            util::Bytes longer = whole;
            longer.push_back(0);
            QVERIFY(!decodeLobby(longer));
        }
        QCOMPARE(decodeLobby(util::Bytes(kMaxLobbyMessage + 1)).error(), LobbyFault::Malformed);
    }
    void namesWhatIsWrong() {
        QCOMPARE(decodeLobby(lobbyBytes(0, 'C')).error(), LobbyFault::NotOfUs);
        QCOMPARE(decodeLobby(lobbyBytes(8, 2)).error(), LobbyFault::Version);
        QCOMPARE(decodeLobby(lobbyBytes(9, 2)).error(), LobbyFault::Malformed); // kind
        QCOMPARE(decodeLobby(encodeLobby(lobbyNews(QStringLiteral("x"), 0))).error(), LobbyFault::Malformed);
        LobbyNews nowhere = lobbyNews();
        nowhere.network = {};
        QCOMPARE(decodeLobby(encodeLobby(nowhere)).error(), LobbyFault::Malformed);
    }
    void refusesNamesThatCannotBeShown_data() {
        QTest::addColumn<QByteArray>("utf8");
        QTest::newRow("none") << QByteArray("");
        QTest::newRow("not UTF-8") << QByteArray("a\xff");
        QTest::newRow("overlong") << QByteArray("\xc0\xaf");
        QTest::newRow("control") << QByteArray("a\nb");
        QTest::newRow("turns the writing") << QByteArray("a\xe2\x80\xae"
                                                         "b");
        QTest::newRow("spaces around") << QByteArray(" a");
        QTest::newRow("too many letters") << QByteArray(41, 'a');
        QTest::newRow("too many bytes") << QByteArray(200, 'a');
    }
    void refusesNamesThatCannotBeShown() {
        QFETCH(QByteArray, utf8);
        const auto back = decodeLobby(withName(utf8));
        QVERIFY(!back);
        QCOMPARE(back.error(), LobbyFault::BadName);
    }
};

CAIRN_TEST(LobbyMessageTest)
#include "LobbyMessageTest.moc"
