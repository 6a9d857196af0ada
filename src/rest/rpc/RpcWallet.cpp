#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "util/Hex.h"

#include <algorithm>
#include <limits>
#include <set>

namespace rest {

namespace {

constexpr std::size_t kWalletPage = 1'000;

std::int32_t confirmationsOf(std::int32_t height, std::int32_t best) {
    return height < 0 ? 0 : best - height + 1;
}

/// What `wallet` could spend now of coins with so many confirmations.
primitives::Amount spendableOf(const wallet::Wallet& wallet, std::int32_t best, std::int64_t least,
                               std::int32_t maturity) {
    if (least <= 0) return wallet.balance(best).spendable;
    primitives::Amount sum;
    for (const wallet::WalletCoin& coin : wallet.coins()) {
        const std::int32_t confirmations = confirmationsOf(coin.height, best);
        if (confirmations >= least && (!coin.fromCoinbase || confirmations >= maturity))
            sum += coin.output.value;
    }
    return sum;
}

RpcHandled getBalance(const RouteContext& context, const RpcCall& call) {
    const auto least = call.params.integer(1, 0);
    const auto avoidsReuse = call.params.flag(3, false);
    if (!least) return fail(least.error());
    if (!avoidsReuse) return fail(avoidsReuse.error());
    if (*avoidsReuse) {
        return fail(
            RpcError{kWalletMisc, QStringLiteral("wallet does not have the 'avoid reuse' feature enabled")});
    }
    const std::int32_t maturity = context.node.params().rules().coinbaseMaturity;
    return askWallet(
        context, call,
        [least = *least, maturity](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
            return JsonWriter().value(spendableOf(wallet, best, least, maturity)).take();
        });
}

/// The member that tells how far the wallet has read.
void writeLastBlock(JsonWriter& json, const wallet::WalletTip& tip) {
    json.key("lastprocessedblock")
        .beginObject()
        .member("hash", tip.hash)
        .member("height", tip.height)
        .endObject();
}

RpcHandled getBalances(const RouteContext& context, const RpcCall& call) {
    return askWallet(context, call, [](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
        const wallet::WalletBalance balance = wallet.balance(best);
        JsonWriter json;
        json.beginObject().key("mine").beginObject().member("trusted", balance.spendable);
        json.member("untrusted_pending", balance.unconfirmed)
            .member("immature", balance.immature)
            .endObject();
        writeLastBlock(json, wallet.tip());
        return json.endObject().take();
    });
}

RpcHandled getWalletInfo(const RouteContext& context, const RpcCall& call) {
    const auto status = context.node.wallet().status();
    return askWallet(context, call, [status](const wallet::Wallet& wallet, std::int32_t) -> RpcResult {
        JsonWriter json;
        json.beginObject()
            .member("walletname", status->name)
            .member("walletversion", 169900)
            .member("format", "sqlite")
            .member("txcount", wallet.historySize());
        const auto watched = [&](wallet::KeyChain chain) {
            const auto id = wallet.keychain().active(wallet::kUsualType, chain);
            return id ? wallet.keychain().lookedAhead(*id) : 0;
        };
        json.member("keypoolsize", watched(wallet::KeyChain::Receive))
            .member("keypoolsize_hd_internal", watched(wallet::KeyChain::Change))
            .member("private_keys_enabled", !wallet.isWatchOnly())
            .member("avoid_reuse", false)
            .member("scanning", status->scanning)
            .member("descriptors", true)
            .member("external_signer", false)
            .member("blank", wallet.keychain().descriptors().empty());
        if (wallet.isEncrypted() && wallet.isLocked()) json.member("unlocked_until", 0);
        writeLastBlock(json, wallet.tip());
        return json.endObject().take();
    });
}

RpcHandled listWallets(const RouteContext& context, const RpcCall& call) {
    const auto status = context.node.wallet().status();
    JsonWriter json;
    json.beginArray();
    if (status->isOpen) json.value(status->name);
    json.endArray();
    call.reply(json.take());
    return {};
}

/// Which coins `listunspent` is asked for.
struct CoinFilter {
    std::int64_t leastConfirmations = 1, mostConfirmations = 9'999'999;
    std::set<util::Bytes> scripts; ///< empty: all
    bool unsafe = true;            ///< also what others sent and no block holds yet
    primitives::Amount least, most = primitives::Amount(primitives::Amount::kMax);
    primitives::Amount enough = primitives::Amount(primitives::Amount::kMax); ///< stop at this sum
    std::size_t count = std::numeric_limits<std::size_t>::max();
    bool immature = false;
};

Result<std::set<util::Bytes>, RpcError> scriptsOf(const JsonValue& addresses,
                                                  const script::AddressFormat& format) {
    std::set<util::Bytes> scripts;
    for (const JsonValue& item : addresses.items()) {
        const QString shown = QString::fromStdString(item.text().substr(0, 100));
        const auto script = script::scriptFromAddress(item.text(), format);
        if (!item.isString() || !script)
            return fail(RpcError{rpc::kNotFound, QStringLiteral("Invalid Bitcoin address: %1").arg(shown)});
        if (!scripts.insert(*script).second)
            return fail(RpcError{rpc::kBadParameter,
                                 QStringLiteral("Invalid parameter, duplicated address: %1").arg(shown)});
    }
    return scripts;
}

/// Core's query options; a name it does not know is refused.
Result<void, RpcError> readOptions(CoinFilter& filter, const JsonValue& options) {
    for (const auto& [name, value] : options.members()) {
        primitives::Amount* const amount = name == "minimumAmount"      ? &filter.least
                                           : name == "maximumAmount"    ? &filter.most
                                           : name == "minimumSumAmount" ? &filter.enough
                                                                        : nullptr;
        if (amount != nullptr) {
            const auto read = amountFromJson(value);
            if (!read) return fail(read.error());
            *amount = *read;
        } else if (name == "maximumCount" && value.integer().value_or(-1) >= 0) {
            filter.count = std::size_t(*value.integer());
        } else if (name == "include_immature_coinbase" && value.isBool()) {
            filter.immature = value.flag();
        } else {
            return fail(RpcError{rpc::kType, QStringLiteral("Unexpected or wrong query option %1")
                                                 .arg(QString::fromStdString(name.substr(0, 80)))});
        }
    }
    return {};
}

Result<CoinFilter, RpcError> coinFilterOf(const RouteContext& context, const RpcCall& call) {
    CoinFilter filter;
    const auto least = call.params.integer(0, filter.leastConfirmations);
    const auto most = call.params.integer(1, filter.mostConfirmations);
    const auto unsafe = call.params.flag(3, filter.unsafe);
    if (!least) return fail(least.error());
    if (!most) return fail(most.error());
    if (!unsafe) return fail(unsafe.error());
    filter.leastConfirmations = *least;
    filter.mostConfirmations = *most;
    filter.unsafe = *unsafe;
    if (const JsonValue* addresses = call.params.at(2)) {
        auto scripts = scriptsOf(*addresses, context.node.params().addresses);
        if (!scripts) return fail(scripts.error());
        filter.scripts = std::move(*scripts);
    }
    if (const JsonValue* options = call.params.at(4)) {
        if (const auto read = readOptions(filter, *options); !read) return fail(read.error());
    }
    return filter;
}

bool isWanted(const CoinFilter& filter, const wallet::WalletCoin& coin, std::int32_t confirmations,
              std::int32_t maturity) {
    const bool mature = !coin.fromCoinbase || confirmations >= maturity;
    const bool safe = confirmations > 0 || coin.isChange;
    return (mature || filter.immature) && (safe || filter.unsafe) &&
           confirmations >= filter.leastConfirmations && confirmations <= filter.mostConfirmations &&
           coin.output.value >= filter.least && coin.output.value <= filter.most &&
           (filter.scripts.empty() || filter.scripts.contains(coin.output.scriptPubKey));
}

void writeCoin(JsonWriter& json, const wallet::WalletCoin& coin, const wallet::WalletAddress& address,
               std::int32_t confirmations) {
    json.beginObject()
        .member("txid", coin.outpoint.txid)
        .member("vout", coin.outpoint.index)
        .member("address", address.address)
        .member("label", address.label)
        .member("scriptPubKey", util::toHex(coin.output.scriptPubKey))
        .member("amount", coin.output.value)
        .member("confirmations", confirmations)
        .member("spendable", true)
        .member("solvable", true)
        .member("safe", confirmations > 0 || coin.isChange)
        .endObject();
}

RpcHandled listUnspent(const RouteContext& context, const RpcCall& call) {
    const auto filter = coinFilterOf(context, call);
    if (!filter) return fail(filter.error());
    const std::int32_t maturity = context.node.params().rules().coinbaseMaturity;
    return askWallet(
        context, call,
        [filter = *filter, maturity](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
            JsonWriter json;
            json.beginArray();
            std::size_t count = 0;
            primitives::Amount sum;
            for (const wallet::WalletCoin& coin : wallet.coins()) {
                if (count == filter.count || sum >= filter.enough) break;
                const std::int32_t confirmations = confirmationsOf(coin.height, best);
                const auto address = wallet.addressOf(coin.output.scriptPubKey);
                if (!address || !isWanted(filter, coin, confirmations, maturity)) continue;
                writeCoin(json, coin, *address, confirmations);
                ++count;
                sum += coin.output.value;
            }
            json.endArray();
            return json.take();
        });
}

/// One thing that a transaction did to the wallet, as Core lists it; signed.
struct WalletStep {
    const char* category;
    std::string address;
    std::string label;
    primitives::Amount amount;
    std::size_t output = 0;
};

std::vector<WalletStep> stepsOf(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry,
                                std::int32_t best, std::int32_t maturity,
                                const script::AddressFormat& addresses) {
    std::vector<WalletStep> steps;
    const bool isOurs = entry.spent.satoshi() > 0;
    const bool immature = entry.isCoinbase && confirmationsOf(entry.height, best) < maturity;
    const auto& outputs = entry.transaction->outputs();
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const auto own = wallet.addressOf(outputs[i].scriptPubKey);
        const bool isChange = own && isOurs && own->chain == wallet::KeyChain::Change;
        if (isChange) continue;
        if (isOurs)
            steps.push_back({"send",
                             script::toAddress(outputs[i].scriptPubKey, addresses).value_or(std::string()),
                             {},
                             primitives::Amount() - outputs[i].value,
                             i});
        if (!own) continue;
        const char* category = !entry.isCoinbase                      ? "receive"
                               : entry.state == wallet::TxState::Lost ? "orphan"
                               : immature                             ? "immature"
                                                                      : "generate";
        steps.push_back({category, own->address, own->label, outputs[i].value, i});
    }
    return steps;
}

void writeStep(JsonWriter& json, const WalletStep& step, const wallet::WalletTransaction& entry) {
    if (!step.address.empty()) json.member("address", step.address);
    json.member("category", step.category).member("amount", step.amount).member("vout", step.output);
    if (!step.label.empty()) json.member("label", step.label);
    const bool sends = std::string_view(step.category) == "send";
    if (sends && entry.fee) json.member("fee", primitives::Amount() - *entry.fee);
    if (sends) json.member("abandoned", entry.isAbandoned);
}

void writeEntryFields(JsonWriter& json, const wallet::WalletTransaction& entry, std::int32_t best) {
    const bool lost = entry.state == wallet::TxState::Lost;
    json.member("confirmations", lost ? -1 : confirmationsOf(entry.height, best));
    if (entry.isCoinbase) json.member("generated", true);
    if (entry.height >= 0)
        json.member("blockhash", entry.block)
            .member("blockheight", entry.height)
            .member("blocktime", entry.time);
    json.member("txid", entry.transaction->txid()).member("wtxid", entry.transaction->wtxid());
    json.member("time", entry.time).member("timereceived", entry.time);
    if (!entry.note.empty()) json.member("comment", entry.note);
}

/// Which steps `listtransactions` is asked for.
struct StepFilter {
    std::string label; ///< "*": all
    std::size_t count = 0;
    std::size_t skip = 0; ///< newest first
};

/// The steps asked for, oldest first; the history is read in pages, as far as needed.
QByteArray listSteps(const wallet::Wallet& wallet, std::int32_t best, const consensus::ChainParams& params,
                     const StepFilter& filter) {
    std::vector<QByteArray> newestFirst;
    std::size_t passed = 0;
    const auto add = [&](const wallet::WalletTransaction& entry) {
        const auto steps = stepsOf(wallet, entry, best, params.rules().coinbaseMaturity, params.addresses);
        for (auto step = steps.rbegin(); step != steps.rend() && newestFirst.size() < filter.count; ++step) {
            if (filter.label != "*" && step->label != filter.label) continue;
            if (passed++ < filter.skip) continue;
            JsonWriter json;
            json.beginObject();
            writeStep(json, *step, entry);
            writeEntryFields(json, entry, best);
            newestFirst.push_back(json.endObject().take());
        }
    };
    for (std::size_t offset = 0; newestFirst.size() < filter.count; offset += kWalletPage) {
        const auto page = wallet.history(offset, kWalletPage);
        std::ranges::for_each(page, add);
        if (page.size() < kWalletPage) break;
    }
    std::ranges::reverse(newestFirst);
    return '[' + QByteArrayList(newestFirst.begin(), newestFirst.end()).join(',') + ']';
}

RpcHandled listTransactions(const RouteContext& context, const RpcCall& call) {
    const auto label = call.params.text(0, "*");
    const auto count = call.params.integer(1, 10);
    const auto skip = call.params.integer(2, 0);
    if (!label) return fail(label.error());
    if (!count) return fail(count.error());
    if (!skip) return fail(skip.error());
    if (*count < 0) return fail(RpcError{rpc::kBadParameter, QStringLiteral("Negative count")});
    if (*skip < 0) return fail(RpcError{rpc::kBadParameter, QStringLiteral("Negative from")});
    const auto* params = &context.node.params();
    return askWallet(context, call,
                     [label = *label, count = std::size_t(*count), skip = std::size_t(*skip),
                      params](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
                         return listSteps(wallet, best, *params, {label, count, skip});
                     });
}

RpcHandled getTransaction(const RouteContext& context, const RpcCall& call) {
    const auto txid = call.params.txid(0);
    if (!txid) return fail(txid.error());
    const auto verbose = call.params.flag(2, false);
    if (!verbose) return fail(verbose.error());
    const auto* params = &context.node.params();
    return askWallet(
        context, call,
        [txid = *txid, verbose = *verbose, params](const wallet::Wallet& wallet,
                                                   std::int32_t best) -> RpcResult {
            const auto entry = wallet.transaction(txid);
            if (!entry)
                return fail(RpcError{rpc::kNotFound, QStringLiteral("Invalid or non-wallet transaction id")});
            const bool pays = entry->spent.satoshi() > 0 && entry->fee.has_value();
            JsonWriter json;
            json.beginObject().member("amount", pays ? entry->net() + *entry->fee : entry->net());
            if (pays) json.member("fee", primitives::Amount() - *entry->fee);
            writeEntryFields(json, *entry, best);
            json.key("details").beginArray();
            for (const WalletStep& step :
                 stepsOf(wallet, *entry, best, params->rules().coinbaseMaturity, params->addresses)) {
                json.beginObject();
                writeStep(json, step, *entry);
                json.endObject();
            }
            json.endArray().member("hex", util::toHex(entry->transaction->serialize()));
            if (verbose) {
                json.key("decoded").beginObject();
                writeTransactionFields(json, *entry->transaction, *params);
                json.endObject();
            }
            return json.endObject().take();
        });
}

/// The descriptor of the address alone, and the one that it comes from.
void writeOrigin(JsonWriter& json, const wallet::Wallet& wallet, const wallet::WalletAddress& own) {
    const auto places = wallet.keychain().descriptor(own.path.descriptor).placesAt(own.path.index);
    if (places) json.member("desc", places->front().descriptor);
    json.member("parent_desc", wallet.keychain().row(own.path.descriptor)->text);
}

void writeKeys(JsonWriter& json, const wallet::Wallet& wallet, const wallet::WalletAddress& own) {
    const script::Descriptor& descriptor = wallet.keychain().descriptor(own.path.descriptor);
    const auto inner = descriptor.innerScriptsAt(own.path.index);
    if (!inner.empty()) json.member("hex", util::toHex(inner.front()));
    if (const auto key = wallet.publicKeyOf(own.path)) json.member("pubkey", util::toHex(*key));
    json.member("ischange", own.chain == wallet::KeyChain::Change);
    json.member("timestamp", std::max<std::int64_t>(wallet.keychain().row(own.path.descriptor)->birth, 1));
    if (const auto origin = wallet.originOf(own.path))
        json.member("hdkeypath", wallet::pathText(origin->path, 'h'))
            .member("hdmasterfingerprint", util::toHex(origin->fingerprint));
}

RpcHandled getAddressInfo(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    if (!address) return fail(address.error());
    const auto script = script::scriptFromAddress(*address, context.node.params().addresses);
    if (!script)
        return fail(RpcError{rpc::kNotFound,
                             QStringLiteral("Invalid or unsupported Segwit (Bech32) or Base58 encoding.")});
    return askWallet(
        context, call,
        [address = *address, script = *script](const wallet::Wallet& wallet, std::int32_t) -> RpcResult {
            const auto own = wallet.addressOf(script);
            const auto program = script::witnessProgramOf(script);
            JsonWriter json;
            json.beginObject()
                .member("address", address)
                .member("scriptPubKey", util::toHex(script))
                .member("ismine", own.has_value());
            const bool isSolvable = own && wallet.keychain().descriptor(own->path.descriptor).isSolvable();
            json.member("solvable", isSolvable);
            if (isSolvable) writeOrigin(json, wallet, *own);
            const auto type = script::outputTypeOf(script);
            json.member("iswatchonly", false)
                .member("isscript", type == script::OutputType::ScriptHash ||
                                        type == script::OutputType::WitnessScriptHash)
                .member("iswitness", program.has_value());
            if (program)
                json.member("witness_version", program->version)
                    .member("witness_program", util::toHex(program->program));
            if (own) writeKeys(json, wallet, *own);
            json.key("labels").beginArray();
            if (own && !own->label.empty()) json.value(own->label);
            json.endArray().endObject();
            return json.take();
        });
}

} // namespace

RpcError refusedPayment(const node::PayFailure& failure) {
    using enum wallet::PaymentError;
    switch (failure.error) {
    case NoWallet:
        return noWallet();
    case Locked:
        return walletIsLocked();
    case InsufficientFunds:
        return {kNoFunds, QStringLiteral("Insufficient funds")};
    case AmountTooSmall:
        return {
            kWalletMisc,
            QStringLiteral("The transaction amount is too small to send after the fee has been deducted")};
    case AmountZero:
    case AmountOutOfRange:
    case NoRecipient:
        return {rpc::kType, QStringLiteral("Invalid amount for send")};
    case TooManyInputs:
        return {
            kWalletMisc,
            QStringLiteral("The payment takes more coins than fit in one. At most %1 can go at once, of %2 "
                           "coins. Send less, or join coins first by a payment to yourself.")
                .arg(QString::fromStdString(primitives::toDecimal(failure.available)))
                .arg(failure.coins)};
    case Store:
        return {kWalletMisc, QStringLiteral("The wallet file cannot be written; nothing was sent.")};
    case CoinsChanged:
        return {kWalletMisc, QStringLiteral("The coins of the wallet changed meanwhile; nothing was sent.")};
    case Refused:
        if (failure.rejection)
            return {rpc::kRejected, QString::fromStdString(consensus::toString(*failure.rejection))};
        break;
    default:
        break;
    }
    return {kWalletMisc, QStringLiteral("The payment cannot be made with these coins.")};
}

namespace {

RpcHandled sendToAddress(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    const auto amount = call.params.has(1)
                            ? call.params.amount(1, {})
                            : RpcParams::Answer<primitives::Amount>(
                                  fail(RpcError{rpc::kType, QStringLiteral("Invalid amount for send")}));
    const auto comment = call.params.text(2, "");
    const auto subtract = call.params.flag(4, false);
    const auto replaceable = call.params.flag(5, true);
    if (!address) return fail(address.error());
    if (!amount) return fail(amount.error());
    if (!comment) return fail(comment.error());
    if (!subtract) return fail(subtract.error());
    if (!replaceable) return fail(replaceable.error());
    const auto script = script::scriptFromAddress(*address, context.node.params().addresses);
    if (!script)
        return fail(RpcError{
            rpc::kNotFound,
            QStringLiteral("Invalid address: %1").arg(QString::fromStdString(address->substr(0, 100)))});
    wallet::PaymentRequest request;
    request.recipients = {{*script, *amount}};
    request.feePerKvB = context.node.settings().amount(QStringLiteral("transaction_fee")).satoshi();
    if (*subtract) request.feeFrom = {0};
    request.replaceable = *replaceable;
    node::onResult(
        context.node.wallet().pay(std::move(request), QString::fromStdString(*comment)), context.io,
        [reply = call.reply](const Result<node::SentPayment, node::PayFailure>& sent) {
            if (!sent) return reply(fail(refusedPayment(sent.error())));
            reply(JsonWriter().value(sent->transaction->txid()).take());
        },
        [reply = call.reply] { reply(fail(nodeStopping())); });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcWalletMethods() {
    const char* group = "Wallet";
    const char* wallet = "wallet";
    return {
        {group,
         "getaddressinfo",
         {{"address", RpcType::Text}},
         true,
         "What the wallet knows of an address.",
         getAddressInfo,
         wallet},
        {group,
         "getbalance",
         {{"dummy", RpcType::Text, kOptional, "*"},
          {"minconf", RpcType::Integer, kOptional, nullptr, 0},
          {"include_watchonly", RpcType::Flag, kOptional},
          {"avoid_reuse", RpcType::Flag, kOptional}},
         true,
         "What can be spent.",
         getBalance,
         wallet},
        {group, "getbalances", {}, true, "What can be spent, what waits, what matures.", getBalances, wallet},
        {group,
         "gettransaction",
         {{"txid", RpcType::Hash},
          {"include_watchonly", RpcType::Flag, kOptional},
          {"verbose", RpcType::Flag, kOptional}},
         true,
         "A transaction of the wallet; with verbose also decoded.",
         getTransaction,
         wallet},
        {group, "getwalletinfo", {}, true, "The open wallet.", getWalletInfo, wallet},
        {group,
         "listtransactions",
         {{"label", RpcType::Text, kOptional},
          {"count", RpcType::Integer, kOptional},
          {"skip", RpcType::Integer, kOptional},
          {"include_watchonly", RpcType::Flag, kOptional}},
         true,
         "The last payments, oldest first.",
         listTransactions,
         wallet},
        {group,
         "listunspent",
         {{"minconf", RpcType::Integer, kOptional},
          {"maxconf", RpcType::Integer, kOptional},
          {"addresses", RpcType::Array, kOptional},
          {"include_unsafe", RpcType::Flag, kOptional},
          {"query_options", RpcType::Object, kOptional}},
         true,
         "The coins that can be spent.",
         listUnspent,
         wallet},
        {group, "listwallets", {}, true, "The wallet that is open.", listWallets, wallet},
        {group,
         "sendtoaddress",
         {{"address", RpcType::Text},
          {"amount", RpcType::Amount},
          {"comment", RpcType::Text, kOptional},
          {"comment_to", RpcType::Text, kOptional},
          {"subtractfeefromamount", RpcType::Flag, kOptional},
          {"replaceable", RpcType::Flag, kOptional}},
         true,
         "Pays from the wallet; answers with the transaction's id.",
         sendToAddress,
         "spend"},
    };
}

} // namespace rest
