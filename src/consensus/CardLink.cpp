#include "consensus/CardLink.h"

#include "util/Require.h"

#include <zlib.h>

#include <array>
#include <optional>

namespace consensus {

namespace {

constexpr std::string_view kLinkScheme = "cairn:";
constexpr std::string_view kCardParameter = "card=";
constexpr std::string_view kSixBits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t kMaxNameInLink = 24;

constexpr std::string_view kDictionary =
    R"({"cairn_network":1,"name":"","colour":"#2f7ed8","rules":{"block_reward":"50.00000000",)"
    R"("halving_interval":210000,"max_block_transactions":10000,"max_block_weight":4000000,)"
    R"("target_block_time":10,"difficulty_adjustment_interval":10,"pow_limit_bits":"1f00ffff",)"
    R"("initial_bits":"1e00ffff","coinbase_maturity":10,"min_difficulty_after":200,"bech32_hrp":"cairn",)"
    R"("genesis_time":17,"genesis_message":"A blockchain of your own, "},"defaults":{)"
    R"("transaction_fee":"0.00010000","confirmation_blocks":6,"api_port":5000,"peer_port":5001},)"
    R"("seeds":["http://192.168.0.1:5001","http://10.0.0.1:5001"]})";

const Bytef* bytesOf(std::string_view text) {
    return reinterpret_cast<const Bytef*>(text.data());
}

bool isWhite(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

std::string withoutWhite(std::string_view text) {
    std::string out;
    for (const char c : text)
        if (!isWhite(c)) out += c;
    return out;
}

bool startsWithScheme(std::string_view text) {
    if (text.size() < kLinkScheme.size()) return false;
    for (std::size_t i = 0; i < kLinkScheme.size(); ++i) {
        const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
        if (c != kLinkScheme[i]) return false;
    }
    return true;
}

/// The value of `card=` in a link without white space; nothing when there is none.
std::optional<std::string_view> payloadOf(std::string_view link) {
    if (!startsWithScheme(link)) return std::nullopt;
    const std::size_t query = link.find('?');
    if (query == std::string_view::npos) return std::nullopt;
    std::string_view rest = link.substr(query + 1);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view parameter = rest.substr(0, end);
        if (parameter.starts_with(kCardParameter)) return parameter.substr(kCardParameter.size());
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return std::nullopt;
}

std::string toBase64Url(std::string_view bytes) {
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : bytes) {
        bits = bits << 8 | static_cast<std::uint8_t>(c);
        for (count += 8; count >= 6; count -= 6)
            out += kSixBits[bits >> (count - 6) & 0x3f];
    }
    if (count > 0) out += kSixBits[bits << (6 - count) & 0x3f];
    return out;
}

std::optional<std::string> fromBase64Url(std::string_view text) {
    while (text.ends_with('='))
        text.remove_suffix(1);
    if (text.size() % 4 == 1) return std::nullopt;
    std::string out;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        const std::size_t value = kSixBits.find(c == '+' ? '-' : c == '/' ? '_' : c);
        if (value == std::string_view::npos) return std::nullopt;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 0xff);
    }
    return out;
}

std::string pack(std::string_view json) {
    z_stream stream{};
    require(deflateInit(&stream, Z_BEST_COMPRESSION) == Z_OK);
    require(deflateSetDictionary(&stream, bytesOf(kDictionary), static_cast<uInt>(kDictionary.size())) ==
            Z_OK);
    std::string out(deflateBound(&stream, static_cast<uLong>(json.size())), '\0');
    stream.next_in = const_cast<Bytef*>(bytesOf(json)); // zlib's old signature; it only reads
    stream.avail_in = static_cast<uInt>(json.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int done = deflate(&stream, Z_FINISH);
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    require(done == Z_STREAM_END);
    return out;
}

/// Nothing when it is damaged, cut off, made with another dictionary, or larger than a card may be.
std::optional<std::string> unpack(std::string_view packed) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK) return std::nullopt;
    std::string out(kMaxCardSize + 1, '\0');
    stream.next_in = const_cast<Bytef*>(bytesOf(packed));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    int state = inflate(&stream, Z_FINISH);
    if (state == Z_NEED_DICT) {
        state = inflateSetDictionary(&stream, bytesOf(kDictionary), static_cast<uInt>(kDictionary.size()));
        if (state == Z_OK) state = inflate(&stream, Z_FINISH);
    }
    const bool whole = state == Z_STREAM_END && stream.avail_in == 0 && stream.avail_out > 0;
    out.resize(out.size() - stream.avail_out);
    inflateEnd(&stream);
    if (!whole) return std::nullopt;
    return out;
}

/// Letters, digits and dashes of the network's name, for people.
std::string nameInLink(std::string_view name) {
    std::string out;
    for (const char c : name) {
        const bool isPlain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (isPlain)
            out += c;
        else if (c >= 'A' && c <= 'Z')
            out += static_cast<char>(c - 'A' + 'a');
        else if (!out.empty() && out.back() != '-')
            out += '-';
        if (out.size() == kMaxNameInLink) break;
    }
    while (!out.empty() && out.back() == '-')
        out.pop_back();
    return out;
}

} // namespace

std::string_view cardDictionary() {
    return kDictionary;
}

bool isCardLink(std::string_view text) {
    return text.size() <= kMaxLinkSize && payloadOf(withoutWhite(text)).has_value();
}

Result<NetworkCard, CardError> parseCardLink(std::string_view text) {
    using Kind = CardError::Kind;
    if (text.size() > kMaxLinkSize) return fail(CardError{.kind = Kind::LinkTooLong, .number = text.size()});
    const std::string link = withoutWhite(text);
    const auto payload = payloadOf(link);
    if (!payload) return fail(CardError{Kind::NotALink});
    const auto bytes = fromBase64Url(*payload);
    if (!bytes || bytes->empty()) return fail(CardError{Kind::LinkDamaged});
    if (bytes->front() == '{') return parseNetworkCard(*bytes);
    const auto json = unpack(*bytes);
    if (!json) return fail(CardError{Kind::LinkCut});
    return parseNetworkCard(*json);
}

std::string writeCardLink(const NetworkCard& card) {
    std::string link(kLinkScheme);
    link += nameInLink(card.name);
    link += '?';
    link += kCardParameter;
    return link + toBase64Url(pack(compactNetworkCard(card)));
}

} // namespace consensus
