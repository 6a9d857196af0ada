#include "gui/network/Firewall.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>

#include <utility>

namespace gui {

namespace {

constexpr qint64 kMostConfiguration = 64 * 1024;

QString administratorAsker() {
    return QStandardPaths::findExecutable(QStringLiteral("pkexec"));
}

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

QStringList setClockCommand() {
    return {QStringLiteral("timedatectl"), QStringLiteral("set-ntp"), QStringLiteral("true")};
}

bool canAskAdministrator() {
    return !administratorAsker().isEmpty();
}

void runAsAdministrator(const QStringList& command, QObject* receiver, std::function<void(bool)> done) {
    auto* process = new QProcess(receiver);
    const auto end = [process, done = std::move(done)](bool well) {
        process->deleteLater();
        done(well);
    };
    QObject::connect(process, &QProcess::finished, receiver, [end](int code, QProcess::ExitStatus status) {
        end(status == QProcess::NormalExit && code == 0);
    });
    QObject::connect(process, &QProcess::errorOccurred, receiver, [end](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) end(false);
    });
    process->start(administratorAsker(), command);
}

QString openPortLine(Firewall firewall, quint16 port) {
    return QStringLiteral("sudo ") + openPortCommand(firewall, port).join(QLatin1Char(' '));
}

} // namespace gui
