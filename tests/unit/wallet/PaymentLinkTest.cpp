#include "wallet/PaymentLink.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

using wallet::parsePaymentLink;
using wallet::PaymentLinkError;
using wallet::PaymentLinkFormat;

/// Links of BIP 21 and BIP 321, and what is no link.
class PaymentLinkTest : public QObject {
    Q_OBJECT
private slots:
    void followsBip21_data();
    void followsBip21();
    void followsBip321_data();
    void followsBip321();
    void readsAmountsWithoutLocale_data();
    void readsAmountsWithoutLocale();
    void refuses_data();
    void refuses();
    void takesCapitals();
    void knowsTheSchemesOfANetwork();
    void isBounded();
    void writesWhatItReads();
};

namespace {

const PaymentLinkFormat kMainnet{{"bitcoin"}, "bc"};
const PaymentLinkFormat kCairnLinks{{"cairn"}, "cairn"};

/// The error of a text as a number; -1: none.
int errorOf(const std::string& text, const PaymentLinkFormat& format = kCairnLinks) {
    const auto link = parsePaymentLink(text, format);
    return link ? -1 : static_cast<int>(link.error());
}

void rowsOf(const char* part) {
    QTest::addColumn<QByteArray>("row");
    const auto vectors = support::readJsonVectors(QStringLiteral("bip21_uris.json"));
    if (!vectors) QSKIP("no vectors");
    int number = 0;
    for (const auto& row : vectors->at(part)) {
        const QByteArray name = QByteArray::number(++number) + ' ' +
                                QByteArray::fromStdString(row.at("description").get<std::string>());
        QTest::newRow(name.constData()) << QByteArray::fromStdString(row.dump());
    }
}

} // namespace

void PaymentLinkTest::followsBip21_data() {
    rowsOf("bip21");
}

void PaymentLinkTest::followsBip21() {
    QFETCH(QByteArray, row);
    const auto vector = nlohmann::json::parse(row.begin(), row.end());
    const auto link = parsePaymentLink(vector.at("uri").get<std::string>(), kMainnet);
    QCOMPARE(link.has_value(), vector.at("valid").get<bool>());
    if (!link) return;
    QCOMPARE(link->address, vector.at("address").get<std::string>());
    for (const auto& pair : vector.at("params")) {
        if (pair[0] == "label") QCOMPARE(link->label, pair[1].get<std::string>());
        if (pair[0] == "message") QCOMPARE(link->message, pair[1].get<std::string>());
    }
    QCOMPARE(link->amount.has_value(), vector.contains("amount_sats"));
    if (link->amount) QCOMPARE(link->amount->satoshi(), vector.at("amount_sats").get<std::int64_t>());
}

void PaymentLinkTest::followsBip321_data() {
    rowsOf("bip321");
}

/// What the standard calls valid is read, or brings no address that this program could pay.
void PaymentLinkTest::followsBip321() {
    QFETCH(QByteArray, row);
    const auto vector = nlohmann::json::parse(row.begin(), row.end());
    const int error = errorOf(vector.at("uri").get<std::string>(), kMainnet);
    if (vector.at("valid").get<bool>())
        QVERIFY(error == -1 || error == static_cast<int>(PaymentLinkError::NoAddress));
    else
        QVERIFY(error != -1);
}

void PaymentLinkTest::readsAmountsWithoutLocale_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("satoshi"); // -1: refused
    const auto row = [](const char* text, qint64 satoshi) {
        QTest::newRow(text) << QByteArray(text) << satoshi;
    };
    row("2.5", 250'000'000);
    row("50.00", 5'000'000'000);
    row(".5", 50'000'000);
    row("5.", 500'000'000);
    row("0", 0);
    row("0.00000001", 1);
    row("20999999.99999999", 2'099'999'999'999'999);
    for (const char* bad : {"2,5", "1,204.50", "1e3", "-1", "+1", " 1", "1 000", "0x10", ".", "",
                            "0.000000001", "21000001", "99999999999999999999999999", "nan", "\u0661"})
        row(bad, -1);
}

void PaymentLinkTest::readsAmountsWithoutLocale() {
    QFETCH(QByteArray, text);
    QFETCH(qint64, satoshi);
    const auto link = parsePaymentLink("cairn:cairn1abc?amount=" + text.toStdString(), kCairnLinks);
    if (satoshi < 0) {
        QVERIFY(!link);
        QVERIFY(link.error() == PaymentLinkError::BadAmount);
        return;
    }
    QVERIFY(link.has_value());
    QCOMPARE(link->amount->satoshi(), satoshi);
}

void PaymentLinkTest::refuses_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("error");
    const auto row = [](const char* text, PaymentLinkError error) {
        QTest::newRow(text) << QByteArray(text) << static_cast<int>(error);
    };
    row("cairn1abc", PaymentLinkError::NotALink);
    row("", PaymentLinkError::NotALink);
    row("bitcoin:cairn1abc", PaymentLinkError::OtherScheme);
    row("lightning:cairn1abc", PaymentLinkError::OtherScheme);
    row("javascript:alert(1)", PaymentLinkError::OtherScheme);
    row(":cairn1abc", PaymentLinkError::OtherScheme);
    row("cairn:", PaymentLinkError::NoAddress);
    row("cairn:?amount=1", PaymentLinkError::NoAddress);
    row("cairn://cairn1abc", PaymentLinkError::NoAddress);
    row("cairn:cairn1 abc", PaymentLinkError::NoAddress);
    row("cairn:cairn1abc\u202e", PaymentLinkError::NoAddress);
    row("cairn:?cairn=other1abc", PaymentLinkError::NoAddress);
    row("cairn:cairn1abc?amount=1&AMOUNT=2", PaymentLinkError::Repeated);
    row("cairn:cairn1abc?amount=1&req-amount=1", PaymentLinkError::Repeated);
    row("cairn:cairn1abc?label=a&label=a", PaymentLinkError::Repeated);
    row("cairn:cairn1abc?req-expires=5", PaymentLinkError::UnknownRequired);
    row("cairn:cairn1abc?req-pop=x", PaymentLinkError::UnknownRequired);
    row("cairn:cairn1abc?REQ-x", PaymentLinkError::UnknownRequired);
    row("cairn:cairn1abc?label=%", PaymentLinkError::BadEscape);
    row("cairn:cairn1abc?label=%4", PaymentLinkError::BadEscape);
    row("cairn:cairn1abc?label=%zz", PaymentLinkError::BadEscape);
}

void PaymentLinkTest::refuses() {
    QFETCH(QByteArray, text);
    QFETCH(int, error);
    QCOMPARE(errorOf(text.toStdString()), error);
}

void PaymentLinkTest::takesCapitals() {
    const auto link =
        parsePaymentLink(" CAIRN:CAIRN1ABC?AMOUNT=2.5&LABEL=Bo%20%26%20Mia#part\n", kCairnLinks);
    QVERIFY(link.has_value());
    QCOMPARE(link->address, std::string("CAIRN1ABC"));
    QCOMPARE(link->amount->satoshi(), 250'000'000);
    QCOMPARE(link->label, std::string("Bo & Mia"));
    QCOMPARE(parsePaymentLink("CAIRN:?CAIRN=CAIRN1ABC&&x", kCairnLinks)->address, std::string("CAIRN1ABC"));
    QCOMPARE(parsePaymentLink("cairn:cairn1abc?req-amount=1&message=m", kCairnLinks)->message,
             std::string("m"));
}

void PaymentLinkTest::knowsTheSchemesOfANetwork() {
    script::AddressFormat addresses;
    addresses.bech32Prefix = "lab";
    QCOMPARE(wallet::paymentLinkFormat(addresses).schemes, std::vector<std::string>{"lab"});
    addresses.bech32Prefix = "bcrt"; // other programs write links for regtest as well
    QCOMPARE(wallet::paymentLinkFormat(addresses).schemes, (std::vector<std::string>{"bcrt", "bitcoin"}));
}

/// 16 000 colons once took three minutes and the window with them.
void PaymentLinkTest::isBounded() {
    QCOMPARE(errorOf(std::string(16'000, ':')), static_cast<int>(PaymentLinkError::TooLong));
    QCOMPARE(errorOf("cairn:" + std::string(2'000, ':')), static_cast<int>(PaymentLinkError::NoAddress));
    std::string many = "cairn:cairn1abc?";
    while (many.size() < wallet::kMaxPaymentLinkBytes - 2)
        many += "a&";
    QCOMPARE(errorOf(many), -1);
    QCOMPARE(errorOf(many + "&&&"), static_cast<int>(PaymentLinkError::TooLong));
}

void PaymentLinkTest::writesWhatItReads() {
    const auto format = wallet::paymentLinkFormat({.bech32Prefix = "crn"});
    const wallet::PaymentLink rows[] = {
        {"crn1qabc", {}, {}, {}},
        {"crn1qabc", primitives::Amount(150'000'000), "Bo & Co = 100%", "für\nzwei?"},
        {"crn1qabc", primitives::Amount(1), {}, {}},
        {"mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn", primitives::Amount(0), {}, "#1"}};
    for (const auto& link : rows) {
        const auto read = wallet::parsePaymentLink(wallet::paymentLinkText(link, format), format);
        QVERIFY(read && read->address == link.address && read->amount == link.amount);
        QVERIFY(read->label == link.label && read->message == link.message);
    }
    QCOMPARE(wallet::paymentLinkText(rows[2], format, true), std::string("CRN:CRN1QABC?AMOUNT=0.00000001"));
    QVERIFY(wallet::parsePaymentLink("CRN:CRN1QABC?AMOUNT=0.00000001", format)->amount == rows[2].amount);
    // What capitals would change stays as it is.
    QVERIFY(wallet::paymentLinkText(rows[1], format, true).starts_with("crn:crn1qabc?amount=1.5&label="));
    QVERIFY(wallet::paymentLinkText(rows[3], format, true).starts_with("crn:mipc"));
}

CAIRN_TEST(PaymentLinkTest)
#include "PaymentLinkTest.moc"
