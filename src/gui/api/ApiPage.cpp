#include "gui/api/ApiPage.h"

#include "gui/Navigator.h"
#include "gui/api/RequestModel.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"

#include <QVBoxLayout>

namespace gui {

namespace {

/// Lines that work as they are: those of the routes that have one.
QString examples(const node::ApiEndpoints& endpoints) {
    QStringList lines;
    for (const node::ApiRoute& route : endpoints.routes) {
        if (!route.example.isEmpty()) lines << QStringLiteral("curl -s ") + QString(route.example).replace(QLatin1String("BASE"), endpoints.api);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

ApiPage::ApiPage(node::Node& node, Navigator& navigator, QWidget* parent)
    : Page(tr("API"), parent), m_node(node), m_navigator(navigator), m_requests(new RequestModel(this)) {
    auto* row = new CardRow(820);
    header();
    row->add(buildAddress(), 1);
    row->add(m_examples = buildExamples(), 1);
    body()->addWidget(row);
    body()->addWidget(buildLog(), 1);
    connect(&node, &node::Node::requestsChanged, this, &Page::markStale);
    connect(&node, &node::Node::apiChanged, this, &Page::markStale);
}

Card* ApiPage::buildAddress() {
    auto* card = new Card(tr("Where it listens"));
    m_state = new SentenceLabel;
    m_url = new CopyField;
    m_url->setObjectName(QStringLiteral("apiUrlField"));
    m_cookie = new CopyField;
    m_urlName = makeFieldName(tr("Address"), m_url);
    m_cookieName = makeFieldName(tr("File with the password for changes"), m_cookie);
    m_settings = new Button(tr("Open the settings"));
    m_settings->setIconName(QStringLiteral("settings"));
    card->body()->setSpacing(px(8));
    card->body()->addWidget(m_state);
    for (QWidget* part : std::initializer_list<QWidget*>{m_urlName, m_url, m_cookieName, m_cookie}) card->body()->addWidget(part);
    card->body()->addWidget(m_settings, 0, Qt::AlignLeft);
    card->body()->addStretch(1);
    connect(m_settings, &Button::clicked, this, [this] { m_navigator.openPage(PageId::Settings); });
    return card;
}

Card* ApiPage::buildExamples() {
    auto* card = new Card(tr("Try it"));
    card->body()->addWidget(new SentenceLabel(tr("Paste a line into a terminal on this computer.")));
    m_code = new CodeBlock;
    m_code->setObjectName(QStringLiteral("curlBlock"));
    m_code->setAccessibleName(tr("Lines to try the API with"));
    card->body()->addWidget(m_code);
    card->body()->addStretch(1);
    return card;
}

Card* ApiPage::buildLog() {
    auto* card = new Card(tr("Last requests"));
    auto* table = new DataTable;
    table->setObjectName(QStringLiteral("requestTable"));
    table->setAccessibleName(tr("Last requests"));
    table->setModel(m_requests);
    table->setColumnStretch(RequestModel::Path);
    table->setColumnFixed(RequestModel::Time, 100);
    table->setEmptyState(QStringLiteral("terminal"), tr("No program has asked anything yet. Requests appear here while they are answered."));
    card->body()->addWidget(table);
    return card;
}

void ApiPage::refresh() {
    const node::ApiEndpoints endpoints = m_node.apiEndpoints();
    const bool on = !endpoints.api.isEmpty();
    m_state->setSentence(on ? tr("<good>On.</good> Programs on this computer can read the chain and use the wallet.")
                            : tr("<b>Off.</b> No program can ask this node anything. Set <b>api_bind</b> to 127.0.0.1:5000 in the settings "
                                 "and start again."));
    for (QWidget* part : std::initializer_list<QWidget*>{m_urlName, m_url, m_examples}) part->setVisible(on);
    const bool cookie = on && !endpoints.cookieFile.isEmpty();
    m_cookieName->setVisible(cookie);
    m_cookie->setVisible(cookie);
    m_settings->setVisible(!on);
    if (on) {
        m_url->setText(endpoints.api);
        m_cookie->setText(endpoints.cookieFile);
        m_code->setCode(examples(endpoints));
    }
    m_requests->setRequests(m_node.requests());
}

} // namespace gui
