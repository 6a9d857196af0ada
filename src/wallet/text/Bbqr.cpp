#include "wallet/text/Bbqr.h"

#include "util/Hex.h"
#include "util/Require.h"

#include <algorithm>
#include <array>

#include <zlib.h>

namespace wallet::bbqr {

namespace {

constexpr std::string_view kMark = "B$";
constexpr std::size_t kHead = 8; ///< mark, encoding, kind, how many, which
constexpr char kHex = 'H';
constexpr char kBase32 = '2';
constexpr char kZlib = 'Z';
constexpr int kWindow = -10; ///< raw deflate with a window of 1 KiB, as signers with little memory want it
constexpr std::string_view kDigits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"; // RFC 4648, 6
constexpr std::size_t kGroupBytes = 5, kGroupLetters = 8;

std::string twoDigits(std::size_t number) {
    return {kDigits[number / kDigits.size()], kDigits[number % kDigits.size()]};
}

std::optional<std::size_t> numberOf(std::string_view two) {
    const auto high = kDigits.find(two[0]), low = kDigits.find(two[1]);
    if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
    return high * kDigits.size() + low;
}

std::string toBase32(util::ByteView bytes) {
    std::string out;
    out.reserve(bytes.size() / kGroupBytes * kGroupLetters + kGroupLetters);
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const std::uint8_t byte : bytes) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            out += kLetters[(held >> (bits - 5)) & 31];
    }
    if (bits > 0) out += kLetters[(held << (5 - bits)) & 31];
    return out;
}

std::optional<util::Bytes> fromBase32(std::string_view text) {
    util::Bytes out;
    out.reserve(text.size() * 5 / 8);
    std::uint32_t held = 0;
    unsigned bits = 0;
    for (const char letter : text) {
        const auto value = kLetters.find(letter);
        if (value == std::string_view::npos) return std::nullopt;
        held = (held << 5) | static_cast<std::uint32_t>(value);
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        out.push_back(static_cast<std::uint8_t>(held >> bits));
    }
    // Less than a letter is left, and it is nothing.
    if (bits >= 5 || (held & ((1U << bits) - 1)) != 0) return std::nullopt;
    return out;
}

/// zlib does not change what it reads, but says so only where it is asked to.
Bytef* readable(util::ByteView bytes) {
    return const_cast<Bytef*>(bytes.data());
}

std::optional<util::Bytes> deflated(util::ByteView data) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, kWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return std::nullopt;
    util::Bytes out(deflateBound(&stream, static_cast<uLong>(data.size())));
    stream.next_in = readable(data);
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = out.data();
    stream.avail_out = static_cast<uInt>(out.size());
    const int end = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return end == Z_STREAM_END ? std::optional(std::move(out)) : std::nullopt;
}

/// Grows with what comes out, and ends at kMostBytes: a small code cannot fill the memory.
std::optional<util::Bytes> inflated(util::ByteView data) {
    z_stream stream{};
    if (inflateInit2(&stream, kWindow) != Z_OK) return std::nullopt;
    util::Bytes out;
    std::array<Bytef, 16'384> piece;
    stream.next_in = readable(data);
    stream.avail_in = static_cast<uInt>(data.size());
    int state = Z_OK;
    while (state == Z_OK && out.size() <= kMostBytes) {
        stream.next_out = piece.data();
        stream.avail_out = static_cast<uInt>(piece.size());
        state = inflate(&stream, Z_NO_FLUSH);
        out.insert(out.end(), piece.begin(), piece.end() - stream.avail_out);
    }
    const bool isWhole = state == Z_STREAM_END && stream.avail_in == 0 && out.size() <= kMostBytes;
    inflateEnd(&stream);
    return isWhole ? std::optional(std::move(out)) : std::nullopt;
}

std::optional<util::Bytes> decoded(char encoding, std::string_view text) {
    if (encoding != kHex) return fromBase32(text);
    return std::ranges::none_of(text, [](char c) { return c >= 'a' && c <= 'f'; }) ? util::fromHex(text)
                                                                                   : std::nullopt;
}

} // namespace

std::vector<std::string> split(util::ByteView data, char kind, std::size_t longest) {
    require(longest >= kHead + 2 * kGroupLetters);
    if (data.empty() || data.size() > kMostBytes) return {};
    const auto packed = deflated(data);
    const bool isSmaller = packed && packed->size() < data.size();
    const std::string text = toBase32(isSmaller ? util::ByteView(*packed) : data);
    // Every part but the last is whole groups, so that each can be read by itself; all alike, so that the
    // last code is no smaller picture than the others.
    const std::size_t most = (longest - kHead) / kGroupLetters * kGroupLetters;
    const std::size_t count = (text.size() + most - 1) / most;
    if (count > kMostParts) return {};
    const std::size_t groups = (text.size() + kGroupLetters - 1) / kGroupLetters;
    const std::size_t each = (groups + count - 1) / count * kGroupLetters;
    const std::size_t parts = (text.size() + each - 1) / each;
    std::vector<std::string> out;
    for (std::size_t i = 0; i < parts; ++i)
        out.push_back(std::string(kMark) + (isSmaller ? kZlib : kBase32) + kind + twoDigits(parts) +
                      twoDigits(i) + text.substr(i * each, each));
    return out;
}

bool isPart(std::string_view text) {
    return text.starts_with(kMark);
}

Joiner::Taken Joiner::take(std::string_view part) {
    if (!isPart(part) || part.size() <= kHead || part.size() > kMostPartText) return Taken::Wrong;
    const char encoding = part[2], kind = part[3];
    const auto total = numberOf(part.substr(4, 2)), index = numberOf(part.substr(6, 2));
    const bool isKnown = encoding == kHex || encoding == kBase32 || encoding == kZlib;
    if (!isKnown || !total || !index || *total == 0 || *index >= *total) return Taken::Wrong;
    auto bytes = decoded(encoding, part.substr(kHead));
    if (!bytes || bytes->empty()) return Taken::Wrong;
    if (m_parts.empty()) {
        m_parts.resize(*total);
        m_encoding = encoding;
        m_kind = kind;
    }
    if (*total != m_parts.size() || encoding != m_encoding || kind != m_kind) return Taken::OfAnother;
    util::Bytes& place = m_parts[*index];
    if (!place.empty()) return place == *bytes ? Taken::Known : Taken::OfAnother;
    m_bytes += bytes->size();
    if (m_bytes > kMostBytes) {
        m_bytes -= bytes->size();
        return Taken::Wrong;
    }
    place = std::move(*bytes);
    ++m_have;
    return Taken::New;
}

std::optional<util::Bytes> Joiner::data() const {
    if (!isWhole()) return std::nullopt;
    util::Bytes all;
    for (const util::Bytes& part : m_parts)
        all.insert(all.end(), part.begin(), part.end());
    return m_encoding == kZlib ? inflated(all) : std::optional(std::move(all));
}

void Joiner::clear() {
    *this = Joiner();
}

} // namespace wallet::bbqr
