// JSON-RPC: the coins of descriptors, without a wallet.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/ScanObjects.h"
#include "util/Hex.h"

#include <algorithm>

namespace rest {

namespace {

struct FoundCoin {
    primitives::OutPoint outpoint;
    consensus::Coin coin;
};

/// The descriptor of the script alone, with its keys and where they come from.
std::string descriptorOf(const util::Bytes& script, const ScanOrigin& wanted,
                         const script::AddressFormat& addresses) {
    const auto places = wanted.descriptor->placesAt(wanted.index);
    if (places) {
        const auto found = std::ranges::find(*places, script, &script::Descriptor::Place::script);
        if (found != places->end()) return found->descriptor;
    }
    return script::inferDescriptor(script, addresses);
}

std::optional<RpcError> writeCoin(JsonWriter& json, explorer::ExplorerQueries& queries,
                                  const ScanScripts& scripts, const FoundCoin& found,
                                  std::int32_t tipHeight) {
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
    const auto scripts = scanScriptsOf(objects, queries.params());
    if (!scripts) return fail(scripts.error());
    const storage::ChainReader::Snapshot snapshot(queries.reader());
    const auto tip = queries.tip();
    if (!tip) return databaseFailed(tip.error());
    std::vector<FoundCoin> coins;
    std::int64_t looked = 0;
    primitives::Amount total;
    const auto done =
        queries.reader().eachCoin([&](const primitives::OutPoint& outpoint, const consensus::Coin& coin) {
            ++looked;
            if (!scripts->contains(coin.output.scriptPubKey)) return true;
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
        if (auto error = writeCoin(json, queries, *scripts, found, tip->height))
            return fail(std::move(*error));
    }
    return json.endArray().member("total_amount", total).endObject().take();
}

RpcHandled scanTxOutSet(const RouteContext& context, const RpcCall& call) {
    const auto objects = scanObjectsOf(call);
    if (!objects) return fail(objects.error());
    if (!*objects) return {};
    call.ask(context, [objects = **objects](explorer::ExplorerQueries& queries) {
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
