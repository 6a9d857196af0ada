#include "gui/welcome/NetworkMark.h"

#include "gui/theme/Theme.h"

#include <QPainter>

namespace gui {

namespace {

constexpr int kMarkSide = 44;
constexpr int kLightFrom = 150; // of 255: above, dark letters are read better

} // namespace

NetworkMark::NetworkMark(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void NetworkMark::setNetwork(const QString& name, const QColor& colour) {
    m_letter = name.isEmpty() ? QString() : name.left(name.front().isHighSurrogate() ? 2 : 1).toUpper();
    m_colour = colour;
    setAccessibleName(name);
    update();
}

QSize NetworkMark::sizeHint() const {
    return {px(kMarkSide), px(kMarkSide)};
}

void NetworkMark::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_colour);
    painter.drawRoundedRect(rect(), px(10), px(10));
    painter.setFont(roleFont(TextRole::WayTitle));
    painter.setPen(qGray(m_colour.rgb()) > kLightFrom ? Qt::black : Qt::white);
    painter.drawText(rect(), Qt::AlignCenter, m_letter);
}

} // namespace gui

#include "moc_NetworkMark.cpp"
