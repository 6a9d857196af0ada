#pragma once

#include "net/PeerTypes.h"

#include <algorithm>
#include <iterator>

/// What goes to the peers of a test, kept until it is looked at.
class SentOrders {
public:
    void keep(std::vector<net::PeerOrder> orders) {
        m_orders.insert(m_orders.end(), std::make_move_iterator(orders.begin()),
                        std::make_move_iterator(orders.end()));
    }
    /// Takes out the messages of one kind to a peer, in order.
    template <class Message>
    std::vector<Message> take(net::PeerId peer) {
        std::vector<Message> found;
        std::erase_if(m_orders, [&](const net::PeerOrder& order) {
            const auto* send = std::get_if<net::SendMessage>(&order);
            const auto* message = send ? std::get_if<Message>(&send->message) : nullptr;
            if (message == nullptr || send->peer != peer) return false;
            found.push_back(*message);
            return true;
        });
        return found;
    }
    /// The items of all such messages: Inventory, GetData, NotFound.
    template <class Message>
    std::vector<net::wire::InventoryItem> takeItems(net::PeerId peer) {
        std::vector<net::wire::InventoryItem> all;
        for (const Message& message : take<Message>(peer))
            all.insert(all.end(), message.items.begin(), message.items.end());
        return all;
    }
    /// Takes out the blocks that a peer is to be served.
    std::vector<primitives::BlockHash> takeServed(net::PeerId peer) {
        std::vector<primitives::BlockHash> out;
        std::erase_if(m_orders, [&](const net::PeerOrder& order) {
            const auto* serve = std::get_if<net::ServeBlock>(&order);
            if (serve == nullptr || serve->peer != peer) return false;
            out.push_back(serve->hash);
            return true;
        });
        return out;
    }
    /// The order to drop a peer; null: there is none.
    [[nodiscard]] const net::DropPeer* dropOf(net::PeerId peer) const {
        for (const net::PeerOrder& order : m_orders) {
            const auto* drop = std::get_if<net::DropPeer>(&order);
            if (drop != nullptr && drop->peer == peer) return drop;
        }
        return nullptr;
    }
    void clear() { m_orders.clear(); }

private:
    std::vector<net::PeerOrder> m_orders;
};
