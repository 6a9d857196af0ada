#include "gui/network/PeerModel.h"

#include "gui/Format.h"
#include "gui/network/PeerWords.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"

#include <algorithm>

namespace gui {

namespace {

bool isLeft(int column) {
    return column == PeerModel::Name || column == PeerModel::Address || column == PeerModel::Doing;
}

QString textOf(const net::PeerInfo& peer, int column) {
    switch (column) {
    case PeerModel::Name:
        return peerName(peer);
    case PeerModel::Address:
        return peer.address;
    case PeerModel::Doing:
        return peerDoing(peer);
    case PeerModel::Height:
        return peer.height >= 0 ? Format::count(peer.height) : QStringLiteral("–");
    case PeerModel::Ping:
        return peer.pingMs >= 0 ? Format::milliseconds(static_cast<double>(peer.pingMs))
                                : QStringLiteral("–");
    case PeerModel::In:
        return Format::size(peer.bytesIn);
    case PeerModel::Out:
        return Format::size(peer.bytesOut);
    default:
        return {};
    }
}

TextStyle styleOf(int column) {
    if (column == PeerModel::Name) return TextStyle::Strong;
    if (column == PeerModel::Address) return TextStyle::MonoMuted;
    return column == PeerModel::Doing || column == PeerModel::Height ? TextStyle::Normal : TextStyle::Muted;
}

RowTone toneOf(net::PeerState state) {
    switch (state) {
    case net::PeerState::OtherBranch:
    case net::PeerState::WrongNetwork:
    case net::PeerState::Banned:
    case net::PeerState::Held:
    case net::PeerState::ClockDiffers:
        return RowTone::Bad;
    case net::PeerState::Unreachable:
    case net::PeerState::Self:
        return RowTone::Faded;
    default:
        return RowTone::None;
    }
}

} // namespace

PeerModel::PeerModel(QObject* parent)
    : QAbstractTableModel(parent), m_peers(std::make_shared<const std::vector<net::PeerInfo>>()) {}

void PeerModel::setPeers(Peers peers) {
    if (!peers) return;
    const bool sameRows = std::ranges::equal(*peers, *m_peers, {}, &net::PeerInfo::id, &net::PeerInfo::id);
    if (!sameRows) beginResetModel();
    m_peers = std::move(peers);
    if (!sameRows)
        endResetModel();
    else if (!m_peers->empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const net::PeerInfo* PeerModel::peer(int row) const {
    return row >= 0 && row < rowCount() ? &(*m_peers)[static_cast<std::size_t>(row)] : nullptr;
}

int PeerModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_peers->size());
}

int PeerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant PeerModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    const net::PeerInfo* info = index.isValid() ? peer(index.row()) : nullptr;
    if (!info) return {};
    switch (role) {
    case Qt::DisplayRole:
        return textOf(*info, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Name && !info->name.isEmpty())
            return tr("It calls itself so; anybody may. %1").arg(peerProgram(*info));
        return index.column() == Doing ? peerTrouble(*info) : QString();
    case Qt::TextAlignmentRole:
        return static_cast<int>((isLeft(index.column()) ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case CopyRole:
        return index.column() <= Address ? QVariant(info->address) : QVariant();
    case TextStyleRole:
        return static_cast<int>(styleOf(index.column()));
    case RowToneRole:
        return static_cast<int>(toneOf(info->state));
    default:
        return {};
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
