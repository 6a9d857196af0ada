#include "net/address/HostAddress.h"

#include "net/address/PeerAddress.h"

#include <algorithm>
#include <array>

namespace net {

namespace {

using wire::NetAddress;

/// The first bytes of an address, as many bits of them as count.
struct Prefix {
    std::array<std::uint8_t, 4> bytes{};
    int bits = 0;
};

bool isIn(const util::Bytes& host, const Prefix& prefix) {
    for (int bit = 0; bit < prefix.bits; ++bit) {
        const auto byte = std::size_t(bit / 8);
        const int mask = 0x80 >> (bit % 8);
        if (((host[byte] ^ prefix.bytes[byte]) & mask) != 0) return false;
    }
    return true;
}

template <std::size_t N>
bool isInAny(const util::Bytes& host, const std::array<Prefix, N>& prefixes) {
    return std::ranges::any_of(prefixes, [&](const Prefix& each) { return isIn(host, each); });
}

Scope scopeOfIpv4(const util::Bytes& host) {
    static constexpr std::array<Prefix, 4> kOwn = {
        {{{10}, 8}, {{172, 16}, 12}, {{192, 168}, 16}, {{100, 64}, 10}}};
    // This network, link-local, for documentation, for measuring, multicast and what lies above it.
    static constexpr std::array<Prefix, 7> kNone = {{{{0}, 8},
                                                     {{169, 254}, 16},
                                                     {{192, 0, 2}, 24},
                                                     {{198, 51, 100}, 24},
                                                     {{203, 0, 113}, 24},
                                                     {{198, 18}, 15},
                                                     {{224}, 3}}};
    if (host[0] == 127) return Scope::Loopback;
    if (isInAny(host, kNone)) return Scope::Nowhere;
    return isInAny(host, kOwn) ? Scope::Private : Scope::Public;
}

Scope scopeOfIpv6(const util::Bytes& host) {
    // Link-local, multicast, for documentation.
    static constexpr std::array<Prefix, 3> kNone = {
        {{{0xfe, 0x80}, 10}, {{0xff}, 8}, {{0x20, 0x01, 0x0d, 0xb8}, 32}}};
    static constexpr Prefix kOwn = {{0xfc}, 7};
    const bool isLow = std::all_of(host.begin(), host.end() - 1, [](std::uint8_t byte) { return byte == 0; });
    if (isLow && host[15] == 1) return Scope::Loopback;
    if ((isLow && host[15] == 0) || isInAny(host, kNone)) return Scope::Nowhere;
    return isIn(host, kOwn) ? Scope::Private : Scope::Public;
}

} // namespace

NetAddress netAddressOf(const QHostAddress& host, std::uint16_t port) {
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        const quint32 v4 = host.toIPv4Address();
        return {NetAddress::Kind::Ipv4,
                {std::uint8_t(v4 >> 24), std::uint8_t(v4 >> 16), std::uint8_t(v4 >> 8), std::uint8_t(v4)},
                port};
    }
    // Byte by byte: Qt takes "::" for 0.0.0.0.
    const Q_IPV6ADDR v6 = host.toIPv6Address();
    const bool isMapped = std::all_of(v6.c, v6.c + 10, [](quint8 byte) { return byte == 0; }) &&
                          v6.c[10] == 0xff && v6.c[11] == 0xff;
    if (isMapped) return {NetAddress::Kind::Ipv4, util::Bytes(v6.c + 12, v6.c + 16), port};
    return {NetAddress::Kind::Ipv6, util::Bytes(v6.c, v6.c + 16), port};
}

QHostAddress hostOf(const NetAddress& address) {
    const util::Bytes& host = address.host;
    if (address.kind == NetAddress::Kind::Ipv4 && host.size() == 4) {
        return QHostAddress((quint32(host[0]) << 24) | (quint32(host[1]) << 16) | (quint32(host[2]) << 8) |
                            host[3]);
    }
    if (address.kind == NetAddress::Kind::Ipv6 && host.size() == 16) return QHostAddress(host.data());
    return {};
}

QString textOf(const NetAddress& address) {
    const QString host = hostOf(address).toString();
    const bool isV6 = address.kind == NetAddress::Kind::Ipv6;
    return QStringLiteral("%1:%2")
        .arg(isV6 ? QLatin1Char('[') + host + QLatin1Char(']') : host)
        .arg(address.port);
}

std::optional<NetAddress> netAddressFrom(const QString& text) {
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    bool isNumber = false;
    const ushort port = text.mid(colon + 1).toUShort(&isNumber);
    QString host = text.left(std::max<qsizetype>(0, colon));
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    const QHostAddress ip = ipAddress(host);
    if (!isNumber || ip.isNull()) return std::nullopt;
    return netAddressOf(ip, port);
}

Scope scopeOf(const NetAddress& address) {
    if (address.kind == NetAddress::Kind::Ipv4 && address.host.size() == 4) return scopeOfIpv4(address.host);
    if (address.kind == NetAddress::Kind::Ipv6 && address.host.size() == 16) return scopeOfIpv6(address.host);
    return Scope::Nowhere;
}

bool isOfUse(const NetAddress& address, const NetAddress& peer) {
    const Scope scope = scopeOf(address);
    return scope != Scope::Nowhere && address.port != 0 && scope <= scopeOf(peer) &&
           (scope == Scope::Public || scopeOf(peer) != Scope::Nowhere);
}

util::Bytes groupOf(const NetAddress& address) {
    util::Bytes out{std::uint8_t(address.kind)};
    const auto add = [&](std::size_t count) {
        out.insert(out.end(), address.host.begin(),
                   address.host.begin() + std::ptrdiff_t(std::min(count, address.host.size())));
    };
    switch (scopeOf(address)) {
    case Scope::Public:
        add(address.kind == NetAddress::Kind::Ipv4 ? 2 : 4);
        break;
    case Scope::Private:
        add(address.host.size());
        break;
    case Scope::Loopback:
    case Scope::Nowhere:
        add(address.host.size());
        out.push_back(std::uint8_t(address.port >> 8));
        out.push_back(std::uint8_t(address.port));
        break;
    }
    return out;
}

util::Bytes holderOf(const NetAddress& address) {
    const std::size_t count = address.kind == NetAddress::Kind::Ipv6 ? 8 : address.host.size();
    util::Bytes out(address.host.begin(),
                    address.host.begin() + std::ptrdiff_t(std::min(count, address.host.size())));
    out.push_back(std::uint8_t(address.kind));
    return out;
}

QString holderText(const NetAddress& address) {
    if (address.kind != NetAddress::Kind::Ipv6 || address.host.size() != 16)
        return hostOf(address).toString();
    NetAddress network = address;
    std::fill(network.host.begin() + 8, network.host.end(), std::uint8_t(0));
    return hostOf(network).toString() + QStringLiteral("/64");
}

} // namespace net
