#pragma once

#include "gui/widgets/DataTable.h"

namespace gui {

class CoinListModel;

/// Coins with their boxes: Space ticks the row, wherever in it. Narrow, it leaves out note and address.
class CoinTable : public DataTable {
    Q_OBJECT
public:
    explicit CoinTable(CoinListModel* model, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    CoinListModel* m_coins;
};

} // namespace gui
