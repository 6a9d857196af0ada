#include "chain/mempool/MempoolPolicy.h"

#include "script/OutputType.h"
#include "script/Script.h"
#include "script/Standardness.h"
#include "script/Taproot.h"

#include <algorithm>
#include <cmath>

namespace chain {

using consensus::Coin;
using consensus::Reject;
using consensus::Rejection;
using primitives::Transaction;
using primitives::TxIn;
using primitives::TxOut;
using script::OutputType;

namespace {

using Checked = Result<void, Rejection>;

constexpr std::int32_t kMaxStandardVersion = 3;
constexpr std::size_t kMaxScriptSigSize = 1'650;
constexpr std::int64_t kMaxRedeemSigOps = 15;
constexpr std::size_t kMaxWitnessScriptSize = 3'600;
constexpr std::size_t kMaxWitnessItems = 100;
constexpr std::size_t kMaxWitnessItemSize = 80;
constexpr std::size_t kMaxDustOutputs = 1;

Checked notStandard(const char* words) {
    return fail(Rejection{Reject::NotStandard, words});
}

/// The number of keys of a bare multisig, the operation before its last.
int keysOf(util::ByteView multiSig) {
    return static_cast<int>(multiSig[multiSig.size() - 2]) - static_cast<int>(script::Opcode::Op1) + 1;
}

Checked checkOutputs(const Transaction& transaction, const MempoolOptions& options) {
    std::size_t dataBytes = 0;
    for (const TxOut& output : transaction.outputs()) {
        const OutputType type = script::outputTypeOf(output.scriptPubKey);
        if (type == OutputType::NonStandard) return notStandard("scriptpubkey");
        if (type == OutputType::MultiSig && keysOf(output.scriptPubKey) > script::kMaxBareMultiSigKeys) {
            return notStandard("scriptpubkey");
        }
        if (type == OutputType::NullData) dataBytes += output.scriptPubKey.size();
        if (dataBytes > options.maxDataCarrierBytes) return notStandard("datacarrier");
    }
    if (dustOf(transaction, options.dustFeePerKvB).size() > kMaxDustOutputs)
        return fail(Rejection{Reject::Dust, {}});
    return {};
}

/// The last bytes that an input script of pushes leaves.
std::optional<util::ByteView> redeemScriptOf(const TxIn& input) {
    script::OperationReader reader(input.scriptSig);
    std::optional<util::ByteView> last;
    while (const auto operation = reader.next())
        last = operation->pushed;
    return reader.broken() ? std::nullopt : last;
}

bool anyTooLarge(std::span<const util::Bytes> items) {
    return std::any_of(items.begin(), items.end(),
                       [](const util::Bytes& item) { return item.size() > kMaxWitnessItemSize; });
}

bool isStandardWitnessScript(std::span<const util::Bytes> witness) {
    return witness.back().size() <= kMaxWitnessScriptSize && witness.size() - 1 <= kMaxWitnessItems &&
           !anyTooLarge(witness.first(witness.size() - 1));
}

bool isStandardTaproot(std::span<const util::Bytes> witness) {
    const util::Bytes& last = witness.back();
    if (witness.size() == 1) return true; // key path
    if (last.empty() || last.front() == script::kAnnexTag) return false;
    const bool isTapscript = (last.front() & script::kLeafVersionMask) == script::kTapscriptLeaf;
    return !isTapscript || !anyTooLarge(witness.first(witness.size() - 2));
}

bool isStandardWitness(const std::vector<util::Bytes>& witness, util::ByteView program, bool nested) {
    if (witness.empty()) return true;
    if (!script::witnessProgramOf(program)) return false;
    const OutputType type = script::outputTypeOf(program);
    if (type == OutputType::Anchor) return false;
    if (type == OutputType::WitnessScriptHash) return isStandardWitnessScript(witness);
    return type != OutputType::Taproot || nested || isStandardTaproot(witness);
}

Checked checkInput(const TxIn& input, util::ByteView scriptPubKey) {
    const OutputType type = script::outputTypeOf(scriptPubKey);
    if (type == OutputType::NonStandard || type == OutputType::WitnessUnknown) {
        return notStandard("bad-txns-nonstandard-inputs");
    }
    util::ByteView program = scriptPubKey;
    if (type == OutputType::ScriptHash) {
        const auto redeem = redeemScriptOf(input);
        if (!redeem || script::countSigOps(*redeem, true) > kMaxRedeemSigOps) {
            return notStandard("bad-txns-nonstandard-inputs");
        }
        program = *redeem;
    }
    const bool nested = type == OutputType::ScriptHash;
    return isStandardWitness(input.witness, program, nested) ? Checked()
                                                             : notStandard("bad-witness-nonstandard");
}

} // namespace

std::int64_t feeAt(std::int64_t feePerKvB, std::int64_t vsize) {
    return (feePerKvB * vsize + 999) / 1000;
}

std::vector<std::uint32_t> dustOf(const Transaction& transaction, std::int64_t dustFeePerKvB) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
        const TxOut& output = transaction.outputs()[i];
        if (output.value < script::dustLimit(output.scriptPubKey, dustFeePerKvB)) out.push_back(i);
    }
    return out;
}

Checked checkStandard(const Transaction& transaction, const MempoolOptions& options) {
    if (transaction.version() < 1 || transaction.version() > kMaxStandardVersion)
        return notStandard("version");
    if (transaction.weight() > options.maxWeight) return fail(Rejection{Reject::TxSize, {}});
    for (const TxIn& input : transaction.inputs()) {
        if (input.scriptSig.size() > kMaxScriptSigSize) return notStandard("scriptsig-size");
        if (!script::isPushOnly(input.scriptSig)) return notStandard("scriptsig-not-pushonly");
    }
    return checkOutputs(transaction, options);
}

Checked checkSmallest(const Transaction& transaction) {
    return transaction.strippedSize() <= consensus::kForgeableSize ? notStandard("tx-size-small") : Checked();
}

Checked checkStandardInputs(const Transaction& transaction, const std::vector<Coin>& coins) {
    for (std::size_t i = 0; i < coins.size(); ++i) {
        auto checked = checkInput(transaction.inputs()[i], coins[i].output.scriptPubKey);
        if (!checked) return checked;
    }
    return {};
}

void RollingMinimum::raise(std::int64_t feePerKvB, std::int64_t now) {
    const auto wanted = static_cast<double>(feePerKvB + m_step);
    if (wanted < m_feePerKvB) return;
    m_feePerKvB = wanted;
    m_since = now;
}

std::int64_t RollingMinimum::at(std::int64_t now, std::int64_t bytes, std::int64_t maxBytes) const {
    double halfLife = static_cast<double>(m_halfLife);
    if (bytes < maxBytes / 4)
        halfLife /= 4;
    else if (bytes < maxBytes / 2)
        halfLife /= 2;
    const auto age = static_cast<double>(std::max<std::int64_t>(now - m_since, 0));
    const double left = m_feePerKvB * std::exp2(-age / halfLife);
    return left < static_cast<double>(m_step) / 2 ? 0 : std::llround(left);
}

} // namespace chain
