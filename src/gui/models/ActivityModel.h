#pragma once

#include "gui/models/Counterparty.h"
#include "primitives/Block.h"
#include "wallet/WalletTypes.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>

namespace node {
class Node;
}

namespace gui {

/// One line of the wallet's history, as the table needs it.
struct ActivityRow {
    primitives::TxId txid;
    wallet::TxState state = wallet::TxState::Waiting;
    std::int32_t height = -1;
    qint64 time = 0;
    primitives::Amount net;
    bool isCoinbase = false;
    bool isInternal = false; ///< to oneself: only the fee left
    QString note;
    Counterparty other;
};

/// Which lines to show.
struct ActivityFilter {
    enum class Kind { All, Received, Sent, Mined };
    Kind kind = Kind::All;
    QString text; ///< in note, address, label, id or block height
    [[nodiscard]] bool isEmpty() const { return kind == Kind::All && text.isEmpty(); }
    bool operator==(const ActivityFilter&) const = default;
};

/// The wallet's history, newest first. Holds the pages that were looked at; the wallet's thread fills them,
/// so that a cell never waits. A filter is applied on the wallet's thread too.  Thread: main.
class ActivityModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Date, What, Note, Amount, State, ColumnCount };

    explicit ActivityModel(node::Node& node, QObject* parent = nullptr);

    /// The wallet or the chain moved on: asks again for what is shown.
    void renew();
    void setFilter(const ActivityFilter& filter);
    [[nodiscard]] const ActivityFilter& filter() const { return m_filter; }
    /// Null while the row is on its way.
    [[nodiscard]] const ActivityRow* row(int row) const;
    /// Writes the whole history as CSV on the wallet's thread; `exported` says how it went.
    void exportCsv(const QString& path);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void exported(bool written, const QString& path);

private:
    struct Look {
        QString text;
        int tag = 0;
    };
    [[nodiscard]] Look stateOf(const ActivityRow& row) const;
    [[nodiscard]] QString textOf(const ActivityRow& row, int column) const;
    void changeSize(int size);
    void askPage(int page);
    void takePage(int page, const QVector<ActivityRow>& rows);
    void askFiltered();
    void allChanged();

    node::Node& m_node;
    ActivityFilter m_filter;
    QHash<int, ActivityRow> m_rows; ///< by row
    QSet<int> m_asked;              ///< pages asked for since the last change
    int m_size = 0;
    quint64 m_question = 0;
    quint64 m_revision = 0;
    QString m_wallet;
};

} // namespace gui
