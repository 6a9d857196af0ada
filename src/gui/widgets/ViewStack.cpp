#include "gui/widgets/ViewStack.h"

#include <QVBoxLayout>

namespace gui {

ViewStack::ViewStack(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void ViewStack::addView(QWidget* view) {
    layout()->addWidget(view); // first: without a parent it would be a window
    if (m_current) return view->hide();
    m_current = view;
    if (isVisible()) view->show(); // else it comes into sight with the stack, and is laid out only then
}

void ViewStack::setCurrentView(QWidget* view) {
    if (view == m_current) return;
    m_current->hide();
    m_current = view;
    m_current->show();
}

} // namespace gui

#include "moc_ViewStack.cpp"
