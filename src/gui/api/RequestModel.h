#pragma once

#include "node/NodeTypes.h"

#include <QAbstractTableModel>

#include <memory>
#include <vector>

namespace gui {

/// The last requests to the API, newest first.
class RequestModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Method, Path, Status, Duration, Size, Client, ColumnCount };
    using Requests = std::shared_ptr<const std::vector<node::RequestEntry>>;

    explicit RequestModel(QObject* parent = nullptr);
    void setRequests(Requests requests);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Requests m_requests;
};

} // namespace gui
