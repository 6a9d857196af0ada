#include "gui/wallet/ActivityView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/frame/Seen.h"
#include "gui/models/ActivityModel.h"
#include "gui/print/Printing.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/PaymentPane.h"
#include "gui/wallet/PersonDialog.h"
#include "gui/wallet/Receipt.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/SearchField.h"
#include "node/Node.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QMenu>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

#include <utility>

namespace gui {

namespace {

constexpr int kWaitingChip = 4; ///< behind those of HistoryKind
constexpr int kAgesMs = 20'000;

} // namespace

ActivityView::ActivityView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_model(new ActivityModel(node, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(12));
    buildBar();
    buildTable();
    auto* bar = new FlowLayout;
    for (QAbstractButton* chip : m_chips->buttons())
        bar->addWidget(chip);
    bar->addWidget(m_time);
    bar->addStretch();
    bar->addWidget(m_search);
    bar->addWidget(m_export);
    auto* card = new Card;
    card->body()->addWidget(m_table);
    layout->addLayout(bar);
    layout->addWidget(card, 1);
    connect(m_model, &ActivityModel::exported, this, [this](bool written, const QString& path) {
        m_navigator.showNotice(written ? tr("Written to %1.").arg(path)
                                       : tr("%1 could not be written. Choose another place.").arg(path));
    });
    connect(m_model, &ActivityModel::noteRefused, this, [this] {
        m_navigator.showNotice(tr("The note was not kept: the wallet file cannot be written."));
    });
    connect(m_model, &ActivityModel::waitingCountChanged, this, &ActivityView::showWaiting);
    auto* clock = new SeenClock(this, kAgesMs);
    connect(clock, &SeenClock::tick, m_model, &ActivityModel::renewAges);
    connect(m_model, &ActivityModel::dataChanged, this,
            [this](const QModelIndex& first, const QModelIndex& last) {
                const int row = m_table->openedRow();
                if (row >= first.row() && row <= last.row() && first.column() == 0) refreshPane();
            });
    showWaiting(0);
    nameEmptyState();
}

void ActivityView::buildTable() {
    m_table = new DataTable;
    m_table->setObjectName(QStringLiteral("activityTable"));
    m_table->setAccessibleName(tr("Activity of the wallet"));
    m_table->setModel(m_model);
    m_table->setColumnFixed(ActivityModel::Date, 130);
    m_table->setColumnFixed(ActivityModel::What, 240);
    m_table->setColumnFixed(ActivityModel::Amount, 175);
    m_table->setColumnFixed(ActivityModel::Balance, 165);
    m_table->setColumnFixed(ActivityModel::State, 130);
    m_table->setColumnStretch(ActivityModel::Note);
    m_table->setEditTriggers(QAbstractItemView::SelectedClicked);
    m_table->setEditable(ActivityModel::Note, tr("Edit the note"));
    m_table->setNavigator(m_navigator);
    addRowActions();
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex& cell) {
        if (cell.column() == ActivityModel::Note) return; // to be written into
        toggleRow(cell.row());
    });
    connect(m_table, &QTableView::doubleClicked, this,
            [this](const QModelIndex& cell) { m_openedByClick = cell.row(); });
    connect(m_table, &DataTable::rowActivated, this, [this](int row) {
        if (std::exchange(m_openedByClick, -1) == row) return; // the first click did it
        toggleRow(row);
    });
    connect(m_table, &DataTable::emptyActionTriggered, this, [this] {
        if (m_model->filter().isEmpty()) return m_navigator.openReceive();
        m_search->clear();
        setSince(0, tr("Any time"));
        m_chips->button(0)->click();
    });
}

void ActivityView::addRowActions() {
    m_table->addRowAction(tr("Open in Explorer"), QStringLiteral("external"), {}, [this](int row) {
        if (const ActivityRow* line = m_model->row(row)) m_navigator.openTransaction(line->txid);
    });
    m_table->addRowAction(
        tr("Receipt…"), QStringLiteral("print"), {}, [this](int row) { printReceipt(row); },
        [this](int row) {
            const ActivityRow* line = m_model->row(row);
            return line && line->state != wallet::TxState::Lost && !format().amountsHidden();
        });
    m_table->addRowAction(
        tr("Pay there again…"), QStringLiteral("send"), {},
        [this](int row) {
            if (const ActivityRow* line = m_model->row(row)) m_navigator.openSend(line->other.address);
        },
        [this](int row) {
            const ActivityRow* line = m_model->row(row);
            return line && line->net.satoshi() < 0 && !line->other.address.isEmpty();
        });
    m_table->addRowAction(
        tr("Add to People…"), QStringLiteral("peers"), {},
        [this](int row) {
            const ActivityRow* line = m_model->row(row);
            if (line) (new PersonDialog(m_node, std::nullopt, line->other.address, this))->open();
        },
        [this](int row) {
            const ActivityRow* line = m_model->row(row);
            return line && line->net.satoshi() < 0 && !line->other.address.isEmpty() &&
                   line->other.label.isEmpty();
        });
}

void ActivityView::printReceipt(int row) {
    const ActivityRow* line = m_model->row(row);
    if (!line) return;
    using Facts = std::optional<ReceiptFacts>;
    const auto read = [txid = line->txid, addresses = m_node.params().addresses](const wallet::Wallet& wallet,
                                                                                 std::int32_t) {
        return receiptFactsOf(wallet, txid, addresses);
    };
    node::onResult(m_node.wallet().ask(read), this, [this](const std::optional<Facts>& facts) {
        if (!facts || !*facts) return;
        const ReceiptSheet sheet = receiptOf(**facts, QString::fromStdString(m_node.params().name()));
        printSheet(window(), sheet.title, PrintToFile::Allowed,
                   [sheet](QPainter& painter, const QRectF& page) { paintSheet(painter, page, sheet); });
    });
}

void ActivityView::buildBar() {
    m_chips = new QButtonGroup(this);
    const QStringList names{tr("All"), tr("Received"), tr("Sent"), tr("Mined"), tr("Waiting")};
    for (int i = 0; i < names.size(); ++i) {
        auto* chip = new Button(names[i]);
        chip->setSmall(true);
        chip->setCheckable(true);
        chip->setChecked(i == 0);
        m_chips->addButton(chip, i);
    }
    connect(m_chips, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on) applyFilter();
    });
    m_search = new SearchField(tr("Note, address or block"));
    m_search->setKeyHint(tr("Ctrl F"));
    m_search->setAccessibleName(tr("Find in the activity"));
    m_search->setMinimumWidth(px(260));
    connect(m_search, &QLineEdit::textChanged, this, &ActivityView::applyFilter);
    auto* find = new QShortcut(QKeySequence::Find, this); // of the whole window while this can be seen
    find->setWhatsThis(tr("Find a payment"));
    connect(find, &QShortcut::activated, m_search, [this] { m_search->setFocus(); });
    m_export = new Button(tr("Export"));
    m_export->setIconName(QStringLiteral("download"));
    m_export->setChevron(true);
    auto* kinds = new QMenu(m_export);
    kinds->addAction(tr("Table for spreadsheets (CSV)…"), this, [this] { askExportPath(false); });
    kinds->addAction(tr("For programs (JSON)…"), this, [this] { askExportPath(true); });
    m_export->setMenu(kinds);
    m_time = new Button(tr("Any time"));
    m_time->setObjectName(QStringLiteral("timeChip"));
    m_time->setSmall(true);
    m_time->setChevron(true);
    m_time->setMenu(makeTimeMenu());
}

QMenu* ActivityView::makeTimeMenu() {
    auto* menu = new QMenu(this);
    const auto add = [this, menu](const QString& words, qint64 days) {
        menu->addAction(words, this, [this, words, days] { setSince(days, words); });
    };
    add(tr("Any time"), 0);
    add(tr("Last 24 hours"), 1);
    add(tr("Last 7 days"), 7);
    add(tr("Last 30 days"), 30);
    add(tr("Last 365 days"), 365);
    return menu;
}

void ActivityView::setSince(qint64 days, const QString& words) {
    m_since = days == 0 ? 0 : m_node.clock().now() - days * 24 * 3'600;
    m_time->setText(words);
    applyFilter();
}

void ActivityView::showWaiting(int count) {
    m_chips->button(kWaitingChip)
        ->setText(count == 0 ? tr("Waiting") : tr("Waiting %1").arg(Format::count(count)));
}

void ActivityView::applyFilter() {
    const int chip = m_chips->checkedId();
    const auto kind =
        chip == kWaitingChip ? wallet::HistoryKind::All : static_cast<wallet::HistoryKind>(chip);
    m_model->setFilter({kind, m_search->text().trimmed(), chip == kWaitingChip, m_since});
    nameEmptyState();
}

void ActivityView::nameEmptyState() {
    if (m_model->filter().isEmpty()) {
        m_table->setEmptyState(
            QStringLiteral("wallet"),
            tr("Nothing has happened here yet. Coins come from mining or from somebody who sends you some."),
            tr("Show my address"));
    } else {
        m_table->setEmptyState(QStringLiteral("filter"), tr("Nothing in the history fits this filter."),
                               tr("Show everything"));
    }
}

void ActivityView::refresh() {
    m_model->renew();
    m_export->setEnabled(m_node.wallet().status()->historySize > 0);
    refreshPane();
}

void ActivityView::find(const QString& text) {
    setSince(0, tr("Any time"));
    m_chips->button(0)->click();
    m_search->setText(text);
}

void ActivityView::refreshPane() {
    const ActivityRow* open = m_pane ? m_model->row(m_table->openedRow()) : nullptr;
    if (open && open->txid == m_pane->txid()) m_pane->refresh(*open);
}

PaymentPane* ActivityView::pane() const {
    return m_pane;
}

/// Opens a line in place, or closes it.
void ActivityView::toggleRow(int row) {
    const bool isOpen = m_table->openedRow() == row;
    m_table->closeRow();
    const ActivityRow* line = isOpen ? nullptr : m_model->row(row);
    if (!line) return;
    m_pane = new PaymentPane(m_node, m_navigator, *line);
    m_table->openRow(row, m_pane);
}

void ActivityView::askExportPath(bool isJson) {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString suffix = isJson ? QStringLiteral("json") : QStringLiteral("csv");
    auto* dialog = new QFileDialog(this, tr("Export the activity"), folder,
                                   isJson ? tr("For programs (*.json)") : tr("Table (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(m_node.wallet().status()->name + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, [this, isJson](const QString& path) {
        m_model->exportTo(path, isJson ? ActivityModel::FileKind::Json : ActivityModel::FileKind::Csv);
    });
    dialog->open();
}

} // namespace gui

#include "moc_ActivityView.cpp"
