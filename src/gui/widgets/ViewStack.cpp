#include "gui/widgets/ViewStack.h"

#include <QVBoxLayout>

namespace gui {

ViewStack::ViewStack(QWidget* parent) : QWidget(parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
}

void ViewStack::addView(QWidget* view) {
    view->setVisible(m_views.empty());
    m_views.push_back(view);
    layout()->addWidget(view);
}

QWidget* ViewStack::currentView() const { return m_views[static_cast<std::size_t>(m_current)]; }

void ViewStack::setCurrentIndex(int index) {
    if (index == m_current || index < 0 || static_cast<std::size_t>(index) >= m_views.size()) return;
    currentView()->hide();
    m_current = index;
    currentView()->show();
}

} // namespace gui
