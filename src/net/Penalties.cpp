#include "net/Penalties.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace net {

namespace {
constexpr int kBanSeconds = 3600;
constexpr int kOtherNetworkRetry = 600;
} // namespace

Penalty penaltyFor(Misbehaviour misbehaviour, bool isLoopback) {
    using enum Misbehaviour;
    switch (misbehaviour) {
    case MalformedMessage:
    case InvalidHeader:
    case InvalidBlock:
        return isLoopback ? Penalty{0, 60} : Penalty{kBanSeconds, kBanSeconds};
    case WrongNetwork:
        return {0, kOtherNetworkRetry};
    case HeadersDoNotConnect:
        break;
    }
    return {};
}

QString networkDifference(const Hello& ours, const Hello& theirs) {
    const QJsonObject here = QJsonDocument::fromJson(ours.rulesJson.toUtf8()).object();
    const QJsonObject there = QJsonDocument::fromJson(theirs.rulesJson.toUtf8()).object();
    QStringList parts;
    if (!here.isEmpty() && !there.isEmpty()) {
        for (auto rule = here.begin(); rule != here.end(); ++rule) {
            const QJsonValue other = there.value(rule.key());
            if (other == *rule || rule.key() == QLatin1String("genesis_message") ||
                rule.key() == QLatin1String("genesis_time"))
                continue;
            parts << QStringLiteral("%1 is %2 here and %3 there")
                         .arg(rule.key(), rule->toVariant().toString(),
                              other.toVariant().toString().left(60));
        }
    }
    const QString name = theirs.network.isEmpty() ? QStringLiteral("another network")
                                                  : QStringLiteral("the network \"%1\"").arg(theirs.network);
    if (parts.isEmpty()) {
        parts << QStringLiteral("its genesis block is %1…, ours is %2…")
                     .arg(QString::fromStdString(theirs.genesis.toHex()).left(12),
                          QString::fromStdString(ours.genesis.toHex()).left(12));
    }
    return QStringLiteral("It belongs to %1: %2.").arg(name, parts.mid(0, 3).join(QStringLiteral("; ")));
}

} // namespace net
