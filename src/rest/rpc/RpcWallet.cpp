#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "rest/rpc/RpcWalletHistory.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "util/Hex.h"

#include <algorithm>
#include <limits>
#include <set>

namespace rest {

namespace {

constexpr int kDeprecated = -32;

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
    const auto dummy = call.params.text(0, "*");
    const auto least = call.params.integer(1, 0);
    const auto avoidsReuse = call.params.flag(3, false);
    if (!dummy) return fail(dummy.error());
    if (*dummy != "*")
        return fail(
            RpcError{kDeprecated, QStringLiteral("dummy first argument must be excluded or set to \"*\".")});
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

/// What those that wait outside the mempool take and bring.
primitives::Amount outsideMempool(const wallet::Wallet& wallet) {
    primitives::Amount sum;
    for (const auto& transaction : wallet.absentTransactions())
        if (const auto entry = wallet.transaction(transaction->txid())) sum += entry->net();
    return sum;
}

RpcHandled getBalances(const RouteContext& context, const RpcCall& call) {
    return askWallet(context, call, [](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
        const wallet::WalletBalance balance = wallet.balance(best);
        JsonWriter json;
        json.beginObject().key("mine").beginObject().member("trusted", balance.spendable);
        json.member("untrusted_pending", balance.unconfirmed)
            .member("immature", balance.immature)
            .member("nonmempool", outsideMempool(wallet))
            .endObject();
        writeLastBlock(json, wallet.tip());
        return json.endObject().take();
    });
}

RpcHandled getWalletInfo(const RouteContext& context, const RpcCall& call) {
    const auto status = walletOf(context, call).status();
    // Core knows no "until somebody locks it".
    const std::int64_t farAway = context.node.clock().now() + 100'000'000;
    return askWallet(
        context, call, [status, farAway](const wallet::Wallet& wallet, std::int32_t) -> RpcResult {
            JsonWriter json;
            json.beginObject()
                .member("walletname", status->name)
                .member("walletversion", 169900)
                .member("format", "sqlite")
                .member("txcount", wallet.historySize());
            const auto watched = [&](wallet::KeyChain chain) {
                std::uint64_t sum = 0;
                for (const wallet::StoredDescriptor& row : wallet.keychain().descriptors())
                    if (row.isActive && row.chain == chain) sum += wallet.keychain().lookedAhead(row.id);
                return sum;
            };
            json.member("keypoolsize", watched(wallet::KeyChain::Receive))
                .member("keypoolsize_hd_internal", watched(wallet::KeyChain::Change))
                .member("private_keys_enabled", !wallet.isWatchOnly())
                .member("avoid_reuse", false)
                .member("scanning", status->scanning)
                .member("descriptors", true)
                .member("external_signer", false)
                .member("blank", wallet.keychain().descriptors().empty());
            json.key("flags").beginArray().value("last_hardened_xpub_cached").value("descriptor_wallet");
            if (wallet.isWatchOnly()) json.value("disable_private_keys");
            json.endArray();
            if (wallet.isEncrypted())
                json.member("unlocked_until", wallet.isLocked() ? 0 : status->locksAt.value_or(farAway));
            writeLastBlock(json, wallet.tip());
            return json.endObject().take();
        });
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

void writeCoin(JsonWriter& json, const wallet::Wallet& wallet, const wallet::WalletCoin& coin,
               const wallet::WalletAddress& address, std::int32_t confirmations) {
    const script::Descriptor& descriptor = wallet.keychain().descriptor(address.path.descriptor);
    json.beginObject()
        .member("txid", coin.outpoint.txid)
        .member("vout", coin.outpoint.index)
        .member("address", address.address)
        .member("label", address.label)
        .key("parent_descs")
        .beginArray()
        .value(wallet.keychain().row(address.path.descriptor)->text)
        .endArray()
        .member("scriptPubKey", util::toHex(coin.output.scriptPubKey))
        .member("amount", coin.output.value)
        .member("confirmations", confirmations)
        .member("spendable", true)
        .member("solvable", descriptor.isSolvable());
    if (const auto places = descriptor.placesAt(address.path.index); places && descriptor.isSolvable())
        json.member("desc", places->front().descriptor);
    json.member("safe", confirmations > 0 || coin.isChange).endObject();
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
                writeCoin(json, wallet, coin, *address, confirmations);
                ++count;
                sum += coin.output.value;
            }
            json.endArray();
            return json.take();
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
            json.member("ischange", own && own->chain == wallet::KeyChain::Change);
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
    case Uncertain:
        return {kWalletMisc, QString::fromLatin1(kUncertainPayment)};
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
         {{"dummy", RpcType::Text, kOptional},
          {"minconf", RpcType::Integer, kOptional, nullptr, 0},
          {"include_watchonly", RpcType::Flag, kOptional},
          {"avoid_reuse", RpcType::Flag, kOptional}},
         true,
         "What can be spent.",
         getBalance,
         wallet},
        {group, "getbalances", {}, true, "What can be spent, what waits, what matures.", getBalances, wallet},
        {group, "getwalletinfo", {}, true, "The open wallet.", getWalletInfo, wallet},
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
    };
}

} // namespace rest
