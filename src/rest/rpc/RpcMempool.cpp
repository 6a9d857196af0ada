// JSON-RPC: what waits.
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"

#include <algorithm>
#include <limits>
#include <set>
#include <unordered_map>

namespace rest {

namespace {

using Family = std::vector<const chain::MempoolEntry*>;

/// All that waited at one moment, to be walked on another thread than the mempool's.
class EntryList {
public:
    explicit EntryList(std::vector<chain::MempoolEntry> entries) : m_entries(std::move(entries)) {
        for (const chain::MempoolEntry& entry : m_entries) {
            m_byTxid.emplace(entry.transaction->txid(), &entry);
            for (const primitives::TxIn& input : entry.transaction->inputs())
                m_spenders.emplace(input.previous, &entry);
        }
    }
    [[nodiscard]] const std::vector<chain::MempoolEntry>& entries() const { return m_entries; }
    [[nodiscard]] const chain::MempoolEntry* find(const primitives::TxId& txid) const {
        const auto found = m_byTxid.find(txid);
        return found == m_byTxid.end() ? nullptr : found->second;
    }
    [[nodiscard]] const chain::MempoolEntry* spenderOf(const primitives::OutPoint& outpoint) const {
        const auto found = m_spenders.find(outpoint);
        return found == m_spenders.end() ? nullptr : found->second;
    }

private:
    std::vector<chain::MempoolEntry> m_entries;
    std::unordered_map<primitives::TxId, const chain::MempoolEntry*> m_byTxid;
    std::unordered_map<primitives::OutPoint, const chain::MempoolEntry*> m_spenders;
};

// `Pool` is a chain::Mempool or an EntryList.

template <class Pool>
std::set<primitives::TxId> childrenOf(const Pool& mempool, const chain::MempoolEntry& entry) {
    std::set<primitives::TxId> children;
    for (std::uint32_t i = 0; i < entry.transaction->outputs().size(); ++i) {
        if (const auto* child = mempool.spenderOf({entry.transaction->txid(), i}))
            children.insert(child->transaction->txid());
    }
    return children;
}

/// Everything reached by `step` from an entry, without itself.
template <class Pool, class Step>
Family reachedFrom(const Pool& mempool, const chain::MempoolEntry& entry, Step step) {
    Family out;
    std::set<primitives::TxId> seen{entry.transaction->txid()};
    std::vector<const chain::MempoolEntry*> open{&entry};
    while (!open.empty()) {
        const chain::MempoolEntry* at = open.back();
        open.pop_back();
        const auto next = step(*at);
        for (const primitives::TxId& txid : next) {
            const auto* found = mempool.find(txid);
            if (found == nullptr || !seen.insert(txid).second) continue;
            out.push_back(found);
            open.push_back(found);
        }
    }
    return out;
}

template <class Pool>
Family ancestorsOf(const Pool& mempool, const chain::MempoolEntry& entry) {
    return reachedFrom(mempool, entry, [](const chain::MempoolEntry& at) { return at.parents; });
}

template <class Pool>
Family descendantsOf(const Pool& mempool, const chain::MempoolEntry& entry) {
    return reachedFrom(mempool, entry,
                       [&](const chain::MempoolEntry& at) { return childrenOf(mempool, at); });
}

struct FamilySums {
    std::size_t count = 1;
    std::int64_t vsize = 0;
    primitives::Amount fees;
};

FamilySums sumsOf(const chain::MempoolEntry& entry, const Family& family) {
    FamilySums sums{1 + family.size(), entry.transaction->vsize(), entry.fee};
    for (const auto* member : family) {
        sums.vsize += member->transaction->vsize();
        sums.fees += member->fee;
    }
    return sums;
}

bool signalsReplacement(const primitives::Transaction& transaction) {
    return std::ranges::any_of(transaction.inputs(), [](const primitives::TxIn& input) {
        return input.sequence <= primitives::kSequenceReplaceable;
    });
}

template <class Pool>
void writeEntry(JsonWriter& json, const Pool& mempool, const chain::MempoolEntry& entry) {
    const FamilySums above = sumsOf(entry, ancestorsOf(mempool, entry));
    const FamilySums below = sumsOf(entry, descendantsOf(mempool, entry));
    json.beginObject()
        .member("vsize", entry.transaction->vsize())
        .member("weight", entry.transaction->weight())
        .member("time", entry.time)
        .member("height", entry.height)
        .member("descendantcount", below.count)
        .member("descendantsize", below.vsize)
        .member("ancestorcount", above.count)
        .member("ancestorsize", above.vsize)
        .member("wtxid", entry.transaction->wtxid());
    json.key("fees")
        .beginObject()
        .member("base", entry.fee)
        .member("modified", entry.fee)
        .member("ancestor", above.fees)
        .member("descendant", below.fees)
        .endObject();
    const auto hashes = [&](const char* name, const auto& list) {
        json.key(name).beginArray();
        for (const primitives::TxId& txid : list)
            json.value(txid);
        json.endArray();
    };
    hashes("depends", entry.parents);
    hashes("spentby", childrenOf(mempool, entry));
    json.member("bip125-replaceable", signalsReplacement(*entry.transaction))
        .member("unbroadcast", false)
        .endObject();
}

RpcHandled getMempoolInfo(const RouteContext& context, const RpcCall& call) {
    const auto settings = context.node.settings();
    const std::int64_t most = settings.number(QStringLiteral("mempool_megabytes")) * 1'000'000;
    const auto relay = settings.amount(QStringLiteral("minimum_fee"));
    const std::int64_t carrier = settings.number(QStringLiteral("data_carrier_bytes"));
    call.askChain(context, [most, relay, carrier](const node::ChainView& view) -> RpcResult {
        const chain::Mempool& mempool = view.mempool();
        std::int64_t vsize = 0;
        const auto entries = mempool.entries();
        for (const auto* entry : entries)
            vsize += entry->transaction->vsize();
        JsonWriter json;
        json.beginObject()
            .member("loaded", true)
            .member("size", mempool.size())
            .member("bytes", vsize)
            .member("usage", mempool.bytes())
            .member("total_fee", mempool.totalFees())
            .member("maxmempool", most)
            .member("mempoolminfee", primitives::Amount(std::max(mempool.minFeePerKvB(), relay.satoshi())))
            .member("minrelaytxfee", relay)
            .member("incrementalrelayfee", primitives::Amount(chain::MempoolOptions().incrementalFeePerKvB))
            .member("unbroadcastcount", 0)
            .member("fullrbf", true)
            .member("permitbaremultisig", true)
            .member("maxdatacarriersize", carrier)
            .endObject();
        return json.take();
    });
    return {};
}

/// The node's thread only lists them; families are walked and written where reads are.
void rawMempoolInFull(const RouteContext& context, const RpcCall& call) {
    auto listed = context.node.chain().ask([](const node::ChainView& view) {
        std::vector<chain::MempoolEntry> out;
        for (const auto* entry : view.mempool().entries())
            out.push_back(*entry);
        return out;
    });
    call.then(context, listed, [context, call](const std::vector<chain::MempoolEntry>& entries) {
        call.ask(context, [entries](explorer::ExplorerQueries&) -> RpcResult {
            const EntryList list(entries);
            JsonWriter json;
            json.beginObject();
            for (const chain::MempoolEntry& entry : list.entries()) {
                json.key(entry.transaction->txid().toHex());
                writeEntry(json, list, entry);
            }
            return json.endObject().take();
        });
    });
}

void rawMempoolIds(const RouteContext& context, const RpcCall& call, bool withSequence) {
    call.askChain(context, [withSequence](const node::ChainView& view) -> RpcResult {
        JsonWriter json;
        if (withSequence) json.beginObject().key("txids");
        json.beginArray();
        for (const auto* entry : view.mempool().entries())
            json.value(entry->transaction->txid());
        json.endArray();
        if (withSequence) json.member("mempool_sequence", view.mempool().sequence()).endObject();
        return json.take();
    });
}

RpcHandled getRawMempool(const RouteContext& context, const RpcCall& call) {
    const auto verbose = call.params.flag(0, false);
    if (!verbose) return fail(verbose.error());
    const auto withSequence = call.params.flag(1, false);
    if (!withSequence) return fail(withSequence.error());
    if (*verbose && *withSequence)
        return fail(RpcError{rpc::kBadParameter,
                             QStringLiteral("Verbose results cannot contain mempool sequence values.")});
    if (*verbose)
        rawMempoolInFull(context, call);
    else
        rawMempoolIds(context, call, *withSequence);
    return {};
}

/// Calls `write` with the waiting transaction of the first parameter.
template <class F>
RpcHandled withEntry(const RouteContext& context, const RpcCall& call, F write) {
    const auto txid = call.params.txid(0);
    if (!txid) return fail(txid.error());
    call.askChain(context, [txid = *txid, write](const node::ChainView& view) -> RpcResult {
        const auto* entry = view.mempool().find(txid);
        if (entry == nullptr)
            return fail(RpcError{rpc::kNotFound, QStringLiteral("Transaction not in mempool")});
        JsonWriter json;
        write(json, view.mempool(), *entry);
        return json.take();
    });
    return {};
}

RpcHandled getMempoolEntry(const RouteContext& context, const RpcCall& call) {
    return withEntry(context, call,
                     [](JsonWriter& json, const chain::Mempool& mempool, const chain::MempoolEntry& entry) {
                         writeEntry(json, mempool, entry);
                     });
}

void writeFamily(JsonWriter& json, const chain::Mempool& mempool, const Family& family, bool verbose) {
    if (verbose)
        json.beginObject();
    else
        json.beginArray();
    for (const auto* entry : family) {
        if (!verbose) {
            json.value(entry->transaction->txid());
            continue;
        }
        json.key(entry->transaction->txid().toHex());
        writeEntry(json, mempool, *entry);
    }
    if (verbose)
        json.endObject();
    else
        json.endArray();
}

RpcHandled getMempoolAncestors(const RouteContext& context, const RpcCall& call) {
    const auto verbose = call.params.flag(1, false);
    if (!verbose) return fail(verbose.error());
    return withEntry(context, call,
                     [verbose = *verbose](JsonWriter& json, const chain::Mempool& mempool,
                                          const chain::MempoolEntry& entry) {
                         writeFamily(json, mempool, ancestorsOf(mempool, entry), verbose);
                     });
}

RpcHandled getMempoolDescendants(const RouteContext& context, const RpcCall& call) {
    const auto verbose = call.params.flag(1, false);
    if (!verbose) return fail(verbose.error());
    return withEntry(context, call,
                     [verbose = *verbose](JsonWriter& json, const chain::Mempool& mempool,
                                          const chain::MempoolEntry& entry) {
                         writeFamily(json, mempool, descendantsOf(mempool, entry), verbose);
                     });
}

/// Who in the mempool spends each of some outputs.
RpcHandled getTxSpendingPrevOut(const RouteContext& context, const RpcCall& call) {
    std::vector<primitives::OutPoint> outpoints;
    for (const JsonValue& item : call.params.at(0)->items()) {
        const JsonValue* id = item.find("txid");
        const JsonValue* index = item.find("vout");
        const auto txid = id != nullptr ? primitives::TxId::fromHex(id->text()) : std::nullopt;
        const std::int64_t vout = index != nullptr ? index->integer().value_or(-1) : -1;
        if (!txid || index == nullptr || !index->isNumber())
            return fail(RpcError{rpc::kType, QStringLiteral("Each output needs a txid and a vout")});
        if (vout < 0 || vout > std::numeric_limits<std::int32_t>::max())
            return fail(
                RpcError{rpc::kBadParameter, QStringLiteral("Invalid parameter, vout cannot be negative")});
        outpoints.push_back({*txid, std::uint32_t(vout)});
    }
    if (outpoints.empty())
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Invalid parameter, outputs are missing")});
    call.askChain(context, [outpoints](const node::ChainView& view) -> RpcResult {
        JsonWriter json;
        json.beginArray();
        for (const primitives::OutPoint& outpoint : outpoints) {
            json.beginObject().member("txid", outpoint.txid).member("vout", outpoint.index);
            if (const auto* spender = view.mempool().spenderOf(outpoint))
                json.member("spendingtxid", spender->transaction->txid());
            json.endObject();
        }
        return json.endArray().take();
    });
    return {};
}

RpcHandled estimateSmartFee(const RouteContext& context, const RpcCall& call) {
    const auto target = call.params.integer(0);
    if (!target) return fail(target.error());
    if (*target < 1 || *target > 1008)
        return fail(
            RpcError{rpc::kBadParameter, QStringLiteral("Invalid conf_target, must be between 1 and 1008")});
    const chain::FeeEstimate estimate = context.node.chain().mempool()->fees.at(std::int32_t(*target));
    JsonWriter json;
    json.beginObject()
        .member("feerate", primitives::Amount(estimate.feePerKvB))
        .member("blocks", estimate.targetBlocks)
        .endObject();
    call.reply(json.take());
    return {};
}

} // namespace

std::vector<RpcMethod> rpcMempoolMethods() {
    const char* group = "Blockchain";
    return {
        {group,
         "getmempoolancestors",
         {{"txid", RpcType::Hash}, {"verbose", RpcType::Flag, kOptional}},
         false,
         "The waiting transactions it builds on.",
         getMempoolAncestors},
        {group,
         "getmempooldescendants",
         {{"txid", RpcType::Hash}, {"verbose", RpcType::Flag, kOptional}},
         false,
         "The waiting transactions that build on it.",
         getMempoolDescendants},
        {group,
         "getmempoolentry",
         {{"txid", RpcType::Hash}},
         false,
         "A waiting transaction with its family.",
         getMempoolEntry},
        {group, "getmempoolinfo", {}, false, "How much waits.", getMempoolInfo},
        {group,
         "getrawmempool",
         {{"verbose", RpcType::Flag, kOptional}, {"mempool_sequence", RpcType::Flag, kOptional}},
         false,
         "The ids of all that wait, or all entries.",
         getRawMempool},
        {group,
         "gettxspendingprevout",
         {{"outputs", RpcType::Array}},
         false,
         "Which waiting transactions spend outputs.",
         getTxSpendingPrevOut},
        {"Util",
         "estimatesmartfee",
         {{"conf_target", RpcType::Integer},
          {"estimate_mode", RpcType::Text, kOptional, "unset|economical|conservative"}},
         false,
         "Coins per 1000 virtual bytes to be confirmed within so many blocks.",
         estimateSmartFee},
    };
}

} // namespace rest
