#include "app/CardWords.h"
#include "consensus/CardLink.h"
#include "support/TestProgram.h"

#include <QTest>

using app::cardSentence;
using consensus::CardError;
using CardKind = CardError::Kind;

/// What the command line says of a card that is none.
class CardWordsTest : public QObject {
    Q_OBJECT
private slots:
    void saysWhatIsAllowed_data();
    void saysWhatIsAllowed();
    void everyKindHasASentence();
    void usesTheNameThatTheUserWrote();
    void masksWhatAStrangerWrote();
};

void CardWordsTest::saysWhatIsAllowed_data() {
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char* key, CardKind kind, const char* value, const char* sentence) {
        QTest::newRow(sentence) << QByteArray(key) << int(kind) << QByteArray(value)
                                << QString::fromLatin1(sentence);
    };
    row("target_block_time", CardKind::NotAllowed, "0",
        "target_block_time must be a whole number of seconds from 1 to 86400; it is 0.");
    row("target_block_time", CardKind::NeedsNoQuotes, "\"5\"",
        "target_block_time must be a whole number of seconds from 1 to 86400, without quotes; it is \"5\".");
    row("block_reward", CardKind::NeedsQuotes, "50",
        "block_reward must be text in quotes: a decimal number of coins from 0 to 1000000 with at most 8 "
        "places; "
        "it is 50.");
    row("block_reward", CardKind::Missing, "",
        "The card has no block_reward; it must be a decimal number of coins from 0 to 1000000 with at most 8 "
        "places.");
    row("speed", CardKind::UnknownRule, "",
        "The card has a rule \"speed\" that this program does not know, so it cannot follow that network; a "
        "newer "
        "version may.");
    row("api_port", CardKind::NotAllowed, "70000",
        "api_port must be a whole number from 1 to 65535; it is 70000.");
    row("peer_port", CardKind::SamePorts, "5000",
        "peer_port must be a whole number from 1 to 65535 other than api_port; both are 5000.");
    row("name", CardKind::BuiltIn, "\"regtest\"",
        "name must be another word: regtest is the network that is built in.");
}

void CardWordsTest::saysWhatIsAllowed() {
    QFETCH(QByteArray, key);
    QFETCH(int, kind);
    QFETCH(QByteArray, value);
    QFETCH(QString, sentence);
    QCOMPARE(cardSentence({CardKind(kind), key.toStdString(), value.toStdString()}), sentence);
}

void CardWordsTest::everyKindHasASentence() {
    QStringList said;
    for (int kind = int(CardKind::TooLarge); kind <= int(CardKind::LinkCut); ++kind) {
        const QString sentence = cardSentence({CardKind(kind), "seeds", "7", "1e00ffff", 70});
        QVERIFY2(sentence.endsWith(QLatin1Char('.')) && sentence.size() > 20 &&
                     !sentence.contains(QLatin1Char('%')),
                 qPrintable(sentence));
        QVERIFY2(!said.contains(sentence), qPrintable(sentence));
        said << sentence;
    }
    // As the reader of a card gives it.
    const auto link = consensus::parseCardLink("cairn:?card=!");
    QVERIFY(!link && cardSentence(link.error()).contains(QLatin1String("damaged")));
}

void CardWordsTest::usesTheNameThatTheUserWrote() {
    QCOMPARE(cardSentence({CardKind::NotAllowed, "block_reward", "\"abc\""}, QStringLiteral("BLOCK_REWARD")),
             QStringLiteral("BLOCK_REWARD must be a decimal number of coins from 0 to 1000000 with at most 8 "
                            "places; it is \"abc\"."));
}

void CardWordsTest::masksWhatAStrangerWrote() {
    QVERIFY(cardSentence({CardKind::UnknownRule, "a\x1b[31m"}).contains(QLatin1String("\"a?[31m\"")));
}

CAIRN_TEST(CardWordsTest)
#include "CardWordsTest.moc"
