#pragma once

#include "gui/models/FollowedRows.h"
#include "gui/models/WalletMark.h"
#include "wallet/Invoices.h"

namespace gui {

/// The payments that a wallet asks for, with what came of them. Lives where the wallet does.   Thread:
/// wallet.
class InvoiceLines {
public:
    using Row = wallet::InvoiceFacts;
    struct Step {
        int size = 0;
        int kept = 0;
    };
    /// Cost: a look at all of them, where one came or went.
    Step follow(const wallet::Wallet& wallet, std::int32_t chainHeight);
    /// The oldest first.
    [[nodiscard]] std::vector<Row> rows(const wallet::Wallet& wallet, int first, int count) const;

private:
    std::vector<std::string> m_found; ///< their addresses
};

/// The same as a table, the newest first.   Thread: main.
class InvoiceListModel : public FollowedRows<InvoiceLines> {
    Q_OBJECT
public:
    enum Column { Label, Message, Amount, Asked, State, ColumnCount };

    explicit InvoiceListModel(node::Node& node, QObject* parent = nullptr);

    /// The wallet moved on: asks again where something may have changed.
    void renew();
    /// Time has passed.
    void tick() { columnsChanged(State, State); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// A label is shown when it has been written; `labelRefused` when it could not be.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void labelRefused();
    void sizeChanged(int size);

private:
    void followed(const Step& step) override;
    [[nodiscard]] QString textOf(const Row& row, int column) const;
    [[nodiscard]] QVariant copyOf(const Row& row, int column) const;

    WalletMark m_mark;
};

} // namespace gui
