#include "chain/mempool/FeeEstimator.h"

#include "chain/mempool/FeeFraction.h"
#include "util/Log.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <span>

namespace chain {

namespace {

constexpr std::int32_t kDenseTargets = 25;
constexpr std::int32_t kFarTargets[] = {144, 504, 1008};
constexpr std::size_t kRecentBlocks = 24;
constexpr std::int64_t kCoinbaseRoom = 2'000; ///< weight that header and coinbase leave to nobody
constexpr std::int64_t kPaymentRoom = 1'000;  ///< weight of an ordinary payment

/// A part of the waiting transactions, or of a block's, that pays one rate.
struct Chunk {
    std::int64_t fee = 0;
    std::int64_t vsize = 0;
    std::int64_t weight = 0;
    std::int64_t count = 0;

    [[nodiscard]] FeeFraction rate() const { return {fee, vsize}; }
    void add(const Chunk& other) {
        fee += other.fee;
        vsize += other.vsize;
        weight += other.weight;
        count += other.count;
    }
};

Chunk chunkOf(const primitives::Transaction& transaction, primitives::Amount fee) {
    return {fee.satoshi(), transaction.vsize(), transaction.weight(), 1};
}

/// Appends to chunks of falling rate: what pays better than those before it belongs to them, as a child that
/// pays for its parent does.
void append(std::vector<Chunk>& chunks, Chunk next) {
    while (!chunks.empty() && chunks.back().rate() < next.rate()) {
        next.add(chunks.back());
        chunks.pop_back();
    }
    chunks.push_back(next);
}

/// What one block holds beside its coinbase.
struct Room {
    std::int64_t weight;
    std::int64_t count;
};

Room roomOf(const consensus::Rules& rules) {
    const std::int64_t weight = rules.maxBlockWeight;
    const std::int64_t count = rules.maxBlockTransactions;
    constexpr std::int64_t kUnlimited = std::numeric_limits<std::int32_t>::max();
    return {std::max(weight - kCoinbaseRoom, weight / 2), count > 0 ? count - 1 : kUnlimited};
}

/// At least 19 of 20 parts are taken: not every last transaction fits the rest.
bool isFull(const BlockFacts& facts, const consensus::Rules& rules) {
    const bool byWeight = facts.weight * 20 >= std::int64_t{rules.maxBlockWeight} * 19;
    const bool byCount = rules.maxBlockTransactions > 0 && std::int64_t{facts.transactionCount} * 20 >=
                                                               std::int64_t{rules.maxBlockTransactions} * 19;
    return byWeight || byCount;
}

/// The rate of the last payments that a full block took; a twentieth at the end may be there for other
/// reasons.
std::int64_t rateOf(const primitives::Block& block, const BlockUndo& undo) {
    std::vector<Chunk> chunks;
    std::int64_t total = 0;
    for (std::size_t i = 0; i < undo.spent.size() && i + 1 < block.transactions.size(); ++i) {
        const primitives::Transaction& transaction = *block.transactions[i + 1];
        primitives::Amount fee; // in range: the block is valid
        for (const consensus::Coin& coin : undo.spent[i])
            fee += coin.output.value;
        for (const primitives::TxOut& output : transaction.outputs())
            fee -= output.value;
        append(chunks, chunkOf(transaction, fee));
        total += transaction.vsize();
    }
    std::int64_t passed = 0;
    for (const Chunk& chunk : chunks) {
        passed += chunk.vsize;
        if (passed * 20 >= total * 19) return chunk.rate().perKvB();
    }
    return 0;
}

/// What must be outbid to be among the first `blocks` blocks' worth; nothing when all of it fits with room
/// for one more.
std::optional<std::int64_t> rateAtBorder(std::span<const Chunk> chunks, Room room, std::int32_t blocks) {
    std::int64_t weight = kPaymentRoom;
    std::int64_t count = 1;
    for (const Chunk& chunk : chunks) {
        weight += chunk.weight;
        count += chunk.count;
        if (weight > room.weight * blocks || count > room.count * blocks) return chunk.rate().perKvB();
    }
    return std::nullopt;
}

/// Half of the next block or more is spoken for.
bool isBusy(std::span<const Chunk> chunks, Room room) {
    Chunk all;
    for (const Chunk& chunk : chunks)
        all.add(chunk);
    return all.weight * 2 >= room.weight || all.count * 2 >= room.count;
}

} // namespace

/// Brings `m_recent` level with the tip.
void FeeEstimator::lookAtRecentBlocks() {
    m_recent.clear();
    std::unordered_map<primitives::BlockHash, std::int64_t> kept;
    const HeaderEntry* entry = &m_chain.tip();
    for (; entry->height() > 0 && m_recent.size() < kRecentBlocks; entry = entry->parent) {
        m_recent.push_back(0);
        if (!isFull(entry->facts, m_chain.params().rules())) continue;
        if (const auto known = m_rates.find(entry->hash()); known != m_rates.end()) {
            m_recent.back() = known->second;
        } else {
            const auto block = m_chain.readBlock(entry->hash());
            const auto undo = m_chain.readUndo(entry->hash());
            if (!block || !undo || *block == nullptr || *undo == nullptr) {
                util::logWarning("mempool", "block " + entry->hash().toHex() +
                                                " could not be read for the fee estimates");
                continue;
            }
            m_recent.back() = rateOf(**block, **undo);
        }
        kept.emplace(entry->hash(), m_recent.back());
    }
    m_rates = std::move(kept);
}

/// What would have been enough in 17 of 20 cases to get into one of so many blocks in a row.
std::int64_t FeeEstimator::recentRate(std::int32_t targetBlocks) const {
    const auto window = static_cast<std::size_t>(targetBlocks);
    if (window * 2 > m_recent.size()) return 0; // too few cases
    std::vector<std::int64_t> rates;
    for (std::size_t first = 0; first + window <= m_recent.size(); ++first) {
        const auto begin = m_recent.begin() + static_cast<std::ptrdiff_t>(first);
        rates.push_back(*std::min_element(begin, begin + targetBlocks));
    }
    std::sort(rates.begin(), rates.end());
    return rates[(rates.size() * 17 + 19) / 20 - 1];
}

FeeEstimates FeeEstimator::estimate(const MempoolSnapshot& waiting) {
    lookAtRecentBlocks();
    std::vector<Chunk> chunks;
    for (const MempoolSnapshot::Item& item : waiting.items)
        append(chunks, chunkOf(*item.transaction, item.fee));
    const Room room = roomOf(m_chain.params().rules());
    const bool busy = isBusy(chunks, room);

    std::vector<std::int32_t> targets;
    for (std::int32_t target = 1; target <= kDenseTargets; ++target)
        targets.push_back(target);
    targets.insert(targets.end(), std::begin(kFarTargets), std::end(kFarTargets));

    FeeEstimates out;
    for (const std::int32_t target : targets) {
        FeeEstimate estimate{target, waiting.minFeePerKvB, FeeEstimate::Basis::Room};
        if (const auto border = rateAtBorder(chunks, room, target)) {
            // A tenth more, so that it stays ahead of those who do the same.
            estimate = {target, std::max(*border + *border / 10 + 1, waiting.minFeePerKvB),
                        FeeEstimate::Basis::Waiting};
        }
        const std::int64_t recent = busy ? recentRate(target) : 0;
        if (recent > estimate.feePerKvB) estimate = {target, recent, FeeEstimate::Basis::Recent};
        if (!out.byTarget.empty() && estimate.feePerKvB > out.byTarget.back().feePerKvB) {
            estimate.feePerKvB = out.byTarget.back().feePerKvB;
            estimate.basis = out.byTarget.back().basis;
        }
        out.byTarget.push_back(estimate);
    }
    return out;
}

} // namespace chain
