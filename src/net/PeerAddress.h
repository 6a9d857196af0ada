#pragma once

#include "util/Result.h"

#include <QString>
#include <QUrl>

namespace net {

/// Where a peer is reached: "http://host:port", "host:port" or "host". Errors: a sentence that says what is
/// allowed.
Result<QUrl, QString> peerUrl(const QString& text, quint16 standardPort);
/// "host:port" as shown and saved.
QString addressText(const QUrl& url);
bool isLoopbackHost(const QString& host);

} // namespace net
