#include "primitives/BlockHeader.h"
#include "util/Require.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    util::ByteReader reader({data, size});
    const auto header = primitives::BlockHeader::read(reader);
    require(reader.ok() == (size >= primitives::BlockHeader::kSize));
    if (!reader.ok()) return 0;
    const auto written = header.serialize();
    require(std::equal(written.begin(), written.end(), data));
    require(primitives::BlockHash::fromHex(header.hash().toHex()) == header.hash());
    return 0;
}
