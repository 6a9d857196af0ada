#include "crypto/PublicKey.h"
#include "script/Taproot.h"
#include "wallet/psbt/PsbtFields.h"
#include "wallet/psbt/PsbtRecord.h"

#include <algorithm>

namespace wallet {

namespace {

using Rejected = std::optional<PsbtError>;

PsbtError wrongField(std::string words) {
    return {PsbtFault::Field, std::move(words)};
}

// --- an output's fields

PsbtWrong readAmount(PsbtOutput& output, const PsbtRecord& record) {
    if (record.value.size() != sizeof(std::int64_t)) return kWrongValueSize;
    output.amount = primitives::Amount(util::ByteReader(record.value).i64());
    return {};
}

template <util::Bytes PsbtOutput::*Member>
PsbtWrong readOutBytes(PsbtOutput& output, const PsbtRecord& record) {
    output.*Member = bytesOf(record.value);
    return {};
}

PsbtWrong readTapTree(PsbtOutput& output, const PsbtRecord& record) {
    if (record.value.empty()) return "Output Taproot tree must not be empty";
    util::ByteReader reader(record.value);
    while (!reader.atEnd()) {
        script::TapTreeLeaf leaf;
        leaf.depth = reader.u8();
        leaf.leaf.version = reader.u8();
        leaf.leaf.script = bytesOf(reader.sized(record.value.size()));
        if (!reader.ok()) return "end of data in a taproot tree";
        if (leaf.depth > 128) return "Output Taproot tree has as leaf greater than Taproot maximum depth";
        if ((leaf.leaf.version & ~script::kLeafVersionMask) != 0)
            return "Output Taproot tree has a leaf with an invalid leaf version";
        output.tapTree.push_back(std::move(leaf));
    }
    if (!script::isWholeTree(output.tapTree)) return "Output Taproot tree is malformed";
    return {};
}

PsbtWrong readOutOrigin(PsbtOutput& output, const PsbtRecord& record) {
    return readKeyOrigin(record, output.origins);
}

PsbtWrong readOutTapOrigin(PsbtOutput& output, const PsbtRecord& record) {
    return readTapOrigin(record, output.tapOrigins, "Output");
}

PsbtWrong readOutInternalKey(PsbtOutput& output, const PsbtRecord& record) {
    return readXOnly(record, output.tapInternalKey);
}

PsbtWrong readOutParticipants(PsbtOutput& output, const PsbtRecord& record) {
    return readParticipants(record, output.participants, "Output");
}

// --- the fields of the whole

/// What the global map says beside the parts of a Psbt.
struct Globals {
    std::optional<primitives::Transaction> transaction;
    std::optional<std::uint32_t> version, txVersion, lockTime;
    std::optional<std::uint64_t> inputCount, outputCount;
    std::optional<std::uint8_t> modifiable;
    std::map<util::Bytes, script::KeyOrigin> xpubs;
    PsbtRecords proprietary, unknown;
};

PsbtWrong readUnsignedTx(Globals& globals, const PsbtRecord& record) {
    auto read = primitives::Transaction::parseLegacy(record.value);
    if (!read) return kWrongValueSize;
    if (std::ranges::any_of(read->inputs(), [](const auto& input) { return !input.scriptSig.empty(); }))
        return "Unsigned tx does not have empty scriptSigs and scriptWitnesses.";
    globals.transaction = std::move(*read);
    return {};
}

template <std::optional<std::uint32_t> Globals::*Member>
PsbtWrong readGlobalNumber(Globals& globals, const PsbtRecord& record) {
    return readSized32(record.value, globals.*Member);
}

template <std::optional<std::uint64_t> Globals::*Member>
PsbtWrong readCount(Globals& globals, const PsbtRecord& record) {
    util::ByteReader reader(record.value);
    globals.*Member = reader.compactSize(kMaxPsbtBytes);
    if (!reader.ok() || !reader.atEnd()) return kWrongValueSize;
    return {};
}

PsbtWrong readModifiable(Globals& globals, const PsbtRecord& record) {
    if (record.value.size() != 1) return kWrongValueSize;
    globals.modifiable = record.value[0];
    return {};
}

PsbtWrong readXpub(Globals& globals, const PsbtRecord& record) {
    constexpr std::size_t kPoint = 33;
    if (!crypto::PublicKey::parse(record.keyData.last(kPoint))) return "Invalid pubkey";
    return readOrigin(record.value, globals.xpubs[bytesOf(record.keyData)]);
}

PsbtWrong readGlobalRecord(Globals& globals, const PsbtRecord& record) {
    using namespace psbtfield;
    static constexpr PsbtField<Globals> kRows[] = {
        {kUnsignedTx, "Global Unsigned TX", 1, false, readUnsignedTx},
        {kXpub, "Global XPUB", 79, false, readXpub},
        {kTxVersion, "Global Transaction Version", 1, false, readGlobalNumber<&Globals::txVersion>},
        {kFallbackLockTime, "Global Fallback Locktime", 1, false, readGlobalNumber<&Globals::lockTime>},
        {kInputCount, "Global Input Count", 1, false, readCount<&Globals::inputCount>},
        {kOutputCount, "Global Output Count", 1, false, readCount<&Globals::outputCount>},
        {kModifiable, "Global TX Modifiable Flags", 1, false, readModifiable},
        {kVersion, "Global PSBT Version", 1, false, readGlobalNumber<&Globals::version>},
    };
    return readByRows(kRows, globals, record, 0, kProprietary);
}

/// Each version has fields that the other has not.
Rejected checkVersion(const Globals& globals) {
    const std::uint32_t version = globals.version.value_or(0);
    const auto versionFault = [](const char* words) { return PsbtError{PsbtFault::Version, words}; };
    if (version > 2) return versionFault("Unsupported version number");
    if (version == 1) return versionFault("There is no PSBT version 1");
    if (version == 2 && globals.transaction)
        return wrongField("PSBT_GLOBAL_UNSIGNED_TX is not allowed in PSBTv2");
    if (version == 0 && !globals.transaction) return wrongField("No unsigned transaction was provided");
    const struct {
        const char* name;
        bool isGiven, isRequired;
    } fields[] = {
        {"PSBT_GLOBAL_TX_VERSION", globals.txVersion.has_value(), true},
        {"PSBT_GLOBAL_FALLBACK_LOCKTIME", globals.lockTime.has_value(), false},
        {"PSBT_GLOBAL_INPUT_COUNT", globals.inputCount.has_value(), true},
        {"PSBT_GLOBAL_OUTPUT_COUNT", globals.outputCount.has_value(), true},
        {"PSBT_GLOBAL_TX_MODIFIABLE", globals.modifiable.has_value(), false},
    };
    for (const auto& field : fields) {
        if (version == 0 && field.isGiven)
            return wrongField(std::string(field.name) + " is not allowed in PSBTv0");
        if (version == 2 && field.isRequired && !field.isGiven)
            return wrongField(std::string(field.name) + " is required in PSBTv2");
    }
    return {};
}

/// Reads one PSBT from front to back.
class PsbtParser {
public:
    explicit PsbtParser(util::ByteView bytes) : m_reader(bytes) {}

    Result<Psbt, PsbtError> run() {
        if (m_reader.view(psbtfield::kMagic.size()).empty() || !hasMagic())
            return fail(PsbtError{PsbtFault::NotPsbt, "Invalid PSBT magic bytes"});
        Rejected wrong = readMap("global", "the global", [&](const PsbtRecord& record) {
            return readGlobalRecord(m_globals, record);
        });
        if (!wrong) wrong = checkVersion(m_globals);
        if (!wrong) takeGlobals();
        if (!wrong) wrong = readInputs();
        if (!wrong) wrong = readOutputs();
        if (wrong) return fail(std::move(*wrong));
        if (!m_reader.atEnd()) return fail(PsbtError{PsbtFault::Broken, "extra data after PSBT"});
        return std::move(m_psbt);
    }

private:
    [[nodiscard]] bool hasMagic() const {
        return std::ranges::equal(m_reader.since(0), util::asBytes(psbtfield::kMagic));
    }

    /// Every record of a map goes to `take`, each key once.
    template <class Take>
    Rejected readMap(const char* what, const char* which, const Take& take) {
        std::set<util::Bytes> seen;
        while (!m_reader.atEnd()) {
            const auto record = nextRecord(m_reader);
            if (!record) return record.error();
            if (!*record) return {};
            if (!seen.insert(bytesOf((*record)->key)).second)
                return wrongField("Duplicate Key, " + std::string(what) + " key \"" +
                                  util::toHex((*record)->key) + "\" already provided");
            if (auto wrong = take(**record)) return wrongField(std::move(*wrong));
        }
        return PsbtError{PsbtFault::Broken,
                         "Separator is missing at the end of " + std::string(which) + " map"};
    }

    void takeGlobals() {
        if (m_globals.transaction) m_psbt = Psbt::of(*m_globals.transaction, 0);
        m_psbt.version = m_globals.version.value_or(0);
        if (m_globals.txVersion) m_psbt.txVersion = static_cast<std::int32_t>(*m_globals.txVersion);
        if (m_globals.lockTime) m_psbt.fallbackLockTime = m_globals.lockTime;
        m_psbt.modifiable = m_globals.modifiable;
        m_psbt.xpubs = std::move(m_globals.xpubs);
        m_psbt.proprietary = std::move(m_globals.proprietary);
        m_psbt.unknown = std::move(m_globals.unknown);
    }

    Rejected readInputs() {
        const std::uint64_t count = m_globals.inputCount.value_or(m_psbt.inputs.size());
        for (std::uint64_t i = 0; i < count; ++i) {
            if (m_reader.atEnd())
                return wrongField("Inputs provided does not match the number of inputs in transaction.");
            if (m_psbt.inputs.size() <= i) m_psbt.inputs.emplace_back();
            if (auto wrong = readInput(m_psbt.inputs[i])) return wrong;
        }
        return {};
    }

    Rejected readInput(PsbtInput& input) {
        std::set<std::uint64_t> types;
        auto wrong = readMap("input", "an input", [&](const PsbtRecord& record) {
            types.insert(record.type);
            return readInputRecord(input, record, m_psbt.version);
        });
        if (wrong) return wrong;
        if (m_psbt.version >= 2 && !types.contains(psbtfield::kPreviousTxid))
            return wrongField("Previous TXID is required in PSBTv2");
        if (m_psbt.version >= 2 && !types.contains(psbtfield::kPreviousIndex))
            return wrongField("Previous output's index is required in PSBTv2");
        if (!input.previousTransaction) return {};
        if (input.previousTransaction->txid() != input.previous.txid)
            return wrongField("Non-witness UTXO does not match outpoint hash");
        if (input.previous.index >= input.previousTransaction->outputs().size())
            return wrongField("Input specifies output index that does not exist");
        return {};
    }

    Rejected readOutputs() {
        const std::uint64_t count = m_globals.outputCount.value_or(m_psbt.outputs.size());
        for (std::uint64_t i = 0; i < count; ++i) {
            if (m_reader.atEnd())
                return wrongField("Outputs provided does not match the number of outputs in transaction.");
            if (m_psbt.outputs.size() <= i) m_psbt.outputs.emplace_back();
            std::set<std::uint64_t> types;
            auto wrong = readMap("output", "an output", [&](const PsbtRecord& record) {
                types.insert(record.type);
                return readOutputRecord(m_psbt.outputs[i], record, m_psbt.version);
            });
            if (wrong) return wrong;
            if (m_psbt.version >= 2 && !types.contains(psbtfield::kOutAmount))
                return wrongField("Output amount is required in PSBTv2");
            if (m_psbt.version >= 2 && !types.contains(psbtfield::kOutScript))
                return wrongField("Output script is required in PSBTv2");
        }
        return {};
    }

    util::ByteReader m_reader;
    Globals m_globals;
    Psbt m_psbt;
};

} // namespace

PsbtWrong readOutputRecord(PsbtOutput& output, const PsbtRecord& record, std::uint32_t version) {
    using namespace psbtfield;
    static constexpr PsbtField<PsbtOutput> kRows[] = {
        {kOutRedeemScript, "Output redeemScript", 1, false, readOutBytes<&PsbtOutput::redeemScript>},
        {kOutWitnessScript, "Output witnessScript", 1, false, readOutBytes<&PsbtOutput::witnessScript>},
        {kOutOrigin, "Output BIP32 Keypath", {}, false, readOutOrigin},
        {kOutAmount, "Output Amount", 1, true, readAmount},
        {kOutScript, "Output Script", 1, true, readOutBytes<&PsbtOutput::script>},
        {kOutTapInternalKey, "Output Taproot Internal Key", 1, false, readOutInternalKey},
        {kTapTree, "Output Taproot Tree Key", 1, false, readTapTree},
        {kOutTapOrigin, "Output Taproot BIP32 Keypath", 33, false, readOutTapOrigin},
        {kOutParticipants, "Output MuSig2 Participants Pubkeys", 34, false, readOutParticipants},
    };
    return readByRows(kRows, output, record, version, kProprietary);
}

Result<Psbt, PsbtError> parsePsbt(util::ByteView bytes) {
    if (bytes.size() > kMaxPsbtBytes) return fail(PsbtError{PsbtFault::NotPsbt, "PSBT is too long"});
    return PsbtParser(bytes).run();
}

} // namespace wallet
