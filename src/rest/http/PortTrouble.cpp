#include "rest/http/PortTrouble.h"

#include "rest/http/PortOwner.h"

#include <QHostAddress>
#include <QTcpServer>

namespace rest {

namespace {

using PortTroubleKind = node::PortProblem::Kind;

constexpr int kPortsTried = 20;

PortTroubleKind kindOf(QAbstractSocket::SocketError error) {
    switch (error) {
    case QAbstractSocket::AddressInUseError:
        return PortTroubleKind::InUse;
    case QAbstractSocket::SocketAccessError:
        return PortTroubleKind::NotAllowed;
    case QAbstractSocket::SocketAddressNotAvailableError:
        return PortTroubleKind::NoSuchAddress;
    default:
        return PortTroubleKind::Other;
    }
}

/// The next one above `port` that can be listened on; 0: none of those tried.
quint16 freePortAfter(const QHostAddress& address, quint16 port) {
    for (int next = port + 1; next <= std::min(port + kPortsTried, 65'535); ++next) {
        QTcpServer probe;
        if (probe.listen(address, quint16(next))) return quint16(next);
    }
    return 0;
}

} // namespace

node::PortProblem portTrouble(const QHostAddress& address, quint16 port, const QTcpServer& server) {
    node::PortProblem problem;
    problem.kind = kindOf(server.serverError());
    problem.port = port;
    problem.address = address.toString();
    problem.detail = server.errorString();
    if (problem.kind == PortTroubleKind::InUse) {
        problem.owner = portOwner(port);
        problem.freePort = freePortAfter(address, port);
    }
    return problem;
}

QString portSentence(const QString& option, const node::PortProblem& problem) {
    if (problem.kind != PortTroubleKind::InUse)
        return QStringLiteral("--%1: %2 port %3 cannot be listened on: %4.")
            .arg(option, problem.address)
            .arg(problem.port)
            .arg(problem.detail);
    const QString owner =
        problem.owner.isEmpty() ? QStringLiteral("another program (perhaps another Cairn)") : problem.owner;
    return QStringLiteral("Port %1 on %2 is in use by %3. End it, or choose another port with --%4 "
                          "%2:PORT (0 = any free one).")
        .arg(problem.port)
        .arg(problem.address, owner, option);
}

} // namespace rest
