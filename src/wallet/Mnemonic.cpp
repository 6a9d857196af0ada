#include "wallet/Mnemonic.h"

#include "crypto/Kdf.h"
#include "crypto/Random.h"
#include "crypto/Sha256.h"
#include "util/Require.h"
#include "wallet/EnglishWords.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace wallet {

namespace {

constexpr std::size_t kBitsPerWord = 11;
constexpr std::size_t kMaxTextSize = 4096;
constexpr std::size_t kMaxSuggestions = 3;
constexpr std::size_t kMaxSuggestionDistance = 2;
constexpr std::string_view kSeedSalt = "mnemonic";
constexpr int kSeedRounds = 2048;

bool isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

char toLower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool isWordCount(std::size_t words) {
    return words >= 12 && words <= 24 && words % 3 == 0;
}

/// Lower case, single spaces, none at the ends.
crypto::SecretString normalised(std::string_view text) {
    crypto::SecretString out;
    out.reserve(text.size() + 64);
    for (const char c : text) {
        if (!isSpace(c)) {
            out.push_back(toLower(c));
        } else if (!out.empty() && out.back() != ' ') {
            out.push_back(' ');
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

/// Views into `text`.
std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

std::optional<std::size_t> indexOf(std::string_view word) {
    const auto found = std::lower_bound(kEnglishWords.begin(), kEnglishWords.end(), word);
    if (found == kEnglishWords.end() || *found != word) return std::nullopt;
    return static_cast<std::size_t>(found - kEnglishWords.begin());
}

/// Letters to insert, drop or replace to get from one word to the other (Levenshtein).
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row[b.size()];
}

/// Words that begin as `word` does come first, then those that few letters away.
std::vector<std::string> suggestionsFor(std::string_view word) {
    std::vector<std::pair<std::size_t, std::string_view>> ranked;
    if (word.empty() || word.size() > 16) return {};
    for (const std::string_view candidate : kEnglishWords) {
        const bool isPrefix =
            candidate.starts_with(word) || (word.size() >= 4 && word.starts_with(candidate.substr(0, 4)));
        const std::size_t distance = isPrefix ? 0 : editDistance(word, candidate);
        if (distance <= kMaxSuggestionDistance) ranked.emplace_back(distance, candidate);
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(ranked.size(), kMaxSuggestions); ++i)
        out.emplace_back(ranked[i].second);
    return out;
}

bool bitAt(util::ByteView bytes, std::size_t position) {
    return ((bytes[position / 8] >> (7 - position % 8)) & 1) != 0;
}

/// Entropy and the first bits of its SHA-256, as word numbers: 3 words for every 4 bytes.
std::vector<std::size_t> indexesOf(util::ByteView entropy) {
    crypto::SecretBytes bits(entropy.begin(), entropy.end());
    bits.reserve(entropy.size() + 1);
    bits.push_back(crypto::sha256(entropy)[0]);
    std::vector<std::size_t> out(entropy.size() * 3 / 4);
    for (std::size_t word = 0; word < out.size(); ++word) {
        for (std::size_t bit = 0; bit < kBitsPerWord; ++bit) {
            out[word] = out[word] << 1 | (bitAt(bits, word * kBitsPerWord + bit) ? 1U : 0U);
        }
    }
    return out;
}

crypto::SecretBytes entropyOf(const std::vector<std::size_t>& indexes) {
    crypto::SecretBytes out(indexes.size() * 4 / 3, 0);
    for (std::size_t bit = 0; bit < out.size() * 8; ++bit) {
        const std::size_t word = indexes[bit / kBitsPerWord];
        const bool set = ((word >> (kBitsPerWord - 1 - bit % kBitsPerWord)) & 1) != 0;
        if (set) out[bit / 8] = static_cast<std::uint8_t>(out[bit / 8] | 1 << (7 - bit % 8));
    }
    return out;
}

void wipe(std::vector<std::size_t>& indexes) {
    crypto::wipe(indexes.data(), indexes.size() * sizeof(std::size_t));
}

} // namespace

crypto::SecretString newMnemonic(int words) {
    require(words > 0 && isWordCount(static_cast<std::size_t>(words)));
    return mnemonicFromEntropy(crypto::randomBytes(static_cast<std::size_t>(words) * 4 / 3));
}

Result<crypto::SecretString, MnemonicFailure> checkMnemonic(std::string_view text) {
    if (text.size() > kMaxTextSize) return fail(MnemonicFailure{MnemonicError::WordCount, 0, {}});
    crypto::SecretString words = normalised(text);
    std::vector<std::size_t> indexes;
    for (const std::string_view word : split(words)) {
        const auto index = indexOf(word);
        if (!index)
            return fail(MnemonicFailure{MnemonicError::UnknownWord, indexes.size(), suggestionsFor(word)});
        indexes.push_back(*index);
    }
    if (!isWordCount(indexes.size())) return fail(MnemonicFailure{MnemonicError::WordCount, 0, {}});
    std::vector<std::size_t> expected = indexesOf(entropyOf(indexes));
    const bool matches = expected == indexes;
    wipe(indexes);
    wipe(expected);
    if (!matches) return fail(MnemonicFailure{MnemonicError::Checksum, 0, {}});
    return words;
}

crypto::SecretString mnemonicFromEntropy(util::ByteView entropy) {
    require(entropy.size() >= 16 && entropy.size() <= 32 && entropy.size() % 4 == 0);
    std::vector<std::size_t> indexes = indexesOf(entropy);
    crypto::SecretString out;
    out.reserve(indexes.size() * 9 + 64);
    for (const std::size_t index : indexes) {
        if (!out.empty()) out.push_back(' ');
        out.append(kEnglishWords[index]);
    }
    wipe(indexes);
    return out;
}

crypto::SecretBytes seedFromMnemonic(std::string_view normalisedWords, std::string_view passphrase) {
    crypto::SecretBytes salt;
    salt.reserve(kSeedSalt.size() + passphrase.size());
    salt.insert(salt.end(), kSeedSalt.begin(), kSeedSalt.end());
    salt.insert(salt.end(), passphrase.begin(), passphrase.end());
    return crypto::pbkdf2Sha512(util::asBytes(normalisedWords), salt, kSeedRounds);
}

const std::vector<std::string>& mnemonicWords() {
    static const std::vector<std::string> words(kEnglishWords.begin(), kEnglishWords.end());
    return words;
}

} // namespace wallet
