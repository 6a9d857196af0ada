#include "rest/rpc/RpcRoutes.h"

#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcServer.h"

#include <algorithm>

namespace rest {

/// The one table, sorted as `help` shows it.
const RpcServer& rpcServer() {
    static const RpcServer kServer = [] {
        std::vector<RpcMethod> methods;
        methods.push_back(
            {"Control",
             "help",
             {{"command", RpcType::Text, kOptional}},
             false,
             "All methods, or what one of them does.",
             [](const RouteContext&, const RpcCall& call) -> RpcHandled {
                 const auto name = call.params.text(0, "");
                 if (!name) return fail(name.error());
                 const auto text = rpcServer().help(*name);
                 call.reply(JsonWriter()
                                .value(text.value_or("help: unknown command: " + name->substr(0, 80) + '\n'))
                                .take());
                 return {};
             }});
        for (const auto& make : {rpcBlockMethods,         rpcChainMethods,          rpcControlMethods,
                                 rpcFeeMethods,           rpcFilterMethods,         rpcMempoolMethods,
                                 rpcMempoolUpkeepMethods, rpcTransactionMethods,    rpcWaitMethods,
                                 rpcDescriptorMethods,    rpcMiningMethods,         rpcGenerateMethods,
                                 rpcKeyMethods,           rpcNodeMethods,           rpcPeerMethods,
                                 rpcPsbtMethods,          rpcScanMethods,           rpcSigningMethods,
                                 rpcWalletMethods,        rpcWalletFileMethods,     rpcWalletKeyMethods,
                                 rpcWalletUpkeepMethods,  rpcWalletPsbtMethods,     rpcBumpMethods,
                                 rpcWalletHistoryMethods, rpcWalletReceivedMethods, rpcWalletSendMethods,
                                 rpcWalletPayMethods,     rpcWalletSweepMethods,    rpcWalletLockMethods,
                                 rpcWalletHdKeyMethods,   rpcWalletGroupMethods}) {
            auto more = make();
            std::ranges::move(more, std::back_inserter(methods));
        }
        std::ranges::stable_sort(methods, [](const RpcMethod& a, const RpcMethod& b) {
            return std::pair(std::string_view(a.group), std::string_view(a.name)) <
                   std::pair(std::string_view(b.group), std::string_view(b.name));
        });
        return RpcServer(std::move(methods));
    }();
    return kServer;
}

std::vector<Route> rpcRoutes(RouteContext context) {
    const auto serve = [context](const RouteCall& call) { rpcServer().serve(context, call); };
    const auto serveWallet = [context](const RouteCall& call) {
        rpcServer().serve(context, call, call.arguments.value(0));
    };
    const char* json = "application/json";
    return {
        {"POST",
         "/",
         Access::Change,
         serve,
         QT_TRANSLATE_NOOP("Routes", "A method of Bitcoin Core's JSON-RPC, 1.x or 2.0, alone or in a batch."),
         "/",
         json,
         {{"longpoll", "boolean",
           QT_TRANSLATE_NOOP("Routes", "With getwork: answer when there is new work.")}},
         json,
         R"({"method":"getblockchaininfo","params":[],"id":1})"},
        {"POST",
         "/wallet",
         Access::Change,
         serveWallet,
         QT_TRANSLATE_NOOP("Routes", "The same for the wallet of no name, which Cairn never has."),
         nullptr,
         json,
         {},
         json,
         R"({"method":"getblockcount","params":[],"id":1})"},
        {"POST",
         "/wallet/:name",
         Access::Change,
         serveWallet,
         QT_TRANSLATE_NOOP("Routes", "The same for the wallet of that name; -18 when it is not open."),
         "/wallet/default",
         json,
         {},
         json,
         R"({"method":"getblockcount","params":[],"id":1})"},
    };
}

} // namespace rest
