#pragma once

#include "gui/explorer/ExplorerPane.h"

#include "primitives/Block.h"

#include <optional>

namespace explorer {
struct BlockRow;
struct BlockView;
struct TransactionView;
} // namespace explorer

namespace gui {

class Card;
class CardRow;
class CellsModel;
class DataTable;
class BlockCells;
class BytesView;
class EmptyState;
class FactsList;

/// One block of any branch: its header, what it pays, and its transactions.
class BlockPane : public ExplorerPane {
    Q_OBJECT
public:
    BlockPane(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

    void showBlock(const primitives::BlockHash& hash);
    void showHeight(std::int32_t height);
    void reload() override;
    void tick() override;

private:
    void begin();
    void show(const std::optional<explorer::BlockView>& view);
    void showHeader(const explorer::BlockView& view);
    void linkBlock(const QString& name, std::int32_t height, const primitives::BlockHash& hash);
    void showContents(const explorer::BlockView& view);
    void showTags(const explorer::BlockView& view);
    void showNothing();
    void build();
    Card* makeFactsCard(const QString& title, FactsList*& list);
    void buildList();
    void loadCells(const explorer::BlockRow& row);
    void showCells(const explorer::BlockRow& row, const std::vector<explorer::TransactionView>& list);
    void loadTransactions(bool more);
    void addTransactions(const std::vector<explorer::TransactionView>& list, bool more);

    std::optional<primitives::BlockHash> m_hash;
    std::int32_t m_height = -1; ///< asked for by height
    EmptyState* m_nothing;
    CardRow* m_factsRow;
    FactsList* m_header;
    FactsList* m_contents;
    Card* m_cellsCard;
    BlockCells* m_cells;
    CardRow* m_headerRow;
    BytesView* m_bytes;
    Card* m_listCard;
    DataTable* m_table;
    CellsModel* m_model;
    std::vector<primitives::TxId> m_txids; ///< one a row
    std::int32_t m_transactionCount = 0;
    std::optional<primitives::BlockHash> m_listed; ///< whose transactions the list holds
    quint64 m_ticket = 0;
    quint64 m_listTicket = 0;
    quint64 m_cellsTicket = 0;
};

} // namespace gui
