// JSON-RPC: names of addresses, and copies of the wallet file.
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"

#include <QDir>

namespace rest {

namespace {

RpcHandled setLabel(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    const auto label = call.params.text(1);
    if (!address) return fail(address.error());
    if (!label) return fail(label.error());
    call.then(
        context, context.node.wallet().setAddressLabel(*address, *label),
        [reply = call.reply, address = *address](const node::WalletAccess::Reply<void>& done) {
            if (!done) return reply(fail(noWallet()));
            if (*done) return reply(JsonWriter().null().take());
            if (done->error().error != wallet::WalletError::NotFound)
                return reply(fail(RpcError{
                    kWalletMisc, QStringLiteral("The wallet cannot be written: look whether the disk is "
                                                "full. Nothing has changed.")}));
            reply(fail(RpcError{rpc::kNotFound, QStringLiteral("%1 is no address that this wallet gave out.")
                                                    .arg(QString::fromStdString(address.substr(0, 100)))}));
        });
    return {};
}

QString backupProblem(const storage::StorageError& error) {
    using Kind = storage::StorageError::Kind;
    if (error.kind == Kind::Full) return QStringLiteral("there is no space left on the disk.");
    if (error.kind == Kind::ReadOnly) return QStringLiteral("the destination may not be written.");
    if (error.kind == Kind::Damaged) return QStringLiteral("the wallet file is damaged.");
    return QStringLiteral("the destination exists already or cannot be written.");
}

RpcHandled backupWallet(const RouteContext& context, const RpcCall& call) {
    const auto destination = call.params.text(0);
    if (!destination) return fail(destination.error());
    const QString path = QString::fromStdString(*destination);
    if (!QDir::isAbsolutePath(path))
        return fail(
            RpcError{rpc::kBadParameter, QStringLiteral("The destination must be an absolute path.")});
    node::onResult(
        context.node.wallet().backUp(path), context.io,
        [reply = call.reply,
         &node = context.node](const std::optional<Result<void, storage::StorageError>>& written) {
            if (!written) return reply(fail(noWallet(node.wallet().status()->problem)));
            if (!*written)
                return reply(fail(RpcError{
                    kWalletMisc,
                    QStringLiteral("Error: Wallet backup failed: %1").arg(backupProblem(written->error()))}));
            reply(JsonWriter().null().take());
        },
        [reply = call.reply] { reply(fail(nodeStopping())); });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcWalletUpkeepMethods() {
    const char* group = "Wallet";
    return {
        {group,
         "backupwallet",
         {{"destination", RpcType::Text}},
         true,
         "Writes a copy of the wallet file to a path where there is none.",
         backupWallet,
         "control"},
        {group,
         "setlabel",
         {{"address", RpcType::Text}, {"label", RpcType::Text}},
         true,
         "Names an address of the wallet.",
         setLabel,
         "wallet"},
    };
}

} // namespace rest
