#pragma once

#include "util/Bytes.h"

#include <memory>
#include <unordered_set>
#include <vector>

namespace node {

/// The scripts of the open wallet's addresses, to mark what is the user's own in lists. Copies share what
/// they have in common, so that one more address costs one more address.
class OwnScripts {
public:
    [[nodiscard]] bool contains(const util::Bytes& script) const;
    [[nodiscard]] std::size_t size() const;
    /// Cost: the new ones, and ever more rarely those that were added before.
    void add(const std::vector<util::Bytes>& scripts);

private:
    struct Hash {
        std::size_t operator()(const util::Bytes& script) const;
    };
    using Layer = std::unordered_set<util::Bytes, Hash>;
    std::vector<std::shared_ptr<const Layer>> m_layers; ///< each at least twice as large as the next
};

} // namespace node
