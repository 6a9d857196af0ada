#include "gui/welcome/ColourChoice.h"

#include "gui/theme/AccessibleRole.h"
#include "gui/theme/Theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <array>

namespace gui {

namespace {

/// Colours of networks: data on cards, not of the theme; all readable on light and on dark.
constexpr std::array kColours = {"#2f7ed8", "#0f766e", "#c2620a", "#6d4bd1",
                                 "#c0392b", "#2e8b3d", "#b83280", "#64748b"};
constexpr int kSwatchSide = 26;
constexpr int kHueStep = 38;

} // namespace

ColourChoice::ColourChoice(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(this, QAccessible::ColorChooser);
    setAccessibleName(tr("Colour of the network"));
    setAccessibleDescription(colour());
    setCursor(Qt::PointingHandCursor);
}

QString ColourChoice::colour() const {
    return QLatin1String(kColours[static_cast<std::size_t>(m_current)]);
}

QSize ColourChoice::sizeHint() const {
    return {px(kHueStep) * static_cast<int>(kColours.size()), px(36)};
}

QRectF ColourChoice::placeOf(int index) const {
    return {static_cast<double>(px(kHueStep) * index + px(5)), (height() - px(kSwatchSide)) / 2.0,
            static_cast<double>(px(kSwatchSide)), static_cast<double>(px(kSwatchSide))};
}

void ColourChoice::choose(int index) {
    if (index < 0 || index >= static_cast<int>(kColours.size()) || index == m_current) return;
    m_current = index;
    setAccessibleDescription(colour());
    update();
}

void ColourChoice::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < static_cast<int>(kColours.size()); ++i) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(QLatin1String(kColours[static_cast<std::size_t>(i)])));
        painter.drawRoundedRect(placeOf(i), px(8), px(8));
        if (i != m_current) continue;
        painter.setPen(QPen(color(Token::Text), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(placeOf(i).adjusted(-3, -3, 3, 3), px(10), px(10));
    }
}

void ColourChoice::mousePressEvent(QMouseEvent* event) {
    choose(static_cast<int>(event->position().x()) / px(kHueStep));
}

void ColourChoice::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left) return choose(m_current - 1);
    if (event->key() == Qt::Key_Right) return choose(m_current + 1);
    QWidget::keyPressEvent(event);
}

} // namespace gui

#include "moc_ColourChoice.cpp"
