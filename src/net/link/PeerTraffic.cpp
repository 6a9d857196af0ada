#include "net/link/PeerTraffic.h"

#include <array>
#include <limits>

namespace net {

namespace {

constexpr std::size_t kKeptNotes = 50;

/// A stranger may send a thousand words: those that no message of ours has are counted together.
QString countedAs(const std::string& command) {
    static constexpr std::array kKnown = {
        "version",    "verack",   "sendheaders", "wtxidrelay", "sendaddrv2",  "getaddr",   "mempool",
        "ping",       "pong",     "addr",        "addrv2",     "feefilter",   "sendcmpct", "getheaders",
        "getblocks",  "headers",  "inv",         "getdata",    "notfound",    "block",     "tx",
        "cmpctblock", "blocktxn", "getblocktxn", "filterload", "filterclear", "filteradd", "cairnrun"};
    const bool isKnown = std::find(kKnown.begin(), kKnown.end(), command) != kKnown.end();
    return isKnown ? QString::fromStdString(command) : QStringLiteral("*other*");
}

} // namespace

void TrafficLog::sent(const std::string& command, std::size_t count, std::size_t bytes,
                      std::int64_t nowUnixMs) {
    const QString name = countedAs(command);
    m_sent[name].bytes += std::int64_t(bytes);
    ++m_sent[name].messages;
    m_bytesOut += std::int64_t(bytes);
    m_lastSentMs = nowUnixMs;
    note(true, name, count, bytes, nowUnixMs);
}

void TrafficLog::received(const std::string& command, std::size_t count, std::size_t bytes,
                          std::int64_t nowUnixMs) {
    const QString name = countedAs(command);
    m_received[name].bytes += std::int64_t(bytes);
    ++m_received[name].messages;
    m_bytesIn += std::int64_t(bytes);
    m_lastReceivedMs = nowUnixMs;
    note(false, name, count, bytes, nowUnixMs);
}

void TrafficLog::receivedOther(std::size_t bytes, std::int64_t nowUnixMs) {
    received({}, 0, bytes, nowUnixMs);
}

void TrafficLog::note(bool isOurs, const QString& command, std::size_t count, std::size_t bytes,
                      std::int64_t nowUnixMs) {
    const auto items = std::int32_t(std::min<std::size_t>(count, std::numeric_limits<std::int32_t>::max()));
    if (!m_last.empty() && m_last.back().isOurs == isOurs && m_last.back().command == command) {
        PeerMessageNote& last = m_last.back();
        last.timeMs = nowUnixMs;
        last.count += std::min(items, std::numeric_limits<std::int32_t>::max() - last.count);
        last.bytes += std::int64_t(bytes);
        if (last.times < std::numeric_limits<std::int32_t>::max()) ++last.times;
        return;
    }
    if (m_last.size() == kKeptNotes) m_last.pop_front();
    m_last.push_back({nowUnixMs, isOurs, command, items, std::int64_t(bytes), 1});
}

void TrafficLog::fill(PeerInfo& info) const {
    info.bytesIn = m_bytesIn;
    info.bytesOut = m_bytesOut;
    info.lastSent = m_lastSentMs / 1000;
    info.lastReceived = m_lastReceivedMs / 1000;
    info.sentByCommand = m_sent;
    info.receivedByCommand = m_received;
    info.lastMessages.assign(m_last.begin(), m_last.end());
}

} // namespace net
