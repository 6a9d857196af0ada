#include "rest/esplora/EsploraTransactionRoutes.h"

#include "consensus/MerkleTree.h"
#include "consensus/PartialMerkleTree.h"
#include "rest/esplora/EsploraJson.h"
#include "rest/esplora/EsploraText.h"
#include "rest/json/PackageJson.h"
#include "util/Hex.h"

namespace rest {

namespace {

HttpResponse notFound() {
    return esploraError(404, QStringLiteral("Transaction not found"));
}

HttpResponse notConfirmed() {
    return esploraError(404, QStringLiteral("Transaction not found or is unconfirmed"));
}

/// Calls `make` with the transaction of the first placeholder.
template <class F>
void withTransaction(const RouteContext& context, const RouteCall& call, F make) {
    const auto txid = txidArgument(call, 0);
    if (!txid) return;
    context.ask(call.responder, [txid = *txid, make](explorer::ExplorerQueries& queries) -> HttpResponse {
        const auto view = queries.transaction(txid);
        if (!view) return RouteContext::databaseFailed(view.error());
        return *view ? make(queries, **view) : notFound();
    });
}

/// An answer that depends on nothing but where the transaction stands in the chain. One that is not there may
/// wait, or the index is behind: no tag says which.
HttpResponse placed(HttpResponse response, explorer::ExplorerQueries& queries,
                    const explorer::TxStatus& where) {
    return where.confirmed ? ofBranch(std::move(response), queries) : response;
}

void transaction(const RouteContext& context, const RouteCall& call) {
    withTransaction(context, call,
                    [](explorer::ExplorerQueries& queries, const explorer::TransactionView& view) {
                        JsonWriter json;
                        writeEsploraTransaction(json, view);
                        return placed(esploraJson(json.take()), queries, view.status);
                    });
}

void transactionHex(const RouteContext& context, const RouteCall& call) {
    withTransaction(
        context, call, [](explorer::ExplorerQueries& queries, const explorer::TransactionView& view) {
            return placed(esploraText(util::toHex(view.transaction->serialize())), queries, view.status);
        });
}

void transactionRaw(const RouteContext& context, const RouteCall& call) {
    withTransaction(
        context, call, [](explorer::ExplorerQueries& queries, const explorer::TransactionView& view) {
            return placed(esploraBytes(view.transaction->serialize(), kCacheShort), queries, view.status);
        });
}

void outspends(const RouteContext& context, const RouteCall& call) {
    withTransaction(context, call, [](explorer::ExplorerQueries&, const explorer::TransactionView& view) {
        JsonWriter json;
        json.beginArray();
        for (const auto& output : view.outputs)
            writeEsploraOutspend(json, output.spentBy);
        json.endArray();
        return esploraJson(json.take());
    });
}

void status(const RouteContext& context, const RouteCall& call) {
    const auto txid = txidArgument(call, 0);
    if (!txid) return;
    context.ask(call.responder, [txid = *txid](explorer::ExplorerQueries& queries) -> HttpResponse {
        const auto found = queries.status(txid);
        if (!found) return RouteContext::databaseFailed(found.error());
        JsonWriter json;
        writeEsploraStatus(json, *found);
        return placed(esploraJson(json.take()), queries, *found);
    });
}

void outspend(const RouteContext& context, const RouteCall& call) {
    const auto txid = txidArgument(call, 0);
    if (!txid) return;
    const auto index = numberArgument(call, 1);
    if (!index) return;
    context.ask(
        call.responder,
        [outpoint = primitives::OutPoint{*txid, *index}](explorer::ExplorerQueries& queries) -> HttpResponse {
            const auto spentBy = queries.spentBy(outpoint);
            if (!spentBy) return RouteContext::databaseFailed(spentBy.error());
            JsonWriter json;
            writeEsploraOutspend(json, *spentBy);
            const HttpResponse made = esploraJson(json.take());
            return *spentBy ? placed(made, queries, (*spentBy)->status) : made;
        });
}

/// Calls `make` with a confirmed transaction's block and place in it.
template <class F>
void withProof(const RouteContext& context, const RouteCall& call, F make) {
    const auto txid = txidArgument(call, 0);
    if (!txid) return;
    context.ask(call.responder, [txid = *txid, make](explorer::ExplorerQueries& queries) -> HttpResponse {
        const auto found = queries.status(txid);
        if (!found) return RouteContext::databaseFailed(found.error());
        if (!found->confirmed) return notConfirmed();
        const auto block = queries.reader().readBlock(found->block);
        if (!block) return RouteContext::databaseFailed(block.error());
        return *block ? ofBranch(make(**block, *found), queries) : notConfirmed();
    });
}

void merkleProof(const RouteContext& context, const RouteCall& call) {
    withProof(context, call, [](const primitives::Block& block, const explorer::TxStatus& where) {
        JsonWriter json;
        json.beginObject().member("block_height", where.height).key("merkle").beginArray();
        const auto branch = consensus::merkleBranch(block, where.position);
        for (const auto& hash : branch)
            json.value(util::toReversedHex(hash));
        json.endArray().member("pos", where.position).endObject();
        return esploraJson(json.take());
    });
}

void merkleBlockProof(const RouteContext& context, const RouteCall& call) {
    withProof(context, call, [](const primitives::Block& block, const explorer::TxStatus& where) {
        std::vector<bool> marked(block.transactions.size());
        marked[where.position] = true;
        return esploraText(util::toHex(consensus::serialize(consensus::proveTransactions(block, marked))));
    });
}

// --- submission

QString whyNot(const node::SubmissionRefusal& refusal) {
    if (refusal.kind == node::SubmissionRefusal::Kind::Confirmed)
        return QStringLiteral("Transaction outputs already in utxo set");
    return QString::fromStdString(consensus::toString(refusal.rejection));
}

void submit(const RouteContext& context, const RouteCall& call) {
    const auto bytes = util::fromHex(call.request.body.trimmed().toStdString());
    auto transaction =
        bytes ? primitives::Transaction::parse(*bytes)
              : Result<primitives::Transaction, util::ReadError>(fail(util::ReadError::BadFormat));
    if (!transaction) return call.responder->send(esploraError(400, QStringLiteral("TX decode failed")));
    // Wallets send again what they sent: what waits already is answered with its id, as sendrawtransaction
    // does.
    auto taken = context.node.chain().submitTransaction(
        std::make_shared<const primitives::Transaction>(std::move(*transaction)), node::SubmissionLimits{});
    context.answer(taken, call.responder, [](const auto& outcome) {
        return outcome ? esploraText(outcome->toHex(), "no-store")
                       : esploraError(400, whyNot(outcome.error()));
    });
}

void takePackage(const RouteContext& context, const RouteCall& call) {
    auto package = parsePackage(call.request.body);
    if (!package) return call.responder->send(esploraError(400, package.error()));
    node::SubmissionLimits limits;
    if (const auto rate = call.request.parameter(QStringLiteral("maxfeerate"))) {
        bool ok = false;
        limits.maxFeePerKvB = std::int64_t(rate->toDouble(&ok) * 1000);
        if (!ok || *limits.maxFeePerKvB < 0)
            return call.responder->send(esploraError(400, QStringLiteral("Invalid maxfeerate")));
    }
    if (const auto burn = call.request.parameter(QStringLiteral("maxburnamount"))) {
        const auto amount = primitives::amountFromDecimal(burn->toStdString());
        if (!amount) return call.responder->send(esploraError(400, QStringLiteral("Invalid maxburnamount")));
        limits.maxBurn = *amount;
    }
    context.answer(context.node.chain().submitPackage(*package, limits), call.responder,
                   [package = *package](const node::PackageOutcome& outcome) {
                       return esploraJson(packageJson(package, outcome), "no-store");
                   });
}

} // namespace

std::vector<Route> esploraTransactionRoutes(RouteContext context) {
    const auto with = [context](auto handler) {
        return [context, handler](const RouteCall& call) { handler(context, call); };
    };
    const auto row = [&](const char* path, auto handler, const char* summary,
                         const char* answer = "application/json") {
        Route route{"GET", path, Access::Read, with(handler), summary, nullptr, answer};
        route.onPeerFace = true;
        return route;
    };
    Route submitRow{"POST",
                    "/api/tx",
                    Access::Change,
                    with(submit),
                    QT_TRANSLATE_NOOP("Routes", "Submits a signed transaction in hex; answers with its id."),
                    nullptr,
                    "text/plain"};
    submitRow.body = "text/plain";
    submitRow.onPeerFace = true;
    Route packageRow{
        "POST", "/api/txs/package", Access::Change, with(takePackage),
        QT_TRANSLATE_NOOP(
            "Routes",
            "Submits transactions that belong together, parents first: a JSON array of hex texts.")};
    packageRow.body = "application/json";
    packageRow.parameters = {{"maxfeerate", "number",
                              QT_TRANSLATE_NOOP("Routes", "Refuse what pays more satoshi per virtual byte.")},
                             {"maxburnamount", "number",
                              QT_TRANSLATE_NOOP("Routes", "Refuse what makes more coins unspendable.")}};
    return {
        row("/api/tx/:txid", transaction,
            QT_TRANSLATE_NOOP("Routes", "A transaction, confirmed or waiting.")),
        row("/api/tx/:txid/status", status,
            QT_TRANSLATE_NOOP("Routes", "Whether a transaction is confirmed, and where.")),
        row("/api/tx/:txid/hex", transactionHex, QT_TRANSLATE_NOOP("Routes", "The transaction in hex."),
            "text/plain"),
        row("/api/tx/:txid/raw", transactionRaw, QT_TRANSLATE_NOOP("Routes", "The transaction in wire form."),
            "application/octet-stream"),
        row("/api/tx/:txid/merkle-proof", merkleProof,
            QT_TRANSLATE_NOOP("Routes", "The path from a transaction to its block's Merkle root.")),
        row("/api/tx/:txid/merkleblock-proof", merkleBlockProof,
            QT_TRANSLATE_NOOP("Routes", "The same in the form of BIP 37."), "text/plain"),
        row("/api/tx/:txid/outspend/:vout", outspend, QT_TRANSLATE_NOOP("Routes", "What spends an output.")),
        row("/api/tx/:txid/outspends", outspends,
            QT_TRANSLATE_NOOP("Routes", "What spends each of its outputs.")),
        submitRow,
        packageRow,
    };
}

} // namespace rest
