#include "gui/wallet/WaitingWords.h"

#include "gui/Format.h"

#include <QCoreApplication>

namespace gui {

namespace {

struct WaitingWords {
    Q_DECLARE_TR_FUNCTIONS(gui::WaitingWords)
};

QString feeSentence(const node::WaitReason& reason) {
    QString out = WaitingWords::tr("The next blocks are full. They take payments from <b>%1</b>, yours pays "
                                   "<b>%2</b>.")
                      .arg(rateText(reason.nextPerKvB), rateText(reason.feePerKvB)) +
                  QLatin1Char(' ') +
                  WaitingWords::tr("%n payment(s) stand before it.", nullptr, int(reason.paymentsBefore));
    if (reason.seconds > 0)
        out += QLatin1Char(' ') +
               WaitingWords::tr("It waits about <b>%1</b> more, and nothing is lost meanwhile.")
                   .arg(format().duration(double(reason.seconds)));
    return out;
}

QString absenceSentence(const node::WaitReason& reason) {
    using enum wallet::Absence;
    switch (reason.absence.value_or(Unsent)) {
    case Evicted:
        return WaitingWords::tr("The node has no room for it now: others that pay more wait.");
    case TooCheap:
        return WaitingWords::tr("It pays less than the node passes on now.");
    case Expired:
        return WaitingWords::tr("It waited so long that the node gave it up.");
    case TooLongChain:
        return WaitingWords::tr(
            "Too many payments that wait build on one another; the next block makes room.");
    case Unfit:
        return WaitingWords::tr("A coin that it spends is not there now.");
    case Unsent:
        return WaitingWords::tr("The node does not have it yet.");
    default:
        return WaitingWords::tr("The node does not take it as it is.");
    }
}

QString outsideSentence(const node::WaitReason& reason) {
    QString out = absenceSentence(reason) + QLatin1Char(' ');
    if (reason.nextOffer)
        return out + WaitingWords::tr("It is offered again at <b>%1</b>; its coins stay put till then.")
                         .arg(format().clock(*reason.nextOffer));
    return out + WaitingWords::tr("It is offered again by itself; its coins stay put till then.");
}

QString lockSentence(std::uint32_t lockTime) {
    constexpr std::uint32_t kTimes = 500'000'000; // below: heights
    if (lockTime < kTimes)
        return WaitingWords::tr("It says itself that no block before <b>%1</b> may take it.")
            .arg(Format::count(lockTime + 1));
    return WaitingWords::tr("It says itself that no block before <b>%1</b> may take it.")
        .arg(format().exactTime(lockTime));
}

} // namespace

QString rateText(std::int64_t feePerKvB) {
    return Format::feeRate(double(feePerKvB) / 1000);
}

QString waitingSentence(const node::WaitReason& reason) {
    using enum node::WaitCause;
    switch (reason.cause) {
    case NextBlock:
        return WaitingWords::tr("Nothing is in its way: it pays <b>%1</b>, and the next block takes it.")
            .arg(rateText(reason.feePerKvB));
    case FeeTooLow:
        return feeSentence(reason);
    case CheapParent:
        return WaitingWords::tr("It pays enough (<b>%1</b>), but it builds on another that waits: together "
                                "they pay <b>%2</b>, and the next blocks take payments from <b>%3</b>.")
            .arg(rateText(reason.ownFeePerKvB), rateText(reason.feePerKvB), rateText(reason.nextPerKvB));
    case MissingParent:
        return WaitingWords::tr("It builds on another payment that the node does not have now. Both are "
                                "offered again by themselves.");
    case Locked:
        return lockSentence(reason.lockTime);
    case NoBlocks:
        return WaitingWords::tr(
                   "There was no block for <b>%1</b>: nobody mines. It is next when somebody does.")
            .arg(format().duration(double(reason.seconds)));
    case Alone:
        return WaitingWords::tr(
            "No other node is connected, and this computer does not mine: nobody hears of "
            "the payment. It goes out when one connects.");
    case OutOfMempool:
        return outsideSentence(reason);
    case Outbid:
        return WaitingWords::tr(
            "Another payment that spends the same coins waits in its place. If that one is "
            "mined, this one is lost.");
    case Offering:
        break;
    }
    return WaitingWords::tr("It is on its way to the node.");
}

QString speedUpSentence(const wallet::SpeedUpPlan& plan) {
    if (plan.way == wallet::SpeedUpWay::Child)
        return WaitingWords::tr("A small payment to yourself pays for both: then they pay %1.")
            .arg(rateText(plan.feePerKvB));
    return WaitingWords::tr("Then it pays %1 and goes next.").arg(rateText(plan.feePerKvB));
}

} // namespace gui
