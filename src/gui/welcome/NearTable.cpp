#include "gui/welcome/NearTable.h"

#include "gui/NetworkWords.h"
#include "gui/widgets/CellName.h"
#include "gui/widgets/TableRoles.h"
#include "gui/widgets/Tag.h"
#include "net/address/HostAddress.h"

namespace gui {

namespace {

TagKind standingTag(NearNetwork::Standing standing) {
    switch (standing) {
    case NearNetwork::Standing::Connected:
        return TagKind::Good;
    case NearNetwork::Standing::Ours:
        return TagKind::Work;
    case NearNetwork::Standing::New:
        return TagKind::Accent;
    case NearNetwork::Standing::Known:
        break;
    }
    return TagKind::Neutral;
}

QString nearText(const NearNetwork& network, int column) {
    switch (column) {
    case NearModel::Name:
        return network.name;
    case NearModel::Words:
        return fingerprintText(network.genesis);
    case NearModel::Nodes:
        return NearTable::tr("%n node(s)", nullptr, static_cast<int>(network.nodes.size()));
    case NearModel::Where:
        return nearAddresses(network);
    case NearModel::Standing:
        return standingWords(network.standing);
    default:
        return {};
    }
}

TextStyle nearStyle(int column) {
    switch (column) {
    case NearModel::Name:
        return TextStyle::Strong;
    case NearModel::Where:
        return TextStyle::MonoMuted;
    case NearModel::Words:
        return TextStyle::Muted;
    default:
        return TextStyle::Normal;
    }
}

} // namespace

bool operator==(const NearNetwork& a, const NearNetwork& b) {
    return a.genesis == b.genesis && a.name == b.name && a.standing == b.standing &&
           a.nodes.size() == b.nodes.size() && a.first().address == b.first().address;
}

void NearModel::setNetworks(std::vector<NearNetwork> networks) {
    followRows(std::move(networks),
               [](const NearNetwork& network) { return std::pair(network.genesis, network.name); });
}

const NearNetwork* NearModel::network(int row) const {
    return row >= 0 && row < rowCount() ? &rowAt(row) : nullptr;
}

int NearModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant NearModel::data(const QModelIndex& index, int role) const {
    if (role == Qt::AccessibleTextRole) return cellName(index);
    const NearNetwork* row = network(index.row());
    if (row == nullptr) return {};
    switch (role) {
    case Qt::DisplayRole:
        return nearText(*row, index.column());
    case Qt::ToolTipRole:
        return index.column() == Name
                   ? tr("It is called so by those who tell of it; the words cannot be made "
                        "up.")
                   : QString();
    case Qt::TextAlignmentRole:
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    case TextStyleRole:
        return static_cast<int>(nearStyle(index.column()));
    case TagKindRole:
        return index.column() == Standing ? QVariant(static_cast<int>(standingTag(row->standing)))
                                          : QVariant();
    case CopyRole:
        return index.column() == Where ? QVariant(net::textOf(row->first().address)) : QVariant();
    default:
        return {};
    }
}

QVariant NearModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole) return {};
    switch (section) {
    case Name:
        return tr("Network");
    case Words:
        return tr("Its three words");
    case Nodes:
        return tr("Nodes");
    case Where:
        return tr("Where");
    case Standing:
        return tr("For you");
    default:
        return {};
    }
}

NearTable::NearTable(QWidget* parent) : DataTable(parent), m_model(new NearModel(this)) {
    setObjectName(QStringLiteral("nearTable"));
    setAccessibleName(tr("Networks near you"));
    setModel(m_model);
    setColumnFixed(NearModel::Name, 130);
    setColumnStretch(NearModel::Words);
    setColumnFixed(NearModel::Nodes, 84);
    setColumnFixed(NearModel::Where, 184);
    setColumnFixed(NearModel::Standing, 128);
}

void NearTable::showNetworks(std::vector<NearNetwork> networks) {
    const auto keyOf = [](const NearNetwork& network) { return std::pair(network.genesis, network.name); };
    std::optional<std::pair<primitives::BlockHash, QString>> before;
    if (chosen() != nullptr) before = keyOf(*chosen());
    {
        const QSignalBlocker quiet(this); // rows that move are not another choice
        m_model->setNetworks(std::move(networks));
        for (int row = 0; before && row < m_model->rowCount(); ++row)
            if (keyOf(*m_model->network(row)) == *before && currentIndex().row() != row) selectRow(row);
    }
    const bool isKept = before && chosen() != nullptr && keyOf(*chosen()) == *before;
    if (before && !isKept) emit currentRowChanged(currentIndex().row());
}

} // namespace gui

#include "moc_NearTable.cpp"
