#include "chain/Locator.h"

#include <algorithm>

namespace chain {

std::vector<primitives::BlockHash> locatorFrom(const HeaderEntry& from) {
    constexpr std::size_t kInARow = 10;
    std::vector<primitives::BlockHash> out;
    std::int32_t step = 1;
    for (const HeaderEntry* entry = &from;;) {
        out.push_back(entry->hash());
        if (entry->height() == 0) return out;
        if (out.size() > kInARow) step *= 2; // at most 2^31 in all: no overflow before genesis is reached
        entry = entry->ancestor(std::max(entry->height() - step, 0));
    }
}

std::vector<primitives::BlockHeader> headersAfter(const ChainState& chain,
                                                  std::span<const primitives::BlockHash> locator,
                                                  const primitives::BlockHash& stop, std::size_t count) {
    std::int32_t height = 0;
    for (const primitives::BlockHash& hash : locator) {
        const HeaderEntry* entry = chain.headers().find(hash);
        if (entry == nullptr || !chain.isInBestChain(*entry)) continue;
        height = entry->height();
        break;
    }
    std::vector<primitives::BlockHeader> out;
    while (out.size() < count) {
        const HeaderEntry* next = chain.at(++height);
        if (next == nullptr) break;
        out.push_back(next->record.header);
        if (next->hash() == stop) break;
    }
    return out;
}

} // namespace chain
