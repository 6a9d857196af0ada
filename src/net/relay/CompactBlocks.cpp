#include "net/relay/CompactBlocks.h"

#include "consensus/MerkleTree.h"
#include "crypto/Sha256.h"
#include "crypto/SipHash.h"

#include <algorithm>
#include <cstring>

namespace net {

using primitives::TransactionRef;

namespace {

constexpr std::uint64_t kShortIdMask = (std::uint64_t{1} << 48U) - 1;
/// The smallest transaction has 60 bytes, none of them witness.
constexpr std::size_t kMaxTransactions = 4'000'000 / (60 * 4);

std::uint64_t wordAt(util::ByteView bytes, std::size_t at) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < sizeof(word); ++i)
        word |= std::uint64_t{bytes[at + i]} << (8 * i);
    return word;
}

/// Whether the transactions are those that the header commits to, with their witnesses.
bool isWhole(const primitives::Block& block) {
    const consensus::MerkleResult merkle = consensus::merkleRoot(block);
    if (merkle.root != block.header.merkleRoot || merkle.mutated) return false;
    const primitives::Transaction& coinbase = *block.transactions.front();
    const auto commitment = consensus::witnessCommitmentOf(coinbase);
    if (!commitment || coinbase.inputs().empty())
        return std::ranges::none_of(
            block.transactions, &primitives::Transaction::hasWitness,
            [](const TransactionRef& transaction) -> const primitives::Transaction& { return *transaction; });
    const auto& witness = coinbase.inputs().front().witness;
    if (witness.size() != 1 || witness.front().size() != 32) return false;
    consensus::MerkleNode reserved{};
    std::ranges::copy(witness.front(), reserved.begin());
    return consensus::merkleParent(consensus::witnessMerkleRoot(block).bytes(), reserved) == *commitment;
}

} // namespace

ShortIds::ShortIds(const primitives::BlockHeader& header, std::uint64_t nonce) {
    util::ByteWriter writer;
    header.write(writer);
    writer.u64(nonce);
    const util::ByteArray<32> digest = crypto::sha256(writer.view());
    m_first = wordAt(digest, 0);
    m_second = wordAt(digest, 8);
}

std::uint64_t ShortIds::of(const primitives::WtxId& wtxid) const {
    crypto::SipHash<2, 4> hash(m_first, m_second);
    for (std::size_t at = 0; at < 32; at += 8)
        hash.add(wordAt(wtxid.view(), at));
    hash.add(std::uint64_t{32} << 56U); // the length, as the last word of SipHash has it
    return hash.finish() & kShortIdMask;
}

wire::CompactBlock compactOf(const primitives::Block& block, std::uint64_t nonce) {
    wire::CompactBlock out;
    out.header = block.header;
    out.nonce = nonce;
    const ShortIds ids(block.header, nonce);
    out.prefilled.push_back({0, block.transactions.front()});
    for (std::size_t i = 1; i < block.transactions.size(); ++i)
        out.shortIds.push_back(ids.of(block.transactions[i]->wtxid()));
    return out;
}

PartialBlock::PartialBlock(const wire::CompactBlock& message)
    : m_header(message.header), m_ids(message.header, message.nonce),
      m_slots(message.shortIds.size() + message.prefilled.size()) {}

Result<PartialBlock, CompactProblem> PartialBlock::from(const wire::CompactBlock& message) {
    PartialBlock out(message);
    if (out.m_slots.empty() || out.m_slots.size() > kMaxTransactions) return fail(CompactProblem::Malformed);
    std::uint32_t least = 0;
    for (const wire::PrefilledTransaction& prefilled : message.prefilled) {
        if (prefilled.transaction == nullptr || prefilled.index < least ||
            prefilled.index >= out.m_slots.size())
            return fail(CompactProblem::Malformed);
        least = prefilled.index + 1;
        out.m_slots[prefilled.index].transaction = prefilled.transaction;
        out.m_bytes += prefilled.transaction->size();
    }
    std::uint32_t slot = 0;
    for (const std::uint64_t id : message.shortIds) {
        while (out.m_slots[slot].transaction != nullptr)
            ++slot;
        out.m_slotOfShortId.emplace_back(id, slot++);
    }
    std::ranges::sort(out.m_slotOfShortId);
    const auto sameId = [](const auto& a, const auto& b) { return a.first == b.first; };
    if (std::ranges::adjacent_find(out.m_slotOfShortId, sameId) != out.m_slotOfShortId.end())
        return fail(CompactProblem::Collision);
    out.m_bytes += out.m_slots.size() * (sizeof(Slot) + sizeof(out.m_slotOfShortId.front()));
    return out;
}

void PartialBlock::offer(const TransactionRef& transaction) {
    const std::uint64_t id = m_ids.of(transaction->wtxid());
    const auto found =
        std::ranges::lower_bound(m_slotOfShortId, id, {}, [](const auto& item) { return item.first; });
    if (found == m_slotOfShortId.end() || found->first != id) return;
    Slot& slot = m_slots[found->second];
    if (slot.isAmbiguous) return;
    if (slot.transaction == nullptr) {
        slot.transaction = transaction;
    } else if (slot.transaction->wtxid() != transaction->wtxid()) {
        slot.transaction = nullptr;
        slot.isAmbiguous = true;
    }
}

void PartialBlock::fill(const chain::Mempool& mempool, const ExtraTransactions& extra) {
    for (const chain::MempoolEntry* entry : mempool.entries())
        offer(entry->transaction);
    for (const TransactionRef& transaction : extra.all())
        offer(transaction);
}

std::vector<std::uint32_t> PartialBlock::missing() const {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < m_slots.size(); ++i) {
        if (m_slots[i].transaction == nullptr) out.push_back(i);
    }
    return out;
}

Result<primitives::BlockRef, CompactProblem>
PartialBlock::complete(std::span<const TransactionRef> given) const {
    primitives::Block block;
    block.header = m_header;
    block.transactions.reserve(m_slots.size());
    std::size_t used = 0;
    for (const Slot& slot : m_slots) {
        if (slot.transaction == nullptr && used == given.size()) return fail(CompactProblem::Malformed);
        block.transactions.push_back(slot.transaction != nullptr ? slot.transaction : given[used++]);
    }
    if (used != given.size()) return fail(CompactProblem::Malformed);
    if (!isWhole(block)) return fail(CompactProblem::Collision);
    return std::make_shared<const primitives::Block>(std::move(block));
}

} // namespace net
