#include "rest/http/HttpParser.h"
#include "support/TestProgram.h"

#include <random>

using namespace rest;

class HttpParserTest : public QObject {
    Q_OBJECT
private slots:
    void readsARequestInAnyPieces();
    void readsChunksInAnyPieces();
    void keepsLittleOfLinesBetweenChunks();
    void readsPipelinedRequests();
    void decodesPathAndQuery();
    void refusesWhatIsUnclear_data();
    void refusesWhatIsUnclear();
    void tellsToContinueOnce();
    void survivesMutations();
};

void HttpParserTest::readsARequestInAnyPieces() {
    const QByteArray text =
        "POST /a/b?x=1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nX-Y: z\r\n\r\nhello";
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

void HttpParserTest::readsChunksInAnyPieces() {
    const QByteArray text = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: "
                            "chunked\r\n\r\n5\r\nhello\r\n1;x=y\r\n!\r\n0\r\n\r\n";
    const auto head = text.indexOf("\r\n\r\n") + 4;
    for (const QByteArray& sent : {text, text.left(head) + "0\r\n\r\n"}) {
        for (qsizetype piece = 1; piece < sent.size(); ++piece) {
            HttpParser parser;
            HttpParser::Step step;
            for (qsizetype at = 0; at < sent.size(); at += piece) {
                QVERIFY(!std::holds_alternative<HttpRequest>(step));
                step = parser.feed(sent.mid(at, piece));
            }
            const auto* request = std::get_if<HttpRequest>(&step);
            QVERIFY2(request != nullptr, QByteArray::number(piece).constData());
            QCOMPARE(request->body, sent == text ? QByteArray("hello!") : QByteArray());
            QCOMPARE(parser.buffered(), 0);
        }
    }
}

/// A chunk's line or a trailer without an end must not fill the memory.
void HttpParserTest::keepsLittleOfLinesBetweenChunks() {
    const QByteArray start = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    for (const char* begin : {"5;", "0\r\nx: "}) {
        HttpParser parser({4'096, 64 * 1024});
        auto step = parser.feed(start + begin);
        qsizetype most = 0;
        for (int i = 0; i < 1000 && std::holds_alternative<HttpParser::NeedMore>(step); ++i) {
            step = parser.feed(QByteArray(100, 'x'));
            most = std::max(most, parser.buffered());
        }
        QVERIFY2(std::holds_alternative<HttpParseError>(step), begin);
        QCOMPARE(std::get<HttpParseError>(step).status, 400);
        QVERIFY(most < 5'000);
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
    const auto whole = parser.feed("GET /ff%.json/100%/%4/%zz%41 HTTP/1.1\r\nHost: a\r\n\r\n");
    QCOMPARE(std::get<HttpRequest>(whole).path, QStringLiteral("/ff%.json/100%/%4/%zzA"));
}

void HttpParserTest::refusesWhatIsUnclear_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const QByteArray start = "POST / HTTP/1.1\r\nHost: a\r\n";
    QTest::newRow("garbage") << QByteArray("\x01\x02\r\n\r\n") << 400;
    QTest::newRow("no host") << QByteArray("GET / HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two hosts") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n") << 400;
    QTest::newRow("two lengths") << start + "Content-Length: 1\r\nContent-Length: 1\r\n\r\nx" << 400;
    QTest::newRow("length and chunked")
        << start + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        << 400;
    QTest::newRow("a list of lengths") << start + "Content-Length: 1, 1\r\n\r\nx" << 400;
    QTest::newRow("unknown encoding") << start + "Transfer-Encoding: xchunked\r\n\r\n" << 501;
    QTest::newRow("two encodings") << start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" << 501;
    const QByteArray chunked = start + "Transfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n";
    QTest::newRow("a second host behind the body") << chunked + "Host: b\r\n\r\n" << 400;
    QTest::newRow("a key behind the body") << chunked + "Authorization: Bearer x\r\n\r\n" << 400;
    QTest::newRow("two origins") << start + "Origin: a\r\nOrigin: b\r\n\r\n" << 400;
    QTest::newRow("two passwords") << start + "Authorization: a\r\nauthorization: b\r\n\r\n" << 400;
    QTest::newRow("negative length") << start + "Content-Length: -1\r\n\r\n" << 400;
    QTest::newRow("folded") << start + "X: a\r\n b\r\n\r\n" << 400;
    QTest::newRow("absolute target") << QByteArray("GET http://evil/ HTTP/1.1\r\nHost: a\r\n\r\n") << 400;
    QTest::newRow("long header") << start + "X: " + QByteArray(10'000, 'a') << 400;
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
    auto step =
        parser.feed("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n");
    QVERIFY(std::get<HttpParser::NeedMore>(step).expectsContinue);
    step = parser.feed("o");
    QVERIFY(!std::get<HttpParser::NeedMore>(step).expectsContinue);
    QVERIFY(std::holds_alternative<HttpRequest>(parser.feed("k")));
}

void HttpParserTest::survivesMutations() {
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const QByteArray sample =
        "POST /transactions/new?a=b HTTP/1.1\r\nHost: localhost:5000\r\nTransfer-Encoding: chunked\r\n\r\n"
        "5\r\nhello\r\n0\r\n\r\nGET /x HTTP/1.1\r\nHost: a\r\n\r\n";
    int whole = 0;
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = sample;
        for (auto changes = random() % 5; changes > 0; --changes)
            bytes[qsizetype(random() % std::size_t(bytes.size()))] = char(random());
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

CAIRN_TEST(HttpParserTest)
#include "HttpParserTest.moc"
