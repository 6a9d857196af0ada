#include "script/Taproot.h"

#include "script/Tapscript.h"

#include <algorithm>

namespace script {

namespace {

/// A control block is leaf version and parity, the internal key, and up to 128 nodes of the path.
constexpr std::size_t kControlBaseSize = 33;
constexpr std::size_t kNodeSize = 32;
constexpr std::size_t kMaxNodes = 128;
/// BIP 342: weight for signature checks that every script path spend gets beside its witness.
constexpr std::int64_t kFreeWeight = 50;

using Witness = std::span<const util::Bytes>;

std::int64_t serializedSize(Witness witness) {
    std::size_t size = util::compactSizeLength(witness.size());
    for (const util::Bytes& element : witness)
        size += util::compactSizeLength(element.size()) + element.size();
    return static_cast<std::int64_t>(size);
}

crypto::Hash256Bytes annexHash(util::ByteView annex) {
    util::ByteWriter writer;
    writer.sized(annex);
    return crypto::sha256(writer.view());
}

/// The output key is the internal key tweaked with the root that leaf and path lead to, its parity as the
/// control block says.
bool isCommitted(const SpendContext& spend, util::ByteView outputKey32, util::ByteView control,
                 const crypto::Hash256Bytes& leafHash) {
    crypto::Hash256Bytes root = leafHash;
    for (std::size_t at = kControlBaseSize; at < control.size(); at += kNodeSize)
        root = tapBranchHash(root, control.subspan(at, kNodeSize));
    const util::ByteView internalKey = control.subspan(1, 32);
    return spend.curve.taprootKey(outputKey32, (control[0] & 1) != 0, internalKey,
                                  tapTweakHash(internalKey, root));
}

/// `witness` without annex: elements for the script, the script, the control block.
Status verifyScriptPath(const SpendContext& spend, util::ByteView outputKey32, Witness witness,
                        TaprootSigHashInput message) {
    const util::ByteView control = witness[witness.size() - 1];
    const util::ByteView script = witness[witness.size() - 2];
    if (control.size() < kControlBaseSize || control.size() > kControlBaseSize + kMaxNodes * kNodeSize ||
        (control.size() - kControlBaseSize) % kNodeSize != 0)
        return fail(ScriptError::TaprootWrongControlSize);
    const auto leafVersion = static_cast<std::uint8_t>(control[0] & kLeafVersionMask);
    message.leafHash = tapLeafHash(leafVersion, script);
    if (!isCommitted(spend, outputKey32, control, *message.leafHash))
        return fail(ScriptError::WitnessProgramMismatch);
    if (leafVersion == kTapscriptLeaf) {
        const Witness elements = witness.first(witness.size() - 2);
        return runTapscript(spend, script, Stack({elements.begin(), elements.end()}),
                            {message, serializedSize(spend.txIn().witness) + kFreeWeight});
    }
    if (spend.has(VerifyDiscourageUpgradableTaprootVersion))
        return fail(ScriptError::DiscourageUpgradableTaprootVersion);
    return {};
}

} // namespace

crypto::Hash256Bytes tapLeafHash(std::uint8_t leafVersion, util::ByteView script) {
    util::ByteWriter writer;
    writer.u8(leafVersion);
    writer.sized(script);
    return crypto::taggedHash("TapLeaf", writer.view());
}

crypto::Hash256Bytes tapBranchHash(util::ByteView a, util::ByteView b) {
    const bool inOrder = std::ranges::lexicographical_compare(a, b);
    util::ByteWriter writer;
    writer.bytes(inOrder ? a : b);
    writer.bytes(inOrder ? b : a);
    return crypto::taggedHash("TapBranch", writer.view());
}

crypto::Hash256Bytes tapTweakHash(util::ByteView internalKey32, util::ByteView root) {
    util::ByteWriter writer;
    writer.bytes(internalKey32);
    writer.bytes(root);
    return crypto::taggedHash("TapTweak", writer.view());
}

Status verifyTaproot(const SpendContext& spend, util::ByteView outputKey32) {
    Witness witness = spend.txIn().witness;
    if (witness.empty()) return fail(ScriptError::WitnessProgramWitnessEmpty);
    TaprootSigHashInput message;
    const util::Bytes& last = witness.back();
    if (witness.size() >= 2 && !last.empty() && last[0] == kAnnexTag) {
        message.annexSha = annexHash(last);
        witness = witness.first(witness.size() - 1);
    }
    if (witness.size() == 1) return checkSchnorr(spend, outputKey32, witness[0], message);
    return verifyScriptPath(spend, outputKey32, witness, message);
}

} // namespace script
