#pragma once

#include "gui/explorer/ExplorerPane.h"
#include "gui/models/ColumnTexts.h"

#include "primitives/Hash256.h"

#include <optional>

namespace explorer {
struct AddressTxRow;
struct AddressView;
} // namespace explorer

namespace gui {

class BigFigure;
class Card;
class CardRow;
class CellsModel;
class CopyField;
class DataTable;
class EmptyState;
class FactsList;
class QrView;
class SentenceLabel;

/// One address: its code, what it holds, and every transaction that touched it.
class AddressPane : public ExplorerPane {
    Q_OBJECT
public:
    AddressPane(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

    void showAddress(const QString& address);
    void reload() override;
    void tick() override;

private:
    void makeHead();
    void makeHistory();
    void show(const explorer::AddressView& view);
    void showFacts(const explorer::AddressView& view);
    void loadHistory(bool more);
    void addHistory(const std::vector<explorer::AddressTxRow>& list, bool more);

    QString m_address;
    util::Bytes m_script; ///< empty: not an address of this network
    EmptyState* m_nothing = nullptr;
    CardRow* m_head = nullptr;
    QrView* m_code = nullptr;
    CopyField* m_copy = nullptr;
    BigFigure* m_balance = nullptr;
    SentenceLabel* m_waiting = nullptr;
    FactsList* m_facts = nullptr;
    Card* m_historyCard = nullptr;
    DataTable* m_table = nullptr;
    CellsModel* m_model = nullptr;
    ColumnTexts m_ages;
    std::vector<primitives::TxId> m_txids; ///< one a row
    quint64 m_ticket = 0;
    quint64 m_listTicket = 0;
};

} // namespace gui
