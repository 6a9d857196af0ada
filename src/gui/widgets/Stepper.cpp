#include "gui/widgets/Stepper.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>

#include <algorithm>

namespace gui {

Stepper::Stepper(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(4));
    m_less = Button::iconOnly(QStringLiteral("minus"), tr("One less"), Button::Kind::Normal, this);
    m_more = Button::iconOnly(QStringLiteral("plus"), tr("One more"), Button::Kind::Normal, this);
    for (Button* button : {m_less, m_more}) {
        button->setSmall(true);
        button->setAutoRepeat(true);
        button->setFocusPolicy(Qt::NoFocus); // the keys are the stepper's own
    }
    m_label = new QLabel(this);
    m_label->setAlignment(Qt::AlignCenter);
    row->addWidget(m_less);
    row->addWidget(m_label);
    row->addWidget(m_more);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_less, &Button::clicked, this, [this] { setValue(m_value - 1); });
    connect(m_more, &Button::clicked, this, [this] { setValue(m_value + 1); });
    render();
}

void Stepper::setRange(int minimum, int maximum) {
    m_minimum = minimum;
    m_maximum = maximum;
    setValue(m_value);
    render();
}

void Stepper::setSuffix(const QString& suffix) {
    m_suffix = suffix;
    render();
}

void Stepper::setValue(int value) {
    const int clamped = std::clamp(value, m_minimum, std::max(m_minimum, m_maximum));
    if (clamped == m_value) return;
    m_value = clamped;
    render();
    QAccessibleValueChangeEvent change(this, m_value);
    QAccessible::updateAccessibility(&change);
    emit valueChanged(m_value);
}

void Stepper::render() {
    const QString text = Format::count(m_value) + m_suffix;
    m_label->setText(text);
    const QString widest = Format::count(std::max(std::abs(m_minimum), std::abs(m_maximum))) + m_suffix;
    m_label->setMinimumWidth(
        std::max(px(28), QFontMetrics(roleFont(TextRole::Body)).horizontalAdvance(widest) + px(8)));
    setAccessibleDescription(text);
    m_less->setEnabled(m_value > m_minimum);
    m_more->setEnabled(m_value < m_maximum);
}

void Stepper::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Plus:
        return setValue(m_value + 1);
    case Qt::Key_Down:
    case Qt::Key_Minus:
        return setValue(m_value - 1);
    case Qt::Key_PageUp:
        return setValue(m_value + 10);
    case Qt::Key_PageDown:
        return setValue(m_value - 10);
    case Qt::Key_Home:
        return setValue(m_minimum);
    case Qt::Key_End:
        return setValue(m_maximum);
    default:
        QWidget::keyPressEvent(event);
    }
}

// A page that scrolls must not change numbers on the way.
void Stepper::wheelEvent(QWheelEvent* event) {
    event->ignore();
}

void Stepper::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) render();
    QWidget::changeEvent(event);
}

} // namespace gui
