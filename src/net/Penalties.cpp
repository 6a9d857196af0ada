#include "net/Penalties.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <array>

namespace net {

namespace {
constexpr int kBanSeconds = 3600;
constexpr int kLoopbackRetry = 60;
constexpr int kNoUseRetry = 300;
constexpr int kOtherNetworkRetry = 600;
constexpr qsizetype kShownRule = 60;

QString shownValue(const QJsonValue& value) {
    return value.toVariant().toString().left(kShownRule);
}
} // namespace

Penalty penaltyFor(Misbehaviour misbehaviour, bool isLoopback) {
    using enum Misbehaviour;
    switch (misbehaviour) {
    case MalformedMessage:
    case OversizeMessage:
    case TooManyMessages:
    case InvalidHeader:
    case LowWorkHeaders:
    case InvalidBlock:
    case MutatedBlock:
    case InvalidTransaction:
    case BadCompactBlock:
        return isLoopback ? Penalty{0, kLoopbackRetry} : Penalty{kBanSeconds, kBanSeconds};
    case WrongNetwork:
        return {0, kOtherNetworkRetry};
    case NothingToGive:
    case NotNeeded:
    case StoppedByUser:
        return {0, kNoUseRetry};
    case HeadersDoNotConnect:
    case BadRequest:
    case BloomFilter:
    case Stalls:
    case NoAnswer:
    case ReadsNothing:
        break;
    }
    return {};
}

std::vector<RuleDifference> networkDifference(const Hello& ours, const Hello& theirs) {
    constexpr std::array kNeverEqual = {"genesis_message", "genesis_time"};
    constexpr std::size_t kMost = 20;
    const QJsonObject here = QJsonDocument::fromJson(ours.rulesJson.toUtf8()).object();
    const QJsonObject there = QJsonDocument::fromJson(theirs.rulesJson.toUtf8()).object();
    std::vector<RuleDifference> out;
    if (here.isEmpty() || there.isEmpty()) return out;
    QStringList rules = here.keys();
    for (const QString& rule : there.keys())
        if (!here.contains(rule)) rules << rule.left(kShownRule);
    for (const QString& rule : rules) {
        const QJsonValue mine = here.value(rule);
        const QJsonValue other = there.value(rule);
        const bool isSkipped = std::any_of(kNeverEqual.begin(), kNeverEqual.end(),
                                           [&](const char* each) { return rule == QLatin1String(each); });
        if (mine == other || isSkipped || out.size() == kMost) continue;
        out.push_back({rule, shownValue(mine), shownValue(other)});
    }
    return out;
}

} // namespace net
