// A compact block whose short ids, prefilled transactions and answers are chosen by the bytes, out of a few
// transactions: whatever becomes a block is what its header commits to.
#include "consensus/MerkleTree.h"
#include "net/relay/CompactBlocks.h"
#include "support/MadeBlocks.h"
#include "util/Require.h"

#include <algorithm>

namespace {

using primitives::TransactionRef;

constexpr std::uint64_t kNonce = 5;

/// A coinbase and seven payments, in the block in this order.
const primitives::Block& theBlock() {
    static const primitives::Block block = [] {
        std::vector<primitives::TransactionParts> parts{support::coinbaseParts(1)};
        for (std::uint8_t i = 1; i < 8; ++i)
            parts.push_back(support::paymentParts(i));
        return support::blockOf(std::move(parts));
    }();
    return block;
}

const TransactionRef& transactionOf(std::uint8_t number) {
    return theBlock().transactions[number % theBlock().transactions.size()];
}

/// Bytes one after the other; zeros at the end.
class Choices {
public:
    Choices(const std::uint8_t* data, std::size_t size) : m_next(data), m_end(data + size) {}
    std::uint8_t next() { return m_next == m_end ? 0 : *m_next++; }

private:
    const std::uint8_t* m_next;
    const std::uint8_t* m_end;
};

void check(const net::PartialBlock& partial, std::size_t slots, Choices& choices) {
    const std::vector<std::uint32_t> missing = partial.missing();
    require(std::ranges::is_sorted(missing) && missing.size() <= slots);
    require(missing.empty() || missing.back() < slots);
    std::vector<TransactionRef> given;
    const bool isHonest = choices.next() % 2 == 0;
    for (const std::uint32_t position : missing)
        given.push_back(isHonest && position < 8 ? theBlock().transactions[position]
                                                 : transactionOf(choices.next()));
    const auto block = partial.complete(given);
    if (block) {
        const auto merkle = consensus::merkleRoot(**block);
        require((*block)->transactions.size() == slots && !merkle.mutated);
        require(merkle.root == partial.header().merkleRoot);
    } else {
        require(block.error() == net::CompactProblem::Collision);
    }
    given.push_back(transactionOf(0));
    require(partial.complete(given).error() == net::CompactProblem::Malformed);
    given.resize(given.size() - 1);
    if (given.empty()) return;
    given.pop_back();
    require(partial.complete(given).error() == net::CompactProblem::Malformed);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Choices choices(data, size);
    net::wire::CompactBlock message{theBlock().header, kNonce, {}, {}};
    const net::ShortIds ids(message.header, kNonce);
    for (int count = choices.next() % 16; count > 0; --count) {
        const std::uint8_t number = choices.next();
        message.shortIds.push_back(number < 128 ? ids.of(transactionOf(number)->wtxid()) : number);
    }
    for (int count = choices.next() % 16; count > 0; --count) {
        const std::uint32_t index = choices.next();
        const std::uint8_t number = choices.next();
        message.prefilled.push_back({index, number == 255 ? nullptr : transactionOf(number)});
    }
    auto partial = net::PartialBlock::from(message);
    if (!partial) return 0;
    const std::size_t slots = message.shortIds.size() + message.prefilled.size();
    check(*partial, slots, choices);
    for (int count = choices.next() % 16; count > 0; --count)
        partial->offer(transactionOf(choices.next()));
    check(*partial, slots, choices);
    return 0;
}
