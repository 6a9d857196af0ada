#include "gui/welcome/LogoMark.h"

#include "gui/theme/Icons.h"

#include <QPainter>

namespace gui {

LogoMark::LogoMark(int side, QWidget* parent) : QWidget(parent) {
    setFixedSize(side, side);
    setAccessibleName(QStringLiteral("Cairn"));
}

void LogoMark::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLogo(painter, rect());
}

Swatch::Swatch(const QColor& fill, int side, QWidget* parent) : QWidget(parent), m_fill(fill) {
    setFixedSize(side, side);
}

void Swatch::setFill(const QColor& fill) {
    m_fill = fill;
    update();
}

void Swatch::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_fill);
    painter.drawRoundedRect(rect(), width() / 3.0, height() / 3.0);
}

} // namespace gui

#include "moc_LogoMark.cpp"
