#include "chain/ReorganisationBrake.h"

#include "util/Log.h"

#include <algorithm>

namespace chain {

namespace {

std::int32_t replacedBlocks(const HeaderEntry& target, const HeaderEntry& tip) {
    return tip.height() - HeaderTree::fork(&target, &tip)->height();
}

bool buildsOn(const HeaderEntry& entry, const HeaderEntry& root) {
    return entry.ancestor(root.height()) == &root;
}

} // namespace

bool ReorganisationBrake::holdsBack(const HeaderEntry& target, const HeaderEntry& tip) {
    if (!m_limit) return false;
    const HeaderEntry* fork = HeaderTree::fork(&target, &tip);
    if (fork == &target || tip.height() - fork->height() <= *m_limit) return false;
    const HeaderEntry* root = target.ancestor(fork->height() + 1);
    util::logWarning("chain", "a branch that would replace " + std::to_string(tip.height() - fork->height()) +
                                  " blocks is held back: " + target.hash().toHex());
    m_roots.push_back({root, *m_limit});
    mark(*root, true);
    return true;
}

void ReorganisationBrake::mark(const HeaderEntry& root, bool isHeld) {
    m_headers.findForUpdate(root.hash())->isHeld = isHeld;
    for (HeaderEntry* entry : HeaderTree::descendants(root))
        entry->isHeld = isHeld;
}

bool ReorganisationBrake::release(const HeaderEntry& entry) {
    const auto place =
        std::ranges::find_if(m_roots, [&](const Root& root) { return buildsOn(entry, *root.entry); });
    if (place == m_roots.end()) return false;
    mark(*place->entry, false);
    m_roots.erase(place);
    return true;
}

/// The best block of a branch that could be connected.
const HeaderEntry* ReorganisationBrake::bestOn(const HeaderEntry& root) const {
    const HeaderEntry* best = nullptr;
    for (const HeaderEntry* entry : m_headers.leaves()) {
        if (entry->height() < root.height() || !buildsOn(*entry, root)) continue;
        while (entry->height() >= root.height() && (!entry->linked || entry->isInvalid()))
            entry = entry->parent;
        if (entry->height() < root.height()) continue;
        if (best == nullptr || isBetterTip(*entry, *best)) best = entry;
    }
    return best;
}

bool ReorganisationBrake::review(const HeaderEntry& tip) {
    bool isCandidate = false;
    std::erase_if(m_roots, [&](const Root& root) {
        const HeaderEntry* best = bestOn(*root.entry);
        const bool isWorthIt = best != nullptr && isBetterTip(*best, tip) && !buildsOn(tip, *root.entry);
        if (isWorthIt && replacedBlocks(*root.entry, tip) > root.limit) return false;
        isCandidate = isCandidate || isWorthIt;
        mark(*root.entry, false);
        return true;
    });
    return isCandidate;
}

std::optional<HeldBranch> ReorganisationBrake::best(const HeaderEntry& tip) const {
    std::optional<HeldBranch> out;
    for (const Root& root : m_roots) {
        const HeaderEntry* top = bestOn(*root.entry);
        if (top == nullptr || (out && !isBetterTip(*top, *out->tip))) continue;
        out = HeldBranch{HeaderTree::fork(top, &tip), top, &tip, replacedBlocks(*top, tip)};
    }
    return out;
}

} // namespace chain
