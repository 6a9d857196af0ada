#include "node/mining/PowerSupply.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace node {

namespace {

constexpr qint64 kMostBytes = 64; // each file is one word

QByteArray wordIn(const QDir& folder, const char* name) {
    QFile file(folder.filePath(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.read(kMostBytes).trimmed() : QByteArray();
}

} // namespace

Power powerFrom(const QString& folder) {
    bool hasBattery = false, discharges = false, hasMains = false, isOnline = false;
    const QDir all(folder);
    for (const QString& name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QDir supply(all.filePath(name));
        const QByteArray type = wordIn(supply, "type");
        if (type == "Battery") {
            if (wordIn(supply, "scope") == "Device") continue;
            hasBattery = true;
            discharges = discharges || wordIn(supply, "status") == "Discharging";
        } else if (type == "Mains" || type == "USB") {
            hasMains = true;
            isOnline = isOnline || wordIn(supply, "online") == "1";
        }
    }
    if (isOnline) return Power::Mains;
    if (discharges || (hasBattery && hasMains)) return Power::Battery;
    return hasBattery ? Power::Mains : Power::Unknown;
}

} // namespace node
