#include "gui/settings/SettingsPage.h"

#include "gui/Navigator.h"
#include "gui/settings/AutostartLine.h"
#include "gui/settings/SettingEditor.h"
#include "gui/settings/SettingWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/SearchField.h"
#include "node/Node.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace gui {

namespace {

using SettingGroup = node::SettingRow::Group;

/// What the desktop starts: this program, with its data where it is now.
QStringList ownCommand(const node::Node& node) {
    QStringList command{QCoreApplication::applicationFilePath()};
    const QString root = QFileInfo(node.paths().folder).path();
    if (root != node::defaultDataRoot()) command << QStringLiteral("--datadir") << root;
    return command;
}

} // namespace

SettingsPage::SettingsPage(node::Node& node, Navigator&, QWidget* parent)
    : Page(tr("Settings"), parent), m_node(node), m_waiting(new Banner),
      m_rows([this] { return addNext(); }, [this] { complete(); }) {
    setWidest(1'080);
    setLateParts({&m_rows});
    m_search = new SearchField(tr("Find a setting"));
    m_search->setObjectName(QStringLiteral("settingSearch"));
    m_search->setKeyHint(tr("Ctrl F"));
    m_search->setAccessibleName(tr("Find a setting"));
    m_search->setMinimumWidth(px(280));
    header()->addAction(m_search);
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setWhatsThis(tr("Find a setting"));
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(); });
    connect(m_search, &QLineEdit::textChanged, this, &SettingsPage::filter);
    m_waiting->setObjectName(QStringLiteral("restartBanner"));
    m_waiting->setAction(tr("Start it again"));
    m_waiting->hide();
    connect(m_waiting, &Banner::actionTriggered, this, &SettingsPage::restartRequested);
    body()->addWidget(m_waiting);
    m_nothing = new EmptyState(QStringLiteral("settings"), tr("No setting is called that."));
    m_nothing->setAction(tr("Show all settings"));
    m_nothing->hide();
    connect(m_nothing, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    body()->addWidget(m_nothing);
    body()->addStretch(1);
    connect(&node, &node::Node::settingChanged, this, &Page::markStale);
}

/// One a turn: a setting is many widgets. False: it was the last.
bool SettingsPage::addNext() {
    const auto& rows = node::settingRows();
    while (m_next < static_cast<int>(rows.size()) && !rows[static_cast<std::size_t>(m_next)].inWindow)
        ++m_next;
    if (m_next < static_cast<int>(rows.size())) {
        addEditor(m_next++);
        return true;
    }
    addAutostart();
    return false;
}

void SettingsPage::complete() {
    if (!m_search->text().isEmpty()) filter(m_search->text());
    if (!m_wanted.isEmpty()) showSetting(m_wanted);
}

void SettingsPage::addEditor(int at) {
    const node::SettingRow& row = node::settingRows()[static_cast<std::size_t>(at)];
    auto* editor = new SettingEditor(m_node, row);
    m_editors << editor;
    addLine(row.group, editor);
}

void SettingsPage::addAutostart() {
    m_autostart = new AutostartLine(Autostart(), ownCommand(m_node));
    addLine(SettingGroup::Desktop, m_autostart);
}

void SettingsPage::addLine(SettingGroup group, SettingLine* line) {
    Card*& card = m_cards[group];
    if (!card) {
        card = new Card(settingGroupName(group));
        card->body()->setSpacing(0);
        const auto before = std::distance(m_cards.begin(), m_cards.find(group));
        body()->insertWidget(body()->indexOf(m_nothing) + 1 + static_cast<int>(before), card);
    }
    card->body()->addWidget(line);
    (void)line->sizeHint(); // shapes its texts now, not those of all lines when the page is seen first
    card->updateGeometry(); // a page that is not seen yet does not hear that its card has grown
    m_lines[card] << line;
}

void SettingsPage::filter(const QString& words) {
    bool any = false;
    for (auto group = m_lines.cbegin(); group != m_lines.cend(); ++group) {
        bool shown = false;
        for (SettingLine* line : group.value()) {
            // Who knows a setting from its file finds it by that name, too.
            const bool fits =
                line->matches(words, group.key()->title() + QLatin1Char(' ') + line->objectName());
            line->setVisible(fits);
            shown = shown || fits;
        }
        group.key()->setVisible(shown);
        any = any || shown;
    }
    m_nothing->setVisible(!any);
}

void SettingsPage::follow(const PageLink& link) {
    if (const auto* setting = std::get_if<SettingLink>(&link)) showSetting(setting->key);
}

void SettingsPage::showSetting(const QString& key) {
    m_wanted = isComplete() ? QString() : key;
    if (!isComplete()) return;
    m_search->clear();
    for (SettingEditor* editor : std::as_const(m_editors)) {
        if (editor->key() != key) continue;
        scrollTo(editor);
        editor->control()->setFocus(Qt::TabFocusReason);
    }
}

void SettingsPage::showWaiting() {
    int count = 0;
    for (const SettingEditor* editor : std::as_const(m_editors))
        count += editor->waits() ? 1 : 0;
    m_waiting->setVisible(count > 0);
    if (count == 0) return;
    m_waiting->setSentence(tr(
        "<b>%n setting(s) wait(s)</b> until the node is started again. That takes a moment, in which nothing "
        "is mined; an encrypted wallet is locked afterwards.",
        nullptr, count));
}

void SettingsPage::refresh() {
    for (SettingEditor* editor : std::as_const(m_editors))
        editor->renew();
    if (m_autostart) m_autostart->renew();
    showWaiting();
}

} // namespace gui

#include "moc_SettingsPage.cpp"
