// JSON-RPC: partially signed transactions (BIP 174), without a wallet.
#include "rest/rpc/RpcPsbt.h"

#include "crypto/Random.h"
#include "rest/rpc/PsbtJson.h"
#include "rest/rpc/RpcConstruct.h"
#include "rest/rpc/RpcDescriptors.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcSpending.h"
#include "util/Hex.h"
#include "wallet/psbt/PsbtRoles.h"

#include <algorithm>

namespace rest {

namespace {

using wallet::Psbt;

constexpr std::uint32_t kUsualLastIndex = 1'000; ///< of a ranged descriptor, where none is named

auto psbtRefused(const char* sentence) {
    return fail(RpcError{rpc::kBadParameter, QString::fromLatin1(sentence)});
}

RpcError undecodable(const wallet::PsbtError& error) {
    return {rpc::kDecode, QStringLiteral("TX decode failed %1").arg(QString::fromStdString(error.words))};
}

RpcResult psbtText(const Psbt& psbt) {
    return JsonWriter().value(wallet::toBase64(psbt)).take();
}

Result<std::vector<Psbt>, RpcError> psbtsOf(const JsonValue& list) {
    std::vector<Psbt> out;
    for (const JsonValue& item : list.items()) {
        if (auto wrong = wrongType(item, RpcType::Text)) return fail(std::move(*wrong));
        auto psbt = wallet::psbtFromBase64(item.text());
        if (!psbt) return fail(undecodable(psbt.error()));
        out.push_back(std::move(*psbt));
    }
    return out;
}

/// What the descriptors of a list tell, each a text, or `{"desc","range"?}`.
Result<script::SpendingData, RpcError> spendingDataOf(const JsonValue& list,
                                                      const consensus::ChainParams& params) {
    script::SpendingData out;
    for (const JsonValue& item : list.items()) {
        const JsonValue* text = item.isObject() ? item.find("desc") : &item;
        if (text == nullptr || !text->isString())
            return psbtRefused("Descriptor needs to be provided in scan object");
        IndexRange range{0, kUsualLastIndex};
        if (const JsonValue* given = item.isObject() ? item.find("range") : nullptr) {
            const auto read = rangeOf(*given);
            if (!read) return fail(read.error());
            range = *read;
        }
        const auto descriptors = descriptorsOf(text->text(), params, script::Descriptor::Checksum::Optional);
        if (!descriptors) return fail(descriptors.error());
        for (const script::Descriptor& each : *descriptors) {
            const IndexRange indexes = each.isRanged() ? range : IndexRange();
            for (std::uint32_t index = indexes.first; index <= indexes.last; ++index) {
                auto data = each.spendingAt(index);
                if (!data)
                    return fail(RpcError{rpc::kNotFound,
                                         QStringLiteral("Cannot derive script without private keys")});
                out.add(std::move(*data));
            }
        }
    }
    return out;
}

// --- creator

RpcHandled createPsbt(const RouteContext& context, const RpcCall& call) {
    const auto transaction = constructedTransaction(call, context.node.params().addresses);
    if (!transaction) return fail(transaction.error());
    const auto version = psbtVersionOf(call, 5);
    if (!version) return fail(version.error());
    call.reply(psbtText(Psbt::of(*transaction, *version)));
    return {};
}

RpcHandled convertToPsbt(const RouteContext&, const RpcCall& call) {
    const auto hex = call.params.text(0);
    if (!hex) return fail(hex.error());
    const auto dropsSignatures = call.params.flag(1, false);
    if (!dropsSignatures) return fail(dropsSignatures.error());
    const auto isWitness = call.params.flag(2, false);
    if (!isWitness) return fail(isWitness.error());
    const auto form = !call.params.has(2) ? Serialisation::Either
                      : *isWitness        ? Serialisation::Witness
                                          : Serialisation::Legacy;
    const auto transaction = transactionFromHex(*hex, form);
    if (!transaction) return fail(RpcError{rpc::kDecode, QStringLiteral("TX decode failed")});
    const bool isSigned = std::ranges::any_of((*transaction)->inputs(), [](const primitives::TxIn& input) {
        return !input.scriptSig.empty() || !input.witness.empty();
    });
    if (isSigned && !*dropsSignatures)
        return fail(
            RpcError{rpc::kDecode, QStringLiteral("Inputs must not have scriptSigs and scriptWitnesses")});
    const auto version = psbtVersionOf(call, 3);
    if (!version) return fail(version.error());
    call.reply(psbtText(Psbt::of(**transaction, *version)));
    return {};
}

// --- what is in it

RpcHandled decodePsbt(const RouteContext& context, const RpcCall& call) {
    auto psbt = psbtOf(call, 0);
    if (!psbt) return fail(psbt.error());
    call.reply(decodedJson(*psbt, context.node.params()));
    return {};
}

RpcHandled analyzePsbt(const RouteContext& context, const RpcCall& call) {
    auto psbt = psbtOf(call, 0);
    if (!psbt) return fail(psbt.error());
    call.ask(context, [psbt = std::move(*psbt)](explorer::ExplorerQueries&) -> RpcResult {
        return analysisJson(wallet::analyze(psbt));
    });
    return {};
}

// --- updater and signer

RpcHandled utxoUpdatePsbt(const RouteContext& context, const RpcCall& call) {
    auto psbt = psbtOf(call, 0);
    if (!psbt) return fail(psbt.error());
    const JsonValue descriptors = call.params.has(1) ? *call.params.at(1) : JsonValue();
    call.ask(context,
             [psbt = std::move(*psbt), descriptors](explorer::ExplorerQueries& queries) mutable -> RpcResult {
                 auto data = spendingDataOf(descriptors, queries.params());
                 if (!data) return fail(data.error());
                 data->keys.clear();
                 if (auto error = addPreviousTransactions(psbt, queries)) return fail(std::move(*error));
                 if (auto error = process(psbt, *data, {{}, false, true, false}))
                     return fail(std::move(*error));
                 return psbtText(psbt);
             });
    return {};
}

RpcHandled descriptorProcessPsbt(const RouteContext& context, const RpcCall& call) {
    auto psbt = psbtOf(call, 0);
    if (!psbt) return fail(psbt.error());
    wallet::PsbtSigning options;
    if (call.params.has(2)) {
        const auto type = sigHashTypeOf(call, 2);
        if (!type) return fail(type.error());
        options.sigHashType = *type;
    }
    const auto withOrigins = call.params.flag(3, true);
    if (!withOrigins) return fail(withOrigins.error());
    const auto finalizes = call.params.flag(4, true);
    if (!finalizes) return fail(finalizes.error());
    options.withOrigins = *withOrigins;
    options.finalize = *finalizes;
    call.ask(context,
             [psbt = std::move(*psbt), descriptors = *call.params.at(1),
              options](explorer::ExplorerQueries& queries) mutable -> RpcResult {
                 const auto data = spendingDataOf(descriptors, queries.params());
                 if (!data) return fail(data.error());
                 if (auto error = addPreviousTransactions(psbt, queries)) return fail(std::move(*error));
                 if (auto error = process(psbt, *data, options)) return fail(std::move(*error));
                 return processedJson(psbt);
             });
    return {};
}

// --- combiner, finaliser, extractor

RpcHandled combinePsbt(const RouteContext&, const RpcCall& call) {
    const JsonValue& list = *call.params.at(0);
    if (list.items().empty()) return psbtRefused("Parameter 'txs' cannot be empty");
    const auto psbts = psbtsOf(list);
    if (!psbts) return fail(psbts.error());
    const auto out = wallet::combined(*psbts);
    if (!out) return psbtRefused("PSBTs not compatible (different transactions)");
    call.reply(psbtText(*out));
    return {};
}

RpcHandled joinPsbts(const RouteContext&, const RpcCall& call) {
    const JsonValue& list = *call.params.at(0);
    if (list.items().size() < 2) return psbtRefused("At least two PSBTs are required to join PSBTs.");
    const auto psbts = psbtsOf(list);
    if (!psbts) return fail(psbts.error());
    const auto out = wallet::joined(*psbts, crypto::randomBelow);
    if (!out && out.error().fault == wallet::JoinError::Fault::NotVersion0)
        return psbtRefused("joinpsbts only operates on version 0 PSBTs");
    if (!out)
        return fail(
            RpcError{rpc::kBadParameter, QStringLiteral("Input %1:%2 exists in multiple PSBTs")
                                             .arg(QString::fromStdString(out.error().input.txid.toHex()))
                                             .arg(out.error().input.index)});
    call.reply(psbtText(*out));
    return {};
}

RpcHandled finalizePsbt(const RouteContext& context, const RpcCall& call) {
    auto psbt = psbtOf(call, 0);
    if (!psbt) return fail(psbt.error());
    const auto extracts = call.params.flag(1, true);
    if (!extracts) return fail(extracts.error());
    call.ask(
        context,
        [psbt = std::move(*psbt), extracts = *extracts](explorer::ExplorerQueries&) mutable -> RpcResult {
            wallet::PsbtSigner signer(psbt);
            const bool isComplete = signer.finalize();
            JsonWriter json;
            json.beginObject();
            if (isComplete && extracts)
                json.member("hex", util::toHex(signer.extract().serialize()));
            else
                json.member("psbt", wallet::toBase64(psbt));
            return json.member("complete", isComplete).endObject().take();
        });
    return {};
}

} // namespace

Result<Psbt, RpcError> psbtOf(const RpcCall& call, std::size_t index) {
    const auto text = call.params.text(index);
    if (!text) return fail(text.error());
    auto psbt = wallet::psbtFromBase64(*text);
    if (!psbt) return fail(undecodable(psbt.error()));
    return std::move(*psbt);
}

Result<std::uint32_t, RpcError> psbtVersionOf(const RpcCall& call, std::size_t index) {
    const auto version = call.params.integer(index, 2);
    if (!version) return fail(version.error());
    if (*version != 0 && *version != 2) return psbtRefused("The PSBT version can only be 2 or 0");
    return std::uint32_t(*version);
}

RpcError psbtFailed(wallet::PsbtSignError error) {
    switch (error) {
    case wallet::PsbtSignError::SigHashMismatch:
        return {rpc::kDecode, QStringLiteral("Specified sighash value does not match value stored in PSBT")};
    case wallet::PsbtSignError::MissingCoin:
        return {rpc::kVerify, QStringLiteral("Inputs missing or spent")};
    case wallet::PsbtSignError::Incomplete:
        return {rpc::kVerify, QStringLiteral("Input needs additional signatures or other data")};
    case wallet::PsbtSignError::Impossible:
        break;
    }
    return {rpc::kVerify, QStringLiteral("The transaction cannot be valid")};
}

std::optional<RpcError> addPreviousTransactions(Psbt& psbt, explorer::ExplorerQueries& queries) {
    for (wallet::PsbtInput& input : psbt.inputs) {
        if (input.previousTransaction) continue;
        const auto found = queries.transaction(input.previous.txid);
        if (!found) return databaseFailed(found.error()).error();
        const bool fits = *found && input.previous.index < (*found)->transaction->outputs().size();
        if (fits) input.previousTransaction = (*found)->transaction;
    }
    return std::nullopt;
}

std::optional<RpcError> process(Psbt& psbt, const script::SpendingData& data,
                                const wallet::PsbtSigning& options) {
    if (!psbt.unsignedTransaction()) return psbtFailed(wallet::PsbtSignError::Impossible);
    wallet::PsbtSigner signer(psbt);
    for (std::size_t i = 0; i < psbt.inputs.size(); ++i) {
        if (psbt.inputs[i].isFinal()) continue;
        const auto filled = signer.fillInput(i, data, options);
        if (!filled && filled.error() == wallet::PsbtSignError::SigHashMismatch)
            return psbtFailed(filled.error());
    }
    for (std::size_t i = 0; i < psbt.outputs.size(); ++i)
        signer.fillOutput(i, data, options.withOrigins);
    signer.dropPreviousTransactions();
    return std::nullopt;
}

QByteArray processedJson(Psbt& psbt) {
    const wallet::PsbtSigner signer(psbt);
    const bool isComplete = signer.isComplete();
    JsonWriter json;
    json.beginObject().member("psbt", wallet::toBase64(psbt)).member("complete", isComplete);
    if (isComplete) json.member("hex", util::toHex(signer.extract().serialize()));
    return json.endObject().take();
}

std::vector<RpcMethod> rpcPsbtMethods() {
    const char* group = "Rawtransactions";
    const RpcParameter psbt{"psbt", RpcType::Text};
    const RpcParameter version{"psbt_version", RpcType::Integer, kOptional};
    auto creating = constructionRows();
    creating.push_back(version);
    return {
        {group, "analyzepsbt", {psbt}, false, "What a PSBT has, what it lacks and who is next.", analyzePsbt},
        {group,
         "combinepsbt",
         {{"txs", RpcType::Array}},
         false,
         "One PSBT with what several of the same transaction know.",
         combinePsbt},
        {group,
         "converttopsbt",
         {{"hexstring", RpcType::Text},
          {"permitsigdata", RpcType::Flag, kOptional},
          {"iswitness", RpcType::Flag, kOptional},
          version},
         false,
         "A PSBT of a transaction in hex; with permitsigdata its signatures are dropped.",
         convertToPsbt},
        {group, "createpsbt", creating, false, "A PSBT of inputs and outputs, as createrawtransaction.",
         createPsbt},
        {group, "decodepsbt", {psbt}, false, "What a PSBT says.", decodePsbt},
        {group,
         "descriptorprocesspsbt",
         {psbt,
          {"descriptors", RpcType::Array},
          {"sighashtype", RpcType::Text, kOptional},
          {"bip32derivs", RpcType::Flag, kOptional},
          {"finalize", RpcType::Flag, kOptional}},
         false,
         "Fills in and signs what descriptors with private keys can. The keys are forgotten.",
         descriptorProcessPsbt},
        {group,
         "finalizepsbt",
         {psbt, {"extract", RpcType::Flag, kOptional}},
         false,
         "Puts the final scripts together; the transaction in hex when all are there.",
         finalizePsbt},
        {group,
         "joinpsbts",
         {{"txs", RpcType::Array}},
         false,
         "One PSBT with the inputs and outputs of several transactions, in random order.",
         joinPsbts},
        {group,
         "utxoupdatepsbt",
         {psbt, {"descriptors", RpcType::Array, kOptional}},
         false,
         "Fills in what the chain, the mempool and descriptors know of a PSBT.",
         utxoUpdatePsbt},
    };
}

} // namespace rest
