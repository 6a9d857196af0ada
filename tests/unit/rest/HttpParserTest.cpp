#include "rest/HttpParser.h"

#include <QtTest>

#include <random>

using namespace rest;

class HttpParserTest : public QObject {
    Q_OBJECT
private slots:
    void readsARequestInAnyPieces();
    void readsPipelinedRequests();
    void decodesPathAndQuery();
    void refusesWhatIsUnclear_data();
    void refusesWhatIsUnclear();
    void tellsToContinueOnce();
    void survivesMutations();
};

void HttpParserTest::readsARequestInAnyPieces() {
    const QByteArray text = "POST /a/b?x=1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nX-Y: z\r\n\r\nhello";
    for (qsizetype cut = 1; cut < text.size(); ++cut) {
        HttpParser parser;
        QVERIFY(std::holds_alternative<HttpParser::NeedMore>(parser.feed(text.left(cut))));
        const auto step = parser.feed(text.mid(cut));
        const auto* request = std::get_if<HttpRequest>(&step);
        QVERIFY2(request != nullptr, QByteArray::number(cut).constData());
        QCOMPARE(request->method, QByteArray("POST"));
        QCOMPARE(request->body, QByteArray("hello"));
        QCOMPARE(request->header("x-y").value_or("none"), QByteArray("z"));
        QVERIFY(!parser.isInsideRequest());
    }
}

void HttpParserTest::readsPipelinedRequests() {
    HttpParser parser;
    const QByteArray one = "GET /1 HTTP/1.1\r\nHost: a\r\n\r\n";
    auto step = parser.feed(one + one + "GET /2 HTTP/1.0\r\n\r\n");
    for (const char* path : {"/1", "/1", "/2"}) {
        const auto* request = std::get_if<HttpRequest>(&step);
        QVERIFY(request != nullptr);
        QCOMPARE(request->path, QString::fromLatin1(path));
        step = parser.feed({});
    }
    QVERIFY(std::holds_alternative<HttpParser::NeedMore>(step));
}

void HttpParserTest::decodesPathAndQuery() {
    HttpParser parser;
    const auto step = parser.feed("GET /a%20b/%C3%A4?label=x+y%2Bz&new=1 HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto& request = std::get<HttpRequest>(step);
    QCOMPARE(request.path, QStringLiteral("/a b/ä"));
    QCOMPARE(request.parameter(QStringLiteral("label")).value_or(QString()), QStringLiteral("x y+z"));
    QVERIFY(!request.parameter(QStringLiteral("old")));
}

void HttpParserTest::refusesWhatIsUnclear_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray start = "POST / HTTP/1.1\r\nHost: a\r\n";
    QTest::newRow("garbage") << QByteArray("\x01\x02\r\n\r\n") << 400;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two hosts") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") << 400;
    QTest::newRow("two lengths") << start + "Content-Length: 1\r\nContent-Length: 1\r\n\r\nx" << 400;
    QTest::newRow("length and chunked") << start + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" << 400;
    QTest::newRow("a list of lengths") << start + "Content-Length: 1, 1\r\n\r\nx" << 400;
    QTest::newRow("unknown encoding") << start + "Transfer-Encoding: xchunked\r\n\r\n" << 501;
    QTest::newRow("two encodings") << start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" << 501;
    QTest::newRow("two origins") << start + "Origin: a\r\nOrigin: b\r\n\r\n" << 400;
    QTest::newRow("two passwords") << start + "Authorization: a\r\nauthorization: b\r\n\r\n" << 400;
    QTest::newRow("negative length") << start + "Content-Length: -1\r\n\r\n" << 400;
    QTest::newRow("folded") << start + "X: a\r\n b\r\n\r\n" << 400;
    QTest::newRow("absolute target") << QByteArray("GET http://evil/ HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("long header") << start + "X: " + QByteArray(10'000, 'a') << 431;
    QTest::newRow("long body") << start + "Content-Length: 99999999\r\n\r\n" << 413;
}

void HttpParserTest::refusesWhatIsUnclear() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    HttpParser parser;
    const auto step = parser.feed(bytes);
    const auto* error = std::get_if<HttpParseError>(&step);
    QVERIFY(error != nullptr);
    QCOMPARE(error->status, status);
    QVERIFY(!error->sentence.isEmpty());
}

void HttpParserTest::tellsToContinueOnce() {
    HttpParser parser;
    auto step = parser.feed("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(std::get<HttpParser::NeedMore>(step).expectsContinue);
    step = parser.feed("o");
    QVERIFY(!std::get<HttpParser::NeedMore>(step).expectsContinue);
    QVERIFY(std::holds_alternative<HttpRequest>(parser.feed("k")));
}

void HttpParserTest::survivesMutations() {
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const QByteArray sample = "POST /transactions/new?a=b HTTP/1.1\r\nHost: localhost:5000\r\nTransfer-Encoding: chunked\r\n\r\n"
                              "5\r\nhello\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n";
    int whole = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = sample;
        for (auto changes = random() % 5; changes > 0; --changes) bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
        HttpParser parser;
        for (qsizetype at = 0; at < bytes.size();) {
            const auto size = qsizetype(1 + random() % 60);
            const auto step = parser.feed(bytes.mid(at, size));
            at += size;
            if (std::holds_alternative<HttpParseError>(step)) break;
            whole += std::holds_alternative<HttpRequest>(step);
        }
    }
    QVERIFY(whole > 1000);
}

QTEST_GUILESS_MAIN(HttpParserTest)
#include "HttpParserTest.moc"
