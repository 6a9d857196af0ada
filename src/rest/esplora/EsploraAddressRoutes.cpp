#include "rest/esplora/EsploraAddressRoutes.h"

#include "crypto/Sha256.h"
#include "rest/esplora/EsploraJson.h"
#include "rest/esplora/EsploraText.h"
#include "util/Hex.h"

namespace rest {

namespace {

constexpr std::int32_t kWaitingPerPage = 50;
constexpr std::int32_t kConfirmedPerPage = 25;
constexpr std::int32_t kMaxUnspent = 5'000;

/// How a path names a script: by its address, or by the SHA-256 of it (plain hex, not reversed).
struct Subject {
    const char* member; ///< "address" or "scripthash"
    std::string text;
    storage::ScriptHash hash{};
};

std::optional<Subject> addressSubject(const RouteContext& context, const RouteCall& call) {
    const std::string text = call.arguments.value(0).toStdString();
    const auto script = script::scriptFromAddress(text, context.node.params().addresses);
    if (script) return Subject{"address", text, crypto::sha256(*script)};
    const bool otherNetwork = script.error() == script::AddressError::WrongNetwork;
    call.responder->send(esploraError(400, otherNetwork ? QStringLiteral("Address on invalid network")
                                                        : QStringLiteral("Invalid Bitcoin address")));
    return std::nullopt;
}

std::optional<Subject> scriptHashSubject(const RouteContext&, const RouteCall& call) {
    const std::string text = call.arguments.value(0).toStdString();
    const auto bytes = util::fromHex(text);
    if (!bytes || bytes->size() != 32) {
        call.responder->send(esploraError(400, QStringLiteral("Invalid scripthash")));
        return std::nullopt;
    }
    Subject subject{"scripthash", text, {}};
    std::ranges::copy(*bytes, subject.hash.begin());
    return subject;
}

using Rows = explorer::ExplorerQueries::Answer<std::vector<explorer::AddressTxRow>>;

/// The whole transactions of some rows.
HttpResponse transactionsOf(explorer::ExplorerQueries& queries,
                            const std::vector<explorer::AddressTxRow>& rows) {
    JsonWriter json;
    json.beginArray();
    for (const auto& row : rows) {
        const auto view = queries.transaction(row.txid);
        if (!view) return RouteContext::databaseFailed(view.error());
        if (*view) writeEsploraTransaction(json, **view);
    }
    json.endArray();
    return esploraJson(json.take());
}

HttpResponse history(explorer::ExplorerQueries& queries, const Subject& subject) {
    auto rows = queries.waitingHistory(subject.hash, kWaitingPerPage);
    if (!rows) return RouteContext::databaseFailed(rows.error());
    const auto confirmed = queries.confirmedHistory(subject.hash, std::nullopt, kConfirmedPerPage);
    if (!confirmed) return RouteContext::databaseFailed(confirmed.error());
    rows->insert(rows->end(), confirmed->begin(), confirmed->end());
    return transactionsOf(queries, *rows);
}

HttpResponse statistics(explorer::ExplorerQueries& queries, const Subject& subject) {
    const auto view = queries.address(subject.hash);
    if (!view) return RouteContext::databaseFailed(view.error());
    JsonWriter json;
    json.beginObject().member(subject.member, subject.text).key("chain_stats");
    writeEsploraStats(json, view->confirmed);
    json.key("mempool_stats");
    writeEsploraStats(json, view->waiting);
    json.endObject();
    return esploraJson(json.take());
}

HttpResponse waitingOnly(explorer::ExplorerQueries& queries, const Subject& subject) {
    const auto rows = queries.waitingHistory(subject.hash, kWaitingPerPage);
    return rows ? transactionsOf(queries, *rows) : RouteContext::databaseFailed(rows.error());
}

HttpResponse confirmedAfter(explorer::ExplorerQueries& queries, const Subject& subject,
                            std::optional<primitives::TxId> after) {
    const auto rows = queries.confirmedHistory(subject.hash, after, kConfirmedPerPage);
    return rows ? transactionsOf(queries, *rows) : RouteContext::databaseFailed(rows.error());
}

HttpResponse unspent(explorer::ExplorerQueries& queries, const Subject& subject) {
    const auto rows = queries.unspent(subject.hash, kMaxUnspent + 1);
    if (!rows) return RouteContext::databaseFailed(rows.error());
    if (rows->size() > std::size_t(kMaxUnspent)) {
        return esploraError(400,
                            QStringLiteral("Too many unspent transaction outputs (>%1)").arg(kMaxUnspent));
    }
    JsonWriter json;
    json.beginArray();
    for (const auto& row : *rows) {
        json.beginObject().member("txid", row.outpoint.txid).member("vout", row.outpoint.index).key("status");
        writeEsploraStatus(json, row.status);
        json.member("value", row.value.satoshi()).endObject();
    }
    json.endArray();
    return esploraJson(json.take());
}

void prefixSearch(const RouteContext&, const RouteCall& call) {
    call.responder->send(esploraError(400, QStringLiteral("address search disabled")));
}

using FindSubject = std::optional<Subject> (*)(const RouteContext&, const RouteCall&);
using Question = HttpResponse (*)(explorer::ExplorerQueries&, const Subject&);

} // namespace

std::vector<Route> esploraAddressRoutes(RouteContext context) {
    std::vector<Route> rows;
    const auto add = [&](const char* path, const char* summary, auto handler) {
        Route row{"GET", path, Access::Read,
                  [context, handler](const RouteCall& call) { handler(context, call); }, summary};
        row.onPeerFace = true;
        rows.push_back(std::move(row));
    };
    const auto asking = [](FindSubject find, Question question) {
        return [find, question](const RouteContext& at, const RouteCall& call) {
            const auto subject = find(at, call);
            if (!subject) return;
            at.ask(call.responder, [subject = *subject, question](explorer::ExplorerQueries& queries) {
                return question(queries, subject);
            });
        };
    };
    const auto paging = [](FindSubject find) {
        return [find](const RouteContext& at, const RouteCall& call) {
            const auto subject = find(at, call);
            if (!subject) return;
            std::optional<primitives::TxId> after;
            if (call.arguments.size() > 1) {
                after = txidArgument(call, 1);
                if (!after) return;
            }
            at.ask(call.responder, [subject = *subject, after](explorer::ExplorerQueries& queries) {
                return confirmedAfter(queries, subject, after);
            });
        };
    };
    add("/api/address/:address", QT_TRANSLATE_NOOP("Routes", "What an address received and spent."),
        asking(addressSubject, statistics));
    add("/api/address/:address/txs",
        QT_TRANSLATE_NOOP("Routes", "Its transactions: up to 50 waiting, then the newest 25 confirmed."),
        asking(addressSubject, history));
    add("/api/address/:address/txs/chain",
        QT_TRANSLATE_NOOP("Routes", "Its newest 25 confirmed transactions."), paging(addressSubject));
    add("/api/address/:address/txs/chain/:last_seen",
        QT_TRANSLATE_NOOP("Routes", "25 more, behind the one named."), paging(addressSubject));
    add("/api/address/:address/txs/mempool",
        QT_TRANSLATE_NOOP("Routes", "Its waiting transactions, at most 50."),
        asking(addressSubject, waitingOnly));
    add("/api/address/:address/utxo", QT_TRANSLATE_NOOP("Routes", "Its unspent outputs."),
        asking(addressSubject, unspent));
    add("/api/scripthash/:hash", QT_TRANSLATE_NOOP("Routes", "The same for the SHA-256 of a script."),
        asking(scriptHashSubject, statistics));
    add("/api/scripthash/:hash/txs",
        QT_TRANSLATE_NOOP("Routes", "Its transactions: up to 50 waiting, then the newest 25 confirmed."),
        asking(scriptHashSubject, history));
    add("/api/scripthash/:hash/txs/chain",
        QT_TRANSLATE_NOOP("Routes", "Its newest 25 confirmed transactions."), paging(scriptHashSubject));
    add("/api/scripthash/:hash/txs/chain/:last_seen",
        QT_TRANSLATE_NOOP("Routes", "25 more, behind the one named."), paging(scriptHashSubject));
    add("/api/scripthash/:hash/txs/mempool",
        QT_TRANSLATE_NOOP("Routes", "Its waiting transactions, at most 50."),
        asking(scriptHashSubject, waitingOnly));
    add("/api/scripthash/:hash/utxo", QT_TRANSLATE_NOOP("Routes", "Its unspent outputs."),
        asking(scriptHashSubject, unspent));
    add("/api/address-prefix/:prefix",
        QT_TRANSLATE_NOOP("Routes", "Not offered: answers that the search is disabled."), prefixSearch);
    return rows;
}

} // namespace rest
