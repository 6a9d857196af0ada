#include "net/lobby/LobbyMessage.h"

#include "net/PeerName.h"
#include "util/ByteReader.h"
#include "util/ByteWriter.h"
#include "util/Require.h"

#include <algorithm>
#include <string_view>

namespace net {

namespace {

constexpr std::string_view kLobbyMark = "cairnLAN";
constexpr std::uint8_t kLobbyVersion = 1;
constexpr std::size_t kMaxNameBytes = 4 * std::size_t(kMaxPeerName); ///< of UTF-8

enum class LobbyKind : std::uint8_t { Wish = 0, News = 1 };

util::ByteView lobbyBytesOf(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

Result<LobbyMessage, LobbyFault> decodeNews(util::ByteReader& reader) {
    LobbyNews news;
    news.network = primitives::BlockHash(reader.array<32>());
    news.port = reader.u16();
    const util::ByteView name = reader.view(reader.u8());
    if (!reader.ok() || !reader.atEnd() || news.port == 0 || news.network.isNull())
        return fail(LobbyFault::Malformed);
    if (name.empty() || name.size() > kMaxNameBytes) return fail(LobbyFault::BadName);
    const QByteArray utf8(reinterpret_cast<const char*>(name.data()), qsizetype(name.size()));
    news.name = QString::fromUtf8(utf8);
    if (news.name.toUtf8() != utf8 || news.name != cleanName(news.name)) return fail(LobbyFault::BadName);
    return LobbyMessage(std::move(news));
}

} // namespace

util::Bytes encodeLobby(const LobbyMessage& message) {
    util::ByteWriter writer;
    writer.bytes(lobbyBytesOf(kLobbyMark));
    writer.u8(kLobbyVersion);
    writer.u8(std::uint8_t(message ? LobbyKind::News : LobbyKind::Wish));
    if (message) {
        const QByteArray name = message->name.toUtf8();
        require(!name.isEmpty() && std::size_t(name.size()) <= kMaxNameBytes);
        writer.bytes(message->network.view());
        writer.u16(message->port);
        writer.u8(std::uint8_t(name.size()));
        writer.bytes(lobbyBytesOf({name.constData(), std::size_t(name.size())}));
    }
    return writer.take();
}

Result<LobbyMessage, LobbyFault> decodeLobby(util::ByteView datagram) {
    if (datagram.size() > kMaxLobbyMessage) return fail(LobbyFault::Malformed);
    util::ByteReader reader(datagram);
    if (!std::ranges::equal(reader.view(kLobbyMark.size()), lobbyBytesOf(kLobbyMark)))
        return fail(LobbyFault::NotOfUs);
    const std::uint8_t version = reader.u8(), kind = reader.u8();
    if (!reader.ok()) return fail(LobbyFault::Malformed);
    if (version != kLobbyVersion) return fail(LobbyFault::Version);
    if (kind == std::uint8_t(LobbyKind::News)) return decodeNews(reader);
    if (kind != std::uint8_t(LobbyKind::Wish) || !reader.atEnd()) return fail(LobbyFault::Malformed);
    return LobbyMessage();
}

} // namespace net
