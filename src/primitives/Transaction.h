#pragma once

#include "primitives/Amount.h"
#include "primitives/Hash256.h"
#include "primitives/LockTime.h"
#include "util/ByteReader.h"
#include "util/ByteWriter.h"

#include <memory>
#include <vector>

namespace primitives {

/// Which output of which transaction.
struct OutPoint {
    TxId txid;
    std::uint32_t index = 0xffffffff;
    /// What a coinbase "spends".
    [[nodiscard]] bool isNull() const { return index == 0xffffffff && txid.isNull(); }
    auto operator<=>(const OutPoint&) const = default;
};

/// A byte outside of the witness weighs four units, one of the witness a single one.   Source: BIP 141.
constexpr std::int64_t kWitnessScale = 4;
/// Virtual bytes: weight / 4, rounded up.
constexpr std::int64_t vsizeOf(std::int64_t weight) {
    return (weight + kWitnessScale - 1) / kWitnessScale;
}
/// Bytes on the wire of an output with a script of that size.
constexpr std::size_t outputSize(std::size_t scriptSize) {
    return sizeof(std::int64_t) + util::compactSizeLength(scriptSize) + scriptSize;
}

struct TxIn {
    OutPoint previous;
    util::Bytes scriptSig;
    std::uint32_t sequence = kSequenceFinal;
    std::vector<util::Bytes> witness;
    bool operator==(const TxIn&) const = default;
};

struct TxOut {
    Amount value;
    util::Bytes scriptPubKey;
    bool operator==(const TxOut&) const = default;
};

/// The parts of a transaction while it is being made.
struct TransactionParts {
    std::int32_t version = 2;
    std::vector<TxIn> inputs;
    std::vector<TxOut> outputs;
    std::uint32_t lockTime = 0;
};

/// A whole transaction. Immutable; both ids and the sizes are computed once. Share it as `TransactionRef`.
class Transaction {
public:
    explicit Transaction(TransactionParts parts);
    /// Reads one transaction, with or without witness (BIP 144). On failure `reader` is bad and the result
    /// means nothing.
    static Transaction read(util::ByteReader& reader);
    /// One transaction and nothing behind it.
    static Result<Transaction, util::ReadError> parse(util::ByteView bytes);
    /// As `parse`, for bytes made without witness data that would otherwise be read as a marker (no inputs).
    static Result<Transaction, util::ReadError> parseLegacy(util::ByteView bytes);

    void write(util::ByteWriter& writer) const;
    void writeLegacy(util::ByteWriter& writer) const;
    [[nodiscard]] util::Bytes serialize() const;

    [[nodiscard]] std::int32_t version() const { return m_parts.version; }
    [[nodiscard]] const std::vector<TxIn>& inputs() const { return m_parts.inputs; }
    [[nodiscard]] const std::vector<TxOut>& outputs() const { return m_parts.outputs; }
    [[nodiscard]] std::uint32_t lockTime() const { return m_parts.lockTime; }
    [[nodiscard]] const TransactionParts& parts() const { return m_parts; }

    [[nodiscard]] const TxId& txid() const { return m_txid; }
    [[nodiscard]] const WtxId& wtxid() const { return m_wtxid; }
    [[nodiscard]] bool hasWitness() const { return m_hasWitness; }
    [[nodiscard]] bool isCoinbase() const {
        return m_parts.inputs.size() == 1 && m_parts.inputs[0].previous.isNull();
    }
    /// Bytes on the wire with witness; and without.
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t strippedSize() const { return m_strippedSize; }
    /// BIP 141: three times the stripped size plus the size.
    [[nodiscard]] std::int64_t weight() const {
        return static_cast<std::int64_t>(m_strippedSize) * (kWitnessScale - 1) +
               static_cast<std::int64_t>(m_size);
    }
    /// Virtual bytes.
    [[nodiscard]] std::int64_t vsize() const { return vsizeOf(weight()); }

private:
    TransactionParts m_parts;
    TxId m_txid;
    WtxId m_wtxid;
    bool m_hasWitness = false;
    std::size_t m_size = 0;
    std::size_t m_strippedSize = 0;
};

using TransactionRef = std::shared_ptr<const Transaction>;

} // namespace primitives

template <>
struct std::hash<primitives::OutPoint> {
    std::size_t operator()(const primitives::OutPoint& point) const {
        return primitives::hashOf(point.txid.view(), point.index);
    }
};
