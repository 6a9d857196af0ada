#include "gui/network/Firewall.h"

#include <QDir>
#include <QFile>

namespace gui {

namespace {

constexpr qint64 kMostConfiguration = 64 * 1024;

/// "ENABLED=yes" in ufw's configuration, which everybody may read.
bool isUfwOn(const QDir& root) {
    QFile file(root.filePath(QStringLiteral("etc/ufw/ufw.conf")));
    if (!file.open(QIODevice::ReadOnly)) return false;
    for (const QByteArray& line : file.read(kMostConfiguration).split('\n'))
        if (line.simplified().replace('"', "").toLower() == "enabled=yes") return true;
    return false;
}

} // namespace

std::optional<Firewall> runningFirewall(const QString& rootFolder) {
    const QDir root(rootFolder);
    if (isUfwOn(root)) return Firewall::Ufw;
    // systemd keeps a folder for each service that runs.
    if (root.exists(QStringLiteral("sys/fs/cgroup/system.slice/firewalld.service")))
        return Firewall::Firewalld;
    return std::nullopt;
}

QString firewallName(Firewall firewall) {
    return firewall == Firewall::Ufw ? QStringLiteral("ufw") : QStringLiteral("firewalld");
}

QStringList openPortCommand(Firewall firewall, quint16 port) {
    if (firewall == Firewall::Ufw)
        return {QStringLiteral("ufw"), QStringLiteral("allow"), QStringLiteral("%1/tcp").arg(port)};
    return {QStringLiteral("firewall-cmd"), QStringLiteral("--add-port=%1/tcp").arg(port)};
}

QString openPortLine(Firewall firewall, quint16 port) {
    return QStringLiteral("sudo ") + openPortCommand(firewall, port).join(QLatin1Char(' '));
}

} // namespace gui
