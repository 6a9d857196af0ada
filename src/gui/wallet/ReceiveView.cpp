#include "gui/wallet/ReceiveView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/models/AddressModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Form.h"
#include "gui/widgets/SegmentedControl.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "ui_ReceiveView.h"

#include <QUrl>

#include <algorithm>
#include <optional>
#include <utility>

namespace gui {

ReceiveView::ReceiveView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_ui(std::make_unique<Ui::ReceiveView>()),
      m_new(new Button(tr("New address"))),
      m_given(new AddressModel(node, wallet::AddressGroup::Given, this)),
      m_mining(new AddressModel(node, wallet::AddressGroup::Mining, this)) {
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
    m_which = new SegmentedControl({tr("Given away"), tr("For mining")});
    m_which->setSmall(true);
    m_which->setAccessibleName(tr("Which addresses"));
    m_ui->listCard->addHeaderWidget(m_which);
    DataTable* table = m_ui->addressTable;
    table->setModel(m_given);
    table->setColumnFixed(AddressModel::Label, 220);
    table->setColumnStretch(AddressModel::Address);
    table->setColumnFixed(AddressModel::HandedOut, 150);
    table->setColumnFixed(AddressModel::State, 150);
    table->setEditTriggers(QAbstractItemView::SelectedClicked);
    table->setEditable(AddressModel::Label, tr("Edit the label"));
    table->setNavigator(m_navigator);
    table->setEmptyState(QStringLiteral("receive"),
                         tr("Addresses that you have given to somebody will be listed here."));
    connect(table, &DataTable::rowActivated, this, [this](int row) {
        if (const AddressRow* line = shownModel()->row(row)) m_navigator.openAddress(line->address);
    });
    connect(m_which, &SegmentedControl::currentChanged, this, &ReceiveView::showGroup);
    for (AddressModel* model : {m_given, m_mining}) {
        connect(model, &AddressModel::sizeChanged, this, &ReceiveView::noteSize);
        connect(model, &AddressModel::labelRefused, this, [this] {
            m_navigator.showNotice(tr("The label was not kept: the wallet file cannot be written."));
        });
    }
    noteSize();
}

AddressModel* ReceiveView::shownModel() const {
    return m_which->currentIndex() == 1 ? m_mining : m_given;
}

void ReceiveView::noteSize() {
    m_ui->listCard->setNote(tr("%n address(es)", nullptr, shownModel()->rowCount()));
}

void ReceiveView::showGroup() {
    m_ui->addressTable->setModel(shownModel());
    m_ui->addressTable->setEmptyState(
        QStringLiteral("receive"),
        shownModel() == m_mining
            ? tr("Every block that this computer finds pays to an address of its own. They are listed here.")
            : tr("Addresses that you have given to somebody will be listed here."));
    noteSize();
}

QrView* ReceiveView::qr() const {
    return m_ui->qrView;
}

QString ReceiveView::address() const {
    return m_ui->addressField->text();
}

void ReceiveView::refresh() {
    const auto status = m_node.wallet().status();
    m_new->setEnabled(status->isOpen);
    const bool sameWallet = status->name == m_wallet && status->addressRevision >= m_told;
    m_wallet = status->name;
    if (std::exchange(m_told, status->addressRevision) == status->addressRevision && sameWallet) return;
    if (!sameWallet) m_shown.clear();
    for (AddressModel* model : {m_given, m_mining})
        sameWallet ? model->renew() : model->startAnew();
    askAddress();
}

void ReceiveView::askAddress() {
    const quint64 question = ++m_question;
    std::optional<util::Bytes> shown;
    if (const auto script = script::scriptFromAddress(m_shown.toStdString(), m_node.params().addresses))
        shown = *script;
    // The one that is shown as long as nobody has paid to it, with a label or without: an address does not
    // change under the hand that gives it away. Else the one that the wallet would give.
    const auto read = [shown](const wallet::Wallet& wallet, std::int32_t) {
        const auto kept = shown ? wallet.addressOf(*shown) : std::nullopt;
        return kept && !kept->used ? kept : std::nullopt;
    };
    using Kept = std::optional<std::optional<wallet::WalletAddress>>;
    node::onResult(m_node.wallet().ask(read), this, [this, question](const Kept& kept) {
        if (!kept || question != m_question) return;
        if (*kept) return takeAddress(**kept, QString::fromStdString((*kept)->label));
        askCurrentAddress(question);
    });
}

void ReceiveView::askCurrentAddress(quint64 question) {
    using Made = node::WalletAccess::Reply<wallet::WalletAddress>;
    node::onResult(m_node.wallet().currentReceiveAddress(), this, [this, question](const Made& made) {
        if (!made || question != m_question) return;
        if (*made) return takeAddress(**made, {});
        showAddress({}, {});
        m_ui->hintLabel->setSentence(tr("No address could be made: the wallet file cannot be written."));
    });
}

void ReceiveView::takeAddress(const wallet::WalletAddress& address, const QString& label) {
    showAddress(QString::fromStdString(address.address), label);
}

void ReceiveView::showAddress(const QString& address, const QString& label) {
    m_shown = address;
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
    using Made = node::WalletAccess::Reply<wallet::WalletAddress>;
    node::onResult(m_node.wallet().newReceiveAddress(label.toStdString()), this, [this](const Made& made) {
        if (!made || !*made)
            return m_navigator.showNotice(tr("No address could be made: the wallet file cannot be written."));
        m_shown = QString::fromStdString((*made)->address);
        askAddress();
    });
}

} // namespace gui

#include "moc_ReceiveView.cpp"
