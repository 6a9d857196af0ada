#pragma once

#include <cstdint>
#include <functional>
#include <vector>

namespace wallet {

/// A number, even over 0 … bound - 1. Tests give a seeded one.
using RandomBelow = std::function<std::uint64_t(std::uint64_t bound)>;

/// Puts `items` into random order.
template <class T>
void shuffle(std::vector<T>& items, const RandomBelow& random) {
    for (std::size_t i = items.size(); i > 1; --i)
        std::swap(items[i - 1], items[random(i)]);
}

} // namespace wallet
