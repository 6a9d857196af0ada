#include "gui/NetworkWords.h"

#include "consensus/ChainParams.h"

#include <QStringList>

namespace gui {

namespace {

constexpr int kUnitLetters = 4;

} // namespace

QString fingerprintText(const primitives::BlockHash& genesis) {
    QStringList words;
    for (const std::string& word : consensus::fingerprintWords(genesis)) words << QString::fromStdString(word);
    return words.join(QStringLiteral(" · "));
}

QString unitOf(const QString& network) {
    QString unit;
    for (const QChar c : network) {
        if (!c.isLetter()) {
            if (unit.isEmpty()) continue;
            break;
        }
        unit += c.toUpper();
        if (unit.size() == kUnitLetters) break;
    }
    return unit.isEmpty() ? QStringLiteral("CRN") : unit;
}

} // namespace gui
