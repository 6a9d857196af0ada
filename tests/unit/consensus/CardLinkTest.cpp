#include "consensus/CardLink.h"

#include "support/TestProgram.h"
#include <QCryptographicHash>

#include <QtTest>

using namespace consensus;

class CardLinkTest : public QObject {
    Q_OBJECT
private slots:
    void givesTheSameCardBack();
    void isShortEnoughToScan();
    void readsPlainJson();
    void passesOverWhiteSpace();
    void knowsANetworkFromAPayment_data();
    void knowsANetworkFromAPayment();
    void refusesDamagedLinks_data();
    void refusesDamagedLinks();
    void refusesWhatUnpacksToTooMuch();
    void keepsItsDictionary();
};

namespace {

NetworkCard sampleCard() {
    NetworkCard card;
    card.name = "Lab 12";
    card.rules.genesisTime = 1'764'480'000;
    card.rules.genesisMessage = "A blockchain of your own, 8f2c61a4e0b7c9aa";
    card.seeds = {"http://192.168.1.20:5001"};
    return card;
}

std::string plainLink(const QByteArray& json) {
    return "cairn:x?card=" +
           json.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals).toStdString();
}

} // namespace

void CardLinkTest::givesTheSameCardBack() {
    NetworkCard card = sampleCard();
    QCOMPARE(parseCardLink(writeCardLink(card)).value(), card);
    card.name = "Überall — 網路";
    card.otherKeysJson = R"({"school":"Nordstadt"})";
    card.seeds.assign(40, "http://[2001:db8::1]:5001");
    QCOMPARE(parseCardLink(writeCardLink(card)).value(), card);
}

void CardLinkTest::isShortEnoughToScan() {
    const std::string link = writeCardLink(sampleCard());
    QVERIFY2(link.size() <= 220, link.c_str());
    QVERIFY(link.starts_with("cairn:lab-12?card="));
}

void CardLinkTest::readsPlainJson() {
    const auto card = parseCardLink(plainLink(QByteArray::fromStdString(writeNetworkCard(sampleCard()))));
    QCOMPARE(card.value(), sampleCard());
}

void CardLinkTest::passesOverWhiteSpace() {
    std::string link = writeCardLink(sampleCard());
    link.insert(60, "\r\n  ");
    QCOMPARE(parseCardLink("\n " + link + "\n").value(), sampleCard());
    QVERIFY(isCardLink("\n " + link));
}

void CardLinkTest::knowsANetworkFromAPayment_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("isNetwork");
    QTest::newRow("network") << QByteArray::fromStdString(writeCardLink(sampleCard())) << true;
    QTest::newRow("scheme in capitals") << QByteArray("CAIRN:?card=abc") << true;
    QTest::newRow("second parameter") << QByteArray("cairn:a?b=1&card=abc") << true;
    QTest::newRow("payment") << QByteArray("cairn:cairn1qxyz?amount=2.5&label=card=x") << false;
    QTest::newRow("address") << QByteArray("cairn:cairn1qxyz") << false;
    QTest::newRow("other scheme") << QByteArray("bitcoin:x?card=abc") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void CardLinkTest::knowsANetworkFromAPayment() {
    QFETCH(QByteArray, text);
    QFETCH(bool, isNetwork);
    QCOMPARE(isCardLink(text.toStdString()), isNetwork);
    if (!isNetwork) QVERIFY(!parseCardLink(text.toStdString()));
}

void CardLinkTest::refusesDamagedLinks_data() {
    QTest::addColumn<QByteArray>("link");
    const QByteArray good = QByteArray::fromStdString(writeCardLink(sampleCard()));
    QTest::newRow("empty") << QByteArray("cairn:x?card=");
    QTest::newRow("one letter") << QByteArray("cairn:x?card=a");
    QTest::newRow("no base64") << QByteArray("cairn:x?card=a!b#");
    QTest::newRow("no stream") << QByteArray("cairn:x?card=abcd");
    QTest::newRow("bytes behind the end") << good + "AAAA";
    QTest::newRow("too long") << "cairn:x?card=" + QByteArray(100'000, 'A');
    for (int cut = 1; cut <= 60; ++cut)
        QTest::addRow("%d letters missing", cut) << good.chopped(cut);
}

void CardLinkTest::refusesDamagedLinks() {
    QFETCH(QByteArray, link);
    const auto card = parseCardLink(link.toStdString());
    QVERIFY(!card);
    QVERIFY(card.error().kind >= CardError::Kind::LinkTooLong);
    QCOMPARE(parseCardLink(plainLink("{\"a\":1}")).error().kind,
             CardError::Kind::Missing); // whole, and no card
}

/// One wrong letter must not become another network in silence: the stream has a check sum.
void CardLinkTest::refusesWhatUnpacksToTooMuch() {
    const std::string good = writeCardLink(sampleCard());
    const std::size_t start = good.find('=') + 1;
    for (std::size_t i = start; i + 1 < good.size(); ++i) {
        std::string bad = good;
        bad[i] = bad[i] == 'A' ? 'B' : 'A';
        const auto card = parseCardLink(bad);
        QVERIFY2(!card || *card == sampleCard(), bad.c_str());
    }
    // 10 MB of blanks pack to 10 kB.
    const QByteArray packed = qCompress(QByteArray(10'000'000, ' '), 9).mid(4);
    const auto card = parseCardLink(plainLink(packed));
    QVERIFY(!card);
    QCOMPARE(card.error().kind, CardError::Kind::LinkCut);
}

void CardLinkTest::keepsItsDictionary() {
    const QByteArray hash = QCryptographicHash::hash(QByteArray::fromStdString(std::string(cardDictionary())),
                                                     QCryptographicHash::Sha256);
    QCOMPARE(hash.toHex().left(16), QByteArray("beb94f8525af98a5"));
}

CAIRN_TEST(CardLinkTest)
#include "CardLinkTest.moc"
