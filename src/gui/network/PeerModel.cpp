#include "gui/network/PeerModel.h"

#include "gui/Format.h"
#include "gui/network/PeerWords.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"

#include <algorithm>
#include <tuple>

namespace gui {

namespace {

bool isLeft(int column) {
    return column == PeerModel::Name || column == PeerModel::Address || column == PeerModel::Doing;
}

/// All that a row shows.
auto shownOf(const net::PeerInfo& peer) {
    return std::tie(peer.address, peer.dialledIn, peer.agent, peer.name, peer.state, peer.height,
                    peer.blocksInFlight, peer.bytesIn, peer.bytesOut, peer.pingMs, peer.clockOffset,
                    peer.fault);
}

TextStyle doingStyle(net::PeerState state) {
    switch (peerToken(state)) {
    case Token::Bad:
        return TextStyle::Bad;
    case Token::Work:
        return TextStyle::Work;
    default:
        return TextStyle::Normal;
    }
}

TextStyle peerStyle(const net::PeerInfo& peer, int column) {
    switch (column) {
    case PeerModel::Name:
        return TextStyle::Strong;
    case PeerModel::Address:
        return TextStyle::MonoMuted;
    case PeerModel::Doing:
        return doingStyle(peer.state);
    case PeerModel::Height:
        return TextStyle::Normal;
    default:
        return TextStyle::Muted;
    }
}

} // namespace

PeerModel::PeerModel(QObject* parent) : QAbstractTableModel(parent) {}

void PeerModel::setPeers(const Peers& peers, std::int64_t now) {
    if (!peers) return;
    std::vector<std::shared_ptr<const net::PeerInfo>> next;
    next.reserve(peers->size());
    for (const net::PeerInfo& peer : *peers)
        next.emplace_back(peers, &peer); // lives as long as the list
    std::ranges::sort(next, {}, [](const auto& peer) { return peer->id; });
    dropMissing(next, now);
    std::size_t row = 0;
    for (const auto& peer : next) {
        while (row < m_rows.size() && m_rows[row].peer->id < peer->id)
            ++row; // one that has left and is kept
        const int at = static_cast<int>(row);
        if (row == m_rows.size() || m_rows[row].peer->id != peer->id) {
            beginInsertRows({}, at, at);
            m_rows.insert(m_rows.begin() + at, Row{peer});
            endInsertRows();
        } else {
            const bool same = m_rows[row].leftAt == 0 && shownOf(*m_rows[row].peer) == shownOf(*peer);
            m_rows[row] = Row{peer};
            if (!same) emit dataChanged(index(at, 0), index(at, ColumnCount - 1));
        }
        ++row;
    }
}

void PeerModel::dropMissing(const std::vector<std::shared_ptr<const net::PeerInfo>>& next, std::int64_t now) {
    for (int row = rowCount() - 1; row >= 0; --row) {
        Row& old = m_rows[static_cast<std::size_t>(row)];
        const auto isIt = [&old](const auto& peer) { return peer->id == old.peer->id; };
        if (std::ranges::any_of(next, isIt)) continue;
        if (old.peer->id == m_kept) {
            if (old.leftAt != 0) continue;
            old.peer = std::make_shared<const net::PeerInfo>(*old.peer); // not with the whole list
            old.leftAt = now;
            emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
            continue;
        }
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
}

void PeerModel::keep(net::PeerId peer) {
    if (peer == m_kept) return;
    const int before = rowOf(m_kept);
    m_kept = peer;
    if (before < 0 || leftAt(before) == 0) return;
    beginRemoveRows({}, before, before);
    m_rows.erase(m_rows.begin() + before);
    endRemoveRows();
}

const net::PeerInfo* PeerModel::peer(int row) const {
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].peer.get() : nullptr;
}

int PeerModel::rowOf(net::PeerId peer) const {
    const auto found = std::ranges::find(m_rows, peer, [](const Row& row) { return row.peer->id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

std::int64_t PeerModel::leftAt(int row) const {
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].leftAt : 0;
}

int PeerModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PeerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString PeerModel::textOf(const Row& row, int column) const {
    const net::PeerInfo& peer = *row.peer;
    switch (column) {
    case Name:
        return peerName(peer);
    case Address:
        return peer.address;
    case Doing:
        return row.leftAt == 0 ? peerDoing(peer) : peerLeft(row.leftAt);
    case Height:
        return peer.height >= 0 ? Format::count(peer.height) : QStringLiteral("–");
    case Ping:
        return peer.pingMs >= 0 ? Format::milliseconds(static_cast<double>(peer.pingMs))
                                : QStringLiteral("–");
    case In:
        return Format::size(peer.bytesIn);
    case Out:
        return Format::size(peer.bytesOut);
    default:
        return {};
    }
}

QVariant PeerModel::lookOf(const Row& row, int column, int role) const {
    const net::PeerInfo& peer = *row.peer;
    if (role == TextStyleRole) return static_cast<int>(peerStyle(peer, column));
    if (role == DotRole && column == Name) return static_cast<int>(peerToken(peer.state));
    if (role == IconNameRole && column == Address)
        return peer.dialledIn ? QStringLiteral("arrow-left") : QStringLiteral("arrow-right");
    if (role == RowToneRole) {
        const bool isFaded = row.leftAt != 0 || peer.state == net::PeerState::Unreachable ||
                             peer.state == net::PeerState::Self;
        return static_cast<int>(isFaded ? RowTone::Faded : RowTone::None);
    }
    return {};
}

QVariant PeerModel::data(const QModelIndex& index, int role) const {
    if (!peer(index.row())) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const net::PeerInfo& info = *row.peer;
    switch (role) {
    case Qt::DisplayRole:
        return textOf(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Address ? peerDialled(info) : cellName(index);
    case Qt::ToolTipRole:
        if (index.column() == Name && !info.name.isEmpty())
            return tr("It calls itself so; anybody may. %1").arg(peerProgram(info));
        if (index.column() == Address) return peerDialled(info);
        return index.column() == Doing ? peerTrouble(info) : QString();
    case Qt::TextAlignmentRole:
        return static_cast<int>((isLeft(index.column()) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case CopyRole:
        return index.column() <= Address ? QVariant(info.address) : QVariant();
    default:
        return lookOf(row, index.column(), role);
    }
}

QVariant PeerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isLeft(section) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Peer");
    case Address:
        return tr("Address");
    case Doing:
        return tr("Doing");
    case Height:
        return tr("Height");
    case Ping:
        return tr("Ping");
    case In:
        return tr("In");
    case Out:
        return tr("Out");
    default:
        return {};
    }
}

} // namespace gui

#include "moc_PeerModel.cpp"
