#include "wallet/psbt/PsbtReport.h"

#include "util/Require.h"
#include "wallet/Wallet.h"
#include "wallet/psbt/PsbtRoles.h"

#include <algorithm>

namespace wallet {

namespace {

bool leavesPartsOpen(const PsbtInput& input) {
    return input.sigHashType && *input.sigHashType != script::SigHashAll &&
           *input.sigHashType != script::SigHashDefault;
}

std::size_t signaturesOf(const PsbtInput& input) {
    return input.signatures.size() + input.tapSignatures.size() + (input.tapKeySignature.empty() ? 0 : 1);
}

/// Who is named by an input, and whether they have signed it.
std::map<util::ByteArray<4>, bool> namedBy(const PsbtInput& input, bool isSigned) {
    std::map<util::ByteArray<4>, bool> out;
    for (const auto& [key, origin] : input.origins) {
        const bool has = isSigned || input.signatures.contains(crypto::hash160(key));
        out[origin.fingerprint] = out[origin.fingerprint] || has;
    }
    for (const auto& [key, tap] : input.tapOrigins) {
        bool has = isSigned || (key == input.tapInternalKey && !input.tapKeySignature.empty());
        for (const auto& [signer, signature] : input.tapSignatures)
            has = has || signer.first == key;
        out[tap.origin.fingerprint] = out[tap.origin.fingerprint] || has;
    }
    return out;
}

/// Whether a root of the wallet's keys is to sign yet; where none is named, nobody knows better than it may.
bool waitsForUs(const std::map<util::ByteArray<4>, bool>& named, const std::set<util::ByteArray<4>>& own) {
    bool isNamed = false;
    for (const auto& [fingerprint, has] : named) {
        if (!own.contains(fingerprint)) continue;
        if (!has) return true;
        isNamed = true;
    }
    return !isNamed;
}

} // namespace

PsbtReport reportOf(const Psbt& psbt, const Wallet& wallet) {
    PsbtReport out;
    out.analysis = analyze(psbt);
    const auto own = wallet.ownRoots();
    std::map<util::ByteArray<4>, PsbtCosigner> cosigners;
    for (std::size_t i = 0; i < psbt.inputs.size(); ++i) {
        const PsbtInput& input = psbt.inputs[i];
        PsbtCoin coin;
        coin.outpoint = input.previous;
        coin.output = input.spentOutput();
        coin.isOwn = coin.output && wallet.isMine(coin.output->scriptPubKey);
        coin.isSigned = i < out.analysis.inputs.size() && out.analysis.inputs[i].isFinal;
        coin.isOpen = leavesPartsOpen(input);
        coin.signatures = signaturesOf(input);
        if (coin.isOwn) ++out.ownCoins;
        const auto named = namedBy(input, coin.isSigned);
        if (coin.isOwn && !coin.isSigned && waitsForUs(named, own)) ++out.ownOpen;
        for (const auto& [fingerprint, has] : named) {
            PsbtCosigner& cosigner = cosigners[fingerprint];
            ++cosigner.inputs;
            if (has) ++cosigner.signedOf;
        }
        out.coins.push_back(std::move(coin));
    }
    for (const PsbtOutput& output : psbt.outputs) {
        out.payments.push_back({output.amount, output.script});
        out.isOwn.push_back(wallet.isMine(output.script));
    }
    for (auto& [fingerprint, cosigner] : cosigners) {
        cosigner.fingerprint = fingerprint;
        cosigner.isOwn = own.contains(fingerprint);
        out.cosigners.push_back(cosigner);
    }
    out.isComplete =
        !out.analysis.defect && !out.coins.empty() && std::ranges::all_of(out.coins, &PsbtCoin::isSigned);
    return out;
}

Result<void, WalletFailure> fillPsbt(Psbt& psbt, const Wallet& wallet, const PsbtSigning& options) {
    require(psbt.unsignedTransaction().has_value());
    for (PsbtInput& input : psbt.inputs) {
        if (input.previousTransaction) continue;
        const auto known = wallet.transaction(input.previous.txid);
        if (known && input.previous.index < known->transaction->outputs().size())
            input.previousTransaction = known->transaction;
    }
    const auto data = wallet.spendingDataOf(scriptsAskedBy(psbt), options.sign);
    if (!data) return fail(data.error());
    PsbtSigner signer(psbt);
    for (std::size_t i = 0; i < psbt.inputs.size(); ++i) {
        if (!psbt.inputs[i].isFinal()) (void)signer.fillInput(i, *data, options);
    }
    for (std::size_t i = 0; i < psbt.outputs.size(); ++i)
        signer.fillOutput(i, *data, options.withOrigins);
    signer.dropPreviousTransactions();
    return {};
}

} // namespace wallet
