#include "rest/http/PortOwner.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

#include <unistd.h>

namespace rest {

namespace {

/// The sockets that listen on the port, by the numbers the system has for them.
QSet<QString> listeningSockets(quint16 port) {
    QSet<QString> out;
    const QByteArray end = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    for (const char* table : {"/proc/net/tcp", "/proc/net/tcp6"}) {
        QFile file(QString::fromLatin1(table));
        if (!file.open(QIODevice::ReadOnly)) continue;
        const QByteArrayList lines = file.readAll().split('\n');
        for (const QByteArray& line : lines) {
            const QByteArrayList fields =
                line.simplified().split(' '); // number, local, remote, state, …, inode
            if (fields.size() > 9 && fields[1].endsWith(end) && fields[3] == "0A")
                out << QStringLiteral("socket:[%1]").arg(QLatin1String(fields[9]));
        }
    }
    return out;
}

bool holdsAny(const QString& process, const QSet<QString>& sockets) {
    const QDir files(QStringLiteral("/proc/%1/fd").arg(process));
    const QStringList names = files.entryList(QDir::Files | QDir::System | QDir::NoDotAndDotDot);
    for (const QString& name : names) {
        char target[64];
        const auto length =
            ::readlink(QFile::encodeName(files.filePath(name)).constData(), target, sizeof target);
        if (length > 0 && sockets.contains(QString::fromLatin1(target, length))) return true;
    }
    return false;
}

} // namespace

QString portOwner(quint16 port) {
    const QSet<QString> sockets = listeningSockets(port);
    if (sockets.isEmpty()) return {};
    const QStringList entries = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& process : entries) {
        if (!process.front().isDigit() || !holdsAny(process, sockets)) continue;
        QFile name(QStringLiteral("/proc/%1/comm").arg(process));
        if (!name.open(QIODevice::ReadOnly)) return {};
        return QStringLiteral("%1 (process %2)").arg(QString::fromUtf8(name.readAll().trimmed()), process);
    }
    return {};
}

} // namespace rest
