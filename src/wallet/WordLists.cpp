#include "wallet/WordLists.h"

#include "util/Require.h"
#include "wallet/EnglishWords.h"

#include <string>
#include <zlib.h>

namespace wallet {

namespace {

constexpr int kGzipWindow = 15 + 16; ///< zlib's word for its largest window and gzip's frame

std::string unpackedWords() {
    std::string out(kUnpackedWordsSize, '\0');
    z_stream stream{};
    require(inflateInit2(&stream, kGzipWindow) == Z_OK);
    stream.next_in = const_cast<Bytef*>(kPackedWords); // zlib reads only
    stream.avail_in = static_cast<uInt>(kPackedWordsSize);
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int end = inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    require(end == Z_STREAM_END && stream.avail_out == 0);
    return out;
}

/// All languages but English, in the order of MnemonicLanguage.
std::vector<WordList> unpackedLists() {
    static const std::string text = unpackedWords();
    std::vector<WordList> out;
    std::string_view rest = text;
    while (!rest.empty()) {
        std::vector<std::string_view> words;
        for (std::size_t i = 0; i < WordList::kWords; ++i) {
            const std::size_t end = rest.find('\n');
            require(end != std::string_view::npos);
            words.push_back(rest.substr(0, end));
            rest.remove_prefix(end + 1);
        }
        out.emplace_back(std::move(words));
    }
    require(out.size() + 1 == kMnemonicLanguages);
    return out;
}

} // namespace

WordList::WordList(std::vector<std::string_view> words) : m_words(std::move(words)) {
    for (const std::string_view word : m_words)
        m_numbers.emplace(word, static_cast<std::uint16_t>(m_numbers.size()));
    require(m_numbers.size() == kWords);
}

std::optional<std::size_t> WordList::find(std::string_view word) const {
    const auto found = m_numbers.find(word);
    return found == m_numbers.end() ? std::nullopt : std::optional<std::size_t>(found->second);
}

const WordList& wordList(MnemonicLanguage language) {
    static const WordList english({kEnglishWords.begin(), kEnglishWords.end()});
    if (language == MnemonicLanguage::English) return english;
    static const std::vector<WordList> others = unpackedLists();
    return others[static_cast<std::size_t>(language) - 1];
}

} // namespace wallet
