#include "gui/wallet/PersonDialog.h"

#include "gui/ErrorText.h"
#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"
#include "wallet/Wallet.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr qsizetype kMostPersonAddresses = 200;
constexpr qsizetype kLongestPersonAddress = 120; // those of Bech32 end at 90 characters

QString keptProblem(const node::WalletAccess::Reply<void>& answer) {
    if (!answer) return PersonDialog::tr("No wallet is open.");
    const wallet::WalletFailure& failure = answer->error();
    if (failure.error == wallet::WalletError::NotFound)
        return PersonDialog::tr("%1 is an address of this wallet. Give it a label on the page Addresses.")
            .arg(Format::shortened(QString::fromStdString(failure.detail), 10, 4));
    if (failure.error == wallet::WalletError::Full)
        return PersonDialog::tr("The address book is full. Remove somebody first.");
    return PersonDialog::tr("The name was not kept: the wallet file cannot be written.");
}

} // namespace

PersonDialog::PersonDialog(node::Node& node, const std::optional<PersonLine>& known, const QString& address,
                           QWidget* parent)
    : FormDialog(known ? tr("Change %1").arg(known->name) : tr("Add a person"),
                 tr("Names are only for you: nobody else sees them. They are kept in the wallet file, and go "
                    "with notes and labels."),
                 tr("Keep"), parent),
      m_node(node), m_known(known), m_name(addField(tr("&Name"))), m_addresses(new QPlainTextEdit) {
    setObjectName(QStringLiteral("personDialog"));
    m_name->setObjectName(QStringLiteral("personNameEdit"));
    m_name->setMaxLength(static_cast<int>(wallet::kMaxLabelBytes / 4));
    m_addresses->setObjectName(QStringLiteral("personAddressesEdit"));
    m_addresses->setMinimumSize(px(460), px(90));
    m_addresses->setTabChangesFocus(true);
    m_addresses->setProperty("mono", true);
    body()->addWidget(makeFieldName(tr("&Addresses, one a line"), m_addresses));
    body()->addWidget(m_addresses);
    if (known) {
        m_name->setText(known->name);
        m_addresses->setPlainText(known->addresses.join(QLatin1Char('\n')));
    } else {
        m_addresses->setPlainText(address);
    }
    connect(this, &FormDialog::submitted, this, &PersonDialog::keep);
    m_name->setFocus();
}

QStringList PersonDialog::typedAddresses() const {
    QStringList out;
    for (QString line : m_addresses->toPlainText().split(QLatin1Char('\n'))) {
        line.removeIf([](QChar c) { return c.isSpace(); }); // copied in groups
        if (line.isEmpty() || out.size() > kMostPersonAddresses) continue;
        const auto script = script::scriptFromAddress(line.toStdString(), m_node.params().addresses);
        const auto plain = script ? script::toAddress(*script, m_node.params().addresses) : std::nullopt;
        if (plain) line = QString::fromStdString(*plain); // not in capitals
        if (!out.contains(line)) out << line;
    }
    return out;
}

QString PersonDialog::problemOf(const QString& name, const QStringList& addresses) const {
    if (name.isEmpty()) return tr("Write a name first.");
    if (addresses.isEmpty()) return tr("Write an address first: without one nobody can be paid.");
    if (addresses.size() > kMostPersonAddresses)
        return tr("These are more addresses than one person may have.");
    const auto people = m_node.wallet().status()->people;
    for (const QString& address : addresses) {
        const QString shown = Format::shortened(address, 10, 4);
        const auto script =
            address.size() > kLongestPersonAddress
                ? Result<util::Bytes, script::AddressError>(fail(script::AddressError::Malformed))
                : script::scriptFromAddress(address.toStdString(), m_node.params().addresses);
        if (!script)
            return shown + QStringLiteral(": ") +
                   errorText(script.error(), QString::fromStdString(m_node.params().name()));
        const QString owner = QString::fromStdString(people->nameOf(address.toStdString()));
        if (!owner.isEmpty() && owner != name && !(m_known && owner == m_known->name))
            return tr("%1 is an address of %2.").arg(shown, owner);
    }
    return {};
}

void PersonDialog::keep() {
    const QString name = QString::fromStdString(wallet::cleanName(m_name->text().toStdString()));
    const QStringList addresses = typedAddresses();
    if (const QString problem = problemOf(name, addresses); !problem.isEmpty()) return showProblem(problem);
    std::vector<wallet::KnownAddress> entries;
    if (m_known)
        for (const QString& address : m_known->addresses)
            if (!addresses.contains(address)) entries.push_back({address.toStdString(), {}});
    for (const QString& address : addresses)
        entries.push_back({address.toStdString(), name.toStdString()});
    await(m_node.wallet().setPeople(std::move(entries)), tr("Writing…"),
          [this, name](const node::WalletAccess::Reply<void>& answer) {
              if (!answer || !*answer) return showProblem(keptProblem(answer));
              emit kept(name);
              accept();
          });
}

void askToForget(node::Node& node, const PersonLine& person, QWidget* parent) {
    auto* question = new FormDialog(
        PersonDialog::tr("Remove %1?").arg(person.name),
        PersonDialog::tr("The name and its addresses are forgotten. What was paid stays in the activity."),
        PersonDialog::tr("Remove"), parent);
    question->setObjectName(QStringLiteral("forgetDialog"));
    question->cancelButton()->setText(PersonDialog::tr("Keep"));
    std::vector<wallet::KnownAddress> entries;
    for (const QString& address : person.addresses)
        entries.push_back({address.toStdString(), {}});
    QObject::connect(question, &FormDialog::submitted, question,
                     [question, entries, access = node.wallet().current()] {
                         question->await(access.setPeople(entries), PersonDialog::tr("Writing…"),
                                         [question](const node::WalletAccess::Reply<void>& answer) {
                                             if (answer && *answer) return question->accept();
                                             question->showProblem(keptProblem(answer));
                                         });
                     });
    question->open();
}

} // namespace gui

#include "moc_PersonDialog.cpp"
