// A stream of a stranger, cut into pieces as the first bytes say, through the reader of frames. In whichever
// pieces it comes, the same messages come out; and the reader never holds more than what was fed.
#include "net/wire/Codec.h"

#include <algorithm>
#include <cstdlib>

namespace {

constexpr net::wire::Magic kFuzzMagic = {0xfa, 0xbf, 0xb5, 0xda};

std::string readInPieces(util::ByteView bytes, std::size_t piece) {
    net::wire::FrameReader reader(kFuzzMagic, 10'000);
    std::string out;
    while (!bytes.empty()) {
        const std::size_t count = std::min(piece, bytes.size());
        reader.feed(bytes.first(count));
        bytes = bytes.subspan(count);
        for (;;) {
            const auto received = reader.next();
            if (received && !*received) break;
            out +=
                received ? net::wire::commandOf((*received)->message) : std::to_string(int(received.error()));
            out += ' ';
            const bool isLost = !received && (received.error() == net::wire::WireError::WrongMagic ||
                                              received.error() == net::wire::WireError::TooLong);
            if (isLost) return out;
        }
        if (reader.buffered() > 10'000 + net::wire::kHeaderBytes) std::abort();
    }
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    // Frames with their checksums right, too: the second byte asks for one around what follows.
    util::Bytes stream(data + 2, data + size);
    if (data[1] % 2 == 1) stream = net::wire::frame(data[1] % 4 == 1 ? "inv" : "tx", stream, kFuzzMagic);
    if (readInPieces(stream, 1 + data[0]) != readInPieces(stream, stream.size() + 1)) std::abort();
    return 0;
}
