#include "wallet/CoinSelector.h"

#include <algorithm>
#include <numeric>
#include <optional>

namespace wallet {

using primitives::Amount;

namespace {

constexpr int kMaxSteps = 100'000;

/// Looks for the set with the least overshoot; among equals the one with fewest coins. Depth first over coins
/// in falling order; a branch is left when it is over the allowance or cannot reach the target any more.
class ExactSearch {
public:
    /// `order` has positions in `values`, largest value first.
    ExactSearch(std::span<const Amount> values, const std::vector<std::size_t>& order,
                const SelectionGoal& goal)
        : m_values(values), m_order(order), m_goal(goal), m_rest(order.size() + 1) {
        for (std::size_t i = order.size(); i > 0; --i)
            m_rest[i - 1] = m_rest[i] + value(i - 1);
    }

    std::optional<std::vector<std::size_t>> run() {
        for (int step = 0; step < kMaxSteps; ++step) {
            if (mayGoOn()) {
                include();
            } else if (!exclude()) {
                break;
            }
        }
        if (m_best.empty()) return std::nullopt;
        for (std::size_t& place : m_best)
            place = m_order[place];
        return m_best;
    }

private:
    [[nodiscard]] Amount value(std::size_t place) const { return m_values[m_order[place]]; }

    bool mayGoOn() {
        if (m_sum >= m_goal.target) {
            if (m_sum - m_goal.target <= m_goal.allowance) note();
            return false;
        }
        return m_next < m_order.size() && m_chosen.size() < m_goal.maxInputs &&
               m_sum + m_rest[m_next] >= m_goal.target;
    }

    void note() {
        const bool better =
            m_best.empty() || m_sum < m_bestSum || (m_sum == m_bestSum && m_chosen.size() < m_best.size());
        if (!better) return;
        m_best = m_chosen;
        m_bestSum = m_sum;
    }

    void include() {
        m_chosen.push_back(m_next);
        m_sum += value(m_next);
        ++m_next;
    }

    /// Takes the last coin out and goes on behind it. False when everything was tried.
    bool exclude() {
        if (m_chosen.empty()) return false;
        const std::size_t last = m_chosen.back();
        m_chosen.pop_back();
        m_sum -= value(last);
        m_next = last + 1;
        // A coin of the same value would lead to the same sums again.
        while (m_next < m_order.size() && value(m_next) == value(last))
            ++m_next;
        return true;
    }

    std::span<const Amount> m_values;
    const std::vector<std::size_t>& m_order;
    const SelectionGoal& m_goal;
    std::vector<Amount> m_rest; ///< sum of the values from a place on
    std::vector<std::size_t> m_chosen;
    Amount m_sum;
    std::size_t m_next = 0;
    std::vector<std::size_t> m_best;
    Amount m_bestSum;
};

/// The first coins of `order` that reach `target`; nothing when `maxInputs` of them do not.
std::optional<std::vector<std::size_t>> firstThatReach(Amount target, std::span<const Amount> values,
                                                       const std::vector<std::size_t>& order,
                                                       std::size_t maxInputs) {
    Amount sum;
    for (std::size_t i = 0; i < std::min(order.size(), maxInputs); ++i) {
        sum += values[order[i]];
        if (sum >= target)
            return std::vector(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
    return std::nullopt;
}

} // namespace

Result<Selection, SelectionError> selectCoins(std::span<const Amount> values, const SelectionGoal& goal,
                                              const RandomBelow& random) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::erase_if(order, [&](std::size_t i) { return values[i] <= Amount(); });
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return values[a] > values[b]; });
    Amount total;
    for (const std::size_t i : order)
        total += values[i];
    if (total < goal.target) return fail(SelectionError::InsufficientFunds);

    if (auto exact = ExactSearch(values, order, goal).run()) return Selection{std::move(*exact), true};
    std::vector<std::size_t> drawn = order;
    shuffle(drawn, random);
    if (auto chosen = firstThatReach(goal.targetWithChange, values, drawn, goal.maxInputs)) {
        return Selection{std::move(*chosen), false};
    }
    for (const Amount target : {goal.targetWithChange, goal.target}) {
        if (auto chosen = firstThatReach(target, values, order, goal.maxInputs))
            return Selection{std::move(*chosen), false};
    }
    return fail(SelectionError::TooManyInputs);
}

} // namespace wallet
