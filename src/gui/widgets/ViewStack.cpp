#include "gui/widgets/ViewStack.h"

#include <QVBoxLayout>

namespace gui {

ViewStack::ViewStack(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void ViewStack::addView(QWidget* view) {
    layout()->addWidget(view); // first: without a parent it would be a window
    view->setVisible(!m_current);
    if (!m_current) m_current = view;
}

void ViewStack::setCurrentView(QWidget* view) {
    if (view == m_current) return;
    m_current->hide();
    m_current = view;
    m_current->show();
}

} // namespace gui
