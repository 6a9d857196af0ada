#include "chain/mempool/MempoolSnapshot.h"

#include "crypto/Sha256.h"

#include <limits>
#include <unordered_set>

namespace chain {

namespace {

/// The outputs a waiting transaction spends, one an input; an empty one where the store fails.
std::vector<primitives::TxOut> spentBy(const primitives::Transaction& transaction, const Mempool& mempool,
                                       ChainState& chain) {
    std::vector<primitives::TxOut> out;
    out.reserve(transaction.inputs().size());
    for (const primitives::TxIn& input : transaction.inputs()) {
        if (const MempoolEntry* parent = mempool.find(input.previous.txid)) {
            out.push_back(parent->transaction->outputs()[input.previous.index]);
            continue;
        }
        const auto coin = chain.coin(input.previous);
        out.push_back(coin && *coin ? (*coin)->output : primitives::TxOut());
    }
    return out;
}

/// Everything that `next(place, visit)` leads to, each once, without the first.
template <class F>
std::vector<std::size_t> reachedFrom(std::size_t first, F next) {
    std::unordered_set<std::size_t> seen{first};
    std::vector<std::size_t> out{first};
    for (std::size_t at = 0; at < out.size(); ++at) {
        next(out[at], [&](std::size_t other) {
            if (seen.insert(other).second) out.push_back(other);
        });
    }
    out.erase(out.begin());
    return out;
}

} // namespace

std::vector<std::size_t> MempoolSnapshot::ancestorsOf(std::size_t place) const {
    return reachedFrom(place, [this](std::size_t at, const auto& visit) {
        for (const primitives::TxIn& input : items[at].transaction->inputs()) {
            const auto parent = byTxid.find(input.previous.txid);
            if (parent != byTxid.end()) visit(parent->second);
        }
    });
}

std::vector<std::size_t> MempoolSnapshot::descendantsOf(std::size_t place) const {
    return reachedFrom(place, [this](std::size_t at, const auto& visit) {
        const primitives::Transaction& transaction = *items[at].transaction;
        for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
            const auto spender = spenders.find({transaction.txid(), i});
            if (spender != spenders.end()) visit(spender->second.first);
        }
    });
}

const std::vector<std::size_t>& MempoolSnapshot::touching(const util::ByteArray<32>& scriptHash) const {
    static const std::vector<std::size_t> kNone;
    const ByScript& all = m_byScript->get([this] {
        auto made = std::make_unique<ByScript>();
        const auto note = [&](const primitives::TxOut& output, std::size_t place) {
            auto& places = (*made)[crypto::sha256(output.scriptPubKey)];
            if (places.empty() || places.back() != place) places.push_back(place);
        };
        for (std::size_t place = 0; place < items.size(); ++place) {
            for (const primitives::TxOut& output : items[place].transaction->outputs())
                note(output, place);
            for (const primitives::TxOut& output : items[place].spent)
                note(output, place);
        }
        return made;
    });
    const auto found = all.find(scriptHash);
    return found == all.end() ? kNone : found->second;
}

MempoolSnapshot snapshotOf(const Mempool& mempool, ChainState& chain) {
    constexpr std::int64_t kNoLimit = std::numeric_limits<std::int64_t>::max() / 2;
    MempoolSnapshot out;
    out.sequence = mempool.sequence();
    out.bytes = mempool.bytes();
    out.totalFees = mempool.totalFees();
    out.minFeePerKvB = mempool.minFeePerKvB();
    for (const MempoolEntry* entry : mempool.selectForBlock(kNoLimit, kNoLimit, kNoLimit)) {
        const primitives::Transaction& transaction = *entry->transaction;
        const std::size_t place = out.items.size();
        out.byTxid.emplace(transaction.txid(), place);
        for (std::uint32_t i = 0; i < transaction.inputs().size(); ++i) {
            out.spenders.emplace(transaction.inputs()[i].previous, std::pair(place, i));
        }
        out.vsize += transaction.vsize();
        out.items.push_back(
            {entry->transaction, entry->fee, entry->time, spentBy(transaction, mempool, chain)});
    }
    return out;
}

} // namespace chain
