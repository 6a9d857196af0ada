// JSON-RPC: wallets as files, made, opened, closed and restored. One is open at a time.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "wallet/Accounts.h"

#include <QDir>

namespace rest {

namespace {

constexpr int kAlreadyLoaded = -35;

/// Whether a wallet is opened at the start is a setting of the node, not of a call.
std::optional<RpcError> refusedAtStart(const RpcParams& params, std::size_t index) {
    const auto wanted = params.flag(index, false);
    if (!wanted) return wanted.error();
    if (!*wanted) return std::nullopt;
    return RpcError{
        rpc::kBadParameter,
        QStringLiteral("load_on_startup: the wallet that a start opens is chosen with --wallet NAME.")};
}

auto opened(const RpcCall& call, const std::string& name, const QString& warning = {}) {
    return [reply = call.reply, name, warning](const Result<void, QString>& done) {
        if (!done) return reply(fail(RpcError{kWalletMisc, done.error()}));
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
    return refusedAtStart(params, 6);
}

RpcHandled createWallet(const RouteContext& context, const RpcCall& call) {
    const auto name = call.params.text(0);
    const auto isWatchOnly = call.params.flag(1, false), isBlank = call.params.flag(2, false);
    const auto passphrase = call.params.text(3, "");
    if (!name) return fail(name.error());
    if (!isWatchOnly) return fail(isWatchOnly.error());
    if (!isBlank) return fail(isBlank.error());
    if (!passphrase) return fail(passphrase.error());
    if (auto refused = refusedForm(call.params)) return fail(*refused);
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
    call.then(context, context.node.wallet().create(QString::fromStdString(*name), std::move(start)),
              opened(call, *name,
                     isEmptyText
                         ? QStringLiteral("Empty string given as passphrase, wallet will not be encrypted.")
                         : QString()));
    return {};
}

RpcHandled loadWallet(const RouteContext& context, const RpcCall& call) {
    const auto name = call.params.text(0);
    if (!name) return fail(name.error());
    if (auto refused = refusedAtStart(call.params, 1)) return fail(*refused);
    const QString file = QString::fromStdString(*name);
    const auto status = context.node.wallet().status();
    if (status->isOpen && status->name == file)
        return fail(RpcError{kAlreadyLoaded, QStringLiteral("Wallet \"%1\" is already loaded.").arg(file)});
    if (!context.node.wallet().names().contains(file))
        return fail(RpcError{rpc::kNoWallet, QStringLiteral("There is no wallet named \"%1\".").arg(file)});
    call.then(context, context.node.wallet().open(file), opened(call, *name));
    return {};
}

RpcHandled unloadWallet(const RouteContext& context, const RpcCall& call) {
    const auto name = call.params.text(0, call.wallet.value_or(QString()).toStdString());
    if (!name) return fail(name.error());
    if (auto refused = refusedAtStart(call.params, 1)) return fail(*refused);
    if (name->empty())
        return fail(
            RpcError{rpc::kBadParameter,
                     QStringLiteral("Either the RPC endpoint wallet or the wallet name parameter must be "
                                    "provided")});
    call.then(context, context.node.wallet().closeNamed(QString::fromStdString(*name)),
              [reply = call.reply](bool wasOpen) {
                  if (!wasOpen)
                      return reply(
                          fail(RpcError{rpc::kNoWallet,
                                        QStringLiteral("Requested wallet does not exist or is not loaded")}));
                  reply(JsonWriter().beginObject().endObject().take());
              });
    return {};
}

RpcHandled restoreWallet(const RouteContext& context, const RpcCall& call) {
    const auto name = call.params.text(0), backup = call.params.text(1);
    if (!name) return fail(name.error());
    if (!backup) return fail(backup.error());
    if (auto refused = refusedAtStart(call.params, 2)) return fail(*refused);
    const QString path = QString::fromStdString(*backup);
    if (!QDir::isAbsolutePath(path) || !QFileInfo(path).isFile())
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Backup file does not exist")});
    call.then(context, context.node.wallet().restore(QString::fromStdString(*name), path),
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
         "Makes a wallet and opens it in place of the one that is open.",
         createWallet},
        {group,
         "loadwallet",
         {{"filename", RpcType::Text}, {"load_on_startup", RpcType::Flag, kOptional}},
         true,
         "Opens a wallet in place of the one that is open.",
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
         "Closes the wallet.",
         unloadWallet},
    };
}

} // namespace rest
