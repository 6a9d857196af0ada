#include "gui/Format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <array>
#include <cmath>

namespace gui {

namespace {

const QChar kSpace(0x00a0); // no-break: figures never part at the end of a line
const QChar kMinus(0x2212);
const QChar kEllipsis(0x2026);
constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;
constexpr qint64 kSameClock = 10; ///< seconds that clocks differ by without anybody noticing

QPointer<Format> current;

/// "1204" to "1 204".
QString groupedFromRight(QString digits) {
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, kSpace);
    return digits;
}

/// "50010400" to "500 104 00".
QString groupedFromLeft(QString digits) {
    for (qsizetype at = 3; at < digits.size(); at += 4)
        digits.insert(at, kSpace);
    return digits;
}

QString whole(quint64 value) {
    return groupedFromRight(QString::number(value));
}

quint64 magnitude(primitives::Amount value) {
    const auto satoshi = value.satoshi();
    return satoshi < 0 ? 0 - static_cast<quint64>(satoshi) : static_cast<quint64>(satoshi);
}

QString minusOf(primitives::Amount value) {
    return value.satoshi() < 0 ? QString(kMinus) : QString();
}

QLocale& shownLocale() {
    static QLocale locale;
    return locale;
}

/// As the language of the window writes it. For the eye only: what machines read never comes through here.
QString decimalSign() {
    return shownLocale().decimalPoint();
}

/// With a unit prefix so that three figures remain: 34 200 000 to "34.2 M". From ten on without decimals
/// where they say nothing.
QString scaled(double value, const QString& unit, bool shortFromTen = false) {
    static constexpr std::array<const char*, 7> kPrefixes{"", "k", "M", "G", "T", "P", "E"};
    std::size_t prefix = 0;
    while (value >= 999.5 && prefix + 1 < kPrefixes.size()) {
        value /= 1000;
        ++prefix;
    }
    const bool whole = prefix == 0 || value >= 99.95 || (shortFromTen && value >= 9.95);
    return Format::decimal(value, whole ? 0 : 1) + kSpace + QLatin1String(kPrefixes[prefix]) + unit;
}

/// A figure and its unit stay on one line, in every language.
QString glued(QString text) {
    return text.replace(QLatin1Char(' '), kSpace);
}

qint64 orNow(qint64 now) {
    return now != 0 ? now : QDateTime::currentSecsSinceEpoch();
}

} // namespace

Format::Format(QObject* parent) : QObject(parent) {
    current = this;
}

void Format::setLocale(const QLocale& locale) {
    if (locale == shownLocale()) return;
    shownLocale() = locale;
    if (current) emit current->changed();
}

void Format::setAmountsHidden(bool hidden) {
    if (m_hidden == hidden) return;
    m_hidden = hidden;
    emit changed();
}

void Format::setUnit(const QString& unit) {
    if (m_unit == unit) return;
    m_unit = unit;
    emit changed();
}

// The same for every amount, so that not even its length shows.
QString Format::masked() const {
    return QString(5, QChar(0x2022));
}

QString Format::amount(primitives::Amount value) const {
    const AmountParts parts = amountParts(value);
    return parts.strong + parts.faint;
}

AmountParts Format::amountParts(primitives::Amount value) const {
    if (m_hidden) return {masked(), {}};
    const quint64 satoshi = magnitude(value);
    const auto coin = static_cast<quint64>(primitives::Amount::kCoin);
    const QString decimals =
        groupedFromLeft(QStringLiteral("%1").arg(satoshi % coin, 8, 10, QLatin1Char('0')));
    const QString text = minusOf(value) + whole(satoshi / coin) + decimalSign() + decimals;
    const qsizetype keep = text.size() - zeroTail(text);
    return {text.left(keep), text.mid(keep)};
}

qsizetype Format::zeroTail(const QString& amount) {
    const qsizetype sign = amount.lastIndexOf(decimalSign());
    if (sign < 0) return 0;
    qsizetype keep = amount.size();
    while (keep > sign + 1 && (amount[keep - 1] == QLatin1Char('0') || amount[keep - 1] == kSpace))
        --keep;
    if (keep == sign + 1) return amount.size() - sign; // a whole number: the sign goes too
    return amount.size() - std::max(keep, std::min(sign + 3, amount.size()));
}

QString Format::forTyping(const QString& number) {
    return QString(number).replace(QLatin1Char('.'), decimalSign());
}

QString Format::forTyping(primitives::Amount value) {
    return forTyping(QString::fromStdString(primitives::toDecimal(value)));
}

std::optional<QString> Format::typedNumber(const QString& text) {
    QString plain = text;
    plain.removeIf([](QChar letter) { return letter.isSpace(); });
    plain.replace(QLatin1Char(','), QLatin1Char('.'));
    // No exponents: people do not write money so.
    const bool digits = std::ranges::all_of(plain, [](QChar letter) {
        return (letter >= QLatin1Char('0') && letter <= QLatin1Char('9')) || letter == QLatin1Char('.');
    });
    if (!digits || plain.isEmpty() || plain.count(QLatin1Char('.')) > 1) return std::nullopt;
    return plain;
}

QString Format::trimmed(primitives::Amount value) const {
    return amountParts(value).strong;
}

QString Format::rounded(primitives::Amount value) const {
    if (m_hidden) return masked();
    const quint64 hundredths = magnitude(value) / (static_cast<quint64>(primitives::Amount::kCoin) / 100);
    return minusOf(value) + whole(hundredths / 100) + decimalSign() +
           QStringLiteral("%1").arg(hundredths % 100, 2, 10, QLatin1Char('0'));
}

QString Format::signedAmount(primitives::Amount value) const {
    if (m_hidden) return masked();
    const QChar sign = value.satoshi() < 0 ? kMinus : QLatin1Char('+');
    const primitives::Amount positive = value.satoshi() < 0 ? -value : value;
    return QString(sign) + kSpace + amount(positive);
}

QString Format::withUnit(primitives::Amount value) const {
    return trimmed(value) + kSpace + m_unit;
}

QString Format::ago(qint64 unixSeconds, qint64 now) const {
    const qint64 age = orNow(now) - unixSeconds;
    if (age < -kSameClock) return tr("%1 ahead of the clock").arg(duration(static_cast<double>(-age)));
    if (age < 1) return tr("just now");
    if (age < 2 * kDay) return tr("%1 ago").arg(duration(static_cast<double>(age)));
    return tr("%n days ago", nullptr, static_cast<int>(age / kDay));
}

QString Format::until(qint64 seconds) const {
    if (seconds <= 0) return tr("any moment");
    return tr("in about %1").arg(duration(static_cast<double>(seconds)));
}

QString Format::exactTime(qint64 unixSeconds) const {
    return QDateTime::fromSecsSinceEpoch(unixSeconds).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

QString Format::clock(qint64 unixSeconds) const {
    return QDateTime::fromSecsSinceEpoch(unixSeconds).toString(QStringLiteral("HH:mm:ss"));
}

QString Format::day(qint64 unixSeconds, qint64 now) const {
    const QDateTime when = QDateTime::fromSecsSinceEpoch(unixSeconds);
    const QDate today = QDateTime::fromSecsSinceEpoch(orNow(now)).date();
    const QString clock = when.toString(QStringLiteral("HH:mm"));
    if (when.date() == today) return glued(tr("Today %1").arg(clock));
    if (when.date() == today.addDays(-1)) return glued(tr("Yesterday %1").arg(clock));
    const bool sameYear = when.date().year() == today.year();
    return shownLocale().toString(when.date(), sameYear ? tr("d MMM") : tr("d MMM yyyy")) + kSpace + clock;
}

QString Format::duration(double seconds) const {
    const auto rounded = static_cast<qint64>(std::llround(seconds));
    if (seconds < 0.95) return glued(tr("%1 s").arg(decimal(seconds, seconds < 0.05 ? 0 : 1)));
    if (rounded < 100) return glued(tr("%1 s").arg(rounded));
    if (rounded < 100 * kMinute) return glued(tr("%1 min").arg((rounded + kMinute / 2) / kMinute));
    if (rounded < kDay) {
        const qint64 minutes = rounded % kHour / kMinute;
        const QString hours = tr("%1 h").arg(rounded / kHour);
        return glued(minutes == 0 || rounded >= 10 * kHour ? hours
                                                           : hours + kSpace + tr("%1 min").arg(minutes));
    }
    if (rounded < 2 * kDay) return glued(tr("%1 h").arg(rounded / kHour));
    return glued(tr("%n days", nullptr, static_cast<int>(rounded / kDay)));
}

QString Format::count(qint64 value) {
    const auto size = value < 0 ? 0 - static_cast<quint64>(value) : static_cast<quint64>(value);
    return (value < 0 ? QString(kMinus) : QString()) + whole(size);
}

QString Format::decimal(double value, int places) {
    QString text = QString::number(std::abs(value), 'f', places);
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const QString integer = groupedFromRight(point < 0 ? text : text.left(point));
    const QString sign = value < 0 ? QString(kMinus) : QString();
    return sign + integer + (point < 0 ? QString() : decimalSign() + text.mid(point + 1));
}

QString Format::significant(double value, int digits) {
    return QString::number(value, 'g', digits).replace(QLatin1Char('.'), decimalSign());
}

QString Format::hashRate(double hashesPerSecond) {
    return scaled(hashesPerSecond, QStringLiteral("H/s"));
}

QString Format::size(qint64 bytes) {
    if (bytes < 1000) return QString::number(bytes) + kSpace + QLatin1Char('B');
    return scaled(static_cast<double>(bytes), QStringLiteral("B"), true);
}

QString Format::percent(double share) {
    const double value = share * 100;
    const int places =
        value != 0 && std::abs(value) < 9.95 && std::abs(value - std::round(value)) > 0.05 ? 1 : 0;
    return decimal(value, places) + kSpace + QLatin1Char('%');
}

QString Format::feeRate(double satPerVByte) {
    return decimal(satPerVByte, satPerVByte < 1000 ? 1 : 0) + kSpace + QStringLiteral("sat/vB");
}

QString Format::milliseconds(double value) {
    return value < 1000 ? decimal(value, value < 0.95 ? 1 : 0) + kSpace + QStringLiteral("ms")
                        : decimal(value / 1000, 1) + kSpace + QStringLiteral("s");
}

QString Format::shortened(const QString& text, int head, int tail) {
    if (text.size() <= head + tail + 1) return text;
    return text.left(head) + kEllipsis + text.right(tail);
}

Format& format() {
    return current ? *current : *new Format(qApp);
}

} // namespace gui

#include "moc_Format.cpp"
