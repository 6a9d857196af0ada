// JSON-RPC: what a transaction spends, for the calls that sign.
#include "rest/rpc/RpcSpending.h"

#include "crypto/Ripemd160.h"
#include "crypto/Sha256.h"
#include "rest/json/JsonWriter.h"
#include "script/Interpreter.h"
#include "script/OutputType.h"
#include "util/Hex.h"

namespace rest {

namespace {

auto badCoin(const char* sentence) {
    return fail(RpcError{rpc::kBadParameter, QString::fromLatin1(sentence)});
}

/// A member in hexadecimal digits; nothing when it is not there.
Result<std::optional<util::Bytes>, RpcError> scriptMember(const JsonValue& item, const char* name) {
    const JsonValue* value = item.find(name);
    if (value == nullptr || value->isNull()) return std::nullopt;
    if (auto wrong = wrongMembers(item, {{name, RpcType::Text}}, false)) return fail(std::move(*wrong));
    auto bytes = util::fromHex(value->text());
    if (bytes) return std::optional(std::move(*bytes));
    return fail(RpcError{rpc::kBadParameter,
                         QStringLiteral("%1 must be hexadecimal string (not '%2')")
                             .arg(QLatin1String(name), QString::fromStdString(value->text().substr(0, 80)))});
}

/// The scripts behind an output that shows only their hash go into the ring, when they fit it.
Result<void, RpcError> addScripts(const JsonValue& item, const util::Bytes& output, wallet::KeyRing& ring) {
    const auto type = script::outputTypeOf(output);
    const bool isWitness = type == script::OutputType::WitnessScriptHash;
    if (type != script::OutputType::ScriptHash && !isWitness) return {};
    const auto redeem = scriptMember(item, "redeemScript");
    if (!redeem) return fail(redeem.error());
    const auto witness = scriptMember(item, "witnessScript");
    if (!witness) return fail(witness.error());
    if (!*redeem && !*witness) return badCoin("Missing redeemScript/witnessScript");
    const util::Bytes& inner = *witness ? **witness : **redeem;
    const util::Bytes program = script::witnessScript(0, crypto::sha256(inner));
    if (*redeem && *witness && **redeem != **witness && **redeem != program)
        return badCoin("redeemScript does not correspond to witnessScript");
    const auto wrapped = [](const util::Bytes& bytes) {
        return script::scriptHashScript(crypto::hash160(bytes));
    };
    const bool fits = isWitness ? output == program : output == wrapped(inner) || output == wrapped(program);
    if (!fits) return badCoin("redeemScript/witnessScript does not match scriptPubKey");
    ring.add(inner);
    ring.add(program);
    return {};
}

std::optional<std::string> whatIsWrong(const primitives::Transaction& transaction, std::size_t input,
                                       const SpentCoins& spent, const std::vector<primitives::TxOut>& outputs,
                                       const script::SigHashCache& cache) {
    if (!spent[input]) return "Input not found or already spent";
    const auto holds = script::verifyInput(transaction, input, outputs, cache, script::kPolicyFlags, {});
    if (holds) return std::nullopt;
    if (holds.error() == script::ScriptError::InvalidStackOperation)
        return "Unable to sign input, invalid stack size (possibly missing key)";
    return script::describe(holds.error());
}

} // namespace

Result<std::optional<std::uint32_t>, RpcError> numberOf(const JsonValue& object, const char* name,
                                                        const char* outOfRange) {
    const JsonValue* value = object.find(name);
    if (value == nullptr) return std::nullopt;
    const auto number = value->integer();
    if (!number)
        return fail(RpcError{rpc::kType, QStringLiteral("%1 must be an integer").arg(QLatin1String(name))});
    if (*number < 0 || *number > 0xffffffff) return badCoin(outOfRange);
    return std::uint32_t(*number);
}

Result<primitives::OutPoint, RpcError> outPointOf(const JsonValue& object) {
    if (auto wrong = wrongType(object, RpcType::Object)) return fail(std::move(*wrong));
    const JsonValue* id = object.find("txid");
    if (auto wrong = wrongType(id != nullptr ? *id : JsonValue(), RpcType::Text))
        return fail(std::move(*wrong));
    if (auto wrong = wrongHash("txid", id->text())) return fail(std::move(*wrong));
    const JsonValue* index = object.find("vout");
    if (index == nullptr || !index->isNumber()) return badCoin("Invalid parameter, missing vout key");
    const auto vout = numberOf(object, "vout", "Invalid parameter, vout cannot be negative");
    if (!vout) return fail(vout.error());
    return primitives::OutPoint{*primitives::TxId::fromHex(id->text()), **vout};
}

Result<ToldCoins, RpcError> toldCoinsOf(const JsonValue* list, wallet::KeyRing* ring) {
    ToldCoins out;
    if (list == nullptr) return out;
    for (const JsonValue& item : list->items()) {
        const std::vector<RpcParameter> rows = {
            {"txid", RpcType::Text}, {"vout", RpcType::Integer}, {"scriptPubKey", RpcType::Text}};
        if (auto wrong = wrongType(item, RpcType::Object)) return fail(std::move(*wrong));
        if (auto wrong = wrongMembers(item, rows, false)) return fail(std::move(*wrong));
        const auto outpoint = outPointOf(item);
        if (!outpoint) return fail(outpoint.error());
        const auto script = scriptMember(item, "scriptPubKey");
        if (!script) return fail(script.error());
        SpentCoin coin{{primitives::Amount(), **script}, false};
        if (const JsonValue* value = item.find("amount")) {
            const auto amount = amountFromJson(*value);
            if (!amount) return fail(amount.error());
            coin = {{*amount, **script}, true};
        }
        if (ring != nullptr) {
            if (auto added = addScripts(item, **script, *ring); !added) return fail(added.error());
        }
        out[*outpoint] = std::move(coin);
    }
    return out;
}

SpentCoins spentBy(const node::ChainView& view, const primitives::Transaction& transaction,
                   const ToldCoins& told) {
    SpentCoins out;
    for (const auto& input : transaction.inputs()) {
        const auto& outpoint = input.previous;
        std::optional<SpentCoin> found;
        if (const auto known = told.find(outpoint); known != told.end()) {
            found = known->second;
        } else if (const auto* waiting = view.mempool().find(outpoint.txid)) {
            const auto& outputs = waiting->transaction->outputs();
            if (outpoint.index < outputs.size()) found = SpentCoin{outputs[outpoint.index]};
        } else if (const auto coin = view.coin(outpoint); coin && *coin) {
            found = SpentCoin{(*coin)->output};
        }
        out.push_back(std::move(found));
    }
    return out;
}

std::vector<primitives::TxOut> outputsOf(const SpentCoins& spent) {
    std::vector<primitives::TxOut> out;
    for (const auto& coin : spent)
        out.push_back(coin ? coin->output : primitives::TxOut{});
    return out;
}

Result<std::uint32_t, RpcError> sigHashTypeOf(const RpcCall& call, std::size_t index) {
    const auto text = call.params.text(index, "DEFAULT");
    if (!text) return fail(text.error());
    constexpr std::string_view kAlone = "|ANYONECANPAY";
    std::string_view word = *text;
    std::uint32_t type = 0;
    if (word.ends_with(kAlone)) {
        type = script::SigHashAnyoneCanPay;
        word.remove_suffix(kAlone.size());
    }
    if (word == "ALL") return type | script::SigHashAll;
    if (word == "NONE") return type | script::SigHashNone;
    if (word == "SINGLE") return type | script::SigHashSingle;
    if (word == "DEFAULT" && type == 0) return std::uint32_t(script::SigHashDefault);
    return fail(RpcError{rpc::kBadParameter, QStringLiteral("'%1' is not a valid sighash parameter.")
                                                 .arg(QString::fromStdString(text->substr(0, 40)))});
}

QByteArray signedJson(const primitives::Transaction& transaction, const SpentCoins& spent) {
    const std::vector<primitives::TxOut> outputs = outputsOf(spent);
    const script::SigHashCache cache(transaction, outputs);
    JsonWriter errors;
    errors.beginArray();
    bool complete = true;
    for (std::size_t i = 0; i < spent.size(); ++i) {
        const auto wrong = whatIsWrong(transaction, i, spent, outputs, cache);
        if (!wrong) continue;
        complete = false;
        const auto& input = transaction.inputs()[i];
        errors.beginObject()
            .member("txid", input.previous.txid)
            .member("vout", input.previous.index)
            .key("witness")
            .beginArray();
        for (const auto& item : input.witness)
            errors.value(util::toHex(item));
        errors.endArray()
            .member("scriptSig", util::toHex(input.scriptSig))
            .member("sequence", input.sequence)
            .member("error", *wrong)
            .endObject();
    }
    errors.endArray();
    JsonWriter json;
    json.beginObject().member("hex", util::toHex(transaction.serialize())).member("complete", complete);
    const QByteArray list = errors.take();
    if (!complete) json.key("errors").raw(std::string_view(list.constData(), std::size_t(list.size())));
    return json.endObject().take();
}

} // namespace rest
