#include "gui/wallet/ActivityView.h"

#include "gui/Navigator.h"
#include "gui/models/ActivityModel.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/SearchField.h"
#include "node/Node.h"

#include <QButtonGroup>
#include <QFileDialog>
#include <QShortcut>
#include <QStandardPaths>
#include <QVBoxLayout>

namespace gui {

ActivityView::ActivityView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_model(new ActivityModel(node, this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(px(12));
    buildBar();
    auto* bar = new FlowLayout;
    for (QAbstractButton* chip : m_chips->buttons())
        bar->addWidget(chip);
    bar->addStretch();
    bar->addWidget(m_search);
    bar->addWidget(m_export);
    m_table = new DataTable;
    m_table->setObjectName(QStringLiteral("activityTable"));
    m_table->setAccessibleName(tr("Activity of the wallet"));
    m_table->setModel(m_model);
    m_table->setColumnFixed(ActivityModel::Date, 140);
    m_table->setColumnFixed(ActivityModel::What, 280);
    m_table->setColumnFixed(ActivityModel::Amount, 190);
    m_table->setColumnFixed(ActivityModel::State, 130);
    m_table->setColumnStretch(ActivityModel::Note);
    m_table->setEditTriggers(QAbstractItemView::SelectedClicked);
    m_table->setEditable(ActivityModel::Note, tr("Edit the note"));
    m_table->setNavigator(navigator);
    m_table->addRowAction(
        tr("Pay there again…"), QStringLiteral("send"), {},
        [this](int row) {
            if (const ActivityRow* line = m_model->row(row)) m_navigator.openSend(line->other.address);
        },
        [this](int row) {
            const ActivityRow* line = m_model->row(row);
            return line && line->net.satoshi() < 0 && !line->other.address.isEmpty();
        });
    auto* card = new Card;
    card->body()->addWidget(m_table);
    layout->addLayout(bar);
    layout->addWidget(card, 1);
    connect(m_table, &DataTable::rowActivated, this, &ActivityView::openRow);
    connect(m_table, &DataTable::emptyActionTriggered, this, [this] {
        if (m_model->filter().isEmpty()) return m_navigator.openReceive();
        m_search->clear();
        m_chips->button(0)->click();
    });
    connect(m_model, &ActivityModel::exported, this, [this](bool written, const QString& path) {
        m_navigator.showNotice(written ? tr("Written to %1.").arg(path)
                                       : tr("%1 could not be written. Choose another place.").arg(path));
    });
    connect(m_model, &ActivityModel::noteRefused, this, [this] {
        m_navigator.showNotice(tr("The note was not kept: the wallet file cannot be written."));
    });
    nameEmptyState();
}

void ActivityView::buildBar() {
    m_chips = new QButtonGroup(this);
    const QStringList names{tr("All"), tr("Received"), tr("Sent"), tr("Mined")};
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
    m_export->setToolTip(tr("Writes the whole history as a table for spreadsheets (CSV)."));
    connect(m_export, &Button::clicked, this, &ActivityView::askExportPath);
}

void ActivityView::applyFilter() {
    m_model->setFilter({static_cast<wallet::HistoryKind>(m_chips->checkedId()), m_search->text().trimmed()});
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
}

void ActivityView::openRow(int row) {
    if (const ActivityRow* line = m_model->row(row)) m_navigator.openTransaction(line->txid);
}

void ActivityView::askExportPath() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(this, tr("Export the activity"), folder, tr("Table (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->selectFile(m_node.wallet().status()->name + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& path) { m_model->exportCsv(path); });
    dialog->open();
}

} // namespace gui

#include "moc_ActivityView.cpp"
