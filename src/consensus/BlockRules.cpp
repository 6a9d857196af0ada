#include "consensus/BlockRules.h"

#include "consensus/Difficulty.h"
#include "consensus/MerkleTree.h"
#include "consensus/Target.h"
#include "script/Script.h"
#include "util/Require.h"

#include <algorithm>
#include <cstdio>

namespace consensus {

using primitives::Block;
using primitives::BlockHeader;
using primitives::kWitnessScale;
using primitives::TransactionRef;

namespace {

constexpr std::int32_t kMinVersion =
    4; ///< BIP 34 asked for 2, BIP 66 for 3, BIP 65 for 4; all are active from the start

std::string hexNumber(std::int32_t value) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "0x%08x", static_cast<unsigned>(value));
    return text.data();
}

bool fitsBitsRule(const BlockHeader& header, const BlockContext& context, const ChainParams& params) {
    if (header.bits == context.scheduledBits) return true;
    return header.bits == params.rules().powLimitBits &&
           mayUseMinimum(header.time, context.parentTime, params);
}

Result<void, Rejection> checkMerkleRoot(const Block& block) {
    const MerkleResult merkle = merkleRoot(block);
    if (merkle.root != block.header.merkleRoot) return fail(Rejection{Reject::BadMerkleRoot});
    if (merkle.mutated) return fail(Rejection{Reject::DuplicateTransaction});
    return {};
}

std::int64_t strippedSizeOf(const Block& block) {
    std::size_t size = BlockHeader::kSize + util::compactSizeLength(block.transactions.size());
    for (const TransactionRef& transaction : block.transactions)
        size += transaction->strippedSize();
    return static_cast<std::int64_t>(size);
}

Result<void, Rejection> checkLength(const Block& block, const Rules& rules) {
    const auto count = static_cast<std::int64_t>(block.transactions.size());
    if (count == 0 || count * kWitnessScale > rules.maxBlockWeight ||
        strippedSizeOf(block) * kWitnessScale > rules.maxBlockWeight) {
        return fail(Rejection{Reject::BlockLength});
    }
    if (rules.maxBlockTransactions > 0 && count > rules.maxBlockTransactions) {
        return fail(Rejection{Reject::TooManyTransactions});
    }
    return {};
}

// Two nodes of an honest block's Merkle tree may be passed off as one transaction of 64 bytes. The root fits
// and the header is innocent, but such a body cannot begin with a coinbase.
Result<void, Rejection> checkCoinbasePlace(const Block& block) {
    const auto isCoinbase = [](const TransactionRef& transaction) { return transaction->isCoinbase(); };
    const auto isForgeable = [](const TransactionRef& transaction) {
        return transaction->strippedSize() == kForgeableSize;
    };
    const auto& all = block.transactions;
    if (!all.front()->isCoinbase()) {
        const bool forged = std::any_of(all.begin(), all.end(), isForgeable);
        return fail(Rejection{forged ? Reject::CoinbaseMissingForged : Reject::CoinbaseMissing});
    }
    if (std::any_of(all.begin() + 1, all.end(), isCoinbase)) return fail(Rejection{Reject::CoinbaseMultiple});
    return {};
}

Result<void, Rejection> checkLegacySigOps(const Block& block) {
    std::int64_t count = 0;
    for (const TransactionRef& transaction : block.transactions) {
        for (const primitives::TxIn& input : transaction->inputs())
            count += script::countSigOps(input.scriptSig, false);
        for (const primitives::TxOut& output : transaction->outputs()) {
            count += script::countSigOps(output.scriptPubKey, false);
        }
    }
    if (count * kWitnessScale > kMaxBlockSigOpCost) return fail(Rejection{Reject::BlockSigOps});
    return {};
}

Result<void, Rejection> checkCoinbaseHeight(const Block& block, std::int32_t height) {
    const util::Bytes wanted = coinbaseHeightScript(height);
    const util::Bytes& script = block.transactions.front()->inputs().front().scriptSig;
    if (script.size() < wanted.size() || !std::equal(wanted.begin(), wanted.end(), script.begin())) {
        return fail(Rejection{Reject::CoinbaseHeight});
    }
    return {};
}

/// BIP 141: with a commitment the coinbase's witness is one item of 32 bytes and the hash fits; without, no
/// witness at all.
Result<void, Rejection> checkWitness(const Block& block) {
    const primitives::Transaction& coinbase = *block.transactions.front();
    const std::optional<util::ByteArray<32>> committed = witnessCommitmentOf(coinbase);
    if (!committed) {
        const bool any =
            std::any_of(block.transactions.begin(), block.transactions.end(),
                        [](const TransactionRef& transaction) { return transaction->hasWitness(); });
        if (any) return fail(Rejection{Reject::UnexpectedWitness});
        return {};
    }
    const std::vector<util::Bytes>& witness = coinbase.inputs().front().witness;
    if (witness.size() != 1 || witness.front().size() != 32) return fail(Rejection{Reject::WitnessNonceSize});
    util::ByteArray<32> reserved;
    std::copy(witness.front().begin(), witness.front().end(), reserved.begin());
    const util::Bytes wanted = witnessCommitmentScript(witnessMerkleRoot(block), reserved);
    if (!std::equal(committed->begin(), committed->end(), wanted.end() - 32)) {
        return fail(Rejection{Reject::WitnessCommitment});
    }
    return {};
}

} // namespace

Result<void, Rejection> checkHeader(const BlockHeader& header, const primitives::BlockHash& hash,
                                    const ChainParams& params) {
    if (!hasValidWork(hash, header.bits, params.powLimit)) return fail(Rejection{Reject::HighHash});
    return {};
}

Result<void, Rejection> checkHeaderInContext(const BlockHeader& header, const BlockContext& context,
                                             std::int64_t now, const ChainParams& params) {
    if (!fitsBitsRule(header, context, params)) return fail(Rejection{Reject::BadDiffBits});
    if (header.time <= context.medianTime) return fail(Rejection{Reject::TimeTooOld});
    if (header.time > now + kMaxFutureSeconds) return fail(Rejection{Reject::TimeTooNew});
    if (header.version < kMinVersion) return fail(Rejection{Reject::BadVersion, hexNumber(header.version)});
    return {};
}

Result<void, Rejection> checkBlock(const Block& block, const ChainParams& params) {
    // What shows that the body is not the header's comes first: anything later marks the header itself.
    if (auto merkle = checkMerkleRoot(block); !merkle) return merkle;
    if (auto length = checkLength(block, params.rules()); !length) return length;
    if (auto coinbase = checkCoinbasePlace(block); !coinbase) return coinbase;
    for (const TransactionRef& transaction : block.transactions) {
        if (auto checked = checkTransaction(*transaction); !checked) return checked;
    }
    return checkLegacySigOps(block);
}

Result<void, Rejection> checkBlockInContext(const Block& block, const BlockContext& context,
                                            const ChainParams& params) {
    require(!block.transactions.empty() && block.transactions.front()->isCoinbase());
    for (const TransactionRef& transaction : block.transactions) {
        if (!isFinal(*transaction, context.height, context.medianTime))
            return fail(Rejection{Reject::NonFinal});
    }
    if (auto height = checkCoinbaseHeight(block, context.height); !height) return height;
    if (auto witness = checkWitness(block); !witness) return witness;
    if (block.weight() > params.rules().maxBlockWeight) return fail(Rejection{Reject::BlockWeight});
    return {};
}

primitives::BlockRef withReservedValue(primitives::BlockRef block) {
    if (block->transactions.empty()) return block;
    const primitives::Transaction& coinbase = *block->transactions.front();
    if (!coinbase.isCoinbase() || coinbase.hasWitness() || !witnessCommitmentOf(coinbase)) return block;
    primitives::TransactionParts parts = coinbase.parts();
    parts.inputs.front().witness = {util::Bytes(32)};
    Block completed = *block;
    completed.transactions.front() = std::make_shared<const primitives::Transaction>(std::move(parts));
    return std::make_shared<const Block>(std::move(completed));
}

util::Bytes coinbaseHeightScript(std::int32_t height) {
    return script::ScriptBuilder().number(height).take();
}

} // namespace consensus
