#pragma once

#include <QString>
#include <QTranslator>

#include <algorithm>

namespace test {

/// A language that nobody speaks: every text stands in brackets and is longer by its doubled vowels, so that
/// text without brackets was never given to the translator, and what is too narrow for long words shows it.
/// Marks
/// (%1, %n, <b>, &amp;) stay as they are. Install it with QCoreApplication::installTranslator.
class PseudoTranslator : public QTranslator {
public:
    explicit PseudoTranslator(Qt::LayoutDirection direction = Qt::LeftToRight) : m_direction(direction) {}

    [[nodiscard]] bool isEmpty() const override { return false; }

    [[nodiscard]] QString translate(const char* context, const char* source, const char*,
                                    int) const override {
        Q_UNUSED(context);
        const QString text = QString::fromUtf8(source);
        if (text == QLatin1String("QT_LAYOUT_DIRECTION"))
            return m_direction == Qt::RightToLeft ? QStringLiteral("RTL") : QStringLiteral("LTR");
        return text.isEmpty() ? QString() : QLatin1Char('[') + lengthened(text) + QLatin1Char(']');
    }

    /// "Send <b>%1</b>" becomes "Seend <b>%1</b>".
    [[nodiscard]] static QString lengthened(const QString& text) {
        QString out;
        for (qsizetype i = 0; i < text.size(); ++i) {
            const qsizetype end = markEnd(text, i);
            if (end > i) {
                out += QStringView(text).mid(i, end - i);
                i = end - 1;
                continue;
            }
            out += text[i];
            if (QStringLiteral("aeiouAEIOU").contains(text[i])) out += text[i].toLower();
        }
        return out;
    }

    /// What of `text` did not come out of here: everything outside of brackets.
    [[nodiscard]] static QString outside(const QString& text) {
        QString out;
        int depth = 0;
        for (const QChar letter : text) {
            if (letter == QLatin1Char('[')) ++depth;
            if (depth == 0) out += letter;
            if (letter == QLatin1Char(']')) depth = std::max(0, depth - 1);
        }
        return out;
    }

private:
    /// Where the mark that begins at `at` ends; `at` itself when none does.
    static qsizetype markEnd(const QString& text, qsizetype at) {
        const QChar first = text[at];
        if (first == QLatin1Char('%')) return std::min<qsizetype>(at + 2, text.size());
        const QChar close = first == QLatin1Char('<')   ? QLatin1Char('>')
                            : first == QLatin1Char('&') ? QLatin1Char(';')
                                                        : QChar();
        if (close.isNull()) return at;
        const qsizetype end = text.indexOf(close, at);
        const qsizetype space = text.indexOf(QLatin1Char(' '), at);
        // An ampersand with a space before the next semicolon is a mnemonic.
        if (end < 0 || (first == QLatin1Char('&') && space >= 0 && space < end)) return at;
        return end + 1;
    }

    Qt::LayoutDirection m_direction;
};

} // namespace test
