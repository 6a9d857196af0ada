#include "util/Require.h"
#include "wallet/Mnemonic.h"

/// Words that are accepted are accepted again as they were given back; entropy always makes such words.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const util::ByteView bytes(data, size);
    const auto words = wallet::checkMnemonic(util::asText(bytes));
    if (words) {
        require(wallet::checkMnemonic(*words) == *words);
    } else {
        require(words.error().suggestions.size() <= 3);
    }
    if (size >= 16 && size <= 32 && size % 4 == 0) {
        const auto made = wallet::mnemonicFromEntropy(bytes);
        require(wallet::checkMnemonic(made) == made);
    }
    return 0;
}
