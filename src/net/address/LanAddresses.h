#pragma once

#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace net {

/// An address of this computer and the interface that has it.
struct OwnAddress {
    QString interface; ///< "wlan0"
    QHostAddress address;
};

/// Those under which other computers can dial this one, the likeliest first: private IPv4, other IPv4, IPv6
/// that is routed. Not those of this computer alone (loopback, containers, virtual machines) or of a single
/// wire.
QList<QHostAddress> dialableAddresses(const QList<OwnAddress>& own);
/// The addresses of the interfaces that are up, now. Cost: a question to the system, under a millisecond.
QList<OwnAddress> ownAddresses();

/// Where others find a peer port that listens at `url` ("http://0.0.0.0:5001"), as seeds of a card: the
/// address itself, or the dialable ones where it listens on all; at most four. Where there is no network,
/// this computer's own windows can still use loopback.
QStringList seedsFor(const QString& url, const QList<QHostAddress>& dialable);

} // namespace net
