#pragma once

#include "net/PeerInfo.h"

#include <deque>

namespace net {

/// What went over a link: bytes and messages of each command, and the last of them for its picture. Pure.
class TrafficLog {
public:
    /// `count`: headers, ids, addresses in it.
    void sent(const std::string& command, std::size_t count, std::size_t bytes, std::int64_t nowUnixMs);
    void received(const std::string& command, std::size_t count, std::size_t bytes, std::int64_t nowUnixMs);
    /// Bytes that were no message.
    void receivedOther(std::size_t bytes, std::int64_t nowUnixMs);

    [[nodiscard]] std::int64_t lastSentMs() const { return m_lastSentMs; }
    [[nodiscard]] std::int64_t lastReceivedMs() const { return m_lastReceivedMs; }
    void fill(PeerInfo& info) const;

private:
    void note(bool isOurs, const QString& command, std::size_t count, std::size_t bytes,
              std::int64_t nowUnixMs);

    std::map<QString, PeerTraffic> m_sent, m_received;
    std::deque<PeerMessageNote> m_last;
    std::int64_t m_bytesOut = 0, m_bytesIn = 0;
    std::int64_t m_lastSentMs = 0, m_lastReceivedMs = 0;
};

} // namespace net
