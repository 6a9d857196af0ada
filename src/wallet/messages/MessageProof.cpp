#include "wallet/messages/MessageProof.h"

#include "script/Interpreter.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "script/SigHash.h"
#include "script/SignedMessage.h"
#include "util/Base64.h"
#include "wallet/psbt/PsbtSigner.h"

#include <algorithm>

namespace wallet {

namespace {

using primitives::Transaction;
using primitives::TxOut;
using util::ByteView;
using Witness = std::vector<util::Bytes>;

constexpr std::string_view kSimple = "smp", kFull = "ful", kFunds = "pof";
constexpr std::size_t kCompact = 65; ///< bytes of a signature of BIP 137
constexpr std::size_t kLongSchnorr = 65;

/// What later soft forks may give a meaning; a proof that needs it is not judged here.
constexpr script::VerifyFlags kUpgradable =
    script::VerifyDiscourageUpgradableNops | script::VerifyDiscourageUpgradableWitnessProgram |
    script::VerifyDiscourageUpgradableTaprootVersion | script::VerifyDiscourageOpSuccess |
    script::VerifyDiscourageUpgradablePubKeyType;

util::Bytes returnScript() {
    return {static_cast<std::uint8_t>(script::Opcode::Return)};
}

/// Every signature of an input is of SIGHASH_ALL.
bool signsAll(const primitives::TxIn& input, bool isTaproot) {
    const auto isWell = [&](ByteView item) {
        if (item.empty()) return true;
        const bool isSignature =
            isTaproot ? item.size() == kLongSchnorr : crypto::isStrictDer(item.first(item.size() - 1));
        return !isSignature || item.back() == script::SigHashAll;
    };
    script::OperationReader reader(input.scriptSig);
    while (const auto operation = reader.next()) {
        if (!isWell(operation->pushed)) return false;
    }
    return std::ranges::all_of(input.witness, isWell);
}

MessageVerdict judged(const Transaction& toSign, std::span<const TxOut> spent) {
    const script::SigHashCache cache(toSign, spent);
    const auto holds = [&](script::VerifyFlags flags) {
        for (std::size_t i = 0; i < spent.size(); ++i) {
            if (!script::verifyInput(toSign, i, spent, cache, flags)) return false;
        }
        return true;
    };
    for (std::size_t i = 0; i < spent.size(); ++i) {
        const bool isTaproot = script::outputTypeOf(spent[i].scriptPubKey) == script::OutputType::Taproot;
        if (!signsAll(toSign.inputs()[i], isTaproot)) return MessageVerdict::Invalid;
    }
    if (!holds(script::kPolicyFlags & ~kUpgradable)) return MessageVerdict::Invalid;
    const bool isKnownVersion = toSign.version() == 0 || toSign.version() == 2;
    return isKnownVersion && holds(script::kPolicyFlags) ? MessageVerdict::Valid
                                                         : MessageVerdict::Inconclusive;
}

/// Spends what has to be spent first, and pays nothing to nobody.
bool hasTheForm(const Transaction& toSign, const Transaction& toSpend) {
    return !toSign.inputs().empty() &&
           toSign.inputs()[0].previous == primitives::OutPoint{toSpend.txid(), 0} &&
           toSign.outputs().size() == 1 && toSign.outputs()[0] == TxOut{primitives::Amount(), returnScript()};
}

MessageCheck checkedTransaction(const Transaction& toSign, const Transaction& toSpend,
                                std::vector<TxOut> spent) {
    MessageCheck out;
    out.verdict = MessageVerdict::Invalid;
    if (!hasTheForm(toSign, toSpend) || spent.size() != toSign.inputs().size()) return out;
    out.verdict = judged(toSign, spent);
    out.lockTime = toSign.lockTime();
    out.sequence = toSign.inputs()[0].sequence;
    for (std::size_t i = 1; i < spent.size(); ++i)
        out.funds.emplace_back(toSign.inputs()[i].previous, std::move(spent[i]));
    return out;
}

std::optional<Witness> witnessOf(ByteView bytes) {
    util::ByteReader reader(bytes);
    Witness out;
    const std::uint64_t count = reader.compactSize(bytes.size());
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        const ByteView item = reader.sized(bytes.size());
        out.emplace_back(item.begin(), item.end());
    }
    return reader.ok() && reader.atEnd() ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<MessageCheck> checkedSimple(const Transaction& toSpend, ByteView bytes) {
    auto witness = witnessOf(bytes);
    if (!witness) return std::nullopt;
    primitives::TransactionParts parts = messageToSign(toSpend).parts();
    parts.inputs[0].witness = std::move(*witness);
    return checkedTransaction(Transaction(std::move(parts)), toSpend, toSpend.outputs());
}

std::optional<MessageCheck> checkedFull(const Transaction& toSpend, ByteView bytes) {
    const auto toSign = Transaction::parse(bytes);
    if (!toSign) return std::nullopt;
    return checkedTransaction(*toSign, toSpend, toSpend.outputs());
}

/// What an input spends: told there, or with another input that spends the same transaction.
std::optional<TxOut> spentBy(const Psbt& psbt, const PsbtInput& input) {
    if (const auto coin = input.spentOutput()) return coin;
    for (const PsbtInput& other : psbt.inputs) {
        PsbtInput asked = input;
        asked.previousTransaction = other.previousTransaction;
        if (const auto coin = other.previousTransaction ? asked.spentOutput() : std::nullopt) return coin;
    }
    return std::nullopt;
}

/// Its further inputs say themselves what they spend.
std::optional<MessageCheck> checkedFunds(const Transaction& toSpend, ByteView bytes) {
    auto psbt = parsePsbt(bytes);
    if (!psbt || psbt->inputs.empty() || !psbt->unsignedTransaction()) return std::nullopt;
    std::vector<TxOut> spent = toSpend.outputs();
    for (std::size_t i = 1; i < psbt->inputs.size(); ++i) {
        const auto coin = spentBy(*psbt, psbt->inputs[i]);
        if (!coin) return std::nullopt;
        spent.push_back(*coin);
    }
    return checkedTransaction(PsbtSigner(*psbt).extract(), toSpend, std::move(spent));
}

} // namespace

crypto::Hash256Bytes messageProofHash(std::string_view message) {
    return crypto::taggedHash("BIP0322-signed-message", util::asBytes(message));
}

Transaction messageToSpend(ByteView scriptPubKey, std::string_view message) {
    script::ScriptBuilder builder;
    builder.op(script::Opcode::Op0).push(messageProofHash(message));
    primitives::TransactionParts parts{0, {}, {}, 0};
    parts.inputs.push_back({primitives::OutPoint(), builder.take(), 0, {}});
    parts.outputs.push_back({primitives::Amount(), util::Bytes(scriptPubKey.begin(), scriptPubKey.end())});
    return Transaction(std::move(parts));
}

Transaction messageToSign(const Transaction& toSpend) {
    primitives::TransactionParts parts{0, {}, {}, 0};
    parts.inputs.push_back({{toSpend.txid(), 0}, {}, 0, {}});
    parts.outputs.push_back({primitives::Amount(), returnScript()});
    return Transaction(std::move(parts));
}

MessageCheck checkMessage(ByteView scriptPubKey, std::string_view message, std::string_view signature) {
    std::string_view prefix;
    for (const std::string_view each : {kSimple, kFull, kFunds}) {
        if (signature.starts_with(each)) prefix = each;
    }
    const auto bytes = util::fromBase64(signature.substr(prefix.size()));
    if (!bytes || bytes->empty()) return {};
    if (prefix.empty() && bytes->size() == kCompact) {
        const bool isSigned = script::isSignedFor(scriptPubKey, message, *bytes);
        return {isSigned ? MessageVerdict::Valid : MessageVerdict::Invalid, 0, 0, {}};
    }
    const Transaction toSpend = messageToSpend(scriptPubKey, message);
    std::optional<MessageCheck> out;
    if (prefix.empty() || prefix == kSimple) out = checkedSimple(toSpend, *bytes);
    if (prefix == kFull || (prefix.empty() && !out)) out = checkedFull(toSpend, *bytes);
    if (prefix == kFunds) out = checkedFunds(toSpend, *bytes);
    return out.value_or(MessageCheck());
}

std::optional<std::string> proveMessage(ByteView scriptPubKey, std::string_view message,
                                        const script::SpendingData& data) {
    const auto toSpend = std::make_shared<const Transaction>(messageToSpend(scriptPubKey, message));
    Psbt psbt = Psbt::of(messageToSign(*toSpend), 0);
    psbt.inputs[0].previousTransaction = toSpend;
    PsbtSigner signer(psbt);
    if (!signer.fillInput(0, data, {})) return std::nullopt;
    const Transaction toSign = signer.extract();
    if (!toSign.inputs()[0].scriptSig.empty()) return std::string(kFull) + util::toBase64(toSign.serialize());
    util::ByteWriter writer;
    writer.compactSize(toSign.inputs()[0].witness.size());
    for (const util::Bytes& item : toSign.inputs()[0].witness)
        writer.sized(item);
    return std::string(kSimple) + util::toBase64(writer.view());
}

} // namespace wallet
