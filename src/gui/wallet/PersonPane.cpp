#include "gui/wallet/PersonPane.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Face.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/RowsModel.h"

#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kPersonRows = 4;

Button* smallButton(const QString& words, const char* name, const char* iconName) {
    auto* button = Button::small(words, QLatin1String(name), QLatin1String(iconName));
    return button;
}

} // namespace

PersonPane::PersonPane(Navigator& navigator, QWidget* parent)
    : Card(parent), m_navigator(navigator),
      m_none(new EmptyState(QStringLiteral("peers"),
                            tr("Choose somebody to see what went to them and what came from them."))),
      m_content(new QWidget), m_face(new FaceView(44)), m_name(makeLabel({}, "title")),
      m_count(makeLabel({}, "muted")), m_pay(new Button({}, Button::Kind::Primary)),
      m_sums(new SentenceLabel), m_addressRows(new RowsModel(this)), m_addresses(new DataTable),
      m_paymentsTitle(makeLabel(tr("Last payments"), "cardTitle")), m_paymentRows(new RowsModel(this)),
      m_payments(new DataTable), m_all(smallButton(tr("All payments"), "personPaymentsButton", "wallet")) {
    setObjectName(QStringLiteral("personPane"));
    setAccessibleName(tr("The chosen person"));
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeHead());
    column->addWidget(m_sums);
    column->addWidget(makeLists());
    column->addStretch(1);
    column->addWidget(makeActions());
    keepMeasured(m_content, [column] { column->setSpacing(px(14)); });
    body()->addWidget(m_none, 1);
    body()->addWidget(m_content, 1);
    connect(&format(), &Format::changed, this, &PersonPane::renew);
    showFacts(std::nullopt);
}

QWidget* PersonPane::makeHead() {
    auto* head = new QWidget;
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(0, 0, 0, 0);
    auto* row = new QHBoxLayout;
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_name->setTextFormat(Qt::PlainText);
    m_name->setWordWrap(true);
    m_name->setObjectName(QStringLiteral("personName"));
    words->addWidget(m_name);
    words->addWidget(m_count);
    row->addWidget(m_face, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    column->addLayout(row);
    auto* actions = new FlowLayout;
    m_pay->setObjectName(QStringLiteral("payPersonButton"));
    m_pay->setIconName(QStringLiteral("send"));
    auto* ask = new Button(tr("Ask for money…"));
    ask->setObjectName(QStringLiteral("askPersonButton"));
    ask->setToolTip(tr("Makes an address with this name as its label: what comes to it came from them"));
    actions->addWidget(m_pay);
    actions->addWidget(ask);
    column->addLayout(actions);
    keepMeasured(head, [column, row] {
        column->setSpacing(px(12));
        row->setSpacing(px(12));
    });
    connect(m_pay, &Button::clicked, this, &PersonPane::payRequested);
    connect(ask, &Button::clicked, this, &PersonPane::askRequested);
    return head;
}

QWidget* PersonPane::makeLists() {
    auto* lists = new QWidget;
    auto* column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, 0);
    m_addressRows->setColumns({{tr("Address"), TextStyle::Mono, false, Thing::Address},
                               {tr("State"), TextStyle::Muted, true, Thing::None}});
    m_addresses->setObjectName(QStringLiteral("personAddresses"));
    m_addresses->setAccessibleName(tr("Addresses of this person"));
    m_addresses->setModel(m_addressRows);
    m_addresses->setHeadsVisible(false);
    m_addresses->setColumnStretch(0);
    m_addresses->setColumnFixed(1, 110);
    m_addresses->setFitRows(kPersonRows);
    m_addresses->setNavigator(m_navigator);
    connect(m_addresses, &DataTable::rowActivated, this,
            [this](int row) { m_navigator.openAddress(m_addressRows->index(row, 0).data().toString()); });
    m_paymentRows->setColumns({{tr("When"), TextStyle::Muted, false, Thing::None},
                               {tr("Note"), TextStyle::Normal, false, Thing::None},
                               {tr("Amount"), TextStyle::Amount, true, Thing::None}});
    m_payments->setObjectName(QStringLiteral("personPayments"));
    m_payments->setAccessibleName(tr("Last payments"));
    m_payments->setModel(m_paymentRows);
    m_payments->setHeadsVisible(false);
    m_payments->setColumnFixed(0, 120);
    m_payments->setColumnStretch(1);
    m_payments->setFitRows(kPersonRows);
    connect(m_payments, &DataTable::rowActivated, this, [this](int row) {
        if (m_facts && row < static_cast<int>(m_facts->payments.size()))
            m_navigator.openTransaction(m_facts->payments[static_cast<std::size_t>(row)].txid);
    });
    column->addWidget(makeLabel(tr("Addresses"), "cardTitle"));
    column->addWidget(m_addresses);
    column->addWidget(m_paymentsTitle);
    column->addWidget(m_payments);
    keepMeasured(lists, [column] { column->setSpacing(px(6)); });
    return lists;
}

QWidget* PersonPane::makeActions() {
    auto* actions = new QWidget;
    auto* row = new FlowLayout(actions);
    Button* edit = smallButton(tr("Change…"), "editPersonButton", "edit");
    Button* forget = smallButton(tr("Remove…"), "forgetPersonButton", "trash");
    forget->setKind(Button::Kind::Quiet);
    row->addWidget(m_all);
    row->addWidget(edit);
    row->addStretch();
    row->addWidget(forget);
    connect(m_all, &Button::clicked, this, &PersonPane::paymentsRequested);
    connect(edit, &Button::clicked, this, &PersonPane::editRequested);
    connect(forget, &Button::clicked, this, &PersonPane::forgetRequested);
    return actions;
}

void PersonPane::showFacts(const std::optional<PersonFacts>& facts) {
    m_facts = facts;
    m_none->setVisible(!facts);
    m_content->setVisible(facts.has_value());
    renew();
}

void PersonPane::renew() {
    if (!m_facts) return;
    const PersonLine& line = m_facts->line;
    m_face->setPerson(line.name);
    m_name->setText(line.name);
    m_count->setText(tr("%n address(es)", nullptr, static_cast<int>(line.addresses.size())));
    m_pay->setText(tr("Pay %1").arg(line.name.size() > 18 ? tr("them") : line.name));
    const QString name = line.name.toHtmlEscaped();
    m_sums->setSentence(m_facts->paymentCount == 0
                            ? tr("Nothing went to %1 yet, and nothing came from them.").arg(name)
                            : tr("You paid <own>%1</own>, %2 paid you <accent>%3</accent>.")
                                  .arg(format().trimmed(line.paid), name, format().trimmed(line.received)));
    renewAddresses();
    renewPayments();
}

void PersonPane::renewAddresses() {
    QVector<QStringList> rows;
    for (const PersonFacts::Address& each : m_facts->addresses) {
        const QString state = each.address == m_facts->line.next && each.times == 0 ? tr("next to use")
                              : each.times == 0                                     ? tr("not paid yet")
                                                : tr("paid %n time(s)", nullptr, each.times);
        rows << QStringList{each.address, state};
    }
    m_addressRows->setRows(rows);
}

void PersonPane::renewPayments() {
    QVector<QStringList> rows;
    for (const PersonPayment& each : m_facts->payments)
        rows << QStringList{each.isWaiting ? tr("waiting") : format().day(each.time), each.note,
                            format().signedAmount(each.net)};
    m_paymentRows->setRows(rows);
    for (QWidget* part : std::initializer_list<QWidget*>{m_paymentsTitle, m_payments, m_all})
        part->setVisible(!rows.isEmpty());
}

} // namespace gui

#include "moc_PersonPane.cpp"
