#include "util/ByteReader.h"
#include "util/ByteWriter.h"
#include "util/Require.h"

#include <algorithm>

/// Reads sized pieces until the end or the first error; the good part comes out as it went in.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::uint64_t kLimit = 1 << 16;
    util::ByteReader reader({data, size});
    util::ByteWriter writer;
    std::size_t good = 0;
    while (!reader.atEnd()) {
        const util::ByteView piece = reader.sized(kLimit);
        if (!reader.ok()) break;
        require(piece.size() <= kLimit);
        writer.sized(piece);
        good = reader.position();
    }
    require(writer.size() == good);
    require(std::equal(writer.view().begin(), writer.view().end(), data));

    util::ByteReader sizes({data, size});
    const std::uint64_t value = sizes.compactSize(UINT64_MAX);
    require(!sizes.ok() || util::compactSizeLength(value) == sizes.position());
    return 0;
}
