#include "gui/api/Workbench.h"

#include "crypto/Sha256.h"
#include "gui/api/AnswerCard.h"
#include "gui/api/ApiClient.h"
#include "gui/api/RouteModel.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/SearchField.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "util/Hex.h"

#include <QShortcut>
#include <QUrl>
#include <QUrlQuery>
#include <QVBoxLayout>

namespace gui {

Workbench::Workbench(node::Node& node, QWidget* parent)
    : QWidget(parent), m_node(node), m_routes(new RouteModel(this)), m_client(new ApiClient(node, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* row = new CardRow(720);
    row->add(buildList(), 2);
    row->add(buildRight(), 3);
    layout->addWidget(row, 1);
    connect(m_client, &ApiClient::changed, this, &Workbench::showAnswer);
    auto* sendKey = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this);
    sendKey->setWhatsThis(tr("Send the request"));
    connect(sendKey, &QShortcut::activated, this, &Workbench::sendOrStop);
}

QWidget* Workbench::buildList() {
    m_list = new Card(tr("Routes"));
    m_filter = new SearchField(tr("Find a route"));
    m_filter->setObjectName(QStringLiteral("routeFilter"));
    m_filter->setAccessibleName(tr("Find a route"));
    m_filter->setKeyHint(tr("Ctrl F"));
    m_table = new DataTable;
    m_table->setObjectName(QStringLiteral("routeTable"));
    m_table->setAccessibleName(tr("Routes"));
    m_table->setModel(m_routes);
    m_table->setHeadsVisible(false);
    m_table->setColumnFixed(RouteModel::Method, 76);
    m_table->setColumnStretch(RouteModel::Path);
    m_table->setEmptyState(QStringLiteral("search"), tr("No route says that."), tr("Show all routes"));
    m_list->body()->addWidget(m_filter);
    m_list->body()->addWidget(m_table, 1);
    connect(m_filter, &SearchField::textChanged, this, &Workbench::applyFilter);
    connect(m_filter, &SearchField::returnPressed, m_table, [this] { m_table->setFocus(); });
    connect(m_table, &DataTable::emptyActionTriggered, m_filter, &SearchField::clear);
    connect(m_table, &DataTable::currentRowChanged, this, &Workbench::selectRoute);
    connect(m_table, &DataTable::rowActivated, this, [this] { m_form->focusFirst(); });
    return m_list;
}

QWidget* Workbench::buildRight() {
    auto* right = new QWidget;
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    m_form = new RouteForm;
    m_send = new Button(tr("Send"), Button::Kind::Primary);
    m_send->setObjectName(QStringLiteral("sendButton"));
    m_send->setIconName(QStringLiteral("play"));
    m_send->setToolTip(tr("Ctrl+Enter"));
    m_form->addAction(m_send);
    m_answer = new AnswerCard;
    column->addWidget(m_form);
    column->addWidget(m_answer, 1);
    connect(m_form, &RouteForm::changed, this, [this] { m_answer->setCall(m_form->call()); });
    connect(m_form, &RouteForm::submitted, this, &Workbench::sendOrStop);
    connect(m_send, &Button::clicked, this, &Workbench::sendOrStop);
    return right;
}

void Workbench::refresh() {
    const node::ApiEndpoints endpoints = m_node.api().endpoints();
    m_form->setEndpoints(endpoints.api, endpoints.cookieFile);
    if (m_routes->routes().size() != endpoints.routes.size()) {
        m_routes->setRoutes(endpoints.routes);
        applyFilter(m_filter->text());
    }
    askSamples();
}

void Workbench::applyFilter(const QString& words) {
    m_table->clearSpans();
    m_routes->setFilter(words);
    for (int row = 0; row < m_routes->rowCount(); ++row) {
        if (m_routes->isFamily(row)) m_table->setSpan(row, 0, 1, RouteModel::ColumnCount);
    }
    m_list->setNote(tr("%n route(s)", nullptr, m_routes->shownRoutes()));
    // What is shown at the right stays where the filter lets it; else the first one that fits comes.
    const int same = m_routes->rowOf(m_form->route().method, m_form->route().path);
    const int row = same >= 0 ? same : m_routes->firstRoute();
    if (row >= 0) m_table->selectRow(row);
}

void Workbench::selectRoute(int row) {
    const node::ApiRoute* route = m_routes->route(row);
    if (!route || (route->method == m_form->route().method && route->path == m_form->route().path)) return;
    m_client->stop();
    m_form->setRoute(*route);
    m_answer->setAnswer(nullptr, false);
    m_answer->setCall(m_form->call());
}

void Workbench::findRoute() {
    m_filter->setFocus();
    m_filter->selectAll();
}

bool Workbench::open(const QString& method, const QString& target) {
    const QUrl url(target);
    const QStringList parts = url.path(QUrl::FullyEncoded).split(QLatin1Char('/'));
    for (const node::ApiRoute& route : m_routes->routes()) {
        const QStringList wanted = route.path.split(QLatin1Char('/'));
        if (route.method != method || wanted.size() != parts.size()) continue;
        QHash<QString, QString> values;
        bool fits = true;
        for (qsizetype i = 0; i < wanted.size() && fits; ++i) {
            if (wanted[i].startsWith(QLatin1Char(':')))
                values[wanted[i].mid(1)] = QUrl::fromPercentEncoding(parts[i].toUtf8());
            else
                fits = wanted[i] == parts[i];
        }
        if (!fits) continue;
        const auto query = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
        for (const auto& [name, value] : query)
            values[name] = value;
        m_filter->clear();
        m_table->selectRow(m_routes->rowOf(route.method, route.path));
        m_form->setValues(values);
        m_send->setFocus();
        return true;
    }
    return false;
}

void Workbench::sendOrStop() {
    if (m_client->isBusy()) return m_client->stop();
    if (m_form->route().access != QLatin1String("spend")) return send();
    auto* dialog = new FormDialog(
        tr("Really pay?"),
        tr("This request moves coins of the open wallet, as if another program had asked for it."),
        tr("Send it"), this);
    dialog->setObjectName(QStringLiteral("reallySendDialog"));
    connect(dialog, &FormDialog::submitted, this, [this, dialog] {
        dialog->accept();
        send();
    });
    dialog->open();
}

void Workbench::send() {
    if (m_form->missing().isEmpty()) {
        m_client->send(m_form->call());
        return showAnswer();
    }
    ApiAnswer incomplete;
    incomplete.problem = tr("“%1” is a part of the path: fill it in first.").arg(m_form->missing());
    m_answer->setAnswer(&incomplete, false);
    m_form->focusFirst();
}

void Workbench::showAnswer() {
    const bool busy = m_client->isBusy();
    m_send->setText(busy ? tr("Stop") : tr("Send"));
    m_send->setIconName(busy ? QStringLiteral("stop") : QStringLiteral("play"));
    m_answer->setAnswer(&m_client->answer(), busy);
}

/// The newest coinbase answers for all: its block, its id, whom it pays.
void Workbench::askSamples() {
    const auto tip = m_node.chain().status()->tip;
    const QString hash = QString::fromStdString(tip.hash.toHex());
    if (hash == m_sampledTip) return;
    m_sampledTip = hash;
    const auto answer = m_node.chain().query([tip](explorer::ExplorerQueries& queries) {
        ApiSamples samples{QString::number(tip.height), QString::fromStdString(tip.hash.toHex()), {}, {}, {}};
        const auto first = queries.blockTransactions(tip.hash, 0, 1);
        if (!first || first->empty()) return samples;
        const explorer::OutputView& paid = first->front().outputs.front();
        samples.txid = QString::fromStdString(first->front().transaction->txid().toHex());
        samples.scriptHash = QString::fromStdString(util::toHex(crypto::sha256(paid.output.scriptPubKey)));
        samples.address = QString::fromStdString(paid.address);
        return samples;
    });
    node::onResult(answer, this, [this](const ApiSamples& samples) { m_form->setSamples(samples); });
}

} // namespace gui

#include "moc_Workbench.cpp"
