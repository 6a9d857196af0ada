#include "gui/explorer/ExplorerPage.h"

#include "explorer/ExplorerTypes.h"
#include "gui/explorer/AddressPane.h"
#include "gui/explorer/BlockPane.h"
#include "gui/explorer/ChainPane.h"
#include "gui/explorer/SearchPane.h"
#include "gui/explorer/TransactionPane.h"
#include "gui/frame/Seen.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/PageHeader.h"
#include "node/Node.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <utility>

namespace gui {

namespace {

constexpr std::size_t kMostPlaces = 200;
constexpr int kExplorerClockMs = 1'000;

} // namespace

ExplorerPage::ExplorerPage(node::Node& node, Navigator& navigator, QWidget* parent)
    : Page(tr("Explorer"), parent), m_node(node), m_navigator(navigator),
      m_chain([this] { return makePane<ChainPane>(); }), m_block([this] { return makePane<BlockPane>(); }),
      m_transaction([this] { return makePane<TransactionPane>(); }),
      m_address([this] { return makePane<AddressPane>(); }), m_search([this] {
          auto* search = makePane<SearchPane>();
          connect(search, &SearchPane::oneHit, this, &ExplorerPage::openHit);
          return search;
      }),
      m_places(1) {
    setLateParts({&m_block, &m_transaction, &m_address, &m_search});
    header()->showHistory(false, false);
    connect(header(), &PageHeader::backRequested, this, &ExplorerPage::goBack);
    connect(header(), &PageHeader::forwardRequested, this, &ExplorerPage::goForward);
    m_copy = new Button(tr("Copy"));
    m_copy->setIconName(QStringLiteral("copy"));
    m_chainButton = new Button(tr("All blocks"));
    m_chainButton->setIconName(QStringLiteral("block"));
    header()->addAction(m_copy);
    header()->addAction(m_chainButton);
    connect(m_copy, &Button::clicked, this, &ExplorerPage::copySubject);
    connect(m_chainButton, &Button::clicked, this, &ExplorerPage::showChain);
    listen(node);
    connect(new SeenClock(this, kExplorerClockMs), &SeenClock::tick, this, [this] { m_current->tick(); });
    openPlace();
}

ExplorerPage::~ExplorerPage() = default;

template <class Pane>
Pane* ExplorerPage::makePane() {
    auto* pane = new Pane(m_node, m_navigator, content());
    pane->hide();
    body()->addWidget(pane, 1);
    connect(pane, &ExplorerPane::titleChanged, this, [this, pane] {
        if (pane == m_current) renewHeader();
    });
    return pane;
}

void ExplorerPage::listen(node::Node& node) {
    connect(&node, &node::Node::tipChanged, this, &ExplorerPage::markStale);
    connect(&node, &node::Node::mempoolChanged, this, &ExplorerPage::markStale);
    connect(&node, &node::Node::walletChanged, this, &ExplorerPage::markStale);
}

void ExplorerPage::refresh() {
    if (m_current != m_search.ifMade()) m_current->reload();
}

void ExplorerPage::showChain() {
    visit({});
}

void ExplorerPage::showBlock(const primitives::BlockHash& hash) {
    visit({.kind = Place::Kind::Block, .block = hash});
}

void ExplorerPage::showHeight(std::int32_t height) {
    visit({.kind = Place::Kind::Height, .height = height});
}

void ExplorerPage::showTransaction(const primitives::TxId& txid) {
    visit({.kind = Place::Kind::Transaction, .txid = txid});
}

void ExplorerPage::showAddress(const QString& address) {
    visit({.kind = Place::Kind::Address, .text = address});
}

void ExplorerPage::showSearch(const QString& text) {
    if (!text.trimmed().isEmpty()) visit({.kind = Place::Kind::Search, .text = text.trimmed()});
}

void ExplorerPage::follow(const PageLink& link) {
    if (std::holds_alternative<PageId>(link)) showChain();
    if (const auto* block = std::get_if<BlockLink>(&link)) showBlock(block->hash);
    if (const auto* height = std::get_if<HeightLink>(&link)) showHeight(height->height);
    if (const auto* transaction = std::get_if<TransactionLink>(&link)) showTransaction(transaction->txid);
    if (const auto* address = std::get_if<AddressLink>(&link)) showAddress(address->address);
    if (const auto* search = std::get_if<SearchLink>(&link)) showSearch(search->text);
}

// Alt+Left and Alt+Right walk what was looked at here first, then the pages.
bool ExplorerPage::stepBack() {
    if (!canGoBack()) return false;
    goBack();
    return true;
}

bool ExplorerPage::stepForward() {
    if (!canGoForward()) return false;
    goForward();
    return true;
}

void ExplorerPage::goBack() {
    if (!canGoBack()) return;
    --m_at;
    openPlace();
}

void ExplorerPage::goForward() {
    if (!canGoForward()) return;
    ++m_at;
    openPlace();
}

void ExplorerPage::visit(Place place) {
    if (m_places[m_at] == place) return openPlace();
    m_places.resize(m_at + 1);
    m_places.push_back(std::move(place));
    if (m_places.size() > kMostPlaces) m_places.erase(m_places.begin());
    m_at = m_places.size() - 1;
    openPlace();
}

void ExplorerPage::openPlace() {
    const Place place = m_places[m_at];
    switch (place.kind) {
    case Place::Kind::Chain:
        switchTo(m_chain.get());
        if (isVisible()) m_chain->reload();
        break;
    case Place::Kind::Block:
        switchTo(m_block.get());
        m_block->showBlock(place.block);
        break;
    case Place::Kind::Height:
        switchTo(m_block.get());
        m_block->showHeight(place.height);
        break;
    case Place::Kind::Transaction:
        switchTo(m_transaction.get());
        m_transaction->showTransaction(place.txid);
        break;
    case Place::Kind::Address:
        switchTo(m_address.get());
        m_address->showAddress(place.text);
        break;
    case Place::Kind::Search:
        switchTo(m_search.get());
        m_search->search(place.text);
        break;
    }
    renewHeader();
    emit historyChanged();
}

void ExplorerPage::switchTo(ExplorerPane* pane) {
    ExplorerPane* const before = std::exchange(m_current, pane);
    const QWidget* const focused = window()->focusWidget();
    pane->show();
    // The keyboard goes on in the new view, not at the first button of the page.
    if (isVisible() && (!focused || isAncestorOf(focused))) pane->setFocus(Qt::OtherFocusReason);
    if (before && before != pane) before->hide();
}

/// The hit takes the place of the search in the history: going back leads to where the search began.
void ExplorerPage::openHit(const explorer::SearchHit& hit) {
    if (m_current != m_search.ifMade()) return;
    Place place;
    switch (hit.kind) {
    case explorer::SearchHit::Kind::Block:
        place = {.kind = Place::Kind::Block, .block = hit.block};
        break;
    case explorer::SearchHit::Kind::Transaction:
        place = {.kind = Place::Kind::Transaction, .txid = hit.txid};
        break;
    case explorer::SearchHit::Kind::Address:
        place = {.kind = Place::Kind::Address, .text = QString::fromStdString(hit.address)};
        break;
    }
    m_places[m_at] = std::move(place);
    openPlace();
}

void ExplorerPage::renewHeader() {
    header()->showHistory(canGoBack(), canGoForward());
    header()->setTitle(m_current->title());
    renewSubject();
    renewTags();
    m_copy->setVisible(!m_current->subject().isEmpty() && m_current != m_search.ifMade());
    m_chainButton->setVisible(m_current != m_chain.ifMade());
}

/// In place: it may have the focus.
void ExplorerPage::renewSubject() {
    if (!m_subject) {
        m_subject = new HashLabel;
        m_subject->setShortened(12, 4);
        header()->addTitleWidget(m_subject);
        auto* tags = new QWidget;
        m_tagRow = new QHBoxLayout(tags);
        m_tagRow->setContentsMargins(0, 0, 0, 0);
        header()->addTitleWidget(tags);
    }
    const Thing thing = m_current == m_block.ifMade()         ? Thing::Block
                        : m_current == m_transaction.ifMade() ? Thing::Transaction
                        : m_current == m_address.ifMade()     ? Thing::Address
                                                              : Thing::None;
    m_subject->setText(m_current->subject());
    m_subject->setThing(thing, &m_navigator);
    m_subject->setVisible(!m_current->subject().isEmpty());
}

void ExplorerPage::renewTags() {
    if (m_current->tags() == m_shownTags) return;
    const auto before = std::exchange(m_shownTags, m_current->tags());
    if (before.size() == m_shownTags.size()) { // with every block one reads differently
        for (int i = 0; i < m_tagRow->count(); ++i) {
            auto* tag = static_cast<Tag*>(m_tagRow->itemAt(i)->widget());
            tag->setText(m_shownTags[static_cast<std::size_t>(i)].text);
            tag->setKind(m_shownTags[static_cast<std::size_t>(i)].kind);
        }
        return;
    }
    while (QLayoutItem* item = m_tagRow->takeAt(0)) {
        item->widget()->deleteLater();
        item->widget()->hide();
        delete item;
    }
    m_tagRow->setSpacing(px(12));
    for (const ExplorerPane::TitleTag& tag : m_shownTags)
        m_tagRow->addWidget(new Tag(tag.text, tag.kind), 0, Qt::AlignVCenter);
}

void ExplorerPage::copySubject() {
    QGuiApplication::clipboard()->setText(m_current->subject());
    showCopied(m_copy);
}

} // namespace gui

#include "moc_ExplorerPage.cpp"
