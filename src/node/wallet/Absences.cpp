#include "node/wallet/Absences.h"

namespace node {

wallet::Absence absenceOf(chain::MempoolLeave why) {
    using chain::MempoolLeave;
    using wallet::Absence;
    switch (why) {
    case MempoolLeave::Replaced:
        return Absence::Replaced;
    case MempoolLeave::Conflict:
        return Absence::Conflict;
    case MempoolLeave::Evicted:
        return Absence::Evicted;
    case MempoolLeave::Expired:
        return Absence::Expired;
    case MempoolLeave::TooLongChain:
        return Absence::TooLongChain;
    case MempoolLeave::Unfit:
        return Absence::Unfit;
    case MempoolLeave::Withdrawn:
        break;
    }
    return Absence::Unsent;
}

bool meansThere(consensus::Reject reason) {
    using enum consensus::Reject;
    return reason == AlreadyInMempool || reason == SameNonWitnessData || reason == AlreadyKnown;
}

wallet::Absence absenceOf(consensus::Reject reason) {
    using enum consensus::Reject;
    using wallet::Absence;
    switch (reason) {
    case MempoolConflict:
    case InsufficientFee:
    case SpendsConflicting:
        return Absence::Replaced;
    case MempoolFull:
        return Absence::Evicted;
    case MempoolMinFee:
    case MinRelayFee:
        return Absence::TooCheap;
    case TooLongChain:
        return Absence::TooLongChain;
    case MissingInputs:
    case MissingOrSpent:
    case ImmatureCoinbase:
    case NonFinalMempool:
    case SequenceLocksMempool:
        return Absence::Unfit;
    case DiskFailed:
        return Absence::Unsent;
    default:
        return Absence::Refused;
    }
}

} // namespace node
