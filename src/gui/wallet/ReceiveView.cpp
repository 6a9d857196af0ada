#include "gui/wallet/ReceiveView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/frame/Seen.h"
#include "gui/models/AddressModel.h"
#include "gui/models/InvoiceListModel.h"
#include "gui/models/InvoiceWords.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/wallet/RequestDialog.h"
#include "gui/wallet/TillDialog.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Form.h"
#include "gui/widgets/SegmentedControl.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "ui_ReceiveView.h"

#include <QClipboard>
#include <QGuiApplication>

#include <algorithm>
#include <optional>
#include <utility>

namespace gui {

namespace {

enum ListedHere { kRequestList, kGivenList, kMiningList };
constexpr int kRequestTickMs = 10'000;

} // namespace

ReceiveView::ReceiveView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_ui(std::make_unique<Ui::ReceiveView>()),
      m_ask(new Button(tr("Ask for a payment…"))), m_new(new Button(tr("New address"))),
      m_invoices(new InvoiceListModel(node, this)),
      m_given(new AddressModel(node, wallet::AddressGroup::Given, this)),
      m_mining(new AddressModel(node, wallet::AddressGroup::Mining, this)) {
    m_ui->setupUi(this);
    finishForm(this);
    fitAddressCard();
    fitListCard();
}

ReceiveView::~ReceiveView() = default;

void ReceiveView::fitAddressCard() {
    m_ask->setObjectName(QStringLiteral("askPaymentButton"));
    m_ask->setIconName(QStringLiteral("qr"));
    auto* amountRow = new FlowLayout; // beside each other where there is room
    const int place = m_ui->fieldsLayout->indexOf(m_ui->requestAmountEdit);
    m_ui->fieldsLayout->removeWidget(m_ui->requestAmountEdit);
    m_ui->fieldsLayout->insertLayout(place, amountRow);
    amountRow->addWidget(m_ui->requestAmountEdit);
    amountRow->addWidget(m_ask);
    connect(m_ask, &Button::clicked, this, &ReceiveView::askRequest);
    m_new->setObjectName(QStringLiteral("newAddressButton"));
    m_new->setIconName(QStringLiteral("plus"));
    m_new->setSmall(true);
    m_ui->addressCard->addHeaderWidget(m_new);
    m_ui->qrView->setFixedSize(px(208), px(208));
    keepMeasured(this, [this] { m_ui->requestAmountEdit->setFixedWidth(px(200)); });
    connect(m_new, &Button::clicked, this, &ReceiveView::askNewAddress);
    connect(m_ui->requestAmountEdit, &QLineEdit::textChanged, this, &ReceiveView::renewCode);
}

void ReceiveView::fitListCard() {
    m_which = new SegmentedControl({tr("Requests"), tr("Given away"), tr("For mining")});
    m_which->setSmall(true);
    m_which->setAccessibleName(tr("What is listed"));
    m_ui->listCard->setTitle({}); // what is chosen says it
    m_ui->listCard->addTitleWidget(m_which);
    connect(m_which, &SegmentedControl::currentChanged, this, &ReceiveView::showGroup);
    m_requests = makeRequests();
    m_ui->listCardLayout->addWidget(m_requests);
    fitAddressTable();
    showGroup();
}

DataTable* ReceiveView::makeRequests() {
    auto* table = new DataTable;
    table->setObjectName(QStringLiteral("requestTable"));
    table->setAccessibleName(tr("Payment requests"));
    table->setModel(m_invoices);
    table->setColumnFixed(InvoiceListModel::Label, 200);
    table->setColumnStretch(InvoiceListModel::Message);
    table->setColumnFixed(InvoiceListModel::Amount, 160);
    table->setColumnAlignment(InvoiceListModel::Amount, Qt::AlignRight | Qt::AlignVCenter);
    table->setColumnFixed(InvoiceListModel::Asked, 140);
    table->setColumnFixed(InvoiceListModel::State, 210);
    table->setEditTriggers(QAbstractItemView::SelectedClicked);
    table->setEditable(InvoiceListModel::Label, tr("Edit the label"));
    table->setNavigator(m_navigator);
    table->setEmptyState(QStringLiteral("receive"),
                         tr("Ask somebody for a payment, and here you see whether it came."),
                         tr("Ask for a payment…"));
    table->addRowAction(tr("Show the code…"), QStringLiteral("qr"), {}, [this](int row) { openTillOf(row); });
    table->addRowAction(tr("Copy the link"), QStringLiteral("copy"), {},
                        [this](int row) { copyLinkOf(row); });
    table->addRowAction(tr("Delete…"), QStringLiteral("trash"), QKeySequence(Qt::Key_Delete),
                        [this](int row) { removeRequest(row); });
    connect(table, &DataTable::rowActivated, this, &ReceiveView::openTillOf);
    connect(table, &DataTable::emptyActionTriggered, this, &ReceiveView::askRequest);
    connect(m_invoices, &InvoiceListModel::sizeChanged, this, &ReceiveView::noteSize);
    connect(m_invoices, &InvoiceListModel::labelRefused, this, [this] {
        m_navigator.showNotice(tr("The label was not kept: the wallet file cannot be written."));
    });
    connect(new SeenClock(this, kRequestTickMs), &SeenClock::tick, m_invoices, &InvoiceListModel::tick);
    return table;
}

void ReceiveView::fitAddressTable() {
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
    for (AddressModel* model : {m_given, m_mining}) {
        connect(model, &AddressModel::sizeChanged, this, &ReceiveView::noteSize);
        connect(model, &AddressModel::labelRefused, this, [this] {
            m_navigator.showNotice(tr("The label was not kept: the wallet file cannot be written."));
        });
    }
}

AddressModel* ReceiveView::shownModel() const {
    return m_which->currentIndex() == kMiningList ? m_mining : m_given;
}

void ReceiveView::noteSize() {
    if (m_which->currentIndex() == kRequestList)
        return m_ui->listCard->setNote(tr("%n request(s)", nullptr, m_invoices->rowCount()));
    m_ui->listCard->setNote(tr("%n address(es)", nullptr, shownModel()->rowCount()));
}

void ReceiveView::showGroup() {
    const bool isRequests = m_which->currentIndex() == kRequestList;
    m_requests->setVisible(isRequests);
    m_ui->addressTable->setVisible(!isRequests);
    m_ui->listCard->setAccessibleName(isRequests ? tr("Payment requests") : tr("Addresses handed out"));
    if (isRequests) return noteSize();
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
    m_ask->setEnabled(status->isOpen);
    m_invoices->renew();
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
    wallet::Invoice asked;
    asked.address = address.toStdString();
    if (typed && good) asked.amount = amount;
    const QString link = invoiceLink({asked, {}, {}, {}}, m_node.params().addresses);
    m_ui->linkField->setText(link);
    m_ui->qrView->setText(link);
}

// --- requests

void ReceiveView::askRequest() {
    auto* dialog = new RequestDialog(m_node, m_ui->requestAmountEdit->text().trimmed(), this);
    connect(dialog, &RequestDialog::made, this, [this](const wallet::Invoice& invoice) {
        m_ui->requestAmountEdit->clear();
        m_which->setCurrentIndex(kRequestList);
        openTill(invoice.address);
    });
    dialog->open();
}

void ReceiveView::openTill(const std::string& address) {
    auto* till = new TillDialog(m_node, address, this);
    connect(till, &TillDialog::nextRequested, this, &ReceiveView::askRequest);
    till->open();
}

void ReceiveView::openTillOf(int row) {
    if (const wallet::InvoiceFacts* line = m_invoices->row(row)) openTill(line->invoice.address);
}

void ReceiveView::copyLinkOf(int row) {
    const wallet::InvoiceFacts* line = m_invoices->row(row);
    if (!line) return;
    QGuiApplication::clipboard()->setText(invoiceLink(*line, m_node.params().addresses));
    m_navigator.showNotice(tr("The payment link is copied."));
}

void ReceiveView::removeRequest(int row) {
    if (const wallet::InvoiceFacts* line = m_invoices->row(row)) askToRemove(m_node, *line, this);
}

// --- addresses

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
