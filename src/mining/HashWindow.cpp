#include "mining/HashWindow.h"

namespace mining {

namespace {

constexpr std::int64_t kSpanMs = 60'000;
constexpr std::int64_t kApartMs = 250;

} // namespace

void HashWindow::add(std::uint64_t hashes, std::int64_t steadyMs) {
    if (!m_samples.empty() && steadyMs - m_samples.back().steadyMs < kApartMs) return;
    m_samples.push_back({hashes, steadyMs});
    // The oldest that stays is just outside, so that the window is a whole minute.
    while (m_samples.size() > 2 && m_samples[1].steadyMs <= steadyMs - kSpanMs)
        m_samples.pop_front();
}

double HashWindow::rate() const {
    if (m_samples.size() < 2) return 0;
    const Sample& first = m_samples.front();
    const Sample& last = m_samples.back();
    return static_cast<double>(last.hashes - first.hashes) * 1000 /
           static_cast<double>(last.steadyMs - first.steadyMs);
}

} // namespace mining
