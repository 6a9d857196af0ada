#pragma once

#include "net/PeerInfo.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace gui {

/// The peers as the node published them last, by id. Rows stay where they are: only those that look different
/// are painted again. One that is kept stays as it was when it has left.
class PeerModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Address, Doing, Height, Ping, In, Out, ColumnCount };
    using Peers = std::shared_ptr<const std::vector<net::PeerInfo>>;

    explicit PeerModel(QObject* parent = nullptr);
    /// `now`: unix seconds, when one that is missing has left.
    void setPeers(const Peers& peers, std::int64_t now);
    /// That peer's row stays when it leaves, until another one is kept. 0: none.
    void keep(net::PeerId peer);

    [[nodiscard]] const net::PeerInfo* peer(int row) const;
    /// -1: it is not here.
    [[nodiscard]] int rowOf(net::PeerId peer) const;
    /// Unix seconds; 0: it is here.
    [[nodiscard]] std::int64_t leftAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::shared_ptr<const net::PeerInfo> peer;
        std::int64_t leftAt = 0;
    };
    void dropMissing(const std::vector<std::shared_ptr<const net::PeerInfo>>& next, std::int64_t now);
    [[nodiscard]] QString textOf(const Row& row, int column) const;
    [[nodiscard]] QVariant lookOf(const Row& row, int column, int role) const;

    std::vector<Row> m_rows; ///< by id
    net::PeerId m_kept = 0;
};

} // namespace gui
