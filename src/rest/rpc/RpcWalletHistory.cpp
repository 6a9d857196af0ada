// JSON-RPC: what happened to the wallet, as lists and as one transaction.
#include "rest/rpc/RpcWalletHistory.h"

#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "util/Hex.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace rest {

namespace {

/// One thing that a transaction did to the wallet, as Core lists it; signed.
struct WalletStep {
    const char* category;
    std::string address;
    std::optional<std::string> label; ///< nothing: the address has none, as change
    primitives::Amount amount;
    std::size_t output = 0;
    std::string descriptor = {}; ///< that the address comes from; empty: not the wallet's own
};

/// What the mempool spends; made when it is first asked.
class MempoolSpends {
public:
    explicit MempoolSpends(std::shared_ptr<const chain::MempoolSnapshot> mempool)
        : m_mempool(std::move(mempool)) {}
    /// Transactions there that spend what `transaction` spends.
    std::set<primitives::TxId> rivalsOf(const primitives::Transaction& transaction) {
        if (m_spenders.empty())
            for (const auto& item : m_mempool->items)
                for (const auto& input : item.transaction->inputs())
                    m_spenders.emplace(input.previous, item.transaction->txid());
        std::set<primitives::TxId> out;
        for (const auto& input : transaction.inputs()) {
            const auto found = m_spenders.find(input.previous);
            if (found != m_spenders.end() && found->second != transaction.txid()) out.insert(found->second);
        }
        return out;
    }

private:
    std::shared_ptr<const chain::MempoolSnapshot> m_mempool;
    std::unordered_map<primitives::OutPoint, primitives::TxId> m_spenders;
};

/// What lists are made with: of one call, on the wallet thread.
struct StepRules {
    std::int32_t best = 0;
    std::int32_t maturity = 0;
    script::AddressFormat addresses;
    std::shared_ptr<MempoolSpends> mempool;
    bool withChange = false;
};

StepRules stepRules(const RouteContext& context) {
    const auto& params = context.node.params();
    return {0, params.rules().coinbaseMaturity, params.addresses,
            std::make_shared<MempoolSpends>(context.node.chain().mempool())};
}
StepRules at(StepRules rules, std::int32_t best) {
    rules.best = best;
    return rules;
}

std::vector<WalletStep> stepsOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry,
                                const StepRules& rules) {
    std::vector<WalletStep> steps;
    const bool isOurs = entry.spent.satoshi() > 0;
    const bool immature = entry.isCoinbase && confirmationsOf(entry.height, rules.best) < rules.maturity;
    const auto& outputs = entry.transaction->outputs();
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto own = wallet.addressOf(outputs[i].scriptPubKey);
        const bool isChange = own && isOurs && own->chain == wallet::KeyChain::Change;
        if (isChange && !rules.withChange) continue;
        const auto label = own && hasLabel(*own) ? std::optional(own->label) : std::nullopt;
        if (isOurs)
            steps.push_back(
                {"send", script::toAddress(outputs[i].scriptPubKey, rules.addresses).value_or(std::string()),
                 label, primitives::Amount() - outputs[i].value, i});
        if (!own) continue;
        const char* category = !entry.isCoinbase                      ? "receive"
                               : entry.state == wallet::TxState::Lost ? "orphan"
                               : immature                             ? "immature"
                                                                      : "generate";
        steps.push_back({category, own->address, label, outputs[i].value, i,
                         wallet.keychain().row(own->path.descriptor)->text});
    }
    return steps;
}

void writeStep(JsonWriter& json, const WalletStep& step, const wallet::WalletTransaction& entry) {
    if (!step.address.empty()) json.member("address", step.address);
    if (!step.descriptor.empty()) json.key("parent_descs").beginArray().value(step.descriptor).endArray();
    json.member("category", step.category).member("amount", step.amount).member("vout", step.output);
    if (step.label) json.member("label", *step.label);
    const bool sends = std::string_view(step.category) == "send";
    if (sends && entry.fee) json.member("fee", primitives::Amount() - *entry.fee);
    json.member("abandoned", entry.isAbandoned);
}

/// Other transactions, not lost, that spend the same.
std::set<primitives::TxId> winnersOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry) {
    std::set<primitives::TxId> out;
    for (const auto& input : entry.transaction->inputs()) {
        const auto spender = wallet.spenderOf(input.previous);
        if (spender && *spender != entry.transaction->txid()) out.insert(*spender);
    }
    return out;
}

/// Of the wallet's own payments that spend the same, the one made last before, or first after, this one.
std::optional<primitives::TxId> replacementOf(const wallet::Wallet& wallet,
                                              const wallet::WalletTransaction& entry, bool after) {
    std::optional<wallet::WalletTransaction> nearest;
    for (const auto& input : entry.transaction->inputs()) {
        for (const primitives::TxId& txid : wallet.spendersOf(input.previous)) {
            if (txid == entry.transaction->txid()) continue;
            auto other = wallet.transaction(txid);
            if (!other || !other->fee) continue;
            if ((other->sequence > entry.sequence) != after) continue;
            if (nearest && (other->sequence > nearest->sequence) == after) continue;
            nearest = std::move(other);
        }
    }
    return nearest ? std::optional(nearest->transaction->txid()) : std::nullopt;
}

void writeReplacements(JsonWriter& json, const wallet::Wallet& wallet,
                       const wallet::WalletTransaction& entry) {
    if (!entry.fee || entry.isCoinbase) return;
    if (const auto next = replacementOf(wallet, entry, true)) json.member("replaced_by_txid", *next);
    if (const auto last = replacementOf(wallet, entry, false)) json.member("replaces_txid", *last);
}

/// Of one that is lost, below zero: how deep the block is that took its coins.
std::int32_t depthOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry,
                     std::int32_t best) {
    if (entry.state != wallet::TxState::Lost) return confirmationsOf(entry.height, best);
    std::int32_t deepest = 0;
    for (const primitives::TxId& txid : winnersOf(wallet, entry)) {
        const auto winner = wallet.transaction(txid);
        if (winner) deepest = std::max(deepest, confirmationsOf(winner->height, best));
    }
    return -deepest;
}

/// All that it spends is the wallet's own, and so on back to what blocks hold.
bool isTrusted(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry, int most = 100) {
    if (entry.state == wallet::TxState::Confirmed) return true;
    if (entry.state != wallet::TxState::Waiting || entry.absence || !entry.fee || most == 0) return false;
    return std::ranges::all_of(entry.transaction->inputs(), [&](const auto& input) {
        const auto parent = wallet.transaction(input.previous.txid);
        return parent && isTrusted(wallet, *parent, most - 1);
    });
}

bool saysReplaceable(const wallet::WalletTransaction& entry) {
    return entry.state == wallet::TxState::Waiting &&
           std::ranges::any_of(entry.transaction->inputs(), [](const auto& input) {
               return input.sequence <= primitives::kSequenceReplaceable;
           });
}

void writeIds(JsonWriter& json, std::string_view name, const std::set<primitives::TxId>& txids) {
    json.key(name).beginArray();
    for (const primitives::TxId& txid : txids)
        json.value(txid);
    json.endArray();
}

void writeEntryFields(JsonWriter& json, const wallet::Wallet& wallet, const wallet::WalletTransaction& entry,
                      const StepRules& rules) {
    json.member("confirmations", depthOf(wallet, entry, rules.best));
    if (entry.isCoinbase) json.member("generated", true);
    const bool isConfirmed = entry.state == wallet::TxState::Confirmed;
    if (isConfirmed)
        json.member("blockhash", entry.block)
            .member("blockheight", entry.height)
            .member("blocktime", entry.time);
    else
        json.member("trusted", isTrusted(wallet, entry));
    json.member("txid", entry.transaction->txid()).member("wtxid", entry.transaction->wtxid());
    writeIds(json, "walletconflicts", winnersOf(wallet, entry));
    const bool isInMempool = entry.state == wallet::TxState::Waiting && !entry.absence;
    writeIds(json, "mempoolconflicts",
             isConfirmed || isInMempool ? std::set<primitives::TxId>()
                                        : rules.mempool->rivalsOf(*entry.transaction));
    writeReplacements(json, wallet, entry);
    json.member("time", entry.time).member("timereceived", entry.time);
    json.member("bip125-replaceable", saysReplaceable(entry) ? "yes" : "no");
    if (!entry.note.empty()) json.member("comment", entry.note);
}

QByteArray stepJson(const wallet::Wallet& wallet, const WalletStep& step,
                    const wallet::WalletTransaction& entry, const StepRules& rules) {
    JsonWriter json;
    json.beginObject();
    writeStep(json, step, entry);
    writeEntryFields(json, wallet, entry, rules);
    return json.endObject().take();
}

QByteArray listOf(const std::vector<QByteArray>& items) {
    return '[' + QByteArrayList(items.begin(), items.end()).join(',') + ']';
}

// --- listtransactions

/// Which steps are asked for.
struct StepFilter {
    std::string label; ///< "*": all
    std::size_t count = 0;
    std::size_t skip = 0; ///< newest first
};

/// The steps asked for, oldest first; the history is read in pages, as far as needed.
QByteArray listSteps(const wallet::Wallet& wallet, const StepRules& rules, const StepFilter& filter) {
    std::vector<QByteArray> newestFirst;
    std::size_t passed = 0;
    eachEntry(wallet, [&](const wallet::WalletTransaction& entry) {
        const auto steps = stepsOf(wallet, entry, rules);
        for (auto step = steps.rbegin(); step != steps.rend() && newestFirst.size() < filter.count; ++step) {
            if (filter.label != "*" && step->label != filter.label) continue;
            if (passed++ >= filter.skip) newestFirst.push_back(stepJson(wallet, *step, entry, rules));
        }
        return newestFirst.size() < filter.count;
    });
    std::ranges::reverse(newestFirst);
    return listOf(newestFirst);
}

RpcHandled listTransactions(const RouteContext& context, const RpcCall& call) {
    const auto label = call.params.text(0, "*");
    const auto count = call.params.integer(1, 10);
    const auto skip = call.params.integer(2, 0);
    if (!label) return fail(label.error());
    if (!count) return fail(count.error());
    if (!skip) return fail(skip.error());
    if (label->empty())
        return fail(RpcError{rpc::kBadParameter,
                             QStringLiteral("Label argument must be a valid label name or \"*\".")});
    if (*count < 0) return fail(RpcError{rpc::kBadParameter, QStringLiteral("Negative count")});
    if (*skip < 0) return fail(RpcError{rpc::kBadParameter, QStringLiteral("Negative from")});
    return askWallet(
        context, call,
        [filter = StepFilter{*label, std::size_t(*count), std::size_t(*skip)},
         rules = stepRules(context)](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
            return listSteps(wallet, at(rules, best), filter);
        });
}

// --- gettransaction

RpcHandled getTransaction(const RouteContext& context, const RpcCall& call) {
    const auto txid = call.params.txid(0);
    if (!txid) return fail(txid.error());
    const auto verbose = call.params.flag(2, false);
    if (!verbose) return fail(verbose.error());
    const auto* params = &context.node.params();
    return askWallet(
        context, call,
        [txid = *txid, verbose = *verbose, params,
         kept = stepRules(context)](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
            const StepRules rules = at(kept, best);
            const auto entry = wallet.transaction(txid);
            if (!entry)
                return fail(RpcError{rpc::kNotFound, QStringLiteral("Invalid or non-wallet transaction id")});
            const bool pays = entry->spent.satoshi() > 0 && entry->fee.has_value();
            JsonWriter json;
            json.beginObject().member("amount", pays ? entry->net() + *entry->fee : entry->net());
            if (pays) json.member("fee", primitives::Amount() - *entry->fee);
            writeEntryFields(json, wallet, *entry, rules);
            json.key("details").beginArray();
            for (const WalletStep& step : stepsOf(wallet, *entry, rules)) {
                json.beginObject();
                writeStep(json, step, *entry);
                json.endObject();
            }
            json.endArray().member("hex", util::toHex(entry->transaction->serialize()));
            if (verbose) {
                json.key("decoded").beginObject();
                writeTransactionFields(json, *entry->transaction, *params);
                json.endObject();
            }
            writeLastBlock(json, wallet.tip());
            return json.endObject().take();
        });
}

// --- listsinceblock

/// What the chain says of a block that somebody knew last.
struct SinceBlock {
    std::int32_t fork = -1;                    ///< the highest block that it shares with the best chain
    std::vector<primitives::TxId> left;        ///< transactions of the blocks that left, newest block first
    std::optional<primitives::BlockHash> last; ///< what to ask with next time
};

constexpr std::int32_t kMostLeft = 1'000; ///< blocks of another branch that are looked through

Result<SinceBlock, RpcError> sinceBlock(storage::ChainReader& reader,
                                        std::optional<primitives::BlockHash> known, std::int64_t depth) {
    const auto failed = [](const storage::StorageError& error) {
        return fail(databaseFailed(error).error());
    };
    SinceBlock out;
    const auto tip = reader.tip();
    if (!tip) return failed(tip.error());
    for (std::int32_t looked = 0; known; ++looked) {
        const auto stored = reader.block(*known);
        if (!stored) return failed(stored.error());
        if (!*stored) return fail(blockNotFound());
        out.fork = (*stored)->record.height;
        if ((*stored)->inBestChain) break;
        if (looked == kMostLeft)
            return fail(RpcError{rpc::kMisc, QStringLiteral("That block left the chain too long ago.")});
        const auto block = reader.readBlock(*known);
        if (!block) return failed(block.error());
        if (*block)
            for (const auto& transaction : (*block)->transactions)
                out.left.push_back(transaction->txid());
        known = (*stored)->record.header.previous;
    }
    const auto last = reader.blockAt(std::int32_t(std::max<std::int64_t>(tip->height + 1 - depth, 0)));
    if (!last) return failed(last.error());
    if (*last) out.last = (*last)->record.hash;
    return out;
}

struct SinceWish {
    bool withRemoved = true, withChange = false;
    std::optional<std::string> label;
};

QByteArray sinceJson(const wallet::Wallet& wallet, StepRules rules, const SinceBlock& since,
                     const SinceWish& wish) {
    rules.withChange = wish.withChange;
    const auto add = [&](std::vector<QByteArray>& list, const wallet::WalletTransaction& entry) {
        for (const WalletStep& step : stepsOf(wallet, entry, rules))
            if (!wish.label || step.label == wish.label) list.push_back(stepJson(wallet, step, entry, rules));
    };
    std::vector<QByteArray> transactions, removed;
    eachEntry(wallet, [&](const wallet::WalletTransaction& entry) {
        if (entry.state != wallet::TxState::Confirmed || entry.height > since.fork) add(transactions, entry);
        return true;
    });
    std::ranges::reverse(transactions);
    for (const primitives::TxId& txid : since.left)
        if (const auto entry = wallet.transaction(txid)) add(removed, *entry);
    JsonWriter json;
    json.beginObject().key("transactions").raw(listOf(transactions).toStdString());
    if (wish.withRemoved) json.key("removed").raw(listOf(removed).toStdString());
    json.member("lastblock", since.last.value_or(primitives::BlockHash()));
    return json.endObject().take();
}

RpcHandled listSinceBlock(const RouteContext& context, const RpcCall& call) {
    std::optional<primitives::BlockHash> known;
    if (call.params.has(0) && !call.params.at(0)->text().empty()) {
        const auto hash = call.params.blockHash(0);
        if (!hash) return fail(hash.error());
        known = *hash;
    }
    const auto depth = call.params.integer(1, 1);
    const auto withRemoved = call.params.flag(3, true), withChange = call.params.flag(4, false);
    const auto label = labelOf(call.params, 5, "");
    if (!depth) return fail(depth.error());
    if (*depth < 1) return fail(RpcError{rpc::kBadParameter, QStringLiteral("Invalid parameter")});
    if (!withRemoved) return fail(withRemoved.error());
    if (!withChange) return fail(withChange.error());
    if (!label) return fail(label.error());
    SinceWish wish{*withRemoved, *withChange, {}};
    if (call.params.has(5)) wish.label = *label;
    auto found = context.node.chain().query([known, depth = *depth](explorer::ExplorerQueries& queries) {
        return sinceBlock(queries.reader(), known, depth);
    });
    call.then(context, found, [context, call, wish](const Result<SinceBlock, RpcError>& since) {
        if (!since) return call.reply(fail(since.error()));
        (void)askWallet(context, call,
                        [since = *since, wish, rules = stepRules(context)](const wallet::Wallet& wallet,
                                                                           std::int32_t best) -> RpcResult {
                            return sinceJson(wallet, at(rules, best), since, wish);
                        });
    });
    return {};
}

} // namespace

void writeLastBlock(JsonWriter& json, const wallet::WalletTip& tip) {
    json.key("lastprocessedblock")
        .beginObject()
        .member("hash", tip.hash)
        .member("height", tip.height)
        .endObject();
}

Result<std::string, RpcError> labelOf(const RpcParams& params, std::size_t index,
                                      std::optional<std::string> standard) {
    auto label = params.text(index, std::move(standard));
    if (label && *label == "*") return fail(RpcError{kInvalidLabel, QStringLiteral("Invalid label name")});
    return label;
}

std::vector<RpcMethod> rpcWalletHistoryMethods() {
    const char* group = "Wallet";
    const char* wallet = "wallet";
    return {
        {group,
         "gettransaction",
         {{"txid", RpcType::Hash},
          {"include_watchonly", RpcType::Flag, kOptional},
          {"verbose", RpcType::Flag, kOptional}},
         true,
         "A transaction of the wallet; with verbose also decoded.",
         getTransaction,
         wallet},
        {group,
         "listsinceblock",
         {{"blockhash", RpcType::Text, kOptional},
          {"target_confirmations", RpcType::Integer, kOptional},
          {"include_watchonly", RpcType::Flag, kOptional},
          {"include_removed", RpcType::Flag, kOptional},
          {"include_change", RpcType::Flag, kOptional},
          {"label", RpcType::Text, kOptional}},
         true,
         "The payments since a block, those that a reorganisation took out of blocks, and the block to ask "
         "with the next time.",
         listSinceBlock,
         wallet},
        {group,
         "listtransactions",
         {{"label", RpcType::Text, kOptional},
          {"count", RpcType::Integer, kOptional},
          {"skip", RpcType::Integer, kOptional},
          {"include_watchonly", RpcType::Flag, kOptional}},
         true,
         "The last payments, oldest first.",
         listTransactions,
         wallet},
    };
}

} // namespace rest
