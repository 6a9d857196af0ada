#include "gui/wallet/ReceiveView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/RowsModel.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

struct Addresses {
    QString current;
    QString problem;
    QVector<wallet::WalletAddress> known;
};

Addresses readAddresses(wallet::Wallet& wallet) {
    Addresses out;
    if (const auto current = wallet.currentReceiveAddress()) out.current = QString::fromStdString(current->address);
    else out.problem = QString::fromStdString(current.error().detail);
    for (const wallet::WalletAddress& each : wallet.addresses()) {
        if (each.path.chain == wallet::KeyChain::Receive) out.known << each;
    }
    std::ranges::sort(out.known, [](const auto& a, const auto& b) { return a.path.index > b.path.index; });
    return out;
}

} // namespace

ReceiveView::ReceiveView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(16));
    layout->addWidget(buildAddressCard());
    layout->addWidget(buildListCard(), 1);
}

QWidget* ReceiveView::buildAddressCard() {
    auto* card = new Card(tr("Your address"));
    m_new = new Button(tr("New address"));
    m_new->setObjectName(QStringLiteral("newAddressButton"));
    m_new->setIconName(QStringLiteral("plus"));
    m_new->setSmall(true);
    card->addHeaderWidget(m_new);
    connect(m_new, &Button::clicked, this, &ReceiveView::askNewAddress);
    m_qr = new QrView;
    m_qr->setFixedSize(px(208), px(208));
    m_qr->setAccessibleName(tr("Code of the address, to be scanned"));
    m_address = new CopyField;
    m_address->setObjectName(QStringLiteral("addressField"));
    m_link = new CopyField;
    m_amount = new QLineEdit;
    m_amount->setObjectName(QStringLiteral("requestAmountEdit"));
    m_amount->setPlaceholderText(tr("any amount"));
    m_amount->setMaximumWidth(px(220));
    m_hint = new SentenceLabel;
    auto* fields = new QVBoxLayout;
    fields->setSpacing(px(6));
    fields->addWidget(makeFieldName(tr("Address, for whoever pays you"), m_address));
    fields->addWidget(m_address);
    fields->addSpacing(px(8));
    fields->addWidget(makeFieldName(tr("&Ask for an amount"), m_amount));
    fields->addWidget(m_amount);
    fields->addSpacing(px(8));
    fields->addWidget(makeFieldName(tr("Payment link, as in the code"), m_link));
    fields->addWidget(m_link);
    fields->addWidget(m_hint);
    fields->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(24));
    row->addWidget(m_qr, 0, Qt::AlignTop);
    row->addLayout(fields, 1);
    card->body()->addLayout(row);
    connect(m_amount, &QLineEdit::textChanged, this, &ReceiveView::renewCode);
    return card;
}

QWidget* ReceiveView::buildListCard() {
    auto* card = new Card(tr("Addresses handed out"));
    m_model = new RowsModel(this);
    m_model->setColumns({{tr("Label"), TextStyle::Strong}, {tr("Address"), TextStyle::Mono}, {tr("Handed out"), TextStyle::Muted},
                         {tr("State"), TextStyle::Muted}});
    m_table = new DataTable;
    m_table->setObjectName(QStringLiteral("addressTable"));
    m_table->setAccessibleName(tr("Addresses handed out"));
    m_table->setModel(m_model);
    m_table->setColumnFixed(0, 200);
    m_table->setColumnStretch(1);
    m_table->setColumnFixed(2, 150);
    m_table->setColumnFixed(3, 150);
    m_table->setEmptyState(QStringLiteral("receive"), tr("Addresses that you have given to somebody will be listed here."));
    card->body()->addWidget(m_table);
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        m_navigator.openAddress(m_model->index(row, 1).data().toString());
    });
    return card;
}

QString ReceiveView::address() const { return m_address->text(); }

void ReceiveView::refresh() {
    const quint64 question = ++m_question;
    m_new->setEnabled(m_node.walletStatus()->isOpen);
    const auto read = [](wallet::Wallet& wallet, std::int32_t) { return readAddresses(wallet); };
    node::onResult(m_node.withWallet(read), this, [this, question](const std::optional<Addresses>& got) {
        if (!got || question != m_question) return;
        const auto pinned = std::ranges::find_if(got->known, [this](const wallet::WalletAddress& each) {
            return !each.used && QString::fromStdString(each.address) == m_pinned;
        });
        if (pinned != got->known.end()) showAddress(m_pinned, QString::fromStdString(pinned->label));
        else showAddress(got->current, {});
        if (!got->problem.isEmpty()) m_hint->setSentence(tr("No address could be made: %1").arg(got->problem.toHtmlEscaped()));
        showAddresses(got->known);
    });
}

void ReceiveView::showAddress(const QString& address, const QString& label) {
    m_label = label;
    if (m_address->text() != address) m_address->setText(address);
    const QString purpose = label.isEmpty() ? tr("It is fresh: nobody has paid to it yet.")
                                            : tr("It is for <b>%1</b>.").arg(label.toHtmlEscaped());
    m_hint->setSentence(purpose + QLatin1Char(' ') + tr("Use a new one for every payment, and nobody can add up what you receive."));
    renewCode();
}

void ReceiveView::renewCode() {
    const QString address = m_address->text();
    if (address.isEmpty()) return;
    const bool typed = !m_amount->text().trimmed().isEmpty();
    const auto amount = typedAmount(m_amount->text());
    const bool good = amount && amount->satoshi() > 0;
    setStyleProperty(m_amount, "invalid", typed && !good ? QStringLiteral("true") : QStringLiteral("false"));
    QStringList query;
    if (typed && good) query << QStringLiteral("amount=") + QString::fromStdString(primitives::toDecimal(*amount));
    if (!m_label.isEmpty()) query << QStringLiteral("label=") + QString::fromLatin1(QUrl::toPercentEncoding(m_label));
    QString link = QString::fromStdString(m_node.params().addresses.bech32Prefix) + QLatin1Char(':') + address;
    if (!query.isEmpty()) link += QLatin1Char('?') + query.join(QLatin1Char('&'));
    m_link->setText(link);
    m_qr->setText(link);
}

void ReceiveView::showAddresses(const QVector<wallet::WalletAddress>& addresses) {
    QVector<QStringList> rows;
    for (const wallet::WalletAddress& each : addresses) {
        const QString label = QString::fromStdString(each.label);
        rows << QStringList{label.isEmpty() ? QStringLiteral("–") : label, QString::fromStdString(each.address),
                            each.handedOut > 0 ? format().day(each.handedOut) : QStringLiteral("–"),
                            each.used ? tr("used") : tr("not used yet")};
    }
    m_model->setRows(rows);
}

void ReceiveView::askNewAddress() {
    auto* dialog = new FormDialog(tr("New address"), tr("A label helps to see later who paid. Only you can read it."),
                                  tr("Make the address"), this);
    QLineEdit* label = dialog->addField(tr("&Label, may be empty"));
    label->setObjectName(QStringLiteral("labelEdit"));
    label->setMaxLength(static_cast<int>(wallet::kMaxLabelBytes / 4));
    connect(dialog, &FormDialog::submitted, this, [this, dialog, label] {
        makeAddress(label->text().trimmed());
        dialog->accept();
    });
    dialog->open();
}

void ReceiveView::makeAddress(const QString& label) {
    const auto make = [text = label.toStdString()](wallet::Wallet& wallet, std::int32_t) {
        const auto made = wallet.newReceiveAddress(text);
        return made ? QString::fromStdString(made->address) : QString();
    };
    node::onResult(m_node.withWallet(make, true), this, [this](const std::optional<QString>& made) {
        if (!made || made->isEmpty()) return m_navigator.showNotice(tr("No address could be made: the wallet file cannot be written."));
        m_pinned = *made;
        refresh();
    });
}

} // namespace gui
