#include "rest/json/JsonBody.h"
#include "support/TestProgram.h"

using rest::JsonBody;

class JsonBodyTest : public QObject {
    Q_OBJECT
private slots:
    void keepsNumbersAsSent();
    void readsWholeNumbers();
    void comparesNamesWithoutCase();
    void readsLists();
    void refusesWhatIsNoFlatObject_data();
    void refusesWhatIsNoFlatObject();
};

void JsonBodyTest::keepsNumbersAsSent() {
    const auto body = JsonBody::parse(
        R"({"a":0.00000001,"b":12.50,"c":7,"d":"x","e":true,"f":null,"g":90071992547409.93})");
    QVERIFY(body.has_value());
    QCOMPARE(body->text(QStringLiteral("a")).value(), QStringLiteral("0.00000001"));
    QCOMPARE(body->text(QStringLiteral("b")).value(), QStringLiteral("12.50"));
    QCOMPARE(body->text(QStringLiteral("c")).value(), QStringLiteral("7"));
    QCOMPARE(body->text(QStringLiteral("g")).value(), QStringLiteral("90071992547409.93"));
    QCOMPARE(body->flag(QStringLiteral("e")).value(), true);
    QVERIFY(body->has(QStringLiteral("f")) && !body->text(QStringLiteral("f")));
    QVERIFY(!body->has(QStringLiteral("z")));
}

void JsonBodyTest::readsWholeNumbers() {
    const auto body = JsonBody::parse(
        R"({"a":5,"b":1e1,"c":2.0,"d":"7","e":2.5,"f":" 5 ","g":true,"h":null,"i":11,"j":-1})");
    QVERIFY(body.has_value());
    const auto read = [&](const char* name) { return body->whole(QLatin1String(name), 0, 10); };
    QCOMPARE(read("a"), std::optional<std::int64_t>(5));
    QCOMPARE(read("b"), std::optional<std::int64_t>(10));
    QCOMPARE(read("c"), std::optional<std::int64_t>(2));
    QCOMPARE(read("d"), std::optional<std::int64_t>(7));
    for (const char* none : {"e", "f", "g", "h", "i", "j", "z"})
        QVERIFY2(!read(none), none);
}

void JsonBodyTest::comparesNamesWithoutCase() {
    const auto body = JsonBody::parse(R"({"Sender":"a","AMOUNT":1})");
    QVERIFY(body && body->has(QStringLiteral("sender")) && body->has(QStringLiteral("amount")));
}

void JsonBodyTest::readsLists() {
    const auto body = JsonBody::parse(R"({"nodes":["a","b"],"one":"c","none":[]})");
    QVERIFY(body.has_value());
    QCOMPARE(body->list(QStringLiteral("nodes")).value(),
             (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    QCOMPARE(body->list(QStringLiteral("one")).value(), QStringList{QStringLiteral("c")});
    QVERIFY(body->list(QStringLiteral("none")).value().isEmpty());
}

void JsonBodyTest::refusesWhatIsNoFlatObject_data() {
    QTest::addColumn<QByteArray>("bytes");
    for (const char* text : {"", "[]", "1", "null", "{", "{\"a\":}", "{\"a\":{}}", "{\"a\":[[]]}",
                             "{\"a\":[{}]}", "{} x", "\"a\""})
        QTest::newRow(*text != '\0' ? text : "empty") << QByteArray(text);
    QTest::newRow("deep") << QByteArray(100'000, '[');
    QTest::newRow("invalid UTF-8") << QByteArray("{\"a\":\"\xff\"}");
}

void JsonBodyTest::refusesWhatIsNoFlatObject() {
    QFETCH(QByteArray, bytes);
    QVERIFY(!JsonBody::parse(bytes));
}

CAIRN_TEST(JsonBodyTest)
#include "JsonBodyTest.moc"
