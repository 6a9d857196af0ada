#include "rest/PackageSubmission.h"

#include "rest/JsonParse.h"
#include "rest/JsonWriter.h"
#include "script/Script.h"

#include <nlohmann/json.hpp>

namespace rest {

namespace {

constexpr std::size_t kMaxPackage = 25;

/// Coins per 1000 virtual bytes.
primitives::Amount rateOf(primitives::Amount fee, std::int64_t vsize) {
    return primitives::Amount(fee.satoshi() * 1000 / vsize);
}

std::optional<std::string> exceeds(const primitives::Transaction& transaction, std::optional<primitives::Amount> fee, const PackageLimits& limits) {
    if (limits.maxBurn && burntBy(transaction) > *limits.maxBurn) return "Unspendable output exceeds maximum configured by user (maxburnamount)";
    const bool tooMuch = fee && limits.maxFeePerKvB && *limits.maxFeePerKvB > 0 && rateOf(*fee, transaction.vsize()).satoshi() > *limits.maxFeePerKvB;
    if (tooMuch) return "max feerate exceeded";
    return std::nullopt;
}

/// Nothing when it waits now; the reason otherwise.
std::optional<std::string> offer(node::Engine& engine, const primitives::TransactionRef& transaction, const PackageLimits& limits) {
    if (engine.mempool().find(transaction->txid()) != nullptr) return std::nullopt;
    const auto tested = engine.mempool().test(*transaction);
    if (!tested) return consensus::toString(tested.error());
    if (auto reason = exceeds(*transaction, *tested, limits)) return reason;
    const auto taken = engine.submitTransaction(transaction);
    if (!taken) return consensus::toString(taken.error());
    return std::nullopt;
}

} // namespace

primitives::Amount burntBy(const primitives::Transaction& transaction) {
    primitives::Amount sum;
    for (const primitives::TxOut& output : transaction.outputs()) {
        if (script::isUnspendable(output.scriptPubKey)) sum += output.value;
    }
    return sum;
}

Result<Package, QString> parsePackage(const QByteArray& json) {
    const nlohmann::json parsed = parseJson(json);
    if (!parsed.is_array() || parsed.empty() || parsed.size() > kMaxPackage) {
        return fail(QStringLiteral("The body must be a JSON array of 1 to %1 transactions in hex.").arg(kMaxPackage));
    }
    Package package;
    for (const auto& item : parsed) {
        const auto bytes = item.is_string() ? util::fromHex(item.get_ref<const std::string&>()) : std::nullopt;
        auto transaction = bytes ? primitives::Transaction::parse(*bytes) : Result<primitives::Transaction, util::ReadError>(fail(util::ReadError::BadFormat));
        if (!transaction) return fail(QStringLiteral("TX decode failed"));
        package.push_back(std::make_shared<const primitives::Transaction>(std::move(*transaction)));
    }
    return package;
}

QByteArray submitPackage(node::Engine& engine, const Package& package, const PackageLimits& limits) {
    JsonWriter results;
    results.beginObject();
    bool allTaken = true;
    for (const auto& transaction : package) {
        const auto reason = offer(engine, transaction, limits);
        allTaken = allTaken && !reason;
        results.key(transaction->wtxid().toHex()).beginObject().member("txid", transaction->txid());
        const auto* entry = engine.mempool().find(transaction->txid());
        if (entry != nullptr) {
            results.member("vsize", transaction->vsize()).key("fees").beginObject().member("base", entry->fee);
            results.member("effective-feerate", rateOf(entry->fee, transaction->vsize()));
            results.key("effective-includes").beginArray().value(transaction->wtxid()).endArray().endObject();
        }
        if (reason) results.member("error", *reason);
        results.endObject();
    }
    results.endObject();
    JsonWriter json;
    json.beginObject().member("package_msg", allTaken ? "success" : "transaction failed");
    const QByteArray made = results.take();
    json.key("tx-results").raw({made.constData(), std::size_t(made.size())});
    json.key("replaced-transactions").beginArray().endArray().endObject();
    return json.take();
}

} // namespace rest
