#include "rest/p2p/PeerWords.h"

namespace rest {

namespace {

constexpr qsizetype kRulesNamed = 3;

/// Naming the first rules that differ.
QString networkTrouble(const net::PeerInfo& peer) {
    QStringList rules;
    for (const net::RuleDifference& each : peer.differences) {
        if (rules.size() == kRulesNamed) break;
        rules << QStringLiteral("%1 is %2 here and %3 there")
                     .arg(each.rule, each.ours.isEmpty() ? QStringLiteral("unknown") : each.ours,
                          each.theirs.isEmpty() ? QStringLiteral("unknown") : each.theirs);
    }
    const QString name =
        peer.otherNetwork.isEmpty() ? QString() : QStringLiteral(" (\"%1\")").arg(peer.otherNetwork);
    if (rules.isEmpty()) return QStringLiteral("It belongs to another network%1.").arg(name);
    return QStringLiteral("It belongs to another network%1: %2.").arg(name, rules.join(QStringLiteral(", ")));
}

QString sentenceOf(net::Misbehaviour reason) {
    using enum net::Misbehaviour;
    switch (reason) {
    case MalformedMessage:
        return QStringLiteral("It sent a message that cannot be read.");
    case OversizeMessage:
        return QStringLiteral("It sent a message above the size limit.");
    case TooManyMessages:
        return QStringLiteral("It sent more messages than are allowed.");
    case InvalidHeader:
        return QStringLiteral("It sent a header that is not valid.");
    case HeadersDoNotConnect:
        return QStringLiteral("Its headers do not follow one another.");
    case LowWorkHeaders:
        return QStringLiteral("Its headers were others when they were asked for again.");
    case InvalidBlock:
        return QStringLiteral("It sent a block that is not valid.");
    case MutatedBlock:
        return QStringLiteral("It sent a block whose body does not fit its header.");
    case InvalidTransaction:
        return QStringLiteral("It sent a transaction that is not valid.");
    case BadCompactBlock:
        return QStringLiteral("It sent a compact block that cannot be.");
    case BadRequest:
        return QStringLiteral("It asked for what cannot be.");
    case WrongNetwork:
        return QStringLiteral("It belongs to another network.");
    case BloomFilter:
        return QStringLiteral("It asked for bloom filters, which this node does not offer.");
    case Stalls:
        return QStringLiteral("It did not give blocks that it has announced.");
    case NoAnswer:
        return QStringLiteral("It did not answer in time.");
    case ReadsNothing:
        return QStringLiteral("It does not read what it asked for.");
    case NothingToGive:
        return QStringLiteral("Its chain had less work than ours for long.");
    case NotNeeded:
        return QStringLiteral("Its place was given to another peer.");
    case StoppedByUser:
        return QStringLiteral("The link was ended by hand.");
    }
    return {};
}

} // namespace

const char* toString(net::PeerState state) {
    using enum net::PeerState;
    switch (state) {
    case Connecting:
        return "connecting";
    case Checking:
        return "checking";
    case InStep:
        return "in-step";
    case CatchingUp:
        return "catching-up";
    case Behind:
        return "behind";
    case OtherBranch:
        return "other-branch";
    case Held:
        return "held";
    case Quiet:
        return "quiet";
    case ClockDiffers:
        return "clock-differs";
    case WrongNetwork:
        return "wrong-network";
    case Self:
        return "self";
    case Unreachable:
        return "unreachable";
    case Banned:
        return "banned";
    }
    return "unknown";
}

QString sentenceOf(net::AddPeerFault fault) {
    using enum net::AddPeerFault;
    switch (fault) {
    case BadAddress:
        return QStringLiteral("That is no address of a node. Use host, host:port or http://host:port.");
    case LinkLocal:
        return QStringLiteral("Link-local addresses are only dialled when they are typed in the window.");
    case Full:
        return QStringLiteral("There are as many peers already as are allowed.");
    case Banned:
        return QStringLiteral("That address is banned here.");
    }
    return {};
}

QString troubleOf(const net::PeerInfo& peer) {
    using enum net::PeerFault;
    if (peer.state == net::PeerState::ClockDiffers)
        return QStringLiteral(
                   "Its blocks are from a time that has not come yet here: its clock and this one's "
                   "differ by %1 seconds.")
            .arg(peer.clockOffset);
    if (peer.state == net::PeerState::Held)
        return QStringLiteral(
            "Its chain has more work but would replace more blocks than the brake allows: it is held back "
            "until you decide (/api/v1/peers/brake).");
    if (peer.state == net::PeerState::WrongNetwork) return networkTrouble(peer);
    switch (peer.fault) {
    case None:
        return {};
    case Refused:
        return QStringLiteral("Nobody listens there.");
    case TimedOut:
        return QStringLiteral("It did not answer in time.");
    case HostUnknown:
        return QStringLiteral("That host is not known.");
    case NetworkError:
        return QStringLiteral("The network failed on the way to it.");
    case Closed:
        return QStringLiteral("It ended the link.");
    case ClosedAtOnce:
        return QStringLiteral("It ended the link before it said who it is.");
    case NotANode:
        return QStringLiteral("What answers there is no node.");
    case TooOld:
        return QStringLiteral("It speaks a protocol that is too old.");
    case Same:
        return QStringLiteral("It is a node that is connected already.");
    case Misbehaved:
        if (!peer.drop) return {};
        if (peer.drop->rejection)
            return sentenceOf(peer.drop->reason) + QStringLiteral(" (%1)").arg(QString::fromStdString(
                                                       consensus::toString(*peer.drop->rejection)));
        return sentenceOf(peer.drop->reason);
    case Full:
        return QStringLiteral("No place was free.");
    }
    return {};
}

} // namespace rest
