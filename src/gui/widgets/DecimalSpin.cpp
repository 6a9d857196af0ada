#include "gui/widgets/DecimalSpin.h"

#include "gui/Format.h"

#include <algorithm>

namespace gui {

DecimalSpin::DecimalSpin(QWidget* parent) : QDoubleSpinBox(parent) {
    // Writes the value anew, with the sign of another language.
    connect(&format(), &Format::changed, this, [this] { setDecimals(decimals()); });
}

QString DecimalSpin::textFromValue(double value) const {
    return Format::forTyping(QString::number(value, 'f', decimals()));
}

QString DecimalSpin::figureOf(const QString& text) const {
    QString figure = text;
    if (!suffix().isEmpty() && figure.endsWith(suffix())) figure.chop(suffix().size());
    return figure.trimmed();
}

double DecimalSpin::valueFromText(const QString& text) const {
    const auto number = Format::typedNumber(figureOf(text));
    return std::clamp(number ? number->toDouble() : value(), minimum(), maximum());
}

QValidator::State DecimalSpin::validate(QString& text, int&) const {
    const QString figure = figureOf(text);
    if (figure.isEmpty()) return QValidator::Intermediate;
    const auto number = Format::typedNumber(figure);
    if (!number) return QValidator::Invalid;
    const qsizetype sign = number->indexOf(QLatin1Char('.'));
    if (sign >= 0 && number->size() - sign - 1 > decimals()) return QValidator::Invalid;
    const double value = number->toDouble();
    if (value > maximum()) return QValidator::Invalid;
    return value < minimum() || *number == QLatin1String(".") ? QValidator::Intermediate
                                                              : QValidator::Acceptable;
}

} // namespace gui

#include "moc_DecimalSpin.cpp"
