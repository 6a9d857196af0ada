#pragma once

#include "wallet/Wallet.h"

#include <QAbstractTableModel>
#include <QFuture>

#include <optional>

namespace node {
class Node;
}

namespace gui {

/// A block that paid this wallet.
struct FoundBlock {
    std::int32_t height = -1;
    std::int64_t time = 0;
    primitives::BlockHash hash;
    primitives::Amount reward;
    wallet::TxState state = wallet::TxState::Confirmed;
};

/// The newest blocks of the wallet, how many there were today, and how many of today's a reorganisation took
/// away again.
struct FoundBlocks {
    QVector<FoundBlock> newest;
    int today = 0;
    int lost = 0;
};
/// Nothing when no wallet is open.
QFuture<std::optional<FoundBlocks>> askFoundBlocks(node::Node& node, int count);

/// Blocks found: block, when, how long it took since the one before, reward, how certain.
class FoundBlocksModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Height, When, Took, Reward, State, ColumnCount };
    explicit FoundBlocksModel(QObject* parent);
    void setBlocks(const QVector<FoundBlock>& blocks);
    void setChain(std::int32_t height, std::int32_t maturity);
    [[nodiscard]] const FoundBlock& block(int row) const { return m_blocks[row]; }
    /// "8 s ago" grows older, and what was just found is no longer new.
    void renewTimes();

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(int row, int column) const;
    [[nodiscard]] QString tookText(int row) const;
    QVector<FoundBlock> m_blocks;
    std::int32_t m_height = 0;
    std::int32_t m_maturity = 0;
};

} // namespace gui
