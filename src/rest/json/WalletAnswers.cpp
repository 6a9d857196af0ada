#include "rest/json/WalletAnswers.h"

#include "rest/json/JsonWriter.h"
#include "rest/json/WalletWords.h"
#include "util/Log.h"

namespace rest {

namespace {

HttpResponse outOfMoney(const node::PayFailure& failure) {
    JsonWriter json;
    json.beginObject()
        .member("error", "Insufficient funds: " + toDecimal(failure.available) + " can be spent now, " +
                             toDecimal(failure.needed) + " are needed with the fee.")
        .member("code", "insufficient-funds");
    json.amount("available", failure.available).amount("needed", failure.needed).endObject();
    return jsonResponse(json.take(), 400);
}

/// How much can go at once, and what to do about it.
HttpResponse tooManyCoins(const node::PayFailure& failure) {
    JsonWriter json;
    json.beginObject()
        .member("error", "The payment takes more coins than fit in one: at most " +
                             toDecimal(failure.available) + " can go at once, of " +
                             std::to_string(failure.coins) +
                             " coins. Send less, or join coins first by a payment to yourself.")
        .member("code", "too-many-coins");
    json.amount("available", failure.available).member("coins", failure.coins).endObject();
    return jsonResponse(json.take(), 400);
}

HttpResponse refusedByMempool(const consensus::Rejection& rejection) {
    const QString reason = QString::fromStdString(consensus::toString(rejection));
    return errorResponse(409, QStringLiteral("The network's rules refuse the payment: %1.").arg(reason),
                         reason);
}

/// What an error answers: status, code, sentence.
struct Refusal {
    int status;
    const char* code;
    const char* sentence;
};

Refusal refusalOf(wallet::PaymentError error) {
    using enum wallet::PaymentError;
    switch (error) {
    case Locked:
        return {403, "wallet-locked",
                "The wallet is locked. Unlock it in the window, or start with --wallet-passphrase-file."};
    case AmountTooSmall:
        return {400, "dust", "The amount is too small to be worth its fee (dust)."};
    case AmountZero:
    case AmountOutOfRange:
    case NoRecipient:
        return {400, "bad-amount",
                "amount must be a positive number of coins with at most 8 decimals, like 1.5, without zeros "
                "in front."};
    case FeeTooLow:
    case FeeTooHigh:
        return {400, "bad-fee", "The fee rate is out of range."};
    case Store:
        return {500, "wallet", "The wallet file cannot be written; nothing was sent."};
    case Uncertain:
        return {500, "uncertain", kUncertainPayment};
    case CoinsChanged:
        return {409, "coins-changed",
                "The coins of the wallet changed meanwhile; nothing was sent. Ask again."};
    case NotAllowed:
        return {403, "not-allowed", "The payment was not allowed in the window (setting api_spending)."};
    case Unanswered:
        return {403, "not-allowed",
                "Nobody answered in the window within a minute (setting api_spending); nothing was sent."};
    case TooManyQuestions:
        return {429, "too-many-questions",
                "The window asks about other payments already; nothing was sent. Try again later."};
    default:
        return {400, "coins", "The payment needs coins that cannot be used together."};
    }
}

} // namespace

HttpResponse noWalletResponse(const std::optional<node::WalletProblem>& problem) {
    return errorResponse(
        409,
        problem ? QStringLiteral("No wallet is open. %1").arg(walletProblemSentence(*problem))
                : QStringLiteral("No wallet is open. Open one in the window, or start with --wallet NAME."),
        QStringLiteral("no-wallet"));
}

QString walletFileWords(wallet::WalletError error) {
    if (error == wallet::WalletError::Uncertain)
        return QStringLiteral(
            "The disk failed while the wallet was being written. Start Cairn again and look "
            "whether this was done before trying it once more.");
    return QStringLiteral(
        "The wallet cannot be written: look whether the disk is full, or may not be written. Nothing has "
        "changed.");
}

HttpResponse walletFailed(const wallet::WalletFailure& failure) {
    if (failure.error == wallet::WalletError::NoAddress)
        return errorResponse(
            409, QStringLiteral("This wallet hands out no addresses: it has none but single ones."),
            QStringLiteral("no-address"));
    util::logError("wallet", failure.detail);
    return errorResponse(500, walletFileWords(failure.error),
                         failure.error == wallet::WalletError::Uncertain ? QStringLiteral("uncertain")
                                                                         : QStringLiteral("wallet"));
}

HttpResponse refused(const node::PayFailure& failure) {
    using enum wallet::PaymentError;
    if (failure.error == NoWallet) return noWalletResponse();
    if (failure.error == InsufficientFunds) return outOfMoney(failure);
    if (failure.error == TooManyInputs) return tooManyCoins(failure);
    if (failure.error == Refused && failure.rejection) return refusedByMempool(*failure.rejection);
    const Refusal refusal = refusalOf(failure.error);
    return errorResponse(refusal.status, QString::fromLatin1(refusal.sentence),
                         QString::fromLatin1(refusal.code));
}

} // namespace rest
