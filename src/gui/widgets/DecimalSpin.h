#pragma once

#include <QDoubleSpinBox>

namespace gui {

/// A spin box whose figure is written as all others of the window, and read as amounts are: with a point or a
/// comma, whatever the language.
class DecimalSpin : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit DecimalSpin(QWidget* parent = nullptr);

    [[nodiscard]] QString textFromValue(double value) const override;
    [[nodiscard]] double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;

private:
    /// Without the unit behind it.
    [[nodiscard]] QString figureOf(const QString& text) const;
};

} // namespace gui
