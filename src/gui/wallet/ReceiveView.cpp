#include "gui/wallet/ReceiveView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Form.h"
#include "gui/widgets/RowsModel.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "ui_ReceiveView.h"

#include <QUrl>

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
    if (const auto current = wallet.currentReceiveAddress())
        out.current = QString::fromStdString(current->address);
    else
        out.problem = QString::fromStdString(current.error().detail);
    for (const wallet::WalletAddress& each : wallet.addresses()) {
        if (each.path.chain == wallet::KeyChain::Receive) out.known << each;
    }
    std::ranges::sort(out.known, [](const auto& a, const auto& b) { return a.path.index > b.path.index; });
    return out;
}

} // namespace

ReceiveView::ReceiveView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_ui(std::make_unique<Ui::ReceiveView>()),
      m_new(new Button(tr("New address"))), m_model(new RowsModel(this)) {
    m_ui->setupUi(this);
    finishForm(this);
    fitAddressCard();
    fitListCard();
}

ReceiveView::~ReceiveView() = default;

void ReceiveView::fitAddressCard() {
    m_new->setObjectName(QStringLiteral("newAddressButton"));
    m_new->setIconName(QStringLiteral("plus"));
    m_new->setSmall(true);
    m_ui->addressCard->addHeaderWidget(m_new);
    m_ui->qrView->setFixedSize(px(208), px(208));
    m_ui->requestAmountEdit->setMaximumWidth(px(220));
    connect(m_new, &Button::clicked, this, &ReceiveView::askNewAddress);
    connect(m_ui->requestAmountEdit, &QLineEdit::textChanged, this, &ReceiveView::renewCode);
}

void ReceiveView::fitListCard() {
    m_model->setColumns({{tr("Label"), TextStyle::Strong},
                         {tr("Address"), TextStyle::Mono},
                         {tr("Handed out"), TextStyle::Muted},
                         {tr("State"), TextStyle::Muted}});
    DataTable* table = m_ui->addressTable;
    table->setModel(m_model);
    table->setColumnFixed(0, 200);
    table->setColumnStretch(1);
    table->setColumnFixed(2, 150);
    table->setColumnFixed(3, 150);
    table->setEmptyState(QStringLiteral("receive"),
                         tr("Addresses that you have given to somebody will be listed here."));
    connect(table, &DataTable::rowActivated, this,
            [this](int row) { m_navigator.openAddress(m_model->index(row, 1).data().toString()); });
}

QrView* ReceiveView::qr() const {
    return m_ui->qrView;
}

QString ReceiveView::address() const {
    return m_ui->addressField->text();
}

void ReceiveView::refresh() {
    const quint64 question = ++m_question;
    m_new->setEnabled(m_node.walletStatus()->isOpen);
    const auto read = [](wallet::Wallet& wallet, std::int32_t) { return readAddresses(wallet); };
    node::onResult(m_node.withWallet(read), this, [this, question](const std::optional<Addresses>& got) {
        if (!got || question != m_question) return;
        const auto pinned = std::ranges::find_if(got->known, [this](const wallet::WalletAddress& each) {
            return !each.used && QString::fromStdString(each.address) == m_pinned;
        });
        if (pinned != got->known.end())
            showAddress(m_pinned, QString::fromStdString(pinned->label));
        else
            showAddress(got->current, {});
        if (!got->problem.isEmpty())
            m_ui->hintLabel->setSentence(
                tr("No address could be made: %1").arg(got->problem.toHtmlEscaped()));
        showAddresses(got->known);
    });
}

void ReceiveView::showAddress(const QString& address, const QString& label) {
    m_label = label;
    if (m_ui->addressField->text() != address) m_ui->addressField->setText(address);
    const QString purpose = label.isEmpty() ? tr("It is fresh: nobody has paid to it yet.")
                                            : tr("It is for <b>%1</b>.").arg(label.toHtmlEscaped());
    m_ui->hintLabel->setSentence(
        purpose + QLatin1Char(' ') +
        tr("Use a new one for every payment, and nobody can add up what you receive."));
    renewCode();
}

void ReceiveView::renewCode() {
    const QString address = m_ui->addressField->text();
    if (address.isEmpty()) return;
    const bool typed = !m_ui->requestAmountEdit->text().trimmed().isEmpty();
    const auto amount = typedAmount(m_ui->requestAmountEdit->text());
    const bool good = amount && amount->satoshi() > 0;
    setStyleProperty(m_ui->requestAmountEdit, "invalid",
                     typed && !good ? QStringLiteral("true") : QStringLiteral("false"));
    QStringList query;
    if (typed && good)
        query << QStringLiteral("amount=") + QString::fromStdString(primitives::toDecimal(*amount));
    if (!m_label.isEmpty())
        query << QStringLiteral("label=") + QString::fromLatin1(QUrl::toPercentEncoding(m_label));
    QString link =
        QString::fromStdString(m_node.params().addresses.bech32Prefix) + QLatin1Char(':') + address;
    if (!query.isEmpty()) link += QLatin1Char('?') + query.join(QLatin1Char('&'));
    m_ui->linkField->setText(link);
    m_ui->qrView->setText(link);
}

void ReceiveView::showAddresses(const QVector<wallet::WalletAddress>& addresses) {
    QVector<QStringList> rows;
    for (const wallet::WalletAddress& each : addresses) {
        const QString label = QString::fromStdString(each.label);
        rows << QStringList{label.isEmpty() ? QStringLiteral("–") : label,
                            QString::fromStdString(each.address),
                            each.handedOut > 0 ? format().day(each.handedOut) : QStringLiteral("–"),
                            each.used ? tr("used") : tr("not used yet")};
    }
    m_model->setRows(rows);
}

void ReceiveView::askNewAddress() {
    auto* dialog =
        new FormDialog(tr("New address"), tr("A label helps to see later who paid. Only you can read it."),
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
        if (!made || made->isEmpty())
            return m_navigator.showNotice(tr("No address could be made: the wallet file cannot be written."));
        m_pinned = *made;
        refresh();
    });
}

} // namespace gui
