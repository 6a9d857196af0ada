// JSON-RPC: payments given up, rescans, names of addresses, locks, and copies of the wallet file.
#include "rest/json/JsonWriter.h"
#include "rest/json/WalletWords.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcWalletCall.h"
#include "rest/rpc/RpcWalletHistory.h"
#include "wallet/Vault.h"

#include <QDir>

#include <algorithm>

namespace rest {

namespace {

constexpr int kWrongPassphrase = -14, kWrongState = -15, kCannotEncrypt = -16;
constexpr std::int64_t kMostSeconds = 100'000'000; ///< as Core's

RpcError emptyPassphrase() {
    return {rpc::kBadParameter, QStringLiteral("passphrase cannot be empty")};
}

RpcHandled setLabel(const RouteContext& context, const RpcCall& call) {
    const auto address = call.params.text(0);
    const auto label = labelOf(call.params, 1);
    if (!address) return fail(address.error());
    if (!label) return fail(label.error());
    call.then(
        context, walletOf(context, call).setAddressLabel(*address, *label),
        [reply = call.reply, address = *address](const node::WalletAccess::Reply<void>& done) {
            if (!done) return reply(fail(noWallet()));
            if (*done) return reply(JsonWriter().null().take());
            if (done->error().error != wallet::WalletError::NotFound)
                return reply(fail(walletNotWritten(done->error().error)));
            reply(fail(RpcError{rpc::kNotFound, QStringLiteral("%1 is no address that this wallet gave out.")
                                                    .arg(QString::fromStdString(address.substr(0, 100)))}));
        });
    return {};
}

RpcHandled abandonTransaction(const RouteContext& context, const RpcCall& call) {
    const auto txid = call.params.txid(0);
    if (!txid) return fail(txid.error());
    auto known = walletOf(context, call).ask([txid = *txid](const wallet::Wallet& wallet, std::int32_t) {
        return wallet.transaction(txid).has_value();
    });
    call.then(context, known, [context, txid = *txid, call](const std::optional<bool>& isKnown) {
        if (!isKnown) return call.reply(fail(noWallet()));
        if (!*isKnown)
            return call.reply(
                fail(RpcError{rpc::kNotFound, QStringLiteral("Invalid or non-wallet transaction id")}));
        call.then(context, walletOf(context, call).abandon(txid),
                  [reply = call.reply](const node::WalletAccess::Reply<void>& done) {
                      if (!done) return reply(fail(noWallet()));
                      if (*done) return reply(JsonWriter().null().take());
                      if (done->error().error == wallet::WalletError::NotFound)
                          return reply(fail(RpcError{
                              rpc::kNotFound, QStringLiteral("Transaction not eligible for abandonment")}));
                      reply(fail(walletNotWritten(done->error().error)));
                  });
    });
    return {};
}

RpcHandled rescanBlockchain(const RouteContext& context, const RpcCall& call) {
    const std::int32_t tip = context.node.chain().status()->tip.height;
    const auto first = call.params.integer(0, 0);
    const auto last = call.params.integer(1, tip);
    if (!first) return fail(first.error());
    if (!last) return fail(last.error());
    if (*first < 0 || *first > tip)
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Invalid start_height")});
    if (*last < 0 || *last > tip)
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Invalid stop_height")});
    if (*last < *first)
        return fail(
            RpcError{rpc::kBadParameter, QStringLiteral("stop_height must be greater than start_height")});
    call.then(context, walletOf(context, call).rescan(std::int32_t(*first), std::int32_t(*last)),
              [reply = call.reply, first = *first](const std::optional<std::optional<std::int32_t>>& ended) {
                  if (!ended) return reply(fail(noWallet()));
                  if (!*ended) return reply(fail(RpcError{rpc::kMisc, QStringLiteral("Rescan aborted.")}));
                  JsonWriter json;
                  json.beginObject().member("start_height", first).member("stop_height", **ended);
                  reply(json.endObject().take());
              });
    return {};
}

RpcHandled abortRescan(const RouteContext& context, const RpcCall& call) {
    call.then(context, walletOf(context, call).abortRescan(),
              [reply = call.reply](const std::optional<bool>& wasThere) {
                  if (!wasThere) return reply(fail(noWallet()));
                  reply(JsonWriter().value(*wasThere).take());
              });
    return {};
}

RpcError notEncrypted(const char* method) {
    return {kWrongState, QStringLiteral("Error: running with an unencrypted wallet, but %1 was called.")
                             .arg(QLatin1String(method))};
}

/// `tried` with a zero byte in it often comes of another program's way to keep text.
RpcError passphraseIsWrong(std::string_view tried, const char* which) {
    if (tried.find('\0') == std::string_view::npos)
        return {kWrongPassphrase, QStringLiteral("Error: The wallet passphrase entered was incorrect.")};
    return {
        kWrongPassphrase,
        QStringLiteral("Error: The %1wallet passphrase entered is incorrect. It contains a null character "
                       "(ie - a zero byte). If that is its last one, leave it out.")
            .arg(QLatin1String(which))};
}

/// `tried`: the passphrase that is to open the wallet; `which`: "old " where there are two.
RpcError passphraseProblem(wallet::WalletError error, const char* method, std::string_view tried,
                           const char* which = "") {
    switch (error) {
    case wallet::WalletError::NotEncrypted:
        return notEncrypted(method);
    case wallet::WalletError::AlreadyEncrypted:
        return {kWrongState, QStringLiteral("Error: running with an encrypted wallet, but %1 was called.")
                                 .arg(QLatin1String(method))};
    case wallet::WalletError::WrongPassphrase:
    case wallet::WalletError::EndsInZero:
        return passphraseIsWrong(tried, which);
    case wallet::WalletError::Damaged:
        return {kWalletMisc, QStringLiteral("The wallet file is damaged.")};
    default:
        return walletNotWritten(error);
    }
}

RpcHandled walletPassphrase(const RouteContext& context, const RpcCall& call) {
    const auto passphrase = call.params.text(0);
    const auto seconds = call.params.integer(1);
    if (!passphrase) return fail(passphrase.error());
    if (!seconds) return fail(seconds.error());
    if (passphrase->empty()) return fail(emptyPassphrase());
    if (*seconds < 0)
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("Timeout cannot be negative.")});
    call.then(context,
              walletOf(context, call)
                  .unlockFor(crypto::SecretString(passphrase->begin(), passphrase->end()),
                             int(std::min(*seconds, kMostSeconds))),
              [reply = call.reply,
               tried = wallet::secretText(*passphrase)](const node::WalletAccess::Reply<void>& done) {
                  if (!done) return reply(fail(noWallet()));
                  if (*done) return reply(JsonWriter().null().take());
                  reply(fail(passphraseProblem(done->error().error, "walletpassphrase", tried)));
              });
    return {};
}

RpcHandled walletLock(const RouteContext& context, const RpcCall& call) {
    auto encrypted = walletOf(context, call).ask([](const wallet::Wallet& wallet, std::int32_t) {
        return wallet.isEncrypted();
    });
    call.then(context, encrypted, [context, call](const std::optional<bool>& isEncrypted) {
        if (!isEncrypted) return call.reply(fail(noWallet()));
        if (!*isEncrypted) return call.reply(fail(notEncrypted("walletlock")));
        call.then(context, walletOf(context, call).lock(),
                  [reply = call.reply](const std::optional<bool>& done) {
                      reply(done ? RpcResult(JsonWriter().null().take()) : RpcResult(fail(noWallet())));
                  });
    });
    return {};
}

/// `then` answers when the passphrase is another one.
template <class F>
void changePassphrase(const RouteContext& context, const RpcCall& call, std::string_view old,
                      std::string_view fresh, const char* method, F then) {
    if (wallet::endsInZero(fresh))
        return call.reply(fail(RpcError{rpc::kBadParameter, passphraseEndsInZero()}));
    call.then(context,
              walletOf(context, call)
                  .changePassphrase(crypto::SecretString(old.begin(), old.end()),
                                    crypto::SecretString(fresh.begin(), fresh.end())),
              [reply = call.reply, method, then,
               tried = wallet::secretText(old)](const node::WalletAccess::Reply<void>& done) {
                  if (!done) return reply(fail(noWallet()));
                  if (!*done)
                      return reply(fail(passphraseProblem(done->error().error, method, tried, "old ")));
                  then();
              });
}

auto encryptedReply(const RpcCall& call) {
    return [reply = call.reply](const std::optional<bool>& isLocked) {
        if (!isLocked) return reply(fail(noWallet()));
        reply(JsonWriter()
                  .value("The wallet is encrypted and locked. Its recovery words are as they were.")
                  .take());
    };
}

RpcHandled encryptWallet(const RouteContext& context, const RpcCall& call) {
    const auto passphrase = call.params.text(0);
    if (!passphrase) return fail(passphrase.error());
    if (passphrase->empty()) return fail(emptyPassphrase());
    auto hasNoKeys = walletOf(context, call).ask([](const wallet::Wallet& wallet, std::int32_t) {
        return wallet.isWatchOnly();
    });
    call.then(
        context, hasNoKeys,
        [context, call, fresh = wallet::secretText(*passphrase)](const std::optional<bool>& watches) {
            if (!watches) return call.reply(fail(noWallet()));
            if (*watches)
                return call.reply(fail(RpcError{
                    kCannotEncrypt, QStringLiteral("Error: wallet does not contain private keys, nothing to "
                                                   "encrypt.")}));
            changePassphrase(context, call, {}, fresh, "encryptwallet", [context, call] {
                call.then(context, walletOf(context, call).lock(), encryptedReply(call));
            });
        });
    return {};
}

RpcHandled walletPassphraseChange(const RouteContext& context, const RpcCall& call) {
    const auto old = call.params.text(0);
    const auto fresh = call.params.text(1);
    if (!old) return fail(old.error());
    if (!fresh) return fail(fresh.error());
    if (old->empty() || fresh->empty()) return fail(emptyPassphrase());
    changePassphrase(context, call, *old, *fresh, "walletpassphrasechange",
                     [reply = call.reply] { reply(JsonWriter().null().take()); });
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
        walletOf(context, call).backUp(path), context.io,
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
         "abortrescan",
         {},
         true,
         "Ends a rescan of the wallet; what it found so far stays. False when there is none.",
         abortRescan,
         "control"},
        {group,
         "rescanblockchain",
         {{"start_height", RpcType::Integer, kOptional}, {"stop_height", RpcType::Integer, kOptional}},
         true,
         "Looks for payments of the wallet in these blocks once more.",
         rescanBlockchain,
         "control"},
        {group,
         "abandontransaction",
         {{"txid", RpcType::Hash}},
         true,
         "Gives up a payment that is neither in a block nor in the mempool; its coins are free again.",
         abandonTransaction,
         "spend"},
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
        {group,
         "encryptwallet",
         {{"passphrase", RpcType::Text}},
         true,
         "Encrypts the wallet file, and locks it.",
         encryptWallet,
         "control"},
        {group,
         "walletpassphrasechange",
         {{"oldpassphrase", RpcType::Text}, {"newpassphrase", RpcType::Text}},
         true,
         "Encrypts the wallet file with another passphrase.",
         walletPassphraseChange,
         "control"},
        {group, "walletlock", {}, true, "Locks the wallet.", walletLock, "spend"},
        {group,
         "walletpassphrase",
         {{"passphrase", RpcType::Text}, {"timeout", RpcType::Integer}},
         true,
         "Unlocks the wallet for so many seconds.",
         walletPassphrase,
         "spend"},
    };
}

} // namespace rest
