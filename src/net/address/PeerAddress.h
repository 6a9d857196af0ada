#pragma once

#include <QHostAddress>
#include <QString>
#include <QUrl>

#include <optional>

namespace net {

/// Where a peer is reached: "http://host:port", "host:port" or "host".
std::optional<QUrl> peerUrl(const QString& text, quint16 standardPort);
/// "host:port" as shown and saved.
QString addressText(const QUrl& url);
/// An IP address as it is written today: four decimal numbers, or IPv6. Null for every other text, "6189",
/// "127.1" and "0x7f.0.0.1" among them, which old programs read as addresses.
QHostAddress ipAddress(const QString& text);
/// A name or an IP address; not what only old programs read as an address.
bool isHost(const QString& text);
bool isLoopbackHost(const QString& host);

} // namespace net
