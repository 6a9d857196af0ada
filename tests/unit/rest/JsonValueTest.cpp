#include "rest/json/JsonValue.h"

#include "support/TestProgram.h"

#include <clocale>

using rest::JsonError;
using rest::JsonValue;

class JsonValueTest : public QObject {
    Q_OBJECT
private slots:
    void keepsNumbersAsSent_data();
    void keepsNumbersAsSent();
    void keepsTheOrderOfMembers();
    void writesItselfBack();
    void refusesWhatIsTooMuch_data();
    void refusesWhatIsTooMuch();
    void takesALongText();
    void asksNoLocale();
};

void JsonValueTest::keepsNumbersAsSent_data() {
    QTest::addColumn<QByteArray>("text");
    for (const char* text : {"0", "-1", "1.5", "1e-05", "1E0", "0.30000000000000004", "1.500000000",
                             "18446744073709551615", "123456789012345678901234567890"})
        QTest::newRow(text) << QByteArray(text);
}

void JsonValueTest::keepsNumbersAsSent() {
    QFETCH(QByteArray, text);
    const auto value = JsonValue::parse('[' + text + ']');
    QVERIFY(value);
    QVERIFY(value->items()[0].isNumber());
    QCOMPARE(QByteArray::fromStdString(value->items()[0].text()), text);
    QCOMPARE(value->items()[0].integer().has_value(), text == "0" || text == "-1");
}

void JsonValueTest::keepsTheOrderOfMembers() {
    const auto value = JsonValue::parse(R"({"b":1,"a":[true,null,"x"]})");
    QVERIFY(value);
    QCOMPARE(QByteArray::fromStdString(value->members()[0].name), QByteArray("b"));
    const JsonValue* list = value->find("a");
    QVERIFY(list != nullptr && list->isArray());
    QVERIFY(list->items()[0].flag());
    QVERIFY(list->items()[1].isNull());
    QCOMPARE(QByteArray::fromStdString(list->items()[2].text()), QByteArray("x"));
    QVERIFY(value->find("c") == nullptr);
}

void JsonValueTest::writesItselfBack() {
    const QByteArray text = R"({"id":[1.50,"a\"b\n",{},[],false,null]})";
    QCOMPARE(JsonValue::parse(text)->toJson(), text);
}

void JsonValueTest::refusesWhatIsTooMuch_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<JsonError>("why");
    QTest::newRow("nothing") << QByteArray() << JsonError::Malformed;
    QTest::newRow("comma for a point") << QByteArray("[1,5") << JsonError::Malformed;
    QTest::newRow("leading zero") << QByteArray("[01]") << JsonError::Malformed;
    QTest::newRow("broken text") << QByteArray("[\"\xff\"]") << JsonError::Malformed;
    QTest::newRow("two values") << QByteArray("{}{}") << JsonError::Malformed;
    QTest::newRow("65 deep") << QByteArray(65, '[') + QByteArray(65, ']') << JsonError::TooDeep;
    QTest::newRow("100 001 values") << '[' + QByteArray("1,").repeated(100'000) + "1]" << JsonError::TooMany;
    QTest::newRow("a million lists") << '[' + QByteArray("[],").repeated(1'000'000) + "1]"
                                     << JsonError::TooMany;
    QTest::newRow("a name twice") << QByteArray(R"({"amount":1,"amount":2})") << JsonError::Doubled;
    QTest::newRow("a name twice, deeper")
        << QByteArray(R"([{"a":{"b":1,"c":2,"b":3}}])") << JsonError::Doubled;
}

void JsonValueTest::refusesWhatIsTooMuch() {
    QFETCH(QByteArray, text);
    QFETCH(JsonError, why);
    const auto value = JsonValue::parse(text);
    QVERIFY(!value);
    QVERIFY(value.error() == why);
}

void JsonValueTest::takesALongText() {
    QVERIFY(JsonValue::parse(QByteArray(64, '[') + QByteArray(64, ']')));
    const auto value = JsonValue::parse('"' + QByteArray(5'000'000, 'a') + '"'); // a block in hex
    QVERIFY(value && value->text().size() == 5'000'000);
}

void JsonValueTest::asksNoLocale() {
    const QByteArray before = std::setlocale(LC_ALL, nullptr);
    for (const char* name : {"de_DE.UTF-8", "de_DE.utf8", "tr_TR.UTF-8"})
        if (std::setlocale(LC_ALL, name) != nullptr) break;
    const auto value = JsonValue::parse("[1.5,1e-05]");
    std::setlocale(LC_ALL, before.constData());
    QVERIFY(value);
    QCOMPARE(value->toJson(), QByteArray("[1.5,1e-05]"));
}

CAIRN_TEST(JsonValueTest)
#include "JsonValueTest.moc"
