#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QObject;

namespace gui {

/// Programs that guard a computer's ports and ask for a command to let somebody in.
enum class Firewall { Ufw, Firewalld };

/// The firewall that runs on this computer, as far as any user can tell: ufw by its configuration, firewalld
/// by its service. `root`: for tests, in place of "/".
std::optional<Firewall> runningFirewall(const QString& root = QStringLiteral("/"));
QString firewallName(Firewall firewall);
/// What opens one TCP port, with the rights of the administrator: program and arguments.
QStringList openPortCommand(Firewall firewall, quint16 port);
/// What lets this computer set its clock by the internet, with the rights of the administrator.
QStringList setClockCommand();
/// Whether the system can ask for the administrator's password.
bool canAskAdministrator();
/// Runs `command` with the rights of the administrator, whose password the system asks for. `done` is told
/// whether it went well, as long as `receiver` lives.
void runAsAdministrator(const QStringList& command, QObject* receiver, std::function<void(bool)> done);
/// The same to be typed: "sudo ufw allow 5001/tcp".
QString openPortLine(Firewall firewall, quint16 port);

} // namespace gui
