// The part of ExplorerQueries that follows one script.
#include "explorer/ExplorerQueries.h"

#include "crypto/Sha256.h"
#include "explorer/ExplorerViews.h"

#include <algorithm>

namespace explorer {

struct ExplorerQueries::ScriptKey {
    storage::ScriptHash hash;
    const util::Bytes* script = nullptr; ///< null: only the hash is known

    [[nodiscard]] bool matches(const util::Bytes& other) const {
        return script != nullptr ? other == *script : crypto::sha256(other) == hash;
    }
};

struct ExplorerQueries::Touch {
    const chain::MempoolSnapshot::Item* item;
    AddressSums sums; ///< of this transaction
};

ExplorerQueries::Answer<std::vector<ExplorerQueries::Touch>>
ExplorerQueries::waitingTouches(const ScriptKey& key) {
    std::vector<Touch> out;
    for (const std::size_t place : m_mempool->touching(key.hash)) {
        const chain::MempoolSnapshot::Item& item = m_mempool->items[place];
        Touch touch{&item, {}};
        for (const primitives::TxOut& output : item.transaction->outputs()) {
            if (!key.matches(output.scriptPubKey)) continue;
            ++touch.sums.fundedCount;
            touch.sums.funded += output.value;
        }
        for (const primitives::TxOut& output : item.spent) {
            if (!key.matches(output.scriptPubKey)) continue;
            ++touch.sums.spentCount;
            touch.sums.spent += output.value;
        }
        if (touch.sums.fundedCount == 0 && touch.sums.spentCount == 0) continue;
        const auto stillWaits = waiting(item.transaction->txid());
        if (!stillWaits) return fail(stillWaits.error());
        if (*stillWaits != nullptr) out.push_back(touch);
    }
    std::ranges::stable_sort(out, [](const Touch& a, const Touch& b) { return a.item->time > b.item->time; });
    return out;
}

ExplorerQueries::Answer<AddressView> ExplorerQueries::addressOf(const ScriptKey& key) {
    AddressView view;
    if (key.script != nullptr) {
        view.scriptPubKey = *key.script;
        view.address = addressTextOf(*key.script, m_params);
        view.type = script::outputTypeOf(*key.script);
    }
    const auto sums = m_reader.historySums(key.hash);
    if (!sums) return fail(sums.error());
    view.confirmed = {sums->transactionCount, sums->fundedCount, sums->spentCount, sums->funded, sums->spent};
    const auto touches = waitingTouches(key);
    if (!touches) return fail(touches.error());
    for (const Touch& touch : *touches) {
        ++view.waiting.transactionCount;
        view.waiting.fundedCount += touch.sums.fundedCount;
        view.waiting.spentCount += touch.sums.spentCount;
        view.waiting.funded = primitives::saturatingSum(view.waiting.funded, touch.sums.funded);
        view.waiting.spent = primitives::saturatingSum(view.waiting.spent, touch.sums.spent);
    }
    return view;
}

ExplorerQueries::Answer<std::vector<AddressTxRow>>
ExplorerQueries::historyOf(const ScriptKey& key, std::optional<primitives::TxId> after, std::int32_t count) {
    auto touches = waitingTouches(key);
    if (!touches) return fail(touches.error());
    std::optional<storage::TxPlace> before;
    if (after) {
        const auto isLast = [&](const Touch& touch) { return touch.item->transaction->txid() == *after; };
        if (const auto last = std::ranges::find_if(*touches, isLast); last != touches->end()) {
            touches->erase(touches->begin(), last + 1);
        } else {
            const auto place = m_reader.place(*after);
            if (!place) return fail(place.error());
            if (!*place) return std::vector<AddressTxRow>();
            before = **place;
            touches->clear();
        }
    }
    std::vector<AddressTxRow> out;
    for (const Touch& touch : *touches) {
        TxStatus status;
        status.firstSeen = touch.item->time;
        out.push_back({touch.item->transaction->txid(), status, touch.sums.funded, touch.sums.spent});
    }
    const auto wanted = static_cast<std::size_t>(std::max(count, 0));
    if (out.size() >= wanted) {
        out.resize(wanted);
        return out;
    }
    const auto rows = m_reader.history(key.hash, before, static_cast<std::int32_t>(wanted - out.size()));
    if (!rows) return fail(rows.error());
    for (const storage::HistoryRow& row : *rows) {
        const auto where = statusAt(row.place);
        if (!where) return fail(where.error());
        out.push_back({row.txid, *where, row.funded, row.spent});
    }
    return out;
}

ExplorerQueries::Answer<std::vector<UnspentRow>> ExplorerQueries::unspentOf(const ScriptKey& key,
                                                                            std::int32_t limit) {
    const auto touches = waitingTouches(key);
    if (!touches) return fail(touches.error());
    std::vector<UnspentRow> out;
    std::int64_t spentWaiting = 0;
    for (const Touch& touch : *touches) {
        spentWaiting += touch.sums.spentCount;
        TxStatus status;
        status.firstSeen = touch.item->time;
        primitives::OutPoint outpoint{touch.item->transaction->txid(), 0};
        for (const primitives::TxOut& output : touch.item->transaction->outputs()) {
            if (key.matches(output.scriptPubKey) && !m_mempool->spenders.contains(outpoint))
                out.push_back({outpoint, output.value, status});
            ++outpoint.index;
        }
    }
    const auto wanted =
        std::min<std::int64_t>(std::max(limit, 0) + spentWaiting, std::numeric_limits<std::int32_t>::max());
    const auto coins = m_reader.unspent(key.hash, static_cast<std::int32_t>(wanted));
    if (!coins) return fail(coins.error());
    for (const storage::UnspentOutput& coin : *coins) {
        if (m_mempool->spenders.contains(coin.outpoint)) continue;
        const auto where = statusAt(coin.place);
        if (!where) return fail(where.error());
        out.push_back({coin.outpoint, coin.coin.output.value, *where});
    }
    const auto most = static_cast<std::size_t>(std::max(limit, 0));
    if (out.size() > most) out.resize(most);
    return out;
}

// --- by script, and by its hash alone ---

ExplorerQueries::Answer<AddressView> ExplorerQueries::address(const util::Bytes& scriptPubKey) {
    return addressOf({crypto::sha256(scriptPubKey), &scriptPubKey});
}

ExplorerQueries::Answer<AddressView> ExplorerQueries::address(const storage::ScriptHash& script) {
    return addressOf({script, nullptr});
}

ExplorerQueries::Answer<std::vector<AddressTxRow>>
ExplorerQueries::addressHistory(const util::Bytes& scriptPubKey, std::optional<primitives::TxId> after,
                                std::int32_t count) {
    return historyOf({crypto::sha256(scriptPubKey), &scriptPubKey}, after, count);
}

ExplorerQueries::Answer<std::vector<AddressTxRow>>
ExplorerQueries::addressHistory(const storage::ScriptHash& script, std::optional<primitives::TxId> after,
                                std::int32_t count) {
    return historyOf({script, nullptr}, after, count);
}

ExplorerQueries::Answer<std::vector<UnspentRow>> ExplorerQueries::unspent(const util::Bytes& scriptPubKey,
                                                                          std::int32_t limit) {
    return unspentOf({crypto::sha256(scriptPubKey), &scriptPubKey}, limit);
}

ExplorerQueries::Answer<std::vector<AddressTxRow>>
ExplorerQueries::waitingHistory(const storage::ScriptHash& script, std::int32_t count) {
    const auto touches = waitingTouches({script, nullptr});
    if (!touches) return fail(touches.error());
    std::vector<AddressTxRow> out;
    for (const Touch& touch : *touches) {
        if (out.size() >= static_cast<std::size_t>(std::max(count, 0))) break;
        TxStatus status;
        status.firstSeen = touch.item->time;
        out.push_back({touch.item->transaction->txid(), status, touch.sums.funded, touch.sums.spent});
    }
    return out;
}

ExplorerQueries::Answer<std::vector<AddressTxRow>>
ExplorerQueries::confirmedHistory(const storage::ScriptHash& script, std::optional<primitives::TxId> after,
                                  std::int32_t count) {
    std::optional<storage::TxPlace> before;
    if (after) {
        const auto place = m_reader.place(*after);
        if (!place) return fail(place.error());
        if (!*place) return std::vector<AddressTxRow>();
        before = **place;
        const auto itself =
            m_reader.history(script, storage::TxPlace{before->height, before->position + 1}, 1);
        if (!itself) return fail(itself.error());
        if (itself->empty() || itself->front().txid != *after) return std::vector<AddressTxRow>();
    }
    const auto rows = m_reader.history(script, before, std::max(count, 0));
    if (!rows) return fail(rows.error());
    std::vector<AddressTxRow> out;
    for (const storage::HistoryRow& row : *rows) {
        const auto where = statusAt(row.place);
        if (!where) return fail(where.error());
        out.push_back({row.txid, *where, row.funded, row.spent});
    }
    return out;
}

ExplorerQueries::Answer<std::vector<UnspentRow>> ExplorerQueries::unspent(const storage::ScriptHash& script,
                                                                          std::int32_t limit) {
    return unspentOf({script, nullptr}, limit);
}

} // namespace explorer
