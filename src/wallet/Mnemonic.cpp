#include "wallet/Mnemonic.h"

#include "crypto/Kdf.h"
#include "crypto/Random.h"
#include "crypto/Sha256.h"
#include "util/Require.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace wallet {

namespace {

constexpr std::size_t kBitsPerWord = 11;
constexpr std::size_t kMaxTextSize = 4096;
constexpr std::size_t kMaxSuggestions = 3;
constexpr std::size_t kMaxSuggestionDistance = 2;
constexpr std::string_view kWideSpace = "\u3000"; ///< between Japanese words
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
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isWide = text.substr(i, kWideSpace.size()) == kWideSpace;
        if (isWide) i += kWideSpace.size() - 1;
        if (!isWide && !isSpace(text[i])) {
            out.push_back(toLower(text[i]));
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
std::vector<std::string> suggestionsFor(std::string_view word, const WordList& list) {
    std::vector<std::pair<std::size_t, std::string_view>> ranked;
    if (word.empty() || word.size() > 32) return {};
    for (const std::string_view candidate : list.words()) {
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

/// What text is as words of one language.
struct Reading {
    const WordList* list = nullptr;
    std::vector<std::size_t> indexes; ///< up to the first that is not in the list
    std::size_t known = 0;            ///< of all words
};

Reading readAs(const WordList& list, const std::vector<std::string_view>& words) {
    Reading out{&list, {}, 0};
    bool isUnbroken = true;
    for (const std::string_view word : words) {
        const auto index = list.find(word);
        isUnbroken = isUnbroken && index.has_value();
        if (isUnbroken) out.indexes.push_back(*index);
        if (index) ++out.known;
    }
    return out;
}

bool hasRightCheck(const std::vector<std::size_t>& indexes) {
    std::vector<std::size_t> expected = indexesOf(entropyOf(indexes));
    const bool matches = expected == indexes;
    wipe(expected);
    return matches;
}

} // namespace

crypto::SecretString newMnemonic(int words, MnemonicLanguage language) {
    require(words > 0 && isWordCount(static_cast<std::size_t>(words)));
    return mnemonicFromEntropy(crypto::randomBytes(static_cast<std::size_t>(words) * 4 / 3), language);
}

/// Some words are in several lists: a language counts in which all are known and the check is right, else the
/// one that knows most of them. English comes first, and alone where it knows all.
Result<crypto::SecretString, MnemonicFailure> checkMnemonic(std::string_view text) {
    const auto refuse = [](MnemonicError error) { return fail(MnemonicFailure{error, 0, {}}); };
    if (text.size() > kMaxTextSize) return refuse(MnemonicError::WordCount);
    crypto::SecretString words = normalised(text);
    const std::vector<std::string_view> list = split(words);
    Reading best;
    for (std::size_t i = 0; i < kMnemonicLanguages; ++i) {
        Reading reading = readAs(wordList(static_cast<MnemonicLanguage>(i)), list);
        const bool isWhole = reading.indexes.size() == list.size();
        const bool isRight = isWhole && isWordCount(list.size()) && hasRightCheck(reading.indexes);
        if (isRight) {
            wipe(reading.indexes);
            wipe(best.indexes);
            return words;
        }
        if (best.list == nullptr || reading.known > best.known) std::swap(best, reading);
        wipe(reading.indexes);
        // What is English throughout is meant so: a wrong check is a slip, not French by chance.
        if (i == 0 && isWhole) break;
    }
    const std::size_t known = best.indexes.size();
    wipe(best.indexes);
    if (known < list.size())
        return fail(
            MnemonicFailure{MnemonicError::UnknownWord, known, suggestionsFor(list[known], *best.list)});
    return refuse(isWordCount(list.size()) ? MnemonicError::Checksum : MnemonicError::WordCount);
}

crypto::SecretString mnemonicFromEntropy(util::ByteView entropy, MnemonicLanguage language) {
    require(entropy.size() >= 16 && entropy.size() <= 32 && entropy.size() % 4 == 0);
    std::vector<std::size_t> indexes = indexesOf(entropy);
    const WordList& list = wordList(language);
    crypto::SecretString out;
    out.reserve(indexes.size() * 32 + 64);
    for (const std::size_t index : indexes) {
        if (!out.empty()) out.push_back(' ');
        out.append(list.words()[index]);
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
    static const auto& english = wordList(MnemonicLanguage::English).words();
    static const std::vector<std::string> words(english.begin(), english.end());
    return words;
}

} // namespace wallet
