#include "explorer/AddressIndex.h"

namespace explorer {
namespace {

/// Bodies that one call applies, as one transaction of the store: bounds its memory and its time.
constexpr std::size_t kMaxBatchBytes = 2U << 20;

chain::StoreError missing(const char* what, const primitives::BlockHash& hash) {
    return {chain::StoreError::Kind::Damaged,
            std::string(what) + " of block " + hash.toHex() + " is missing"};
}

} // namespace

Result<bool, chain::StoreError> AddressIndex::catchUp(int maxBlocks) {
    auto at = m_store.tip();
    if (!at) return fail(at.error());
    chain::TipInfo tip = *at;
    int left = maxBlocks;
    while (left > 0 && tip.height >= 0 && !isInBestChain(tip)) {
        auto below = revert(tip);
        if (!below) return fail(below.error());
        tip = *below;
        --left;
    }
    if (left > 0 && tip.height < m_chain.tip().height() && (tip.height < 0 || isInBestChain(tip))) {
        auto batch = readAfter(tip, left);
        if (!batch) return fail(batch.error());
        if (auto done = m_store.apply(*batch); !done) return fail(done.error());
        tip = {batch->back().height, batch->back().hash};
    }
    return tip == chain::TipInfo{m_chain.tip().height(), m_chain.tip().hash()};
}

bool AddressIndex::isInBestChain(const chain::TipInfo& block) const {
    const chain::HeaderEntry* entry = m_chain.at(block.height);
    return entry != nullptr && entry->hash() == block.hash;
}

Result<chain::TipInfo, chain::StoreError> AddressIndex::revert(const chain::TipInfo& tip) {
    const auto block = m_blocks.readBlock(tip.hash);
    if (!block) return fail(block.error());
    if (!*block) return fail(missing("the body", tip.hash));
    if (auto done = m_store.revert({*block, tip.hash, tip.height}); !done) return fail(done.error());
    return chain::TipInfo{tip.height - 1, (*block)->header.previous};
}

Result<std::vector<chain::ConnectedBlock>, chain::StoreError>
AddressIndex::readAfter(const chain::TipInfo& tip, int maxBlocks) {
    std::vector<chain::ConnectedBlock> out;
    std::size_t bytes = 0;
    for (std::int32_t height = tip.height + 1;
         static_cast<int>(out.size()) < maxBlocks && bytes < kMaxBatchBytes; ++height) {
        const chain::HeaderEntry* entry = m_chain.at(height);
        if (entry == nullptr) break;
        const auto block = m_blocks.readBlock(entry->hash());
        if (!block) return fail(block.error());
        if (!*block) return fail(missing("the body", entry->hash()));
        auto undo = m_blocks.readUndo(entry->hash());
        if (!undo) return fail(undo.error());
        if (!*undo && (*block)->transactions.size() > 1) return fail(missing("the undo data", entry->hash()));
        bytes += (*block)->size();
        out.push_back({*block, entry->hash(), height, std::move(*undo), entry->facts.fees});
    }
    return out;
}

} // namespace explorer
