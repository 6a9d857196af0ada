#include "node/wallet/WalletsAtStart.h"

#include "util/Log.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

namespace node {

namespace {

constexpr qint64 kMostListBytes = 256 * 1024;
constexpr qsizetype kMostAtStart = 1'000;

QString atStartFile(const DataPaths& paths) {
    return paths.wallets() + QStringLiteral("/open.json");
}

} // namespace

QStringList walletsAtStart(const DataPaths& paths) {
    QFile file(atStartFile(paths));
    if (!file.open(QIODevice::ReadOnly)) return {};
    QStringList out;
    for (const auto& item : QJsonDocument::fromJson(file.read(kMostListBytes)).array()) {
        const QString name = item.toString();
        if (isWalletName(name) && !out.contains(name) && out.size() < kMostAtStart) out << name;
    }
    return out;
}

bool setWalletAtStart(const DataPaths& paths, const QString& name, bool opens) {
    QStringList names = walletsAtStart(paths);
    if (names.contains(name) == opens) return true;
    if (opens && names.size() >= kMostAtStart) return false;
    if (opens)
        names << name;
    else
        names.removeAll(name);
    QSaveFile file(atStartFile(paths));
    const QByteArray text = QJsonDocument(QJsonArray::fromStringList(names)).toJson();
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit()) return true;
    util::logWarning("wallet", "it could not be noted which wallets a start opens");
    return false;
}

} // namespace node
