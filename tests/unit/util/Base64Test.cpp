#include "util/Base64.h"

#include "support/TestProgram.h"

class Base64Test : public QObject {
    Q_OBJECT
private slots:
    /// The vectors of RFC 4648.
    void writesAndReads() {
        const std::pair<std::string_view, std::string> rows[] = {{"", ""},
                                                                 {"f", "Zg=="},
                                                                 {"fo", "Zm8="},
                                                                 {"foo", "Zm9v"},
                                                                 {"foob", "Zm9vYg=="},
                                                                 {"fooba", "Zm9vYmE="},
                                                                 {"foobar", "Zm9vYmFy"}};
        for (const auto& [plain, text] : rows) {
            QCOMPARE(util::toBase64(util::asBytes(plain)), text);
            const auto read = util::fromBase64(text);
            QVERIFY(read && util::asText(*read) == plain);
        }
    }

    void refusesWhatIsNotWhole() {
        for (const char* text :
             {"Z", "Zg", "Zg=", "Zg===", "Z===", "====", "Zm9v ", "Zm 9", "Zh==", "Zm9=", "=Zm9", "Zm9-"})
            QVERIFY2(!util::fromBase64(text), text);
    }
};

CAIRN_TEST(Base64Test)
#include "Base64Test.moc"
