#include "net/link/SendQueue.h"

#include "net/wire/Codec.h"

namespace net {

namespace {

/// What an item takes; transactions are shared with the mempool, blocks are not.
std::size_t costOf(const SendQueue::Item& item) {
    const auto* message = std::get_if<wire::Message>(&item);
    if (message == nullptr) return sizeof item;
    std::size_t each = 36;
    if (std::holds_alternative<wire::Headers>(*message)) each = sizeof(primitives::BlockHeader);
    if (const auto* block = std::get_if<wire::BlockMessage>(message))
        return sizeof item + block->block->size();
    return sizeof item + wire::countOf(*message) * each;
}

} // namespace

bool SendQueue::push(Item item) {
    m_bytes += costOf(item);
    m_items.push_back(std::move(item));
    return m_bytes <= m_limits.most && m_items.size() <= m_limits.mostItems;
}

std::optional<SendQueue::Item> SendQueue::pop() {
    if (m_items.empty()) return std::nullopt;
    Item item = std::move(m_items.front());
    m_items.pop_front();
    m_bytes -= costOf(item);
    return item;
}

} // namespace net
