// JSON-RPC: transactions made by hand, and signed with the open wallet.
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "script/Interpreter.h"
#include "script/Push.h"
#include "util/Hex.h"

#include <map>
#include <set>

namespace rest {

namespace {

constexpr std::uint32_t kReplaceable = 0xfffffffd; ///< BIP 125
constexpr std::uint32_t kLockTimeCounts = 0xfffffffe;

template <class T>
using Read = Result<T, RpcError>;

auto badParameter(const char* sentence) {
    return fail(RpcError{rpc::kBadParameter, QString::fromLatin1(sentence)});
}

// --- createrawtransaction ---

/// A member that has to be an integer from 0 to 2^32 - 1.
Read<std::optional<std::uint32_t>> numberOf(const JsonValue& object, const char* name,
                                            const char* outOfRange) {
    const JsonValue* value = object.find(name);
    if (value == nullptr) return std::nullopt;
    const auto number = value->integer();
    if (!number)
        return fail(RpcError{rpc::kType, QStringLiteral("%1 must be an integer").arg(QLatin1String(name))});
    if (*number < 0 || *number > 0xffffffff) return badParameter(outOfRange);
    return std::uint32_t(*number);
}

Read<primitives::OutPoint> outPointOf(const JsonValue& object) {
    const JsonValue* id = object.find("txid");
    const auto txid = id != nullptr ? primitives::TxId::fromHex(id->text()) : std::nullopt;
    if (!txid) return badParameter("txid must be of 64 hexadecimal digits");
    const auto vout = numberOf(object, "vout", "Invalid parameter, vout cannot be negative");
    if (!vout) return fail(vout.error());
    if (!*vout) return badParameter("Invalid parameter, missing vout key");
    return primitives::OutPoint{*txid, **vout};
}

Read<std::vector<primitives::TxIn>> inputsOf(const JsonValue& list, std::uint32_t usualSequence) {
    std::vector<primitives::TxIn> out;
    for (const JsonValue& item : list.items()) {
        const auto outpoint = outPointOf(item);
        if (!outpoint) return fail(outpoint.error());
        const auto sequence =
            numberOf(item, "sequence", "Invalid parameter, sequence number is out of range");
        if (!sequence) return fail(sequence.error());
        out.push_back({*outpoint, {}, sequence->value_or(usualSequence), {}});
    }
    return out;
}

/// OP_RETURN with one push.
Read<util::Bytes> dataScript(const JsonValue& value) {
    const auto data = value.isString() ? util::fromHex(value.text()) : std::nullopt;
    if (!data) return badParameter("Data must be hexadecimal string");
    if (data->size() > 0xffff) return badParameter("Data is longer than a push can be");
    util::Bytes script{static_cast<std::uint8_t>(script::Opcode::Return)};
    script::appendPlainPush(script, *data);
    return script;
}

Read<primitives::TxOut> outputOf(const std::string& name, const JsonValue& value,
                                 const script::AddressFormat& addresses) {
    if (name == "data") {
        auto script = dataScript(value);
        if (!script) return fail(script.error());
        return primitives::TxOut{primitives::Amount(), std::move(*script)};
    }
    auto script = script::scriptFromAddress(name, addresses);
    if (!script)
        return fail(RpcError{
            rpc::kNotFound,
            QStringLiteral("Invalid Bitcoin address: %1").arg(QString::fromStdString(name.substr(0, 100)))});
    const auto amount = amountFromJson(value);
    if (!amount) return fail(amount.error());
    return primitives::TxOut{*amount, std::move(*script)};
}

/// An array of objects with a member an output each; or one object.
Read<std::vector<primitives::TxOut>> outputsOf(const JsonValue& given,
                                               const script::AddressFormat& addresses) {
    if (!given.isArray() && !given.isObject())
        return badParameter("Invalid parameter, output argument must be non-null");
    const std::vector<JsonValue> objects = given.isArray() ? given.items() : std::vector{given};
    std::vector<primitives::TxOut> out;
    std::set<std::string> seen;
    for (const JsonValue& object : objects) {
        if (!object.isObject())
            return badParameter("Invalid parameter, key-value pair not an object as expected");
        for (const auto& [name, value] : object.members()) {
            if (!seen.insert(name).second) {
                return fail(RpcError{rpc::kBadParameter,
                                     name == "data"
                                         ? QStringLiteral("Invalid parameter, duplicate key: data")
                                         : QStringLiteral("Invalid parameter, duplicated address: %1")
                                               .arg(QString::fromStdString(name))});
            }
            auto output = outputOf(name, value, addresses);
            if (!output) return fail(output.error());
            out.push_back(std::move(*output));
        }
    }
    return out;
}

RpcHandled createRawTransaction(const RouteContext& context, const RpcCall& call) {
    const auto lockTime = call.params.integer(2, 0);
    if (!lockTime) return fail(lockTime.error());
    if (*lockTime < 0 || *lockTime > 0xffffffff)
        return badParameter("Invalid parameter, locktime out of range");
    const auto replaceable = call.params.flag(3, true);
    if (!replaceable) return fail(replaceable.error());
    const auto* inputs = call.params.at(0);
    const auto* outputs = call.params.at(1);
    const std::uint32_t sequence = *replaceable     ? kReplaceable
                                   : *lockTime != 0 ? kLockTimeCounts
                                                    : primitives::kSequenceFinal;
    auto spending = inputsOf(*inputs, sequence);
    if (!spending) return fail(spending.error());
    auto paying = outputsOf(outputs != nullptr ? *outputs : JsonValue(), context.node.params().addresses);
    if (!paying) return fail(paying.error());
    const primitives::Transaction made(
        {2, std::move(*spending), std::move(*paying), std::uint32_t(*lockTime)});
    call.reply(JsonWriter().value(util::toHex(made.serialize())).take());
    return {};
}

// --- signrawtransactionwithwallet ---

using Spent =
    std::vector<std::optional<primitives::TxOut>>; ///< one an input, same order; none: nobody knows it

/// Outputs that the caller tells of, as those of parents that were not sent yet.
Read<std::map<primitives::OutPoint, primitives::TxOut>> toldOf(const JsonValue* list) {
    std::map<primitives::OutPoint, primitives::TxOut> out;
    if (list == nullptr) return out;
    for (const JsonValue& item : list->items()) {
        const auto outpoint = outPointOf(item);
        if (!outpoint) return fail(outpoint.error());
        const JsonValue* hex = item.find("scriptPubKey");
        const auto script = hex != nullptr && hex->isString() ? util::fromHex(hex->text()) : std::nullopt;
        if (!script) return badParameter("scriptPubKey must be hexadecimal string");
        const JsonValue* value = item.find("amount");
        if (value == nullptr) return badParameter("Missing amount");
        const auto amount = amountFromJson(*value);
        if (!amount) return fail(amount.error());
        out[*outpoint] = {*amount, *script};
    }
    return out;
}

Spent spentBy(const node::ChainView& view, const primitives::Transaction& transaction,
              const std::map<primitives::OutPoint, primitives::TxOut>& told) {
    Spent out;
    for (const auto& input : transaction.inputs()) {
        const auto& outpoint = input.previous;
        std::optional<primitives::TxOut> found;
        if (const auto known = told.find(outpoint); known != told.end()) {
            found = known->second;
        } else if (const auto* waiting = view.mempool().find(outpoint.txid)) {
            const auto& outputs = waiting->transaction->outputs();
            if (outpoint.index < outputs.size()) found = outputs[outpoint.index];
        } else if (const auto coin = view.coin(outpoint); coin && *coin) {
            found = (*coin)->output;
        }
        out.push_back(std::move(found));
    }
    return out;
}

std::optional<std::string> whatIsWrong(const primitives::Transaction& transaction, std::size_t input,
                                       const Spent& spent, const std::vector<primitives::TxOut>& outputs,
                                       const script::SigHashCache& cache) {
    if (!spent[input]) return "Input not found or already spent";
    const auto holds = script::verifyInput(transaction, input, outputs, cache, script::kPolicyFlags, {});
    if (holds) return std::nullopt;
    if (holds.error() == script::ScriptError::InvalidStackOperation)
        return "Unable to sign input, invalid stack size (possibly missing key)";
    return script::describe(holds.error());
}

QByteArray signedJson(const primitives::Transaction& transaction, const Spent& spent) {
    std::vector<primitives::TxOut> outputs;
    for (const auto& output : spent)
        outputs.push_back(output.value_or(primitives::TxOut{}));
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

/// On the wallet thread, when the outputs that it spends are known.
RpcResult signWith(const wallet::Wallet& wallet, const primitives::Transaction& transaction,
                   const Spent& spent) {
    const auto made = wallet.signOwn(transaction, spent);
    if (!made) return fail(walletIsLocked());
    return signedJson(**made, spent);
}

RpcHandled signRawTransactionWithWallet(const RouteContext& context, const RpcCall& call) {
    const auto transaction = call.params.transaction(0);
    if (!transaction) return fail(transaction.error());
    auto told = toldOf(call.params.at(1));
    if (!told) return fail(told.error());
    const auto type = call.params.text(2, "DEFAULT");
    if (!type) return fail(type.error());
    if (*type != "DEFAULT" && *type != "ALL") return badParameter("This wallet signs with SIGHASH_ALL only");
    const auto gathered = context.node.chain().ask(
        [transaction = *transaction, told = std::move(*told)](const node::ChainView& view) {
            return spentBy(view, *transaction, told);
        });
    const auto sign = [context, call, transaction = *transaction](const Spent& spent) {
        (void)askWallet(context, call, [transaction, spent](const wallet::Wallet& wallet, std::int32_t) {
            return signWith(wallet, *transaction, spent);
        });
    };
    call.then(context, gathered, sign);
    return {};
}

} // namespace

std::vector<RpcMethod> rpcSigningMethods() {
    return {
        {"Rawtransactions",
         "createrawtransaction",
         {{"inputs", RpcType::Array},
          {"outputs", RpcType::Other},
          {"locktime", RpcType::Integer, kOptional},
          {"replaceable", RpcType::Flag, kOptional}},
         false,
         "An unsigned transaction in hex: inputs as [{\"txid\", \"vout\"}], outputs in order as "
         "[{address: amount}, {\"data\": hex}], or as one object in alphabetical order.",
         createRawTransaction},
        {"Wallet",
         "signrawtransactionwithwallet",
         {{"hexstring", RpcType::Text},
          {"prevtxs", RpcType::Array, kOptional},
          {"sighashtype", RpcType::Text, kOptional}},
         true,
         "Signs what the open wallet has keys for, and says which inputs are missing something.",
         signRawTransactionWithWallet,
         "spend"},
    };
}

} // namespace rest
