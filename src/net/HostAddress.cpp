#include "net/HostAddress.h"

#include "net/PeerAddress.h"

#include <algorithm>

namespace net {

namespace {

using wire::NetAddress;

bool isIn(const NetAddress& address, const char* subnet, int prefix) {
    return hostOf(address).isInSubnet(QHostAddress(QLatin1String(subnet)), prefix);
}

template <std::size_t N>
bool isInAny(const NetAddress& address, const std::array<std::pair<const char*, int>, N>& subnets) {
    return std::ranges::any_of(subnets,
                               [&](const auto& each) { return isIn(address, each.first, each.second); });
}

Scope scopeOfIpv4(const NetAddress& address) {
    static constexpr std::array<std::pair<const char*, int>, 4> kOwn = {
        {{"10.0.0.0", 8}, {"172.16.0.0", 12}, {"192.168.0.0", 16}, {"100.64.0.0", 10}}};
    // This network, link-local, for documentation, for measuring, multicast and what lies above it.
    static constexpr std::array<std::pair<const char*, int>, 7> kNone = {{{"0.0.0.0", 8},
                                                                          {"169.254.0.0", 16},
                                                                          {"192.0.2.0", 24},
                                                                          {"198.51.100.0", 24},
                                                                          {"203.0.113.0", 24},
                                                                          {"198.18.0.0", 15},
                                                                          {"224.0.0.0", 3}}};
    if (address.host[0] == 127) return Scope::Loopback;
    if (isInAny(address, kNone)) return Scope::Nowhere;
    return isInAny(address, kOwn) ? Scope::Private : Scope::Public;
}

Scope scopeOfIpv6(const NetAddress& address) {
    static constexpr std::array<std::pair<const char*, int>, 3> kNone = {
        {{"fe80::", 10}, {"ff00::", 8}, {"2001:db8::", 32}}};
    const QHostAddress host = hostOf(address);
    if (host == QHostAddress(QHostAddress::AnyIPv6) || isInAny(address, kNone)) return Scope::Nowhere;
    if (host == QHostAddress(QHostAddress::LocalHostIPv6)) return Scope::Loopback;
    return isIn(address, "fc00::", 7) ? Scope::Private : Scope::Public;
}

} // namespace

NetAddress netAddressOf(const QHostAddress& host, std::uint16_t port) {
    bool isV4 = false;
    const quint32 v4 = host.toIPv4Address(&isV4);
    if (isV4) {
        return {NetAddress::Kind::Ipv4,
                {std::uint8_t(v4 >> 24), std::uint8_t(v4 >> 16), std::uint8_t(v4 >> 8), std::uint8_t(v4)},
                port};
    }
    const Q_IPV6ADDR v6 = host.toIPv6Address();
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
    if (address.kind == NetAddress::Kind::Ipv4 && address.host.size() == 4) return scopeOfIpv4(address);
    if (address.kind == NetAddress::Kind::Ipv6 && address.host.size() == 16) return scopeOfIpv6(address);
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

} // namespace net
