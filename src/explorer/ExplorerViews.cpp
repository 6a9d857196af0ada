#include "explorer/ExplorerViews.h"

#include "consensus/Subsidy.h"

namespace explorer {

BlockRow rowOf(const storage::StoredBlock& block, const consensus::ChainParams& params) {
    BlockRow row;
    row.height = block.record.height;
    row.hash = block.record.hash;
    row.time = block.record.header.time;
    row.transactionCount = block.facts.transactionCount;
    row.sizeBytes = block.facts.sizeBytes;
    row.weight = block.facts.weight;
    row.fees = block.facts.fees;
    row.minerScript = block.facts.minerScript;
    row.minerAddress = addressTextOf(row.minerScript, params);
    row.finder = block.facts.finder;
    row.bits = block.record.header.bits;
    row.status = block.record.status;
    row.inBestChain = block.inBestChain;
    return row;
}

OutputView viewOf(const primitives::TxOut& output, std::uint32_t index,
                  const consensus::ChainParams& params) {
    OutputView view;
    view.index = index;
    view.output = output;
    view.type = script::outputTypeOf(output.scriptPubKey);
    view.address = addressTextOf(output.scriptPubKey, params);
    return view;
}

std::string addressTextOf(util::ByteView script, const consensus::ChainParams& params) {
    return script::toAddress(script, params.addresses).value_or(std::string());
}

primitives::Amount subsidyOf(std::int32_t height, const consensus::ChainParams& params) {
    if (height > 0) return consensus::subsidyAt(height, params.rules());
    primitives::Amount sum;
    for (const primitives::TxOut& output : params.genesis->transactions.front()->outputs())
        sum += output.value;
    return sum;
}

} // namespace explorer
