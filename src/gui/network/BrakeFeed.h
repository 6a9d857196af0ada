#pragma once

#include "node/NodeTypes.h"

#include <QObject>

#include <optional>

namespace node {
class Node;
}

namespace gui {

/// The branch that the brake holds back, as the window last heard of it, and whether the user said to stay.
/// One a node, its child: what is said on one page counts on all.   Thread: main.
class BrakeFeed : public QObject {
    Q_OBJECT
public:
    static BrakeFeed& of(node::Node& node);

    [[nodiscard]] const std::optional<node::HeldBranch>& held() const { return m_held; }
    /// What is to be asked: held, and not answered yet.
    [[nodiscard]] const node::HeldBranch* question() const;
    /// Who offers it, by name; empty: whoever did has left.
    [[nodiscard]] QString offerer() const;

    /// Asks the node where something has changed that it can depend on; for refresh() of pages.
    void look();
    /// Stays on our chain: not asked again for this fork, also after a restart.
    void stay();
    /// The answer, for tests and for what has just been done.
    void take(const std::optional<node::HeldBranch>& held);

signals:
    void changed();

private:
    explicit BrakeFeed(node::Node& node);
    /// What the answer can depend on.
    struct Seen {
        primitives::BlockHash tip;
        std::int32_t headerHeight = -1;
        std::int32_t staleBlocks = -1;
        int heldPeers = -1;
        bool operator==(const Seen&) const = default;
    };

    node::Node& m_node;
    std::optional<node::HeldBranch> m_held;
    std::optional<std::int32_t> m_stayedAt; ///< fork height
    Seen m_seen;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace gui
