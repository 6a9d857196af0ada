#pragma once

#include "gui/welcome/NearNetworks.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/RowList.h"

namespace gui {

/// The networks near, one a row, as they were shown last. What is chosen stays chosen while others come and
/// go.
class NearModel : public RowList<NearNetwork> {
    Q_OBJECT
public:
    enum Column { Name, Words, Nodes, Where, Standing, ColumnCount };

    explicit NearModel(QObject* parent = nullptr) : RowList(parent) {}
    void setNetworks(std::vector<NearNetwork> networks);
    /// Null: there is no such row.
    [[nodiscard]] const NearNetwork* network(int row) const;

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

/// The list of networks near: on the page where one joins, and among the tabs of Network.
class NearTable : public DataTable {
    Q_OBJECT
public:
    explicit NearTable(QWidget* parent = nullptr);
    void showNetworks(std::vector<NearNetwork> networks);
    /// Null: none.
    [[nodiscard]] const NearNetwork* chosen() const { return m_model->network(currentIndex().row()); }
    [[nodiscard]] NearModel* networks() const { return m_model; }

private:
    NearModel* m_model;
};

/// Equal networks look equal.
bool operator==(const NearNetwork& a, const NearNetwork& b);

} // namespace gui
