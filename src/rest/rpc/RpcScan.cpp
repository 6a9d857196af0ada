// JSON-RPC: the coins of descriptors, without a wallet.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcDescriptors.h"
#include "rest/rpc/RpcMethods.h"
#include "util/Hex.h"

#include <algorithm>
#include <map>
#include <memory>

namespace rest {

namespace {

constexpr std::uint32_t kLastIndexScanned = 1'000; ///< of a ranged descriptor, where none is named
constexpr std::size_t kMaxScripts = 100'000;       ///< looked for in one call

/// Where a script that is looked for comes from.
struct Wanted {
    std::shared_ptr<const script::Descriptor> descriptor;
    std::uint32_t index = 0;
};
using Scripts = std::map<util::Bytes, Wanted>;

struct FoundCoin {
    primitives::OutPoint outpoint;
    consensus::Coin coin;
};

/// The scripts of `{"desc", "range"}`, or of a descriptor alone.
std::optional<RpcError> addScripts(Scripts& scripts, const JsonValue& item,
                                   const consensus::ChainParams& params) {
    const JsonValue* text = item.isObject() ? item.find("desc") : &item;
    if (text == nullptr)
        return RpcError{rpc::kBadParameter, QStringLiteral("Descriptor needs to be provided in scan object")};
    if (!text->isString())
        return RpcError{rpc::kBadParameter,
                        QStringLiteral("Scan object needs to be either a string or an object")};
    IndexRange range{0, kLastIndexScanned};
    if (const JsonValue* given = item.isObject() ? item.find("range") : nullptr) {
        const auto read = rangeOf(*given);
        if (!read) return read.error();
        range = *read;
    }
    const auto descriptors = descriptorsOf(text->text(), params, script::Descriptor::Checksum::Optional);
    if (!descriptors) return descriptors.error();
    for (const script::Descriptor& parsed : *descriptors) {
        const auto each = std::make_shared<const script::Descriptor>(parsed);
        const IndexRange indexes = each->isRanged() ? range : IndexRange();
        for (std::uint32_t index = indexes.first; index <= indexes.last; ++index) {
            const auto made = each->scriptsAt(index);
            if (!made)
                return RpcError{rpc::kNotFound, QStringLiteral("Cannot derive script without private keys")};
            for (const util::Bytes& script : *made)
                scripts.try_emplace(script, Wanted{each, index});
            if (scripts.size() > kMaxScripts)
                return RpcError{rpc::kBadParameter,
                                QStringLiteral("At most %1 scripts are looked for at once").arg(kMaxScripts)};
        }
    }
    return std::nullopt;
}

/// The descriptor of the script alone, with its keys and where they come from.
std::string descriptorOf(const util::Bytes& script, const Wanted& wanted,
                         const script::AddressFormat& addresses) {
    const auto places = wanted.descriptor->placesAt(wanted.index);
    if (places) {
        const auto found = std::ranges::find(*places, script, &script::Descriptor::Place::script);
        if (found != places->end()) return found->descriptor;
    }
    return script::inferDescriptor(script, addresses);
}

std::optional<RpcError> writeCoin(JsonWriter& json, explorer::ExplorerQueries& queries,
                                  const Scripts& scripts, const FoundCoin& found, std::int32_t tipHeight) {
    const util::Bytes& script = found.coin.output.scriptPubKey;
    const auto block = queries.reader().blockAt(found.coin.height);
    if (!block) return databaseFailed(block.error()).error();
    json.beginObject()
        .member("txid", found.outpoint.txid)
        .member("vout", found.outpoint.index)
        .member("scriptPubKey", util::toHex(script))
        .member("desc", descriptorOf(script, scripts.at(script), queries.params().addresses))
        .member("amount", found.coin.output.value)
        .member("coinbase", found.coin.fromCoinbase)
        .member("height", found.coin.height);
    if (*block) json.member("blockhash", (*block)->record.hash);
    json.member("confirmations", tipHeight - found.coin.height + 1).endObject();
    return std::nullopt;
}

RpcResult scanCoins(explorer::ExplorerQueries& queries, const JsonValue& objects) {
    Scripts scripts;
    for (const JsonValue& item : objects.items()) {
        if (auto error = addScripts(scripts, item, queries.params())) return fail(std::move(*error));
    }
    const storage::ChainReader::Snapshot snapshot(queries.reader());
    const auto tip = queries.tip();
    if (!tip) return databaseFailed(tip.error());
    std::vector<FoundCoin> coins;
    std::int64_t looked = 0;
    primitives::Amount total;
    const auto done =
        queries.reader().eachCoin([&](const primitives::OutPoint& outpoint, const consensus::Coin& coin) {
            ++looked;
            if (!scripts.contains(coin.output.scriptPubKey)) return true;
            coins.push_back({outpoint, coin});
            total += coin.output.value;
            return true;
        });
    if (!done) return databaseFailed(done.error());
    JsonWriter json;
    json.beginObject()
        .member("success", true)
        .member("txouts", looked)
        .member("height", tip->height)
        .member("bestblock", tip->hash)
        .key("unspents")
        .beginArray();
    for (const FoundCoin& found : coins) {
        if (auto error = writeCoin(json, queries, scripts, found, tip->height))
            return fail(std::move(*error));
    }
    return json.endArray().member("total_amount", total).endObject().take();
}

/// A scan is over before its answer, so there is never one to ask after or to stop.
RpcHandled scanTxOutSet(const RouteContext& context, const RpcCall& call) {
    const auto action = call.params.text(0);
    if (!action) return fail(action.error());
    if (*action == "status" || *action == "abort") {
        call.reply(*action == "status" ? QByteArray("null") : QByteArray("false"));
        return {};
    }
    if (*action != "start")
        return fail(RpcError{
            rpc::kBadParameter,
            QStringLiteral("Invalid action '%1'").arg(QString::fromStdString(action->substr(0, 40)))});
    const JsonValue* objects = call.params.at(1);
    if (objects == nullptr)
        return fail(
            RpcError{rpc::kMisc, QStringLiteral("scanobjects argument is required for the start action")});
    call.ask(context, [objects = *objects](explorer::ExplorerQueries& queries) {
        return scanCoins(queries, objects);
    });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcScanMethods() {
    return {
        {"Blockchain",
         "scantxoutset",
         {{"action", RpcType::Text}, {"scanobjects", RpcType::Array, kOptional}},
         false,
         "The coins of output descriptors: all coins are read through.",
         scanTxOutSet},
    };
}

} // namespace rest
