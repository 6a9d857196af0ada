#include "rest/rpc/RpcTypes.h"

#include "util/Hex.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace rest {

namespace {

RpcError missing(std::size_t index) {
    return {rpc::kMisc,
            QStringLiteral("Parameter %1 is missing; the method help tells what is needed.").arg(index + 1)};
}

RpcError wrongType(std::size_t index, const char* wanted, const nlohmann::json& found) {
    return {rpc::kType,
            QStringLiteral("Wrong type of parameter %1: JSON value of type %2 is not of expected type %3")
                .arg(index + 1)
                .arg(QLatin1String(found.type_name()), QLatin1String(wanted))};
}

template <class Hash>
Result<Hash, RpcError> hashOf(const RpcParams& params, std::size_t index) {
    const auto text = params.text(index);
    if (!text) return fail(text.error());
    if (const auto hash = Hash::fromHex(*text)) return *hash;
    return fail(RpcError{rpc::kBadParameter,
                         QStringLiteral("Parameter %1 must be of 64 hexadecimal digits (not '%2')")
                             .arg(index + 1)
                             .arg(QString::fromStdString(text->substr(0, 80)))});
}

} // namespace

std::size_t RpcParams::count() const {
    return m_list->size();
}

const nlohmann::json* RpcParams::at(std::size_t index) const {
    if (index >= m_list->size() || (*m_list)[index].is_null()) return nullptr;
    return &(*m_list)[index];
}

RpcParams::Answer<std::string> RpcParams::text(std::size_t index, std::optional<std::string> standard) const {
    const nlohmann::json* value = at(index);
    if (value == nullptr) return standard ? Answer<std::string>(*standard) : fail(missing(index));
    if (!value->is_string()) return fail(wrongType(index, "string", *value));
    return value->get<std::string>();
}

RpcParams::Answer<std::int64_t> RpcParams::integer(std::size_t index,
                                                   std::optional<std::int64_t> standard) const {
    const nlohmann::json* value = at(index);
    if (value == nullptr) return standard ? Answer<std::int64_t>(*standard) : fail(missing(index));
    if (!value->is_number()) return fail(wrongType(index, "number", *value));
    const bool fits = !value->is_number_unsigned() ||
                      value->get<std::uint64_t>() <= std::uint64_t(std::numeric_limits<std::int64_t>::max());
    if (!value->is_number_integer() || !fits)
        return fail(RpcError{rpc::kMisc, QStringLiteral("JSON integer out of range")});
    return value->get<std::int64_t>();
}

RpcParams::Answer<bool> RpcParams::flag(std::size_t index, std::optional<bool> standard) const {
    const nlohmann::json* value = at(index);
    if (value == nullptr) return standard ? Answer<bool>(*standard) : fail(missing(index));
    if (!value->is_boolean()) return fail(wrongType(index, "bool", *value));
    return value->get<bool>();
}

RpcParams::Answer<int> RpcParams::verbosity(std::size_t index, int standard) const {
    const nlohmann::json* value = at(index);
    if (value == nullptr) return standard;
    if (value->is_boolean()) return value->get<bool>() ? 1 : 0;
    const auto number = integer(index);
    if (!number) return fail(number.error());
    return int(std::clamp<std::int64_t>(*number, 0, 3));
}

RpcParams::Answer<primitives::Amount> RpcParams::amount(std::size_t index,
                                                        primitives::Amount standard) const {
    const nlohmann::json* value = at(index);
    if (value == nullptr) return standard;
    return amountFromJson(*value);
}

RpcParams::Answer<primitives::BlockHash> RpcParams::blockHash(std::size_t index) const {
    return hashOf<primitives::BlockHash>(*this, index);
}

RpcParams::Answer<primitives::TxId> RpcParams::txid(std::size_t index) const {
    return hashOf<primitives::TxId>(*this, index);
}

RpcParams::Answer<util::Bytes> RpcParams::bytes(std::size_t index) const {
    const auto hex = text(index);
    if (!hex) return fail(hex.error());
    auto out = util::fromHex(*hex);
    if (!out)
        return fail(
            RpcError{rpc::kDecode, QStringLiteral("Parameter %1 must be hexadecimal").arg(index + 1)});
    return std::move(*out);
}

RpcParams::Answer<primitives::TransactionRef> RpcParams::transaction(std::size_t index) const {
    const auto hex = text(index);
    if (!hex) return fail(hex.error());
    return transactionFromHex(*hex);
}

Result<primitives::Amount, RpcError> amountFromJson(const nlohmann::json& value) {
    if (!value.is_string() && !value.is_number())
        return fail(RpcError{rpc::kType, QStringLiteral("Amount is not a number or string")});
    if (value.is_number() && std::abs(value.get<double>()) > 2.1e7)
        return fail(RpcError{rpc::kType, QStringLiteral("Amount out of range")});
    const std::string text =
        value.is_string()
            ? value.get<std::string>()
            : primitives::toDecimal(primitives::Amount(std::llround(value.get<double>() * 1e8)));
    const auto amount = primitives::amountFromDecimal(text);
    if (!amount || amount->satoshi() < 0) return fail(RpcError{rpc::kType, QStringLiteral("Invalid amount")});
    return *amount;
}

Result<primitives::TransactionRef, RpcError> transactionFromHex(const std::string& hex) {
    const auto bytes = util::fromHex(hex);
    auto transaction =
        bytes ? primitives::Transaction::parse(*bytes)
              : Result<primitives::Transaction, util::ReadError>(fail(util::ReadError::BadFormat));
    if (!transaction)
        return fail(RpcError{rpc::kDecode,
                             QStringLiteral("TX decode failed. Make sure the tx has at least one input.")});
    return std::make_shared<const primitives::Transaction>(std::move(*transaction));
}

RpcError nodeStopping() {
    return {rpc::kMisc, QStringLiteral("The node is stopping.")};
}

RpcResult databaseFailed(const storage::StorageError& error) {
    return fail(RpcError{rpc::kDatabase, QStringLiteral("The database cannot be read: %1.").arg(error.what)});
}

RpcError blockNotFound() {
    return {rpc::kNotFound, QStringLiteral("Block not found")};
}

} // namespace rest
