#include "net/sync/ChainServer.h"

#include "chain/Locator.h"

#include <algorithm>

namespace net {

using chain::HeaderEntry;
using primitives::BlockHash;

namespace {
constexpr std::size_t kBlocksNamed = 500;
constexpr std::int64_t kStaleSeconds = std::int64_t{30} * 24 * 3600;
} // namespace

bool isGiven(const chain::ChainState& chain, const HeaderEntry& entry) {
    if (chain.isInBestChain(entry)) return true;
    if (entry.record.status != chain::BlockStatus::Connected) return false;
    const HeaderEntry* best = chain.headers().bestHeader();
    const std::int64_t age = std::int64_t{best->record.header.time} - entry.record.header.time;
    if (age >= kStaleSeconds) return false;
    if (best->parent == nullptr || best->chainWork <= entry.chainWork) return true;
    const double blocks = (best->chainWork - entry.chainWork).toDouble() /
                          (best->chainWork - best->parent->chainWork).toDouble();
    return blocks * static_cast<double>(chain.params().rules().targetBlockTime) <
           static_cast<double>(kStaleSeconds);
}

/// The last block of the locator that is on the best chain; genesis if none is.
const HeaderEntry& ChainServer::fork(std::span<const BlockHash> locator) const {
    for (const BlockHash& hash : locator) {
        const HeaderEntry* entry = m_chain.headers().find(hash);
        if (entry != nullptr && m_chain.isInBestChain(*entry)) return *entry;
    }
    return m_chain.headers().genesis();
}

void ChainServer::headersAsked(PeerId peer, const wire::GetHeaders& message) {
    if (message.locator.empty()) { // one header by its hash
        const HeaderEntry* entry = m_chain.headers().find(message.stop);
        if (entry == nullptr || !isGiven(m_chain, *entry)) return;
        m_out.send(peer, wire::Headers{{entry->record.header}});
        m_sync.noteHas(peer, *entry);
        return;
    }
    wire::Headers answer{chain::headersAfter(m_chain, message.locator, message.stop, wire::kMaxHeaders)};
    // With nothing more to give, it is known to be in step.
    const HeaderEntry* last =
        answer.list.empty() ? &m_chain.tip() : m_chain.headers().find(answer.list.back().hash());
    m_out.send(peer, std::move(answer));
    if (last != nullptr) m_sync.noteHas(peer, *last);
}

void ChainServer::blocksAsked(PeerId peer, const wire::GetBlocks& message) {
    wire::Inventory answer;
    std::int32_t height = fork(message.locator).height();
    while (const HeaderEntry* next = m_chain.at(++height)) {
        if (next->hash() == message.stop) break;
        answer.items.push_back({wire::ItemKind::Block, next->hash().bytes()});
        if (answer.items.size() < kBlocksNamed) continue;
        m_goesOnAt[peer] = next->hash();
        break;
    }
    if (!answer.items.empty()) m_out.send(peer, std::move(answer));
}

void ChainServer::blockAsked(PeerId peer, const BlockHash& hash, bool withWitness) {
    const HeaderEntry* entry = m_chain.headers().find(hash);
    if (entry == nullptr || !entry->hasBody() || !isGiven(m_chain, *entry)) return;
    m_out.serve(peer, hash, withWitness);
    const auto goesOn = m_goesOnAt.find(peer);
    if (goesOn == m_goesOnAt.end() || goesOn->second != hash) return;
    m_goesOnAt.erase(goesOn);
    m_out.send(peer, wire::Inventory{{{wire::ItemKind::Block, m_chain.tip().hash().bytes()}}});
}

} // namespace net
