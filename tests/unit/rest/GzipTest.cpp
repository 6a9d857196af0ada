#include "rest/http/Gzip.h"
#include "support/TestProgram.h"

#include <zlib.h>

using namespace rest;

class GzipTest : public QObject {
    Q_OBJECT
private slots:
    void compressesInPieces();
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
