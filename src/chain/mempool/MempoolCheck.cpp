#include "chain/mempool/MempoolCheck.h"

#include "chain/ScriptChecks.h"
#include "chain/mempool/MempoolPolicy.h"
#include "chain/mempool/MempoolTruc.h"
#include "util/Log.h"

#include <algorithm>
#include <unordered_set>

namespace chain {

using consensus::Reject;
using consensus::Rejection;
using primitives::Amount;
using primitives::Transaction;

namespace {

std::string below(std::int64_t paid, std::int64_t wanted) {
    return std::to_string(paid) + " < " + std::to_string(wanted);
}

} // namespace

/// What needs neither coins nor other transactions.
Result<void, Rejection> MempoolCheck::checkAlone(const Transaction& transaction) const {
    if (auto sound = consensus::checkTransaction(transaction); !sound) return sound;
    if (transaction.isCoinbase()) return fail(Rejection{Reject::MempoolCoinbase, {}});
    if (m_options.requireStandard) {
        if (auto standard = checkStandard(transaction, m_options); !standard) return standard;
    }
    if (auto size = checkSmallest(transaction); !size) return size;
    const HeaderEntry& tip = m_chain.tip();
    if (!consensus::isFinal(transaction, tip.height() + 1, tip.medianTime())) {
        return fail(Rejection{Reject::NonFinalMempool, {}});
    }
    if (m_graph.findByWtxid(transaction.wtxid()) != nullptr)
        return fail(Rejection{Reject::AlreadyInMempool, {}});
    if (m_graph.find(transaction.txid()) != nullptr) {
        return fail(Rejection{Reject::SameNonWitnessData, {}});
    }
    return {};
}

/// The coins it spends, one an input: of the chain, or of waiting transactions as if they were in the next
/// block.
Result<MempoolCheck::Coins, Rejection> MempoolCheck::coinsOf(const Transaction& transaction) {
    const std::int32_t nextHeight = m_chain.tip().height() + 1;
    Coins coins;
    coins.reserve(transaction.inputs().size());
    for (const primitives::TxIn& input : transaction.inputs()) {
        if (const MempoolNode* parent = m_graph.find(input.previous.txid)) {
            const auto& outputs = parent->entry.transaction->outputs();
            if (input.previous.index >= outputs.size()) return fail(Rejection{Reject::MissingInputs, {}});
            coins.push_back({outputs[input.previous.index], nextHeight, false});
            continue;
        }
        auto found = m_chain.coin(input.previous);
        if (!found) {
            util::logError("mempool", "a coin could not be read: " + found.error().what);
            return fail(Rejection{Reject::MissingInputs, found.error().what});
        }
        if (!*found) return fail(Rejection{Reject::MissingInputs, {}});
        coins.push_back(**std::move(found));
    }
    return coins;
}

/// Whether some of its first outputs are coins of the chain.
bool MempoolCheck::isConfirmed(const Transaction& transaction) {
    constexpr std::uint32_t kMaxLookUps = 16;
    const auto count = std::min(static_cast<std::uint32_t>(transaction.outputs().size()), kMaxLookUps);
    for (std::uint32_t i = 0; i < count; ++i) {
        const auto own = m_chain.coin({transaction.txid(), i});
        if (own && *own) return true;
    }
    return false;
}

/// The fee, if amounts, maturity and relative locks allow the next block.
Result<Amount, Rejection> MempoolCheck::checkSpending(const Transaction& transaction,
                                                      const Coins& coins) const {
    const HeaderEntry& tip = m_chain.tip();
    if (!sequenceLocksReached(transaction, coins, tip))
        return fail(Rejection{Reject::SequenceLocksMempool, {}});
    return consensus::checkInputs(transaction, coins, tip.height() + 1, m_chain.params().rules());
}

/// By itself, unless it is judged together with others or was before. Only version 3, whose children are few,
/// may be below what this node passes on and wait for a child that pays.
Result<void, Rejection> MempoolCheck::checkFee(const Transaction& transaction, Amount fee,
                                               std::int64_t minFeePerKvB, MempoolSource source) const {
    if (source == MempoolSource::Chain || source == MempoolSource::Stored) return {};
    const std::int64_t relay = feeAt(m_options.minFeePerKvB, transaction.vsize());
    const bool packaged = source == MempoolSource::Package;
    if (transaction.version() != kTrucVersion && fee.satoshi() < relay)
        return fail(Rejection{Reject::MinRelayFee, below(fee.satoshi(), relay)});
    return packaged ? Checked() : checkPackageFee(fee.satoshi(), transaction.vsize(), minFeePerKvB);
}

Result<void, Rejection> MempoolCheck::checkPackageFee(std::int64_t fees, std::int64_t vsize,
                                                      std::int64_t minFeePerKvB) const {
    const std::int64_t full = feeAt(minFeePerKvB, vsize);
    if (fees < full) return fail(Rejection{Reject::MempoolMinFee, below(fees, full)});
    const std::int64_t relay = feeAt(m_options.minFeePerKvB, vsize);
    if (fees < relay) return fail(Rejection{Reject::MinRelayFee, below(fees, relay)});
    return {};
}

bool MempoolCheck::isTooCheap(const Transaction& transaction, const Rejection& rejection) {
    return rejection.reason == Reject::MempoolMinFee ||
           (rejection.reason == Reject::MinRelayFee && transaction.version() == kTrucVersion);
}

/// Dust that stayed would be a burden to all: who makes it pays no fee, so that nobody mines it for itself,
/// and who spends from a waiting transaction takes its dust away.
Result<void, Rejection> MempoolCheck::checkDust(const Transaction& transaction,
                                                const MempoolCandidate& candidate) const {
    const bool pays = candidate.fee != Amount() || candidate.modifiedFee() != Amount();
    if (pays && !dustOf(transaction, m_options.dustFeePerKvB).empty())
        return fail(Rejection{Reject::Dust, "a transaction with dust must have no fee"});
    for (const MempoolNode* parent : m_graph.parentsOf(transaction)) {
        for (const std::uint32_t index : dustOf(*parent->entry.transaction, m_options.dustFeePerKvB)) {
            const primitives::OutPoint dust{parent->txid(), index};
            if (std::ranges::find(transaction.inputs(), dust, &primitives::TxIn::previous) ==
                transaction.inputs().end())
                return fail(
                    Rejection{Reject::EphemeralSpends, "it leaves the dust of " + parent->txid().toHex()});
        }
    }
    return {};
}

/// The waiting transactions that spend one of its coins. It must not build on any of them.
Result<std::vector<MempoolNode*>, Rejection> MempoolCheck::conflictsOf(const Transaction& transaction) const {
    std::vector<MempoolNode*> conflicts;
    for (const primitives::TxIn& input : transaction.inputs()) {
        MempoolNode* other = m_graph.spenderOf(input.previous);
        if (other != nullptr && std::find(conflicts.begin(), conflicts.end(), other) == conflicts.end()) {
            conflicts.push_back(other);
        }
    }
    for (const MempoolNode* ancestor : MempoolGraph::withAncestors(m_graph.parentsOf(transaction))) {
        if (std::find(conflicts.begin(), conflicts.end(), ancestor) != conflicts.end()) {
            return fail(Rejection{Reject::SpendsConflicting, {}});
        }
    }
    return conflicts;
}

/// Limits on ancestors, and on the descendants of each of them once `replaced` has gone.
Result<void, Rejection> MempoolCheck::checkFamily(const Transaction& transaction,
                                                  const std::vector<MempoolNode*>& replaced) const {
    const std::vector<MempoolNode*> ancestors = MempoolGraph::withAncestors(m_graph.parentsOf(transaction));
    std::int64_t vsize = transaction.vsize();
    for (const MempoolNode* ancestor : ancestors)
        vsize += ancestor->entry.transaction->vsize();
    if (ancestors.size() + 1 > m_options.maxAncestors || vsize > m_options.maxPackageVsize) {
        return fail(Rejection{Reject::TooLongChain, "too many unconfirmed ancestors"});
    }
    const std::unordered_set<const MempoolNode*> leaving(replaced.begin(), replaced.end());
    for (MempoolNode* ancestor : ancestors) {
        MempoolNode::Totals left = ancestor->descendants;
        if (!leaving.empty()) {
            for (const MempoolNode* descendant : MempoolGraph::withDescendants({ancestor})) {
                if (!leaving.contains(descendant)) continue;
                --left.count;
                left.vsize -= descendant->entry.transaction->vsize();
            }
        }
        if (left.count + 1 > m_options.maxDescendants ||
            left.vsize + transaction.vsize() > m_options.maxPackageVsize) {
            return fail(
                Rejection{Reject::TooLongChain, "too many descendants of " + ancestor->txid().toHex()});
        }
    }
    return {};
}

/// BIP 125 rules 2 to 5, and a better fee rate than each transaction it takes the place of.
Result<void, Rejection> MempoolCheck::checkReplacement(const Transaction& transaction,
                                                       const MempoolCandidate& candidate,
                                                       const std::vector<MempoolNode*>& conflicts,
                                                       bool evictsSibling) const {
    const Reject tooLittle = evictsSibling ? Reject::InsufficientFeeSibling : Reject::InsufficientFee;
    const FeeFraction rate{candidate.modifiedFee().satoshi(), transaction.vsize()};
    for (const MempoolNode* conflict : conflicts) {
        if (conflict->rate() < rate) continue;
        return fail(Rejection{tooLittle, "rejecting replacement " + transaction.txid().toHex() +
                                             ", the fee rate is not above that of " +
                                             conflict->txid().toHex()});
    }
    if (candidate.replaced.size() > m_options.maxReplaced) {
        return fail(Rejection{Reject::TooManyReplacements, {}});
    }
    for (const MempoolNode* parent : m_graph.parentsOf(transaction)) {
        const bool known =
            std::any_of(conflicts.begin(), conflicts.end(), [parent](const MempoolNode* conflict) {
                return std::find(conflict->parents.begin(), conflict->parents.end(), parent) !=
                       conflict->parents.end();
            });
        if (!known) return fail(Rejection{Reject::ReplacementAddsUnconfirmed, {}});
    }
    std::int64_t replacedFees = 0;
    for (const MempoolNode* node : candidate.replaced)
        replacedFees += node->entry.modifiedFee().satoshi();
    const std::int64_t paid = candidate.modifiedFee().satoshi();
    const std::string rejecting = "rejecting replacement " + transaction.txid().toHex() + ", ";
    const auto lacking = [&](const char* words, std::int64_t has, std::int64_t needs) {
        return fail(Rejection{tooLittle, rejecting + words + primitives::toDecimal(Amount(has)) + " < " +
                                             primitives::toDecimal(Amount(needs))});
    };
    if (paid < replacedFees) return lacking("less fees than conflicting txs; ", paid, replacedFees);
    const std::int64_t step = feeAt(m_options.incrementalFeePerKvB, transaction.vsize());
    if (paid - replacedFees < step) {
        return lacking("not enough additional fees to relay; ", paid - replacedFees, step);
    }
    return {};
}

Result<MempoolCandidate, Rejection> MempoolCheck::check(const Transaction& transaction,
                                                        std::int64_t minFeePerKvB, MempoolSource source) {
    if (auto alone = checkAlone(transaction); !alone) return fail(alone.error());
    const auto coins = coinsOf(transaction);
    if (!coins) {
        return fail(isConfirmed(transaction) ? Rejection{Reject::AlreadyKnown, {}} : coins.error());
    }
    const auto fee = checkSpending(transaction, *coins);
    if (!fee) return fail(fee.error());
    const auto bonus = m_bonuses.find(transaction.txid());
    MempoolCandidate candidate{*fee, bonus != m_bonuses.end() ? bonus->second : Amount(),
                               consensus::sigOpCost(transaction, *coins)};
    if (m_options.requireStandard) {
        if (auto standard = checkStandardInputs(transaction, *coins); !standard)
            return fail(standard.error());
    }
    if (candidate.sigOpCost > m_options.maxSigOpCost) return fail(Rejection{Reject::SigOpsPolicy, {}});
    if (m_options.requireStandard && source != MempoolSource::Chain) {
        if (auto dust = checkDust(transaction, candidate); !dust) return fail(dust.error());
    }
    if (auto paid = checkFee(transaction, candidate.modifiedFee(), minFeePerKvB, source); !paid)
        return fail(paid.error());
    if (auto others = checkOthers(transaction, candidate, source); !others) return fail(others.error());
    if (source != MempoolSource::Chain) {
        const auto scripts =
            verifyScripts({&transaction, &*coins}, script::kPolicyFlags, m_chain.signatures());
        if (!scripts) return fail(Rejection{Reject::ScriptPolicy, script::describe(scripts.error())});
    }
    return candidate;
}

/// Its place among the waiting ones, and whom it puts out.
Result<void, Rejection> MempoolCheck::checkOthers(const Transaction& transaction, MempoolCandidate& candidate,
                                                  MempoolSource source) const {
    auto conflicts = conflictsOf(transaction);
    if (!conflicts) return fail(conflicts.error());
    const bool replaces = source == MempoolSource::Peer || source == MempoolSource::Stored;
    if (!replaces && !conflicts->empty()) return fail(Rejection{Reject::MempoolConflict, {}});
    // What was mined comes back as it is: who takes it out of the chain has not made it.
    const auto sibling = source == MempoolSource::Chain
                             ? Result<MempoolNode*, Rejection>(nullptr)
                             : checkTruc(transaction, m_graph.parentsOf(transaction), *conflicts);
    if (!sibling) return fail(sibling.error());
    const bool evictsSibling = *sibling != nullptr;
    if (evictsSibling) {
        if (!replaces)
            return fail(Rejection{Reject::TrucViolation, "tx " + (*sibling)->entry.parents.front().toHex() +
                                                             " would exceed descendant count limit"});
        conflicts->push_back(*sibling);
    }
    candidate.replaced = MempoolGraph::withDescendants(*conflicts);
    if (auto family = checkFamily(transaction, candidate.replaced); !family) return family;
    return conflicts->empty() ? Checked()
                              : checkReplacement(transaction, candidate, *conflicts, evictsSibling);
}

bool MempoolCheck::exceedsAncestors(const MempoolNode& node) const {
    return node.ancestors.count > m_options.maxAncestors;
}

bool MempoolCheck::stillFits(const MempoolNode& node) {
    const Transaction& transaction = *node.entry.transaction;
    const HeaderEntry& tip = m_chain.tip();
    if (exceedsAncestors(node)) return false;
    if (!consensus::isFinal(transaction, tip.height() + 1, tip.medianTime())) return false;
    const auto coins = coinsOf(transaction);
    return coins && checkSpending(transaction, *coins);
}

} // namespace chain
