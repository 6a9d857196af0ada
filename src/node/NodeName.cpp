#include "node/NodeName.h"

#include "net/PeerName.h"

#include <QSysInfo>

namespace node {

namespace {

/// Logins that many people share: they name nobody.
const QStringList& sharedLogins() {
    static const QStringList all = {
        QStringLiteral("root"),   QStringLiteral("user"),   QStringLiteral("student"),
        QStringLiteral("pi"),     QStringLiteral("admin"),  QStringLiteral("guest"),
        QStringLiteral("debian"), QStringLiteral("ubuntu"), QStringLiteral("nobody")};
    return all;
}

} // namespace

QString nodeName(const QString& chosen, const QString& login, const QString& computer) {
    if (const QString name = net::cleanName(chosen); !name.isEmpty()) return name;
    const QString user = net::cleanName(login);
    if (!user.isEmpty() && !sharedLogins().contains(user.toLower())) return user;
    const QString host = net::cleanName(computer.section(QLatin1Char('.'), 0, 0));
    if (!host.isEmpty() && host != QLatin1String("localhost")) return host;
    return user.isEmpty() ? QStringLiteral("Cairn") : user;
}

QString nodeName(const Settings& settings) {
    return nodeName(settings.text(QStringLiteral("node_name")),
                    qEnvironmentVariable("USER", qEnvironmentVariable("LOGNAME")),
                    QSysInfo::machineHostName());
}

} // namespace node
