#pragma once

#include "chain/ChainState.h"
#include "chain/mempool/OrphanTransactions.h"
#include "script/Standardness.h"

#include <map>
#include <memory>

namespace chain {

/// What this node takes in and keeps; none of it is a rule of the chain.
struct MempoolOptions {
    std::int64_t maxBytes = 64'000'000; ///< of serialized transactions
    std::int64_t minFeePerKvB = 1'000;  ///< satoshi; below it a transaction is refused
    std::int64_t incrementalFeePerKvB =
        1'000; ///< satoshi; what a replacement pays on top, and the step of the full pool's minimum
    std::int64_t expirySeconds = std::int64_t{14} * 24 * 3600;
    std::int64_t minimumHalfLifeSeconds =
        std::int64_t{12} * 3600;            ///< how fast the full pool's minimum fee falls again
    std::size_t maxAncestors = 25;          ///< with itself
    std::size_t maxDescendants = 25;        ///< with itself
    std::int64_t maxPackageVsize = 101'000; ///< of all ancestors, and of all descendants, with itself
    std::size_t maxReplaced = 100;          ///< waiting transactions that one replacement may put out
    OrphanLimits orphans = {};

    // Standardness
    bool requireStandard = true; ///< forms of outputs, inputs and witnesses; scripts obey policy in any case
    /// Satoshi; an output worth less than its spending costs at this rate is dust.
    std::int64_t dustFeePerKvB = script::kDustFeePerKvB;
    std::size_t maxDataCarrierBytes = 83; ///< scripts of all OP_RETURN outputs together
    std::int64_t maxWeight = script::kMaxStandardWeight;
    std::int64_t maxSigOpCost = 16'000;
};

/// A waiting transaction.
struct MempoolEntry {
    primitives::TransactionRef transaction;
    primitives::Amount fee;
    primitives::Amount bonus; ///< what it counts as paying more, or less, by its user's wish
    std::int64_t time = 0;    ///< unix seconds of arrival
    std::int32_t height = 0;  ///< of the tip at arrival
    std::int64_t sigOpCost = 0;
    std::vector<primitives::TxId> parents; ///< waiting transactions whose outputs it spends

    /// Satoshi per 1000 virtual bytes.
    [[nodiscard]] std::int64_t feePerKvB() const { return fee.satoshi() * 1000 / transaction->vsize(); }
    /// What decides who is mined, replaced and put out.
    [[nodiscard]] primitives::Amount modifiedFee() const { return primitives::saturatingSum(fee, bonus); }
};

/// What transactions, here or to come, count as paying more than they do; never 0.
using FeeBonuses = std::map<primitives::TxId, primitives::Amount>;

/// Why a package was refused, and which of its transactions; nothing where the fees of all together are too
/// low.
struct PackageRejection {
    consensus::Rejection rejection;
    std::optional<primitives::TxId> transaction;
};

/// Why a transaction left the pool without being confirmed. Only a Conflict is for good, as far as the block
/// is: each of the others may still be mined by somebody.
enum class MempoolLeave : std::uint8_t {
    Replaced,     ///< another that spends its coins, or those of one it builds on, pays more
    Conflict,     ///< a block spent its coins, or those of one it builds on
    Evicted,      ///< it paid least while the pool was full
    Expired,      ///< it, or one that it builds on, waited too long
    TooLongChain, ///< more waiting ancestors than are allowed, once branches met
    Unfit,        ///< after a reorganisation: a coin is gone or immature, or a lock not reached any more
    Withdrawn,    ///< by whoever asked for that
};

/// One that left.
struct MempoolRemoval {
    primitives::TxId txid;
    MempoolLeave why = MempoolLeave::Withdrawn;
    bool operator==(const MempoolRemoval&) const = default;
};

/// What one call changed.
struct MempoolChange {
    std::vector<primitives::TransactionRef> added;
    std::vector<MempoolRemoval> removed; ///< not those that a block confirmed
    [[nodiscard]] bool isEmpty() const { return added.empty() && removed.empty(); }
};

/// Valid transactions that wait for a block: no two spend the same coin, parents before children. Owned by
/// node::Engine. Thread: node.
class Mempool {
public:
    Mempool(ChainState& chain, const util::Clock& clock, MempoolOptions options);

    /// Checks and adds a transaction; orphans whose parents it brings follow it in. A conflict with waiting
    /// transactions is a replacement when it pays more (BIP 125 rules 2 to 5, signalled or not), or refused.
    /// A parent that is too cheap is kept, like an orphan, for a child that pays for both. `time`: unix
    /// seconds of an earlier arrival (the pool's copy on disk); nothing = now. `origin`: who brought it.
    /// Errors: Rejection (MissingInputs: it is kept as an orphan, bounded).   Cost: its scripts run on the
    /// calling thread, and those of some orphans; the others are left to `takeDueOrphans`.
    Result<MempoolChange, consensus::Rejection> accept(const primitives::TransactionRef& transaction,
                                                       std::optional<std::int64_t> time = {},
                                                       TransactionOrigin origin = 0);
    /// Adds parents and, last, a child of theirs, when the fees of all pay for the size of all; or none of
    /// them. They replace nobody.
    /// (`accept` does the same by itself when parents that were too cheap and their child come one after the
    /// other.) Needs: none of them waits already.
    Result<MempoolChange, PackageRejection>
    acceptPackage(const std::vector<primitives::TransactionRef>& package);
    /// Whether the only thing wrong with a refused transaction is a fee that a child may make up for.
    [[nodiscard]] static bool isTooCheap(const primitives::Transaction& transaction,
                                         const consensus::Rejection& rejection);
    /// The dry run of `accept`: the fee it would pay.
    Result<primitives::Amount, consensus::Rejection> test(const primitives::Transaction& transaction);
    /// The dry run of several, each judged among those before it; they replace nobody. Gives the verdicts up
    /// to the first refusal, in order.   Needs: none of them twice, no two that spend one coin.
    std::vector<Result<primitives::Amount, consensus::Rejection>>
    test(const std::vector<primitives::TransactionRef>& package);
    /// Follows the best chain: takes out what was confirmed or is now impossible, brings back what left the
    /// chain. Needs: every change of the chain, in order.
    MempoolChange applyChainChange(const ChainChange& change);
    /// Lets a transaction, here or to come, count as if it paid so much more (or less), on top of what it was
    /// given before, within 21 million coins either way. Holds until a block confirms it.
    void prioritise(const primitives::TxId& txid, primitives::Amount bonus);
    [[nodiscard]] const FeeBonuses& bonuses() const;
    /// Drops what is older than the expiry.
    MempoolChange expire();
    /// Takes one out, with all that builds on it, as if it had never come.
    MempoolChange forget(const primitives::TxId& txid);
    /// What a call that was refused changed all the same (it made room in vain); to be asked for after each.
    [[nodiscard]] MempoolChange takeLeftovers();

    // --- orphans
    [[nodiscard]] std::size_t orphanCount() const;
    [[nodiscard]] std::int64_t orphanWeight() const;
    /// All of them, oldest first.
    [[nodiscard]] std::vector<OrphanInfo> orphans() const;
    /// Null when it is none.
    [[nodiscard]] primitives::TransactionRef findOrphan(const primitives::WtxId& wtxid) const;
    /// Another brings what is an orphan here. Whether it is kept, and did not come from there before.
    bool addOrphan(const primitives::TransactionRef& transaction, TransactionOrigin origin);
    void forgetOrphan(const primitives::WtxId& wtxid);
    /// Its orphans go, unless others brought them too.
    void forgetOrigin(TransactionOrigin origin);
    /// An orphan whose parents came, and who brought it.
    struct DueOrphan {
        primitives::TransactionRef transaction;
        TransactionOrigin origin = 0;
    };
    /// Those that a call left aside because it had looked at enough: give them to `accept` by and by. Each is
    /// given out once.
    [[nodiscard]] std::vector<DueOrphan> takeDueOrphans();

    // --- what waits
    [[nodiscard]] const MempoolEntry* find(const primitives::TxId& txid) const;
    [[nodiscard]] const MempoolEntry* findByWtxid(const primitives::WtxId& wtxid) const;
    /// The waiting transaction that spends this output.
    [[nodiscard]] const MempoolEntry* spenderOf(const primitives::OutPoint& outpoint) const;
    /// What it brings a miner, satoshi per 1000 virtual bytes: its own fee rate, or that with what builds on
    /// it where that is better. Needs: it waits here.
    [[nodiscard]] std::int64_t worthPerKvB(const MempoolEntry& entry) const;
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] std::int64_t bytes() const;
    [[nodiscard]] primitives::Amount totalFees() const;
    /// Grows with every change.
    [[nodiscard]] std::uint64_t sequence() const;
    /// What a transaction has to pay now, satoshi per 1000 virtual bytes: the option, or more while the pool
    /// is full.
    [[nodiscard]] std::int64_t minFeePerKvB() const;
    /// What this node passes on pays at least that, full or not.
    [[nodiscard]] std::int64_t relayFeePerKvB() const;
    /// All entries, parents before children, in order of arrival.
    [[nodiscard]] std::vector<const MempoolEntry*> entries() const;
    /// The best candidates of the next block within weight, count and sigop limits: packages by fee rate with
    /// ancestors, parents before children.
    [[nodiscard]] std::vector<const MempoolEntry*>
    selectForBlock(std::int64_t maxWeight, std::int64_t maxCount, std::int64_t maxSigOpCost) const;

    ~Mempool();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace chain
