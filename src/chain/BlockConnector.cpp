#include "chain/BlockConnector.h"

#include "consensus/Subsidy.h"
#include "script/Script.h"

#include <algorithm>

namespace chain {

using consensus::Coin;
using consensus::Reject;
using consensus::Rejection;
using primitives::Amount;
using primitives::OutPoint;
using primitives::Transaction;

namespace {

StoreError misfit(const Transaction& transaction) {
    return {StoreError::Kind::Damaged,
            "coins and undo data of " + transaction.txid().toHex() + " do not fit"};
}

/// Everything about one transaction but its scripts; gives its fee.
Result<Amount, Rejection> checkSpending(const Transaction& transaction, const std::vector<Coin>& coins,
                                        const HeaderEntry& parent, const consensus::Rules& rules) {
    auto fee = consensus::checkInputs(transaction, coins, parent.height() + 1, rules);
    if (fee && !sequenceLocksReached(transaction, coins, parent))
        return fail(Rejection{Reject::SequenceLocks, {}});
    return fee;
}

Result<void, Rejection> checkCoinbaseAmount(const Transaction& coinbase, Amount fees, std::int32_t height,
                                            const consensus::Rules& rules) {
    Amount paid;
    for (const primitives::TxOut& output : coinbase.outputs())
        paid += output.value; // each and the sum are in range
    if (paid > consensus::subsidyAt(height, rules) + fees) return fail(Rejection{Reject::CoinbaseAmount, {}});
    return {};
}

} // namespace

bool sequenceLocksReached(const Transaction& transaction, const std::vector<Coin>& coins,
                          const HeaderEntry& parent) {
    if (static_cast<std::uint32_t>(transaction.version()) < 2) return true;
    std::vector<std::int32_t> heights(coins.size());
    std::vector<std::int64_t> times(coins.size());
    for (std::size_t i = 0; i < coins.size(); ++i) {
        heights[i] = coins[i].height;
        const std::uint32_t sequence = transaction.inputs()[i].sequence;
        const bool isTimeLock = (sequence & primitives::kSequenceLockDisabled) == 0 &&
                                (sequence & primitives::kSequenceLockIsTime) != 0;
        if (!isTimeLock) continue; // the time is not asked for
        const std::int32_t before = std::clamp(coins[i].height - 1, 0, parent.height());
        times[i] = parent.ancestor(before)->medianTime();
    }
    const consensus::SequenceLock lock = consensus::sequenceLockOf(transaction, heights, times);
    return consensus::isReached(lock, parent.height() + 1, parent.medianTime());
}

Result<std::vector<Coin>, BlockError> BlockCoins::spendInputs(const Transaction& transaction) {
    std::vector<Coin> coins;
    coins.reserve(transaction.inputs().size());
    for (const primitives::TxIn& input : transaction.inputs()) {
        const auto [place, isNew] = m_differences.try_emplace(input.previous);
        Difference& difference = place->second;
        if (isNew) {
            const auto found = m_coins.find(input.previous);
            if (!found) return fail(found.error());
            if (*found == nullptr) return fail(Rejection{Reject::MissingOrSpent, {}});
            difference.atTip = true;
            coins.push_back(**found);
        } else {
            if (!difference.coin) return fail(Rejection{Reject::MissingOrSpent, {}});
            coins.push_back(*std::move(difference.coin));
            difference.coin.reset();
        }
    }
    return coins;
}

void BlockCoins::addOutputs(const Transaction& transaction, std::int32_t height) {
    const bool coinbase = transaction.isCoinbase();
    for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
        const primitives::TxOut& output = transaction.outputs()[i];
        if (script::isUnspendable(output.scriptPubKey)) continue;
        m_differences[OutPoint{transaction.txid(), i}].coin = Coin{output, height, coinbase};
    }
}

void BlockCoins::apply() {
    for (auto& [outpoint, difference] : m_differences) {
        if (difference.atTip) m_coins.spend(outpoint);
        if (difference.coin) m_coins.add(outpoint, *std::move(difference.coin));
    }
    m_differences.clear();
}

/// BIP 30.
Result<void, BlockError> BlockConnector::checkNoOverwrite(const Transaction& transaction) {
    for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
        const auto found = m_coins.find(OutPoint{transaction.txid(), i});
        if (!found) return fail(found.error());
        if (*found != nullptr) return fail(Rejection{Reject::Bip30, {}});
    }
    return {};
}

/// Core looks for overwritten coins in the whole block first. Which reason comes out is the same here with
/// less work: a transaction that came before and is no coinbase spends coins that are gone, so only a block
/// that failed is looked through; and BIP 34, in force from block 1, gives every coinbase its own height.
BlockError BlockConnector::overwriteOr(const primitives::Block& block, BlockError error) {
    if (!std::holds_alternative<Rejection>(error)) return error;
    for (const primitives::TransactionRef& transaction : block.transactions) {
        if (auto unique = checkNoOverwrite(*transaction); !unique) return unique.error();
    }
    return error;
}

/// Everything but scripts and the coinbase's amount.
Result<void, BlockError> BlockConnector::checkTransactions(const primitives::Block& block,
                                                           const HeaderEntry& parent, ConnectPlan& plan,
                                                           BlockUndo& undo) {
    const std::int32_t height = parent.height() + 1;
    const Transaction& coinbase = *block.transactions.front();
    undo.spent.reserve(block.transactions.size() - 1);
    std::int64_t sigOpCost = consensus::sigOpCost(coinbase, {});
    plan.coins.addOutputs(coinbase, height);
    for (std::size_t i = 1; i < block.transactions.size(); ++i) {
        const Transaction& transaction = *block.transactions[i];
        auto coins = plan.coins.spendInputs(transaction);
        if (!coins) return fail(coins.error());
        const auto fee = checkSpending(transaction, *coins, parent, m_params.rules());
        if (!fee) return fail(fee.error());
        const auto fees = primitives::checkedSum(plan.fees, *fee);
        if (!fees) return fail(Rejection{Reject::AccumulatedFeeRange, {}});
        plan.fees = *fees;
        sigOpCost += consensus::sigOpCost(transaction, *coins);
        if (sigOpCost > consensus::kMaxBlockSigOpCost) return fail(Rejection{Reject::BlockSigOps, {}});
        plan.coins.addOutputs(transaction, height);
        undo.spent.push_back(*std::move(coins));
    }
    return {};
}

Result<ConnectPlan, BlockError> BlockConnector::check(const primitives::Block& block,
                                                      const HeaderEntry& parent) {
    const std::int32_t height = parent.height() + 1;
    const Transaction& coinbase = *block.transactions.front();
    if (auto unique = checkNoOverwrite(coinbase); !unique) return fail(unique.error());

    ConnectPlan plan{BlockCoins(m_coins), nullptr, Amount()};
    auto undo = std::make_shared<BlockUndo>();
    if (auto checked = checkTransactions(block, parent, plan, *undo); !checked) {
        return fail(overwriteOr(block, checked.error()));
    }
    if (auto amount = checkCoinbaseAmount(coinbase, plan.fees, height, m_params.rules()); !amount) {
        return fail(amount.error());
    }
    plan.undo = std::move(undo);
    return plan;
}

std::unique_ptr<ScriptRun> BlockConnector::startScripts(const primitives::Block& block,
                                                        const BlockUndo& undo) {
    std::vector<ScriptJob> jobs;
    jobs.reserve(undo.spent.size());
    for (std::size_t i = 0; i < undo.spent.size(); ++i)
        jobs.push_back({block.transactions[i + 1].get(), &undo.spent[i]});
    return std::make_unique<ScriptRun>(std::move(jobs), script::kBlockFlags, m_signatures, m_verifyPool);
}

Result<void, Rejection> BlockConnector::finishScripts(ScriptRun& run) {
    const auto result = run.finish();
    if (!result) return fail(Rejection{Reject::Script, script::describe(result.error())});
    return {};
}

Result<void, StoreError> BlockConnector::removeOutputs(const Transaction& transaction) {
    for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
        if (script::isUnspendable(transaction.outputs()[i].scriptPubKey)) continue;
        const OutPoint outpoint{transaction.txid(), i};
        const auto found = m_coins.find(outpoint);
        if (!found) return fail(found.error());
        if (*found == nullptr) return fail(misfit(transaction));
        m_coins.spend(outpoint);
    }
    return {};
}

Result<void, StoreError> BlockConnector::disconnect(const primitives::Block& block, const BlockUndo& undo) {
    if (undo.spent.size() + 1 != block.transactions.size()) return fail(misfit(*block.transactions.front()));
    for (std::size_t i = block.transactions.size(); i-- > 0;) {
        const Transaction& transaction = *block.transactions[i];
        if (auto removed = removeOutputs(transaction); !removed) return removed;
        if (i == 0) break;
        const std::vector<Coin>& coins = undo.spent[i - 1];
        if (coins.size() != transaction.inputs().size()) return fail(misfit(transaction));
        for (std::size_t input = 0; input < coins.size(); ++input) {
            const OutPoint& outpoint = transaction.inputs()[input].previous;
            const auto present = m_coins.find(outpoint);
            if (!present) return fail(present.error());
            if (*present != nullptr) return fail(misfit(transaction));
            m_coins.add(outpoint, coins[input]);
        }
    }
    return {};
}

} // namespace chain
