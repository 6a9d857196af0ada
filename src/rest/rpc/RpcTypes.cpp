#include "rest/rpc/RpcTypes.h"

#include "script/Script.h"
#include "util/Decimal.h"
#include "util/Hex.h"
#include "util/Log.h"

#include <algorithm>

namespace rest {

namespace {

RpcError missing(std::size_t index) {
    return {rpc::kMisc,
            QStringLiteral("Parameter %1 is missing; the method help tells what is needed.").arg(index + 1)};
}

RpcError wrongType(std::size_t index, const char* wanted, const JsonValue& found) {
    return {rpc::kType,
            QStringLiteral("Wrong type of parameter %1: JSON value of type %2 is not of expected type %3")
                .arg(index + 1)
                .arg(QLatin1String(found.typeName()), QLatin1String(wanted))};
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

/// Every script can be walked to its end, as those that people make.
bool hasSaneScripts(const primitives::Transaction& transaction) {
    const auto isWhole = [](util::ByteView script) {
        script::OperationReader reader(script);
        while (reader.next()) {
        }
        return !reader.broken() && script.size() <= script::kMaxScriptSize;
    };
    return (transaction.isCoinbase() ||
            std::ranges::all_of(transaction.inputs(), isWhole, &primitives::TxIn::scriptSig)) &&
           std::ranges::all_of(transaction.outputs(), isWhole, &primitives::TxOut::scriptPubKey);
}

} // namespace

std::size_t RpcParams::count() const {
    return m_list->size();
}

const JsonValue* RpcParams::at(std::size_t index) const {
    if (index >= m_list->size() || (*m_list)[index].isNull()) return nullptr;
    return &(*m_list)[index];
}

RpcParams::Answer<std::string> RpcParams::text(std::size_t index, std::optional<std::string> standard) const {
    const JsonValue* value = at(index);
    if (value == nullptr) return standard ? Answer<std::string>(*standard) : fail(missing(index));
    if (!value->isString()) return fail(wrongType(index, "string", *value));
    return value->text();
}

RpcParams::Answer<std::int64_t> RpcParams::integer(std::size_t index,
                                                   std::optional<std::int64_t> standard) const {
    const JsonValue* value = at(index);
    if (value == nullptr) return standard ? Answer<std::int64_t>(*standard) : fail(missing(index));
    if (!value->isNumber()) return fail(wrongType(index, "number", *value));
    if (const auto number = value->integer()) return *number;
    return fail(RpcError{rpc::kMisc, QStringLiteral("JSON integer out of range")});
}

RpcParams::Answer<bool> RpcParams::flag(std::size_t index, std::optional<bool> standard) const {
    const JsonValue* value = at(index);
    if (value == nullptr) return standard ? Answer<bool>(*standard) : fail(missing(index));
    if (!value->isBool()) return fail(wrongType(index, "bool", *value));
    return value->flag();
}

RpcParams::Answer<int> RpcParams::verbosity(std::size_t index, int standard) const {
    const JsonValue* value = at(index);
    if (value == nullptr) return standard;
    if (value->isBool()) return value->flag() ? 1 : 0;
    const auto number = integer(index);
    if (!number) return fail(number.error());
    return int(std::clamp<std::int64_t>(*number, 0, 3));
}

RpcParams::Answer<primitives::Amount> RpcParams::amount(std::size_t index,
                                                        primitives::Amount standard) const {
    const JsonValue* value = at(index);
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

Result<primitives::Amount, RpcError> amountFromJson(const JsonValue& value) {
    if (!value.isString() && !value.isNumber())
        return fail(RpcError{rpc::kType, QStringLiteral("Amount is not a number or string")});
    const auto satoshi = util::fixedPoint(value.text(), 8);
    if (!satoshi) return fail(RpcError{rpc::kType, QStringLiteral("Invalid amount")});
    const primitives::Amount amount(*satoshi);
    if (!amount.inRange()) return fail(RpcError{rpc::kType, QStringLiteral("Amount out of range")});
    return amount;
}

Result<primitives::TransactionRef, RpcError> transactionFromHex(const std::string& hex, Serialisation form) {
    const auto refused = [] {
        return fail(RpcError{rpc::kDecode,
                             QStringLiteral("TX decode failed. Make sure the tx has at least one input.")});
    };
    const auto bytes = util::fromHex(hex);
    if (!bytes) return refused();
    using primitives::Transaction;
    std::optional<Transaction> witness, legacy;
    if (form != Serialisation::Legacy) {
        if (auto read = Transaction::parse(*bytes)) witness = std::move(*read);
    }
    if (form != Serialisation::Witness && !(witness && hasSaneScripts(*witness))) {
        if (auto read = Transaction::parseLegacy(*bytes)) legacy = std::move(*read);
    }
    const bool takesLegacy = legacy && (!witness || (!hasSaneScripts(*witness) && hasSaneScripts(*legacy)));
    if (!witness && !legacy) return refused();
    return std::make_shared<const Transaction>(std::move(takesLegacy ? *legacy : *witness));
}

RpcError nodeStopping() {
    return {rpc::kMisc, QStringLiteral("The node is stopping.")};
}

RpcResult databaseFailed(const storage::StorageError& error) {
    util::logError("rpc", error.what.toStdString());
    return fail(RpcError{rpc::kDatabase, QStringLiteral("The chain database cannot be read.")});
}

RpcError blockNotFound() {
    return {rpc::kNotFound, QStringLiteral("Block not found")};
}

RpcError bodyMissing() {
    return {rpc::kMisc, QStringLiteral("Block not available (not fully downloaded)")};
}

} // namespace rest
