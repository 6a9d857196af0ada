#pragma once

#include "node/NodeTypes.h"

class QHostAddress;
class QTcpServer;

namespace rest {

/// Why `server` could not listen at the port.
/// Cost: looks through /proc for the port's owner, and tries a few ports for a free one.
node::PortProblem portTrouble(const QHostAddress& address, quint16 port, const QTcpServer& server);
/// For the command line and the log. `option`: what sets the port ("peer-bind").
QString portSentence(const QString& option, const node::PortProblem& problem);

} // namespace rest
