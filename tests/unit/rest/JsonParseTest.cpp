#include "rest/json/JsonParse.h"
#include "support/TestProgram.h"

#include <nlohmann/json.hpp>

class JsonParseTest : public QObject {
    Q_OBJECT
private slots:
    void takesOrdinaryJson();
    void refusesBombs();
};

void JsonParseTest::takesOrdinaryJson() {
    QCOMPARE(rest::parseJson(R"({"a":[1,2,{"b":"]]][[["}]})")["a"][2]["b"].get<std::string>(),
             std::string("]]][[["));
    QVERIFY(rest::parseJson("[" + QByteArray(60, '[') + QByteArray(60, ']') + "]").is_array());
    QVERIFY(rest::parseJson("\"" + QByteArray(5'000'000, 'a') + "\"").is_string()); // a block in hex
    QVERIFY(rest::parseJson("\"\\\"[[[[\"").is_string());
}

void JsonParseTest::refusesBombs() {
    for (const QByteArray& bytes : {QByteArray(), QByteArray("{"), QByteArray("[1,]"), QByteArray("\"\xff\""),
                                    QByteArray(100, '['), QByteArray(1'000'000, '{'),
                                    '[' + QByteArray("[],").repeated(200'000) + "[]]", QByteArray("[1] 2")}) {
        QVERIFY2(rest::parseJson(bytes).is_discarded(), bytes.left(40).constData());
    }
}

CAIRN_TEST(JsonParseTest)
#include "JsonParseTest.moc"
