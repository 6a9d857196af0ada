#include "gui/api/ApiPage.h"

#include "gui/Navigator.h"
#include "gui/api/RequestsView.h"
#include "gui/api/TokensView.h"
#include "gui/api/Workbench.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/Tag.h"
#include "gui/widgets/ViewStack.h"
#include "node/Node.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace gui {

ApiPage::ApiPage(node::Node& node, Navigator& navigator, QWidget* parent)
    : Page(tr("API"), parent), m_node(node), m_navigator(navigator), m_views(new ViewStack),
      m_workbench(new Workbench(node)),
      m_tokens([this] { return m_views->add(new TokensView(m_node, m_navigator)); }),
      m_requests([this] { return m_views->add(makeRequests()); }), m_off([this] { return makeOff(); }) {
    setLateParts({&m_tokens, &m_requests});
    buildHeader();
    m_views->addView(m_workbench);
    body()->addWidget(m_views, 1);
    auto* find = new QShortcut(QKeySequence(QKeySequence::Find), this);
    find->setWhatsThis(tr("Find a route"));
    connect(find, &QShortcut::activated, this, [this] {
        showView(Routes);
        m_workbench->findRoute();
    });
    connect(&node, &node::Node::requestsChanged, this, &Page::markStale);
    connect(&node, &node::Node::apiChanged, this, &Page::markStale);
    connect(&node, &node::Node::tipChanged, this, &Page::markStale);
    connect(&node, &node::Node::settingChanged, this, &Page::markStale);
}

Card* ApiPage::makeOff() {
    auto* off = new EmptyState(
        QStringLiteral("api"),
        tr("The API is off: no program can ask this node anything. With it, scripts, miners, wallets "
           "and explorers on this computer work with your node. Choose “this computer only” and a port that "
           "no "
           "other program uses."));
    off->setAction(tr("Open the settings"));
    connect(off, &EmptyState::actionTriggered, this,
            [this] { m_navigator.openSetting(QStringLiteral("api_bind")); });
    auto* card = new Card;
    card->setObjectName(QStringLiteral("apiOffCard"));
    card->body()->addWidget(off);
    body()->addWidget(card, 1);
    return card;
}

RequestsView* ApiPage::makeRequests() {
    auto* requests = new RequestsView(m_node);
    connect(requests, &RequestsView::openRequested, this,
            [this](const QString& method, const QString& target) {
                if (!m_workbench->open(method, target))
                    return m_navigator.showNotice(tr("No route answers %1.").arg(target));
                showView(Routes);
            });
    return requests;
}

void ApiPage::buildHeader() {
    m_state = header()->addTag(QString());
    header()->setTabs({tr("Routes"), tr("Tokens"), tr("Requests")});
    m_url = new CopyField;
    m_url->setObjectName(QStringLiteral("apiUrlField"));
    m_url->setAccessibleName(tr("Where programs on this computer reach the node"));
    m_url->setFixedWidth(px(250));
    m_newToken = new Button(tr("Make a token"), Button::Kind::Primary);
    m_newToken->setObjectName(QStringLiteral("newTokenButton"));
    m_newToken->setIconName(QStringLiteral("plus"));
    header()->addAction(m_url);
    header()->addAction(m_newToken);
    connect(m_newToken, &Button::clicked, this, [this] { m_tokens->askNew(); });
    connect(header(), &PageHeader::tabChanged, this, &ApiPage::showView);
}

void ApiPage::showView(int view) {
    header()->tabs()->setCurrentIndex(view);
    m_view = view;
    if (view == Routes) m_views->setCurrentView(m_workbench);
    if (view == Tokens) m_views->setCurrentView(m_tokens.get());
    if (view == Requests) m_views->setCurrentView(m_requests.get());
    m_newToken->setVisible(view == Tokens);
    markStale();
}

void ApiPage::refresh() {
    const node::ApiEndpoints endpoints = m_node.api().endpoints();
    const bool on = !endpoints.api.isEmpty();
    m_state->setText(on ? tr("on") : tr("off"));
    m_state->setKind(on ? TagKind::Good : TagKind::Neutral);
    if (!on || m_off.isMade()) m_off->setVisible(!on);
    header()->tabs()->setVisible(on);
    m_url->setVisible(on);
    m_views->setVisible(on);
    m_newToken->setVisible(on && m_view == Tokens);
    m_url->setText(endpoints.api);
    if (!on) return;
    if (m_view == Routes) m_workbench->refresh();
    if (m_view == Tokens) m_tokens->refresh();
    if (m_view == Requests) m_requests->refresh();
}

} // namespace gui

#include "moc_ApiPage.cpp"
