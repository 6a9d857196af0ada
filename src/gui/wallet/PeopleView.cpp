#include "gui/wallet/PeopleView.h"

#include "gui/Navigator.h"
#include "gui/models/PeopleModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/NewAddressDialog.h"
#include "gui/wallet/PersonDialog.h"
#include "gui/wallet/PersonPane.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/SearchField.h"
#include "gui/widgets/SentenceLabel.h"
#include "node/Node.h"

#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace gui {

namespace {

constexpr int kPeopleSideBySide = 900; // narrower: the chosen person goes below
constexpr int kPeopleTableHeight = 300;
constexpr int kPersonPaneWidth = 320;

/// Tells of its size before it takes it.
class PeopleTable : public DataTable {
protected:
    void resizeEvent(QResizeEvent* event) override {
        const bool narrow = width() < px(620); // narrower: the last payment is told in the pane only
        for (const int column : {PeopleModel::Last, PeopleModel::When})
            if (isColumnHidden(column) != narrow) setColumnHidden(column, narrow);
        DataTable::resizeEvent(event);
    }
};

} // namespace

PeopleView::PeopleView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_model(new PeopleModel(node, this)),
      m_pane(new PersonPane(navigator)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* row = new CardRow(kPeopleSideBySide);
    row->add(buildTable(), 68);
    row->add(m_pane, 32);
    layout->addWidget(row, 1);
    keepMeasured(this, [this] {
        m_table->setMinimumHeight(px(kPeopleTableHeight));
        m_pane->setMinimumWidth(px(kPersonPaneWidth));
    });
    connect(m_model, &PeopleModel::followed, this, [this] {
        showCount();
        chooseWanted();
        showCurrent();
    });
    const auto current = [this] { return m_table->currentIndex().row(); };
    connect(m_pane, &PersonPane::payRequested, this, [this, current] { pay(current()); });
    connect(m_pane, &PersonPane::askRequested, this, [this, current] { askMoney(current()); });
    connect(m_pane, &PersonPane::editRequested, this, [this, current] { edit(current()); });
    connect(m_pane, &PersonPane::forgetRequested, this, [this, current] { forget(current()); });
    connect(m_pane, &PersonPane::paymentsRequested, this, [this] { emit paymentsRequested(m_pane->name()); });
    nameEmptyState();
}

QWidget* PeopleView::buildTable() {
    m_card = new Card(tr("People"));
    m_search = new SearchField(tr("Name or address"));
    m_search->setKeyHint(tr("Ctrl F"));
    m_search->setAccessibleName(tr("Find a person"));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setSearch(text.trimmed());
        nameEmptyState();
        showCurrent();
    });
    auto* find = new QShortcut(QKeySequence::Find, this); // of the whole window while this can be seen
    find->setWhatsThis(tr("Find a person"));
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(); });
    m_card->addHeaderWidget(m_search);
    m_table = new PeopleTable;
    m_table->setObjectName(QStringLiteral("peopleTable"));
    m_table->setAccessibleName(tr("People of the address book"));
    m_table->setModel(m_model);
    m_table->setColumnStretch(PeopleModel::Person);
    m_table->setColumnFixed(PeopleModel::Last, 150);
    m_table->setColumnFixed(PeopleModel::When, 134);
    m_table->setColumnFixed(PeopleModel::Received, 140);
    m_table->setColumnFixed(PeopleModel::Paid, 140);
    m_table->setNavigator(m_navigator);
    addRowActions();
    connect(m_table, &DataTable::currentRowChanged, this, &PeopleView::showCurrent);
    connect(m_table, &DataTable::rowActivated, this, &PeopleView::pay);
    connect(m_table, &DataTable::emptyActionTriggered, this, [this] {
        if (!m_model->isSearch()) return askNewPerson();
        m_search->clear();
    });
    m_card->body()->addWidget(m_table, 1);
    m_card->body()->addWidget(new SentenceLabel(
        tr("What came to an address of yours counts as theirs where its label is their name.")));
    keepMeasured(m_search, [this] { m_search->setMinimumWidth(px(200)); });
    return m_card;
}

void PeopleView::addRowActions() {
    m_table->addRowAction(tr("Ask for money…"), QStringLiteral("receive"), {},
                          [this](int row) { askMoney(row); });
    m_table->addRowAction(tr("Change…"), QStringLiteral("edit"), QKeySequence(Qt::Key_F2),
                          [this](int row) { edit(row); });
    m_table->addRowAction(tr("Remove…"), QStringLiteral("trash"), QKeySequence(Qt::Key_Delete),
                          [this](int row) { forget(row); });
}

void PeopleView::nameEmptyState() {
    if (m_model->isSearch())
        return m_table->setEmptyState(QStringLiteral("filter"), tr("Nobody fits this search."),
                                      tr("Show everybody"));
    m_table->setEmptyState(QStringLiteral("peers"),
                           tr("Nobody is in the address book yet. Add whom you pay, and you find them by "
                              "their name when you send."),
                           tr("Add a person"));
}

// --- what is shown

void PeopleView::refresh() {
    const QString wallet = m_node.wallet().status()->name;
    if (std::exchange(m_wallet, wallet) != wallet) m_pane->showFacts(std::nullopt);
    m_model->renew();
}

void PeopleView::showCount() {
    const int count = m_model->count();
    m_card->setTitle(count == 0 ? tr("People") : tr("%n person(s)", nullptr, count));
}

void PeopleView::showCurrent() {
    const PersonLine* line = m_model->row(m_table->currentIndex().row());
    const quint64 question = ++m_question;
    if (!line) return m_pane->showFacts(std::nullopt);
    m_model->askFacts(line->name, PersonPane::kMostPayments, this,
                      [this, question](const std::optional<PersonFacts>& facts) {
                          if (question == m_question) m_pane->showFacts(facts);
                      });
}

void PeopleView::choose(const QString& name) {
    m_wanted = name;
    m_search->clear();
    refresh();
    chooseWanted();
}

void PeopleView::chooseWanted() {
    const int row = m_wanted.isEmpty() ? -1 : m_model->rowOf(m_wanted);
    if (row < 0) return;
    m_wanted.clear();
    m_table->selectRow(row);
}

// --- what is done

void PeopleView::pay(int row) {
    if (const PersonLine* line = m_model->row(row)) m_navigator.openSend(line->next);
}

/// The label says later that what came there came from them.
void PeopleView::askMoney(int row) {
    const PersonLine* line = m_model->row(row);
    if (!line) return;
    auto* dialog = new NewAddressDialog(m_node, this, line->name);
    connect(dialog, &NewAddressDialog::made, this, &PeopleView::addressMade);
    dialog->open();
}

void PeopleView::askNewPerson(const QString& address) {
    auto* dialog = new PersonDialog(m_node, std::nullopt, address, this);
    connect(dialog, &PersonDialog::kept, this, &PeopleView::choose);
    dialog->open();
}

void PeopleView::edit(int row) {
    const PersonLine* line = m_model->row(row);
    if (!line) return;
    auto* dialog = new PersonDialog(m_node, *line, {}, this);
    connect(dialog, &PersonDialog::kept, this, &PeopleView::choose);
    dialog->open();
}

void PeopleView::forget(int row) {
    if (const PersonLine* line = m_model->row(row)) askToForget(m_node, *line, this);
}

} // namespace gui

#include "moc_PeopleView.cpp"
