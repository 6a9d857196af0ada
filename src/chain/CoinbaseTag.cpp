#include "chain/CoinbaseTag.h"

#include "consensus/CardText.h"
#include "script/Script.h"

#include <algorithm>

namespace chain {

namespace {

constexpr std::string_view kProgramTag = "Cairn";

/// At most `most` bytes of clean UTF-8, ending with a whole character.
std::string_view cutAtCharacter(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && (static_cast<std::uint8_t>(text[most]) & 0xc0) == 0x80)
        --most;
    return text.substr(0, most);
}

} // namespace

std::string coinbaseTag(std::string_view nodeName) {
    std::string name(nodeName);
    std::erase(name, '/');
    std::string tag = '/' + std::string(kProgramTag);
    if (!name.empty()) tag += ':';
    tag += cutAtCharacter(name, kMaxCoinbaseTag - tag.size() - 1);
    return tag + '/';
}

std::string finderName(const primitives::Transaction& coinbase) {
    if (!coinbase.isCoinbase()) return {};
    script::OperationReader reader(coinbase.inputs().front().scriptSig);
    while (const auto operation = reader.next()) {
        if (!operation->isPushOfBytes()) continue;
        std::string_view text = util::asText(operation->pushed);
        if (text.size() < 3 || text.size() > kMaxCoinbaseTag || !text.starts_with('/') ||
            !text.ends_with('/'))
            continue;
        text = text.substr(1, text.size() - 2);
        if (text.starts_with(kProgramTag) && text.substr(kProgramTag.size()).starts_with(':'))
            text.remove_prefix(kProgramTag.size() + 1);
        else if (text == kProgramTag)
            return {};
        return consensus::cleanLength(text) ? std::string(text) : std::string();
    }
    return {};
}

} // namespace chain
