#include "wallet/ChainFollower.h"

#include <algorithm>
#include <utility>

namespace wallet {

using primitives::Amount;
using primitives::OutPoint;
using primitives::TransactionRef;
using primitives::TxId;

void ChainFollower::applyBlock(const primitives::Block& block, const primitives::BlockHash& hash,
                               std::int32_t height) {
    lookAgain(block, hash, height);
    m_ledger.pushBlock({height, hash});
}

void ChainFollower::lookAgain(const primitives::Block& block, const primitives::BlockHash& hash,
                              std::int32_t height) {
    const Place place{TxState::Confirmed, height, hash, block.header.time};
    // A payment may lie beyond the look-ahead of its moment and inside that of a later one in the same block.
    bool grew = true;
    while (grew) {
        grew = false;
        for (const TransactionRef& transaction : block.transactions)
            grew = applyInBlock(transaction, place) || grew;
    }
    settle();
}

bool ChainFollower::applyInBlock(const TransactionRef& transaction, const Place& place) {
    if (!transaction->isCoinbase()) {
        for (const primitives::TxIn& input : transaction->inputs()) {
            for (const TxId& rival : m_ledger.spendersOf(input.previous)) {
                if (rival != transaction->txid()) lose(rival, place.height);
            }
        }
    }
    return concerns(*transaction) && record(transaction, place);
}

void ChainFollower::revertTo(std::int32_t height) {
    std::vector<TxId> coinbases;
    for (const TxId& txid : m_ledger.confirmedAbove(height)) {
        if (m_ledger.find(txid)->isCoinbase) {
            coinbases.push_back(txid);
        } else {
            wait(txid);
        }
    }
    for (const TxId& txid : coinbases)
        lose(txid, kGivenUp);
    TxIds returning;
    for (const TxId& txid : m_ledger.unconfirmed()) {
        const WalletTransaction& entry = *m_ledger.find(txid);
        if (entry.state == TxState::Lost && entry.height > height) returning.push_back(txid);
    }
    revive(std::move(returning));
    settle();
    m_ledger.dropBlocksAbove(height);
}

bool ChainFollower::applyWaiting(const TransactionRef& transaction, std::int64_t now) {
    if (transaction->isCoinbase()) return false;
    const TxId& txid = transaction->txid();
    m_ledger.setAbsence(txid, std::nullopt);
    const WalletTransaction* known = m_ledger.find(txid);
    if (known && known->state != TxState::Lost) return true;
    // Blocks have the last word: this view of the chain may be ahead of the mempool's. revertTo brings it
    // back.
    if (known && known->height >= 0) return true;
    std::optional<std::int32_t> refutedAt;
    TxIds rivals;
    for (const primitives::TxIn& input : transaction->inputs()) {
        const auto rival = m_ledger.activeSpenderOf(input.previous, &txid);
        if (!rival) continue;
        const WalletTransaction& entry = *m_ledger.find(*rival);
        if (entry.state == TxState::Confirmed) refutedAt = entry.height;
        rivals.push_back(*rival);
    }
    if (!concerns(*transaction)) {
        // It is none of ours, so that nobody here hears what becomes of it: those that it replaced wait.
        for (const TxId& rival : rivals)
            m_ledger.setAbsence(rival, Absence::Replaced);
        return !rivals.empty();
    }
    if (!refutedAt) {
        for (const TxId& rival : rivals)
            lose(rival, kReplaced);
    }
    Place place{TxState::Waiting, -1, {}, now};
    if (const auto obstacle = refutedAt ? refutedAt : obstacleOf(*transaction))
        place = {TxState::Lost, *obstacle, {}, now};
    bool grew = true; // then more of its outputs may be ours
    while (grew)
        grew = record(transaction, place);
    settle();
    return true;
}

void ChainFollower::propose(const TransactionRef& transaction, std::int64_t now) {
    dropRivalProposals(*transaction, kReplaced);
    const TxId& txid = transaction->txid();
    const WalletTransaction* known = m_ledger.find(txid);
    WalletTransaction entry = known ? *known : WalletTransaction();
    entry.transaction = transaction;
    entry.time = now;
    setCause(entry, kProposed);
    updateAmounts(txid);
}

/// Earlier ones for the same coins: the user thought again.
void ChainFollower::dropRivalProposals(const primitives::Transaction& transaction, std::int32_t cause) {
    for (const primitives::TxIn& input : transaction.inputs()) {
        for (const TxId& rival : m_ledger.spendersOf(input.previous)) {
            const WalletTransaction entry = *m_ledger.find(rival);
            if (rival != transaction.txid() && isProposal(entry)) setCause(entry, cause);
        }
    }
}

void ChainFollower::abandon(const TxId& txid) {
    const WalletTransaction* entry = m_ledger.find(txid);
    if (!entry) return;
    if (isProposal(*entry)) return setCause(WalletTransaction(*entry), kAbandoned);
    const TransactionRef transaction = entry->transaction;
    dropRivalProposals(*transaction, kAbandoned);
    if (entry->state == TxState::Waiting) {
        lose(txid, kAbandoned);
        settle();
    } else if (entry->state == TxState::Lost && entry->height == kReplaced) {
        setCause(WalletTransaction(*entry), kAbandoned);
    }
}

void ChainFollower::forget(const TxId& txid) {
    const WalletTransaction* entry = m_ledger.find(txid);
    if (!entry || entry->state == TxState::Confirmed) return;
    const TransactionRef transaction = entry->transaction;
    if (entry->state == TxState::Waiting) lose(txid, kAbandoned);
    if (m_ledger.childrenOf(*transaction).empty()) m_ledger.erase(txid);
    settle();
}

void ChainFollower::restartFrom(std::int32_t height) {
    TxIds forgotten = m_ledger.all();
    std::reverse(forgotten.begin(), forgotten.end()); // newest first: each is the last line of the history
    std::erase_if(forgotten,
                  [&](const TxId& txid) { return m_ledger.find(txid)->state != TxState::Confirmed; });
    for (const TxId& txid : forgotten) {
        loseOne(txid, kForgotten);
        WalletTransaction entry = *m_ledger.find(txid);
        if (entry.note.empty()) {
            m_ledger.erase(txid);
        } else {
            setCause(entry, kForgotten);
        }
    }
    TxIds returning;
    for (const TxId& txid : m_ledger.unconfirmed()) {
        const WalletTransaction& entry = *m_ledger.find(txid);
        if (entry.state == TxState::Lost && (entry.height >= 0 || entry.height == kParentLost))
            returning.push_back(txid);
    }
    revive(std::move(returning));
    m_ledger.scanFrom(height);
}

bool ChainFollower::concerns(const primitives::Transaction& transaction) const {
    const auto isOurs = [this](const primitives::TxOut& output) {
        return m_keychain.find(output.scriptPubKey) != nullptr;
    };
    const auto isSpentByUs = [this](const primitives::TxIn& input) {
        return m_ledger.coin(input.previous) != nullptr;
    };
    return std::any_of(transaction.outputs().begin(), transaction.outputs().end(), isOurs) ||
           std::any_of(transaction.inputs().begin(), transaction.inputs().end(), isSpentByUs) ||
           m_ledger.find(transaction.txid()) != nullptr;
}

/// Notes a transaction as `place` says, with its coins. True when the look-ahead grew.
bool ChainFollower::record(const TransactionRef& transaction, const Place& place) {
    const TxId& txid = transaction->txid();
    WalletTransaction entry;
    bool wasLost = false;
    if (const WalletTransaction* known = m_ledger.find(txid)) {
        entry = *known;
        wasLost = known->state == TxState::Lost;
        if (wasLost && known->height == kForgotten) {
            entry.sequence = 0;
            entry.time = place.time;
        }
    } else {
        entry.isCoinbase = transaction->isCoinbase();
        entry.time = place.time;
    }
    entry.transaction = transaction; // a block's copy has the witness that was mined
    entry.state = place.state;
    entry.height = place.height;
    entry.block = place.block;
    m_ledger.put(entry);
    if (place.state != TxState::Waiting) m_ledger.setAbsence(txid, std::nullopt);
    const bool grew = place.state != TxState::Lost && addCoins(entry);
    if (grew) ++m_growth;
    if (place.state != TxState::Lost) claimInputs(*transaction);
    updateAmounts(txid);
    if (wasLost && place.state != TxState::Lost) revive(lostChildrenOf(*transaction));
    return grew;
}

void ChainFollower::wait(const TxId& txid) {
    const TransactionRef transaction = m_ledger.find(txid)->transaction;
    record(transaction, Place{});
}

/// Makes or renews the coins of outputs that pay us. True when the look-ahead grew.
bool ChainFollower::addCoins(const WalletTransaction& entry) {
    const primitives::Transaction& transaction = *entry.transaction;
    bool grew = false;
    for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
        const WalletAddress* address = m_keychain.find(transaction.outputs()[i].scriptPubKey);
        if (!address) continue;
        const OutPoint outpoint{transaction.txid(), i};
        const KeyPath path = address->path;
        const StoredCoin* known = m_ledger.coin(outpoint);
        StoredCoin coin = known ? *known : StoredCoin{};
        const bool isNew = known == nullptr;
        coin.coin.outpoint = outpoint;
        coin.coin.output = transaction.outputs()[i];
        coin.coin.path = path;
        coin.coin.height = entry.state == TxState::Confirmed ? entry.height : -1;
        coin.coin.fromCoinbase = entry.isCoinbase;
        if (isNew) coin.spentBy = m_ledger.activeSpenderOf(outpoint);
        const auto spender = coin.spentBy;
        m_ledger.putCoin(std::move(coin));
        if (isNew && spender) updateAmounts(*spender);
        grew = m_keychain.markUsed(path) || grew;
    }
    return grew;
}

void ChainFollower::claimInputs(const primitives::Transaction& transaction) {
    for (const primitives::TxIn& input : transaction.inputs()) {
        const StoredCoin* known = m_ledger.coin(input.previous);
        if (!known || known->spentBy == transaction.txid()) continue;
        StoredCoin coin = *known;
        coin.spentBy = transaction.txid();
        m_ledger.putCoin(std::move(coin));
    }
}

/// What the transaction moved, from the coins known now. Amounts of lost ones stay as they were.
void ChainFollower::updateAmounts(const TxId& txid) {
    WalletTransaction entry = *m_ledger.find(txid);
    const primitives::Transaction& transaction = *entry.transaction;
    entry.spent = Amount();
    entry.received = Amount();
    entry.fee.reset();
    bool allOurs = !entry.isCoinbase;
    Amount paid;
    for (const primitives::TxIn& input : transaction.inputs()) {
        const StoredCoin* coin = m_ledger.coin(input.previous);
        allOurs = allOurs && coin != nullptr;
        if (coin) entry.spent += coin->coin.output.value;
    }
    for (const primitives::TxOut& output : transaction.outputs()) {
        paid += output.value;
        if (m_keychain.find(output.scriptPubKey)) entry.received += output.value;
    }
    if (allOurs) entry.fee = entry.spent - paid;
    m_ledger.put(std::move(entry));
    for (std::uint32_t i = 0; i < transaction.outputs().size(); ++i) {
        const StoredCoin* known = m_ledger.coin({txid, i});
        if (!known || known->coin.isChange == allOurs) continue;
        StoredCoin coin = *known;
        coin.coin.isChange = allOurs;
        m_ledger.putCoin(std::move(coin));
    }
}

/// Makes a transaction Lost, and all that builds on it. `settle` comes once what takes its place is there.
void ChainFollower::lose(const TxId& txid, std::int32_t cause) {
    if (!loseOne(txid, cause)) return;
    TxIds queue{txid};
    while (!queue.empty()) {
        const TransactionRef parent = m_ledger.find(queue.back())->transaction;
        queue.pop_back();
        for (const primitives::TxIn& input : parent->inputs())
            m_freed.push_back(input.previous);
        for (const TxId& child : m_ledger.childrenOf(*parent)) {
            if (loseOne(child, kParentLost)) queue.push_back(child);
        }
    }
}

/// True when it was not Lost before. One in the chain is not lost to a rival: two that contradict each other
/// cannot both be there.
bool ChainFollower::loseOne(const TxId& txid, std::int32_t cause) {
    const WalletTransaction entry = *m_ledger.find(txid);
    if (entry.state == TxState::Lost) {
        // The first block that contradicts it counts: it is the last to go when blocks are undone.
        const bool better =
            (cause >= 0 && entry.height < 0) || (cause == kParentLost && entry.height == kReplaced);
        // What was given up stays so, whatever blocks come and go.
        const bool isFinal =
            entry.height == kForgotten || entry.height == kAbandoned || entry.height == kGivenUp;
        if (better && !isFinal) setCause(entry, cause);
        return false;
    }
    if (entry.state == TxState::Confirmed && cause != kForgotten && !entry.isCoinbase) return false;
    for (const primitives::TxIn& input : entry.transaction->inputs()) {
        const StoredCoin* known = m_ledger.coin(input.previous);
        if (!known || known->spentBy != txid) continue;
        StoredCoin coin = *known;
        coin.spentBy.reset();
        m_ledger.putCoin(std::move(coin));
    }
    for (std::uint32_t i = 0; i < entry.transaction->outputs().size(); ++i) {
        if (m_ledger.coin({txid, i})) m_ledger.eraseCoin({txid, i});
    }
    m_ledger.setAbsence(txid, std::nullopt);
    setCause(entry, cause);
    return true;
}

/// What had to make way for one that is lost now waits again.
void ChainFollower::settle() {
    TxIds returning;
    for (const OutPoint& outpoint : std::exchange(m_freed, {})) {
        for (const TxId& txid : m_ledger.spendersOf(outpoint)) {
            const WalletTransaction& entry = *m_ledger.find(txid);
            if (entry.state == TxState::Lost && entry.height == kReplaced) returning.push_back(txid);
        }
    }
    revive(std::move(returning));
}

/// Lets lost transactions wait again where nothing speaks against it any more, the newest first, and then
/// their children.
void ChainFollower::revive(TxIds queue) {
    sortByAge(queue);
    while (!queue.empty()) {
        const TxId txid = queue.back();
        queue.pop_back();
        if (!reviveOne(txid)) continue;
        const TxIds children = lostChildrenOf(*m_ledger.find(txid)->transaction);
        queue.insert(queue.end(), children.begin(), children.end());
    }
}

bool ChainFollower::reviveOne(const TxId& txid) {
    const WalletTransaction entry = *m_ledger.find(txid);
    if (entry.state != TxState::Lost || entry.isCoinbase) return false;
    if (const auto obstacle = obstacleOf(*entry.transaction)) {
        setCause(entry, *obstacle);
        return false;
    }
    ++m_growth; // whether the mempool has it nobody knows
    WalletTransaction waiting = entry;
    waiting.state = TxState::Waiting;
    waiting.height = -1;
    waiting.block = {};
    m_ledger.put(waiting);
    addCoins(waiting);
    claimInputs(*waiting.transaction);
    updateAmounts(txid);
    return true;
}

/// Why a lost transaction has to stay so, if it has: the cause to note.
std::optional<std::int32_t> ChainFollower::obstacleOf(const primitives::Transaction& transaction) const {
    std::optional<std::int32_t> obstacle;
    for (const primitives::TxIn& input : transaction.inputs()) {
        if (const auto rival = m_ledger.activeSpenderOf(input.previous)) {
            const WalletTransaction& entry = *m_ledger.find(*rival);
            if (entry.state == TxState::Confirmed) return entry.height;
            obstacle = kReplaced;
        } else if (isLost(input.previous.txid) && !obstacle) {
            obstacle = kParentLost;
        }
    }
    return obstacle;
}

bool ChainFollower::isLost(const TxId& txid) const {
    const WalletTransaction* entry = m_ledger.find(txid);
    return entry && entry->state == TxState::Lost && entry->height != kForgotten;
}

/// Those lost for no other reason than their parent, oldest first.
ChainFollower::TxIds ChainFollower::lostChildrenOf(const primitives::Transaction& transaction) const {
    TxIds out;
    for (const TxId& txid : m_ledger.childrenOf(transaction)) {
        const WalletTransaction& child = *m_ledger.find(txid);
        if (child.state == TxState::Lost && child.height == kParentLost) out.push_back(txid);
    }
    sortByAge(out);
    return out;
}

/// Oldest first.
void ChainFollower::sortByAge(TxIds& txids) const {
    std::sort(txids.begin(), txids.end(), [this](const TxId& a, const TxId& b) {
        return m_ledger.find(a)->sequence < m_ledger.find(b)->sequence;
    });
}

void ChainFollower::setCause(const WalletTransaction& entry, std::int32_t cause) {
    WalletTransaction lost = entry;
    lost.state = TxState::Lost;
    lost.height = cause;
    lost.block = {};
    m_ledger.put(std::move(lost));
}

} // namespace wallet
