#pragma once

#include "chain/HeaderTree.h"

namespace chain {

/// A branch with more work than ours that would replace so much of our chain that a person has to say yes.
struct HeldBranch {
    const HeaderEntry* fork = nullptr; ///< last block of both
    const HeaderEntry* tip = nullptr;  ///< of the branch
    const HeaderEntry* ours = nullptr; ///< our tip
    std::int32_t replacedBlocks = 0;   ///< of ours that would go
};

/// Remembers which branches are held back: everything on top of the first block of such a branch is, also
/// what comes later. A hold ends when it is released, when our own chain has the most work again, or when not
/// much would go any more. Nothing of it is stored: a start over the same blocks holds the same back. Owned
/// by ChainState. Thread: node.
class ReorganisationBrake {
public:
    /// `limit`: so many blocks may be replaced; nothing: any number.
    ReorganisationBrake(HeaderTree& headers, std::optional<std::int32_t> limit)
        : m_headers(headers), m_limit(limit) {}

    /// Holds begin with the new limit; those that are stay.
    void setLimit(std::optional<std::int32_t> limit) { m_limit = limit; }
    /// Whether `target` may not become the tip in place of `tip`: its branch is held from then on.
    bool holdsBack(const HeaderEntry& target, const HeaderEntry& tip);
    /// Lets the branch of `entry` go; false when it is not held.
    bool release(const HeaderEntry& entry);
    /// Ends holds that have no reason any more; true when that makes a candidate of one.
    bool review(const HeaderEntry& tip);
    /// The held branch with most work.
    [[nodiscard]] std::optional<HeldBranch> best(const HeaderEntry& tip) const;
    /// Nothing is held: for a tree that is new.
    void clear() { m_roots.clear(); }

private:
    struct Root {
        const HeaderEntry* entry = nullptr; ///< first block of the branch
        std::int32_t limit = 0;
    };
    void mark(const HeaderEntry& root, bool isHeld);
    [[nodiscard]] const HeaderEntry* bestOn(const HeaderEntry& root) const;

    HeaderTree& m_headers;
    std::optional<std::int32_t> m_limit;
    std::vector<Root> m_roots;
};

} // namespace chain
