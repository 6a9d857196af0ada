#include "gui/home/PeersCard.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/SyncState.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/RowsModel.h"
#include "node/Node.h"

#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kShown = 12; // as many as may fit

QString markFor(StatusBar::State look) {
    switch (look) {
    case StatusBar::State::Good:
        return QStringLiteral("good");
    case StatusBar::State::Busy:
        return QStringLiteral("work");
    case StatusBar::State::Bad:
        return QStringLiteral("bad");
    case StatusBar::State::Idle:
        break;
    }
    return QStringLiteral("b");
}

} // namespace

PeersCard::PeersCard(node::Node& node, Navigator& navigator, QWidget* parent)
    : Card(tr("Network"), parent), m_node(node) {
    auto* invite = new Button(tr("Invite"));
    invite->setSmall(true);
    addHeaderWidget(invite);
    m_state = new SentenceLabel;
    m_peers = new RowsModel(this);
    m_peers->setColumns({{tr("Peer"), TextStyle::Strong, false},
                         {tr("Height"), TextStyle::Normal, true},
                         {tr("Answers in"), TextStyle::Faint, true}});
    m_table = new DataTable;
    m_table->setModel(m_peers);
    m_table->setHeadsVisible(false);
    m_table->setColumnStretch(0);
    m_table->setAccessibleName(tr("Peers"));
    m_table->setWholeRows(true);
    m_table->setEmptyState(QStringLiteral("network"), tr("Others who join this network appear here."),
                           tr("Invite someone"));
    body()->setSpacing(px(8));
    body()->addWidget(m_state);
    body()->addWidget(m_table, 1);
    const auto open = [&navigator] { navigator.openPage(PageId::Network); };
    connect(invite, &Button::clicked, this, [&navigator] { navigator.openInvite(); });
    connect(m_table, &DataTable::emptyActionTriggered, this, open);
    connect(m_table, &DataTable::rowActivated, this, open);
}

void PeersCard::render() {
    const auto peers = m_node.peers().programs();
    const SyncState state = judgeSync(*peers, *m_node.chain().status());
    m_state->setSentence(
        QStringLiteral("<%1>%2.</%1> %3").arg(markFor(state.look), state.words, state.sentence));
    QVector<QStringList> rows;
    for (const net::PeerInfo& peer : *peers) {
        if (rows.size() == kShown) break;
        rows.append(
            {peer.name.isEmpty() ? peer.address : peer.name,
             peer.height < 0 ? QStringLiteral("–") : Format::count(peer.height),
             peer.pingMs < 0 ? tr("silent") : Format::milliseconds(static_cast<double>(peer.pingMs))});
    }
    m_peers->setRows(rows);
}

} // namespace gui

#include "moc_PeersCard.cpp"
