#include "support/TestProgram.h"
#include "wallet/text/Csv.h"
#include "wallet/text/HistoryText.h"
#include "wallet/text/Labels.h"
#include "wallet/text/RecipientList.h"

#include <nlohmann/json.hpp>

using wallet::LabelKind;
using wallet::LabelRow;
using wallet::RecipientFault;

class WalletTextTest : public QObject {
    Q_OBJECT
private slots:
    void readsTheLabelsOfBip329();
    void writesLabelsThatReadTheSame();
    void saysWhichLinesAreNoLabels();
    void quotesWhatNeedsIt();
    void readsCsvOfAnyKind();
    void guardsSpreadsheets();
    void writesTheHistory();
    void readsRecipients_data();
    void readsRecipients();
    void saysWhatIsWrongInAList_data();
    void saysWhatIsWrongInAList();
};

namespace {

const script::AddressFormat kListFormat{.bech32Prefix = "bcrt"};
const std::string kListed = "bcrt1qmpwzkuwsqc9snjvgdt4czhjsnywa5yjdqpxskv";
const std::string kAlsoListed = "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn";

} // namespace

/// The lines that the BIP shows.
void WalletTextTest::readsTheLabelsOfBip329() {
    const auto read = wallet::parseLabels(
        R"labels({ "type": "tx", "ref": "f91d0a8a78462bc59398f2c5d7a84fcff491c26ba54c4833478b202796c8aafd", "label": "Transaction", "origin": "wpkh([d34db33f/84'/0'/0'])" }
{ "type": "addr", "ref": "bc1q34aq5drpuwy3wgl9lhup9892qp6svr8ldzyy7c", "label": "Address" }
{ "type": "pubkey", "ref": "0283409659355b6d1cc3c32decd5d561abaac86c37a353b52895a5e6c196d6f448", "label": "Public Key" }
{ "type": "input", "ref": "f91d0a8a78462bc59398f2c5d7a84fcff491c26ba54c4833478b202796c8aafd:0", "label": "Input" }
{ "type": "output", "ref": "f91d0a8a78462bc59398f2c5d7a84fcff491c26ba54c4833478b202796c8aafd:1", "label": "Output", "spendable": false }
{ "type": "xpub", "ref": "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8", "label": "Extended Public Key" }
{ "type": "tx", "ref": "f546156d9044844e02b181026a1a407abfca62e7ea1159f87bbeaa77b4286c74", "label": "Account #1 Transaction", "origin": "wpkh([d34db33f/84'/0'/1'])" }
)labels");
    QVERIFY(read.wrongLines.empty());
    QCOMPARE(read.rows.size(), std::size_t(7));
    const LabelKind kinds[] = {LabelKind::Transaction, LabelKind::Address, LabelKind::PublicKey,
                               LabelKind::Input,       LabelKind::Output,  LabelKind::ExtendedKey,
                               LabelKind::Transaction};
    for (std::size_t i = 0; i < std::size(kinds); ++i)
        QVERIFY(read.rows[i].kind == kinds[i]);
    QCOMPARE(read.rows[0].origin, std::string("wpkh([d34db33f/84'/0'/0'])"));
    QVERIFY(read.rows[4].spendable == false && !read.rows[0].spendable);
    QCOMPARE(read.rows[1].label, std::string("Address"));
}

void WalletTextTest::writesLabelsThatReadTheSame() {
    const std::vector<LabelRow> rows{
        {LabelKind::Transaction, "ab", "Miete \"März\"\n2", {}, "wpkh([00000000/84'])"},
        {LabelKind::Output, "ab:0", "", false, {}},
        {LabelKind::Output, "ab:1", "x", true, {}},
        {LabelKind::Address, "bcrt1q", "\xf0\x9f\x8d\x95", {}, {}}};
    const std::string text = wallet::labelsText(rows);
    QCOMPARE(std::ranges::count(text, '\n'), std::ptrdiff_t(4));
    const auto read = wallet::parseLabels(text);
    QVERIFY(read.rows == rows && read.wrongLines.empty());
    const std::vector<LabelRow> broken{{LabelKind::Address, "a", "\xff", {}, {}}};
    QVERIFY(wallet::parseLabels(wallet::labelsText(broken)).wrongLines.empty());
}

void WalletTextTest::saysWhichLinesAreNoLabels() {
    const auto read = wallet::parseLabels(
        "{\"type\":\"tx\",\"ref\":\"a\"}\r\n\nno json\n{\"type\":\"other\",\"ref\":\"a\"}\n"
        "{\"type\":\"tx\"}\n[1]\n{\"type\":\"tx\",\"ref\":\"b\",\"new\":{}}");
    QCOMPARE(read.rows.size(), std::size_t(2));
    QCOMPARE(read.wrongLines, (std::vector<std::size_t>{3, 4, 5, 6}));
    QCOMPARE(wallet::parseLabels(std::string((16U << 20) + 1, ' ')).wrongLines, std::vector<std::size_t>{0});
}

void WalletTextTest::quotesWhatNeedsIt() {
    const std::vector<std::string> values{"a", "b,c", "d\"e", "f\ng", ""};
    const std::string line = wallet::csvLine(values);
    QCOMPARE(line, std::string("a,\"b,c\",\"d\"\"e\",\"f\ng\",\r\n"));
    const auto read = wallet::parseCsv(line);
    QVERIFY(read && read->size() == 1 && read->front().values == values);
}

void WalletTextTest::readsCsvOfAnyKind() {
    const auto lines = wallet::parseCsv("\xef\xbb\xbf a ; \"b;\nc\" ;d\r\n\r\n;;\ne;f;").value();
    QCOMPARE(lines.size(), std::size_t(2));
    QVERIFY(lines[0].values == (std::vector<std::string>{"a", "b;\nc", "d"}));
    QVERIFY(lines[1].values == (std::vector<std::string>{"e", "f", ""}));
    QCOMPARE(lines[1].line, std::size_t(5));
    QVERIFY(wallet::parseCsv("a\tb,c")->front().values == (std::vector<std::string>{"a", "b,c"}));
    QVERIFY(!wallet::parseCsv("a,\"b"));
    QVERIFY(wallet::parseCsv("")->empty());
}

void WalletTextTest::guardsSpreadsheets() {
    QCOMPARE(wallet::csvLine({"=1+1", "-0.50000000", "@x", "-x", "+1"}),
             std::string("'=1+1,-0.50000000,'@x,'-x,'+1\r\n"));
}

void WalletTextTest::writesTheHistory() {
    wallet::HistoryLine line;
    line.time = 1'796'051'109;
    line.height = 12;
    line.change = primitives::Amount(-150'000'141);
    line.fee = primitives::Amount(141);
    line.balance = primitives::Amount(1);
    line.label = "Bo, \"Co\"";
    const std::vector<wallet::HistoryLine> lines{line, {}};
    const auto read = wallet::parseCsv(wallet::historyCsv(lines)).value();
    QCOMPARE(read.size(), std::size_t(3));
    QCOMPARE(read[1].values[0], std::string("2026-11-30T15:05:09Z"));
    QCOMPARE(read[1].values[3], std::string("-1.50000141"));
    QCOMPARE(read[1].values[7], line.label);
    QVERIFY(read[2].values[1].empty() && read[2].values[4].empty());
    const auto json = nlohmann::json::parse(wallet::historyJson(lines));
    QCOMPARE(json.at(0).at("fee").get<std::string>(), std::string("0.00000141"));
    QVERIFY(json.at(1).at("height").is_null() && json.at(0).at("label") == line.label);
}

void WalletTextTest::readsRecipients_data() {
    QTest::addColumn<QString>("text");
    QTest::newRow("commas") << QStringLiteral("A,1.5,Bo\nB,0.00001\n");
    QTest::newRow("heading, semicolons")
        << QStringLiteral("Address;Amount;Label\r\nA;1.5;Bo\r\nB;0.00001000;\r\n");
    QTest::newRow("tabs") << QStringLiteral("A\t1.5\tBo\n\nB\t0.00001");
    QTest::newRow("quotes") << QStringLiteral("\"A\",\"1.5\",\"Bo\"\n\"B\",\"0.00001\",\"\"");
}

void WalletTextTest::readsRecipients() {
    QFETCH(QString, text);
    const QString filled =
        text.replace(QRegularExpression(QStringLiteral("\\bA\\b")), QString::fromStdString(kListed))
            .replace(QRegularExpression(QStringLiteral("\\bB\\b")), QString::fromStdString(kAlsoListed));
    const auto list = wallet::parseRecipients(filled.toStdString(), kListFormat);
    QVERIFY(list.isReadable && list.wrong.empty());
    QCOMPARE(list.recipients.size(), std::size_t(2));
    QCOMPARE(list.recipients[0].amount, primitives::Amount(150'000'000));
    QCOMPARE(list.recipients[0].label, std::string("Bo"));
    QCOMPARE(list.recipients[1].amount, primitives::Amount(1'000));
    QVERIFY(list.recipients[1].scriptPubKey == script::scriptFromAddress(kAlsoListed, kListFormat).value());
}

void WalletTextTest::saysWhatIsWrongInAList_data() {
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("fault");
    const auto row = [](const char* line, RecipientFault fault) {
        QTest::newRow(line) << QString::fromLatin1(line) << int(fault);
    };
    row("bcrt1qmpwzkuwsqc9snjvgdt4czhjsnywa5yjdqpxskw,1", RecipientFault::NoAddress);
    row("bc1qmpwzkuwsqc9snjvgdt4czhjsnywa5yjdqpxskv,1", RecipientFault::NoAddress);
    row("A;1,5", RecipientFault::CommaInAmount);
    row("A,1e2", RecipientFault::NoAmount);
    row("A,-1", RecipientFault::NoAmount);
    row("A,1.123456789", RecipientFault::NoAmount);
    row("A", RecipientFault::NoAmount);
    row("A,0.00000293", RecipientFault::AmountTooSmall);
    row("A,1,label,more", RecipientFault::TooManyFields);
    row("A,22000000", RecipientFault::NoAmount);
}

void WalletTextTest::saysWhatIsWrongInAList() {
    QFETCH(QString, line);
    QFETCH(int, fault);
    const std::string good = kListed + (line.contains(QLatin1Char(';')) ? ";1\n" : ",1\n");
    const std::string text =
        good + line.replace(QLatin1Char('A'), QString::fromStdString(kListed)).toStdString();
    const auto list = wallet::parseRecipients(text, kListFormat);
    QCOMPARE(list.recipients.size(), std::size_t(1));
    QCOMPARE(list.wrong.size(), std::size_t(1));
    QCOMPARE(int(list.wrong[0].fault), fault);
    QCOMPARE(list.wrong[0].line, std::size_t(2));
    QVERIFY(!wallet::parseRecipients("a,\"", kListFormat).isReadable);
}

CAIRN_TEST(WalletTextTest)
#include "WalletTextTest.moc"
