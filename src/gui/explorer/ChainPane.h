#pragma once

#include "gui/explorer/ExplorerPane.h"
#include "gui/models/ColumnTexts.h"

#include "primitives/Hash256.h"

#include <optional>

namespace explorer {
struct BlockView;
} // namespace explorer

namespace gui {

class BlockListModel;
class Card;
class DataTable;
class FactsList;
class StripFeed;

/// The chain: the last blocks as cards, all blocks as a list, and the facts of the one that is selected.
class ChainPane : public ExplorerPane {
    Q_OBJECT
public:
    ChainPane(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    ~ChainPane() override;

    void reload() override;
    void tick() override;
    [[nodiscard]] BlockListModel* model() const { return m_model; }

private:
    Card* makeStripCard();
    Card* makeListCard();
    Card* makeFactsCard();
    void openRow(int row);
    void rowsInserted(int count);
    void selectRow(int row);
    void loadFacts();
    void showFacts(const explorer::BlockView& view);
    void renewNote();

    BlockListModel* m_model;
    StripFeed* m_strip = nullptr;
    DataTable* m_table = nullptr;
    ColumnTexts m_ages;
    Card* m_listCard = nullptr;
    Card* m_factsCard = nullptr;
    FactsList* m_facts = nullptr;
    Tag* m_ownTag = nullptr;
    std::optional<primitives::BlockHash> m_shown; ///< whose facts are read
    bool m_followTip = true;                      ///< until somebody selects another block than the newest
    quint64 m_factsTicket = 0;
};

} // namespace gui
