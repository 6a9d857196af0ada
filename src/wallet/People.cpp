#include "wallet/People.h"

#include "wallet/WalletImpl.h"

#include <algorithm>

namespace wallet {

std::string cleanName(std::string_view name) {
    std::string line(name);
    for (char& each : line)
        if (static_cast<unsigned char>(each) < ' ') each = ' ';
    const auto first = line.find_first_not_of(' ');
    if (first == std::string::npos) return {};
    line = boundedText(line.substr(first), kMaxLabelBytes);
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

People People::read(std::string_view lines) {
    People out;
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        lines.remove_prefix(std::min(lines.size(), line.size() + 1));
        const auto tab = line.find('\t');
        if (tab == 0 || tab == std::string_view::npos) continue;
        if (!out.set({std::string(line.substr(0, tab)), std::string(line.substr(tab + 1))})) break;
    }
    return out;
}

std::string People::lines() const {
    std::string out;
    for (const KnownAddress& each : m_all)
        out += each.address + '\t' + each.name + '\n';
    return out;
}

const std::string& People::nameOf(const std::string& address) const {
    static const std::string nobody;
    const auto found = m_places.find(address);
    return found == m_places.end() ? nobody : m_all[found->second].name;
}

bool People::set(const KnownAddress& entry) {
    const std::string name = cleanName(entry.name);
    const auto found = m_places.find(entry.address);
    if (found != m_places.end()) {
        if (name.empty())
            forget(found->second);
        else
            m_all[found->second].name = name;
        return true;
    }
    if (name.empty()) return true;
    if (m_all.size() >= kMost) return false;
    m_places[entry.address] = m_all.size();
    m_all.push_back({entry.address, name});
    return true;
}

void People::forget(std::size_t place) {
    m_places.erase(m_all[place].address);
    m_all.erase(m_all.begin() + static_cast<std::ptrdiff_t>(place));
    for (std::size_t at = place; at < m_all.size(); ++at)
        m_places[m_all[at].address] = at;
}

} // namespace wallet
