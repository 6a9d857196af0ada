#include "net/address/BanList.h"

#include "net/address/HostAddress.h"
#include "net/address/PeerAddress.h"

#include <algorithm>

namespace net {

namespace {

constexpr std::size_t kMostBans = 10'000;

struct Subnet {
    util::ByteArray<16> base{};
    int prefix = 128; ///< of an IPv6 address
    QString text;
};

util::ByteArray<16> mapped(const wire::NetAddress& address) {
    util::ByteArray<16> out{};
    if (address.kind == wire::NetAddress::Kind::Ipv4) out[10] = out[11] = 0xff;
    std::ranges::copy_backward(address.host, out.end());
    return out;
}

util::ByteArray<16> mapped(const QHostAddress& host) {
    return mapped(netAddressOf(host));
}

std::optional<Subnet> subnetFrom(const QString& given) {
    const QString text = given.trimmed();
    const auto slash = text.indexOf(QLatin1Char('/'));
    const wire::NetAddress host = netAddressOf(ipAddress(slash < 0 ? text : text.left(slash)));
    if (ipAddress(slash < 0 ? text : text.left(slash)).isNull()) return std::nullopt;
    const bool isV4 = host.kind == wire::NetAddress::Kind::Ipv4;
    const int most = isV4 ? 32 : 128;
    int prefix = most;
    if (slash >= 0) {
        bool isNumber = false;
        prefix = text.mid(slash + 1).toInt(&isNumber);
        if (!isNumber || prefix < 0 || prefix > most) return std::nullopt;
    }
    wire::NetAddress base = host;
    for (int bit = prefix; bit < most; ++bit)
        base.host[std::size_t(bit / 8)] &= std::uint8_t(~(0x80 >> (bit % 8)));
    return Subnet{mapped(base), prefix + (isV4 ? 96 : 0),
                  QStringLiteral("%1/%2").arg(hostOf(base).toString()).arg(prefix)};
}

bool isWithin(const util::ByteArray<16>& host, const util::ByteArray<16>& base, int prefix) {
    for (int bit = 0; bit < prefix; ++bit) {
        const auto byte = std::size_t(bit / 8);
        const int mask = 0x80 >> (bit % 8);
        if (((host[byte] ^ base[byte]) & mask) != 0) return false;
    }
    return true;
}

bool holdsLoopback(const Subnet& subnet) {
    const util::ByteArray<16> v4 = mapped(QHostAddress(QHostAddress::LocalHost));
    const bool isOfIt = subnet.prefix >= 104 && isWithin(subnet.base, v4, 104);
    return isOfIt || isWithin(v4, subnet.base, subnet.prefix) ||
           isWithin(mapped(QHostAddress(QHostAddress::LocalHostIPv6)), subnet.base, subnet.prefix);
}

} // namespace

std::optional<QString> BanList::normalised(const QString& subnet) {
    const auto parsed = subnetFrom(subnet);
    if (!parsed) return std::nullopt;
    return parsed->text;
}

bool BanList::add(const QString& subnet, std::int64_t now, std::int64_t until, bool byHand) {
    const auto parsed = subnetFrom(subnet);
    if (!parsed || (!byHand && holdsLoopback(*parsed))) return false;
    const auto same =
        std::ranges::find(m_bans, parsed->text, [](const Ban& each) { return each.info.subnet; });
    if (same != m_bans.end()) {
        same->info.until = byHand ? until : std::max(until, same->info.until);
        same->info.byHand = same->info.byHand || byHand;
        return true;
    }
    prune(now);
    if (m_bans.size() >= kMostBans) return false;
    m_bans.push_back({parsed->base, parsed->prefix, {parsed->text, now, until, byHand}});
    return true;
}

bool BanList::remove(const QString& subnet) {
    const auto text = normalised(subnet);
    return text && std::erase_if(m_bans, [&](const Ban& each) { return each.info.subnet == *text; }) > 0;
}

bool BanList::isBanned(const QHostAddress& host, std::int64_t now) const {
    const util::ByteArray<16> address = mapped(host);
    return std::ranges::any_of(m_bans, [&](const Ban& each) {
        return each.info.until > now && isWithin(address, each.base, each.prefix);
    });
}

std::vector<BanInfo> BanList::all(std::int64_t now) const {
    std::vector<BanInfo> out;
    for (const Ban& each : m_bans)
        if (each.info.until > now) out.push_back(each.info);
    return out;
}

void BanList::restore(const std::vector<BanInfo>& bans, std::int64_t now) {
    m_bans.clear();
    for (const BanInfo& each : bans) {
        if (each.until <= now || !add(each.subnet, now, each.until, each.byHand)) continue;
        m_bans.back().info.since = each.since;
    }
}

bool BanList::prune(std::int64_t now) {
    return std::erase_if(m_bans, [now](const Ban& each) { return each.info.until <= now; }) > 0;
}

} // namespace net
