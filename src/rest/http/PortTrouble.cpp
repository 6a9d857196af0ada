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

node::PortProblem portTrouble(const QString& option, const QHostAddress& address, quint16 port,
                              const QTcpServer& server) {
    node::PortProblem problem;
    problem.kind = kindOf(server.serverError());
    problem.port = port;
    if (problem.kind == PortTroubleKind::InUse) {
        problem.owner = portOwner(port);
        problem.freePort = freePortAfter(address, port);
        const QString owner = problem.owner.isEmpty()
                                  ? QStringLiteral("another program (perhaps another Cairn)")
                                  : problem.owner;
        problem.sentence =
            QStringLiteral("Port %1 on %2 is in use by %3. End it, or choose another port with --%4 "
                           "%2:PORT (0 = any free one).")
                .arg(port)
                .arg(address.toString(), owner, option);
        return problem;
    }
    problem.sentence = QStringLiteral("--%1: %2 port %3 cannot be listened on: %4.")
                           .arg(option, address.toString())
                           .arg(port)
                           .arg(server.errorString());
    return problem;
}

node::StartError startErrorOf(const node::PortProblem& problem) {
    const bool inTheWay =
        problem.kind == PortTroubleKind::InUse || problem.kind == PortTroubleKind::NotAllowed;
    return {inTheWay ? 3 : 2, problem.sentence};
}

} // namespace rest
