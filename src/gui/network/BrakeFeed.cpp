#include "gui/network/BrakeFeed.h"

#include "gui/network/PeerWords.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <algorithm>
#include <utility>

namespace gui {

namespace {

bool isSameBranch(const std::optional<node::HeldBranch>& a, const std::optional<node::HeldBranch>& b) {
    if (a.has_value() != b.has_value()) return false;
    return !a || (a->hash == b->hash && a->forkHeight == b->forkHeight && a->replaces == b->replaces &&
                  a->isDeclined == b->isDeclined);
}

} // namespace

BrakeFeed& BrakeFeed::of(node::Node& node) {
    if (auto* known = node.findChild<BrakeFeed*>(QString(), Qt::FindDirectChildrenOnly)) return *known;
    return *new BrakeFeed(node);
}

BrakeFeed::BrakeFeed(node::Node& node) : QObject(&node), m_node(node) {}

const node::HeldBranch* BrakeFeed::question() const {
    const bool asks = m_held && !m_held->isDeclined && m_stayedAt != m_held->forkHeight;
    return asks ? &*m_held : nullptr;
}

QString BrakeFeed::offerer() const {
    if (!m_held) return {};
    const auto peers = m_node.peers().list();
    const auto isIts = [this](const net::PeerInfo& peer) { return peer.tip == m_held->hash; };
    auto found = std::ranges::find_if(*peers, isIts);
    if (found == peers->end()) found = std::ranges::find(*peers, net::PeerState::Held, &net::PeerInfo::state);
    return found == peers->end() ? QString() : peerName(*found);
}

void BrakeFeed::look() {
    const auto status = m_node.chain().status();
    const auto peers = m_node.peers().list();
    const Seen seen{
        status->tip.hash, status->bestHeaderHeight, status->staleBlocks,
        static_cast<int>(std::ranges::count(*peers, net::PeerState::Held, &net::PeerInfo::state))};
    if (std::exchange(m_seen, seen) == seen) return;
    if (std::exchange(m_asking, true)) {
        m_askAgain = true;
        return;
    }
    node::onResult(
        m_node.chain().heldBranch(), this,
        [this](const std::optional<node::HeldBranch>& held) {
            m_asking = false;
            take(held);
            if (std::exchange(m_askAgain, false)) {
                m_seen = {};
                look();
            }
        },
        [this] { m_asking = false; });
}

void BrakeFeed::take(const std::optional<node::HeldBranch>& held) {
    if (isSameBranch(m_held, held)) return;
    m_held = held;
    if (!held) m_stayedAt.reset();
    emit changed();
}

void BrakeFeed::stay() {
    if (!m_held) return;
    m_stayedAt = m_held->forkHeight;
    m_node.chain().declineHeldBranch();
    emit changed();
}

} // namespace gui

#include "moc_BrakeFeed.cpp"
