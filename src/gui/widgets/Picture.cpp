#include "gui/widgets/Picture.h"

#include "gui/theme/AccessibleRole.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStackedLayout>
#include <QToolTip>

#include <cmath>
#include <limits>

namespace gui {

Picture::Picture(QWidget* parent) : QWidget(parent) {
    setAccessibleRole(this, QAccessible::Graphic);
    setMouseTracking(true);
    setAttribute(Qt::WA_Hover);
}

QRectF Picture::itemRect(int) const {
    return {};
}

QString Picture::itemText(int) const {
    return {};
}

int Picture::itemAt(const QPointF& position) const {
    for (int i = 0; i < itemCount(); ++i)
        if (itemRect(i).contains(position)) return i;
    return -1;
}

int Picture::neighbour(int item, int key) const {
    const QPointF from = itemRect(item).center();
    const QPointF way = key == Qt::Key_Left    ? QPointF(-1, 0)
                        : key == Qt::Key_Right ? QPointF(1, 0)
                        : key == Qt::Key_Up    ? QPointF(0, -1)
                                               : QPointF(0, 1);
    int best = -1;
    double bestCost = std::numeric_limits<double>::max();
    for (int i = 0; i < itemCount(); ++i) {
        const QPointF step = itemRect(i).center() - from;
        const double along = QPointF::dotProduct(step, way);
        const double across = std::abs(step.x() * way.y() - step.y() * way.x());
        if (i == item || along < 1 || across > 3 * along) continue;
        const double cost = along + 2 * across;
        if (cost < bestCost) {
            bestCost = cost;
            best = i;
        }
    }
    return best;
}

void Picture::itemsChanged() {
    const bool any = itemCount() > 0;
    setFocusPolicy(any ? Qt::StrongFocus : Qt::NoFocus);
    setProperty("ownFocusRing", any);
    if (m_current >= itemCount()) m_current = itemCount() - 1;
    if (m_hovered >= itemCount()) m_hovered = -1;
    update();
}

void Picture::setCurrentItem(int item) {
    if (item < 0 || item >= itemCount() || item == m_current) return;
    m_current = item;
    setAccessibleDescription(itemText(item));
    QAccessibleEvent described(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
    update();
    emit currentItemChanged(item);
}

void Picture::setHoveredItem(int item) {
    if (item == m_hovered) return;
    m_hovered = item;
    setCursor(item >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
    emit itemHovered(item);
}

void Picture::paintItemFocus(QPainter& painter, double radius) const {
    if (!m_keyboardFocus || m_current < 0 || m_current >= itemCount()) return;
    painter.setPen(QPen(color(Token::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    // At the edge of the picture the ring lies on the item instead of outside, or it would be cut off.
    const QRectF ring =
        itemRect(m_current).adjusted(-3, -3, 3, 3).intersected(QRectF(rect()).adjusted(1, 1, -1, -1));
    painter.drawRoundedRect(ring, radius + 3, radius + 3);
}

bool Picture::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int item = itemAt(help->pos());
    if (item < 0) return QWidget::event(event);
    QToolTip::showText(help->globalPos(), itemText(item), this, itemRect(item).toAlignedRect());
    return true;
}

void Picture::mouseMoveEvent(QMouseEvent* event) {
    setHoveredItem(itemAt(event->position()));
}

void Picture::mousePressEvent(QMouseEvent* event) {
    m_keyboardFocus = false;
    setCurrentItem(itemAt(event->position()));
}

void Picture::mouseReleaseEvent(QMouseEvent* event) {
    const int item = itemAt(event->position());
    if (event->button() == Qt::LeftButton && item >= 0 && item == m_current) emit itemActivated(item);
}

void Picture::keyPressEvent(QKeyEvent* event) {
    const int key = event->key();
    m_keyboardFocus = true;
    if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) && m_current >= 0) {
        emit itemActivated(m_current);
    } else if (key == Qt::Key_Home) {
        setCurrentItem(0);
    } else if (key == Qt::Key_End) {
        setCurrentItem(itemCount() - 1);
    } else if (key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down) {
        const int next = m_current < 0 ? 0 : neighbour(m_current, key);
        if (next < 0) return QWidget::keyPressEvent(event);
        setCurrentItem(next);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void Picture::focusInEvent(QFocusEvent* event) {
    m_keyboardFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (m_current < 0) setCurrentItem(0);
    update();
    QWidget::focusInEvent(event);
}

void Picture::focusOutEvent(QFocusEvent* event) {
    m_keyboardFocus = false;
    update();
    QWidget::focusOutEvent(event);
}

void Picture::leaveEvent(QEvent*) {
    setHoveredItem(-1);
}

PictureWithTable::PictureWithTable(Picture* picture, QWidget* parent) : QWidget(parent), m_picture(picture) {
    m_stack = new QStackedLayout(this);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(picture);
    m_toggle = new Button(tr("as table"), Button::Kind::Pill, this);
    m_toggle->hide(); // until it has its place in a card
    connect(m_toggle, &Button::clicked, this, [this] { showTable(!showsTable()); });
    connect(picture, &Picture::itemActivated, this, &PictureWithTable::itemActivated);
}

DataTable* PictureWithTable::table() {
    if (m_table) return m_table;
    m_table = new DataTable(this);
    m_table->setModel(m_picture->tableModel());
    m_table->setColumnStretch(0);
    m_table->setSizePolicy(QSizePolicy::Ignored,
                           QSizePolicy::Ignored); // the place is as large as the picture wants it
    m_table->setAccessibleName(m_picture->accessibleName());
    m_stack->addWidget(m_table);
    connect(m_table, &DataTable::rowActivated, this, &PictureWithTable::itemActivated);
    return m_table;
}

bool PictureWithTable::showsTable() const {
    return m_stack->currentIndex() == 1;
}

void PictureWithTable::showTable(bool table) {
    if (table)
        m_stack->setCurrentWidget(this->table());
    else
        m_stack->setCurrentWidget(m_picture);
    m_toggle->setText(table ? tr("as picture") : tr("as table"));
}

} // namespace gui

#include "moc_Picture.cpp"
