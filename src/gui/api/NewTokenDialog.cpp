#include "gui/api/NewTokenDialog.h"

#include "gui/api/ApiWords.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gui {

namespace {

QString scopeText(const QString& scope) {
    if (scope == QLatin1String("change"))
        return NewTokenDialog::tr("Change the node: mine, add peers, submit blocks and transactions");
    if (scope == QLatin1String("wallet"))
        return NewTokenDialog::tr("Read the wallet: balance, addresses, settings");
    if (scope == QLatin1String("spend")) return NewTokenDialog::tr("Pay from the wallet without being asked");
    return NewTokenDialog::tr("Control the node: tokens, and everything of JSON-RPC");
}

} // namespace

NewTokenDialog::NewTokenDialog(node::Node& node, QWidget* parent)
    : FormDialog(tr("Make a token"),
                 tr("A password for one program. It adds what is ticked here to what every program on this "
                    "computer may do without one."),
                 tr("Make it"), parent),
      m_node(node) {
    setObjectName(QStringLiteral("newTokenDialog"));
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("tokenNameEdit"));
    m_name->setMaxLength(60);
    m_name->setPlaceholderText(tr("For example: till, class script"));
    body()->addWidget(makeFieldName(tr("&Name"), m_name));
    body()->addWidget(m_name);
    body()->addWidget(makeLabel(tr("It may"), "field"));
    const QStringList scopes = node::apiScopes();
    for (const QString& scope : scopes) {
        auto* box = new QCheckBox(scopeText(scope));
        box->setObjectName(scope + QStringLiteral("Check"));
        m_scopes.push_back({scope, box});
        body()->addWidget(box);
    }
    m_name->setFocus();
    connect(this, &FormDialog::submitted, this, &NewTokenDialog::create);
}

QString NewTokenDialog::problemWords(node::TokenProblem problem) {
    switch (problem) {
    case node::TokenProblem::Name:
        return tr("A name has at most %n letters.", nullptr, int(node::kMaxTokenName));
    case node::TokenProblem::Taken:
        return tr("There is a token of this name already. Choose another name, or revoke that one first.");
    case node::TokenProblem::Many:
        return tr("There are %n tokens already. Revoke one that is not needed any more.", nullptr,
                  int(node::kMaxTokens));
    case node::TokenProblem::Scopes:
        return tr("Tick at least one thing that it may do.");
    case node::TokenProblem::Disk:
        break;
    }
    return tr("It could not be made: nothing can be stored on the disk.");
}

void NewTokenDialog::create() {
    const QString name = m_name->text().trimmed();
    QStringList scopes;
    for (const Choice& choice : m_scopes) {
        if (choice.box->isChecked()) scopes << choice.scope;
    }
    if (name.isEmpty()) {
        m_name->setFocus();
        return showProblem(tr("Give it a name, so that you know later which program it belongs to."));
    }
    if (scopes.isEmpty()) return showProblem(tr("Tick at least one thing that it may do."));
    await(
        m_node.api().createToken(name, scopes), tr("Making it…"),
        [this, name](const Result<QString, node::TokenProblem>& secret) {
            if (secret) {
                emit made(name, *secret);
                return accept();
            }
            showProblem(problemWords(secret.error()));
            m_name->setFocus();
        },
        [name](const Result<QString, node::TokenProblem>& secret) {
            return secret
                       ? tr("The token %1 was made, but nobody saw it. Revoke it and make another.").arg(name)
                       : QString();
        });
}

} // namespace gui

#include "moc_NewTokenDialog.cpp"
