#pragma once

#include "gui/models/Certainty.h"
#include "gui/models/PagedModel.h"
#include "primitives/Block.h"

namespace node {
class Node;
}

namespace gui {

/// A block that paid this wallet.
struct FoundBlock {
    std::int32_t height = -1;
    std::int64_t time = 0;
    std::int64_t tookSeconds = -1; ///< since the one found before; -1: not known
    primitives::BlockHash hash;
    primitives::TxId coinbase;
    primitives::Amount reward;
    wallet::TxState state = wallet::TxState::Confirmed;
    bool operator==(const FoundBlock&) const = default;
};

/// Blocks found, the newest first: block, when, how long it took since the one before, reward, how certain.
/// All of them: pages are read on the wallet's thread.   Thread: main.
class FoundBlocksModel : public PagedRows<FoundBlock> {
    Q_OBJECT
public:
    enum Column { Height, When, Took, Reward, State, ColumnCount };
    FoundBlocksModel(node::Node& node, QObject* parent);
    /// The wallet has `size` of them now. `anew`: it is another wallet.
    void renew(int size, bool anew);
    void setChain(std::int32_t height, std::int32_t maturity);
    /// Null while the row is on its way.
    [[nodiscard]] const FoundBlock* block(int row) const { return rowAt(row); }
    /// "8 s ago" grows older, and what was just found is no longer new, in these rows.
    void renewTimes(int firstRow, int lastRow);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void ask(int page, int first, int count, quint64 ticket) override;
    [[nodiscard]] Certainty stateOf(const FoundBlock& found) const;
    [[nodiscard]] QString textOf(const FoundBlock& found, int column) const;
    [[nodiscard]] static QVariant styleOf(int column);
    node::Node& m_node;
    std::int32_t m_height = 0;
    std::int32_t m_maturity = 0;
};

} // namespace gui
