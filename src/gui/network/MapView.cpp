#include "gui/network/MapView.h"

#include "gui/Format.h"
#include "gui/SyncState.h"
#include "gui/network/PeerMap.h"
#include "gui/network/PeerWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Notices.h"
#include "node/Node.h"

#include <QVBoxLayout>

#include <array>

namespace gui {

namespace {

constexpr int kMapBesideTips = 860;
constexpr int kMostNames = 8;

/// Where a peer's tip lies, seen from ours.
enum class TipPlace { Ours, Ahead, Behind, OtherBranch, Held, NotKnown, Count };

TipPlace placeOf(net::PeerState state) {
    using enum net::PeerState;
    switch (state) {
    case InStep:
        return TipPlace::Ours;
    case CatchingUp:
        return TipPlace::Ahead;
    case Behind:
        return TipPlace::Behind;
    case OtherBranch:
        return TipPlace::OtherBranch;
    case Held:
        return TipPlace::Held;
    default:
        return TipPlace::NotKnown;
    }
}

QString placeWords(TipPlace place) {
    switch (place) {
    case TipPlace::Ours:
        return MapView::tr("On our tip");
    case TipPlace::Ahead:
        return MapView::tr("Ahead of us");
    case TipPlace::Behind:
        return MapView::tr("Behind us");
    case TipPlace::OtherBranch:
        return MapView::tr("On another branch");
    case TipPlace::Held:
        return MapView::tr("On a branch held back");
    case TipPlace::NotKnown:
    case TipPlace::Count:
        break;
    }
    return MapView::tr("Tip not known");
}

} // namespace

MapView::MapView(node::Node& node, QWidget* parent) : QWidget(parent), m_node(node) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* row = new CardRow(kMapBesideTips);
    row->add(buildMap(), 2);
    row->add(buildTips(), 1);
    layout->addWidget(row, 1);
}

QWidget* MapView::buildMap() {
    m_card = new Card(tr("Who is on which tip"));
    m_map = new PeerMap;
    m_twin = new PictureWithTable(m_map);
    m_card->addHeaderWidget(m_twin->toggle());
    m_card->setNote(tr("arrows: who dialled whom"));
    m_alone = new EmptyState(QStringLiteral("network"),
                             tr("Only you are here. Whoever joins this network appears around you, with the "
                                "height of their chain."));
    m_alone->setAction(tr("Invite somebody"));
    m_card->body()->addWidget(m_twin, 1);
    m_card->body()->addWidget(m_alone, 1);
    connect(m_alone, &EmptyState::actionTriggered, this, &MapView::inviteRequested);
    connect(m_twin, &PictureWithTable::itemActivated, this, [this](int item) {
        if (m_map->peerOf(item) != 0) emit peerChosen(m_map->peerOf(item));
    });
    return m_card;
}

QWidget* MapView::buildTips() {
    auto* card = new Card(tr("Tips"));
    m_lead = new SentenceLabel;
    m_lead->setObjectName(QStringLiteral("mapLead"));
    m_lead->setStrong(true);
    m_tips = new FactsList(FactsList::Values::Trailing);
    m_tips->setObjectName(QStringLiteral("mapTips"));
    m_rest = new SentenceLabel(
        tr("Only those that this node is connected with are known; the others talk among themselves."));
    card->body()->addWidget(m_lead);
    card->body()->addWidget(m_tips);
    card->body()->addStretch(1);
    card->body()->addWidget(m_rest);
    return card;
}

void MapView::refresh() {
    showPeers(m_node.peers().programs());
}

void MapView::showPeers(const PeerModel::Peers& peers) {
    m_map->setPeers(peers, m_node.chain().status()->tip.height);
    m_alone->setVisible(peers->empty());
    m_twin->setVisible(!peers->empty());
    m_twin->toggle()->setVisible(!peers->empty());
    showTips(*peers);
}

void MapView::showTips(const std::vector<net::PeerInfo>& peers) {
    std::array<QStringList, static_cast<std::size_t>(TipPlace::Count)> names;
    for (const net::PeerInfo& peer : peers) {
        if (peer.state != net::PeerState::Self)
            names[static_cast<std::size_t>(placeOf(peer.state))] << peerName(peer);
    }
    const SyncState state = judgeSync(peers, *m_node.chain().status());
    m_lead->setSentence(state.sentence);
    for (std::size_t place = 0; place < names.size(); ++place) {
        const QString what = placeWords(static_cast<TipPlace>(place));
        QStringList& all = names[place];
        if (all.isEmpty()) {
            m_tips->setFact(what, tr("nobody"), "faint");
            continue;
        }
        const int more = static_cast<int>(all.size()) - kMostNames;
        QString text = all.mid(0, kMostNames).join(QStringLiteral(", "));
        if (more > 0) text += tr(" and %n more", nullptr, more);
        m_tips->setFact(what, text);
    }
}

} // namespace gui

#include "moc_MapView.cpp"
