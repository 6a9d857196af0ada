#pragma once

#include "gui/explorer/ExplorerPane.h"
#include "gui/frame/Page.h"
#include "primitives/Block.h"

#include <vector>

class QHBoxLayout;

namespace explorer {
struct SearchHit;
}
namespace node {
class Node;
}

namespace gui {

class AddressPane;
class BlockPane;
class Button;
class ChainPane;
class HashLabel;
class Navigator;
class SearchPane;
class TransactionPane;

/// The explorer: the chain, a block, a transaction, an address, or what was searched for, with a history as
/// in a browser. The views ask the chain on reading threads and follow the news only while they are visible.
/// Thread: main.
class ExplorerPage : public Page {
    Q_OBJECT
public:
    ExplorerPage(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    ~ExplorerPage() override;

    // Each is a step of the history.
    void showChain();
    void showBlock(const primitives::BlockHash& hash);
    void showHeight(std::int32_t height);
    void showTransaction(const primitives::TxId& txid);
    void showAddress(const QString& address);
    /// Opens the only hit at once, lists several, says what is possible when there is none.
    void showSearch(const QString& text);

    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    void goBack();
    void goForward();

    void follow(const PageLink& link) override;
    bool stepBack() override;
    bool stepForward() override;

signals:
    void historyChanged();

protected:
    void refresh() override;

private:
    struct Place {
        enum class Kind { Chain, Block, Height, Transaction, Address, Search };
        Kind kind = Kind::Chain;
        primitives::BlockHash block{};
        std::int32_t height = -1;
        primitives::TxId txid{};
        QString text{};
        bool operator==(const Place&) const = default;
    };

    /// Adds it, hidden.
    template <class Pane>
    [[nodiscard]] Pane* makePane();
    void listen(node::Node& node);
    void visit(Place place);
    void openPlace();
    void switchTo(ExplorerPane* pane);
    void openHit(const explorer::SearchHit& hit);
    void renewHeader();
    void renewSubject();
    void renewTags();
    void copySubject();

    node::Node& m_node;
    Navigator& m_navigator;
    Late<ChainPane> m_chain;
    Late<BlockPane> m_block;
    Late<TransactionPane> m_transaction;
    Late<AddressPane> m_address;
    Late<SearchPane> m_search;
    ExplorerPane* m_current = nullptr;
    Button* m_chainButton = nullptr;
    Button* m_copy = nullptr;
    HashLabel* m_subject = nullptr;
    QHBoxLayout* m_tagRow = nullptr;
    std::vector<ExplorerPane::TitleTag> m_shownTags;
    std::vector<Place> m_places;
    std::size_t m_at = 0;
};

} // namespace gui
