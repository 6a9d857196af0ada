// JSON-RPC: labels of addresses, and what came to addresses and labels.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "rest/rpc/RpcWalletHistory.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace rest {

namespace {

// --- labels

/// Those that have one: what was given to somebody, or is meant to be.
std::vector<wallet::WalletAddress> labelled(const wallet::Wallet& wallet) {
    auto out = wallet.addresses();
    std::erase_if(out, [](const wallet::WalletAddress& address) { return !hasLabel(address); });
    return out;
}

RpcHandled listLabels(const RouteContext& context, const RpcCall& call) {
    const auto purpose = call.params.text(0, "");
    if (!purpose) return fail(purpose.error());
    if (!isOneOf(*purpose, "|send|receive"))
        return fail(RpcError{rpc::kBadParameter,
                             QStringLiteral("Invalid 'purpose' argument, must be a known purpose string, "
                                            "typically 'send', or 'receive'.")});
    return askWallet(context, call,
                     [isOwn = *purpose != "send"](const wallet::Wallet& wallet, std::int32_t) -> RpcResult {
                         std::set<std::string> labels; // of others' addresses nothing is kept
                         if (isOwn)
                             for (const auto& address : labelled(wallet))
                                 labels.insert(address.label);
                         JsonWriter json;
                         json.beginArray();
                         for (const std::string& label : labels)
                             json.value(label);
                         return json.endArray().take();
                     });
}

RpcHandled getAddressesByLabel(const RouteContext& context, const RpcCall& call) {
    const auto label = labelOf(call.params, 0);
    if (!label) return fail(label.error());
    return askWallet(
        context, call, [label = *label](const wallet::Wallet& wallet, std::int32_t) -> RpcResult {
            JsonWriter json;
            json.beginObject();
            bool isAny = false;
            for (const auto& address : labelled(wallet)) {
                if (address.label != label) continue;
                isAny = true;
                json.key(address.address).beginObject().member("purpose", "receive").endObject();
            }
            if (!isAny)
                return fail(RpcError{
                    kInvalidLabel,
                    QStringLiteral("No addresses with label %1").arg(QString::fromStdString(label))});
            return json.endObject().take();
        });
}

// --- what came

/// Which payments count.
struct ReceiptFilter {
    std::int64_t leastConfirmations = 1;
    bool withImmature = false;
    std::int32_t maturity = 0;
};

struct Receipts {
    primitives::Amount amount;
    std::int32_t confirmations = std::numeric_limits<std::int32_t>::max(); ///< of the latest; that: none came
    std::set<primitives::TxId> txids;
};
using ReceiptsByScript = std::map<util::Bytes, Receipts>;

/// Only of `scripts`, where there are any.   Cost: reads the whole history.
ReceiptsByScript receiptsOf(const wallet::Wallet& wallet, std::int32_t best, const ReceiptFilter& filter,
                            const std::set<util::Bytes>& scripts) {
    ReceiptsByScript out;
    eachEntry(wallet, [&](const wallet::WalletTransaction& entry) {
        const std::int32_t confirmations = confirmationsOf(entry.height, best);
        const bool isImmature = entry.isCoinbase && confirmations < filter.maturity;
        if (entry.state == wallet::TxState::Lost || confirmations < filter.leastConfirmations ||
            (isImmature && !filter.withImmature))
            return true;
        for (const auto& output : entry.transaction->outputs()) {
            if (scripts.empty() ? !wallet.isMine(output.scriptPubKey)
                                : !scripts.contains(output.scriptPubKey))
                continue;
            Receipts& receipts = out[output.scriptPubKey];
            receipts.amount += output.value;
            receipts.confirmations = std::min(receipts.confirmations, confirmations);
            receipts.txids.insert(entry.transaction->txid());
        }
        return true;
    });
    return out;
}

Result<ReceiptFilter, RpcError> receiptFilterOf(const RouteContext& context, const RpcCall& call,
                                                std::size_t least, std::size_t immature) {
    const auto confirmations = call.params.integer(least, 1);
    const auto withImmature = call.params.flag(immature, false);
    if (!confirmations) return fail(confirmations.error());
    if (!withImmature) return fail(withImmature.error());
    return ReceiptFilter{*confirmations, *withImmature, context.node.params().rules().coinbaseMaturity};
}

RpcResult sumOf(const ReceiptsByScript& receipts) {
    primitives::Amount sum;
    for (const auto& [script, each] : receipts)
        sum += each.amount;
    return JsonWriter().value(sum).take();
}

RpcHandled getReceivedByAddress(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    if (!address) return fail(address.error());
    const auto script = script::scriptFromAddress(*address, context.node.params().addresses);
    if (!script) return fail(RpcError{rpc::kNotFound, QStringLiteral("Invalid Bitcoin address")});
    const auto filter = receiptFilterOf(context, call, 1, 2);
    if (!filter) return fail(filter.error());
    return askWallet(
        context, call,
        [script = *script, filter = *filter](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
            if (!wallet.isMine(script))
                return fail(RpcError{kWalletMisc, QStringLiteral("Address not found in wallet")});
            return sumOf(receiptsOf(wallet, best, filter, {script}));
        });
}

RpcHandled getReceivedByLabel(const RouteContext& context, const RpcCall& call) {
    const auto label = labelOf(call.params, 0);
    if (!label) return fail(label.error());
    const auto filter = receiptFilterOf(context, call, 1, 2);
    if (!filter) return fail(filter.error());
    return askWallet(
        context, call,
        [label = *label, filter = *filter](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
            std::set<util::Bytes> scripts;
            for (const auto& address : labelled(wallet))
                if (address.label == label) scripts.insert(address.scriptPubKey);
            if (scripts.empty())
                return fail(RpcError{kWalletMisc, QStringLiteral("Label not found in wallet")});
            return sumOf(receiptsOf(wallet, best, filter, scripts));
        });
}

void writeReceipts(JsonWriter& json, const Receipts& receipts) {
    const bool isNone = receipts.txids.empty();
    json.member("amount", receipts.amount).member("confirmations", isNone ? 0 : receipts.confirmations);
}

QByteArray receivedByAddressJson(const wallet::Wallet& wallet, const ReceiptsByScript& receipts,
                                 bool withEmpty, const std::optional<util::Bytes>& only) {
    JsonWriter json;
    json.beginArray();
    for (const auto& address : labelled(wallet)) {
        const auto found = receipts.find(address.scriptPubKey);
        if ((found == receipts.end() && !withEmpty) || (only && address.scriptPubKey != *only)) continue;
        const Receipts each = found != receipts.end() ? found->second : Receipts{};
        json.beginObject().member("address", address.address);
        writeReceipts(json, each);
        json.member("label", address.label).key("txids").beginArray();
        for (const primitives::TxId& txid : each.txids)
            json.value(txid);
        json.endArray().endObject();
    }
    return json.endArray().take();
}

RpcHandled listReceivedByAddress(const RouteContext& context, const RpcCall& call) {
    const auto filter = receiptFilterOf(context, call, 0, 4);
    const auto withEmpty = call.params.flag(1, false);
    const auto address = call.params.text(3, "");
    if (!filter) return fail(filter.error());
    if (!withEmpty) return fail(withEmpty.error());
    if (!address) return fail(address.error());
    std::optional<util::Bytes> only;
    if (call.params.has(3)) {
        const auto script = script::scriptFromAddress(*address, context.node.params().addresses);
        if (!script)
            return fail(RpcError{kWalletMisc, QStringLiteral("address_filter parameter was invalid")});
        only = *script;
    }
    return askWallet(context, call,
                     [filter = *filter, withEmpty = *withEmpty, only](const wallet::Wallet& wallet,
                                                                      std::int32_t best) -> RpcResult {
                         return receivedByAddressJson(wallet, receiptsOf(wallet, best, filter, {}), withEmpty,
                                                      only);
                     });
}

RpcHandled listReceivedByLabel(const RouteContext& context, const RpcCall& call) {
    const auto filter = receiptFilterOf(context, call, 0, 3);
    const auto withEmpty = call.params.flag(1, false);
    if (!filter) return fail(filter.error());
    if (!withEmpty) return fail(withEmpty.error());
    return askWallet(context, call,
                     [filter = *filter, withEmpty = *withEmpty](const wallet::Wallet& wallet,
                                                                std::int32_t best) -> RpcResult {
                         const auto receipts = receiptsOf(wallet, best, filter, {});
                         std::map<std::string, Receipts> labels;
                         for (const auto& address : labelled(wallet)) {
                             const auto found = receipts.find(address.scriptPubKey);
                             if (found == receipts.end() && !withEmpty) continue;
                             Receipts& sum = labels[address.label];
                             if (found == receipts.end()) continue;
                             sum.amount += found->second.amount;
                             sum.confirmations = std::min(sum.confirmations, found->second.confirmations);
                             sum.txids.insert(found->second.txids.begin(), found->second.txids.end());
                         }
                         JsonWriter json;
                         json.beginArray();
                         for (const auto& [label, each] : labels) {
                             json.beginObject();
                             writeReceipts(json, each);
                             json.member("label", label).endObject();
                         }
                         return json.endArray().take();
                     });
}

} // namespace

std::vector<RpcMethod> rpcWalletReceivedMethods() {
    const char* group = "Wallet";
    const char* wallet = "wallet";
    const RpcParameter least{"minconf", RpcType::Integer, kOptional};
    const RpcParameter immature{"include_immature_coinbase", RpcType::Flag, kOptional};
    const RpcParameter empty{"include_empty", RpcType::Flag, kOptional};
    const RpcParameter watchOnly{"include_watchonly", RpcType::Flag, kOptional};
    return {
        {group,
         "getaddressesbylabel",
         {{"label", RpcType::Text}},
         true,
         "The addresses with a label.",
         getAddressesByLabel,
         wallet},
        {group,
         "getreceivedbyaddress",
         {{"address", RpcType::Text}, least, immature},
         true,
         "What came to an address.",
         getReceivedByAddress,
         wallet},
        {group,
         "getreceivedbylabel",
         {{"label", RpcType::Text}, least, immature},
         true,
         "What came to the addresses with a label.",
         getReceivedByLabel,
         wallet},
        {group,
         "listlabels",
         {{"purpose", RpcType::Text, kOptional}},
         true,
         "The labels of the wallet's addresses.",
         listLabels,
         wallet},
        {group,
         "listreceivedbyaddress",
         {least, empty, watchOnly, {"address_filter", RpcType::Text, kOptional}, immature},
         true,
         "What came to each address.",
         listReceivedByAddress,
         wallet},
        {group,
         "listreceivedbylabel",
         {least, empty, watchOnly, immature},
         true,
         "What came to the addresses with each label.",
         listReceivedByLabel,
         wallet},
    };
}

} // namespace rest
