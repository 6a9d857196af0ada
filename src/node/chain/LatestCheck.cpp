#include "node/chain/LatestCheck.h"

#include "consensus/BlockRules.h"
#include "consensus/TxRules.h"
#include "script/Interpreter.h"
#include "util/Log.h"

#include <algorithm>

namespace node {

namespace {

bool scriptsHold(const primitives::Transaction& transaction, const std::vector<consensus::Coin>& coins) {
    std::vector<primitives::TxOut> spent;
    for (const consensus::Coin& coin : coins)
        spent.push_back(coin.output);
    const script::SigHashCache cache(transaction, spent);
    for (std::size_t i = 0; i < spent.size(); ++i) {
        if (!script::verifyInput(transaction, i, spent, cache, script::kBlockFlags)) return false;
    }
    return true;
}

/// A block over what it spent.
bool spendingHolds(const primitives::Block& block, const chain::BlockUndo& undo, std::int32_t height,
                   const consensus::ChainParams& params, CheckDepth depth) {
    if (undo.spent.size() + 1 != block.transactions.size()) return false;
    for (std::size_t i = 0; i < undo.spent.size(); ++i) {
        const primitives::Transaction& transaction = *block.transactions[i + 1];
        if (undo.spent[i].size() != transaction.inputs().size()) return false;
        if (depth < CheckDepth::Amounts) continue;
        if (!consensus::checkInputs(transaction, undo.spent[i], height, params.rules())) return false;
        if (depth == CheckDepth::Scripts && !scriptsHold(transaction, undo.spent[i])) return false;
    }
    return true;
}

} // namespace

Result<bool, storage::StorageError> checkLatest(storage::ChainReader& reader,
                                                const consensus::ChainParams& params, CheckDepth depth,
                                                std::int32_t count) {
    const storage::ChainReader::Snapshot snapshot(reader);
    const auto tip = reader.tip();
    if (!tip) return fail(tip.error());
    const std::int32_t lowest = std::max(1, tip->height - count + 1);
    for (std::int32_t height = tip->height; height >= lowest; --height) {
        const auto wrong = [height] {
            util::logError("verify", "block " + std::to_string(height) + " is not as it was stored");
            return false;
        };
        const auto stored = reader.blockAt(height);
        if (!stored) return fail(stored.error());
        if (!*stored) return wrong();
        const auto block = reader.readBlock((*stored)->record.hash);
        if (!block) return fail(block.error());
        if (*block == nullptr || (*block)->header.hash() != (*stored)->record.hash) return wrong();
        if (depth >= CheckDepth::Rules && !consensus::checkBlock(**block, params)) return wrong();
        if (depth < CheckDepth::Undo) continue;
        const auto undo = reader.readUndo((*stored)->record.hash);
        if (!undo) return fail(undo.error());
        if (*undo == nullptr || !spendingHolds(**block, **undo, height, params, depth)) return wrong();
    }
    return true;
}

} // namespace node
