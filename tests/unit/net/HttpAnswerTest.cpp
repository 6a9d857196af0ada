#include "net/link/HttpAnswer.h"
#include "support/TestProgram.h"

using namespace net;

class HttpAnswerTest : public QObject {
    Q_OBJECT
private slots:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void boundsWhatHasNoEnd_data();
    void boundsWhatHasNoEnd();
};

void HttpAnswerTest::reads_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char* name, const QByteArray& bytes, int status, const QByteArray& body) {
        QTest::newRow(name) << bytes << status << body;
    };
    row("sized", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello", 200, "hello");
    row("bare line feeds", "HTTP/1.0 200 OK\nContent-Length: 5\n\nhello", 200, "hello");
    row("without a phrase", "HTTP/1.1 404\r\nContent-Length: 0\r\n\r\n", 404, "");
    row("until closed", "HTTP/1.0 200 OK\r\nServer: x\r\n\r\nhello", 200, "hello");
    row("chunked",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nX: y\r\n\r\n",
        200, "hello");
    row("chunked wins", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
        200, "");
    row("continue",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nLink: x\r\n\r\nHTTP/1.1 201 "
        "Made\r\nContent-Length: 1\r\n\r\nx",
        201, "x");
    row("no content", "HTTP/1.1 204 No Content\r\n\r\n", 204, "");
    row("more than was said", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello", 200, "he");
    row("twice the same length", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nhe", 200,
        "he");
}

void HttpAnswerTest::reads() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    HttpAnswerReader whole(1000);
    whole.feed(bytes);
    whole.close();
    HttpAnswerReader dripping(1000);
    for (const char c : bytes)
        if (dripping.feed(QByteArray(1, c))) break;
    dripping.close();
    for (const HttpAnswerReader* each : {&whole, &dripping}) {
        QVERIFY(each->isDone() && !each->fault());
        QCOMPARE(each->status(), status);
        QCOMPARE(each->body(), body);
    }
}

void HttpAnswerTest::refuses_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("fault");
    const auto row = [](const char* name, const QByteArray& bytes, HttpAnswerFault fault) {
        QTest::newRow(name) << bytes << int(fault);
    };
    using enum HttpAnswerFault;
    row("nothing", "", NotHttp);
    row("another language", "\xfa\xbf\xb5\xda", NotHttp);
    row("SSH", "SSH-2.0-x\r\n", NotHttp);
    row("no number", "HTTP/1.1 abc OK\r\n\r\n", NotHttp);
    row("HTTP/2", "HTTP/2 200\r\n\r\n", NotHttp);
    row("no colon", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n", Malformed);
    row("two lengths", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n", Malformed);
    row("negative length", "HTTP/1.1 200 OK\r\nContent-Length: -2\r\n\r\n", Malformed);
    row("length with a sign", "HTTP/1.1 200 OK\r\nContent-Length: +2\r\n\r\n", Malformed);
    row("length is a word", "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n", Malformed);
    row("endless length", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\n", Malformed);
    row("large", "HTTP/1.1 200 OK\r\nContent-Length: 1001\r\n\r\n", TooLong);
    row("compressed", "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", Malformed);
    row("chunk size is a word", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n", Malformed);
    row("chunk size is empty", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n", Malformed);
    row("chunk size is negative", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", Malformed);
    row("chunk size is large", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n", TooLong);
    row("chunk without an end", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n",
        Malformed);
    row("four times continue", QByteArray("HTTP/1.1 100 Continue\r\n\r\n").repeated(4), TooLong);
    row("other protocol", "HTTP/1.1 101 Switching\r\n\r\n", Malformed);
    row("cut", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell", Cut);
    row("cut in a header", "HTTP/1.1 200 OK\r\nContent-Le", Cut);
    row("cut in a chunk", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel", Cut);
}

void HttpAnswerTest::refuses() {
    QFETCH(QByteArray, bytes);
    QFETCH(int, fault);
    HttpAnswerReader reader(1000);
    reader.feed(bytes);
    reader.close();
    QVERIFY(reader.isDone() && reader.fault());
    QCOMPARE(int(*reader.fault()), fault);
    QVERIFY(reader.body().isEmpty());
}

void HttpAnswerTest::boundsWhatHasNoEnd_data() {
    QTest::addColumn<QByteArray>("start");
    QTest::addColumn<QByteArray>("repeated");
    const auto row = [](const char* name, const QByteArray& start, const QByteArray& repeated) {
        QTest::newRow(name) << start << repeated;
    };
    const QByteArray chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    row("status line", "HTTP/1.1 200 ", "OK");
    row("header line", "HTTP/1.1 200 OK\r\nX: ", "aaaa");
    row("header lines", "HTTP/1.1 200 OK\r\n", "X: y\r\n");
    row("continue", "", "HTTP/1.1 100 Continue\r\n\r\n");
    row("chunk size", chunked, "0");
    row("chunk extension", chunked + "1;", "a");
    row("chunks", chunked, "1\r\nx\r\n");
    row("chunk ends", chunked + "1\r\nx", "a");
    row("trailers", chunked + "0\r\n", "X: y\r\n");
    row("body", "HTTP/1.1 200 OK\r\n\r\n", "aaaa");
}

void HttpAnswerTest::boundsWhatHasNoEnd() {
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, repeated);
    HttpAnswerReader reader(100'000);
    qint64 sent = start.size();
    bool isOver = reader.feed(start);
    while (!isOver && sent < 1'000'000) {
        isOver = reader.feed(repeated);
        sent += repeated.size();
    }
    QVERIFY(isOver && reader.fault());
    QVERIFY2(sent <= 120'000, qPrintable(QString::number(sent)));
}

CAIRN_TEST(HttpAnswerTest)
#include "HttpAnswerTest.moc"
