#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wallet {

/// The languages that BIP 39 has words of.
enum class MnemonicLanguage : std::uint8_t {
    English,
    ChineseSimplified,
    ChineseTraditional,
    Czech,
    French,
    Italian,
    Japanese,
    Korean,
    Portuguese,
    Russian,
    Spanish,
    Turkish,
};
constexpr std::size_t kMnemonicLanguages = 12;

/// The words of one language in their order (UTF-8, NFKD), and their numbers.
class WordList {
public:
    static constexpr std::size_t kWords = 2048;
    explicit WordList(std::vector<std::string_view> words);
    [[nodiscard]] const std::vector<std::string_view>& words() const { return m_words; }
    [[nodiscard]] std::optional<std::size_t> find(std::string_view word) const;

private:
    std::vector<std::string_view> m_words;
    std::unordered_map<std::string_view, std::uint16_t> m_numbers;
};

/// Thread: any.   Cost: the first look at one that is not English unpacks them all, a few milliseconds.
const WordList& wordList(MnemonicLanguage language);

/// The other languages' lists one after the other, a word a line, as gzip makes them smaller. Made from
/// resources/wordlists by CMake.
extern const std::uint8_t kPackedWords[];
extern const std::size_t kPackedWordsSize;
extern const std::size_t kUnpackedWordsSize;

} // namespace wallet
