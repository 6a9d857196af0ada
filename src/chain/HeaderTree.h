#pragma once

#include "chain/ChainTypes.h"
#include "chain/StoreError.h"
#include "consensus/BlockRules.h"

#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace chain {

/// One block in the tree. Lives as long as the tree; only the tree writes to it.
struct HeaderEntry {
    HeaderRecord record;
    const HeaderEntry* parent = nullptr;
    const HeaderEntry* skip = nullptr; ///< an ancestor far below, for quick look-ups
    HeaderEntry* firstChild = nullptr;
    HeaderEntry* nextSibling = nullptr;
    consensus::Uint256 chainWork;
    BlockFacts facts; ///< filled when the body is known
    /// Its body and those of all its ancestors are here, whatever their status: it can be connected.
    bool linked = false;
    std::int64_t linkOrder = 0; ///< when it became so; the first wins a tie of work
    bool isStored = false;      ///< its header is on disk; one without a body is not written
    bool isHeld = false;        ///< on a branch that the brake holds back (ReorganisationBrake)

    [[nodiscard]] std::int32_t height() const { return record.height; }
    [[nodiscard]] const primitives::BlockHash& hash() const { return record.hash; }
    [[nodiscard]] bool hasBody() const {
        return record.status == BlockStatus::Stored || record.status == BlockStatus::Connected;
    }
    [[nodiscard]] bool isInvalid() const { return record.status >= BlockStatus::Invalid; }
    /// Not of the best chain only because it, or a block below it, was told to be invalid here.
    [[nodiscard]] bool isLeftByHand() const;
    /// Median of the times of this block and up to ten before it (BIP 113).
    [[nodiscard]] std::int64_t medianTime() const;
    /// Nothing above this block's height or below 0. Cost: logarithmic.
    [[nodiscard]] const HeaderEntry* ancestor(std::int32_t height) const;
};

/// Whether `a` is to be the tip rather than `b`: more work, or first connectable with the same.
bool isBetterTip(const HeaderEntry& a, const HeaderEntry& b);

/// All headers known, as a tree from genesis, in memory. Owned by ChainState. Thread: node.
class HeaderTree {
public:
    explicit HeaderTree(const consensus::ChainParams& params);
    /// Takes back what was stored, parents before children, genesis first. Entries given out before are gone.
    /// Errors: Damaged, when the records are no tree of this network's genesis.
    Result<void, StoreError> load(std::vector<StoredHeader> headers);

    /// Null when unknown. Entries stay where they are as long as the tree, or until `load`.
    [[nodiscard]] const HeaderEntry* find(const primitives::BlockHash& hash) const;
    [[nodiscard]] const HeaderEntry& genesis() const { return *m_genesis; }
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    /// Checks a header against its parent and adds it; gives the entry, also when it was known already.
    /// Errors: PreviousUnknown, BadPrevious (an invalid ancestor), DuplicateInvalid, or the header rule
    ///         broken; nothing was added.
    /// Cost:   one hash, eleven parents; at a retarget a walk of logarithmic length.
    Result<HeaderEntry*, consensus::Rejection> add(const primitives::BlockHeader& header, std::int64_t now);
    /// The valid header with most work (first seen wins ties), whether its body is here or not.
    [[nodiscard]] const HeaderEntry* bestHeader() const { return m_bestHeader; }
    /// What the rules need to know of the ancestors of a block on top of `parent`.
    [[nodiscard]] consensus::BlockContext contextAfter(const HeaderEntry& parent) const;
    [[nodiscard]] HeaderEntry* findForUpdate(const primitives::BlockHash& hash);
    /// Last common ancestor.   Needs: both of one tree, not null.   Cost: logarithmic.
    static const HeaderEntry* fork(const HeaderEntry* a, const HeaderEntry* b);
    /// Entries without children, in order of arrival.
    [[nodiscard]] std::vector<const HeaderEntry*> leaves() const;
    /// All that build on `entry`, without itself, parents before children.
    [[nodiscard]] static std::vector<HeaderEntry*> descendants(const HeaderEntry& entry);
    /// Every entry, parents before children.
    [[nodiscard]] std::vector<HeaderEntry*> inOrderOfArrival();
    /// Call after a status changed to or from invalid.
    void recomputeBestHeader();
    /// Takes out an entry that nothing builds on. Needs: a leaf, not genesis; nobody keeps a pointer to it.
    /// Call `recomputeBestHeader` afterwards when it was the best.
    void forget(const HeaderEntry& leaf);

private:
    HeaderEntry* insert(StoredHeader header, HeaderEntry* parent);
    void insertGenesis();

    const consensus::ChainParams& m_params;
    std::unordered_map<primitives::BlockHash, std::unique_ptr<HeaderEntry>> m_entries;
    std::unordered_set<const HeaderEntry*> m_leaves;
    HeaderEntry* m_genesis = nullptr;
    const HeaderEntry* m_bestHeader = nullptr;
    std::int64_t m_nextSequence = 0;
};

} // namespace chain
