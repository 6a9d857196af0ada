#pragma once

#include "gui/models/AddressLines.h"
#include "gui/models/FollowedRows.h"
#include "gui/models/WalletMark.h"

namespace gui {

/// "SegWit", "Taproot": what addresses of a kind are called.
QString addressKindName(std::optional<wallet::AddressType> type);

/// The wallet's addresses with what came to them, the newest first: pages of them, found and read on the
/// wallet's thread.   Thread: main.
class AddressListModel : public FollowedRows<AddressLines> {
    Q_OBJECT
public:
    enum Column { Address, Label, Kind, Received, Times, There, Last, ColumnCount };

    explicit AddressListModel(node::Node& node, QObject* parent = nullptr);

    /// The wallet moved on: asks again for what is shown, where it may have changed.
    void renew();
    void setFilter(const AddressListFilter& filter);
    [[nodiscard]] const AddressListFilter& filter() const { return m_filter; }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// A label is shown when it has been written; `labelRefused` when it could not be.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void labelRefused();
    /// How many there are of each use, by wallet::AddressUse.
    void counted(const AddressLines::Counts& counts);

private:
    void followed(const Step& step) override { emit counted(step.counts); }
    void startAnew();
    [[nodiscard]] static QString textOf(const AddressLine& row, int column);
    [[nodiscard]] static QVariant thingsOf(const AddressLine& row, int column);

    AddressListFilter m_filter;
    WalletMark m_mark;
};

} // namespace gui
