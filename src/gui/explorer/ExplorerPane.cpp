#include "gui/explorer/ExplorerPane.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"

#include <QEvent>
#include <QVBoxLayout>

namespace gui {

ExplorerPane::ExplorerPane(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator) {
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(px(16));
    setProperty("ownFocusRing", true); // a whole view is no control: no ring around it
}

bool ExplorerPane::isOwn(const util::Bytes& script) const {
    const auto own = m_node.ownScripts();
    return own && own->contains(script);
}

void ExplorerPane::setHeading(const QString& title, const QString& subject, std::vector<TitleTag> tags) {
    if (title == m_title && subject == m_subject && tags == m_tags) return;
    m_title = title;
    m_subject = subject;
    m_tags = std::move(tags);
    emit titleChanged();
}

void ExplorerPane::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) m_rows->setSpacing(px(16));
    QWidget::changeEvent(event);
}

QLabel* makeLink(const QString& text, std::function<void()> open, const QString& behind) {
    QString sentence = QStringLiteral("<a href=\"open\">%1</a>").arg(text.toHtmlEscaped());
    if (!behind.isEmpty()) sentence += QStringLiteral("&nbsp; <faint>%1</faint>").arg(behind.toHtmlEscaped());
    auto* label = new SentenceLabel(sentence);
    label->setWordWrap(false);
    label->setSentence(sentence);
    label->setFocusPolicy(Qt::StrongFocus);
    label->setAccessibleName(text);
    QObject::connect(
        label, &QLabel::linkActivated, label, [open = std::move(open)] { open(); }, Qt::QueuedConnection);
    return label;
}

} // namespace gui
