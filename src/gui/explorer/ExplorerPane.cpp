#include "gui/explorer/ExplorerPane.h"

#include "gui/theme/Theme.h"
#include "node/Node.h"

#include <QVBoxLayout>

namespace gui {

ExplorerPane::ExplorerPane(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator) {
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    keepMeasured(this, [this] { m_rows->setSpacing(px(16)); });
    setProperty("ownFocusRing", true); // a whole view is no control: no ring around it
}

bool ExplorerPane::isOwn(const util::Bytes& script) const {
    const auto own = m_node.wallet().ownScripts();
    return own && own->contains(script);
}

void ExplorerPane::setHeading(const QString& title, const QString& subject, std::vector<TitleTag> tags) {
    if (title == m_title && subject == m_subject && tags == m_tags) return;
    m_title = title;
    m_subject = subject;
    m_tags = std::move(tags);
    emit titleChanged();
}

} // namespace gui

#include "moc_ExplorerPane.cpp"
