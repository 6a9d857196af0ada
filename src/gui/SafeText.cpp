#include "gui/SafeText.h"

namespace gui {

QString safeText(const QString& text, qsizetype most) {
    QString out;
    bool blank = false;
    for (const char32_t letter : text.toUcs4()) {
        const QChar::Category category = QChar::category(letter);
        const bool isBlank = category == QChar::Separator_Space || category == QChar::Separator_Line ||
                             category == QChar::Separator_Paragraph || (letter >= U'\t' && letter <= U'\r') ||
                             letter == 0x85; // NEL, a line's end too
        if (isBlank) {
            blank = !out.isEmpty();
            continue;
        }
        // Format characters are the marks of direction, joiners, and others without a picture.
        if (category == QChar::Other_Control || category == QChar::Other_Format ||
            category == QChar::Other_Surrogate || category == QChar::Other_NotAssigned ||
            category == QChar::Other_PrivateUse)
            continue;
        if (out.size() + 2 > most) return out + QChar(0x2026);
        if (blank) out += QLatin1Char(' ');
        blank = false;
        out += QString::fromUcs4(&letter, 1);
    }
    return out;
}

} // namespace gui
