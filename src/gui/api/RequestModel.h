#pragma once

#include "node/NodeTypes.h"

#include <QAbstractTableModel>

#include <vector>

namespace gui {

/// The last requests to the API, newest first.
class RequestModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Method, Path, Status, Duration, Size, Client, ColumnCount };

    explicit RequestModel(QObject* parent = nullptr);
    /// `requests`: oldest first.
    void setRequests(const std::vector<node::RequestEntry>& requests, bool onlyRefused = false);
    [[nodiscard]] const node::RequestEntry* entry(int row) const; ///< null: no such row

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<node::RequestEntry> m_rows; ///< newest first
};

} // namespace gui
