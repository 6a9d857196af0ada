#pragma once

#include "net/Intake.h"
#include "util/Clock.h"

#include <memory>
#include <span>

namespace net {

/// Progress, for the window and the summary.
struct SyncProgress {
    std::int32_t targetHeight =
        0; ///< of the best branch whose bodies are being fetched; the tip's when none is
    std::int32_t blocksInFlight = 0;
    bool isFetching = false;
};

/// How the sync stands with one peer; from headers that were checked, never from claims.
struct PeerSync {
    const chain::HeaderEntry* best = nullptr; ///< highest of its headers that is in the tree; null: none yet
    const chain::HeaderEntry* common = nullptr; ///< last block that it and we have on our best chain
    std::int32_t blocksInFlight = 0;
    std::vector<std::int32_t> inFlightHeights; ///< lowest first
    bool clockDiffers = false;                 ///< a header of it was refused as too far in the future
    bool isHeld = false;                       ///< its branch is held by the brake
    bool isOnLeftBranch = false;               ///< on a branch that was told to be invalid here
    bool tellsNothing = false;       ///< asked what it has, it has not answered for long, or never does
    std::int32_t presyncHeight = -1; ///< first pass over headers of unproven work; -1: none runs
};

/// Decides what to ask whom: headers first, then bodies, by what each peer has: nearest missing heights
/// first, in a window, some under way a peer, asked of another when they stall. Headers without bodies never
/// hold up a branch whose bodies are there, headers of too little work are not kept (two passes), and there
/// is a bound on headers without bodies a peer and in all. Pure: events and time in, messages out. Thread:
/// node.
class SyncManager {
public:
    struct Options {
        int window = 1024;                       ///< blocks ahead of the last common one
        int blocksPerPeer = 16;                  ///< under way
        std::int64_t stallMs = 2'000;            ///< doubles to …
        std::int64_t maxStallMs = 64'000;        ///< … here, decays with every block that connects
        std::int64_t headersTimeoutMs = 120'000; ///< for an answer to getheaders
        std::int64_t lowWorkBlocks = 144; ///< headers with less work than our tip's less this many are low
        std::size_t maxHeadersAheadPerPeer = 20'000; ///< without a body, of one peer
        std::size_t maxHeadersAhead = 100'000;       ///< of all
    };
    /// Needs: everything outlives it.
    SyncManager(chain::ChainState& chain, Intake& intake, PeerOutbox& out, const util::Clock& clock,
                Options options, std::uint64_t seed);
    ~SyncManager();

    // --- events
    void connected(PeerId peer, const PeerFacts& facts);
    void gone(PeerId peer);
    void headers(PeerId peer, const std::vector<primitives::BlockHeader>& headers);
    /// Blocks named by `inv`: the headers up to them are asked for.
    void announced(PeerId peer, std::span<const primitives::BlockHash> blocks);
    /// Bodies, asked for or not, in the order they came.
    void blocks(PeerId peer, std::span<const primitives::BlockRef> blocks);
    void notFound(PeerId peer, std::span<const primitives::BlockHash> blocks);
    /// The tip moved by whichever way.
    void chainChanged();
    void tick();

    // --- for compact blocks
    /// That peer sends compact blocks on request: the next block after our tip is asked for as such.
    void givesCompact(PeerId peer);
    /// That peer was asked for it, and it has not come.
    [[nodiscard]] bool isComingFrom(PeerId peer, const primitives::BlockHash& block) const;
    enum class HeaderUse {
        Refused,  ///< dropped, or not worth it (low work, unknown parent: its headers were asked for)
        Known,    ///< its body is here
        InFlight, ///< its body is being put together from another compact block
        Wanted,
    };
    /// The header of a compact block.
    HeaderUse takeHeader(PeerId peer, const primitives::BlockHeader& header);
    /// Its body is being made from what that peer sends (a compact block's round trip), with the time-outs of
    /// any other.
    void expect(PeerId peer, const primitives::BlockHash& block);
    /// It could not be made: fetched whole, as `getdata`.
    void fetchWhole(PeerId peer, const primitives::BlockHash& block);

    // --- what is known
    [[nodiscard]] PeerSync of(PeerId peer) const;
    /// We sent it that header or block: it has it.
    void noteHas(PeerId peer, const chain::HeaderEntry& entry);
    [[nodiscard]] SyncProgress progress() const;
    /// Nothing is asked for and nothing more is known to be had.
    [[nodiscard]] bool isIdle() const;
    /// Asks everybody for the headers behind our tip.
    void askEveryone();
    /// Still far from everybody's tip for the first time in this run (Core's "initial block download"): the
    /// tip is older than a day. Latches false.
    [[nodiscard]] bool isInitialSync() const;
    /// What is remembered of strangers' headers, for the budget.
    [[nodiscard]] std::size_t rememberedBytes() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace net
