#pragma once

#include "chain/mempool/Mempool.h"
#include "net/relay/ExtraTransactions.h"
#include "net/wire/Messages.h"
#include "util/Result.h"

#include <optional>
#include <span>

namespace net {

/// The short ids of one compact block: their key follows from its header and nonce. Source: BIP 152.
class ShortIds {
public:
    ShortIds(const primitives::BlockHeader& header, std::uint64_t nonce);
    /// 48 bits.
    [[nodiscard]] std::uint64_t of(const primitives::WtxId& wtxid) const;

private:
    std::uint64_t m_first = 0;
    std::uint64_t m_second = 0;
};

/// A block as a compact one with its coinbase.
wire::CompactBlock compactOf(const primitives::Block& block, std::uint64_t nonce);

/// Why a compact block does not become a block.
enum class CompactProblem {
    Malformed, ///< its sender's fault
    Collision, ///< may be bad luck: two transactions with one short id. The whole block tells.
};

/// A block that is put together from a compact one, from transactions that are here, and from those that the
/// sender is asked for. Pure.
class PartialBlock {
public:
    /// Errors: Malformed (no transactions, more than a block holds, a prefilled one beyond the end or out of
    /// order), Collision (two equal short ids).
    static Result<PartialBlock, CompactProblem> from(const wire::CompactBlock& message);

    /// Puts a transaction in where its short id stands. Two different ones for one place are both left out.
    void offer(const primitives::TransactionRef& transaction);
    /// Offers all that is here.   Cost: one hash a waiting transaction.
    void fill(const chain::Mempool& mempool, const ExtraTransactions& extra);
    /// Positions without transaction, ascending.
    [[nodiscard]] std::vector<std::uint32_t> missing() const;
    /// The block with the missing transactions, same order. Errors: Malformed (not as many as are missing),
    /// Collision (they are not what the header commits to).
    [[nodiscard]] Result<primitives::BlockRef, CompactProblem>
    complete(std::span<const primitives::TransactionRef> given) const;
    [[nodiscard]] const primitives::BlockHeader& header() const { return m_header; }
    /// Of what came with the message.
    [[nodiscard]] std::size_t bytes() const { return m_bytes; }

private:
    struct Slot {
        primitives::TransactionRef transaction;
        bool isAmbiguous = false;
    };
    PartialBlock(const wire::CompactBlock& message);

    primitives::BlockHeader m_header;
    ShortIds m_ids;
    std::vector<Slot> m_slots;                                            ///< one a transaction
    std::vector<std::pair<std::uint64_t, std::uint32_t>> m_slotOfShortId; ///< ascending
    std::size_t m_bytes = 0;
};

} // namespace net
