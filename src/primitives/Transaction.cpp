#include "primitives/Transaction.h"

#include "crypto/Sha256.h"

#include <algorithm>

namespace primitives {
namespace {

/// No encoder of this format writes a longer script or witness item.
constexpr std::uint64_t kMaxItemSize = 0x02000000;
/// Outpoint, empty script, sequence.
constexpr std::size_t kMinInputSize = 36 + 1 + 4;
/// Value, empty script.
constexpr std::size_t kMinOutputSize = 8 + 1;
/// BIP 144: what stands after a count of no inputs when witness data follow.
constexpr std::uint8_t kWitnessFlag = 1;
constexpr std::ptrdiff_t kVersionSize = 4;
constexpr std::ptrdiff_t kMarkerSize = 2; ///< with the flag
constexpr std::ptrdiff_t kLockTimeSize = 4;

enum class Form { Legacy, Witness };

/// A count of items of at least `minSize` bytes each. More than the bytes left can hold is an error before
/// memory is taken.
std::size_t readCount(util::ByteReader& reader, std::size_t minSize) {
    const std::uint64_t count = reader.compactSize(UINT64_MAX);
    if (count > reader.remaining() / minSize) {
        reader.setError(util::ReadError::EndOfData);
        return 0;
    }
    return static_cast<std::size_t>(count);
}

util::Bytes readSized(util::ByteReader& reader) {
    const util::ByteView bytes = reader.sized(kMaxItemSize);
    return {bytes.begin(), bytes.end()};
}

std::vector<TxIn> readInputs(util::ByteReader& reader) {
    std::vector<TxIn> inputs;
    const std::size_t count = readCount(reader, kMinInputSize);
    inputs.reserve(count);
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        TxIn& input = inputs.emplace_back();
        input.previous.txid = TxId(reader.array<32>());
        input.previous.index = reader.u32();
        input.scriptSig = readSized(reader);
        input.sequence = reader.u32();
    }
    return inputs;
}

std::vector<TxOut> readOutputs(util::ByteReader& reader) {
    std::vector<TxOut> outputs;
    const std::size_t count = readCount(reader, kMinOutputSize);
    outputs.reserve(count);
    for (std::size_t i = 0; i < count && reader.ok(); ++i) {
        TxOut& output = outputs.emplace_back();
        output.value = Amount(reader.i64());
        output.scriptPubKey = readSized(reader);
    }
    return outputs;
}

bool anyWitness(const std::vector<TxIn>& inputs) {
    return std::any_of(inputs.begin(), inputs.end(),
                       [](const TxIn& input) { return !input.witness.empty(); });
}

void readWitnesses(util::ByteReader& reader, std::vector<TxIn>& inputs) {
    for (TxIn& input : inputs) {
        const std::size_t count = readCount(reader, 1);
        input.witness.reserve(count);
        for (std::size_t i = 0; i < count && reader.ok(); ++i)
            input.witness.push_back(readSized(reader));
        if (!reader.ok()) return;
    }
    // A witness form without a witness would be a second encoding of the same transaction.
    if (!anyWitness(inputs)) reader.setError(util::ReadError::BadFormat);
}

TransactionParts readParts(util::ByteReader& reader, Form form) {
    TransactionParts parts;
    parts.version = reader.i32();
    parts.inputs = readInputs(reader);
    if (form == Form::Legacy || !parts.inputs.empty()) {
        parts.outputs = readOutputs(reader);
    } else if (const std::uint8_t flag = reader.u8(); flag == kWitnessFlag) {
        parts.inputs = readInputs(reader);
        parts.outputs = readOutputs(reader);
        readWitnesses(reader, parts.inputs);
    } else if (flag != 0) { // 0 is the count of outputs of an empty transaction
        reader.setError(util::ReadError::BadFormat);
    }
    parts.lockTime = reader.u32();
    return parts;
}

Result<Transaction, util::ReadError> parseWhole(util::ByteView bytes, Form form) {
    util::ByteReader reader(bytes);
    TransactionParts parts = readParts(reader, form);
    if (reader.ok() && !reader.atEnd()) reader.setError(util::ReadError::TrailingData);
    if (!reader.ok()) return fail(reader.error());
    return Transaction(std::move(parts));
}

void writeInputsAndOutputs(util::ByteWriter& writer, const TransactionParts& parts) {
    writer.compactSize(parts.inputs.size());
    for (const TxIn& input : parts.inputs) {
        writer.bytes(input.previous.txid.view());
        writer.u32(input.previous.index);
        writer.sized(input.scriptSig);
        writer.u32(input.sequence);
    }
    writer.compactSize(parts.outputs.size());
    for (const TxOut& output : parts.outputs) {
        writer.i64(output.value.satoshi());
        writer.sized(output.scriptPubKey);
    }
}

std::size_t sizedLength(const util::Bytes& bytes) {
    return util::compactSizeLength(bytes.size()) + bytes.size();
}

std::size_t strippedLength(const TransactionParts& parts) {
    std::size_t total =
        4 + util::compactSizeLength(parts.inputs.size()) + util::compactSizeLength(parts.outputs.size()) + 4;
    for (const TxIn& input : parts.inputs)
        total += 36 + sizedLength(input.scriptSig) + 4;
    for (const TxOut& output : parts.outputs)
        total += 8 + sizedLength(output.scriptPubKey);
    return total;
}

/// Marker, flag and the witness of every input.
std::size_t witnessLength(const TransactionParts& parts) {
    std::size_t total = 2;
    for (const TxIn& input : parts.inputs) {
        total += util::compactSizeLength(input.witness.size());
        for (const util::Bytes& item : input.witness)
            total += sizedLength(item);
    }
    return total;
}

} // namespace

Transaction::Transaction(TransactionParts parts)
    : m_parts(std::move(parts)), m_hasWitness(anyWitness(m_parts.inputs)),
      m_strippedSize(strippedLength(m_parts)) {
    m_size = m_strippedSize + (m_hasWitness ? witnessLength(m_parts) : 0);
    util::Bytes bytes = serialize();
    if (!m_hasWitness) {
        m_txid = TxId(crypto::sha256d(bytes));
        m_wtxid = WtxId(m_txid.bytes());
        return;
    }
    m_wtxid = WtxId(crypto::sha256d(bytes));
    // Without marker, flag and witnesses: what is behind them moves forward.
    const auto middle = static_cast<std::ptrdiff_t>(m_strippedSize) - kVersionSize - kLockTimeSize;
    const auto to =
        std::copy_n(bytes.begin() + kVersionSize + kMarkerSize, middle, bytes.begin() + kVersionSize);
    std::copy(bytes.end() - kLockTimeSize, bytes.end(), to);
    m_txid = TxId(crypto::sha256d(util::ByteView(bytes).first(m_strippedSize)));
}

Transaction Transaction::read(util::ByteReader& reader) {
    TransactionParts parts = readParts(reader, Form::Witness);
    return Transaction(reader.ok() ? std::move(parts) : TransactionParts{});
}

Result<Transaction, util::ReadError> Transaction::parse(util::ByteView bytes) {
    return parseWhole(bytes, Form::Witness);
}

Result<Transaction, util::ReadError> Transaction::parseLegacy(util::ByteView bytes) {
    return parseWhole(bytes, Form::Legacy);
}

void Transaction::write(util::ByteWriter& writer) const {
    if (!m_hasWitness) {
        writeLegacy(writer);
        return;
    }
    writer.i32(m_parts.version);
    writer.u8(0); // marker: no inputs
    writer.u8(kWitnessFlag);
    writeInputsAndOutputs(writer, m_parts);
    for (const TxIn& input : m_parts.inputs) {
        writer.compactSize(input.witness.size());
        for (const util::Bytes& item : input.witness)
            writer.sized(item);
    }
    writer.u32(m_parts.lockTime);
}

void Transaction::writeLegacy(util::ByteWriter& writer) const {
    writer.i32(m_parts.version);
    writeInputsAndOutputs(writer, m_parts);
    writer.u32(m_parts.lockTime);
}

util::Bytes Transaction::serialize() const {
    util::ByteWriter writer;
    writer.reserve(m_size);
    write(writer);
    return writer.take();
}

} // namespace primitives
