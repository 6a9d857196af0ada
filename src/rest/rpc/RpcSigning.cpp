// JSON-RPC: transactions made by hand, and signed with the open wallet.
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcSpending.h"
#include "rest/rpc/RpcWalletCall.h"
#include "script/Push.h"
#include "util/Hex.h"

#include <algorithm>
#include <set>

namespace rest {

namespace {

constexpr std::uint32_t kReplaceable = 0xfffffffd; ///< BIP 125
constexpr std::uint32_t kLockTimeCounts = 0xfffffffe;
constexpr std::int64_t kUsualVersion = 2, kHighestVersion = 3;

template <class T>
using Read = Result<T, RpcError>;

auto badParameter(const char* sentence) {
    return fail(RpcError{rpc::kBadParameter, QString::fromLatin1(sentence)});
}

// --- createrawtransaction ---

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
    if (given.isNull()) return badParameter("Invalid parameter, output argument must be non-null");
    if (!given.isObject()) {
        if (auto wrong = wrongType(given, RpcType::Array)) return fail(std::move(*wrong));
    }
    const std::vector<JsonValue> objects = given.isArray() ? given.items() : std::vector{given};
    std::vector<primitives::TxOut> out;
    std::set<std::string> seen;
    for (const JsonValue& object : objects) {
        if (!object.isObject())
            return badParameter("Invalid parameter, key-value pair not an object as expected");
        if (given.isArray() && object.members().size() != 1)
            return badParameter("Invalid parameter, key-value pair must contain exactly one key");
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
    if (*replaceable && call.params.has(3) && !spending->empty() &&
        std::ranges::none_of(
            *spending, [](const auto& input) { return input.sequence <= primitives::kSequenceReplaceable; }))
        return badParameter(
            "Invalid parameter combination: Sequence number(s) contradict replaceable option");
    const auto version = call.params.integer(4, kUsualVersion);
    if (!version) return fail(version.error());
    if (*version < 1 || *version > kHighestVersion)
        return badParameter("Invalid parameter, version out of range(1~3)");
    auto paying = outputsOf(outputs != nullptr ? *outputs : JsonValue(), context.node.params().addresses);
    if (!paying) return fail(paying.error());
    const primitives::Transaction made(
        {std::int32_t(*version), std::move(*spending), std::move(*paying), std::uint32_t(*lockTime)});
    call.reply(JsonWriter().value(util::toHex(made.serialize())).take());
    return {};
}

// --- signrawtransactionwithwallet ---

/// On the wallet thread, when the outputs that it spends are known.
RpcResult signWith(const wallet::Wallet& wallet, const primitives::Transaction& transaction,
                   const SpentCoins& spent) {
    std::vector<std::optional<primitives::TxOut>> outputs;
    for (const auto& coin : spent) {
        if (coin && !coin->knowsAmount) return badParameter("Missing amount");
        outputs.push_back(coin ? std::optional(coin->output) : std::nullopt);
    }
    const auto made = wallet.signOwn(transaction, outputs);
    if (!made) return fail(walletIsLocked());
    return signedJson(**made, spent);
}

RpcHandled signRawTransactionWithWallet(const RouteContext& context, const RpcCall& call) {
    const auto transaction = call.params.transaction(0);
    if (!transaction) return fail(transaction.error());
    auto told = toldCoinsOf(call.params.at(1));
    if (!told) return fail(told.error());
    const auto type = sigHashTypeOf(call, 2);
    if (!type) return fail(type.error());
    if (*type > script::SigHashAll) return badParameter("This wallet signs with SIGHASH_ALL only");
    const auto gathered = context.node.chain().ask(
        [transaction = *transaction, told = std::move(*told)](const node::ChainView& view) {
            return spentBy(view, *transaction, told);
        });
    const auto sign = [context, call, transaction = *transaction](const SpentCoins& spent) {
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
          {"replaceable", RpcType::Flag, kOptional},
          {"version", RpcType::Integer, kOptional}},
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
