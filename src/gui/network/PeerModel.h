#pragma once

#include "net/PeerInfo.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace gui {

/// The peers as the node published them last.
class PeerModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Address, Doing, Height, Ping, In, Out, ColumnCount };
    using Peers = std::shared_ptr<const std::vector<net::PeerInfo>>;

    explicit PeerModel(QObject* parent = nullptr);
    void setPeers(Peers peers);
    [[nodiscard]] const net::PeerInfo* peer(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Peers m_peers;
};

} // namespace gui
