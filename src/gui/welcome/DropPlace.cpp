#include "gui/welcome/DropPlace.h"

#include "gui/theme/Theme.h"

#include <QPainter>

namespace gui {

DropPlace::DropPlace(QWidget* parent) : QWidget(parent) {}

void DropPlace::setLit(bool lit) {
    m_lit = lit;
    update();
}

void DropPlace::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(m_lit ? Token::Accent : Token::Text3), 1.2, Qt::DashLine));
    painter.setBrush(color(m_lit ? Token::AccentSoft : Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), px(10), px(10));
}

} // namespace gui

#include "moc_DropPlace.cpp"
