#include "gui/widgets/IconView.h"

#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"

#include <QEvent>
#include <QPainter>

namespace gui {

IconView::IconView(const QString& name, int side, Token token, QWidget* parent)
    : QWidget(parent), m_name(name), m_side(side), m_token(token) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize IconView::sizeHint() const {
    return {px(m_side), px(m_side)};
}

void IconView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(painter, m_name, QRectF(rect()), color(m_token));
}

void IconView::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange) updateGeometry();
}

} // namespace gui

#include "moc_IconView.cpp"
