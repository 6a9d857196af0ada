#include "gui/wallet/SendView.h"

#include "gui/ErrorText.h"
#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/explorer/ExplorerAsk.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/AddressEdit.h"
#include "gui/wallet/CoinsDialog.h"
#include "gui/wallet/DraftCard.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/wallet/RecipientsDialog.h"
#include "gui/wallet/ReviewDialog.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/Form.h"
#include "ui_SendView.h"
#include "wallet/psbt/Psbt.h"

#include <QLineEdit>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kDebounceMs = 120;

} // namespace

SendView::SendView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_ui(std::make_unique<Ui::SendView>()) {
    m_wait = new QTimer(this);
    m_wait->setSingleShot(true);
    m_wait->setInterval(kDebounceMs);
    connect(m_wait, &QTimer::timeout, this, &SendView::askDraft);
    auto* row = new CardRow(820);
    row->add(buildForm(), 54);
    m_card = new DraftCard(node);
    auto* right = new QWidget; // the card is as high as what it says
    auto* rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(0, 0, 0, 0);
    rightColumn->addWidget(m_card);
    rightColumn->addStretch(1);
    row->add(right, 46);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(row);
    connect(m_card, &DraftCard::reviewRequested, this, &SendView::review);
    connect(m_card, &DraftCard::unsignedRequested, this, &SendView::makeUnsigned);
    connectKeys();
    connect(&format(), &Format::changed, this, [this] {
        renewCoinsButton();
        refresh();
    });
    addRow();
    setStandardFee();
    askDraft();
}

SendView::~SendView() = default;

/// A fee that somebody chose for this network stands; else the queue says what it takes.
void SendView::setStandardFee() {
    const QString key = QStringLiteral("transaction_fee");
    const node::Settings settings = m_node.settings();
    const primitives::Amount fee = settings.amount(key);
    if (settings.source(key) > node::SettingSource::Card || fee != node::Settings().amount(key))
        m_ui->feeCard->setFeePerKvB(fee.satoshi());
}

QWidget* SendView::buildForm() {
    auto* column = new QWidget;
    m_ui->setupUi(column);
    finishForm(column);
    connect(m_ui->feeCard, &FeeCard::changed, this, &SendView::askSoon);
    return column;
}

void SendView::connectKeys() {
    for (const QKeySequence& keys :
         {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setWhatsThis(tr("Look the payment over before it is sent"));
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &SendView::review);
    }
}

PaymentRow* SendView::addRow() {
    const consensus::ChainParams& params = m_node.params();
    auto* row = new PaymentRow(params.addresses, QString::fromStdString(params.name()));
    if (m_rows.isEmpty()) {
        row->setFirst(true);
        connect(row->coinsButton(), &Button::clicked, this, &SendView::chooseCoins);
    }
    row->setPeople(m_node.wallet().status()->people);
    m_rows << row;
    m_ui->rowsLayout->addWidget(row);
    for (PaymentRow* each : m_rows)
        each->setRemovable(m_rows.size() > 1 && each != m_rows.first());
    connect(row, &PaymentRow::changed, this, &SendView::askSoon);
    connect(row, &PaymentRow::removeRequested, this, [this, row] { removeRow(row); });
    connect(row, &PaymentRow::everythingToggled, this, [this, row](bool on) {
        if (!on) return;
        for (PaymentRow* each : m_rows) {
            if (each != row) each->setTakesEverything(false);
        }
        fillEverything();
    });
    row->addressEdit()->setFocus();
    return row;
}

void SendView::removeRow(PaymentRow* row) {
    m_rows.removeOne(row);
    row->hide();
    row->deleteLater();
    askSoon();
}

void SendView::fillEverything() {
    const wallet::WalletBalance& balance = m_node.wallet().status()->balance;
    primitives::Amount left = m_coins.empty() ? balance.spendable - balance.frozen : m_coinSum;
    PaymentRow* taker = nullptr;
    for (PaymentRow* row : m_rows) {
        if (row->takesEverything())
            taker = row;
        else if (const auto amount = row->amount())
            left -= *amount;
    }
    if (taker && left.satoshi() > 0 && taker->amount() != left) taker->showEverything(left);
}

void SendView::askForList() {
    auto* dialog =
        new RecipientsDialog(m_node.params().addresses, QString::fromStdString(m_node.params().name()), this);
    connect(dialog, &RecipientsDialog::listed, this,
            [this](const std::vector<wallet::ListedRecipient>& recipients) {
                for (const wallet::ListedRecipient& each : recipients) {
                    PaymentRow* row = m_rows.last()->isEmpty() ? m_rows.last() : addRow();
                    row->take(QString::fromStdString(each.address));
                    row->amountEdit()->setText(Format::forTyping(each.amount));
                    row->suggestName(QString::fromStdString(each.label));
                }
                askSoon();
            });
    dialog->open();
}

void SendView::startWith(const QString& text) {
    if (!text.isEmpty()) m_rows.first()->take(text);
    if (m_rows.first()->address().isEmpty())
        m_rows.first()->addressEdit()->setFocus();
    else
        m_rows.first()->amountEdit()->setFocus();
}

void SendView::refresh() {
    const auto status = m_node.wallet().status();
    for (PaymentRow* row : m_rows)
        row->setPeople(status->people);
    const primitives::Amount frozen = status->balance.frozen;
    const primitives::Amount spendable = status->balance.spendable - frozen;
    const primitives::Amount immature = status->balance.immature;
    QString sentence = tr("You can spend <b>%1</b>.").arg(format().withUnit(spendable));
    if (immature.satoshi() > 0)
        sentence +=
            QLatin1Char(' ') + tr("<work>%1</work> is still maturing.").arg(format().withUnit(immature));
    if (frozen.satoshi() > 0)
        sentence += QLatin1Char(' ') + tr("%1 is frozen.").arg(format().withUnit(frozen));
    m_ui->availableLabel->setSentence(sentence);
    m_ui->feeCard->setQueue(*m_node.chain().mempool(), m_node.params().rules());
    askLastBlock();
    if (status->revision != m_revision) {
        m_revision = status->revision;
        askSoon();
    } else if (m_draft) {
        m_ui->feeCard->setTotal(m_draft->fee, m_draft->vsize);
    }
}

void SendView::askSoon() {
    ++m_question; // an answer on its way no longer counts
    fillEverything();
    m_ui->feeCard->setQueue(*m_node.chain().mempool(), m_node.params().rules());
    m_card->reviewButton()->setEnabled(false);
    m_card->unsignedButton()->setEnabled(false);
    m_wait->start();
}

std::optional<wallet::PaymentRequest> SendView::request() const {
    wallet::PaymentRequest request;
    request.feePerKvB = m_ui->feeCard->feePerKvB();
    request.onlyFrom = m_coins;
    for (const PaymentRow* row : m_rows) {
        if (row->isEmpty() && m_rows.size() > 1) continue;
        const auto script = row->script();
        const auto amount = row->amount();
        if (!script || !amount) return std::nullopt;
        const wallet::Recipient recipient{*script, *amount};
        if (row->takesEverything()) { // the first one pays the fee
            request.feeFrom = {0};
            request.recipients.insert(request.recipients.begin(), recipient);
        } else {
            request.recipients.push_back(recipient);
        }
    }
    return request.recipients.empty() ? std::nullopt : std::optional(request);
}

QString SendView::missing() const {
    for (const PaymentRow* row : m_rows) {
        if (!row->script())
            return tr("Enter the address of the one who gets the payment. You will see here what it does.");
        if (!row->amount()) return tr("Enter an amount, and you will see here what the payment does.");
    }
    return {};
}

void SendView::askDraft() {
    const quint64 question = ++m_question;
    const auto wanted = request();
    if (!m_node.wallet().status()->isOpen || !wanted) {
        takeDraft(nullptr);
        return;
    }
    node::onResult(
        m_node.wallet().draft(*wanted), this,
        [this, question, request = *wanted](const Result<wallet::PaymentDraft, node::PayFailure>& answer) {
            if (question != m_question) return;
            if (answer)
                return takeDraft(std::make_shared<const wallet::PaymentDraft>(*answer),
                                 std::make_unique<const wallet::PaymentRequest>(request));
            takeDraft(nullptr);
            m_card->showProblem(errorText(answer.error()));
        });
}

void SendView::takeDraft(std::shared_ptr<const wallet::PaymentDraft> draft,
                         std::unique_ptr<const wallet::PaymentRequest> request) {
    m_draft = std::move(draft);
    m_drafted = std::move(request);
    m_card->showDraft(m_draft, missing());
    m_ui->feeCard->setTotal(m_draft ? std::optional(m_draft->fee) : std::nullopt,
                            m_draft ? m_draft->vsize : 0);
}

void SendView::review() {
    if (!m_draft || !m_drafted || !m_card->reviewButton()->isEnabled()) return;
    auto* dialog =
        new ReviewDialog(m_node, m_draft, *m_drafted, m_rows.first()->noteEdit()->text().trimmed(), this);
    connect(dialog, &ReviewDialog::sent, this, [this] {
        keepNames();
        clear();
        m_navigator.showNotice(tr("The payment is on its way."));
        m_navigator.openActivity();
    });
    dialog->open();
}

/// Those that a list gave to recipients who had none.
void SendView::keepNames() {
    std::vector<wallet::KnownAddress> names;
    for (const PaymentRow* row : m_rows) {
        const auto script = row->script();
        if (!script || m_node.wallet().ownScripts()->contains(*script)) continue;
        if (auto name = row->newName()) names.push_back(std::move(*name));
    }
    if (names.empty()) return;
    node::onResult(m_node.wallet().setPeople(std::move(names)), this,
                   [this](const node::WalletAccess::Reply<void>& kept) {
                       if (!kept || !*kept)
                           m_navigator.showNotice(
                               tr("The payment is on its way, but the names of the list were not kept."));
                   });
}

void SendView::makeUnsigned() {
    if (!m_draft) return;
    emit unsignedMade(wallet::Psbt::of(primitives::Transaction(m_draft->parts), 0));
    clear();
}

void SendView::chooseCoins() {
    auto* dialog = new CoinsDialog(m_node, m_coins, this);
    connect(dialog, &CoinsDialog::chosen, this, &SendView::setCoins);
    dialog->open();
}

void SendView::setCoins(std::vector<primitives::OutPoint> coins, primitives::Amount sum) {
    m_coins = std::move(coins);
    m_coinSum = sum;
    renewCoinsButton();
    askSoon();
}

void SendView::renewCoinsButton() {
    m_rows.first()->coinsButton()->setText(
        m_coins.empty() ? tr("the best coins")
                        : tr("%n coin(s), %1", nullptr, static_cast<int>(m_coins.size()))
                              .arg(format().trimmed(m_coinSum)));
}

void SendView::askLastBlock() {
    ask(
        m_node, this, m_blockTicket, [](explorer::ExplorerQueries& queries) { return queries.blocks(-1, 1); },
        [this](const auto& rows) {
            if (!rows || rows->empty()) return;
            m_ui->feeCard->setLastBlock(rows->front());
            m_ui->feeCard->setQueue(*m_node.chain().mempool(), m_node.params().rules());
        });
}

void SendView::clear() {
    setCoins({}, {});
    while (m_rows.size() > 1)
        removeRow(m_rows.last());
    m_rows.first()->clear();
    m_rows.first()->noteEdit()->clear();
    askDraft();
}

} // namespace gui

#include "moc_SendView.cpp"
