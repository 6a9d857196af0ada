#include "chain/ChainTypes.h"
#include "util/Require.h"

#include <algorithm>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    const auto undo = chain::parseUndo(bytes);
    if (!undo) return 0;
    const util::Bytes written = chain::serialize(*undo);
    require(std::equal(written.begin(), written.end(), bytes.begin(), bytes.end()));
    return 0;
}
