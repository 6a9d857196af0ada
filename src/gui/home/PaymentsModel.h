#pragma once

#include "gui/models/ActivityLines.h"
#include "gui/models/Certainty.h"
#include "gui/widgets/RowList.h"

namespace gui {

/// The last payments: when, what, note, amount, how certain. A handful of rows in memory.
class PaymentsModel : public RowList<ActivityRow> {
    Q_OBJECT
public:
    enum Column { When, What, Note, Amount, State, ColumnCount };
    explicit PaymentsModel(QObject* parent);

    void setPayments(std::vector<ActivityRow> payments);
    /// What certainty is counted from.
    void setRules(const CertaintyRules& rules);
    [[nodiscard]] const ActivityRow& payment(int row) const { return rowAt(row); }

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const ActivityRow& payment, int column) const;
    [[nodiscard]] QVariant styleOf(int column, int role) const;

    CertaintyRules m_rules;
};

} // namespace gui
