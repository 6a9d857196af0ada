#pragma once

#include "crypto/SecretBytes.h"
#include "util/Result.h"
#include "wallet/WordLists.h"

#include <string>
#include <vector>

namespace wallet {

enum class MnemonicError { WordCount, UnknownWord, Checksum };
struct MnemonicFailure {
    MnemonicError error;
    std::size_t wordIndex = 0;            ///< of the unknown word, from 0
    std::vector<std::string> suggestions; ///< near words, at most 3
};

// BIP 39. Text that comes from outside is in Unicode's form NFKD and of small letters; what it has of spaces
// does not matter.

crypto::SecretString newMnemonic(int words = 12, MnemonicLanguage language = MnemonicLanguage::English);
/// Checks the words, of whatever language, and gives them with single spaces between them.
Result<crypto::SecretString, MnemonicFailure> checkMnemonic(std::string_view text);
/// From 16 to 32 bytes of entropy, for tests.
crypto::SecretString mnemonicFromEntropy(util::ByteView entropy,
                                         MnemonicLanguage language = MnemonicLanguage::English);
/// 64 bytes (PBKDF2, 2048 rounds). `passphrase` is BIP 39's optional extra word, in NFKD.
crypto::SecretBytes seedFromMnemonic(std::string_view normalisedWords, std::string_view passphrase);
/// The 2 048 words, for completion.
const std::vector<std::string>& mnemonicWords();

} // namespace wallet
