#include "net/link/SendQueue.h"

#include "net/wire/Codec.h"

namespace net {

/// What it takes; transactions are shared with the mempool, blocks are not.
std::size_t SendQueue::costOf(const Kept& kept) {
    const auto* held = std::get_if<std::unique_ptr<wire::Message>>(&kept);
    if (held == nullptr) return sizeof kept;
    const wire::Message& message = **held;
    const std::size_t own = sizeof kept + sizeof message;
    if (const auto* block = std::get_if<wire::BlockMessage>(&message)) return own + block->block->size();
    const bool areHeaders = std::holds_alternative<wire::Headers>(message);
    return own + wire::countOf(message) * (areHeaders ? sizeof(primitives::BlockHeader) : 36);
}

bool SendQueue::push(Item item) {
    if (auto* message = std::get_if<wire::Message>(&item)) {
        m_items.emplace_back(std::make_unique<wire::Message>(std::move(*message)));
    } else {
        const auto& wanted = std::get<ServeBlock>(item);
        m_items.emplace_back(Wanted{wanted.hash, wanted.withWitness});
    }
    m_bytes += costOf(m_items.back());
    return m_bytes <= m_limits.most && m_items.size() <= m_limits.mostItems;
}

std::optional<SendQueue::Item> SendQueue::pop() {
    if (m_items.empty()) return std::nullopt;
    Kept kept = std::move(m_items.front());
    m_items.pop_front();
    m_bytes -= costOf(kept);
    if (auto* message = std::get_if<std::unique_ptr<wire::Message>>(&kept)) return std::move(**message);
    const auto& wanted = std::get<Wanted>(kept);
    return ServeBlock{0, wanted.hash, wanted.withWitness};
}

} // namespace net
