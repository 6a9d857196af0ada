#pragma once

#include "explorer/ExplorerTypes.h"
#include "gui/widgets/ChainStrip.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace node {
class Node;
class OwnScripts;
} // namespace node

namespace gui {

class Navigator;

/// Keeps a ChainStrip level with the chain: the next block, the last ones with what they hold, and the
/// branches that lost. Asks the chain when told to, shows what it knows when told to.   Thread: main.
class StripFeed : public QObject {
    Q_OBJECT
public:
    StripFeed(node::Node& node, Navigator& navigator, ChainStrip* strip);
    /// The tip moved: asks for the last blocks and shows them; an older answer is dropped.
    void ask();
    /// Shows what is known: ages, the next block.
    void render();
    /// Opens what an item of the strip, or a row of its table, stands for.
    void openItem(int item);

private:
    struct Answer;
    void take(const Answer& answer);
    void makeBlocks();
    void renderNext();
    [[nodiscard]] QString whenNext() const;
    [[nodiscard]] StripBlock blockOf(const explorer::BlockRow& row) const;
    [[nodiscard]] double levelOf(std::int64_t weight) const;
    [[nodiscard]] double fullOf(std::int64_t weight, std::int64_t payments) const;

    node::Node& m_node;
    Navigator& m_navigator;
    ChainStrip* m_strip;
    std::vector<explorer::BlockRow> m_rows;
    std::vector<explorer::BlockRow> m_stale;
    QHash<QString, QString> m_parents;          ///< of the stale ones: hash to hash
    QHash<QString, QVector<StripCell>> m_cells; ///< by hash, of the blocks that are shown
    QVector<StripBlock> m_blocks;               ///< without ages and levels
    QVector<StripBlock> m_lost;
    std::shared_ptr<const node::OwnScripts> m_own; ///< that `m_blocks` were told apart by; null: they are old
    std::int64_t m_heaviest = 1;                   ///< of the last fifty blocks: what a full well stands for
    std::uint64_t m_seenSequence = ~std::uint64_t{0};
    QVector<StripCell> m_nextCells;
    std::int64_t m_nextWeight = 0;
    quint64 m_ticket = 0;
};

} // namespace gui
