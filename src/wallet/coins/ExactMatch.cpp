#include "wallet/coins/ChoiceMethods.h"

namespace wallet {

namespace {

using primitives::Amount;

constexpr int kMaxMatchSteps = 100'000;

/// Depth first over coins in falling order. A branch is left when it is over what change would cost, too
/// heavy, wastes more than the best, or cannot reach the target any more.
class MatchSearch {
public:
    MatchSearch(const ChoicePool& pool, const ChoiceGoal& goal)
        : m_pool(pool), m_goal(goal), m_rest(pool.size() + 1),
          m_isDear(pool.size() > 0 && pool.at(0).fee > pool.at(0).laterFee) {
        for (std::size_t i = pool.size(); i > 0; --i)
            m_rest[i - 1] = m_rest[i] + pool.at(i - 1).value;
    }

    Places run() {
        for (int step = 0; step < kMaxMatchSteps; ++step) {
            if (mayGoOn()) {
                include();
            } else if (!exclude()) {
                break;
            }
        }
        if (!m_hasBest) return std::nullopt;
        return m_best;
    }

private:
    bool mayGoOn() {
        if (m_weight > m_goal.maxWeight) return false;
        if (m_sum >= m_goal.target) {
            if (m_sum - m_goal.target <= m_goal.costOfChange) note();
            return false;
        }
        // Where inputs are dear now, each one more wastes more.
        if (m_isDear && m_hasBest && m_waste > m_bestWaste) return false;
        return m_next < m_pool.size() && m_sum + m_rest[m_next] >= m_goal.target;
    }

    void note() {
        const Amount waste = m_waste + (m_sum - m_goal.target);
        const bool isBetter =
            !m_hasBest || waste < m_bestWaste || (waste == m_bestWaste && m_chosen.size() < m_best.size());
        if (!isBetter) return;
        m_hasBest = true;
        m_best = m_chosen;
        m_bestWaste = waste;
    }

    void include() {
        const ChoiceCoin& coin = m_pool.at(m_next);
        m_chosen.push_back(m_next++);
        m_sum += coin.value;
        m_weight += coin.weight;
        m_waste += coin.fee - coin.laterFee;
    }

    /// Takes the last coin out and goes on behind it. False when everything was tried.
    bool exclude() {
        if (m_chosen.empty()) return false;
        const std::size_t last = m_chosen.back();
        const ChoiceCoin& coin = m_pool.at(last);
        m_chosen.pop_back();
        m_sum -= coin.value;
        m_weight -= coin.weight;
        m_waste -= coin.fee - coin.laterFee;
        m_next = last + 1;
        // A coin that is just like it would lead to the same sums again.
        while (m_next < m_pool.size() && isLike(m_pool.at(m_next), coin))
            ++m_next;
        return true;
    }

    static bool isLike(const ChoiceCoin& a, const ChoiceCoin& b) {
        return a.value == b.value && a.fee == b.fee && a.weight == b.weight;
    }

    const ChoicePool& m_pool;
    const ChoiceGoal& m_goal;
    std::vector<Amount> m_rest; ///< sum of the values from a place on
    bool m_isDear;
    std::vector<std::size_t> m_chosen;
    Amount m_sum, m_waste;
    std::int64_t m_weight = 0;
    std::size_t m_next = 0;
    std::vector<std::size_t> m_best;
    Amount m_bestWaste;
    bool m_hasBest = false;
};

} // namespace

Places exactMatch(const ChoicePool& pool, const ChoiceGoal& goal) {
    return MatchSearch(pool, goal).run();
}

} // namespace wallet
