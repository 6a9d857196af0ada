#pragma once

#include "net/TokenBucket.h"
#include "net/link/PeerConnection.h"

#include <QString>

#include <functional>
#include <map>

namespace net {

/// What the log says of links where it tells details of the net: who came, who went and why, who was not let
/// in. The same of one host once a minute, and a line a second in the long run, whatever strangers do. Pure.
/// Owned by PeerManager. Thread: io.
class PeerLog {
public:
    using Sink = std::function<void(const std::string& line)>;
    /// To the program's log.
    PeerLog();
    explicit PeerLog(Sink sink) : m_sink(std::move(sink)) {}

    void connected(const QString& address, bool dialledIn, const QString& agent, std::int64_t nowMs);
    void ended(const QString& address, const ConnectionEnd& how, std::int64_t nowMs);
    /// One that we dialled, or that dialled us and did not say who it is.
    void failed(const QString& address, const ConnectionEnd& how, std::int64_t nowMs);
    void refused(const QString& address, PeerState why, std::int64_t nowMs);

private:
    void write(const QString& address, const QString& line, std::int64_t nowMs);

    Sink m_sink;
    TokenBucket m_lines{1, 60};
    std::map<QString, std::int64_t> m_written; ///< when, by host and line
    int m_leftOut = 0;
};

} // namespace net
