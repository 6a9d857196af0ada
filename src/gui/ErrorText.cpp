#include "gui/ErrorText.h"

#include "consensus/Reject.h"
#include "gui/Format.h"
#include "node/NodeTypes.h"
#include "script/Address.h"
#include "wallet/PaymentLink.h"
#include "wallet/SpeedUp.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(gui::ErrorText)
};

QString shortfall(const node::PayFailure& failure) {
    if (failure.available.satoshi() <= 0) {
        return ErrorWords::tr(
            "There is nothing to spend yet: mine a block, or receive a payment, and wait until "
            "it has matured.");
    }
    return ErrorWords::
        tr("With the fee this takes %1, but only %2 can be spent now. Lower the amount, or take everything.")
            .arg(format().withUnit(failure.needed), format().withUnit(failure.available));
}

QString tooManyCoins(const node::PayFailure& failure) {
    return ErrorWords::tr(
               "This takes more coins than fit in one payment: at most %1 can go at once. Send that "
               "first, or join small coins by a payment to yourself.")
        .arg(format().withUnit(failure.available));
}

/// What speaks against a payment before anybody else is asked.
QString planError(wallet::PaymentError error) {
    using enum wallet::PaymentError;
    switch (error) {
    case NoRecipient:
        return ErrorWords::tr("Nobody is named yet: enter the address that gets the payment.");
    case AmountZero:
        return ErrorWords::tr("A payment needs an amount above zero.");
    case AmountTooSmall:
        return ErrorWords::tr("The amount is so small that spending it would cost more than it is worth; the "
                              "network does not pass it on.");
    case AmountOutOfRange:
        return ErrorWords::tr("There are not that many coins.");
    case FeeTooLow:
        return ErrorWords::tr("The fee is below what the network passes on. Move it up.");
    case FeeTooHigh:
        return ErrorWords::tr("The fee is so high that it looks like a slip. Move it down.");
    case CoinNotAvailable:
        return ErrorWords::tr(
            "A coin chosen for this payment cannot be spent any more. Choose the coins again.");
    default:
        return {};
    }
}

/// What stopped one that was planned.
QString commitError(wallet::PaymentError error) {
    using enum wallet::PaymentError;
    switch (error) {
    case Locked:
        return ErrorWords::tr("The wallet is locked. Nothing was sent; enter the passphrase first.");
    case Store:
        return ErrorWords::tr("The wallet file could not be written, so nothing was sent. Check the disk.");
    case Uncertain:
        return ErrorWords::tr(
            "The disk failed while the payment was being written down. Start Cairn again and "
            "look whether it was made before you pay once more.");
    case CoinsChanged:
        return ErrorWords::tr("The coins changed, so nothing was sent. Look at the payment again.");
    case NoKey:
        return ErrorWords::tr(
            "This wallet does not have all the keys that the coins need, so nothing was sent.");
    case NoWallet:
        return ErrorWords::tr("No wallet is open, so nothing was sent. Open one first.");
    case NotAllowed:
        return ErrorWords::tr("The payment was refused. Nothing was sent.");
    case Unanswered:
        return ErrorWords::tr("Nobody answered in time. Nothing was sent.");
    case TooManyQuestions:
        return ErrorWords::tr("Too many programs ask at once. Nothing was sent; try again later.");
    default:
        return ErrorWords::tr("The node refused the payment. Nothing was sent and your coins are unchanged.");
    }
}

} // namespace

QString errorText(const consensus::Rejection& rejection) {
    using enum consensus::Reject;
    switch (rejection.reason) {
    case MempoolMinFee:
    case MinRelayFee:
        return ErrorWords::tr(
            "The fee is below what the node passes on. Nothing was sent; raise the fee and try again.");
    case InsufficientFee:
        return ErrorWords::tr(
            "A payment with the same coins waits already and pays more. Nothing was sent; raise the fee.");
    case MempoolFull:
        return ErrorWords::tr(
            "Too many payments are waiting, all with higher fees. Nothing was sent; raise the fee, or wait.");
    case DiskFailed:
        return ErrorWords::tr(
            "The disk failed, so the node takes no payments. Nothing was sent; check the disk "
            "and start Cairn again.");
    case Dust:
        return ErrorWords::tr(
            "One amount is too small to be passed on. Nothing was sent; send more, or leave it out.");
    case ImmatureCoinbase:
        return ErrorWords::tr(
            "A mined coin in it has not matured yet. Nothing was sent; it can be spent in a few blocks.");
    case MissingOrSpent:
    case MissingInputs:
    case MempoolConflict:
        return ErrorWords::tr(
            "A coin in it has been spent elsewhere. Nothing was sent; try again with the coins of now.");
    case AlreadyInMempool:
    case SameNonWitnessData:
    case AlreadyKnown:
        return ErrorWords::tr("The network knows this payment already; it need not be sent again.");
    case TooLongChain:
        return ErrorWords::tr(
            "It builds on a long row of payments that are still waiting. Nothing was sent; wait "
            "for the next block.");
    default:
        return ErrorWords::tr(
                   "The node refused the payment (%1). Nothing was sent and your coins are unchanged.")
            .arg(QString::fromStdString(consensus::describe(rejection)));
    }
}

QString errorText(const node::PayFailure& failure) {
    if (failure.error == wallet::PaymentError::InsufficientFunds) return shortfall(failure);
    if (failure.error == wallet::PaymentError::TooManyInputs) return tooManyCoins(failure);
    if (failure.error == wallet::PaymentError::Refused && failure.rejection)
        return errorText(*failure.rejection);
    const QString plan = planError(failure.error);
    return plan.isEmpty() ? commitError(failure.error) : plan;
}

QString errorText(const wallet::SpeedUpFailure& failure) {
    using enum wallet::SpeedUpError;
    switch (failure.error) {
    case Confirmed:
        return ErrorWords::tr("A block has this payment already.");
    case NotWaiting:
        return ErrorWords::tr("This payment was replaced, given up or lost: there is nothing to speed up.");
    case NotInMempool:
        return ErrorWords::tr("It can be made faster only once the node has it again.");
    case NotOurs:
        return ErrorWords::tr(
            "Others pay for it, and nothing of it is free to you: only they can speed it up.");
    case NotReplaceable:
        return ErrorWords::tr("This payment says that it may not be replaced.");
    case OwnBuildsOn:
        return ErrorWords::tr("Another payment of yours builds on it: speed that one up.");
    case OthersBuildOn:
        return ErrorWords::tr("Who was paid has spent it already: replacing it would undo that.");
    case RateNotHigher:
        return ErrorWords::tr("It pays as much as it needs: more would change nothing.");
    case RateTooHigh:
        return ErrorWords::tr("The fee is so high that it looks like a slip. Move it down.");
    case NoCoins:
    case NothingLeft:
        return ErrorWords::tr("The fee would be %1, and there are not enough coins for that.")
            .arg(format().withUnit(failure.needed));
    case NotFound:
    case BadChangeOutput:
    case NoWallet:
        break;
    }
    return ErrorWords::tr("The wallet has no such payment that waits.");
}

QString errorText(wallet::PaymentLinkError error, const QString& network) {
    using enum wallet::PaymentLinkError;
    switch (error) {
    case NotALink:
    case NoAddress:
        return ErrorWords::tr("This link names no address. Ask for another one.");
    case TooLong:
        return ErrorWords::tr("This text is too long for an address or a payment link. Copy it again.");
    case OtherScheme:
        return ErrorWords::tr("This is no payment link of %1. It may belong to another network.")
            .arg(network);
    case BadAmount:
        return ErrorWords::tr("The amount in this link cannot be read. Ask for another one.");
    case Repeated:
        return ErrorWords::tr(
            "This link says the same thing twice, so it is not clear what it asks for. Ask for "
            "another one.");
    case UnknownRequired:
        return ErrorWords::tr(
            "This link asks for something that Cairn does not know, and forbids to leave it out. "
            "Ask for a plain address.");
    case BadEscape:
        return ErrorWords::tr("This link is damaged. Copy it again from where it came.");
    }
    return {};
}

QString errorText(script::AddressError error, const QString& network) {
    switch (error) {
    case script::AddressError::Malformed:
        return ErrorWords::tr(
            "This is no address: a character is missing or wrong. Copy it again from where it came.");
    case script::AddressError::WrongNetwork:
        return ErrorWords::tr(
                   "This address belongs to another network than %1. Coins sent there would be lost.")
            .arg(network);
    case script::AddressError::WrongLength:
        return ErrorWords::tr("This address has a length that no payment can go to. Copy it again.");
    }
    return {};
}

} // namespace gui
