#pragma once

#include "chain/BlockConnector.h"
#include "chain/PendingWrites.h"
#include "chain/ReorganisationBrake.h"
#include "chain/WaitingBlocks.h"
#include "util/Clock.h"

#include <span>

namespace chain {

struct ChainOptions {
    /// Memory for coins: half for changes not stored yet, half for coins read lately.
    std::size_t coinCacheBytes = 64U << 20;
    /// Memory for the verdicts on signatures of waiting transactions.
    std::size_t signatureCacheBytes = script::SignatureCache::kDefaultBytes;
    /// Flush at once after every change (true), or only when `flush` is called or what waits fills its memory
    /// (import).
    bool flushEveryChange = true;
    bool checkScripts = true;
    /// Blocks kept aside until their parents come.
    std::size_t maxWaitingBytes = 32U << 20;
    /// Import: bodies and undo data wait up to here, to be written while scripts run.
    std::int64_t maxPendingBytes = 4 << 20;
    /// Import: and up to here before tip and coins follow; most coins are spent by then and never written. A
    /// start after a kill connects again, without scripts, what lies beyond the stored tip.
    std::int64_t maxUnsettledBytes = 64 << 20;
    /// Up to here a reorganisation is one commit and its change carries the bodies; a deeper one is committed
    /// in parts, each of them a valid chain.
    std::int64_t maxReorganisationBytes = 64 << 20;
    /// So many blocks of ours may be replaced without asking, from `load` on; nothing: any number.
    std::optional<std::int32_t> brakeBlocks = std::nullopt;
};

/// How a block fared that was not refused.
enum class BlockOutcome {
    NewTip,    ///< the best chain changed
    SideChain, ///< stored; valid as far as checked, less work than the tip or blocks below it are missing
    Known,     ///< was here already
    Held,      ///< stored; on a branch that the brake holds back (see heldBranch)
    Waiting,   ///< its parent is not here: kept aside (bounded) until it comes
};

struct BlockAccepted {
    BlockOutcome outcome = BlockOutcome::Known;
    ChainChange change; ///< empty unless NewTip
};

/// How blocks that were given together fared.
struct BlocksAccepted {
    std::vector<Result<BlockOutcome, consensus::Rejection>> each; ///< one a block, same order
    ChainChange change;                                           ///< of all of them
};

/// A tip that ends a branch, for `chain-tips`.
struct ChainTip {
    std::int32_t height = 0;
    primitives::BlockHash hash;
    std::int32_t branchLength = 0; ///< blocks off the best chain
    const char* status = "";       ///< Core's words: active, valid-fork, valid-headers, headers-only, invalid
};

/// The best chain: connects, disconnects, reorganises by most work. Built and owned by node::Engine. Thread:
/// node.
class ChainState {
public:
    /// Needs: everything it is given outlives it; nothing else writes to the stores.
    ChainState(const consensus::ChainParams& params, BlockStore& blocks, CoinStore& coins,
               const util::Clock& clock, util::WorkerPool& verifyPool, ChainOptions options);

    /// Reads the tree and tip from the store; writes genesis into a new one, connects what was stored and
    /// never connected. Call once, first.
    /// Errors: Damaged (another network's genesis, a tree with holes, a best chain without its bodies), or
    /// the
    ///         disk.
    /// Cost:   all headers; after a kill, the scripts of nothing and the rest of the blocks beyond the tip.
    Result<void, StoreError> load();

    /// Adds a header to the tree. Errors and cost: HeaderTree::add. It is written when its body comes, or one
    /// of a block above it.
    Result<const HeaderEntry*, consensus::Rejection> acceptHeader(const primitives::BlockHeader& header);
    /// Forgets headers whose bodies never came, children before their parents; leaves alone what has a body,
    /// is stored, or is built upon. Gives those that stay, same order; the entries of the others are gone.
    std::vector<const HeaderEntry*> forgetHeaders(std::span<const HeaderEntry* const> leafFirst);
    /// Checks and stores a block and moves to the branch with most work. A body that does not fit its header
    /// is refused without marking the header; a block that breaks a rule is marked invalid with all its
    /// descendants. With `flushEveryChange`, what it returns is on disk. Errors: Rejection (a branch that
    /// turns out invalid while connecting is refused with that reason; the old tip, or the best other branch,
    /// is restored), StoreError (disk; the state is that of the last flush, and the next change given out
    /// tells what that undid).   Cost: scripts run on the verify pool.
    Result<BlockAccepted, BlockError> acceptBlock(const primitives::BlockRef& block);
    /// The same for many blocks in order, quicker: while the scripts of one run, the next is connected; and
    /// one flush. Errors: StoreError, as `acceptBlock`.
    Result<BlocksAccepted, StoreError> acceptBlocks(std::span<const primitives::BlockRef> blocks);
    /// A dry run of `acceptBlock` on the tip without proof of work, for templates and proposals. Changes
    /// nothing. Errors: Rejection; PreviousUnknown also when the block is not on the tip. A failed disk reads
    /// as MissingOrSpent with what the store said.
    Result<void, consensus::Rejection> testBlock(const primitives::Block& block);
    /// Marks a block invalid (or takes that back, also from its ancestors and descendants) by hand and moves
    /// to the best remaining branch. Errors: PreviousUnknown for a block that is not here and for genesis;
    /// StoreError.
    Result<ChainChange, BlockError> invalidate(const primitives::BlockHash& hash);
    Result<ChainChange, BlockError> reconsider(const primitives::BlockHash& hash);
    /// From now on a branch that would replace more than so many blocks is held back: its blocks are stored,
    /// and it is no candidate until it is released, also after a restart. Nothing: any may be replaced, as in
    /// initial sync. What `invalidate` and `reconsider` ask for is done. Branches that are held stay so.
    void setBrake(std::optional<std::int32_t> blocks) { m_brake.setLimit(blocks); }
    /// The held branch with most work.   Cost: a look at all branches.
    [[nodiscard]] std::optional<HeldBranch> heldBranch() const { return m_brake.best(*m_tip); }
    /// Lets the branch of that block go and moves to it at once. Errors: PreviousUnknown when it is not held;
    /// StoreError.
    Result<ChainChange, BlockError> release(const primitives::BlockHash& hash);
    /// Of tips with the same work, this block's branch wins from now on, until another one is preferred or
    /// the program ends. A block with less work than the tip changes nothing. Errors: as `invalidate`.
    Result<ChainChange, BlockError> prefer(const primitives::BlockHash& hash);
    /// Writes everything pending in one transaction.   Errors: StoreError; the state is then that of the last
    /// flush (see acceptBlock).   Cost: nothing when nothing is pending.
    Result<void, StoreError> flush();
    /// Import mode on or off (see ChainOptions::flushEveryChange); off flushes.
    Result<void, StoreError> setFlushEveryChange(bool enabled);

    [[nodiscard]] const HeaderEntry& tip() const { return *m_tip; }
    [[nodiscard]] const HeaderTree& headers() const { return m_headers; }
    /// The block of the best chain at `height`; null above the tip.
    [[nodiscard]] const HeaderEntry* at(std::int32_t height) const;
    [[nodiscard]] bool isInBestChain(const HeaderEntry& entry) const { return at(entry.height()) == &entry; }
    /// Context of the block after the tip.
    [[nodiscard]] consensus::BlockContext nextContext() const { return m_headers.contextAfter(*m_tip); }
    /// The tips of all branches, ours too.   Cost: a walk from each to the best chain.
    [[nodiscard]] std::vector<ChainTip> tips() const;
    /// A coin of the tip; nothing when it is spent or never was.   Cost: memory, or one look-up in the store.
    Result<std::optional<consensus::Coin>, StoreError> coin(const primitives::OutPoint& outpoint);
    /// A stored or still pending body; null when it is not here.
    Result<primitives::BlockRef, StoreError> readBlock(const primitives::BlockHash& hash);
    /// The coins a block spent; null when it never was connected.
    Result<std::shared_ptr<const BlockUndo>, StoreError> readUndo(const primitives::BlockHash& hash);
    [[nodiscard]] const consensus::ChainParams& params() const { return m_params; }
    /// What is known of signatures: whoever checks waiting transactions fills it, and their blocks find it.
    [[nodiscard]] script::SignatureCache& signatures() { return m_signatures; }
    [[nodiscard]] const script::SignatureCache& signatures() const { return m_signatures; }
    /// Hashes of headers on the way to the best header whose bodies are missing, lowest first, at most
    /// `count`.
    [[nodiscard]] std::vector<primitives::BlockHash> missingBodies(std::size_t count) const;

private:
    /// A block that turned out invalid while connecting.
    struct Failure {
        const HeaderEntry* entry = nullptr;
        consensus::Rejection rejection;
    };
    /// The scripts of the tip, which is connected but for them. Only within a call.
    struct Running {
        HeaderEntry* entry;
        primitives::BlockRef block;
        std::shared_ptr<const BlockUndo> undo;
        std::unique_ptr<ScriptRun> scripts;
    };
    /// A block of the call that runs; `entry` is null when it was not taken in.
    struct Taken {
        Result<BlockOutcome, consensus::Rejection> outcome;
        const HeaderEntry* entry;
    };

    // Taking blocks in (ChainState.cpp)
    Result<HeaderEntry*, consensus::Rejection> addHeader(const primitives::BlockHeader& header);
    Result<HeaderEntry*, consensus::Rejection> admit(const primitives::BlockRef& block,
                                                     const primitives::BlockHash& hash);
    const HeaderEntry* admitWaiting(HeaderEntry& parent, const HeaderEntry* best);
    Result<Taken, StoreError> takeBlock(const primitives::BlockRef& block);
    Result<std::vector<Taken>, StoreError> takeBlocks(std::span<const primitives::BlockRef> blocks);
    Result<BlockOutcome, consensus::Rejection> outcomeOf(const Taken& taken) const;
    Result<void, StoreError> writeGenesis();
    Result<void, StoreError> adoptStored(std::vector<StoredHeader> headers, const TipInfo& tip);

    // Moving the tip (ChainActivation.cpp)
    const HeaderEntry* link(HeaderEntry& entry, const HeaderEntry* best);
    void markInvalid(HeaderEntry& entry, BlockStatus status = BlockStatus::Invalid);
    void noteFailure(HeaderEntry& entry, const consensus::Rejection& rejection);
    [[nodiscard]] const HeaderEntry* bestCandidate() const;
    /// Why the tip moves.
    enum class Cause {
        Blocks,
        Failure, ///< of a block on the way: back to what was before is no reorganisation
        Hand,    ///< no brake
    };
    Result<void, StoreError> activate(const HeaderEntry* best, Cause cause = Cause::Blocks);
    Result<bool, StoreError> mayMoveTo(const HeaderEntry& target, Cause& cause);
    Result<bool, StoreError> moveTo(const HeaderEntry& target);
    Result<void, StoreError> disconnectTip();
    Result<bool, StoreError> connectTip(HeaderEntry& entry);
    Result<bool, StoreError> finishScripts();
    Result<void, StoreError> settleScripts();
    void recordConnected(ConnectedBlock connected);
    void recordDisconnected(DisconnectedBlock disconnected);
    [[nodiscard]] bool isPartDue() const;
    Result<ChainChange, BlockError> settle(const HeaderEntry* best, Cause cause);

    // Writing (ChainState.cpp)
    Result<void, StoreError> commit(const ChainBatch& batch);
    Result<void, StoreError> writeBodies();
    Result<void, StoreError> makeRoom();
    Result<void, StoreError> flushIfDue();
    ChainChange takeChange();
    void rollBack();
    void relink();
    void setTip(const HeaderEntry& tip);

    const consensus::ChainParams& m_params;
    HeaderTree m_headers;
    CoinCache m_coins;
    script::SignatureCache m_signatures;
    const HeaderEntry* m_tip = nullptr;
    BlockStore& m_blocks;
    const util::Clock& m_clock;
    ChainOptions m_options;
    BlockConnector m_connector;
    PendingWrites m_pending;
    WaitingBlocks m_waiting;
    ReorganisationBrake m_brake;
    const HeaderEntry* m_brakeFrom; ///< the last tip before the tip began to move, scripts and all
    std::optional<Running> m_running;
    std::vector<const HeaderEntry*> m_best;   ///< the best chain by height
    const HeaderEntry* m_storedTip = nullptr; ///< the tip that the store has; null before `load`
    std::int64_t m_unsettledBytes =
        0; ///< bodies and undo data in the store that `m_storedTip` does not tell of
    std::int64_t m_linkCount = 0;
    std::int64_t m_preferredCount = 0; ///< these stand before all that were linked
    std::vector<Failure> m_failures;   ///< of the call that runs
    ChainChange m_change;              ///< not given out yet
    std::int64_t m_changeBytes = 0;
    bool m_isRolledBack = false; ///< a better tip than this may be known
};

} // namespace chain
