#pragma once

#include "support/VirtualNet.h"

#include "chain/Locator.h"

namespace support {

/// Somebody who speaks the protocol and does not mean well, or cannot.
class VirtualLiar : public VirtualActor {
public:
    enum class Trick {
        Silent,            ///< answers nothing
        WithholdsBodies,   ///< the true chain, and no bodies
        HeavyHeaders,      ///< a chain with more work than any, and no bodies
        LongHeaders,       ///< headers without end, unasked
        Slow,              ///< all that is true, seconds late
        NotFound,          ///< knows every header and has no body
        Mutated,           ///< bodies with a transaction twice
        InvalidBlocks,     ///< blocks that pay too much, on top of the tip
        Unconnecting,      ///< headers that follow nothing
        FutureTimes,       ///< headers of tomorrow
        Inventories,       ///< names of things that are not
        LeavesInTheMiddle, ///< ends the link after a few bodies
        BadCompact,        ///< compact blocks that cannot be put together
        Orphans,           ///< transactions whose parents do not exist
        InvalidTransactions,
        Count,
    };
    /// `source`: whose chain it shows.
    VirtualLiar(VirtualNet& net, Trick chosen, VirtualNode& source)
        : trick(chosen), m_net(net), m_source(source) {}

    const Trick trick;

    void connected(net::PeerId peer, const net::PeerFacts&) override {
        m_peers.push_back(peer);
        if (trick == Trick::HeavyHeaders && m_heavy.empty()) makeHeavy();
        if (trick == Trick::HeavyHeaders) send(peer, net::wire::Headers{m_heavy});
    }
    void gone(net::PeerId peer) override { std::erase(m_peers, peer); }
    void received(net::PeerId peer, const net::wire::Message& message) override {
        if (const auto* ask = std::get_if<net::wire::GetHeaders>(&message)) answerHeaders(peer, *ask);
        if (const auto* ask = std::get_if<net::wire::GetData>(&message)) {
            for (const auto& item : ask->items) {
                if (item.kind == net::wire::ItemKind::BlockWithWitness ||
                    item.kind == net::wire::ItemKind::Block)
                    answerBody(peer, primitives::BlockHash(item.hash));
            }
        }
        if (const auto* ping = std::get_if<net::wire::Ping>(&message))
            send(peer, net::wire::Pong{ping->nonce});
    }
    void tick() override {
        if (++m_ticks % 4 != 0) return; // once a second
        const std::vector<net::PeerId> peers = m_peers;
        for (const net::PeerId peer : peers)
            bother(peer);
    }
    std::vector<net::PeerOrder> takeOrders() override { return std::exchange(m_orders, {}); }
    primitives::BlockRef block(const primitives::BlockHash& hash) override { return m_source.block(hash); }
    [[nodiscard]] net::PeerFacts facts() const override {
        net::PeerFacts out = VirtualActor::facts();
        out.startHeight = 1'000'000;
        return out;
    }

private:
    void send(net::PeerId peer, net::wire::Message message) {
        m_orders.emplace_back(net::SendMessage{peer, std::move(message)});
    }
    void later(net::PeerId peer, net::wire::Message message, std::int64_t ms) {
        m_net.at(m_net.nowMs() + ms, [this, peer, message = std::move(message)] {
            if (std::ranges::find(m_peers, peer) == m_peers.end()) return;
            send(peer, message);
            m_net.collect(*this);
        });
    }
    /// More work than everybody, from genesis: it costs two hashes a header.
    void makeHeavy() { m_heavy = row(m_net.params.genesisHash, 600); }
    primitives::BlockHeader after(const primitives::BlockHeader& parent, std::uint32_t seconds) {
        primitives::BlockHeader next = parent;
        next.previous = parent.hash();
        next.time = parent.time + seconds;
        next.bits = m_net.params.card.rules.initialBits;
        for (std::uint8_t& byte : m_salt)
            byte = static_cast<std::uint8_t>(m_net.random());
        next.merkleRoot = primitives::MerkleRoot(m_salt);
        while (!consensus::hasValidWork(next.hash(), next.bits, m_net.params.powLimit))
            ++next.nonce;
        return next;
    }
    void answerHeaders(net::PeerId peer, const net::wire::GetHeaders& ask) {
        switch (trick) {
        case Trick::Silent:
            return;
        case Trick::HeavyHeaders:
            send(peer, net::wire::Headers{m_heavy});
            return;
        case Trick::Unconnecting:
            send(peer, net::wire::Headers{{after(after(m_net.params.genesis->header, 1), 1)}});
            return;
        default:
            break;
        }
        net::wire::Headers answer{chain::headersAfter(m_source.chain, ask.locator, ask.stop, 2'000)};
        if (trick == Trick::Slow)
            later(peer, std::move(answer), 2'000);
        else
            send(peer, std::move(answer));
    }
    void answerBody(net::PeerId peer, const primitives::BlockHash& hash) {
        primitives::BlockRef body = m_source.block(hash);
        switch (trick) {
        case Trick::Silent:
        case Trick::WithholdsBodies:
        case Trick::HeavyHeaders:
        case Trick::LongHeaders:
            return;
        case Trick::NotFound:
            send(peer, net::wire::NotFound{{{net::wire::ItemKind::BlockWithWitness, hash.bytes()}}});
            return;
        case Trick::Mutated:
            if (body) {
                auto spoiled = *body;
                spoiled.transactions.push_back(spoiled.transactions.front());
                body = std::make_shared<const primitives::Block>(std::move(spoiled));
            }
            break;
        case Trick::LeavesInTheMiddle:
            if (++m_bodies % 5 == 0) {
                m_orders.emplace_back(net::DropPeer{peer, net::Misbehaviour::NotNeeded, {}});
                return;
            }
            break;
        default:
            break;
        }
        if (!body) return;
        if (trick == Trick::Slow)
            later(peer, net::wire::BlockMessage{body}, 1'500 + m_net.below(4'000));
        else
            send(peer, net::wire::BlockMessage{body});
    }
    void bother(net::PeerId peer) {
        const primitives::BlockHeader& tip = m_source.chain.tip().record.header;
        switch (trick) {
        case Trick::LongHeaders: {
            if (m_long.size() < 20)
                m_long.push_back(row(m_long.empty() ? tip.hash() : m_long.back().back().hash(), 100));
            const auto which = static_cast<std::size_t>(m_net.below(static_cast<int>(m_long.size())));
            send(peer, net::wire::Headers{m_long[which]});
            return;
        }
        case Trick::InvalidBlocks: {
            BlockPlan plan;
            plan.fees = primitives::Amount(1);
            plan.time = timeOfNext();
            send(peer, net::wire::BlockMessage{m_net.maker.mineOn(m_source.chain.tip().hash(), plan)});
            return;
        }
        case Trick::Unconnecting:
            send(peer, net::wire::Headers{{after(after(tip, 1), 1)}});
            return;
        case Trick::FutureTimes:
            send(peer, net::wire::Headers{{headerAt(tip, m_net.unixTime() + 5 * 3'600)}});
            return;
        case Trick::Inventories:
            send(peer, net::wire::Inventory{names(50)});
            return;
        case Trick::BadCompact: {
            net::wire::CompactBlock compact;
            compact.header = headerAt(tip, timeOfNext());
            compact.nonce = m_net.random();
            for (int i = 0; i < 5; ++i)
                compact.shortIds.push_back(m_net.random() & 0xffffffffffffULL);
            compact.prefilled.push_back({0, m_net.params.genesis->transactions.front()});
            send(peer, compact);
            return;
        }
        case Trick::Orphans:
        case Trick::InvalidTransactions:
            sendTransaction(peer);
            return;
        default:
            return;
        }
    }
    std::vector<primitives::BlockHeader> row(const primitives::BlockHash& from, int count) {
        std::vector<primitives::BlockHeader> out;
        for (const primitives::BlockRef& block : m_net.maker.mineMany(from, count))
            out.push_back(block->header);
        return out;
    }
    primitives::BlockHeader headerAt(const primitives::BlockHeader& parent, std::int64_t time) {
        return after(parent, static_cast<std::uint32_t>(time) - parent.time);
    }
    [[nodiscard]] std::int64_t timeOfNext() const {
        return std::max<std::int64_t>(m_net.unixTime(), m_source.chain.tip().medianTime() + 1);
    }
    std::vector<net::wire::InventoryItem> names(int count) {
        std::vector<net::wire::InventoryItem> out;
        for (int i = 0; i < count; ++i) {
            for (std::uint8_t& byte : m_salt)
                byte = static_cast<std::uint8_t>(m_net.random());
            out.push_back({i % 10 == 0 ? net::wire::ItemKind::Block : net::wire::ItemKind::WtxId, m_salt});
        }
        return out;
    }
    void sendTransaction(net::PeerId peer) {
        primitives::TransactionParts parts;
        primitives::TxIn input;
        for (std::uint8_t& byte : m_salt)
            byte = static_cast<std::uint8_t>(m_net.random());
        input.previous = {primitives::TxId(m_salt), 0};
        if (trick == Trick::InvalidTransactions) parts.inputs.push_back(input); // the same coin twice
        parts.inputs.push_back(input);
        parts.outputs.push_back({primitives::Amount(10'000), testScript()});
        send(peer, net::wire::TransactionMessage{
                       std::make_shared<const primitives::Transaction>(std::move(parts))});
    }

    VirtualNet& m_net;
    VirtualNode& m_source;
    std::vector<net::PeerId> m_peers;
    std::vector<net::PeerOrder> m_orders;
    std::vector<primitives::BlockHeader> m_heavy;
    std::vector<std::vector<primitives::BlockHeader>> m_long;
    util::ByteArray<32> m_salt{};
    int m_ticks = 0;
    int m_bodies = 0;
};

} // namespace support
