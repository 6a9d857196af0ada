#pragma once

#include "chain/mempool/MempoolGraph.h"

namespace chain {

/// A transaction that may wait, with what was found out on the way.
struct MempoolCandidate {
    primitives::Amount fee;
    primitives::Amount bonus = {}; ///< see FeeBonuses
    std::int64_t sigOpCost = 0;
    std::vector<MempoolNode*> replaced = {}; ///< conflicts and all that builds on them

    [[nodiscard]] primitives::Amount modifiedFee() const { return primitives::saturatingSum(fee, bonus); }
};

/// Who asks: somebody new; a package, whose fees are judged together; the pool's own copy on disk, whose fees
/// were judged before; or the chain that gives a transaction back (its scripts held in a block, its fee was
/// good enough for a miner). Packages and the chain replace nobody.
enum class MempoolSource { Peer, Package, Stored, Chain };

/// Decides whether a transaction may wait for the block after the tip; changes nothing. Owned by Mempool.
/// Thread: node.
class MempoolCheck {
public:
    MempoolCheck(ChainState& chain, const MempoolGraph& graph, const MempoolOptions& options,
                 const FeeBonuses& bonuses)
        : m_chain(chain), m_graph(graph), m_options(options), m_bonuses(bonuses) {}

    /// `minFeePerKvB`: what the pool asks for while it is full.
    /// Errors: Rejection, MissingInputs among them.   Cost: one look-up an input; the scripts, last.
    Result<MempoolCandidate, consensus::Rejection> check(const primitives::Transaction& transaction,
                                                         std::int64_t minFeePerKvB, MempoolSource source);
    /// Whether a waiting transaction could still be in the next block after the chain has changed.
    bool stillFits(const MempoolNode& node);
    [[nodiscard]] bool exceedsAncestors(const MempoolNode& node) const;
    /// Refused for nothing but a fee that a child may make up for.
    [[nodiscard]] static bool isTooCheap(const primitives::Transaction& transaction,
                                         const consensus::Rejection& rejection);
    /// The fees of a package over its size.
    [[nodiscard]] Result<void, consensus::Rejection> checkPackageFee(std::int64_t fees, std::int64_t vsize,
                                                                     std::int64_t minFeePerKvB) const;

private:
    using Checked = Result<void, consensus::Rejection>;
    using Coins = std::vector<consensus::Coin>;

    Checked checkAlone(const primitives::Transaction& transaction) const;
    bool isConfirmed(const primitives::Transaction& transaction);
    Result<Coins, consensus::Rejection> coinsOf(const primitives::Transaction& transaction);
    Result<primitives::Amount, consensus::Rejection> checkSpending(const primitives::Transaction& transaction,
                                                                   const Coins& coins) const;
    Checked checkFee(const primitives::Transaction& transaction, primitives::Amount fee,
                     std::int64_t minFeePerKvB, MempoolSource source) const;
    Checked checkDust(const primitives::Transaction& transaction, const MempoolCandidate& candidate) const;
    Checked checkOthers(const primitives::Transaction& transaction, MempoolCandidate& candidate,
                        MempoolSource source) const;
    Checked checkFamily(const primitives::Transaction& transaction,
                        const std::vector<MempoolNode*>& replaced) const;
    Result<std::vector<MempoolNode*>, consensus::Rejection>
    conflictsOf(const primitives::Transaction& transaction) const;
    Checked checkReplacement(const primitives::Transaction& transaction, const MempoolCandidate& candidate,
                             const std::vector<MempoolNode*>& conflicts, bool evictsSibling) const;

    ChainState& m_chain;
    const MempoolGraph& m_graph;
    const MempoolOptions& m_options;
    const FeeBonuses& m_bonuses;
};

} // namespace chain
