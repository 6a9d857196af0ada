#pragma once

#include "net/PeerTypes.h"
#include "util/Result.h"

#include <QByteArray>
#include <QString>

// An order as a call of the peer protocol over HTTP.
namespace net {

QString pathOf(Order::Kind kind);
QByteArray bodyOf(const Order& order);
/// What the call's answer holds. Errors: a sentence.
Result<Delivery, QString> deliveryOf(Order::Kind kind, const QByteArray& bytes);

} // namespace net
