#include "primitives/Block.h"
#include "util/Require.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    const auto block = primitives::Block::parse(bytes);
    if (!block) return 0;
    const util::Bytes written = block->serialize();
    require(std::equal(written.begin(), written.end(), bytes.begin(), bytes.end()));
    require(block->size() == size);
    require(block->weight() >= static_cast<std::int64_t>(size) &&
            block->weight() <= 4 * static_cast<std::int64_t>(size));
    return 0;
}
