#pragma once

#include <QString>

namespace rest {

/// Which program listens on a TCP port of this computer, as far as the system tells this user: "python3
/// (process 4711)"; empty when it does not. Source: proc(5).
QString portOwner(quint16 port);

} // namespace rest
