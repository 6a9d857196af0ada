#include "rest/json/JsonWriter.h"
#include "support/TestProgram.h"

#include <nlohmann/json.hpp>

using rest::JsonWriter;

class JsonWriterTest : public QObject {
    Q_OBJECT
private slots:
    void writesAmountsWithEightDecimals();
    void nestsAndSeparates();
    void escapes();
};

void JsonWriterTest::writesAmountsWithEightDecimals() {
    JsonWriter json;
    json.beginObject()
        .amount("a", primitives::Amount(1))
        .amount("b", primitives::Amount(2'100'000'000'000'000))
        .endObject();
    QCOMPARE(json.take(),
             QByteArray(R"({"a":0.00000001,"a_sat":1,"b":21000000.00000000,"b_sat":2100000000000000})"));
}

void JsonWriterTest::nestsAndSeparates() {
    JsonWriter json;
    json.beginArray()
        .beginObject()
        .member("x", 1)
        .key("y")
        .beginArray()
        .value(true)
        .null()
        .endArray()
        .endObject();
    json.beginObject().endObject().value("z").endArray();
    QCOMPARE(json.take(), QByteArray(R"([{"x":1,"y":[true,null]},{},"z"])"));
}

void JsonWriterTest::escapes() {
    JsonWriter json;
    json.beginObject().member("q\"", std::string("a\\b\n\x01\xff")).member("nan", 0.0 / 0.0).endObject();
    QCOMPARE(json.take(), QByteArray("{\"q\\\"\":\"a\\\\b\\n\\u0001\xEF\xBF\xBD\",\"nan\":null}"));
    // Every character alone: what stands for itself and what does not.
    for (int c = 0; c < 128; ++c) {
        const std::string text(1, char(c));
        json = JsonWriter();
        QCOMPARE(json.beginArray().value(text).endArray().take(),
                 QByteArray::fromStdString(nlohmann::json::array({text}).dump()));
    }
}

CAIRN_TEST(JsonWriterTest)
#include "JsonWriterTest.moc"
