#pragma once

#include "gui/explorer/ExplorerPane.h"

#include "explorer/ExplorerTypes.h"

#include <set>
#include <vector>

namespace gui {

class Card;
class CellsModel;
class DataTable;
class EmptyState;

/// What a search text may mean: one hit is opened by the page, several are listed, none says what is
/// possible.
class SearchPane : public ExplorerPane {
    Q_OBJECT
public:
    SearchPane(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);

    void search(const QString& text);
    void reload() override;

signals:
    void oneHit(const explorer::SearchHit& hit);

private:
    void show(const std::vector<explorer::SearchHit>& hits);
    void addOwn(std::vector<explorer::SearchHit> hits);
    void open(int row);

    QString m_text;
    std::vector<explorer::SearchHit> m_hits;
    std::set<primitives::TxId> m_lost; ///< hits that only the wallet remembers
    EmptyState* m_nothing;
    Card* m_card;
    DataTable* m_table;
    CellsModel* m_model;
    quint64 m_ticket = 0;
};

} // namespace gui
