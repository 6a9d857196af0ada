#include "net/Penalties.h"
#include "support/TestProgram.h"

using namespace net;

class PenaltiesTest : public QObject {
    Q_OBJECT
private slots:
    void pricesEveryMisbehaviour_data();
    void pricesEveryMisbehaviour();
    void namesTheRulesThatDiffer();
    void namesNothingOfAProgramThatTellsNoRules();
};

void PenaltiesTest::pricesEveryMisbehaviour_data() {
    using enum Misbehaviour;
    QTest::addColumn<int>("what");
    QTest::addColumn<int>("ban");
    for (const auto what : {MalformedMessage, OversizeMessage, TooManyMessages, InvalidHeader, LowWorkHeaders,
                            InvalidBlock, MutatedBlock, InvalidTransaction, BadCompactBlock})
        QTest::addRow("%d", int(what)) << int(what) << 3600;
    for (const auto what : {HeadersDoNotConnect, BadRequest, WrongNetwork, BloomFilter, Stalls, NoAnswer,
                            ReadsNothing, NothingToGive, NotNeeded, StoppedByUser})
        QTest::addRow("%d", int(what)) << int(what) << 0;
}

void PenaltiesTest::pricesEveryMisbehaviour() {
    QFETCH(int, what);
    QFETCH(int, ban);
    QCOMPARE(penaltyFor(Misbehaviour(what), false).banSeconds, ban);
    QCOMPARE(penaltyFor(Misbehaviour(what), true).banSeconds, 0); // never on this computer
    if (ban > 0) {
        QCOMPARE(penaltyFor(Misbehaviour(what), false).retrySeconds, 3600);
        QCOMPARE(penaltyFor(Misbehaviour(what), true).retrySeconds, 60);
    }
}

void PenaltiesTest::namesTheRulesThatDiffer() {
    Hello ours;
    ours.rulesJson =
        QStringLiteral(R"({"block_reward":"50.0","genesis_time":1,"target_block_time":10,"old":1})");
    Hello theirs;
    theirs.rulesJson =
        QStringLiteral(R"({"block_reward":"25.0","genesis_time":2,"target_block_time":10,"new":true})");
    const auto found = networkDifference(ours, theirs);
    const auto text = [](const char* rule, const char* a, const char* b) {
        return RuleDifference{QString::fromLatin1(rule), QString::fromLatin1(a), QString::fromLatin1(b)};
    };
    QVERIFY((found == std::vector<RuleDifference>{text("block_reward", "50.0", "25.0"), text("old", "1", ""),
                                                  text("new", "", "true")}));
    QVERIFY(networkDifference(ours, ours).empty());
}

void PenaltiesTest::namesNothingOfAProgramThatTellsNoRules() {
    Hello ours;
    ours.rulesJson = QStringLiteral(R"({"block_reward":"50.0"})");
    Hello theirs;
    QVERIFY(networkDifference(ours, theirs).empty());
    theirs.rulesJson = QStringLiteral("[broken");
    QVERIFY(networkDifference(ours, theirs).empty());
    QString many = QStringLiteral("{");
    for (int i = 0; i < 1000; ++i)
        many += QStringLiteral("\"%1\":\"%2\",").arg(i).arg(QString(100, QLatin1Char('x')));
    theirs.rulesJson = many + QStringLiteral("\"last\":1}");
    const auto found = networkDifference(ours, theirs);
    QCOMPARE(found.size(), std::size_t(20));
    for (const RuleDifference& each : found)
        QVERIFY(each.theirs.size() <= 60);
}

CAIRN_TEST(PenaltiesTest)
#include "PenaltiesTest.moc"
