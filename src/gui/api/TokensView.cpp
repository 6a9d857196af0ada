#include "gui/api/TokensView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/api/ApiWords.h"
#include "gui/api/NewTokenDialog.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/RowsModel.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "node/api/ApiCall.h"

#include <QShortcut>
#include <QVBoxLayout>

namespace gui {

TokensView::TokensView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_model(new RowsModel(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* row = new CardRow(820);
    row->add(buildTokens(), 1);
    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    column->addWidget(buildCookie());
    column->addWidget(buildSpending());
    column->addStretch(1);
    row->add(side, 1);
    layout->addWidget(row, 1);
}

QWidget* TokensView::buildTokens() {
    auto* card = new Card(tr("Tokens"));
    m_revoke = new Button(tr("Revoke…"), Button::Kind::Danger);
    m_revoke->setObjectName(QStringLiteral("revokeTokenButton"));
    m_revoke->setSmall(true);
    card->addHeaderWidget(m_revoke);
    m_model->setColumns({{tr("Name"), TextStyle::Strong},
                         {tr("May"), TextStyle::Muted},
                         {tr("Made"), TextStyle::Muted, true}});
    m_table = new DataTable;
    m_table->setObjectName(QStringLiteral("tokenTable"));
    m_table->setAccessibleName(tr("Tokens"));
    m_table->setModel(m_model);
    m_table->setColumnStretch(1);
    m_table->setEmptyState(QStringLiteral("key"),
                           tr("No program has a token. One is a password of its own for a program: it says "
                              "what that program may do, and can be "
                              "taken back alone."),
                           tr("Make a token"));
    card->body()->addWidget(m_table, 1);
    connect(m_table, &DataTable::emptyActionTriggered, this, &TokensView::askNew);
    connect(m_table, &DataTable::currentRowChanged, this, &TokensView::showSelection);
    connect(m_revoke, &Button::clicked, this, &TokensView::askRevoke);
    auto* erase = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
    erase->setWhatsThis(tr("Revoke the token that is selected"));
    erase->setContext(Qt::WidgetShortcut);
    connect(erase, &QShortcut::activated, this, &TokensView::askRevoke);
    return card;
}

QWidget* TokensView::buildCookie() {
    auto* card = new Card(tr("The password of this run"));
    card->body()->setSpacing(px(8));
    card->body()->addWidget(
        new SentenceLabel(tr("A file that only you can read holds a password that may do everything. It is "
                             "<b>new at each start</b> and goes when Cairn "
                             "is closed; tools made for Bitcoin Core take it as their cookie file.")));
    m_cookie = new CopyField;
    m_cookie->setObjectName(QStringLiteral("cookieField"));
    m_line = new CopyField;
    m_line->setObjectName(QStringLiteral("cookieLine"));
    m_line->setAccessibleName(tr("A line that uses it"));
    card->body()->addWidget(makeFieldName(tr("File"), m_cookie));
    card->body()->addWidget(m_cookie);
    card->body()->addWidget(makeFieldName(tr("A line that uses it"), m_line));
    card->body()->addWidget(m_line);
    return card;
}

QWidget* TokensView::buildSpending() {
    auto* card = new Card(tr("Who may pay"));
    m_spending = new SentenceLabel;
    m_spending->setObjectName(QStringLiteral("spendingLabel"));
    card->setLink(tr("Change in the settings"));
    card->body()->addWidget(m_spending);
    connect(card, &Card::linkActivated, this,
            [this] { m_navigator.openSetting(QStringLiteral("api_spending")); });
    return card;
}

void TokensView::refresh() {
    const QString before = currentName();
    QVector<QStringList> rows;
    for (const node::ApiToken& token : m_node.api().tokens()->all()) {
        QStringList may;
        for (const QString& scope : token.scopes)
            may << scopeWords(scope);
        rows << QStringList{token.name, may.join(QStringLiteral(", ")), format().day(token.created)};
    }
    m_model->setRows(rows);
    for (int row = 0; row < rows.size(); ++row) {
        if (rows[row].first() == before) m_table->selectRow(row);
    }
    const node::ApiEndpoints endpoints = m_node.api().endpoints();
    m_cookie->setText(endpoints.cookieFile);
    node::ApiCall call;
    call.url = endpoints.api + QStringLiteral("/api/v1/tokens");
    call.cookieFile = endpoints.cookieFile;
    m_line->setText(node::curlText(call));
    const QString spending = m_node.settings().text(QStringLiteral("api_spending"));
    if (spending == QLatin1String("ask"))
        m_spending->setSentence(tr("<b>After a click in this window.</b> A program with a token that may pay "
                                   "is not asked for one."));
    else if (spending == QLatin1String("token"))
        m_spending->setSentence(
            tr("<b>Only programs with a token</b> that may pay, or with the password of this run."));
    else
        m_spending->setSentence(tr("<b>Every program on this computer</b>, while the wallet has no "
                                   "passphrase or is unlocked. Web pages and other computers never."));
    showSelection();
}

QString TokensView::currentName() const {
    return m_model->index(m_table->currentIndex().row(), 0).data().toString();
}

void TokensView::showSelection() {
    m_revoke->setVisible(!currentName().isEmpty());
}

void TokensView::askNew() {
    auto* dialog = new NewTokenDialog(m_node, this);
    connect(dialog, &NewTokenDialog::made, this,
            [this](const QString& name, const QString& secret) { showSecret(name, secret); });
    dialog->open();
}

/// Once: whoever closes this without copying it can only revoke the token.
void TokensView::showSecret(const QString& name, const QString& secret) {
    auto* dialog = new FormDialog(
        tr("The token of %1").arg(name),
        tr("<b>Copy it now.</b> Only its fingerprint is kept: nobody, not even this window, can show "
           "it again."),
        tr("Copy and close"), this);
    dialog->setObjectName(QStringLiteral("tokenSecretDialog"));
    auto* field = new CopyField;
    field->setObjectName(QStringLiteral("tokenSecretField"));
    field->setText(secret);
    auto* header = new CopyField;
    header->setText(QStringLiteral("-H 'Authorization: Bearer %1'").arg(secret));
    dialog->body()->addWidget(makeFieldName(tr("Token"), field));
    dialog->body()->addWidget(field);
    dialog->body()->addWidget(makeFieldName(tr("For curl"), header));
    dialog->body()->addWidget(header);
    connect(dialog, &FormDialog::submitted, this, [dialog, field] {
        field->copy();
        dialog->accept();
    });
    dialog->open();
}

void TokensView::askRevoke() {
    const QString name = currentName();
    if (name.isEmpty()) return;
    auto* dialog = new FormDialog(tr("Revoke %1?").arg(name),
                                  tr("The program that uses this token is refused from now on. Its secret "
                                     "cannot be brought back; a new token "
                                     "of the same name has another one."),
                                  tr("Revoke"), this);
    dialog->setObjectName(QStringLiteral("revokeTokenDialog"));
    dialog->acceptButton()->setKind(Button::Kind::Danger);
    connect(dialog, &FormDialog::submitted, this, [this, dialog, name] {
        dialog->await(m_node.api().revokeToken(name), tr("Revoking…"),
                      [this, dialog, name](const Result<bool, node::TokenProblem>& revoked) {
                          if (!revoked)
                              return dialog->showProblem(
                                  tr("It could not be revoked: nothing can be stored on the disk."));
                          m_navigator.showNotice(tr("%1 was revoked.").arg(name));
                          dialog->accept();
                      });
    });
    dialog->open();
}

} // namespace gui

#include "moc_TokensView.cpp"
