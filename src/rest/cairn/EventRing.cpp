#include "rest/cairn/EventRing.h"

#include <algorithm>

namespace rest {

void EventRing::add(const QByteArray& type, const QByteArray& json) {
    m_events.push_back({++m_newest, type, json});
    if (m_events.size() > m_capacity) m_events.pop_front();
}

std::optional<std::vector<ApiEvent>> EventRing::after(quint64 number, std::size_t count) const {
    const quint64 oldest = m_newest + 1 - m_events.size();
    if (number > m_newest || number + 1 < oldest) return std::nullopt;
    std::vector<ApiEvent> out;
    const auto first = std::size_t(number + 1 - oldest);
    for (std::size_t i = first; i < m_events.size() && out.size() < count; ++i)
        out.push_back(m_events[i]);
    return out;
}

QByteArray EventRing::idOf(quint64 number) const {
    return m_run + '-' + QByteArray::number(number);
}

std::optional<quint64> EventRing::numberOf(const QByteArray& id) const {
    if (!id.startsWith(m_run + '-')) return std::nullopt;
    bool ok = false;
    const quint64 number = id.mid(m_run.size() + 1).toULongLong(&ok);
    if (!ok) return std::nullopt;
    return number;
}

QByteArray encodeEvent(const QByteArray& id, const QByteArray& type, const QByteArray& json) {
    QByteArray out = "id: " + id + '\n';
    if (!type.isEmpty()) out += "event: " + type + '\n';
    if (!json.isEmpty()) {
        QByteArray text = json;
        text.replace("\r", "");
        for (const QByteArray& line : text.split('\n'))
            out += "data: " + line + '\n';
    }
    return out + '\n';
}

} // namespace rest
