#include "script/SigHash.h"

#include "script/Opcode.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "util/Require.h"

#include <algorithm>

namespace script {

namespace {

using crypto::Hash256Bytes;
using primitives::Transaction;
using primitives::TxIn;
using primitives::TxOut;

void writeOutPoint(util::ByteWriter& writer, const primitives::OutPoint& point) {
    writer.bytes(point.txid.view());
    writer.u32(point.index);
}

void writeOutput(util::ByteWriter& writer, const TxOut& output) {
    writer.i64(output.value.satoshi());
    writer.sized(output.scriptPubKey);
}

/// Room for one record of the usual kind, so that the writer seldom grows.
constexpr std::size_t kRecordSize = 48;

/// SHA-256 over one record an item.
template <class Items, class Write>
Hash256Bytes shaOfEach(const Items& items, Write write) {
    util::ByteWriter writer;
    writer.reserve(items.size() * kRecordSize);
    for (const auto& item : items)
        write(writer, item);
    return crypto::sha256(writer.view());
}

Hash256Bytes shaDOfOutput(const TxOut& output) {
    util::ByteWriter writer;
    writeOutput(writer, output);
    return crypto::sha256d(writer.view());
}

/// The parts of a hash type before taproot; undefined values sign like SIGHASH_ALL.
struct HashTypeParts {
    explicit HashTypeParts(std::uint32_t hashType)
        : none((hashType & 0x1f) == SigHashNone), single((hashType & 0x1f) == SigHashSingle),
          anyoneCanPay((hashType & SigHashAnyoneCanPay) != 0) {}
    bool none, single, anyoneCanPay;
};

/// The script as legacy hashes see it. What follows a push that breaks off stays as it is.
util::Bytes withoutCodeSeparators(util::ByteView script) {
    util::Bytes kept;
    kept.reserve(script.size());
    OperationReader reader(script);
    std::size_t start = 0;
    while (const auto operation = reader.next()) {
        if (operation->opcode != Opcode::CodeSeparator)
            kept.insert(kept.end(), script.begin() + static_cast<std::ptrdiff_t>(start),
                        script.begin() + static_cast<std::ptrdiff_t>(reader.position()));
        start = reader.position();
    }
    kept.insert(kept.end(), script.begin() + static_cast<std::ptrdiff_t>(start), script.end());
    return kept;
}

/// The signed input shows `scriptCode`; the others no script and, with NONE or SINGLE, no sequence.
void writeLegacyInputs(util::ByteWriter& writer, const Transaction& transaction, std::size_t signedInput,
                       util::ByteView scriptCode, const HashTypeParts& parts) {
    const auto& inputs = transaction.inputs();
    const util::Bytes script = withoutCodeSeparators(scriptCode);
    const std::size_t first = parts.anyoneCanPay ? signedInput : 0;
    const std::size_t end = parts.anyoneCanPay ? signedInput + 1 : inputs.size();
    writer.compactSize(end - first);
    for (std::size_t i = first; i < end; ++i) {
        writeOutPoint(writer, inputs[i].previous);
        writer.sized(i == signedInput ? util::ByteView(script) : util::ByteView());
        const bool hidden = i != signedInput && (parts.none || parts.single);
        writer.u32(hidden ? 0 : inputs[i].sequence);
    }
}

/// All outputs; none; or, with SINGLE, those up to the input's own with the ones before it blank (-1 and no
/// script).
void writeLegacyOutputs(util::ByteWriter& writer, const Transaction& transaction, std::size_t signedInput,
                        const HashTypeParts& parts) {
    const auto& outputs = transaction.outputs();
    const std::size_t count = parts.none ? 0 : parts.single ? signedInput + 1 : outputs.size();
    writer.compactSize(count);
    for (std::size_t i = 0; i < count; ++i)
        writeOutput(writer,
                    parts.single && i != signedInput ? TxOut{primitives::Amount(-1), {}} : outputs[i]);
}

bool isTaprootHashType(std::uint8_t hashType) {
    return (hashType & 0x7f) <= SigHashSingle && hashType != SigHashAnyoneCanPay;
}

/// "Data about this input" of BIP 341.
void writeTaprootInput(util::ByteWriter& writer, const Transaction& transaction, std::size_t input,
                       const TxOut& spent, bool anyoneCanPay) {
    if (!anyoneCanPay) {
        writer.u32(static_cast<std::uint32_t>(input));
        return;
    }
    writeOutPoint(writer, transaction.inputs()[input].previous);
    writeOutput(writer, spent);
    writer.u32(transaction.inputs()[input].sequence);
}

} // namespace

// Each kind of output needs some of the hashes only; in a transaction of one kind the others are left out.
SigHashCache::SigHashCache(const Transaction& transaction, std::span<const TxOut> spent) {
    using util::ByteWriter;
    const auto isTaproot = [](const TxOut& output) {
        return outputTypeOf(output.scriptPubKey) == OutputType::Taproot;
    };
    prevoutsSha =
        shaOfEach(transaction.inputs(), [](ByteWriter& w, const TxIn& in) { writeOutPoint(w, in.previous); });
    sequencesSha = shaOfEach(transaction.inputs(), [](ByteWriter& w, const TxIn& in) { w.u32(in.sequence); });
    outputsSha = shaOfEach(transaction.outputs(), writeOutput);
    if (spent.empty() || !std::ranges::all_of(spent, isTaproot)) {
        prevoutsShaD = crypto::sha256(prevoutsSha);
        sequencesShaD = crypto::sha256(sequencesSha);
        outputsShaD = crypto::sha256(outputsSha);
    }
    hasSpent = spent.size() == transaction.inputs().size() && std::ranges::any_of(spent, isTaproot);
    if (!hasSpent) return;
    amountsSha = shaOfEach(spent, [](ByteWriter& w, const TxOut& out) { w.i64(out.value.satoshi()); });
    scriptsSha = shaOfEach(spent, [](ByteWriter& w, const TxOut& out) { w.sized(out.scriptPubKey); });
}

Hash256Bytes witnessV0SigHash(const Transaction& transaction, std::size_t input, util::ByteView scriptCode,
                              primitives::Amount value, std::uint32_t hashType, const SigHashCache& cache) {
    require(input < transaction.inputs().size());
    const HashTypeParts parts(hashType);
    const TxIn& signedInput = transaction.inputs()[input];
    const Hash256Bytes zero{};
    util::ByteWriter writer;
    writer.reserve(160 + scriptCode.size());
    writer.i32(transaction.version());
    writer.bytes(parts.anyoneCanPay ? zero : cache.prevoutsShaD);
    writer.bytes(parts.anyoneCanPay || parts.none || parts.single ? zero : cache.sequencesShaD);
    writeOutPoint(writer, signedInput.previous);
    writer.sized(scriptCode);
    writer.i64(value.satoshi());
    writer.u32(signedInput.sequence);
    if (parts.single && input < transaction.outputs().size())
        writer.bytes(shaDOfOutput(transaction.outputs()[input]));
    else
        writer.bytes(parts.none || parts.single ? zero : cache.outputsShaD);
    writer.u32(transaction.lockTime());
    writer.u32(hashType);
    return crypto::sha256d(writer.view());
}

Hash256Bytes legacySigHash(const Transaction& transaction, std::size_t input, util::ByteView scriptCode,
                           std::uint32_t hashType) {
    require(input < transaction.inputs().size());
    const HashTypeParts parts(hashType);
    // SINGLE without an output of the same index signs the number 1: a flaw of the first program, kept as a
    // rule.
    if (parts.single && input >= transaction.outputs().size()) return Hash256Bytes{1};
    util::ByteWriter writer;
    writer.i32(transaction.version());
    writeLegacyInputs(writer, transaction, input, scriptCode, parts);
    writeLegacyOutputs(writer, transaction, input, parts);
    writer.u32(transaction.lockTime());
    writer.u32(hashType);
    return crypto::sha256d(writer.view());
}

std::optional<Hash256Bytes> taprootSigHash(const Transaction& transaction, std::size_t input,
                                           std::span<const TxOut> spent, std::uint8_t hashType,
                                           const TaprootSigHashInput& extra, const SigHashCache& cache) {
    require(cache.hasSpent && spent.size() == transaction.inputs().size() && input < spent.size());
    if (!isTaprootHashType(hashType)) return std::nullopt;
    const HashTypeParts parts(hashType);
    if (parts.single && input >= transaction.outputs().size()) return std::nullopt;
    util::ByteWriter writer;
    writer.reserve(256);
    writer.u8(0); // epoch
    writer.u8(hashType);
    writer.i32(transaction.version());
    writer.u32(transaction.lockTime());
    if (!parts.anyoneCanPay)
        for (const auto* hash :
             {&cache.prevoutsSha, &cache.amountsSha, &cache.scriptsSha, &cache.sequencesSha})
            writer.bytes(*hash);
    if (!parts.none && !parts.single) writer.bytes(cache.outputsSha);
    writer.u8(static_cast<std::uint8_t>((extra.leafHash ? 2 : 0) + (extra.annexSha ? 1 : 0)));
    writeTaprootInput(writer, transaction, input, spent[input], parts.anyoneCanPay);
    if (extra.annexSha) writer.bytes(*extra.annexSha);
    if (parts.single) {
        const TxOut& own = transaction.outputs()[input];
        writer.bytes(shaOfEach(std::span(&own, 1), writeOutput));
    }
    if (extra.leafHash) {
        writer.bytes(*extra.leafHash);
        writer.u8(0); // key version
        writer.u32(extra.codeSeparatorPosition);
    }
    return crypto::taggedHash("TapSighash", writer.view());
}

} // namespace script
