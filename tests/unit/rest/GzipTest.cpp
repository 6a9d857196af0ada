#include "rest/http/Gzip.h"
#include "rest/http/HttpServer.h"
#include "support/TestProgram.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpSocket>

#include <limits>
#include <zlib.h>

using namespace rest;

class GzipTest : public QObject {
    Q_OBJECT
private slots:
    void compressesInPieces();
    void compressesElsewhere();
    void readsAcceptEncoding_data();
    void readsAcceptEncoding();
};

namespace {

QByteArray unpacked(QByteArray bytes) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_in = uInt(bytes.size());
    QByteArray out;
    int state = Z_OK;
    while (state == Z_OK) {
        char buffer[4096];
        stream.next_out = reinterpret_cast<Bytef*>(buffer);
        stream.avail_out = sizeof buffer;
        state = inflate(&stream, Z_NO_FLUSH);
        out.append(buffer, qsizetype(sizeof buffer - stream.avail_out));
    }
    inflateEnd(&stream);
    return state == Z_STREAM_END ? out : QByteArray();
}

} // namespace

void GzipTest::compressesInPieces() {
    QByteArray text;
    for (int i = 0; i < 50'000; ++i)
        text += QByteArray::number(i) + ',';
    for (const qsizetype piece : {1'000, 70'000, 1'000'000}) {
        Gzip gzip;
        QByteArray out;
        for (qsizetype at = 0; at < text.size(); at += piece)
            out += gzip.add(text.mid(at, piece), at + piece >= text.size());
        QVERIFY(out.size() < text.size() / 2);
        QCOMPARE(unpacked(out), text);
    }
    QCOMPARE(unpacked(Gzip().add({}, true)), QByteArray(""));
}

/// Whoever answers is not held up by the compression of a long body; the client gets all of it.
void GzipTest::compressesElsewhere() {
    QByteArray text;
    QRandomGenerator random(7);
    while (text.size() < 1'000'000)
        text += QByteArray::number(random.generate());
    QElapsedTimer clock;
    clock.start();
    QVERIFY(Gzip().add(text, true).size() < text.size());
    const qint64 toCompress = clock.nsecsElapsed();
    qint64 toAnswer = std::numeric_limits<qint64>::max();
    HttpServer server(
        {},
        [&](const HttpRequest&, const ResponderRef& responder) {
            QElapsedTimer held;
            held.start();
            responder->send(textResponse(200, text));
            toAnswer = std::min(toAnswer, held.nsecsElapsed());
        },
        [](const HttpRequest&, int, qint64, qint64) {});
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QByteArray received;
    connect(&client, &QTcpSocket::readyRead, this, [&] { received += client.readAll(); });
    QSignalSpy ended(&client, &QTcpSocket::disconnected);
    const QByteArray request = "GET / HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n";
    client.write(request + "\r\n" + request + "\r\n" + request + "Connection: close\r\n\r\n");
    QTRY_COMPARE(ended.count(), 1);
    QVERIFY2(toAnswer < toCompress / 3,
             qPrintable(QStringLiteral("%1 of %2 ns").arg(toAnswer).arg(toCompress)));
    QCOMPARE(received.count("Content-Encoding: gzip"), 3);
    const qsizetype head = received.indexOf("\r\n\r\n", received.lastIndexOf("HTTP/1.1 200 OK"));
    QCOMPARE(unpacked(received.mid(head + 4)), text);
}

void GzipTest::readsAcceptEncoding_data() {
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("taken");
    for (const char* header : {"gzip", "deflate, gzip", "GZIP;q=0.5, br", "br;q=1.0, gzip; q=0.8", "x-gzip"})
        QTest::newRow(header) << QByteArray(header) << true;
    for (const char* header : {"", "identity", "gzip;q=0", "gzip; q=0.0", "br, deflate", "gzippy"})
        QTest::newRow(*header != '\0' ? header : "none") << QByteArray(header) << false;
}

void GzipTest::readsAcceptEncoding() {
    QFETCH(QByteArray, header);
    QFETCH(bool, taken);
    QCOMPARE(acceptsGzip(header), taken);
}

CAIRN_TEST(GzipTest)
#include "GzipTest.moc"
