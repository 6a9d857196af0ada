#pragma once

#include "primitives/Amount.h"

#include <QDateTime>
#include <QLocale>
#include <QObject>
#include <QString>

#include <optional>

namespace gui {

/// An amount cut where its look changes: the trailing zeros are painted faint.
struct AmountParts {
    QString strong; ///< "1 204.50"
    QString faint;  ///< "0 000 00", may be empty
};

/// Every amount, date, duration, rate, size and count on the screen is written here, and amounts are hidden
/// here. One object, found through format(), child of the QApplication.  Thread: main.
///
/// Figures are grouped in threes by no-break spaces, with the decimal sign of the language. All of this is
/// for the eye: what is copied, written into files or read back is made by primitives::toDecimal. Nothing
/// here parses.
class Format : public QObject {
    Q_OBJECT
public:
    explicit Format(QObject* parent);

    // Hiding. Screens ask for their texts again on changed().
    void setAmountsHidden(bool hidden);
    [[nodiscard]] bool amountsHidden() const { return m_hidden; }
    /// The name of the unit, from the network card: "LAB".
    void setUnit(const QString& unit);
    [[nodiscard]] const QString& unit() const { return m_unit; }

    /// Whose decimal sign and names of months are shown: the language of the window. The default is the
    /// computer's.
    static void setLocale(const QLocale& locale);

    // Amounts, all of them "•••" while hidden.
    [[nodiscard]] QString amount(primitives::Amount value) const; ///< "1 204.500 000 00"
    [[nodiscard]] AmountParts amountParts(primitives::Amount value) const;
    [[nodiscard]] QString
    trimmed(primitives::Amount value) const; ///< "60", "7.249 948", two decimals at least: "0.50"
    [[nodiscard]] QString rounded(primitives::Amount value) const; ///< two decimals, cut off: "1 204.50"
    [[nodiscard]] QString
    signedAmount(primitives::Amount value) const;                   ///< "+ 12.000 000 00", "− 4.250 000 00"
    [[nodiscard]] QString withUnit(primitives::Amount value) const; ///< trimmed, with the unit: "60 LAB"

    // Time. `now` is for tests; the default is the clock of the computer.
    [[nodiscard]] QString ago(qint64 unixSeconds,
                              qint64 now = 0) const; ///< "8 s ago", "2 min ago", "18 min ahead of the clock"
    [[nodiscard]] QString until(qint64 seconds) const;         ///< "in about 10 s"
    [[nodiscard]] QString exactTime(qint64 unixSeconds) const; ///< "2026-03-01 10:42:07", local time
    [[nodiscard]] QString day(qint64 unixSeconds,
                              qint64 now = 0) const; ///< "Today 10:42", "Yesterday 09:10", "1 Mar 10:42"
    [[nodiscard]] QString clock(qint64 unixSeconds) const; ///< "10:42:07", local time
    [[nodiscard]] QString
    duration(double seconds) const; ///< "0.4 s", "41 s", "2 min", "3 h 20 min", "5 days"

    /// How many characters at the end of a written amount are zeros that say nothing; two decimals stay.
    [[nodiscard]] static qsizetype zeroTail(const QString& amount);

    // What people type into fields, and what stands there before they do: no groups, the decimal sign of the
    // language; both signs are read.
    [[nodiscard]] static QString forTyping(const QString& number); ///< "0.5", as machines write it, to "0,5"
    [[nodiscard]] static QString forTyping(primitives::Amount value);
    /// "0,5" or "0.5" to "0.5"; null for anything but digits and one sign. Spaces do not count.
    [[nodiscard]] static std::optional<QString> typedNumber(const QString& text);

    // Numbers.
    [[nodiscard]] static QString count(qint64 value);                   ///< "2 148"
    [[nodiscard]] static QString decimal(double value, int places);     ///< "1 204.5"
    [[nodiscard]] static QString significant(double value, int digits); ///< "4.66e-10"
    [[nodiscard]] static QString hashRate(double hashesPerSecond);      ///< "34.2 MH/s"
    [[nodiscard]] static QString size(qint64 bytes);          ///< "871 B", "5.1 kB", "11 kB", "1.2 MB"
    [[nodiscard]] static QString percent(double share);       ///< 0.18: "18 %"
    [[nodiscard]] static QString feeRate(double satPerVByte); ///< "21.0 sat/vB"
    [[nodiscard]] static QString milliseconds(double value);  ///< "4 ms"
    /// "00000041…9e2c": `head` and `tail` characters of a hash or address.
    [[nodiscard]] static QString shortened(const QString& text, int head = 8, int tail = 4);

signals:
    void changed();

private:
    [[nodiscard]] QString masked() const;

    QString m_unit = QStringLiteral("CRN");
    bool m_hidden = false;
};

/// The formatter of the running QApplication, made on first use.
Format& format();

} // namespace gui
