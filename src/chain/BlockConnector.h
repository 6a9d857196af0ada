#pragma once

#include "chain/CoinCache.h"
#include "chain/HeaderTree.h"
#include "chain/ScriptChecks.h"

#include <unordered_map>

namespace chain {

/// The coins as a block being checked sees them: those of the tip, less what it spent, plus what it made.
class BlockCoins {
public:
    explicit BlockCoins(CoinCache& coins) : m_coins(coins) {}
    /// The coins a transaction spends, one an input; they are gone afterwards.
    Result<std::vector<consensus::Coin>, BlockError> spendInputs(const primitives::Transaction& transaction);
    void addOutputs(const primitives::Transaction& transaction, std::int32_t height);
    /// Writes the differences to the coins of the tip. Call once.
    void apply();

private:
    struct Difference {
        std::optional<consensus::Coin> coin; ///< none: spent
        bool atTip = false;                  ///< the coins of the tip have it
    };
    CoinCache& m_coins;
    std::unordered_map<primitives::OutPoint, Difference> m_differences;
};

/// What connecting a checked block would do.
struct ConnectPlan {
    BlockCoins coins;
    std::shared_ptr<const BlockUndo> undo;
    primitives::Amount fees;
};

/// The rules a block must obey on top of its parent's coins, and the way back. Owned by ChainState. Thread:
/// node.
class BlockConnector {
public:
    BlockConnector(const consensus::ChainParams& params, CoinCache& coins, script::SignatureCache& signatures,
                   util::WorkerPool& verifyPool)
        : m_params(params), m_coins(coins), m_signatures(signatures), m_verifyPool(verifyPool) {}

    /// Checks inputs, amounts, locks and signature operations: everything but the scripts. Changes nothing.
    /// Needs:   the coins are those of `parent`; checkBlock and checkBlockInContext have passed.
    /// Errors:  Rejection, StoreError.
    /// Cost:    one look-up an input.     Source: BIP 30, BIP 68, BIP 141.
    Result<ConnectPlan, BlockError> check(const primitives::Block& block, const HeaderEntry& parent);
    /// Lets the verify pool begin with the scripts of a block that `check` has passed; both arguments are
    /// borrowed.
    std::unique_ptr<ScriptRun> startScripts(const primitives::Block& block, const BlockUndo& undo);
    /// Waits for them, working along.
    static Result<void, consensus::Rejection> finishScripts(ScriptRun& run);
    /// Takes a block off: its outputs go, the coins it spent come back.
    /// Errors:  StoreError (also Damaged, when block, undo and coins do not fit); the coins may be half
    /// changed then.
    Result<void, StoreError> disconnect(const primitives::Block& block, const BlockUndo& undo);

private:
    Result<void, BlockError> checkNoOverwrite(const primitives::Transaction& transaction);
    Result<void, BlockError> checkTransactions(const primitives::Block& block, const HeaderEntry& parent,
                                               ConnectPlan& plan, BlockUndo& undo);
    BlockError overwriteOr(const primitives::Block& block, BlockError error);
    Result<void, StoreError> removeOutputs(const primitives::Transaction& transaction);

    const consensus::ChainParams& m_params;
    CoinCache& m_coins;
    script::SignatureCache& m_signatures;
    util::WorkerPool& m_verifyPool;
};

/// BIP 68 of a transaction that spends `coins` (one an input, same order), for a block on top of `parent`.
bool sequenceLocksReached(const primitives::Transaction& transaction,
                          const std::vector<consensus::Coin>& coins, const HeaderEntry& parent);

} // namespace chain
