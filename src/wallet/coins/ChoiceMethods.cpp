#include "wallet/coins/ChoiceMethods.h"

#include <algorithm>
#include <numeric>
#include <queue>
#include <utility>

namespace wallet {

using primitives::Amount;

namespace {

/// That many rounds a knapsack takes for few coins; with many, as many as this many looks at a coin allow.
constexpr std::size_t kMostRounds = 1'000, kMostLooks = 2'000'000;

/// Looks for the subset of coins, given by places, that is least above a target.
class SubsetSearch {
public:
    SubsetSearch(const ChoicePool& pool, const std::vector<std::size_t>& places, std::int64_t maxWeight,
                 const RandomBelow& random)
        : m_pool(pool), m_places(places), m_maxWeight(maxWeight), m_random(random) {}

    Places run(Amount target) {
        m_best.reset();
        m_copies = std::max<std::size_t>(kMostLooks / std::max<std::size_t>(m_places.size(), 1), 8);
        const std::size_t looks = std::max<std::size_t>(m_places.size(), 1) * 2;
        const std::size_t rounds = std::clamp<std::size_t>(kMostLooks / looks, 1, kMostRounds);
        for (std::size_t i = 0; i < rounds && m_bestSum != target; ++i)
            tryOnce(target);
        return m_best;
    }
    [[nodiscard]] Amount sum() const { return m_bestSum; }

private:
    /// Every coin has a chance of a half; what was left out comes then, until the target is reached. A coin
    /// that brought more than enough is put back for a smaller one.
    void tryOnce(Amount target) {
        std::vector<bool> taken(m_places.size());
        std::optional<std::size_t> last; // the coin that makes the best set of those taken
        Amount sum;
        std::int64_t weight = 0;
        bool isReached = false;
        for (int pass = 0; pass < 2 && !isReached; ++pass) {
            for (std::size_t i = 0; i < m_places.size(); ++i) {
                if (pass == 0 ? !coin() : taken[i]) continue;
                const ChoiceCoin& each = m_pool.at(m_places[i]);
                if (weight + each.weight > m_maxWeight) continue;
                if (sum + each.value < target) {
                    if (last) copy(taken, std::exchange(last, std::nullopt));
                    sum += each.value;
                    weight += each.weight;
                    taken[i] = true;
                } else {
                    isReached = true;
                    if (!m_best || sum + each.value < m_bestSum) {
                        m_bestSum = sum + each.value;
                        last = i;
                        if (!m_best) copy(taken, last);
                    }
                }
            }
        }
        if (last) copy(taken, last);
    }

    /// With many coins this is what takes time: it is done so often at most, the last time for the best.
    void copy(const std::vector<bool>& taken, std::optional<std::size_t> last) {
        if (m_best && m_copies == 0) {
            m_bestSum = m_copiedSum;
            return;
        }
        if (m_copies > 0) --m_copies;
        m_copiedSum = m_bestSum;
        m_best.emplace();
        for (std::size_t i = 0; i < taken.size(); ++i) {
            if (taken[i] || i == last) m_best->push_back(m_places[i]);
        }
    }

    bool coin() {
        if (m_bitsLeft == 0) {
            m_bits = m_random(std::uint64_t{1} << 32);
            m_bitsLeft = 32;
        }
        --m_bitsLeft;
        const bool out = (m_bits & 1) != 0;
        m_bits >>= 1;
        return out;
    }

    const ChoicePool& m_pool;
    const std::vector<std::size_t>& m_places;
    std::int64_t m_maxWeight;
    const RandomBelow& m_random;
    std::uint64_t m_bits = 0;
    int m_bitsLeft = 0;
    Places m_best;
    Amount m_bestSum;   ///< of the best set met
    Amount m_copiedSum; ///< of m_best
    std::size_t m_copies = 0;
};

} // namespace

Places randomDraw(const ChoicePool& pool, const ChoiceGoal& goal, const RandomBelow& random) {
    const Amount wanted = goal.target + goal.changeFee + goal.usualChange;
    // The smallest of those drawn on top; places are in falling order.
    std::priority_queue<std::size_t> drawn;
    Amount sum;
    std::int64_t weight = 0;
    std::vector<std::size_t> left(pool.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    while (!left.empty()) {
        std::swap(left[random(left.size())], left.back());
        const std::size_t place = left.back();
        left.pop_back();
        drawn.push(place);
        sum += pool.at(place).value;
        weight += pool.at(place).weight;
        while (weight > goal.maxWeight && !drawn.empty()) {
            const ChoiceCoin& smallest = pool.at(drawn.top());
            sum -= smallest.value;
            weight -= smallest.weight;
            drawn.pop();
        }
        if (sum < wanted) continue;
        std::vector<std::size_t> out;
        for (; !drawn.empty(); drawn.pop())
            out.push_back(drawn.top());
        return out;
    }
    return std::nullopt;
}

Places knapsack(const ChoicePool& pool, const ChoiceGoal& goal, const RandomBelow& random) {
    const Amount withChange = goal.target + goal.changeFee + goal.usualChange;
    std::vector<std::size_t> smaller;
    std::optional<std::size_t> enoughAlone; // the smallest that is
    Amount total;
    for (std::size_t place = 0; place < pool.size(); ++place) {
        const ChoiceCoin& coin = pool.at(place);
        if (coin.weight > goal.maxWeight) continue;
        if (coin.value == goal.target) return std::vector{place};
        if (coin.value >= withChange) {
            enoughAlone = place;
            continue;
        }
        smaller.push_back(place);
        total += coin.value;
    }
    const auto alone = [&] { return enoughAlone ? Places(std::vector{*enoughAlone}) : std::nullopt; };
    if (total < goal.target) return alone();
    SubsetSearch search(pool, smaller, goal.maxWeight, random);
    Places best = search.run(goal.target);
    if (best && search.sum() != goal.target && total >= withChange) best = search.run(withChange);
    const bool isAloneBetter =
        enoughAlone && (!best || (search.sum() != goal.target && search.sum() < withChange) ||
                        pool.at(*enoughAlone).value <= search.sum());
    return isAloneBetter ? alone() : best;
}

Places largestFirst(const ChoicePool& pool, const ChoiceGoal& goal) {
    const Amount withChange = goal.target + goal.changeFee + goal.leastChange;
    for (const Amount wanted : {withChange, goal.target}) {
        std::vector<std::size_t> out;
        Amount sum;
        std::int64_t weight = 0;
        for (std::size_t place = 0; place < pool.size() && sum < wanted; ++place) {
            weight += pool.at(place).weight;
            if (weight > goal.maxWeight) break;
            out.push_back(place);
            sum += pool.at(place).value;
        }
        if (sum >= wanted) return out;
    }
    return std::nullopt;
}

} // namespace wallet
