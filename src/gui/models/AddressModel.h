#pragma once

#include "gui/models/PagedModel.h"
#include "wallet/WalletTypes.h"

#include <QString>

#include <optional>

namespace node {
class Node;
}

namespace gui {

/// One address of the wallet, as lists need it.
struct AddressRow {
    QString address;
    QString label;
    qint64 handedOut = 0; ///< unix seconds; 0: found to be paid, never handed out here
    bool used = false;
    bool operator==(const AddressRow&) const = default;
};

/// The addresses of one group, the newest first: pages of them, read on the wallet's thread.   Thread: main.
class AddressModel : public PagedRows<AddressRow> {
    Q_OBJECT
public:
    enum Column { Label, Address, HandedOut, State, ColumnCount };

    AddressModel(node::Node& node, wallet::AddressGroup group, QObject* parent);

    /// An address came or changed: how many there are now is asked for, and what is shown.
    void renew();
    /// Another wallet: forgets everything first.
    void startAnew();
    /// Null while the row is on its way.
    [[nodiscard]] const AddressRow* row(int row) const { return rowAt(row); }

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
    void ask(int page, int first, int count, quint64 ticket) override;
    [[nodiscard]] QString textOf(const AddressRow& row, int column) const;

    node::Node& m_node;
    wallet::AddressGroup m_group;
    quint64 m_question = 0;
    bool m_anew = true;
};

} // namespace gui
