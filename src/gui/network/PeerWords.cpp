#include "gui/network/PeerWords.h"

#include "gui/Format.h"
#include "gui/network/RulesView.h"

#include <QCoreApplication>

#include <cstdlib>

namespace gui {

namespace {

constexpr qsizetype kRulesNamed = 3;

struct PeerTalk {
    Q_DECLARE_TR_FUNCTIONS(gui::PeerWords)
};

QString misbehaviourWords(net::Misbehaviour reason) {
    using enum net::Misbehaviour;
    switch (reason) {
    case MalformedMessage:
        return PeerTalk::tr("It sent a message that cannot be read.");
    case OversizeMessage:
        return PeerTalk::tr("It sent a message above the size limit.");
    case TooManyMessages:
        return PeerTalk::tr("It sent more messages than are allowed.");
    case InvalidHeader:
    case InvalidBlock:
    case InvalidTransaction:
        return PeerTalk::tr("It sent something that breaks a rule of this network.");
    case HeadersDoNotConnect:
    case LowWorkHeaders:
        return PeerTalk::tr("The chain that it told of does not hold together.");
    case MutatedBlock:
    case BadCompactBlock:
        return PeerTalk::tr("It sent a block whose content does not fit.");
    case BadRequest:
    case BloomFilter:
        return PeerTalk::tr("It asked for something that nodes of this network do not give.");
    case WrongNetwork:
        return PeerTalk::tr("It belongs to another network.");
    case Stalls:
        return PeerTalk::tr("It did not give the blocks that it told of.");
    case NoAnswer:
        return PeerTalk::tr("It did not answer in time.");
    case ReadsNothing:
        return PeerTalk::tr("It did not take what it asked for.");
    case NothingToGive:
        return PeerTalk::tr("Its chain had less work than ours for a long time.");
    case NotNeeded:
        return PeerTalk::tr("Its place was given to another peer.");
    case StoppedByUser:
        return PeerTalk::tr("You ended the link.");
    }
    return {};
}

QString faultWords(const net::PeerInfo& peer) {
    using enum net::PeerFault;
    switch (peer.fault) {
    case None:
        return {};
    case Refused:
        return PeerTalk::tr("The computer is there, but no node listens at this address.");
    case TimedOut:
        return PeerTalk::tr("It did not answer in time. It may be off, or a firewall is in the way.");
    case HostUnknown:
        return PeerTalk::tr("No computer of this name is known.");
    case NetworkError:
        return PeerTalk::tr("The network failed on the way to it.");
    case Closed:
        return PeerTalk::tr("It ended the link.");
    case ClosedAtOnce:
        return PeerTalk::tr("It ended the link before it said who it is.");
    case NotANode:
        return PeerTalk::tr("Something answers there, but no node.");
    case TooOld:
        return PeerTalk::tr("Its program is too old to talk with.");
    case Same:
        return PeerTalk::tr("It is a node that you are connected with already.");
    case Misbehaved:
        return peer.drop ? misbehaviourWords(peer.drop->reason) : QString();
    case Full:
        return PeerTalk::tr("No place was free for it.");
    }
    return {};
}

} // namespace

QString peerDoing(const net::PeerInfo& peer) {
    using enum net::PeerState;
    switch (peer.state) {
    case Connecting:
        return PeerTalk::tr("connecting");
    case Checking:
        return PeerTalk::tr("reading its headers");
    case InStep:
        return PeerTalk::tr("in step");
    case CatchingUp:
        return peer.blocksInFlight > 0
                   ? PeerTalk::tr("fetching %n block(s) from it", nullptr, peer.blocksInFlight)
                   : PeerTalk::tr("has more than we have");
    case Behind:
        return PeerTalk::tr("behind, on our branch");
    case OtherBranch:
        return PeerTalk::tr("on another branch");
    case Held:
        return PeerTalk::tr("longer branch, held back");
    case Quiet:
        return PeerTalk::tr("quiet");
    case ClockDiffers:
        return PeerTalk::tr("its clock differs");
    case WrongNetwork:
        return PeerTalk::tr("refused: another network");
    case Self:
        return PeerTalk::tr("this is you");
    case Unreachable:
        return PeerTalk::tr("not reached, tried again later");
    case Banned:
        return PeerTalk::tr("blocked");
    }
    return {};
}

QString peerTrouble(const net::PeerInfo& peer) {
    using enum net::PeerState;
    if (peer.state == ClockDiffers) {
        const QString span = format().duration(static_cast<double>(std::abs(peer.clockOffset)));
        return peer.clockOffset > 0
                   ? PeerTalk::tr("Its clock is %1 ahead of this computer's: its blocks cannot be taken yet.")
                         .arg(span)
                   : PeerTalk::tr("It has blocks from a time that has not come yet here. Check the clocks.");
    }
    if (peer.state == Held)
        return PeerTalk::tr("Its chain has more work, but following it would take back many blocks of ours. "
                            "Nothing happens until you decide.");
    if (peer.state == WrongNetwork) {
        const QString whose = peer.otherNetwork.isEmpty()
                                  ? PeerTalk::tr("It belongs to another network.")
                                  : PeerTalk::tr("It belongs to another network, %1.").arg(peer.otherNetwork);
        return (QStringList(whose) + peerDifferences(peer)).join(QLatin1Char(' '));
    }
    return faultWords(peer);
}

QStringList peerDifferences(const net::PeerInfo& peer) {
    QStringList sentences;
    for (const net::RuleDifference& each : peer.differences) {
        if (sentences.size() == kRulesNamed) break;
        sentences << PeerTalk::tr("%1: %2 here, %3 there.")
                         .arg(ruleTitle(each.rule.toStdString()), each.ours, each.theirs);
    }
    return sentences;
}

Token peerToken(net::PeerState state) {
    using enum net::PeerState;
    switch (state) {
    case InStep:
        return Token::Good;
    case Connecting:
    case Checking:
    case CatchingUp:
    case Behind:
        return Token::Work;
    case OtherBranch:
    case WrongNetwork:
    case Banned:
    case Held:
    case ClockDiffers:
        return Token::Bad;
    case Self:
        return Token::Accent;
    case Unreachable:
    case Quiet:
        return Token::Text3;
    }
    return Token::Text3;
}

bool isTalking(net::PeerState state) {
    using enum net::PeerState;
    return state != Connecting && state != WrongNetwork && state != Self && state != Unreachable &&
           state != Banned;
}

QString peerLeft(std::int64_t unixSeconds) {
    return PeerTalk::tr("left at %1").arg(format().clock(unixSeconds));
}

QString peerDialled(const net::PeerInfo& peer) {
    if (peer.twin != 0) return PeerTalk::tr("We dialled it at %1, and it dialled us.").arg(peer.address);
    return (peer.dialledIn ? PeerTalk::tr("It dialled us from %1.") : PeerTalk::tr("We dialled it at %1."))
        .arg(peer.address);
}

QString peerHost(const net::PeerInfo& peer) {
    QString host = peer.address.left(peer.address.lastIndexOf(QLatin1Char(':')));
    return host.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
}

QString clockWords(std::int64_t offsetSeconds) {
    if (offsetSeconds == 0) return PeerTalk::tr("as yours");
    const QString span = format().duration(static_cast<double>(std::abs(offsetSeconds)));
    return offsetSeconds > 0 ? PeerTalk::tr("%1 ahead of yours").arg(span)
                             : PeerTalk::tr("%1 behind yours").arg(span);
}

QString peerName(const net::PeerInfo& peer) {
    if (!peer.name.isEmpty()) return peer.name;
    return peerProgram(peer);
}

QString peerProgram(const net::PeerInfo& peer) {
    QString name = peer.agent;
    name.replace(QLatin1Char('/'), QLatin1Char(' '));
    name = name.simplified();
    return name.isEmpty() ? peer.address : name.replace(QLatin1Char(':'), QLatin1Char(' '));
}

QString peerOwnProgram(const net::PeerInfo& peer) {
    const QStringList programs = peer.agent.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    if (programs.isEmpty()) return peer.address;
    return programs.last().trimmed().replace(QLatin1Char(':'), QLatin1Char(' '));
}

QString addPeerTrouble(net::AddPeerFault fault) {
    using enum net::AddPeerFault;
    switch (fault) {
    case BadAddress:
        return PeerTalk::tr("That is no address. Enter one such as 192.168.1.20:5001.");
    case LinkLocal:
        return PeerTalk::tr("That address works only on one cable or Wi-Fi and is not dialled.");
    case Full:
        return PeerTalk::tr("There are as many peers already as are allowed. Remove one first.");
    case Banned:
        return PeerTalk::tr("That address is blocked. Let it in again first, under Blocked.");
    }
    return {};
}

} // namespace gui
