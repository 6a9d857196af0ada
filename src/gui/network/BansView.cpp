#include "gui/network/BansView.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/dialogs/FormDialog.h"
#include "gui/frame/Seen.h"
#include "gui/network/BlockDialog.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/RowsModel.h"
#include "node/Node.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace gui {

namespace {

constexpr int kBansClockMs = 10'000; // blocks end by themselves

/// "1.2.3.4/32" is one address.
QString bannedWords(const QString& subnet) {
    for (const QString& single : {QStringLiteral("/32"), QStringLiteral("/128")})
        if (subnet.endsWith(single)) return subnet.chopped(single.size());
    return subnet;
}

QStringList banRow(const net::BanInfo& ban, std::int64_t now) {
    return {bannedWords(ban.subnet), format().day(ban.since, now),
            BansView::tr("%1, %2 more")
                .arg(format().day(ban.until, now),
                     format().duration(static_cast<double>(std::max<std::int64_t>(0, ban.until - now)))),
            ban.byHand ? BansView::tr("by you") : BansView::tr("by Cairn, for what it sent")};
}

} // namespace

BansView::BansView(node::Node& node, Navigator& navigator, QWidget* parent)
    : QWidget(parent), m_node(node), m_navigator(navigator), m_model(new RowsModel(this)),
      m_card(new Card(tr("Blocked addresses"))), m_table(new DataTable),
      m_undo(new Button(tr("Undo the block"))), m_undoAll(new Button(tr("Undo all…"))),
      m_add(new Button(tr("Block an address…"))) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card, 1);
    m_model->setColumns({{tr("Address"), TextStyle::Mono},
                         {tr("Since"), TextStyle::Normal},
                         {tr("Until"), TextStyle::Normal},
                         {tr("By whom"), TextStyle::Muted}});
    m_table->setObjectName(QStringLiteral("banTable"));
    m_table->setAccessibleName(tr("Blocked addresses"));
    m_table->setModel(m_model);
    m_table->setColumnFixed(0, 220);
    m_table->setColumnFixed(1, 150);
    m_table->setColumnFixed(2, 260);
    m_table->setColumnStretch(3);
    m_table->setEmptyState(QStringLiteral("lock"),
                           tr("Nobody is blocked. Cairn blocks who breaks the rules of the network, for a "
                              "day; you can block any address."),
                           tr("Block an address…"));
    m_undo->setObjectName(QStringLiteral("undoBanButton"));
    m_undoAll->setObjectName(QStringLiteral("undoAllBansButton"));
    m_add->setObjectName(QStringLiteral("blockAddressButton"));
    for (Button* button : {m_undo, m_undoAll, m_add}) {
        button->setSmall(true);
        m_card->addHeaderWidget(button);
    }
    m_undo->setToolTip(tr("Lets the chosen address come again; the Delete key does it too."));
    m_card->body()->addWidget(new SentenceLabel(
        tr("Whoever is blocked is neither dialled nor let in. It ends by itself, or when you undo it.")));
    m_card->body()->addWidget(m_table, 1);
    connect(m_add, &Button::clicked, this, &BansView::askAddress);
    connect(m_table, &DataTable::emptyActionTriggered, this, &BansView::askAddress);
    connect(m_undo, &Button::clicked, this, &BansView::undoCurrent);
    connect(m_undoAll, &Button::clicked, this, &BansView::askUndoAll);
    connect(m_table, &DataTable::currentRowChanged, this, [this](int row) { m_undo->setVisible(row >= 0); });
    m_table->addRowAction(tr("Undo the block"), QStringLiteral("plus"), QKeySequence(Qt::Key_Delete),
                          [this](int row) {
                              m_table->selectRow(row);
                              undoCurrent();
                          });
    connect(new SeenClock(this, kBansClockMs), &SeenClock::tick, this, &BansView::refresh);
    showBans({});
}

void BansView::refresh() {
    if (std::exchange(m_asking, true)) {
        m_askAgain = true;
        return;
    }
    const auto answered = [this] {
        m_asking = false;
        if (std::exchange(m_askAgain, false)) refresh();
    };
    node::onResult(
        m_node.peers().bans(), this,
        [this, answered](const std::vector<net::BanInfo>& bans) {
            showBans(bans);
            answered();
        },
        [this] { m_asking = false; });
}

void BansView::showBans(std::vector<net::BanInfo> bans) {
    std::ranges::stable_sort(bans, std::ranges::greater(), &net::BanInfo::since);
    m_bans = std::move(bans);
    const std::int64_t now = m_node.clock().now();
    QVector<QStringList> rows;
    for (const net::BanInfo& ban : m_bans)
        rows << banRow(ban, now);
    m_model->setRows(rows);
    m_undo->setVisible(m_table->currentIndex().isValid());
    m_undoAll->setVisible(m_bans.size() > 1);
    m_add->setVisible(!m_bans.empty()); // the empty table offers it itself
}

void BansView::askAddress() {
    auto* dialog = new BlockDialog(m_node, m_navigator, {}, this);
    connect(dialog, &QDialog::accepted, this, &BansView::refresh);
    dialog->open();
}

void BansView::undoCurrent() {
    const int row = m_table->currentIndex().row();
    if (row < 0 || static_cast<std::size_t>(row) >= m_bans.size()) return;
    const QString subnet = m_bans[static_cast<std::size_t>(row)].subnet;
    node::onResult(m_node.peers().unban(subnet), this, [this, subnet](node::BanOutcome) {
        m_navigator.showNotice(tr("%1 may come again.").arg(bannedWords(subnet)));
        refresh();
    });
}

void BansView::askUndoAll() {
    auto* dialog = new FormDialog(tr("Undo all blocks?"),
                                  tr("Everybody who is blocked may come again, also those that broke the "
                                     "rules of the network."),
                                  tr("Undo all"), this);
    dialog->setObjectName(QStringLiteral("undoAllDialog"));
    connect(dialog, &FormDialog::submitted, this, [this, dialog] {
        undoAll();
        dialog->accept();
    });
    dialog->open();
}

void BansView::undoAll() {
    node::onResult(m_node.peers().clearBans(), this, [this] { refresh(); });
}

} // namespace gui

#include "moc_BansView.cpp"
