#include "gui/NetworkWords.h"

#include "consensus/ChainParams.h"

#include <QCoreApplication>
#include <QStringList>

namespace gui {

namespace {

constexpr int kUnitLetters = 4;
constexpr int kGreySaturation = 70; // of 255

struct ColourWords {
    Q_DECLARE_TR_FUNCTIONS(gui::ColourWords)
};

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

QString colourWord(const QColor& colour) {
    if (colour.hsvSaturation() < kGreySaturation)
        return colour.lightness() > 127 ? ColourWords::tr("light grey") : ColourWords::tr("grey");
    const int hue = colour.hsvHue();
    if (hue < 16 || hue >= 345) return ColourWords::tr("red");
    if (hue < 45) return ColourWords::tr("orange");
    if (hue < 70) return ColourWords::tr("yellow");
    if (hue < 160) return ColourWords::tr("green");
    if (hue < 195) return ColourWords::tr("teal");
    if (hue < 240) return ColourWords::tr("blue");
    if (hue < 290) return ColourWords::tr("violet");
    return ColourWords::tr("pink");
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
