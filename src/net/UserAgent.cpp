#include "net/UserAgent.h"

#include "net/PeerName.h"
#include "net/wire/Messages.h"

#include <QRegularExpression>

namespace net {

std::string userAgent(const QString& version, const QString& name) {
    static const QRegularExpression kReserved(QStringLiteral("[/:()]"));
    const QString start = QStringLiteral("/Satoshi:30.0.0/Cairn:") + version;
    QString comment = cleanName(name).replace(kReserved, QStringLiteral("-"));
    std::string out;
    // A name in another script has up to four bytes a letter.
    do {
        out = (comment.isEmpty() ? start + QLatin1Char('/')
                                 : start + QLatin1Char('(') + comment + QLatin1String(")/"))
                  .toStdString();
        const bool cutsPair = comment.size() > 1 && comment.back().isLowSurrogate();
        comment.chop(cutsPair ? 2 : 1);
    } while (out.size() > wire::kMaxUserAgentBytes && !comment.isEmpty());
    out.resize(std::min(out.size(), wire::kMaxUserAgentBytes));
    return out;
}

bool isCairn(const std::string& agent) {
    return agent.find("/Cairn:") != std::string::npos;
}

QString nameInAgent(const QString& agent) {
    static const QRegularExpression kOurs(QStringLiteral("/Cairn:[^/(]*\\(([^()/]*)\\)/"));
    const auto match = kOurs.match(agent);
    return match.hasMatch() ? cleanName(match.captured(1)) : QString();
}

QString shownAgent(const std::string& agent) {
    QString out;
    for (const char32_t letter : QString::fromStdString(agent).toUcs4()) {
        // cleanName knows which letters are shown, and folds what it is given: one by one.
        const QString one = QString::fromUcs4(&letter, 1);
        out += letter == U' ' ? one : cleanName(one);
    }
    return out;
}

} // namespace net
