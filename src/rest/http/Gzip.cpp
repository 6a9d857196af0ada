#include "rest/http/Gzip.h"

#include "util/Require.h"

#include <zlib.h>

namespace rest {

namespace {
constexpr int kGzipWindow = 15 + 16; ///< zlib's largest window, in a gzip frame
constexpr int kMemory = 8;
} // namespace

struct Gzip::State {
    z_stream stream{};
};

Gzip::Gzip() : m_state(std::make_unique<State>()) {
    const int made =
        deflateInit2(&m_state->stream, Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, kMemory, Z_DEFAULT_STRATEGY);
    require(made == Z_OK);
}

Gzip::~Gzip() {
    deflateEnd(&m_state->stream);
}

QByteArray Gzip::add(const QByteArray& bytes, bool last) {
    z_stream& stream = m_state->stream;
    // zlib's interface is not const-correct: it only reads.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.constData()));
    stream.avail_in = uInt(bytes.size());
    QByteArray out;
    char buffer[32 * 1024];
    do {
        stream.next_out = reinterpret_cast<Bytef*>(buffer);
        stream.avail_out = sizeof buffer;
        deflate(&stream, last ? Z_FINISH : Z_NO_FLUSH);
        out.append(buffer, qsizetype(sizeof buffer - stream.avail_out));
    } while (stream.avail_out == 0);
    return out;
}

bool acceptsGzip(const QByteArray& acceptEncoding) {
    for (const QByteArray& item : acceptEncoding.toLower().split(',')) {
        const auto parts = item.split(';');
        const QByteArray name = parts.first().trimmed();
        if (name != "gzip" && name != "x-gzip") continue;
        if (parts.size() == 1) return true;
        const QByteArray quality = parts[1].trimmed().replace(" ", "");
        return !quality.startsWith("q=") || quality.mid(2).toDouble() > 0;
    }
    return false;
}

} // namespace rest
