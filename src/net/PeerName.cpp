#include "net/PeerName.h"

#include <QList>

namespace net {

namespace {

bool isShown(char32_t c) {
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

} // namespace

QString cleanName(const QString& name) {
    QString out;
    bool gap = false;
    for (const char32_t c : name.left(16 * kMaxPeerName).toUcs4()) {
        if (QChar::isSpace(c)) {
            gap = !out.isEmpty();
            continue;
        }
        if (!isShown(c)) continue;
        const QString letter = QString::fromUcs4(&c, 1);
        if (out.size() + (gap ? 1 : 0) + letter.size() > kMaxPeerName) break;
        if (std::exchange(gap, false)) out += QLatin1Char(' ');
        out += letter;
    }
    return out;
}

} // namespace net
