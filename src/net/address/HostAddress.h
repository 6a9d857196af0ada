#pragma once

#include "net/wire/Messages.h"

#include <QHostAddress>

namespace net {

/// How far an address reaches; a larger one is known to fewer.
enum class Scope {
    Public,
    Private,  ///< of a network of one's own (RFC 1918, RFC 4193, RFC 6598)
    Loopback, ///< of this computer
    Nowhere,  ///< nobody can dial it: unspecified, multicast, link-local, documentation, other kinds
};

/// IPv4 mapped into IPv6 becomes IPv4; a scope id is dropped.
wire::NetAddress netAddressOf(const QHostAddress& host, std::uint16_t port = 0);
/// Null for kinds other than IPv4 and IPv6.
QHostAddress hostOf(const wire::NetAddress& address);
/// "1.2.3.4:5", "[2001:db8::7]:5".
QString textOf(const wire::NetAddress& address);
/// From the same text. Null where it is no IP address.
std::optional<wire::NetAddress> netAddressFrom(const QString& text);

Scope scopeOf(const wire::NetAddress& address);
/// Whether somebody at `peer` has a use for `address`: private ones are told within private networks only.
bool isOfUse(const wire::NetAddress& address, const wire::NetAddress& peer);
/// What is taken to be in one hand: IPv4 by /16, IPv6 by /32; a private host and a port of this computer by
/// itself.
util::Bytes groupOf(const wire::NetAddress& address);
/// What one user has: an IPv4 host, an IPv6 /64.
util::Bytes holderOf(const wire::NetAddress& address);
/// The same as text: "1.2.3.4", "2001:db8::/64".
QString holderText(const wire::NetAddress& address);

} // namespace net
