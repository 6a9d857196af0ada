#pragma once

#include <QHostAddress>
#include <QString>

#include <utility>

namespace rest {

/// "ADDR:PORT", "[ADDR6]:PORT", "ADDR"; the setting was checked before.
std::pair<QHostAddress, quint16> endpointOf(QString text, quint16 standardPort);
/// "http://127.0.0.1:5000", with brackets where the address needs them.
QString urlOf(const QHostAddress& address, quint16 port);

} // namespace rest
