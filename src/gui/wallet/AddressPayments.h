#pragma once

#include "gui/widgets/RowList.h"
#include "primitives/Transaction.h"

namespace wallet {
struct StoredCoin;
}

namespace gui {

/// What came to one address, the newest first: a small table.   Thread: main.
class AddressPayments : public RowList<std::pair<primitives::OutPoint, QStringList>> {
    Q_OBJECT
public:
    enum Column { Where, State, Value, ColumnCount };

    explicit AddressPayments(QObject* parent = nullptr);
    void setCoins(std::vector<wallet::StoredCoin> coins);
    [[nodiscard]] primitives::TxId txid(int row) const { return rowAt(row).first.txid; }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void renew();
    std::vector<wallet::StoredCoin> m_coins; ///< one a row, same order
};

} // namespace gui
