#include "gui/NetworkWords.h"

#include "consensus/ChainParams.h"

#include <QCoreApplication>
#include <QStringList>

namespace gui {

namespace {

constexpr int kUnitLetters = 4;

struct WalletWords {
    Q_DECLARE_TR_FUNCTIONS(gui::WalletWords)
};

} // namespace

QString fingerprintText(const primitives::BlockHash& genesis) {
    QStringList words;
    for (const std::string& word : consensus::fingerprintWords(genesis))
        words << QString::fromStdString(word);
    return words.join(QStringLiteral(" · "));
}

QString walletTitle(const QString& name) {
    return name == QLatin1String("default") ? WalletWords::tr("My wallet") : name;
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
