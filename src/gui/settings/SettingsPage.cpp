#include "gui/settings/SettingsPage.h"

#include "gui/Navigator.h"
#include "gui/settings/SettingEditor.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/SearchField.h"
#include "node/Node.h"

#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace gui {

SettingsPage::SettingsPage(node::Node& node, Navigator&, QWidget* parent)
    : Page(tr("Settings"), parent), m_node(node) {
    m_search = new SearchField(tr("Find a setting"));
    m_search->setObjectName(QStringLiteral("settingSearch"));
    m_search->setKeyHint(tr("Ctrl F"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setMinimumWidth(px(280));
    header()->addAction(m_search);
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(); });
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::filter);
    m_nothing = new EmptyState(QStringLiteral("settings"), tr("No setting is called that."));
    m_nothing->setAction(tr("Show all settings"));
    m_nothing->hide();
    connect(m_nothing, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    body()->addWidget(m_nothing);
    body()->addWidget(new SentenceLabel(
        tr("Changes apply at once and are kept in <b>%1</b>.").arg(node.paths().settings().toHtmlEscaped())));
    body()->addStretch(1);
    connect(&node, &node::Node::settingChanged, this, &Page::markStale);
    connect(&m_filling, &QTimer::timeout, this, &SettingsPage::addNext);
    m_filling.start(0);
}

/// One a turn: a setting is many widgets.
void SettingsPage::addNext() {
    addEditor(m_next++);
    // A page that is not seen yet does not hear that its cards have grown.
    for (Card* card : std::as_const(m_cards))
        card->updateGeometry();
    body()->invalidate();
    if (m_next < static_cast<int>(node::settingRows().size())) return;
    m_filling.stop();
    if (!m_search->text().isEmpty()) filter(m_search->text());
}

void SettingsPage::addEditor(int at) {
    const node::SettingRow& row = node::settingRows()[static_cast<std::size_t>(at)];
    if (!row.inWindow) return;
    const QString group = settingGroup(row);
    Card*& card = m_cards[group];
    if (!card) {
        card = new Card(group);
        card->body()->setSpacing(0);
        body()->insertWidget(static_cast<int>(m_cards.size()),
                             card); // below the header and the groups before it
    }
    auto* editor = new SettingEditor(m_node, row);
    card->body()->addWidget(editor);
    editor->show(); // polishes it and lays it out now, not all of them when the page is seen first
    m_editors << editor;
    m_groups[card] << editor;
}

void SettingsPage::filter(const QString& words) {
    bool any = false;
    for (auto group = m_groups.cbegin(); group != m_groups.cend(); ++group) {
        bool shown = false;
        for (SettingEditor* editor : group.value()) {
            const bool fits = editor->matches(words);
            editor->setVisible(fits);
            shown = shown || fits;
        }
        group.key()->setVisible(shown);
        any = any || shown;
    }
    m_nothing->setVisible(!any);
}

void SettingsPage::refresh() {
    for (SettingEditor* editor : m_editors)
        editor->renew();
}

} // namespace gui
