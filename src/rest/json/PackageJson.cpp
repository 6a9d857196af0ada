#include "rest/json/PackageJson.h"

#include "rest/json/JsonValue.h"
#include "rest/json/JsonWriter.h"

#include <algorithm>

namespace rest {

namespace {

constexpr std::size_t kMaxPackage = 25;
std::string wordsOf(const node::SubmissionRefusal& refusal) {
    using Kind = node::SubmissionRefusal::Kind;
    switch (refusal.kind) {
    case Kind::Burns:
        return kBurnsTooMuch;
    case Kind::TooDear:
        return "max feerate exceeded";
    case Kind::Rejected:
    case Kind::Confirmed:
        break;
    }
    return consensus::toString(refusal.rejection);
}

void writeResult(JsonWriter& json, const node::Package& package, std::size_t index,
                 const node::PackageOutcome::Each& each) {
    const auto& transaction = package[index];
    json.key(transaction->wtxid().toHex()).beginObject().member("txid", transaction->txid());
    if (each.fee) {
        json.member("vsize", transaction->vsize()).key("fees").beginObject().member("base", *each.fee);
        json.member("effective-feerate", each.rate).key("effective-includes").beginArray();
        for (const std::size_t other : each.judgedWith)
            json.value(package[other]->wtxid());
        json.endArray().endObject();
    }
    if (each.refusal) json.member("error", wordsOf(*each.refusal));
    json.endObject();
}

} // namespace

Result<node::Package, QString> parsePackage(const QByteArray& json) {
    const auto parsed = JsonValue::parse(json);
    if (!parsed || parsed->items().empty() || parsed->items().size() > kMaxPackage) {
        return fail(
            QStringLiteral("The body must be a JSON array of 1 to %1 transactions in hex.").arg(kMaxPackage));
    }
    node::Package package;
    for (const JsonValue& item : parsed->items()) {
        const auto bytes = util::fromHex(item.text());
        auto transaction =
            bytes ? primitives::Transaction::parse(*bytes)
                  : Result<primitives::Transaction, util::ReadError>(fail(util::ReadError::BadFormat));
        if (!transaction) return fail(QStringLiteral("TX decode failed"));
        package.push_back(std::make_shared<const primitives::Transaction>(std::move(*transaction)));
    }
    return package;
}

QByteArray packageJson(const node::Package& package, const node::PackageOutcome& outcome) {
    const bool allTaken =
        std::ranges::none_of(outcome.transactions, [](const auto& each) { return each.refusal.has_value(); });
    JsonWriter json;
    json.beginObject()
        .member("package_msg", allTaken ? "success" : "transaction failed")
        .key("tx-results")
        .beginObject();
    for (std::size_t i = 0; i < package.size(); ++i)
        writeResult(json, package, i, outcome.transactions[i]);
    json.endObject().key("replaced-transactions").beginArray();
    for (const primitives::TxId& txid : outcome.replaced)
        json.value(txid);
    json.endArray().endObject();
    return json.take();
}

} // namespace rest
