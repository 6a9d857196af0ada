#include "net/PeerLog.h"

#include "util/Log.h"

namespace net {

namespace {

constexpr std::int64_t kAgainMs = 60'000;
constexpr std::size_t kMostRemembered = 1'000;

QString wordsOf(Misbehaviour reason) {
    using enum Misbehaviour;
    switch (reason) {
    case MalformedMessage:
        return QStringLiteral("it sent a message that cannot be read");
    case OversizeMessage:
        return QStringLiteral("it sent a message above the size limit");
    case TooManyMessages:
        return QStringLiteral("it sent more than is allowed");
    case InvalidHeader:
        return QStringLiteral("it sent a header that is not valid");
    case HeadersDoNotConnect:
        return QStringLiteral("its headers do not follow one another");
    case LowWorkHeaders:
        return QStringLiteral("its headers were others the second time");
    case InvalidBlock:
        return QStringLiteral("it sent a block that is not valid");
    case MutatedBlock:
        return QStringLiteral("it sent a body that does not fit its header");
    case InvalidTransaction:
        return QStringLiteral("it sent a transaction that is not valid");
    case BadCompactBlock:
        return QStringLiteral("it sent a compact block that cannot be");
    case BadRequest:
        return QStringLiteral("it asked for what cannot be");
    case WrongNetwork:
        return QStringLiteral("it belongs to another network");
    case BloomFilter:
        return QStringLiteral("it asked for bloom filters");
    case Stalls:
        return QStringLiteral("it did not give blocks that it has");
    case NoAnswer:
        return QStringLiteral("it did not answer in time");
    case ReadsNothing:
        return QStringLiteral("it does not read what it asked for");
    case NothingToGive:
        return QStringLiteral("it has less than we have");
    case NotNeeded:
        return QStringLiteral("its place was given to another");
    case StoppedByUser:
        return QStringLiteral("ended here");
    }
    return {};
}

QString wordsOf(PeerFault fault) {
    using enum PeerFault;
    switch (fault) {
    case None:
        return QStringLiteral("ended here");
    case Refused:
        return QStringLiteral("nobody listens there");
    case TimedOut:
        return QStringLiteral("it did not answer in time");
    case HostUnknown:
        return QStringLiteral("that host is not known");
    case NetworkError:
        return QStringLiteral("the network failed");
    case Closed:
        return QStringLiteral("it ended the link");
    case ClosedAtOnce:
        return QStringLiteral("it ended the link before it said who it is");
    case NotANode:
        return QStringLiteral("what speaks there is no node");
    case TooOld:
        return QStringLiteral("its protocol is too old");
    case Same:
        return QStringLiteral("it is linked already, or this node itself");
    case Misbehaved:
        return QStringLiteral("it broke the rules");
    case Full:
        return QStringLiteral("no place was free");
    }
    return {};
}

QString wordsOf(const ConnectionEnd& how) {
    if (!how.drop) return wordsOf(how.fault);
    const QString words = wordsOf(how.drop->reason);
    if (!how.drop->rejection) return words;
    return words + QStringLiteral(" (%1)").arg(QString::fromStdString(toString(*how.drop->rejection)));
}

/// Who dials in has another port each time.
QString hostOfAddress(const QString& address) {
    return address.left(address.lastIndexOf(QLatin1Char(':')));
}

} // namespace

PeerLog::PeerLog() : PeerLog([](const std::string& line) { util::logDebug("net", line); }) {}

void PeerLog::connected(const QString& address, bool dialledIn, const QString& agent, std::int64_t nowMs) {
    const QString line = dialledIn ? QStringLiteral("linked with %1, which dialled: %2")
                                   : QStringLiteral("linked with %1: %2");
    write(address, line.arg(address, agent), nowMs);
}

void PeerLog::ended(const QString& address, const ConnectionEnd& how, std::int64_t nowMs) {
    write(address, QStringLiteral("the link with %1 ended: %2").arg(address, wordsOf(how)), nowMs);
}

void PeerLog::failed(const QString& address, const ConnectionEnd& how, std::int64_t nowMs) {
    write(address, QStringLiteral("no link with %1: %2").arg(address, wordsOf(how)), nowMs);
}

void PeerLog::refused(const QString& address, PeerState why, std::int64_t nowMs) {
    const QString reason = why == PeerState::Banned         ? QStringLiteral("that address is banned")
                           : why == PeerState::WrongNetwork ? wordsOf(Misbehaviour::WrongNetwork)
                                                            : wordsOf(PeerFault::Full);
    write(address, QStringLiteral("no link with %1: %2").arg(address, reason), nowMs);
}

void PeerLog::write(const QString& address, const QString& line, std::int64_t nowMs) {
    const QString host = hostOfAddress(address);
    const QString key = QString(line).replace(address, host);
    const auto known = m_written.find(key);
    if (known != m_written.end() && nowMs - known->second < kAgainMs) return;
    if (m_written.size() >= kMostRemembered)
        std::erase_if(m_written, [nowMs](const auto& each) { return nowMs - each.second >= kAgainMs; });
    if (m_written.size() >= kMostRemembered || m_lines.take(1, nowMs) == 0) {
        ++m_leftOut;
        return;
    }
    m_written[key] = nowMs;
    if (m_leftOut > 0)
        m_sink(std::to_string(std::exchange(m_leftOut, 0)) + " lines about links were left out");
    m_sink(line.toStdString());
}

} // namespace net
