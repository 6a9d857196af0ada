// JSON-RPC: what waits.
#include "chain/mempool/ClusterChunks.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "util/Hex.h"

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
    FamilySums sums{1 + family.size(), entry.transaction->vsize(), entry.modifiedFee()};
    for (const auto* member : family) {
        sums.vsize += member->transaction->vsize();
        sums.fees = primitives::saturatingSum(sums.fees, member->modifiedFee());
    }
    return sums;
}

bool signalsReplacement(const primitives::Transaction& transaction) {
    return std::ranges::any_of(transaction.inputs(), [](const primitives::TxIn& input) {
        return input.sequence <= primitives::kSequenceReplaceable;
    });
}

/// All that an entry hangs together with, itself first, in chunks as a miner takes them.
template <class Pool>
std::vector<chain::MempoolChunk> chunksAround(const Pool& mempool, const chain::MempoolEntry& entry) {
    Family cluster = reachedFrom(mempool, entry, [&](const chain::MempoolEntry& at) {
        std::set<primitives::TxId> next = childrenOf(mempool, at);
        next.insert(at.parents.begin(), at.parents.end());
        return next;
    });
    cluster.insert(cluster.begin(), &entry);
    return chain::chunksOf(cluster);
}

template <class Pool>
void writeEntry(JsonWriter& json, const Pool& mempool, const chain::MempoolEntry& entry) {
    const FamilySums above = sumsOf(entry, ancestorsOf(mempool, entry));
    const FamilySums below = sumsOf(entry, descendantsOf(mempool, entry));
    const auto chunks = chunksAround(mempool, entry);
    const auto chunk = std::ranges::find_if(chunks, [&](const chain::MempoolChunk& each) {
        return std::ranges::any_of(each.transactions, [&](const chain::MempoolEntry* member) {
            return member->transaction->txid() == entry.transaction->txid();
        });
    });
    json.beginObject()
        .member("vsize_adjusted", entry.transaction->vsize())
        .member("vsize", entry.transaction->vsize())
        .member("vsize_bip141", entry.transaction->vsize())
        .member("weight", entry.transaction->weight())
        .member("time", entry.time)
        .member("height", entry.height)
        .member("descendantcount", below.count)
        .member("descendantsize", below.vsize)
        .member("ancestorcount", above.count)
        .member("ancestorsize", above.vsize)
        .member("wtxid", entry.transaction->wtxid())
        .member("chunkweight", chunk->weight);
    json.key("fees")
        .beginObject()
        .member("base", entry.fee)
        .member("modified", entry.modifiedFee())
        .member("ancestor", above.fees)
        .member("descendant", below.fees)
        .member("chunk", chunk->fee)
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
        if (withSequence) json.member("mempool_sequence", view.mempool().sequence() + 1).endObject();
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

RpcHandled getMempoolCluster(const RouteContext& context, const RpcCall& call) {
    return withEntry(context, call,
                     [](JsonWriter& json, const chain::Mempool& mempool, const chain::MempoolEntry& entry) {
                         const auto chunks = chunksAround(mempool, entry);
                         std::int64_t weight = 0;
                         std::size_t count = 0;
                         for (const chain::MempoolChunk& chunk : chunks) {
                             weight += chunk.weight;
                             count += chunk.transactions.size();
                         }
                         json.beginObject().member("clusterweight", weight).member("txcount", count);
                         json.key("chunks").beginArray();
                         for (const chain::MempoolChunk& chunk : chunks) {
                             json.beginObject()
                                 .member("chunkfee", chunk.fee)
                                 .member("chunkweight", chunk.weight)
                                 .key("txs")
                                 .beginArray();
                             for (const chain::MempoolEntry* member : chunk.transactions)
                                 json.value(member->transaction->txid());
                             json.endArray().endObject();
                         }
                         json.endArray().endObject();
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

Result<std::vector<primitives::OutPoint>, RpcError> outputsAskedFor(const JsonValue& list) {
    std::vector<primitives::OutPoint> out;
    for (const JsonValue& item : list.items()) {
        const std::vector<RpcParameter> rows = {{"txid", RpcType::Text}, {"vout", RpcType::Integer}};
        if (auto wrong = wrongType(item, RpcType::Object)) return fail(std::move(*wrong));
        if (auto wrong = wrongMembers(item, rows, true)) return fail(std::move(*wrong));
        const std::string& id = item.find("txid")->text();
        if (auto wrong = wrongHash("txid", id)) return fail(std::move(*wrong));
        const std::int64_t vout = item.find("vout")->integer().value_or(-1);
        if (vout < 0 || vout > std::numeric_limits<std::int32_t>::max())
            return fail(
                RpcError{rpc::kBadParameter, QStringLiteral("Invalid parameter, vout cannot be negative")});
        out.push_back({*primitives::TxId::fromHex(id), std::uint32_t(vout)});
    }
    if (out.empty())
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Invalid parameter, outputs are missing")});
    return out;
}

/// Who spends an output; waiting, or in a block of the best chain.
struct SpenderFound {
    primitives::TransactionRef transaction; ///< null: nobody
    std::optional<primitives::BlockHash> block;
};

RpcResult spendersOf(explorer::ExplorerQueries& queries, const std::vector<primitives::OutPoint>& outpoints,
                     std::vector<SpenderFound> found, bool withChain, bool withTransaction) {
    JsonWriter json;
    json.beginArray();
    for (std::size_t i = 0; i < outpoints.size(); ++i) {
        if (!found[i].transaction && withChain) {
            const auto spender = queries.reader().spender(outpoints[i]);
            if (!spender) return databaseFailed(spender.error());
            if (*spender) {
                const auto transaction = queries.reader().readTransaction((*spender)->place);
                if (!transaction) return databaseFailed(transaction.error());
                const auto block = queries.reader().blockAt((*spender)->place.height);
                if (!block) return databaseFailed(block.error());
                found[i].transaction = *transaction;
                if (*block) found[i].block = (*block)->record.hash;
            }
        }
        json.beginObject().member("txid", outpoints[i].txid).member("vout", outpoints[i].index);
        if (found[i].transaction) {
            json.member("spendingtxid", found[i].transaction->txid());
            if (withTransaction) json.member("spendingtx", util::toHex(found[i].transaction->serialize()));
            if (found[i].block) json.member("blockhash", *found[i].block);
        }
        json.endObject();
    }
    return json.endArray().take();
}

/// An option's flag.
bool flagOf(const JsonValue* options, const char* name, bool standard) {
    const JsonValue* value = options != nullptr ? options->find(name) : nullptr;
    return value == nullptr || value->isNull() ? standard : value->flag();
}

/// Who spends each of some outputs, waiting or in the chain.
RpcHandled getTxSpendingPrevOut(const RouteContext& context, const RpcCall& call) {
    const auto outpoints = outputsAskedFor(*call.params.at(0));
    if (!outpoints) return fail(outpoints.error());
    const JsonValue* options = call.params.at(1);
    if (options != nullptr) {
        const std::vector<RpcParameter> rows = {{"mempool_only", RpcType::Flag, kOptional},
                                                {"return_spending_tx", RpcType::Flag, kOptional}};
        if (auto wrong = wrongMembers(*options, rows, true)) return fail(std::move(*wrong));
    }
    const bool withChain = !flagOf(options, "mempool_only", false);
    const bool withTransaction = flagOf(options, "return_spending_tx", false);
    auto waiting = context.node.chain().ask([outpoints = *outpoints](const node::ChainView& view) {
        std::vector<SpenderFound> found;
        for (const primitives::OutPoint& outpoint : outpoints) {
            const auto* entry = view.mempool().spenderOf(outpoint);
            found.push_back({entry != nullptr ? entry->transaction : nullptr, {}});
        }
        return found;
    });
    call.then(context, waiting, [=, outpoints = *outpoints](const std::vector<SpenderFound>& found) {
        call.ask(context, [=](explorer::ExplorerQueries& queries) {
            return spendersOf(queries, outpoints, found, withChain, withTransaction);
        });
    });
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
         "getmempoolcluster",
         {{"txid", RpcType::Hash}},
         false,
         "All that a waiting transaction hangs together with, in chunks as a miner takes them.",
         getMempoolCluster},
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
         {{"outputs", RpcType::Array}, namedOptions("mempool_only|return_spending_tx")},
         false,
         "Which transactions spend outputs; waiting ones alone with mempool_only, in hex with "
         "return_spending_tx.",
         getTxSpendingPrevOut},
    };
}

} // namespace rest
