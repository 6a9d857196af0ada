#pragma once

#include "gui/models/CoinLines.h"
#include "gui/models/FollowedRows.h"

#include <set>

namespace gui {

/// The wallet's coins, and which of them are chosen: pages of them, found and read on the wallet's thread.
/// What was chosen and is spent meanwhile is chosen no more.   Thread: main.
class CoinListModel : public FollowedRows<CoinLines> {
    Q_OBJECT
public:
    enum Column { Chosen, Value, Label, Note, Address, Age, State, ColumnCount };
    using Coins = std::set<primitives::OutPoint>;

    CoinListModel(node::Node& node, CoinFilter filter, QObject* parent = nullptr);

    /// The wallet or the chain moved on: asks again for what is shown, where it may have changed.
    void renew();
    void setFilter(const CoinFilter& filter);
    [[nodiscard]] const CoinFilter& filter() const { return m_filter; }
    /// Null before the first answer.
    [[nodiscard]] const std::shared_ptr<const CoinField>& field() const { return m_field; }

    [[nodiscard]] const Coins& chosen() const { return m_chosen; }
    /// The same as they are now, as soon as that is known: `choiceChanged`.
    [[nodiscard]] const std::vector<CoinRow>& chosenRows() const { return m_chosenRows; }
    [[nodiscard]] primitives::Amount chosenSum() const;
    void choose(Coins coins);
    void toggle(const primitives::OutPoint& coin);
    /// Whether it can pay in the next block; what is frozen can, where it is named.
    [[nodiscard]] bool canPay(const CoinRow& row) const;
    /// Keeps coins back, or gives them free; `refused` when the wallet file cannot be written.
    void setFrozen(const Coins& coins, bool isFrozen);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void fieldChanged();
    void choiceChanged();
    void refused();

private:
    void followed(const Step& step) override;
    void startAnew();
    void askChosen();
    [[nodiscard]] std::int32_t height() const;
    [[nodiscard]] QString textOf(const CoinRow& row, int column) const;
    [[nodiscard]] QString stateOf(const CoinRow& row) const;
    [[nodiscard]] QVariant lookOf(const CoinRow& row, int column, int role) const;
    [[nodiscard]] static QVariant copyOf(const CoinRow& row, int column);

    CoinFilter m_filter;
    std::shared_ptr<const CoinField> m_field;
    Coins m_chosen;
    std::vector<CoinRow> m_chosenRows;
    quint64 m_question = 0; ///< about those chosen
    quint64 m_revision = 0;
    std::int32_t m_height = -1; ///< of the tip that ages were shown by
    QString m_wallet;
};

} // namespace gui
