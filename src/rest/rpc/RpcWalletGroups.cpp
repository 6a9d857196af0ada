// JSON-RPC: addresses that the chain shows to be of one owner.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "rest/rpc/RpcWalletHistory.h"

#include <map>

namespace rest {

namespace {

/// Own scripts, those in one group that a payment has shown together.
class ScriptGroups {
public:
    /// All of them are of one owner.
    void join(const std::vector<util::Bytes>& scripts) {
        for (const util::Bytes& each : scripts)
            m_first[firstOf(each)] = firstOf(scripts.front());
    }
    [[nodiscard]] std::map<util::Bytes, std::vector<util::Bytes>> all() {
        std::map<util::Bytes, std::vector<util::Bytes>> out;
        std::vector<util::Bytes> scripts;
        for (const auto& [script, first] : m_first)
            scripts.push_back(script);
        for (util::Bytes& script : scripts)
            out[firstOf(script)].push_back(std::move(script));
        return out;
    }

private:
    /// The script that stands for the group of another, which is alone at first.
    util::Bytes firstOf(const util::Bytes& script) {
        util::Bytes at = script;
        for (auto next = m_first.try_emplace(at, at).first; next->second != at; next = m_first.find(at))
            at = next->second;
        m_first[script] = at; // the next way is short
        return at;
    }

    std::map<util::Bytes, util::Bytes> m_first; ///< one nearer to what stands for the group
};

/// What a payment spends of the wallet, and the change that comes back.
std::vector<util::Bytes> shownTogether(const wallet::Wallet& wallet, const wallet::WalletTransaction& entry) {
    std::vector<util::Bytes> out;
    for (const auto& input : entry.transaction->inputs()) {
        const auto source = wallet.transaction(input.previous.txid);
        if (!source || input.previous.index >= source->transaction->outputs().size()) continue;
        const auto& output = source->transaction->outputs()[input.previous.index];
        if (wallet.isMine(output.scriptPubKey)) out.push_back(output.scriptPubKey);
    }
    if (out.empty()) return out;
    for (const auto& output : entry.transaction->outputs()) {
        const auto own = wallet.addressOf(output.scriptPubKey);
        if (own && own->chain == wallet::KeyChain::Change) out.push_back(output.scriptPubKey);
    }
    return out;
}

ScriptGroups groupsOf(const wallet::Wallet& wallet) {
    ScriptGroups out;
    eachEntry(wallet, [&](const wallet::WalletTransaction& entry) {
        if (entry.state == wallet::TxState::Lost) return true;
        out.join(shownTogether(wallet, entry));
        for (const auto& output : entry.transaction->outputs())
            if (wallet.isMine(output.scriptPubKey)) out.join({output.scriptPubKey});
        return true;
    });
    return out;
}

/// What can be spent of each script: confirmed and ripe, or change on its way.
std::map<util::Bytes, primitives::Amount> fundsByScript(const wallet::Wallet& wallet, std::int32_t best,
                                                        std::int32_t maturity) {
    std::map<util::Bytes, primitives::Amount> out;
    for (const wallet::WalletCoin& coin : wallet.coins()) {
        const std::int32_t confirmations = confirmationsOf(coin.height, best);
        const bool isRipe = !coin.fromCoinbase || confirmations >= maturity;
        if (isRipe && (confirmations > 0 || coin.isChange))
            out[coin.output.scriptPubKey] += coin.output.value;
    }
    return out;
}

RpcHandled listAddressGroupings(const RouteContext& context, const RpcCall& call) {
    const std::int32_t maturity = context.node.params().rules().coinbaseMaturity;
    return askWallet(context, call, [maturity](const wallet::Wallet& wallet, std::int32_t best) -> RpcResult {
        auto funds = fundsByScript(wallet, best, maturity);
        JsonWriter json;
        json.beginArray();
        for (const auto& [first, scripts] : groupsOf(wallet).all()) {
            json.beginArray();
            for (const util::Bytes& script : scripts) {
                const auto own = wallet.addressOf(script);
                if (!own) continue;
                json.beginArray().value(own->address).value(funds[script]);
                if (hasLabel(*own)) json.value(own->label);
                json.endArray();
            }
            json.endArray();
        }
        return json.endArray().take();
    });
}

} // namespace

std::vector<RpcMethod> rpcWalletGroupMethods() {
    return {
        {"Wallet",
         "listaddressgroupings",
         {},
         true,
         "Addresses that payments have shown to be of one owner, with what is on them and their label.",
         listAddressGroupings,
         "wallet"},
    };
}

} // namespace rest
