#include "gui/ErrorText.h"

#include "consensus/Reject.h"
#include "gui/Format.h"
#include "node/NodeTypes.h"
#include "script/Address.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(gui::ErrorText)
};

QString shortfall(const wallet::PaymentFailure& failure) {
    if (failure.available.satoshi() <= 0) {
        return Words::tr("There is nothing to spend yet: mine a block, or receive a payment, and wait until "
                         "it has matured.");
    }
    return Words::
        tr("With the fee this takes %1, but only %2 can be spent now. Lower the amount, or take everything.")
            .arg(format().withUnit(failure.needed), format().withUnit(failure.available));
}

} // namespace

QString errorText(const wallet::PaymentFailure& failure) {
    using enum wallet::PaymentError;
    switch (failure.error) {
    case NoRecipient:
        return Words::tr("Nobody is named yet: enter the address that gets the payment.");
    case AmountZero:
        return Words::tr("A payment needs an amount above zero.");
    case AmountTooSmall:
        return Words::tr("The amount is so small that spending it would cost more than it is worth; the "
                         "network does not pass it on.");
    case AmountOutOfRange:
        return Words::tr("There are not that many coins.");
    case InsufficientFunds:
        return shortfall(failure);
    case FeeTooLow:
        return Words::tr("The fee is below what the network passes on. Move it up.");
    case FeeTooHigh:
        return Words::tr("The fee is so high that it looks like a slip. Move it down.");
    case CoinNotAvailable:
        return Words::tr(
            "A coin chosen for this payment has been spent meanwhile. Nothing was sent; try again.");
    case Locked:
        return Words::tr("The wallet is locked. Nothing was sent; enter the passphrase first.");
    case TooManyInputs:
        return Words::tr(
            "The amount is spread over too many small coins for one payment. Send a smaller part first.");
    case Store:
        return Words::tr(
            "The wallet file could not be written, so nothing was signed or sent. Check the disk.");
    }
    return {};
}

QString errorText(const consensus::Rejection& rejection) {
    using enum consensus::Reject;
    switch (rejection.reason) {
    case MempoolMinFee:
    case MinRelayFee:
        return Words::tr(
            "The fee is below what the node passes on. Nothing was sent; raise the fee and try again.");
    case InsufficientFee:
        return Words::tr(
            "A payment with the same coins waits already and pays more. Nothing was sent; raise the fee.");
    case MempoolFull:
        return Words::tr(
            "Too many payments are waiting, all with higher fees. Nothing was sent; raise the fee, or wait.");
    case Dust:
        return Words::tr(
            "One amount is too small to be passed on. Nothing was sent; send more, or leave it out.");
    case ImmatureCoinbase:
        return Words::tr(
            "A mined coin in it has not matured yet. Nothing was sent; it can be spent in a few blocks.");
    case MissingOrSpent:
    case MissingInputs:
    case MempoolConflict:
        return Words::tr(
            "A coin in it has been spent elsewhere. Nothing was sent; try again with the coins of now.");
    case AlreadyInMempool:
    case SameNonWitnessData:
    case AlreadyKnown:
        return Words::tr("The network knows this payment already; it need not be sent again.");
    case TooLongChain:
        return Words::tr("It builds on a long row of payments that are still waiting. Nothing was sent; wait "
                         "for the next block.");
    default:
        return Words::tr("The node refused the payment (%1). Nothing was sent and your coins are unchanged.")
            .arg(QString::fromStdString(consensus::describe(rejection)));
    }
}

QString errorText(const node::PayFailure& failure) {
    if (failure.payment) return errorText(*failure.payment);
    if (failure.rejection) return errorText(*failure.rejection);
    return failure.walletProblem;
}

QString errorText(script::AddressError error, const QString& network) {
    switch (error) {
    case script::AddressError::Malformed:
        return Words::tr(
            "This is no address: a character is missing or wrong. Copy it again from where it came.");
    case script::AddressError::WrongNetwork:
        return Words::tr("This address belongs to another network than %1. Coins sent there would be lost.")
            .arg(network);
    case script::AddressError::WrongLength:
        return Words::tr("This address has a length that no payment can go to. Copy it again.");
    }
    return {};
}

} // namespace gui
