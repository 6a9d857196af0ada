#pragma once

#include "gui/home/WalletGlance.h"

#include <QAbstractTableModel>

namespace gui {

/// The last payments: when, what, note, amount, how certain. A handful of rows in memory.
class PaymentsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { When, What, Note, Amount, State, ColumnCount };
    explicit PaymentsModel(QObject* parent);

    void setPayments(const QVector<GlancePayment>& payments);
    /// What certainty is counted from.
    void setChain(std::int32_t height, std::int32_t maturity, int confirmationBlocks);
    [[nodiscard]] const GlancePayment& payment(int row) const { return m_payments[row]; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString textOf(const GlancePayment& payment, int column) const;
    [[nodiscard]] QString whatOf(const GlancePayment& payment) const;
    [[nodiscard]] QVariant styleOf(int column, int role) const;

    QVector<GlancePayment> m_payments;
    std::int32_t m_height = 0;
    std::int32_t m_maturity = 0;
    int m_confirmationBlocks = 6;
};

} // namespace gui
