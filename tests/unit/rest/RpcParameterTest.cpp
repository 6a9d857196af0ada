#include "rest/rpc/RpcParameter.h"

#include "support/TestProgram.h"

using rest::JsonValue;
using rest::kOptional;
using rest::RpcParameter;
using rest::RpcType;

/// What a row takes, and what it says of the rest.
class RpcParameterTest : public QObject {
    Q_OBJECT
private slots:
    void fits_data();
    void fits();
    void refuses_data();
    void refuses();
    void takesMembersOfOptionsByName();
    void checksMembersOfObjects();
    void writesSignatures();

private:
    const std::vector<RpcParameter> m_rows{
        {"hash", RpcType::Hash},
        {"count|number", RpcType::Integer, kOptional, nullptr, 0, 9},
        {"mode", RpcType::Text, kOptional, "unset|economical"},
        {"verbose", RpcType::Verbosity, kOptional},
    };
    const QByteArray m_hash = QByteArray(64, 'a');
};

void RpcParameterTest::fits_data() {
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QByteArray>("placed");
    QTest::newRow("one") << QByteArray(R"(["HASH"])") << QByteArray(R"(["HASH"])");
    QTest::newRow("all") << QByteArray(R"(["HASH",9,"unset",true])")
                         << QByteArray(R"(["HASH",9,"unset",true])");
    QTest::newRow("null is absent") << QByteArray(R"(["HASH",null,"unset"])")
                                    << QByteArray(R"(["HASH",null,"unset"])");
    QTest::newRow("named") << QByteArray(R"({"mode":"unset","hash":"HASH"})")
                           << QByteArray(R"(["HASH",null,"unset"])");
    QTest::newRow("other name") << QByteArray(R"({"number":3,"hash":"HASH"})") << QByteArray(R"(["HASH",3])");
    QTest::newRow("mixed") << QByteArray(R"({"args":["HASH"],"verbose":2})")
                           << QByteArray(R"(["HASH",null,null,2])");
}

void RpcParameterTest::fits() {
    QFETCH(QByteArray, given);
    QFETCH(QByteArray, placed);
    const auto list = rest::fitParameters(m_rows, *JsonValue::parse(given.replace("HASH", m_hash)), "help");
    QVERIFY2(list, list ? "" : qPrintable(list.error().message));
    QCOMPARE(JsonValue::array(*list).toJson(), placed.replace("HASH", m_hash));
}

void RpcParameterTest::takesMembersOfOptionsByName() {
    const std::vector<RpcParameter> rows{{"outputs", RpcType::Array}, rest::namedOptions("deep|wide")};
    const auto fit = [&](const char* given) {
        return rest::fitParameters(rows, *JsonValue::parse(given), "help");
    };
    const auto list = fit(R"({"outputs":[],"deep":true,"wide":1})");
    QVERIFY(list.has_value());
    QCOMPARE(JsonValue::array(*list).toJson(), QByteArray(R"([[],{"deep":true,"wide":1}])"));
    QCOMPARE(fit(R"({"outputs":[],"high":true})").error().code, rest::rpc::kBadParameter);
}

void RpcParameterTest::checksMembersOfObjects() {
    const std::vector<RpcParameter> rows{{"txid", RpcType::Text}, {"vout", RpcType::Integer, kOptional}};
    const auto wrong = [&](const char* object, bool isStrict) {
        const auto error = rest::wrongMembers(*JsonValue::parse(object), rows, isStrict);
        return error ? error->message : QString();
    };
    QCOMPARE(wrong(R"({"txid":"a","vout":1})", true), QString());
    QCOMPARE(wrong(R"({"txid":"a","more":1})", false), QString());
    QCOMPARE(wrong(R"({"txid":"a","more":1})", true), QStringLiteral("Unexpected key more"));
    QCOMPARE(wrong(R"({"vout":1})", true), QStringLiteral("Missing txid"));
    QCOMPARE(wrong(R"({"txid":7})", true),
             QStringLiteral("JSON value of type number for field txid is not of expected type string"));
}

void RpcParameterTest::refuses_data() {
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* given, int code, const char* message) {
        QTest::newRow(given) << QByteArray(given) << code << QString::fromUtf8(message);
    };
    row("[]", -1, "help");
    row(R"([null])", -1, "help");
    row(R"(["HASH",1,"unset",1,1])", -1, "help");
    row(R"({"hash":"HASH","nonsense":1})", -8, "Unknown named parameter nonsense");
    row(R"({"args":["HASH",null],"count":1})", -8,
        "Parameter count specified twice both as positional and named argument");
    row(R"({"args":["HASH"],"hash":"HASH"})", -8,
        "Parameter hash specified twice both as positional and named argument");
    row(R"({"hash":"HASH","count":1,"number":2})", -8, "Parameter number specified multiple times");
    row(R"([1,"x"])", -3,
        "Wrong type passed:\n{\n    \"Position 1 (hash)\": \"JSON value of type number is not of expected "
        "type string\",\n"
        "    \"Position 2 (count)\": \"JSON value of type string is not of expected type number\"\n}");
    row(R"(["abc"])", -8, "hash must be of length 64 (not 3, for 'abc')");
    row(R"(["HASH",1.0])", -1, "JSON integer out of range");
    row(R"(["HASH",99999999999999999999])", -1, "JSON integer out of range");
    row(R"(["HASH",-1])", -8, "Invalid parameter, count cannot be negative");
    row(R"(["HASH",10])", -8, "Invalid parameter, count out of range (10)");
    row(R"(["HASH",1,"nonsense"])", -8, R"(Invalid mode parameter, must be one of: "unset", "economical")");
    row(R"(["HASH",1,"unset",[]])", -3, "JSON value of type array is not of expected type number");
}

void RpcParameterTest::refuses() {
    QFETCH(QByteArray, given);
    QFETCH(int, code);
    QFETCH(QString, message);
    const auto list = rest::fitParameters(m_rows, *JsonValue::parse(given.replace("HASH", m_hash)), "help");
    QVERIFY(!list);
    QCOMPARE(list.error().message, message);
    QCOMPARE(list.error().code, code);
}

void RpcParameterTest::writesSignatures() {
    QCOMPARE(QByteArray::fromStdString(rest::signatureOf("call", m_rows)),
             QByteArray(R"(call "hash" ( count "mode" verbose ))"));
    QCOMPARE(QByteArray::fromStdString(rest::signatureOf("list", {{"txids", RpcType::Array}})),
             QByteArray("list [txids,...]"));
    QCOMPARE(QByteArray::fromStdString(rest::signatureOf("none", {})), QByteArray("none"));
}

CAIRN_TEST(RpcParameterTest)
#include "RpcParameterTest.moc"
