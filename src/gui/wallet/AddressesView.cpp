#include "gui/wallet/AddressesView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/models/AddressListModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/MessageDialog.h"
#include "gui/wallet/NewAddressDialog.h"
#include "gui/wallet/OwnAddressPane.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/SearchField.h"
#include "gui/widgets/SentenceLabel.h"
#include "node/Node.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace gui {

namespace {

constexpr int kAddressesSideBySide = 900; // narrower: the chosen address goes below
constexpr int kAddressTableHeight = 300;
constexpr int kAddressPaneWidth = 320;

/// Tells of its size before it takes it.
class AddressTable : public DataTable {
public:
    static constexpr int kWide = 880;   // narrower: the kind is told in the pane only …
    static constexpr int kMedium = 660; // … and what came at all, and when

protected:
    void resizeEvent(QResizeEvent* event) override {
        hide(AddressListModel::Kind, width() < px(kWide));
        hide(AddressListModel::Times, width() < px(kWide));
        hide(AddressListModel::Received, width() < px(kMedium));
        hide(AddressListModel::Last, width() < px(kMedium));
        DataTable::resizeEvent(event);
    }

private:
    void hide(int column, bool isHidden) {
        if (isColumnHidden(column) != isHidden) setColumnHidden(column, isHidden);
    }
};

} // namespace

AddressesView::AddressesView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_model(new AddressListModel(node, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buildBar());
    auto* row = new CardRow(kAddressesSideBySide);
    row->add(buildTable(), 64);
    m_pane = new OwnAddressPane(node, navigator);
    row->add(m_pane, 36);
    layout->addWidget(row, 1);
    keepMeasured(this, [this, layout] {
        layout->setSpacing(px(12));
        m_table->setMinimumHeight(px(kAddressTableHeight));
        m_pane->setMinimumWidth(px(kAddressPaneWidth));
    });
    connect(m_pane, &OwnAddressPane::messageRequested, this, &AddressesView::openMessages);
    connect(m_pane, &OwnAddressPane::labelRequested, this, [this] {
        m_table->setFocus();
        m_table->edit(m_model->index(m_table->currentIndex().row(), AddressListModel::Label));
    });
    connect(m_model, &AddressListModel::counted, this, &AddressesView::showCounts);
    connect(m_model, &AddressListModel::labelRefused, this, [this] {
        m_navigator.showNotice(tr("The label was not kept: the wallet file cannot be written."));
    });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AddressesView::chooseWanted);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &AddressesView::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_pane->setPath(std::nullopt); });
    nameEmptyState();
}

QWidget* AddressesView::buildBar() {
    auto* bar = new QWidget;
    auto* row = new FlowLayout(bar);
    buildChips();
    for (QAbstractButton* chip : m_uses->buttons())
        row->addWidget(chip);
    m_withCoins = Button::small(tr("With coins"), QStringLiteral("withCoinsChip"), QStringLiteral("filter"));
    m_withCoins->setCheckable(true);
    m_withCoins->setToolTip(tr("Only addresses that hold something now"));
    connect(m_withCoins, &Button::toggled, this, &AddressesView::applyFilter);
    row->addWidget(m_withCoins);
    m_kind = new QComboBox;
    m_kind->setObjectName(QStringLiteral("addressKindCombo"));
    m_kind->setAccessibleName(tr("Kind of address"));
    m_kind->addItem(tr("Every kind"));
    using wallet::AddressType;
    for (const AddressType type :
         {AddressType::Bech32, AddressType::Bech32m, AddressType::P2shSegwit, AddressType::Legacy})
        m_kind->addItem(addressKindName(type), static_cast<int>(type));
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AddressesView::applyFilter);
    row->addWidget(m_kind);
    row->addStretch();
    m_search = new SearchField(tr("Address or label"));
    m_search->setKeyHint(tr("Ctrl F"));
    m_search->setAccessibleName(tr("Find an address"));
    connect(m_search, &QLineEdit::textChanged, this, &AddressesView::applyFilter);
    auto* find = new QShortcut(QKeySequence::Find, this); // of the whole window while this can be seen
    find->setWhatsThis(tr("Find an address"));
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(); });
    row->addWidget(m_search);
    m_new = new Button(tr("New address"), Button::Kind::Primary);
    m_new->setObjectName(QStringLiteral("freshAddressButton"));
    m_new->setIconName(QStringLiteral("plus"));
    connect(m_new, &Button::clicked, this, &AddressesView::askNewAddress);
    row->addWidget(m_new);
    keepMeasured(bar, [this] { m_search->setMinimumWidth(px(200)); });
    return bar;
}

QWidget* AddressesView::buildFoot() {
    auto* foot = new QWidget;
    auto* row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new SentenceLabel(tr("Each payment should have its own address: then those who pay cannot "
                                        "see each other's payments.")),
                   1);
    m_messages = new Button(tr("Messages…"));
    m_messages->setObjectName(QStringLiteral("messagesButton"));
    m_messages->setToolTip(tr("Sign a text with an address, or check who signed one"));
    connect(m_messages, &Button::clicked, this, [this] { openMessages(m_pane->address()); });
    m_messages->setSmall(true);
    row->addWidget(m_messages, 0, Qt::AlignVCenter);
    keepMeasured(foot, [row] { row->setSpacing(px(12)); });
    return foot;
}

void AddressesView::buildChips() {
    m_uses = new QButtonGroup(this);
    for (int use = 0; use < static_cast<int>(wallet::kAddressUses); ++use) {
        auto* chip = new Button;
        chip->setObjectName(QStringLiteral("addressUse%1").arg(use));
        chip->setSmall(true);
        chip->setCheckable(true);
        chip->setChecked(use == 0);
        m_uses->addButton(chip, use);
    }
    showCounts({});
    connect(m_uses, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) applyFilter();
    });
}

QWidget* AddressesView::buildTable() {
    auto* card = new Card;
    m_table = new AddressTable;
    m_table->setObjectName(QStringLiteral("addressesTable"));
    m_table->setAccessibleName(tr("Addresses of the wallet"));
    m_table->setModel(m_model);
    m_table->setColumnFixed(AddressListModel::Address, 176);
    m_table->setColumnStretch(AddressListModel::Label);
    m_table->setColumnFixed(AddressListModel::Kind, 112);
    m_table->setColumnFixed(AddressListModel::Received, 140);
    m_table->setColumnFixed(AddressListModel::Times, 58);
    m_table->setColumnFixed(AddressListModel::There, 140);
    m_table->setColumnFixed(AddressListModel::Last, 134);
    m_table->setEditTriggers(QAbstractItemView::SelectedClicked);
    m_table->setEditable(AddressListModel::Label, tr("Edit the label"));
    m_table->setNavigator(m_navigator);
    m_table->addRowAction(tr("Sign a message…"), QStringLiteral("key"), {}, [this](int row) {
        if (const AddressLine* line = m_model->row(row)) openMessages(line->address);
    });
    connect(m_table, &DataTable::currentRowChanged, this, &AddressesView::showCurrent);
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (const AddressLine* line = m_model->row(row)) m_navigator.openAddress(line->address);
    });
    connect(m_table, &DataTable::emptyActionTriggered, this, [this] {
        if (m_model->filter() == AddressListFilter()) return askNewAddress();
        m_search->clear();
        m_withCoins->setChecked(false);
        m_kind->setCurrentIndex(0);
        m_uses->button(0)->click();
    });
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(buildFoot());
    return card;
}

// --- what is shown

void AddressesView::refresh() {
    const auto status = m_node.wallet().status();
    if (std::exchange(m_wallet, status->name) != status->name) m_pane->setPath(std::nullopt);
    m_model->renew();
    m_pane->refresh();
}

void AddressesView::applyFilter() {
    AddressListFilter filter;
    filter.use = static_cast<wallet::AddressUse>(m_uses->checkedId());
    filter.withCoins = m_withCoins->isChecked();
    filter.text = m_search->text().trimmed();
    if (m_kind->currentIndex() > 0)
        filter.type = static_cast<wallet::AddressType>(m_kind->currentData().toInt());
    m_model->setFilter(filter);
    nameEmptyState();
}

void AddressesView::nameEmptyState() {
    using wallet::AddressUse;
    AddressListFilter plain;
    plain.use = m_model->filter().use;
    if (m_model->filter() != plain)
        return m_table->setEmptyState(QStringLiteral("filter"), tr("No address fits this filter."),
                                      tr("Show everything"));
    switch (plain.use) {
    case AddressUse::Receive:
        return m_table->setEmptyState(
            QStringLiteral("receive"),
            tr("No address has been given away yet. Make one for whoever pays you."), tr("New address"));
    case AddressUse::Change:
        return m_table->setEmptyState(
            QStringLiteral("coins"),
            tr("What is left of the coins that you pay with comes back to addresses of their own. They will "
               "be listed here."));
    case AddressUse::Mining:
        return m_table->setEmptyState(
            QStringLiteral("mining"),
            tr("Blocks that this computer finds pay to an address of its own. It will be listed here."));
    case AddressUse::Imported:
        break;
    }
    m_table->setEmptyState(QStringLiteral("key"),
                           tr("Single keys and addresses that you bring in will be listed here."));
}

void AddressesView::showCounts(const AddressLines::Counts& counts) {
    const QStringList names{tr("To receive"), tr("Change"), tr("Mining"), tr("Imported")};
    for (int use = 0; use < names.size(); ++use) {
        const int count = counts[static_cast<std::size_t>(use)];
        const QString words = count == 0 ? names[use] : names[use] + QLatin1Char(' ') + Format::count(count);
        if (m_uses->button(use)->text() != words) m_uses->button(use)->setText(words);
    }
}

void AddressesView::showCurrent() {
    const AddressLine* line = m_model->row(m_table->currentIndex().row());
    if (line) m_pane->setPath(line->path);
}

// --- what is done

void AddressesView::askNewAddress() {
    auto* dialog = new NewAddressDialog(m_node, this);
    connect(dialog, &NewAddressDialog::made, this, &AddressesView::take);
    dialog->open();
}

void AddressesView::take(const wallet::WalletAddress& made) {
    m_wanted = made.path;
    m_search->clear();
    m_withCoins->setChecked(false);
    m_kind->setCurrentIndex(0);
    m_uses->button(0)->setChecked(true);
    m_pane->setPath(made.path);
    refresh();
}

void AddressesView::chooseWanted() {
    if (!m_wanted) return;
    for (int row = 0; row < std::min(m_model->rowCount(), PagedModel::kPageRows); ++row) {
        const AddressLine* line = m_model->row(row);
        if (!line || line->path != *m_wanted) continue;
        m_wanted.reset();
        return m_table->selectRow(row);
    }
}

void AddressesView::openMessages(const QString& address) {
    (new MessageDialog(m_node, address, this))->open();
}

} // namespace gui

#include "moc_AddressesView.cpp"
