#include "chain/HeaderTree.h"

#include "consensus/Difficulty.h"
#include "consensus/Target.h"
#include "util/Require.h"

#include <algorithm>
#include <array>

namespace chain {

using consensus::Reject;
using consensus::Rejection;

std::int64_t HeaderEntry::medianTime() const {
    std::array<std::int64_t, 11> times{};
    std::size_t count = 0;
    for (const HeaderEntry* entry = this; entry != nullptr && count < times.size(); entry = entry->parent) {
        times[count++] = entry->record.header.time;
    }
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(count / 2);
    std::nth_element(times.begin(), middle, times.begin() + static_cast<std::ptrdiff_t>(count));
    return *middle;
}

const HeaderEntry* HeaderEntry::ancestor(std::int32_t height) const {
    if (height < 0 || height > record.height) return nullptr;
    const HeaderEntry* entry = this;
    while (entry->record.height > height) {
        const bool jump = entry->skip != nullptr && entry->skip->record.height >= height;
        entry = jump ? entry->skip : entry->parent;
    }
    return entry;
}

namespace {

/// Skew-binary jumps: two jumps of equal length below the parent are joined into one, so that any ancestor is
/// a logarithmic number of steps away while each entry holds one pointer.
const HeaderEntry* skipFor(const HeaderEntry* parent) {
    const HeaderEntry* first = parent->skip;
    if (first == nullptr || first->skip == nullptr) return parent;
    const bool equal = parent->height() - first->height() == first->height() - first->skip->height();
    return equal ? first->skip : parent;
}

StoreError damagedHeader(std::string what) {
    return {StoreError::Kind::Damaged, std::move(what)};
}

} // namespace

bool isBetterTip(const HeaderEntry& a, const HeaderEntry& b) {
    if (a.chainWork != b.chainWork) return a.chainWork > b.chainWork;
    return a.linkOrder < b.linkOrder;
}

HeaderTree::HeaderTree(const consensus::ChainParams& params) : m_params(params) {
    insertGenesis();
}

void HeaderTree::insertGenesis() {
    StoredHeader genesis;
    genesis.header = m_params.genesis->header;
    genesis.hash = m_params.genesisHash;
    genesis.status = BlockStatus::Connected;
    genesis.scheduledBits = genesis.header.bits;
    genesis.receivedTime = genesis.header.time;
    genesis.facts = factsOf(*m_params.genesis);
    m_genesis = insert(std::move(genesis), nullptr);
    m_genesis->isStored = true;
    m_bestHeader = m_genesis;
}

Result<void, StoreError> HeaderTree::load(std::vector<StoredHeader> headers) {
    m_entries.clear();
    m_leaves.clear();
    m_nextSequence = 0;
    insertGenesis();
    if (headers.empty() || headers.front().hash != m_params.genesisHash) {
        return fail(damagedHeader("the stored headers do not begin with this network's genesis"));
    }
    m_genesis->record.sequence = headers.front().sequence;
    m_nextSequence = headers.front().sequence + 1;
    m_entries.reserve(headers.size());
    for (std::size_t i = 1; i < headers.size(); ++i) {
        StoredHeader& stored = headers[i];
        HeaderEntry* parent = findForUpdate(stored.header.previous);
        if (parent == nullptr || stored.height != parent->height() + 1 || m_entries.contains(stored.hash)) {
            return fail(damagedHeader("the stored header " + stored.hash.toHex() + " fits nowhere"));
        }
        insert(std::move(stored), parent)->isStored = true;
    }
    recomputeBestHeader();
    return {};
}

HeaderEntry* HeaderTree::insert(StoredHeader header, HeaderEntry* parent) {
    auto entry = std::make_unique<HeaderEntry>();
    entry->record = static_cast<const HeaderRecord&>(header);
    entry->facts = std::move(header.facts);
    entry->chainWork = consensus::workOf(entry->record.header.bits);
    if (parent != nullptr) {
        entry->parent = parent;
        entry->skip = skipFor(parent);
        entry->chainWork += parent->chainWork;
        entry->isHeld = parent->isHeld;
        entry->nextSibling = std::exchange(parent->firstChild, entry.get());
        m_leaves.erase(parent);
    }
    m_nextSequence = std::max(m_nextSequence, entry->record.sequence + 1);
    HeaderEntry* added = entry.get();
    m_leaves.insert(added);
    m_entries.emplace(added->record.hash, std::move(entry));
    return added;
}

bool HeaderEntry::isLeftByHand() const {
    bool byHand = false;
    for (const HeaderEntry* entry = this; entry != nullptr && entry->isInvalid(); entry = entry->parent) {
        if (entry->record.status == BlockStatus::Invalid) return false;
        byHand = byHand || entry->record.status == BlockStatus::LeftByHand;
    }
    return byHand;
}

const HeaderEntry* HeaderTree::find(const primitives::BlockHash& hash) const {
    const auto found = m_entries.find(hash);
    return found == m_entries.end() ? nullptr : found->second.get();
}

HeaderEntry* HeaderTree::findForUpdate(const primitives::BlockHash& hash) {
    const auto found = m_entries.find(hash);
    return found == m_entries.end() ? nullptr : found->second.get();
}

Result<HeaderEntry*, Rejection> HeaderTree::add(const primitives::BlockHeader& header, std::int64_t now) {
    const primitives::BlockHash hash = header.hash();
    if (HeaderEntry* known = findForUpdate(hash)) {
        if (known->isInvalid()) return fail(Rejection{Reject::DuplicateInvalid, {}});
        return known;
    }
    if (auto work = consensus::checkHeader(header, hash, m_params); !work) return fail(work.error());
    HeaderEntry* parent = findForUpdate(header.previous);
    if (parent == nullptr) return fail(Rejection{Reject::PreviousUnknown, {}});
    if (parent->isInvalid()) return fail(Rejection{Reject::BadPrevious, {}});
    const consensus::BlockContext context = contextAfter(*parent);
    if (auto fits = consensus::checkHeaderInContext(header, context, now, m_params); !fits)
        return fail(fits.error());

    StoredHeader added;
    added.header = header;
    added.hash = hash;
    added.height = context.height;
    added.scheduledBits = context.scheduledBits;
    added.sequence = m_nextSequence;
    added.receivedTime = now;
    HeaderEntry* entry = insert(std::move(added), parent);
    if (entry->chainWork > m_bestHeader->chainWork) m_bestHeader = entry;
    return entry;
}

consensus::BlockContext HeaderTree::contextAfter(const HeaderEntry& parent) const {
    const std::int64_t medianTime = parent.medianTime();
    consensus::DifficultyContext difficulty{parent.height() + 1, parent.record.scheduledBits};
    if (consensus::retargetsAt(difficulty.height, m_params)) {
        const std::int32_t start = parent.height() - consensus::difficultyWindow(difficulty.height, m_params);
        const HeaderEntry* first = parent.ancestor(std::max(start, 0));
        difficulty.windowEndTime = consensus::borderTime(parent.record.header.time, medianTime, m_params);
        difficulty.windowStartTime =
            consensus::borderTime(first->record.header.time, first->medianTime(), m_params);
    }
    return {difficulty.height, medianTime, parent.record.header.time,
            consensus::nextScheduledBits(difficulty, m_params)};
}

const HeaderEntry* HeaderTree::fork(const HeaderEntry* a, const HeaderEntry* b) {
    require(a != nullptr && b != nullptr);
    a = a->ancestor(std::min(a->height(), b->height()));
    b = b->ancestor(a->height());
    while (a != b) {
        // Both stand at one height, so their jumps have one length.
        const bool jump = a->skip != nullptr && a->skip != b->skip;
        a = jump ? a->skip : a->parent;
        b = jump ? b->skip : b->parent;
        require(a != nullptr && b != nullptr); // genesis is of both
    }
    return a;
}

std::vector<const HeaderEntry*> HeaderTree::leaves() const {
    std::vector<const HeaderEntry*> out(m_leaves.begin(), m_leaves.end());
    std::sort(out.begin(), out.end(), [](const HeaderEntry* a, const HeaderEntry* b) {
        return a->record.sequence < b->record.sequence;
    });
    return out;
}

std::vector<HeaderEntry*> HeaderTree::descendants(const HeaderEntry& entry) {
    std::vector<HeaderEntry*> out;
    const auto addChildren = [&out](const HeaderEntry& parent) {
        for (HeaderEntry* child = parent.firstChild; child != nullptr; child = child->nextSibling)
            out.push_back(child);
    };
    addChildren(entry);
    for (std::size_t i = 0; i < out.size(); ++i)
        addChildren(*out[i]);
    return out;
}

std::vector<HeaderEntry*> HeaderTree::inOrderOfArrival() {
    std::vector<HeaderEntry*> out;
    out.reserve(m_entries.size());
    for (const auto& [hash, entry] : m_entries)
        out.push_back(entry.get());
    std::sort(out.begin(), out.end(), [](const HeaderEntry* a, const HeaderEntry* b) {
        return a->record.sequence < b->record.sequence;
    });
    return out;
}

void HeaderTree::forget(const HeaderEntry& leaf) {
    require(leaf.firstChild == nullptr && leaf.parent != nullptr);
    HeaderEntry* parent = findForUpdate(leaf.parent->hash());
    HeaderEntry** place = &parent->firstChild;
    while (*place != &leaf)
        place = &(*place)->nextSibling;
    *place = leaf.nextSibling;
    m_leaves.erase(&leaf);
    if (parent->firstChild == nullptr) m_leaves.insert(parent);
    m_entries.erase(primitives::BlockHash(leaf.hash())); // a copy: the entry's own goes with it
}

void HeaderTree::recomputeBestHeader() {
    m_bestHeader = m_genesis;
    for (const HeaderEntry* entry : m_leaves) {
        while (entry->isInvalid())
            entry = entry->parent;
        const bool more = entry->chainWork > m_bestHeader->chainWork;
        const bool earlier = entry->chainWork == m_bestHeader->chainWork &&
                             entry->record.sequence < m_bestHeader->record.sequence;
        if (more || earlier) m_bestHeader = entry;
    }
}

} // namespace chain
