#pragma once

#include "primitives/BlockHeader.h"
#include "primitives/Transaction.h"

namespace primitives {

/// A header and its transactions; coinbase first. Share it as `BlockRef`.
struct Block {
    BlockHeader header;
    std::vector<TransactionRef> transactions;

    /// Reads one block. On failure `reader` is bad and the result means nothing.
    static Block read(util::ByteReader& reader);
    /// One block and nothing behind it.
    static Result<Block, util::ReadError> parse(util::ByteView bytes);
    void write(util::ByteWriter& writer) const;
    [[nodiscard]] util::Bytes serialize() const;
    /// Bytes on the wire with witness.
    [[nodiscard]] std::size_t size() const;
    /// BIP 141.
    [[nodiscard]] std::int64_t weight() const;
};

using BlockRef = std::shared_ptr<const Block>;

} // namespace primitives
