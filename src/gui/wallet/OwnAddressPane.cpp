#include "gui/wallet/OwnAddressPane.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/models/AddressListModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/AddressPayments.h"
#include "gui/wallet/PaymentRow.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/Tag.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr std::size_t kPaymentsShown = 50;
constexpr int kPaymentRows = 4;
constexpr int kCodeSide = 132;

} // namespace

struct OwnAddressPane::Answer {
    wallet::AddressFacts facts;
    std::vector<wallet::StoredCoin> coins;
    QString path; ///< empty: its key has none
};

OwnAddressPane::OwnAddressPane(node::Node& node, Navigator& navigator, QWidget* parent)
    : Card(parent), m_node(node), m_navigator(navigator) {
    setObjectName(QStringLiteral("ownAddressPane"));
    setAccessibleName(tr("The chosen address"));
    m_none = new EmptyState(QStringLiteral("qr"),
                            tr("Choose an address to see its code, its payments and where it comes from."));
    body()->addWidget(m_none, 1);
    m_content = new QWidget;
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeHead());
    column->addWidget(makeCode());
    m_warning = new Banner(Banner::Kind::Warning, {});
    m_warning->setObjectName(QStringLiteral("reuseBanner"));
    column->addWidget(m_warning);
    m_list = new FactsList(FactsList::Values::Trailing);
    m_list->setCompact(true);
    column->addWidget(m_list);
    m_paymentsTitle = makeLabel(tr("Its payments"), "cardTitle");
    column->addWidget(m_paymentsTitle);
    m_model = new AddressPayments(this);
    m_payments = new DataTable;
    m_payments->setObjectName(QStringLiteral("addressPayments"));
    m_payments->setAccessibleName(tr("Payments to this address"));
    m_payments->setModel(m_model);
    m_payments->setHeadsVisible(false);
    m_payments->setColumnStretch(AddressPayments::State);
    m_payments->setFitRows(kPaymentRows);
    m_payments->setNavigator(navigator);
    connect(m_payments, &DataTable::rowActivated, this,
            [this](int row) { m_navigator.openTransaction(m_model->txid(row)); });
    column->addWidget(m_payments);
    column->addStretch(1);
    column->addWidget(makeActions());
    keepMeasured(m_content, [column] { column->setSpacing(px(12)); });
    body()->addWidget(m_content, 1);
    connect(&format(), &Format::changed, this, &OwnAddressPane::refresh);
    showNone();
}

QWidget* OwnAddressPane::makeHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    m_name = makeLabel(QString(), "cardTitle");
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_times = new Tag;
    row->addWidget(m_name, 1);
    row->addWidget(m_times, 0, Qt::AlignTop);
    keepMeasured(head, [row] { row->setSpacing(px(12)); });
    return head;
}

QWidget* OwnAddressPane::makeCode() {
    auto* code = new QWidget;
    auto* row = new QHBoxLayout(code);
    row->setContentsMargins(0, 0, 0, 0);
    m_qr = new QrView;
    m_qr->setAccessibleName(tr("Code of the address, to be scanned"));
    auto* words = new QVBoxLayout;
    m_groups = makeLabel(QString(), "mono");
    m_groups->setObjectName(QStringLiteral("addressGroups"));
    m_groups->setTextFormat(Qt::PlainText);
    m_groups->setWordWrap(true);
    m_copy = Button::small(tr("Copy"), QStringLiteral("copyAddressButton"), QStringLiteral("copy"));
    connect(m_copy, &Button::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_address);
        showCopied(m_copy);
    });
    words->addWidget(m_groups);
    words->addWidget(m_copy, 0, Qt::AlignLeft);
    words->addStretch(1);
    row->addWidget(m_qr, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    keepMeasured(code, [this, row, words] {
        row->setSpacing(px(16));
        words->setSpacing(px(10));
        m_qr->setFixedSize(px(kCodeSide), px(kCodeSide));
    });
    return code;
}

QWidget* OwnAddressPane::makeActions() {
    auto* actions = new QWidget;
    auto* row = new FlowLayout(actions);
    const auto add = [row](const QString& words, const char* name, const char* iconName) {
        auto* button = Button::small(words, QLatin1String(name), QLatin1String(iconName));
        row->addWidget(button);
        return button;
    };
    connect(add(tr("Label"), "labelAddressButton", "edit"), &Button::clicked, this,
            &OwnAddressPane::labelRequested);
    connect(add(tr("Sign a message…"), "signMessageButton", "key"), &Button::clicked, this,
            [this] { emit messageRequested(m_address); });
    row->addStretch();
    connect(add(tr("Explorer"), "exploreAddressButton", "explorer"), &Button::clicked, this,
            [this] { m_navigator.openAddress(m_address); });
    return actions;
}

void OwnAddressPane::setPath(const std::optional<wallet::KeyPath>& path) {
    if (path == m_path) return;
    m_path = path;
    if (!path) return showNone();
    refresh();
}

void OwnAddressPane::showNone() {
    ++m_question;
    m_path.reset();
    m_facts.reset();
    m_address.clear();
    m_content->hide();
    m_none->show();
}

void OwnAddressPane::refresh() {
    if (!m_path) return;
    const auto read = [path = *m_path](const wallet::Wallet& wallet, std::int32_t) -> std::optional<Answer> {
        auto facts = wallet.factsAt(path);
        if (!facts) return std::nullopt;
        const auto origin = wallet.originOf(path);
        return Answer{std::move(*facts), wallet.coinsAt(path, kPaymentsShown),
                      origin ? QString::fromStdString(wallet::pathText(origin->path, '\'')) : QString()};
    };
    const quint64 question = ++m_question;
    node::onResult(m_node.wallet().ask(read), this,
                   [this, question](const std::optional<std::optional<Answer>>& answer) {
                       if (question != m_question) return;
                       if (!answer || !*answer) return showNone();
                       showAnswer(**answer);
                   });
}

void OwnAddressPane::showAnswer(const Answer& answer) {
    m_facts = answer.facts;
    const QString label = QString::fromStdString(answer.facts.address.label);
    m_address = QString::fromStdString(answer.facts.address.address);
    m_name->setText(label.isEmpty() ? tr("Without a label") : label);
    setStyleProperty(m_name, "role",
                     label.isEmpty() ? QStringLiteral("cardTitleMuted") : QStringLiteral("cardTitle"));
    const auto times = static_cast<int>(answer.facts.money.times);
    m_times->setText(times == 0 ? tr("not paid yet") : tr("paid %n time(s)", nullptr, times));
    m_times->setKind(times == 0 ? TagKind::Accent : TagKind::Neutral);
    m_qr->setText(m_address);
    m_groups->setText(groupedAddress(m_address));
    m_groups->setAccessibleName(m_address);
    showWarning();
    showFacts(answer);
    m_model->setCoins(answer.coins);
    m_paymentsTitle->setVisible(!answer.coins.empty());
    m_payments->setVisible(!answer.coins.empty());
    m_none->hide();
    m_content->show();
}

QString OwnAddressPane::numberOf(const wallet::AddressFacts& facts) {
    if (facts.use == wallet::AddressUse::Imported) return tr("stands alone");
    const QString number = Format::count(facts.address.path.index);
    if (facts.address.chain == wallet::KeyChain::Change) return tr("%1 of those for change").arg(number);
    return tr("%1 of the receiving ones").arg(number);
}

/// Rewards tell nobody anything: a miner may take one address for all.
void OwnAddressPane::showWarning() {
    const auto payments = static_cast<int>(m_facts->money.times - m_facts->money.rewards);
    m_warning->setVisible(payments > 1);
    if (payments <= 1) return;
    m_warning->setSentence(tr("Paid %n time(s): each of those who paid can see what the others paid. Give a "
                              "new address away next time.",
                              nullptr, payments));
}

void OwnAddressPane::showFacts(const Answer& answer) {
    const wallet::AddressFacts& facts = answer.facts;
    m_list->setFact(tr("Kind"), addressKindName(facts.type));
    m_list->setFact(tr("Number"), numberOf(facts));
    m_list->setFact(tr("Path"), answer.path.isEmpty() ? tr("none") : answer.path,
                    answer.path.isEmpty() ? "muted" : "mono");
    m_list->setFact(tr("Given away"), facts.address.handedOut > 0 ? format().day(facts.address.handedOut)
                                                                  : tr("not from here"));
    m_list->setFact(tr("Received"), format().withUnit(facts.money.received));
    m_list->setFact(tr("There now"), format().withUnit(facts.money.there));
}

} // namespace gui

#include "moc_OwnAddressPane.cpp"
