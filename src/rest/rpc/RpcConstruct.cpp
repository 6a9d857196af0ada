// JSON-RPC: transactions made by hand, signed by nobody.
#include "rest/rpc/RpcConstruct.h"

#include "rest/rpc/RpcSpending.h"
#include "script/Push.h"
#include "util/Hex.h"

#include <algorithm>
#include <set>

namespace rest {

namespace {

constexpr std::uint32_t kReplaceable = 0xfffffffd; ///< BIP 125
constexpr std::uint32_t kLockTimeCounts = 0xfffffffe;
constexpr std::int64_t kUsualVersion = 2, kHighestVersion = 3;

auto badConstruction(const char* sentence) {
    return fail(RpcError{rpc::kBadParameter, QString::fromLatin1(sentence)});
}

/// OP_RETURN with one push.
Result<util::Bytes, RpcError> dataScript(const JsonValue& value) {
    const auto data = value.isString() ? util::fromHex(value.text()) : std::nullopt;
    if (!data)
        return fail(
            RpcError{rpc::kBadParameter, QStringLiteral("Data must be hexadecimal string (not '%1')")
                                             .arg(QString::fromStdString(value.text().substr(0, 100)))});
    if (data->size() > 0xffff) return badConstruction("Data is longer than a push can be");
    util::Bytes script{static_cast<std::uint8_t>(script::Opcode::Return)};
    script::appendPlainPush(script, *data);
    return script;
}

Result<primitives::TxOut, RpcError> outputOf(const std::string& name, const JsonValue& value,
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

} // namespace

std::vector<RpcParameter> constructionRows() {
    return {{"inputs", RpcType::Array},
            {"outputs", RpcType::Other},
            {"locktime", RpcType::Integer, kOptional},
            {"replaceable", RpcType::Flag, kOptional},
            {"version", RpcType::Integer, kOptional}};
}

Result<std::vector<primitives::TxIn>, RpcError> inputsOf(const JsonValue& list, std::uint32_t usualSequence) {
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

Result<std::vector<primitives::TxOut>, RpcError> outputsOf(const JsonValue& given,
                                                           const script::AddressFormat& addresses) {
    if (given.isNull()) return badConstruction("Invalid parameter, output argument must be non-null");
    if (!given.isObject()) {
        if (auto wrong = wrongType(given, RpcType::Array)) return fail(std::move(*wrong));
    }
    const std::vector<JsonValue> objects = given.isArray() ? given.items() : std::vector{given};
    std::vector<primitives::TxOut> out;
    std::set<std::string> seen;
    for (const JsonValue& object : objects) {
        if (!object.isObject())
            return badConstruction("Invalid parameter, key-value pair not an object as expected");
        if (given.isArray() && object.members().size() != 1)
            return badConstruction("Invalid parameter, key-value pair must contain exactly one key");
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

Result<primitives::Transaction, RpcError> constructedTransaction(const RpcCall& call,
                                                                 const script::AddressFormat& addresses,
                                                                 const ConstructionPlaces& places) {
    const auto lockTime = call.params.integer(2, 0);
    if (!lockTime) return fail(lockTime.error());
    if (*lockTime < 0 || *lockTime > 0xffffffff)
        return badConstruction("Invalid parameter, locktime out of range");
    const bool isPlain = places.version == 4;
    const auto replaceable = isPlain ? call.params.flag(3, true) : places.replaceable.value_or(true);
    if (!replaceable) return fail(replaceable.error());
    const bool saysReplaceable = isPlain ? call.params.has(3) : places.replaceable.has_value();
    const auto* inputs = call.params.at(0);
    const auto* outputs = call.params.at(1);
    const std::uint32_t sequence = *replaceable     ? kReplaceable
                                   : *lockTime != 0 ? kLockTimeCounts
                                                    : primitives::kSequenceFinal;
    auto spending = inputsOf(inputs != nullptr ? *inputs : JsonValue::array(), sequence);
    if (!spending) return fail(spending.error());
    if (*replaceable && saysReplaceable && !spending->empty() &&
        std::ranges::none_of(
            *spending, [](const auto& input) { return input.sequence <= primitives::kSequenceReplaceable; }))
        return badConstruction(
            "Invalid parameter combination: Sequence number(s) contradict replaceable option");
    const auto version = call.params.integer(places.version, kUsualVersion);
    if (!version) return fail(version.error());
    if (*version < 1 || *version > kHighestVersion)
        return badConstruction("Invalid parameter, version out of range(1~3)");
    auto paying = outputsOf(outputs != nullptr ? *outputs : JsonValue(), addresses);
    if (!paying) return fail(paying.error());
    return primitives::Transaction(
        {std::int32_t(*version), std::move(*spending), std::move(*paying), std::uint32_t(*lockTime)});
}

} // namespace rest
