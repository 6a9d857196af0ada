#include "gui/help/HelpPage.h"

#include "gui/help/AboutView.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/SearchField.h"
#include "gui/widgets/ViewStack.h"

#include <QLabel>
#include <QMap>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kTermsAtOnce = 4;

QString keyText(const QShortcut& shortcut) {
    const QList<QKeySequence> keys = shortcut.keys();
    return keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
}

/// The title of the page that the shortcut belongs to; empty: it works everywhere.
QString pageTitleOf(const QShortcut& shortcut) {
    for (const QObject* each = shortcut.parent(); each; each = each->parent())
        if (const auto* page = qobject_cast<const Page*>(each)) return page->title();
    return {};
}

} // namespace

HelpPage::HelpPage(node::Node& node, Navigator&, QWidget* parent)
    : Page(tr("Help"), parent), m_node(node), m_terms(glossary()), m_stack(new ViewStack),
      m_about([this] { return m_stack->add(new AboutView(m_node)); }),
      m_rows([this] { return addTerms(); }, [this] { complete(); }) {
    setWidest(1'080);
    setLateParts({&m_rows, &m_about});
    header()->setTabs({tr("Words"), tr("Keys"), tr("About")});
    m_search = new SearchField(tr("Find a word"));
    m_search->setObjectName(QStringLiteral("termSearch"));
    m_search->setAccessibleName(tr("Find a word"));
    m_search->setMinimumWidth(px(240));
    header()->addAction(m_search);
    m_termView = makeTerms();
    m_keyView = makeKeys();
    m_stack->addView(m_termView);
    m_stack->addView(m_keyView);
    body()->addWidget(m_stack, 1);
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setWhatsThis(tr("Find a word"));
    connect(find, &QShortcut::activated, this, [this] {
        setTab(Terms);
        m_search->setFocus();
    });
    connect(m_search, &QLineEdit::textChanged, this, &HelpPage::filter);
    connect(header(), &PageHeader::tabChanged, this, &HelpPage::showTab);
}

// --- words

QWidget* HelpPage::makeTerms() {
    auto* view = new QWidget;
    auto* column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    column->addWidget(new SentenceLabel(
        tr("Point at a word anywhere in the window, or go to it with Tab, and press <b>F1</b>.")));
    m_nothing = new EmptyState(QStringLiteral("book"), tr("This word is not explained here."));
    m_nothing->setAction(tr("Show all words"));
    m_nothing->hide();
    connect(m_nothing, &EmptyState::actionTriggered, m_search, &QLineEdit::clear);
    column->addWidget(m_nothing);
    m_termCard = new Card;
    m_termCard->body()->setSpacing(px(14));
    column->addWidget(m_termCard);
    column->addStretch(1);
    return view;
}

/// False: these were the last.
bool HelpPage::addTerms() {
    for (int i = 0; i < kTermsAtOnce && m_entries.size() < m_terms.size(); ++i) {
        const Term& term = m_terms[m_entries.size()];
        auto* row = new QWidget;
        auto* column = new QVBoxLayout(row);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(px(2));
        QLabel* title = makeLabel(term.title, "strong");
        column->addWidget(title);
        column->addWidget(new SentenceLabel(term.text.toHtmlEscaped()));
        row->setAccessibleName(term.title);
        m_termCard->body()->addWidget(row);
        (void)row->sizeHint(); // shapes its texts now, not those of all rows when the page is seen first
        m_entries.insert(term.id, {row, title});
    }
    m_termCard->updateGeometry(); // a page that is not seen yet does not hear that its card has grown
    return m_entries.size() < m_terms.size();
}

void HelpPage::complete() {
    filter(m_search->text());
    if (!m_shown.isEmpty()) showTerm(m_shown);
}

void HelpPage::filter(const QString& words) {
    if (!words.isEmpty()) setTab(Terms);
    bool any = false;
    for (const Term& term : std::as_const(m_terms)) {
        const auto entry = m_entries.constFind(term.id);
        if (entry == m_entries.constEnd()) continue;
        const QString all = term.title + QLatin1Char(' ') + term.forms + QLatin1Char(' ') + term.text;
        const bool fits = all.contains(words.trimmed(), Qt::CaseInsensitive);
        entry->row->setVisible(fits);
        any = any || fits;
    }
    m_termCard->setVisible(any || !m_rows.isMade());
    m_nothing->setVisible(!any && m_rows.isMade());
}

void HelpPage::follow(const PageLink& link) {
    if (const auto* term = std::get_if<TermLink>(&link)) showTerm(term->term);
}

/// The name of the one that was asked for stands out until another is.
void HelpPage::showTerm(const QString& id) {
    setTab(Terms);
    m_search->clear();
    if (const auto before = m_entries.constFind(m_shown); before != m_entries.constEnd())
        setStyleProperty(before->title, "role", QStringLiteral("strong"));
    m_shown = id;
    const auto entry = m_entries.constFind(id);
    if (entry == m_entries.constEnd()) return; // it comes in a later turn
    setStyleProperty(entry->title, "role", QStringLiteral("accent"));
    scrollTo(entry->row);
}

// --- keys

QWidget* HelpPage::makeKeys() {
    auto* view = new QWidget;
    auto* column = new QVBoxLayout(view);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    column->addStretch(1);
    return view;
}

/// Every key of the window says itself what it does.
void HelpPage::collectKeys() {
    const auto listOf = [this](const QString& part, const QString& title) {
        FactsList*& list = m_keys[part];
        if (list) return list;
        auto* card = new Card(title);
        list = new FactsList(FactsList::Values::Trailing);
        list->setCompact(true);
        list->setLongNames();
        card->body()->addWidget(list);
        auto* column = static_cast<QVBoxLayout*>(m_keyView->layout());
        column->insertWidget(column->count() - 1, card);
        return list;
    };
    FactsList* everywhere = listOf({}, tr("Everywhere"));
    everywhere->setFact(tr("Explain the word under the mouse or the focus"), QStringLiteral("F1"), "mono");
    everywhere->setFact(tr("Copy the cell of a list"), QStringLiteral("C"), "mono");
    QList<QShortcut*> shortcuts = window()->findChildren<QShortcut*>();
    for (const QShortcut* shortcut : std::as_const(shortcuts)) {
        if (shortcut->whatsThis().isEmpty()) continue;
        const QString part = pageTitleOf(*shortcut);
        FactsList* list = part.isEmpty() ? everywhere : listOf(part, part);
        list->setFact(shortcut->whatsThis(), keyText(*shortcut), "mono");
    }
}

// --- the page

void HelpPage::showTab(int tab) {
    m_stack->setCurrentView(tab == Terms ? m_termView : tab == Keys ? m_keyView : m_about.get());
    markStale();
}

void HelpPage::refresh() {
    if (tab() == Keys) collectKeys();
    if (tab() == About) m_about->refresh();
}

} // namespace gui

#include "moc_HelpPage.cpp"
