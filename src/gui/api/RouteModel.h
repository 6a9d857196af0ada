#pragma once

#include "node/NodeTypes.h"

#include <QAbstractTableModel>

#include <vector>

namespace gui {

/// The routes of the API under the names of their families, which cannot be selected. Only what the filter's
/// words all appear in.
class RouteModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Method, Path, ColumnCount };

    explicit RouteModel(QObject* parent = nullptr);
    void setRoutes(std::vector<node::ApiRoute> routes);
    void setFilter(const QString& words);
    [[nodiscard]] bool isFamily(int row) const;
    /// Null for the name of a family and for no row.
    [[nodiscard]] const node::ApiRoute* route(int row) const;
    /// -1: not there, or filtered out.
    [[nodiscard]] int rowOf(const QString& method, const QString& path) const;
    /// The first row that can be selected; -1: none.
    [[nodiscard]] int firstRoute() const;
    [[nodiscard]] const std::vector<node::ApiRoute>& routes() const { return m_routes; }
    [[nodiscard]] int shownRoutes() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        QString family; ///< empty: a route
        std::size_t route = 0;
    };
    void arrange();
    [[nodiscard]] bool fits(const node::ApiRoute& route) const;
    std::vector<node::ApiRoute> m_routes;
    std::vector<Row> m_rows;
    QString m_filter;
};

} // namespace gui
