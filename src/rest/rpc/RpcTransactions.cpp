// JSON-RPC: transactions, their submission and their proofs.
#include "consensus/PartialMerkleTree.h"
#include "rest/json/PackageJson.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "util/CheckedMath.h"
#include "util/Hex.h"

#include <set>

namespace rest {

namespace {

constexpr primitives::Amount kStandardMaxFeeRate{10'000'000}; ///< a tenth of a coin per 1000 virtual bytes
constexpr std::size_t kMaxTested = 25;
constexpr std::int64_t kMaxPackageWeight = 404'000;

RpcError noSuchTransaction() {
    return {rpc::kNotFound,
            QStringLiteral(
                "No such mempool or blockchain transaction. Use gettransaction for wallet transactions.")};
}

QByteArray transactionJson(const explorer::TransactionView& view, const consensus::ChainParams& params,
                           int verbosity, std::optional<bool> inBestChain) {
    JsonWriter json;
    json.beginObject();
    if (inBestChain) json.member("in_active_chain", *inBestChain);
    writeTransactionFields(json, *view.transaction, params, verbosity >= 2 ? &view.inputs : nullptr);
    if (verbosity >= 2 && !view.transaction->isCoinbase() && view.inputs.front().spent)
        json.member("fee", view.fee);
    json.member("hex", util::toHex(view.transaction->serialize()));
    if (view.status.confirmed) {
        json.member("blockhash", view.status.block).member("confirmations", view.status.confirmations);
        json.member("time", view.status.blockTime).member("blocktime", view.status.blockTime);
    }
    json.endObject();
    return json.take();
}

/// In the block that the caller names, of any branch.
RpcResult transactionInBlock(explorer::ExplorerQueries& queries, const primitives::TxId& txid,
                             const primitives::BlockHash& hash, int verbosity) {
    const auto block = queries.block(hash);
    if (!block) return databaseFailed(block.error());
    if (!*block) return fail(RpcError{rpc::kNotFound, QStringLiteral("Block hash not found")});
    const auto views = queries.blockTransactions(hash, 0, std::size_t((*block)->row.transactionCount));
    if (!views) return databaseFailed(views.error());
    const auto found =
        std::ranges::find_if(*views, [&](const auto& view) { return view.transaction->txid() == txid; });
    if (found == views->end()) {
        return fail(
            RpcError{rpc::kNotFound, QStringLiteral("No such transaction found in the provided block. Use "
                                                    "gettransaction for wallet transactions.")});
    }
    if (verbosity == 0) return JsonWriter().value(util::toHex(found->transaction->serialize())).take();
    explorer::TransactionView view = *found;
    view.status.confirmed = true;
    view.status.block = hash;
    view.status.blockTime = (*block)->header.time;
    view.status.confirmations = (*block)->confirmations;
    return transactionJson(view, queries.params(), verbosity, (*block)->row.inBestChain);
}

RpcHandled getRawTransaction(const RouteContext& context, const RpcCall& call) {
    const auto txid = call.params.txid(0);
    if (!txid) return fail(txid.error());
    const auto verbosity = call.params.verbosity(1, 0);
    if (!verbosity) return fail(verbosity.error());
    std::optional<primitives::BlockHash> block;
    if (call.params.has(2)) {
        const auto hash = call.params.blockHash(2);
        if (!hash) return fail(hash.error());
        block = *hash;
    }
    call.ask(context,
             [txid = *txid, verbosity = *verbosity, block](explorer::ExplorerQueries& queries) -> RpcResult {
                 if (block) return transactionInBlock(queries, txid, *block, verbosity);
                 const auto view = queries.transaction(txid);
                 if (!view) return databaseFailed(view.error());
                 if (!*view) return fail(noSuchTransaction());
                 if (verbosity == 0)
                     return JsonWriter().value(util::toHex((*view)->transaction->serialize())).take();
                 return transactionJson(**view, queries.params(), verbosity, std::nullopt);
             });
    return {};
}

RpcHandled decodeRawTransaction(const RouteContext& context, const RpcCall& call) {
    const auto hex = call.params.text(0);
    if (!hex) return fail(hex.error());
    const auto isWitness = call.params.flag(1, false);
    if (!isWitness) return fail(isWitness.error());
    const auto form = !call.params.has(1) ? Serialisation::Either
                      : *isWitness        ? Serialisation::Witness
                                          : Serialisation::Legacy;
    const auto transaction = transactionFromHex(*hex, form);
    if (!transaction) return fail(transaction.error());
    JsonWriter json;
    json.beginObject();
    writeTransactionFields(json, **transaction, context.node.params());
    json.endObject();
    call.reply(json.take());
    return {};
}

// --- submission

RpcError errorOf(const node::SubmissionRefusal& refusal) {
    using Kind = node::SubmissionRefusal::Kind;
    using enum consensus::Reject;
    const consensus::Reject reason = refusal.rejection.reason;
    switch (refusal.kind) {
    case Kind::Confirmed:
        return {rpc::kAlreadyInChain, QStringLiteral("Transaction outputs already in utxo set")};
    case Kind::Burns:
        return {rpc::kVerify, QLatin1String(kBurnsTooMuch)};
    case Kind::TooDear:
        return {rpc::kVerify,
                QStringLiteral("Fee exceeds maximum configured by user (e.g. -maxtxfee, maxfeerate)")};
    case Kind::Rejected:
        break;
    }
    const bool missing = reason == MissingInputs || reason == MissingOrSpent;
    return {missing ? rpc::kVerify : rpc::kRejected,
            QString::fromStdString(consensus::describe(refusal.rejection))};
}

/// A rate up to which somebody pays without being asked.
Result<primitives::Amount, RpcError> maxFeeRateOf(const RpcCall& call, std::size_t index) {
    const auto rate = call.params.amount(index, kStandardMaxFeeRate);
    if (!rate || rate->satoshi() < primitives::Amount::kCoin) return rate;
    return fail(RpcError{rpc::kBadParameter,
                         QStringLiteral("Fee rates larger than or equal to 1BTC/kvB are not accepted")});
}

RpcHandled sendRawTransaction(const RouteContext& context, const RpcCall& call) {
    const auto transaction = call.params.transaction(0);
    if (!transaction) return fail(transaction.error());
    const auto maxRate = maxFeeRateOf(call, 1);
    if (!maxRate) return fail(maxRate.error());
    const auto maxBurn = call.params.amount(2, primitives::Amount());
    if (!maxBurn) return fail(maxBurn.error());
    call.then(context, context.node.chain().submitTransaction(*transaction, {maxRate->satoshi(), *maxBurn}),
              [reply = call.reply](const Result<primitives::TxId, node::SubmissionRefusal>& taken) {
                  if (!taken) return reply(fail(errorOf(taken.error())));
                  reply(JsonWriter().value(*taken).take());
              });
    return {};
}

/// The hex texts of an array parameter.
Result<node::Package, RpcError> packageOf(const RpcCall& call) {
    const auto& list = call.params.at(0)->items();
    if (list.empty() || list.size() > kMaxTested) {
        return fail(
            RpcError{rpc::kBadParameter,
                     QStringLiteral("Array must contain between 1 and %1 transactions.").arg(kMaxTested)});
    }
    node::Package out;
    for (const JsonValue& item : list) {
        if (auto wrong = wrongType(item, RpcType::Text)) return fail(std::move(*wrong));
        auto transaction = transactionFromHex(item.text());
        if (!transaction)
            return fail(RpcError{
                rpc::kDecode, QStringLiteral("TX decode failed: %1 Make sure the tx has at least one input.")
                                  .arg(QString::fromStdString(item.text().substr(0, 1'000)))});
        out.push_back(std::move(*transaction));
    }
    return out;
}

/// Why transactions cannot be judged together, in Core's words; null where they can.
const char* packageFault(const node::Package& package) {
    std::set<primitives::TxId> ids, seen;
    std::set<primitives::OutPoint> spent;
    std::int64_t weight = 0;
    for (const auto& transaction : package) {
        if (!ids.insert(transaction->txid()).second) return "package-contains-duplicates";
        weight += transaction->weight();
    }
    if (weight > kMaxPackageWeight) return "package-too-large";
    for (const auto& transaction : package) {
        for (const auto& input : transaction->inputs()) {
            if (ids.contains(input.previous.txid) && !seen.contains(input.previous.txid))
                return "package-not-sorted";
        }
        seen.insert(transaction->txid());
    }
    for (const auto& transaction : package) {
        std::set<primitives::OutPoint> own;
        for (const auto& input : transaction->inputs()) {
            if (spent.contains(input.previous)) return "conflict-in-package";
            own.insert(input.previous);
        }
        spent.merge(own);
    }
    return nullptr;
}

/// One that could be taken: its sizes and fees.
void writeAllowed(JsonWriter& json, const primitives::Transaction& transaction, primitives::Amount fee,
                  const chain::FeeBonuses& bonuses) {
    const auto bonus = bonuses.find(transaction.txid());
    const auto modified = bonus == bonuses.end() ? fee : primitives::saturatingSum(fee, bonus->second);
    json.member("allowed", true)
        .member("vsize_adjusted", transaction.vsize())
        .member("vsize", transaction.vsize())
        .member("vsize_bip141", transaction.vsize())
        .key("fees")
        .beginObject()
        .member("base", fee)
        .member("effective-feerate", primitives::Amount(modified.satoshi() * 1000 / transaction.vsize()))
        .key("effective-includes")
        .beginArray()
        .value(transaction.wtxid())
        .endArray()
        .endObject();
}

/// `isPart`: of several, which are judged together and replace nobody.
void writeRefused(JsonWriter& json, const consensus::Rejection& rejection, bool isPart) {
    const bool wouldReplace = isPart && rejection.reason == consensus::Reject::MempoolConflict;
    json.member("allowed", false)
        .member("reject-reason",
                wouldReplace ? "bip125-replacement-disallowed" : consensus::toTestString(rejection));
    if (rejection.reason != consensus::Reject::MissingInputs)
        json.member("reject-details", consensus::describe(rejection));
}

using Verdicts = std::vector<Result<primitives::Amount, consensus::Rejection>>;

/// What is wrong with all of them together.
std::optional<std::string> packageError(const node::Package& package, const Verdicts& verdicts) {
    if (package.size() < 2 || verdicts.empty() || verdicts.back()) return std::nullopt;
    using enum consensus::Reject;
    const auto& rejection = verdicts.back().error();
    if (rejection.reason != TrucViolation && rejection.reason != TooLongChain) return std::nullopt;
    return consensus::describe(rejection);
}

bool isScriptFailure(const consensus::Rejection& rejection) {
    return rejection.reason == consensus::Reject::Script ||
           rejection.reason == consensus::Reject::ScriptPolicy;
}

QByteArray testedJson(const node::Package& package, const Verdicts& verdicts,
                      const std::optional<std::string>& fault, const chain::FeeBonuses& bonuses,
                      const node::SubmissionLimits& limits) {
    const bool judgedAll = verdicts.size() == package.size() && !verdicts.empty();
    // Scripts are looked at last: when the last one's fail, nothing was wrong with the others.
    const bool passes = judgedAll && (verdicts.back() || isScriptFailure(verdicts.back().error()));
    JsonWriter json;
    json.beginArray();
    bool isOver = fault.has_value();
    for (std::size_t i = 0; i < package.size(); ++i) {
        const auto& transaction = *package[i];
        json.beginObject().member("txid", transaction.txid()).member("wtxid", transaction.wtxid());
        if (fault) json.member("package-error", *fault);
        const bool isRefused = !isOver && i < verdicts.size() && !verdicts[i];
        if (isRefused) writeRefused(json, verdicts[i].error(), package.size() > 1);
        if (!isOver && passes && !isRefused) {
            isOver = node::isTooDear(*verdicts[i], transaction.vsize(), limits);
            if (isOver)
                json.member("allowed", false).member("reject-reason", "max-fee-exceeded");
            else
                writeAllowed(json, transaction, *verdicts[i], bonuses);
        }
        json.endObject();
    }
    return json.endArray().take();
}

RpcHandled testMempoolAccept(const RouteContext& context, const RpcCall& call) {
    const auto package = packageOf(call);
    if (!package) return fail(package.error());
    const auto maxRate = maxFeeRateOf(call, 1);
    if (!maxRate) return fail(maxRate.error());
    const node::SubmissionLimits limits{maxRate->satoshi(), {}};
    call.askChain(context, [package = *package, limits](const node::ChainView& view) -> RpcResult {
        const auto& bonuses = view.mempool().bonuses();
        if (package.size() == 1)
            return testedJson(package, {view.test(*package.front())}, {}, bonuses, limits);
        if (const char* fault = packageFault(package))
            return testedJson(package, {}, std::string(fault), bonuses, limits);
        const Verdicts verdicts = view.test(package);
        return testedJson(package, verdicts, packageError(package, verdicts), bonuses, limits);
    });
    return {};
}

/// The last one spends all others, and they spend nothing of each other.
bool isChildWithParents(const node::Package& package) {
    std::set<primitives::TxId> parents;
    for (std::size_t i = 0; i + 1 < package.size(); ++i)
        parents.insert(package[i]->txid());
    const auto spendsParent = [&](const primitives::TransactionRef& each) {
        return std::ranges::any_of(each->inputs(),
                                   [&](const auto& input) { return parents.contains(input.previous.txid); });
    };
    if (std::any_of(package.begin(), package.end() - 1, spendsParent)) return false;
    for (const auto& input : package.back()->inputs())
        parents.erase(input.previous.txid);
    return parents.empty();
}

RpcHandled submitPackageCall(const RouteContext& context, const RpcCall& call) {
    const auto package = packageOf(call);
    if (!package) return fail(package.error());
    if (!isChildWithParents(*package))
        return fail(RpcError{rpc::kVerify,
                             QStringLiteral("package topology disallowed. not child-with-parents or parents "
                                            "depend on each other.")});
    const auto maxRate = maxFeeRateOf(call, 1);
    if (!maxRate) return fail(maxRate.error());
    const auto maxBurn = call.params.amount(2, primitives::Amount());
    if (!maxBurn) return fail(maxBurn.error());
    call.then(context, context.node.chain().submitPackage(*package, {maxRate->satoshi(), *maxBurn}),
              [reply = call.reply, package = *package](const node::PackageOutcome& outcome) {
                  reply(packageJson(package, outcome));
              });
    return {};
}

// --- proofs

RpcResult proofOf(explorer::ExplorerQueries& queries, const std::vector<primitives::TxId>& txids,
                  std::optional<primitives::BlockHash> hash) {
    if (!hash) {
        const auto status = queries.status(txids.front());
        if (!status) return databaseFailed(status.error());
        if (!status->confirmed)
            return fail(RpcError{rpc::kNotFound, QStringLiteral("Transaction not yet in block")});
        hash = status->block;
    }
    const auto known = queries.reader().block(*hash);
    if (!known) return databaseFailed(known.error());
    if (!*known) return fail(blockNotFound());
    if (!(*known)->hasBody) return fail(bodyMissing());
    const auto block = queries.reader().readBlock(*hash);
    if (!block) return databaseFailed(block.error());
    if (!*block) return fail(blockNotFound());
    const auto& transactions = (*block)->transactions;
    std::vector<bool> marked(transactions.size());
    std::size_t found = 0;
    for (std::size_t i = 0; i < transactions.size(); ++i) {
        marked[i] = std::ranges::find(txids, transactions[i]->txid()) != txids.end();
        found += marked[i] ? 1 : 0;
    }
    if (found != txids.size())
        return fail(RpcError{rpc::kNotFound,
                             QStringLiteral("Not all transactions found in specified or retrieved block")});
    return JsonWriter()
        .value(util::toHex(consensus::serialize(consensus::proveTransactions(**block, marked))))
        .take();
}

RpcHandled getTxOutProof(const RouteContext& context, const RpcCall& call) {
    const auto& list = call.params.at(0)->items();
    if (list.empty())
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Parameter 'txids' cannot be empty")});
    std::vector<primitives::TxId> txids;
    for (const JsonValue& item : list) {
        if (auto wrong = wrongType(item, RpcType::Text)) return fail(std::move(*wrong));
        if (auto wrong = wrongHash("txid", item.text())) return fail(std::move(*wrong));
        const auto txid = primitives::TxId::fromHex(item.text());
        if (std::ranges::find(txids, *txid) != txids.end())
            return fail(RpcError{rpc::kBadParameter, QStringLiteral("Invalid parameter, duplicated txid")});
        txids.push_back(*txid);
    }
    std::optional<primitives::BlockHash> block;
    if (call.params.has(1)) {
        const auto hash = call.params.blockHash(1);
        if (!hash) return fail(hash.error());
        block = *hash;
    }
    call.ask(context,
             [txids, block](explorer::ExplorerQueries& queries) { return proofOf(queries, txids, block); });
    return {};
}

RpcHandled verifyTxOutProof(const RouteContext& context, const RpcCall& call) {
    const auto bytes = call.params.bytes(0);
    if (!bytes) return fail(bytes.error());
    const auto proof = consensus::parseMerkleProof(*bytes);
    const auto proven = proof ? consensus::provenTransactions(*proof) : std::nullopt;
    if (!proven) {
        call.reply(QByteArray("[]"));
        return {};
    }
    call.ask(context,
             [proven = *proven, hash = proof->header.hash(),
              count = proof->transactionCount](explorer::ExplorerQueries& queries) -> RpcResult {
                 const auto block = queries.block(hash);
                 if (!block) return databaseFailed(block.error());
                 if (!*block || !(*block)->row.inBestChain)
                     return fail(RpcError{rpc::kNotFound, QStringLiteral("Block not found in chain")});
                 JsonWriter json;
                 json.beginArray();
                 if (std::uint32_t((*block)->row.transactionCount) == count) {
                     for (const primitives::TxId& txid : proven)
                         json.value(txid);
                 }
                 json.endArray();
                 return json.take();
             });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcTransactionMethods() {
    const char* group = "Rawtransactions";
    return {
        {"Blockchain",
         "gettxoutproof",
         {{"txids", RpcType::Array}, {"blockhash", RpcType::Hash, kOptional}},
         false,
         "Proves that transactions are in a block (BIP 37).",
         getTxOutProof},
        {"Blockchain",
         "verifytxoutproof",
         {{"proof", RpcType::Hex}},
         false,
         "The transactions that a proof proves.",
         verifyTxOutProof},
        {group,
         "decoderawtransaction",
         {{"hexstring", RpcType::Text}, {"iswitness", RpcType::Flag, kOptional}},
         false,
         "What a transaction in hex says.",
         decodeRawTransaction},
        {group,
         "getrawtransaction",
         {{"txid", RpcType::Hash},
          {"verbosity|verbose", RpcType::Verbosity, kOptional},
          {"blockhash", RpcType::Hash, kOptional}},
         false,
         "A transaction: 0 hex, 1 object, 2 with fee and what it spends.",
         getRawTransaction},
        {group,
         "sendrawtransaction",
         {{"hexstring", RpcType::Text},
          {"maxfeerate", RpcType::Amount, kOptional},
          {"maxburnamount", RpcType::Amount, kOptional}},
         false,
         "Submits a signed transaction; its id.",
         sendRawTransaction},
        {group,
         "submitpackage",
         {{"package", RpcType::Array},
          {"maxfeerate", RpcType::Amount, kOptional},
          {"maxburnamount", RpcType::Amount, kOptional}},
         false,
         "Submits transactions that belong together, parents first.",
         submitPackageCall},
        {group,
         "testmempoolaccept",
         {{"rawtxs", RpcType::Array}, {"maxfeerate", RpcType::Amount, kOptional}},
         false,
         "Whether transactions would be taken.",
         testMempoolAccept},
    };
}

} // namespace rest
