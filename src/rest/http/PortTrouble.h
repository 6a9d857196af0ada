#pragma once

#include "node/NodeTypes.h"

class QTcpServer;

namespace rest {

/// Why `server` could not listen at the port. `option`: what sets it, for the sentence ("peer-bind").
/// Cost: looks through /proc for the port's owner, and tries a few ports for a free one.
node::PortProblem portTrouble(const QString& option, const QHostAddress& address, quint16 port,
                              const QTcpServer& server);
/// The same as the end of a start: exit 3 where another program is in the way, else 2.
node::StartError startErrorOf(const node::PortProblem& problem);

} // namespace rest
