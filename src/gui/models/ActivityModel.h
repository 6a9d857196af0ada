#pragma once

#include "gui/models/ActivityLines.h"
#include "gui/models/Certainty.h"
#include "gui/models/FollowedRows.h"
#include "gui/models/WalletMark.h"

namespace gui {

/// "Mined block 2 148", "Sent to cairn1q7h…k2md and 1 other".
QString whatHappened(const ActivityRow& row);

/// The wallet's history, newest first. The wallet's thread finds and reads the lines, so that a cell never
/// waits; a filter is applied there too, once, and from then on to what changed only.  Thread: main.
class ActivityModel : public FollowedRows<ActivityLines> {
    Q_OBJECT
public:
    enum Column { Date, What, Note, Amount, Balance, State, ColumnCount };
    enum class FileKind { Csv, Json };

    explicit ActivityModel(node::Node& node, QObject* parent = nullptr);

    /// The wallet or the chain moved on: asks again for what is shown, where it may have changed.
    void renew();
    void setFilter(const ActivityFilter& filter);
    [[nodiscard]] const ActivityFilter& filter() const { return m_filter; }
    /// Writes the whole history on the wallet's thread; `exported` says how it went.
    void exportTo(const QString& path, FileKind kind);
    /// Lines of the whole history that no block has yet.
    [[nodiscard]] int waitingCount() const { return m_waiting; }
    /// How long they have waited reads differently now.
    void renewAges() { columnsChanged(State, State); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    /// A note is shown when it has been written; `noteRefused` when it could not be.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

signals:
    void exported(bool written, const QString& path);
    void noteRefused();
    void waitingCountChanged(int count);

private:
    void followed(const Step& step) override;
    void startAnew();
    [[nodiscard]] Certainty stateOf(const ActivityRow& row) const;
    [[nodiscard]] QString textOf(const ActivityRow& row, int column) const;
    [[nodiscard]] QVariant copyOf(const ActivityRow& row, int column) const;
    [[nodiscard]] static QVariant lookOf(const ActivityRow& row, int column, int role);

    ActivityFilter m_filter;
    int m_waiting = 0;
    WalletMark m_mark;
    std::int32_t m_height = -1; ///< of the tip that certainty was shown by
};

} // namespace gui
