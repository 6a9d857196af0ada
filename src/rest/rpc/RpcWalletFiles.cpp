// JSON-RPC: wallets as files, made, opened, closed and restored. Any number is open at a time.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "wallet/Accounts.h"

#include <QDir>

namespace rest {

namespace {

/// A wallet that a program opens is not put before the user; `index`: of load_on_startup, where nothing means
/// as it was.
Result<node::WalletOpening, RpcError> openingOf(const RpcParams& params, std::size_t index) {
    node::WalletOpening how{node::WalletOpening::Select::IfNone, {}, true};
    if (!params.has(index)) return how;
    const auto atStart = params.flag(index);
    if (!atStart) return fail(atStart.error());
    how.atStart = *atStart;
    return how;
}

/// With Core's number.
RpcError failedOpening(const node::WalletProblem& problem) {
    using Kind = node::WalletProblem::Kind;
    const int number = problem.kind == Kind::AlreadyOpen    ? kAlreadyLoaded
                       : problem.kind == Kind::NoSuchWallet ? rpc::kNoWallet
                                                            : kWalletMisc;
    return {number, walletProblemSentence(problem)};
}

auto opened(const RpcCall& call, const std::string& name, const QString& warning = {}) {
    return [reply = call.reply, name, warning](const Result<void, node::WalletProblem>& done) {
        if (!done) return reply(fail(failedOpening(done.error())));
        JsonWriter json;
        json.beginObject().member("name", name);
        if (!warning.isEmpty()) json.key("warnings").beginArray().value(warning).endArray();
        reply(json.endObject().take());
    };
}

std::optional<RpcError> refusedForm(const RpcParams& params) {
    const auto reuse = params.flag(4, false), descriptors = params.flag(5, true),
               external = params.flag(7, false);
    for (const auto* each : {&reuse, &descriptors, &external}) {
        if (!*each) return each->error();
    }
    if (*reuse) return RpcError{kWalletMisc, QStringLiteral("avoid_reuse is not supported.")};
    if (!*descriptors)
        return RpcError{kWalletMisc,
                        QStringLiteral("descriptors argument must be set to \"true\"; it is no longer "
                                       "possible to create a legacy wallet.")};
    if (*external) return RpcError{kWalletMisc, QStringLiteral("External signers are not supported.")};
    return std::nullopt;
}

RpcHandled createWallet(const RouteContext& context, const RpcCall& call) {
    const auto name = call.params.text(0);
    const auto isWatchOnly = call.params.flag(1, false), isBlank = call.params.flag(2, false);
    const auto passphrase = call.params.text(3, "");
    if (!name) return fail(name.error());
    if (!isWatchOnly) return fail(isWatchOnly.error());
    if (!isBlank) return fail(isBlank.error());
    if (!passphrase) return fail(passphrase.error());
    if (name->empty())
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Wallet name cannot be empty")});
    if (auto refused = refusedForm(call.params)) return fail(*refused);
    const auto how = openingOf(call.params, 6);
    if (!how) return fail(how.error());
    if (*isWatchOnly && !passphrase->empty())
        return fail(RpcError{
            kWalletMisc, QStringLiteral("Passphrase provided but private keys are disabled. A passphrase is "
                                        "only used to encrypt private keys, so cannot be used for wallets "
                                        "with private keys disabled.")});
    wallet::NewWallet start;
    start.isWatchOnly = *isWatchOnly;
    start.isBlank = *isBlank;
    start.passphrase = wallet::secretText(*passphrase);
    const bool isEmptyText = call.params.has(3) && passphrase->empty();
    call.then(context, context.node.wallet().create(QString::fromStdString(*name), std::move(start), *how),
              opened(call, *name,
                     isEmptyText
                         ? QStringLiteral("Empty string given as passphrase, wallet will not be encrypted.")
                         : QString()));
    return {};
}

RpcHandled loadWallet(const RouteContext& context, const RpcCall& call) {
    const auto name = call.params.text(0);
    const auto how = openingOf(call.params, 1);
    if (!name) return fail(name.error());
    if (!how) return fail(how.error());
    const QString file = QString::fromStdString(*name);
    const node::WalletAccess& wallets = context.node.wallet();
    using Kind = node::WalletProblem::Kind;
    if (wallets.openNames().contains(file)) return fail(failedOpening({Kind::AlreadyOpen, file}));
    if (!wallets.names().contains(file)) return fail(failedOpening({Kind::NoSuchWallet, file}));
    call.then(context, wallets.open(file, {}, *how), opened(call, *name));
    return {};
}

RpcHandled unloadWallet(const RouteContext& context, const RpcCall& call) {
    const auto name = call.params.text(0, call.wallet.value_or(QString()).toStdString());
    const auto how = openingOf(call.params, 1);
    if (!name) return fail(name.error());
    if (!how) return fail(how.error());
    if (name->empty())
        return fail(
            RpcError{rpc::kBadParameter,
                     QStringLiteral("Either the RPC endpoint wallet or the wallet name parameter must be "
                                    "provided")});
    if (call.wallet && *call.wallet != QString::fromStdString(*name))
        return fail(RpcError{rpc::kBadParameter,
                             QStringLiteral("The RPC endpoint wallet and the wallet name parameter specify "
                                            "different wallets")});
    call.then(context, context.node.wallet().closeNamed(QString::fromStdString(*name), how->atStart),
              [reply = call.reply](const Result<bool, node::WalletProblem>& wasOpen) {
                  if (!wasOpen) return reply(fail(failedOpening(wasOpen.error())));
                  if (!*wasOpen)
                      return reply(
                          fail(RpcError{rpc::kNoWallet,
                                        QStringLiteral("Requested wallet does not exist or is not loaded")}));
                  reply(JsonWriter().beginObject().endObject().take());
              });
    return {};
}

RpcHandled listWallets(const RouteContext& context, const RpcCall& call) {
    JsonWriter json;
    json.beginArray();
    for (const QString& name : context.node.wallet().openNames())
        json.value(name);
    call.reply(json.endArray().take());
    return {};
}

RpcHandled listWalletDir(const RouteContext& context, const RpcCall& call) {
    JsonWriter json;
    json.beginObject().key("wallets").beginArray();
    for (const QString& name : context.node.wallet().names())
        json.beginObject().member("name", name).key("warnings").beginArray().endArray().endObject();
    call.reply(json.endArray().endObject().take());
    return {};
}

RpcHandled restoreWallet(const RouteContext& context, const RpcCall& call) {
    const auto name = call.params.text(0), backup = call.params.text(1);
    if (!name) return fail(name.error());
    if (!backup) return fail(backup.error());
    const auto how = openingOf(call.params, 2);
    if (!how) return fail(how.error());
    const QString path = QString::fromStdString(*backup);
    if (!QDir::isAbsolutePath(path) || !QFileInfo(path).isFile())
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Backup file does not exist")});
    call.then(context, context.node.wallet().restore(QString::fromStdString(*name), path, *how),
              opened(call, *name));
    return {};
}

} // namespace

std::vector<RpcMethod> rpcWalletFileMethods() {
    const char* group = "Wallet";
    return {
        {group,
         "createwallet",
         {{"wallet_name", RpcType::Text},
          {"disable_private_keys", RpcType::Flag, kOptional},
          {"blank", RpcType::Flag, kOptional},
          {"passphrase", RpcType::Text, kOptional},
          {"avoid_reuse", RpcType::Flag, kOptional},
          {"descriptors", RpcType::Flag, kOptional},
          {"load_on_startup", RpcType::Flag, kOptional},
          {"external_signer", RpcType::Flag, kOptional}},
         true,
         "Makes a wallet and opens it beside those that are open.",
         createWallet},
        {group, "listwalletdir", {}, true, "The wallets that there are files of.", listWalletDir, "wallet"},
        {group,
         "listwallets",
         {},
         true,
         "The wallets that are open, in the order they were opened.",
         listWallets,
         "wallet"},
        {group,
         "loadwallet",
         {{"filename", RpcType::Text}, {"load_on_startup", RpcType::Flag, kOptional}},
         true,
         "Opens a wallet beside those that are open; load_on_startup: whether every start does.",
         loadWallet},
        {group,
         "restorewallet",
         {{"wallet_name", RpcType::Text},
          {"backup_file", RpcType::Text},
          {"load_on_startup", RpcType::Flag, kOptional}},
         true,
         "Opens a copy of a wallet file under a name that no wallet has.",
         restoreWallet},
        {group,
         "unloadwallet",
         {{"wallet_name", RpcType::Text, kOptional}, {"load_on_startup", RpcType::Flag, kOptional}},
         true,
         "Closes a wallet; the others stay open.",
         unloadWallet},
    };
}

} // namespace rest
