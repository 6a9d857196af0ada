#include "net/relay/FeeNews.h"

#include <utility>

namespace net {

namespace {

constexpr std::int64_t kFeeMeanMs = std::int64_t{600} * 1000;
constexpr std::int64_t kFeeSoonMs = std::int64_t{300} * 1000; ///< after a large change, at most

/// On a step of one tenth, up or down by chance.
std::int64_t roundedFee(std::int64_t feePerKvB, std::int64_t lowest, Dice& dice) {
    if (feePerKvB <= lowest || lowest <= 0) return lowest;
    constexpr double kFeeStep = 1.1;
    double step = static_cast<double>(lowest);
    while (step * kFeeStep <= static_cast<double>(feePerKvB))
        step *= kFeeStep;
    if (dice.below(3) == 0) step *= kFeeStep;
    return static_cast<std::int64_t>(step);
}

} // namespace

std::optional<std::int64_t> FeeNews::due(std::int64_t minimum, std::int64_t lowest, std::int64_t nowMs) {
    const bool isFirst = m_sent < 0;
    const bool isLargeChange = !isFirst && (minimum < m_sent * 3 / 4 || minimum > m_sent * 4 / 3);
    if (isLargeChange && m_nextMs > nowMs + kFeeSoonMs)
        m_nextMs = nowMs + static_cast<std::int64_t>(m_dice.below(kFeeSoonMs));
    if (!isFirst && nowMs < m_nextMs) return std::nullopt;
    m_nextMs = nowMs + m_dice.waitMs(kFeeMeanMs);
    const std::int64_t rounded = roundedFee(minimum, lowest, m_dice);
    if (std::exchange(m_sent, rounded) == rounded) return std::nullopt;
    return rounded;
}

} // namespace net
