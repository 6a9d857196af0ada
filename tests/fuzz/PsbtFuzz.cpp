#include "util/Base64.h"
#include "util/Require.h"
#include "wallet/psbt/PsbtAnalysis.h"
#include "wallet/psbt/PsbtRoles.h"

using wallet::Psbt;

/// What is read is written so that it reads the same; the roles take whatever was read.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    const auto decoded = util::fromBase64(util::asText(bytes));
    require(!decoded || util::toBase64(*decoded) == util::asText(bytes));
    const auto psbt = wallet::parsePsbt(bytes);
    if (!psbt) {
        require(!psbt.error().words.empty());
        return 0;
    }
    const util::Bytes written = wallet::serialize(*psbt);
    const auto again = wallet::parsePsbt(written);
    require(again && wallet::serialize(*again) == written);
    require(again->inputs.size() == psbt->inputs.size() && again->outputs.size() == psbt->outputs.size());
    require(again->uniqueId() == psbt->uniqueId());
    const auto state = wallet::analyze(*psbt);
    require(state.defect || state.inputs.size() == psbt->inputs.size());
    const Psbt both[] = {*psbt, *again};
    const auto together = wallet::combined(both);
    require(together.has_value() == psbt->uniqueId().has_value());
    if (!together) return 0;
    Psbt final = *together;
    wallet::PsbtSigner signer(final);
    const bool isWhole = signer.finalize();
    require(wallet::parsePsbt(wallet::serialize(final)).has_value());
    require(!isWhole || (signer.isComplete() && signer.extract().inputs().size() == final.inputs.size()));
    return 0;
}
