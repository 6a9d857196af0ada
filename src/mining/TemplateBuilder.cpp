#include "mining/TemplateBuilder.h"

#include "consensus/Difficulty.h"
#include "consensus/MerkleTree.h"
#include "consensus/Subsidy.h"
#include "consensus/Target.h"
#include "script/Script.h"
#include "util/Log.h"
#include "util/Require.h"

#include <algorithm>
#include <limits>
#include <unordered_set>

namespace mining {
namespace {

using Selection = std::vector<const chain::MempoolEntry*>;

constexpr std::size_t kMaxTag = 40;
/// Header and number of transactions, the latter at its longest.
constexpr std::int64_t kFrameWeight =
    std::int64_t{primitives::BlockHeader::kSize + 5} * primitives::kWitnessScale;

/// Height, tag, extra nonce; each a push, so that chance bytes do not count as signature operations.
util::Bytes coinbaseScript(std::int32_t height, std::string_view tag) {
    script::ScriptBuilder rest;
    if (!tag.empty()) rest.push(util::asBytes(tag.substr(0, kMaxTag)));
    rest.push(util::Bytes(kExtraNonceSize));
    util::Bytes script = consensus::coinbaseHeightScript(height);
    const util::Bytes end = rest.take();
    script.insert(script.end(), end.begin(), end.end());
    require(script.size() <= consensus::kMaxCoinbaseScript);
    return script;
}

/// The witness commitment is the last output, still without its hash: the coinbase's size and signature
/// operations are final.
primitives::TransactionParts coinbaseParts(std::int32_t height, std::string_view tag,
                                           const util::Bytes& script) {
    primitives::TransactionParts parts;
    parts.inputs.push_back({{}, coinbaseScript(height, tag), primitives::kSequenceFinal, {util::Bytes(32)}});
    parts.outputs.push_back({primitives::Amount(), script});
    parts.outputs.push_back({primitives::Amount(), consensus::witnessCommitmentScript({}, {})});
    return parts;
}

std::int64_t transactionLimit(const consensus::Rules& rules) {
    if (rules.maxBlockTransactions == 0) return std::numeric_limits<std::int32_t>::max();
    return rules.maxBlockTransactions - 1;
}

/// Leaves out what waits for a later height or time (after a reorganisation), and what spends from it.
Selection finalOnly(const Selection& selected, const consensus::BlockContext& context) {
    Selection out;
    std::unordered_set<primitives::TxId> left;
    for (const chain::MempoolEntry* entry : selected) {
        const bool hasParents =
            std::none_of(entry->parents.begin(), entry->parents.end(),
                         [&](const primitives::TxId& parent) { return left.contains(parent); });
        if (hasParents && consensus::isFinal(*entry->transaction, context.height, context.medianTime))
            out.push_back(entry);
        else
            left.insert(entry->transaction->txid());
    }
    return out;
}

/// What fits beside this coinbase.
Selection select(const chain::Mempool& mempool, const primitives::Transaction& coinbase,
                 const consensus::BlockContext& context, const consensus::Rules& rules) {
    const std::int64_t weight = rules.maxBlockWeight - kFrameWeight - coinbase.weight();
    const std::int64_t sigOpCost = consensus::kMaxBlockSigOpCost - consensus::sigOpCost(coinbase, {});
    const std::int64_t count = transactionLimit(rules);
    if (weight <= 0 || count <= 0 || sigOpCost < 0) return {};
    return finalOnly(mempool.selectForBlock(weight, count, sigOpCost), context);
}

void fill(BlockTemplate& out, primitives::TransactionParts coinbase, const Selection& selected) {
    auto& transactions = out.block.transactions;
    transactions.assign(1, nullptr);
    out.transactionFees.assign(1, primitives::Amount());
    out.sigOpCosts.assign(1, 0);
    out.fees = primitives::Amount();
    for (const chain::MempoolEntry* entry : selected) {
        transactions.push_back(entry->transaction);
        out.transactionFees.push_back(entry->fee);
        out.sigOpCosts.push_back(entry->sigOpCost);
        out.fees += entry->fee;
    }
    coinbase.outputs.front().value = out.subsidy + out.fees;
    transactions.front() = std::make_shared<primitives::Transaction>(coinbase);
    coinbase.outputs.back().scriptPubKey =
        consensus::witnessCommitmentScript(consensus::witnessMerkleRoot(out.block), {});
    transactions.front() = std::make_shared<primitives::Transaction>(std::move(coinbase));
    out.block.header.merkleRoot = consensus::merkleRoot(out.block).root;
}

void setTimeAndTarget(BlockTemplate& out, const consensus::BlockContext& context, std::int64_t now,
                      const consensus::ChainParams& params) {
    out.minTime = context.medianTime + 1;
    out.currentTime = std::max(now, out.minTime);
    const bool isEasy = consensus::mayUseMinimum(out.currentTime, context.parentTime, params);
    const std::uint32_t bits = isEasy ? params.rules().powLimitBits : context.scheduledBits;
    const std::int64_t wait = params.rules().minDifficultyAfter;
    if (wait > 0 && bits != params.rules().powLimitBits) out.easierFrom = context.parentTime + wait + 1;
    const auto target = consensus::targetFromBits(bits);
    require(target.has_value());
    out.target = *target;
    out.block.header.bits = bits;
    out.block.header.time = static_cast<std::uint32_t>(out.currentTime);
}

} // namespace

BlockTemplate TemplateBuilder::build(const util::Bytes& script, std::string_view coinbaseTag,
                                     bool withTransactions) {
    const consensus::ChainParams& params = m_chain.params();
    const consensus::BlockContext context = m_chain.nextContext();
    BlockTemplate out;
    out.id = m_nextId++;
    out.height = context.height;
    out.mempoolSequence = m_mempool.sequence();
    out.subsidy = consensus::subsidyAt(context.height, params.rules());
    out.block.header.previous = m_chain.tip().hash();
    setTimeAndTarget(out, context, m_clock.now(), params);

    const primitives::TransactionParts coinbase = coinbaseParts(context.height, coinbaseTag, script);
    Selection selected;
    if (withTransactions)
        selected = select(m_mempool, primitives::Transaction(coinbase), context, params.rules());
    fill(out, coinbase, selected);
    if (selected.empty()) return out;
    if (const auto tested = m_chain.testBlock(out.block); !tested) {
        util::logError("mining",
                       "template without transactions, because with them: " + toString(tested.error()));
        fill(out, coinbase, {});
    }
    return out;
}

} // namespace mining
