#pragma once

#include <QByteArray>

#include <deque>
#include <optional>
#include <vector>

namespace rest {

/// One item of the event stream.
struct ApiEvent {
    quint64 number = 0;
    QByteArray type; ///< "block"
    QByteArray json;
};

/// The last events, numbered from 1 without a gap, so that a client that lost its connection can go on where
/// it was. Ids hold a mark of the run: after a restart old ones are told from new. Pure. Thread: io.
class EventRing {
public:
    EventRing(QByteArray run, std::size_t capacity) : m_run(std::move(run)), m_capacity(capacity) {}
    void add(const QByteArray& type, const QByteArray& json);
    /// Number of the newest event; 0 before the first.
    [[nodiscard]] quint64 newest() const { return m_newest; }
    /// Events behind `number`, at most `count`; nothing when some of them are no longer here.
    [[nodiscard]] std::optional<std::vector<ApiEvent>> after(quint64 number, std::size_t count) const;
    [[nodiscard]] QByteArray idOf(quint64 number) const;
    /// Nothing for an id of another run, or none of ours.
    [[nodiscard]] std::optional<quint64> numberOf(const QByteArray& id) const;

private:
    QByteArray m_run;
    std::size_t m_capacity;
    std::deque<ApiEvent> m_events;
    quint64 m_newest = 0;
};

/// As Server-Sent Events write it. `type` empty: only the id, which a browser keeps without telling its page.
QByteArray encodeEvent(const QByteArray& id, const QByteArray& type, const QByteArray& json);

} // namespace rest
