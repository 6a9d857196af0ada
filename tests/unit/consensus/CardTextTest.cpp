#include "consensus/CardText.h"
#include "support/TestProgram.h"

class CardTextTest : public QObject {
    Q_OBJECT
private slots:
    void countsCharacters_data();
    void countsCharacters();
    void agreesWithQtOnEveryShortText();
    void quotesStrangersSafely();
    void checksNames_data();
    void checksNames();
    void checksColours();
    void checksUrls_data();
    void checksUrls();
};

void CardTextTest::countsCharacters_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("length"); // -1: not clean
    const auto row = [](const char* name, QByteArray text, int length) {
        QTest::newRow(name) << text << length;
    };
    row("empty", "", 0);
    row("ASCII", "abc ~", 5);
    row("two bytes", "\xc3\xa9", 1);
    row("three bytes", "\xe2\x82\xac", 1);
    row("four bytes", "\xf0\x9f\x8c\xb2!", 2);
    row("zero", QByteArray("a\0b", 3), -1);
    row("line feed", "a\n", -1);
    row("delete", "\x7f", -1);
    row("C1 control", "\xc2\x85", -1);
    row("first after C1", "\xc2\xa0", 1);
    row("turned direction", "a\xe2\x80\xae", -1);
    row("isolate", "\xe2\x81\xa6", -1);
    row("line separator", "\xe2\x80\xa8", -1);
    row("byte order mark", "\xef\xbb\xbf", -1);
    row("lone continuation", "\x80", -1);
    row("overlong 2", "\xc0\xaf", -1);
    row("overlong 3", "\xe0\x80\xaf", -1);
    row("overlong 4", "\xf0\x80\x80\xaf", -1);
    row("surrogate", "\xed\xa0\x80", -1);
    row("last character", "\xf4\x8f\xbf\xbf", 1);
    row("beyond the last", "\xf4\x90\x80\x80", -1);
    row("F5", "\xf5\x80\x80\x80", -1);
    row("broken off", "a\xe2\x82", -1);
    row("continuation missing", "\xe2\x28\xac", -1);
}

void CardTextTest::countsCharacters() {
    QFETCH(QByteArray, text);
    QFETCH(int, length);
    const auto found = consensus::cleanLength(text.toStdString());
    QCOMPARE(found ? static_cast<int>(*found) : -1, length);
}

void CardTextTest::agreesWithQtOnEveryShortText() {
    for (int a = 0xa0; a < 256; ++a) {
        for (int b = 0x20; b < 256; ++b) {
            const QByteArray text = QByteArray(1, static_cast<char>(a)) + static_cast<char>(b);
            const bool isUtf8 = QString::fromUtf8(text).toUtf8() == text;
            if (consensus::cleanLength(text.toStdString())) QVERIFY(isUtf8);
        }
    }
}

void CardTextTest::quotesStrangersSafely() {
    QCOMPARE(consensus::inQuotes("abc"), std::string("\"abc\""));
    QCOMPARE(consensus::inQuotes("a\n\x1b[31m\xff"), std::string("\"a??[31m?\""));
    const std::string longText = consensus::inQuotes(std::string(1'000, 'x'));
    QVERIFY(longText.size() < 70 && longText.ends_with("…\""));
    const std::string wide = consensus::inQuotes(QString(100, QChar(0x20ac)).toStdString());
    QVERIFY(QString::fromStdString(wide).toStdString() == wide); // not cut inside a character
}

void CardTextTest::checksNames_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("good");
    for (const char* name : {"Lab 12", "x", "日本", "a.b", "Klasse 7b (Mo)", "sandbox", "-x"})
        QTest::newRow(name) << QString(name) << true;
    for (const char* name : {"", " a", "a ", ".a", "..", "a/b", "a\\b", "a\tb"})
        QTest::newRow(name) << QString(name) << false;
    QTest::newRow("40 characters") << QString(40, QChar(0xe9)) << true;
    QTest::newRow("41 characters") << QString(41, QChar('a')) << false;
}

void CardTextTest::checksNames() {
    QFETCH(QString, name);
    QFETCH(bool, good);
    QCOMPARE(consensus::isNetworkName(name.toStdString()), good);
}

void CardTextTest::checksColours() {
    for (const char* colour : {"#2f7ed8", "#ABCDEF", "#000000"})
        QVERIFY(consensus::isColour(colour));
    for (const char* colour : {"", "#", "2f7ed8", "#2f7ed", "#2f7ed8a", "#2f7edg", "red", "#2f7ed "})
        QVERIFY(!consensus::isColour(colour));
}

void CardTextTest::checksUrls_data() {
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("good");
    for (const char* url :
         {"http://192.168.1.20:5001", "http://node.local", "https://example.org/cairn", "http://a:1/",
          "http://[::1]:5001", "http://[fe80::1]", "http://a-b.c:65535/x_y/~z.1"})
        QTest::newRow(url) << QString(url) << true;
    for (const char* url : {"",
                            "http://",
                            "ftp://a",
                            "a:5001",
                            "http://a:0",
                            "http://a:65536",
                            "http://a:",
                            "http://a:x",
                            "http://a:-1",
                            "http://a:80:80",
                            "http://user@a",
                            "http://a?x",
                            "http://a/?x",
                            "http://a#x",
                            "http://a/../b",
                            "http://a b",
                            "http:///x",
                            "http://[::1",
                            "http://[]",
                            "http://[::1]x",
                            "http://-a",
                            "http://.a",
                            "http://a/%41",
                            "HTTP://a",
                            "http://a\n",
                            "http://é"})
        QTest::newRow(url) << QString(url) << false;
    QTest::newRow("200 bytes") << "http://" + QString(193, QChar('a')) << true;
    QTest::newRow("201 bytes") << "http://" + QString(194, QChar('a')) << false;
}

void CardTextTest::checksUrls() {
    QFETCH(QString, url);
    QFETCH(bool, good);
    QCOMPARE(consensus::isPeerUrl(url.toStdString()), good);
}

CAIRN_TEST(CardTextTest)
#include "CardTextTest.moc"
