#include "gui/widgets/CardRow.h"

#include "gui/theme/Theme.h"

#include <QBoxLayout>
#include <QEvent>

namespace gui {

CardRow::CardRow(int breakpoint, QWidget* parent) : QWidget(parent), m_breakpoint(breakpoint) {
    m_layout = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(px(16));
}

void CardRow::add(QWidget* card, int stretch) {
    m_layout->addWidget(card, stretch);
}

bool CardRow::isStacked() const {
    return m_layout->direction() == QBoxLayout::TopToBottom;
}

QSize CardRow::minimumSizeHint() const {
    // The width of one card, not of all: otherwise the row could never become narrow enough to be stacked.
    int width = 0;
    for (int i = 0; i < m_layout->count(); ++i)
        width = std::max(width, m_layout->itemAt(i)->minimumSize().width());
    return {width, m_layout->totalMinimumSize().height()};
}

void CardRow::arrange() {
    m_layout->setSpacing(px(16));
    const bool stacked = width() < px(m_breakpoint);
    if (stacked == isStacked()) return;
    m_layout->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    updateGeometry();
}

void CardRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void CardRow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) arrange();
    QWidget::changeEvent(event);
}

} // namespace gui
