#include "net/address/LanAddresses.h"

#include <QNetworkInterface>
#include <QUrl>

#include <algorithm>
#include <array>

namespace net {

namespace {

constexpr qsizetype kMaxSeeds = 4;
/// Beginnings of the names of interfaces that lead to nobody but this computer's own guests.
constexpr std::array kInnerInterfaces = {"docker", "br-", "veth",   "virbr", "vmnet",   "vboxnet",
                                         "lxc",    "lxd", "podman", "cni",   "flannel", "tap"};

bool isInner(const QString& interface) {
    return std::ranges::any_of(kInnerInterfaces,
                               [&](const char* start) { return interface.startsWith(QLatin1String(start)); });
}

bool isPrivateIPv4(const QHostAddress& address) {
    return address.isInSubnet(QHostAddress(QStringLiteral("10.0.0.0")), 8) ||
           address.isInSubnet(QHostAddress(QStringLiteral("172.16.0.0")), 12) ||
           address.isInSubnet(QHostAddress(QStringLiteral("192.168.0.0")), 16);
}

/// Lower is better; nothing: others cannot dial it.
std::optional<int> rankOf(const OwnAddress& own) {
    const QHostAddress& address = own.address;
    if (address.isNull() || address.isLoopback() || address.isLinkLocal() || address.isMulticast() ||
        address.isEqual(QHostAddress::AnyIPv4, QHostAddress::TolerantConversion) || isInner(own.interface))
        return std::nullopt;
    if (address.protocol() != QAbstractSocket::IPv4Protocol) return 2;
    return isPrivateIPv4(address) ? 0 : 1;
}

QString hostText(const QHostAddress& address) {
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    QHostAddress plain = address;
    plain.setScopeId(QString());
    return isV6 ? QLatin1Char('[') + plain.toString() + QLatin1Char(']') : plain.toString();
}

} // namespace

QList<QHostAddress> dialableAddresses(const QList<OwnAddress>& own) {
    QList<std::pair<int, QHostAddress>> ranked;
    for (const OwnAddress& each : own)
        if (const auto rank = rankOf(each)) ranked.append({*rank, each.address});
    std::ranges::stable_sort(ranked, {}, &std::pair<int, QHostAddress>::first);
    QList<QHostAddress> out;
    for (const auto& [rank, address] : ranked)
        if (!out.contains(address)) out.append(address);
    return out;
}

QList<OwnAddress> ownAddresses() {
    QList<OwnAddress> out;
    for (const QNetworkInterface& each : QNetworkInterface::allInterfaces()) {
        const auto flags = each.flags();
        const bool up =
            flags.testFlag(QNetworkInterface::IsUp) && flags.testFlag(QNetworkInterface::IsRunning);
        if (!up || flags.testFlag(QNetworkInterface::IsLoopBack)) continue;
        for (const QNetworkAddressEntry& entry : each.addressEntries())
            out.append({each.name(), entry.ip()});
    }
    return out;
}

QStringList seedsFor(const QString& url, const QList<QHostAddress>& dialable) {
    const QUrl at(url);
    if (at.host().isEmpty() || at.port() <= 0) return {};
    const auto seed = [&](const QHostAddress& address) {
        return QStringLiteral("http://%1:%2").arg(hostText(address)).arg(at.port());
    };
    const QHostAddress bound(at.host());
    const bool everywhere =
        bound == QHostAddress(QHostAddress::AnyIPv4) || bound == QHostAddress(QHostAddress::AnyIPv6);
    if (!everywhere) return {seed(bound)};
    QStringList out;
    for (const QHostAddress& address : dialable) {
        const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        if (isV6 && bound.protocol() == QAbstractSocket::IPv4Protocol) continue; // it does not listen there
        if (out.size() < kMaxSeeds) out << seed(address);
    }
    if (out.isEmpty()) out << seed(QHostAddress(QHostAddress::LocalHost));
    return out;
}

} // namespace net
