// The order of the records is Bitcoin Core's.
#include "util/Require.h"
#include "wallet/psbt/Psbt.h"
#include "wallet/psbt/PsbtFields.h"

namespace wallet {

namespace {

using util::Bytes;
using util::ByteView;
using util::ByteWriter;

Bytes little32(std::uint32_t value) {
    ByteWriter writer;
    writer.u32(value);
    return writer.take();
}

Bytes originBytes(const script::KeyOrigin& origin) {
    ByteWriter writer;
    writer.bytes(origin.fingerprint);
    for (const std::uint32_t step : origin.path)
        writer.u32(step);
    return writer.take();
}

Bytes tapOriginBytes(const TapOrigin& origin) {
    ByteWriter writer;
    writer.compactSize(origin.leaves.size());
    for (const auto& leaf : origin.leaves)
        writer.bytes(leaf);
    writer.bytes(originBytes(origin.origin));
    return writer.take();
}

Bytes treeBytes(const std::vector<script::TapTreeLeaf>& tree) {
    ByteWriter writer;
    for (const auto& each : tree) {
        writer.u8(each.depth);
        writer.u8(each.leaf.version);
        writer.sized(each.leaf.script);
    }
    return writer.take();
}

Bytes witnessBytes(const std::vector<Bytes>& stack) {
    ByteWriter writer;
    writer.compactSize(stack.size());
    for (const Bytes& item : stack)
        writer.sized(item);
    return writer.take();
}

Bytes concatenated(const std::vector<Bytes>& parts) {
    ByteWriter writer;
    for (const Bytes& part : parts)
        writer.bytes(part);
    return writer.take();
}

/// Writes one map after the other.
class RecordWriter {
public:
    void record(std::uint8_t type, ByteView keyData, ByteView value) {
        m_writer.compactSize(1 + keyData.size());
        m_writer.u8(type);
        m_writer.bytes(keyData);
        m_writer.sized(value);
    }
    void record(std::uint8_t type, ByteView value) { record(type, {}, value); }
    /// Only when there is something.
    void given(std::uint8_t type, ByteView value) {
        if (!value.empty()) record(type, value);
    }
    void given(std::uint8_t type, std::optional<std::uint32_t> value) {
        if (value) record(type, little32(*value));
    }
    void each(std::uint8_t type, const std::map<Bytes, Bytes>& values) {
        for (const auto& [key, value] : values)
            record(type, key, value);
    }
    void each(std::uint8_t type, const std::map<Bytes, script::KeyOrigin>& origins) {
        for (const auto& [key, origin] : origins)
            record(type, key, originBytes(origin));
    }
    void each(std::uint8_t type, const std::map<Bytes, TapOrigin>& origins) {
        for (const auto& [key, origin] : origins)
            record(type, key, tapOriginBytes(origin));
    }
    void each(std::uint8_t type, const MusigParticipants& participants) {
        for (const auto& [key, keys] : participants)
            record(type, key, concatenated(keys));
    }
    void each(std::uint8_t type, const MusigParts& parts) {
        for (const auto& [together, values] : parts) {
            for (const auto& [participant, value] : values)
                record(type, concatenated({participant, together.first, together.second}), value);
        }
    }
    /// Records that were kept as they came.
    void kept(const PsbtRecords& records) {
        for (const auto& [key, value] : records) {
            m_writer.sized(key);
            m_writer.sized(value);
        }
    }
    void end() { m_writer.u8(0); }
    void magic() { m_writer.bytes(util::asBytes(psbtfield::kMagic)); }
    Bytes take() { return m_writer.take(); }

private:
    ByteWriter m_writer;
};

void writeGlobals(RecordWriter& out, const Psbt& psbt) {
    using namespace psbtfield;
    if (psbt.version == 0) {
        const auto transaction = psbt.unsignedTransaction();
        require(transaction.has_value());
        ByteWriter bytes;
        transaction->writeLegacy(bytes);
        out.record(kUnsignedTx, bytes.view());
    }
    out.each(kXpub, psbt.xpubs);
    if (psbt.version >= 2) {
        const auto count = [](std::size_t number) {
            ByteWriter writer;
            writer.compactSize(number);
            return writer.take();
        };
        out.record(kTxVersion, little32(static_cast<std::uint32_t>(psbt.txVersion)));
        out.given(kFallbackLockTime, psbt.fallbackLockTime);
        out.record(kInputCount, count(psbt.inputs.size()));
        out.record(kOutputCount, count(psbt.outputs.size()));
        if (psbt.modifiable) out.record(kModifiable, ByteView(&*psbt.modifiable, 1));
        out.record(kVersion, little32(psbt.version));
    }
    out.kept(psbt.proprietary);
    out.kept(psbt.unknown);
    out.end();
}

void writeTaproot(RecordWriter& out, const PsbtInput& input) {
    using namespace psbtfield;
    out.given(kTapKeySignature, ByteView(input.tapKeySignature));
    for (const auto& [where, signature] : input.tapSignatures) {
        Bytes key = where.first;
        key.insert(key.end(), where.second.begin(), where.second.end());
        out.record(kTapScriptSignature, key, signature);
    }
    for (const auto& [leaf, blocks] : input.tapLeaves) {
        Bytes value = leaf.script;
        value.push_back(leaf.version);
        for (const Bytes& block : blocks)
            out.record(kTapLeafScript, block, value);
    }
    out.each(kInTapOrigin, input.tapOrigins);
    out.given(kInTapInternalKey, ByteView(input.tapInternalKey));
    if (input.tapRoot) out.record(kTapRoot, *input.tapRoot);
    out.each(kInParticipants, input.participants);
    out.each(kNonce, input.nonces);
    out.each(kMusigSignature, input.musigSignatures);
}

void writeInput(RecordWriter& out, const PsbtInput& input, std::uint32_t version) {
    using namespace psbtfield;
    if (input.previousTransaction) {
        ByteWriter writer;
        input.previousTransaction->writeLegacy(writer); // its id commits to no more
        out.record(kPreviousTransaction, writer.view());
    }
    if (input.witnessOutput) {
        ByteWriter writer;
        writer.i64(input.witnessOutput->value.satoshi());
        writer.sized(input.witnessOutput->scriptPubKey);
        out.record(kWitnessOutput, writer.view());
    }
    for (const auto& [hash, made] : input.signatures)
        out.record(kPartialSignature, made.key, made.signature);
    out.given(kSigHashType, input.sigHashType);
    out.given(kInRedeemScript, ByteView(input.redeemScript));
    out.given(kInWitnessScript, ByteView(input.witnessScript));
    out.each(kInOrigin, input.origins);
    out.each(kRipemd160, input.ripemd160);
    out.each(kSha256, input.sha256);
    out.each(kHash160, input.hash160);
    out.each(kHash256, input.hash256);
    writeTaproot(out, input);
    out.given(kFinalScriptSig, ByteView(input.finalScriptSig));
    if (!input.finalWitness.empty()) out.record(kFinalWitness, witnessBytes(input.finalWitness));
    if (version >= 2) {
        out.record(kPreviousTxid, input.previous.txid.view());
        out.record(kPreviousIndex, little32(input.previous.index));
        out.given(kSequence, input.sequence);
        out.given(kRequiredTime, input.requiredTime);
        out.given(kRequiredHeight, input.requiredHeight);
    }
    out.kept(input.proprietary);
    out.kept(input.unknown);
    out.end();
}

void writeOutput(RecordWriter& out, const PsbtOutput& output, std::uint32_t version) {
    using namespace psbtfield;
    out.given(kOutRedeemScript, ByteView(output.redeemScript));
    out.given(kOutWitnessScript, ByteView(output.witnessScript));
    out.each(kOutOrigin, output.origins);
    if (version >= 2) {
        ByteWriter writer;
        writer.i64(output.amount.satoshi());
        out.record(kOutAmount, writer.view());
        out.record(kOutScript, output.script);
    }
    out.kept(output.proprietary);
    out.given(kOutTapInternalKey, ByteView(output.tapInternalKey));
    if (!output.tapTree.empty()) out.record(kTapTree, treeBytes(output.tapTree));
    out.each(kOutTapOrigin, output.tapOrigins);
    out.each(kOutParticipants, output.participants);
    out.kept(output.unknown);
    out.end();
}

} // namespace

util::Bytes serialize(const Psbt& psbt) {
    RecordWriter out;
    out.magic();
    writeGlobals(out, psbt);
    for (const PsbtInput& input : psbt.inputs)
        writeInput(out, input, psbt.version);
    for (const PsbtOutput& output : psbt.outputs)
        writeOutput(out, output, psbt.version);
    return out.take();
}

} // namespace wallet
