#pragma once

#include "net/Exchange.h"
#include "support/MemoryChain.h"
#include "support/RegtestChain.h"

#include <functional>
#include <map>
#include <queue>
#include <random>

namespace support {

class VirtualNet;

/// Somebody in a VirtualNet. Peer ids are drawn by the net, one a link and side.
class VirtualActor {
public:
    virtual ~VirtualActor() = default;
    virtual void connected(net::PeerId peer, const net::PeerFacts& facts) = 0;
    virtual void gone(net::PeerId peer) = 0;
    virtual void received(net::PeerId peer, const net::wire::Message& message) = 0;
    virtual void tick() = 0;
    virtual std::vector<net::PeerOrder> takeOrders() = 0;
    /// For ServeBlock.
    virtual primitives::BlockRef block(const primitives::BlockHash& hash) = 0;
    /// What it says of itself.
    [[nodiscard]] virtual net::PeerFacts facts() const {
        net::PeerFacts out;
        out.services = net::wire::kServiceNetwork | net::wire::kServiceWitness;
        out.wtxidRelay = true;
        return out;
    }
    std::size_t index = 0; ///< in the net
};

/// A link between two, both ways over one stream: in order, with delay, and as many bytes a second as it has.
struct VirtualLink {
    std::size_t dialler = 0, listener = 0;
    net::PeerId atDialler = 0, atListener = 0; ///< how each calls the other
    std::int64_t latencyMs = 20;
    std::int64_t bytesPerMs = 1'000;
    std::int64_t freeAtMs[2] = {0, 0}; ///< when the bytes sent so far have left: by dialler, by listener
    std::int64_t lastMs[2] = {0, 0};   ///< when the last of them arrives
    bool isUp = true;
};

/// A link that its node ended.
struct VirtualDrop {
    std::size_t by = 0, whom = 0;
    net::Misbehaviour reason = net::Misbehaviour::MalformedMessage;
    std::optional<consensus::Rejection> rejection;
    std::int64_t timeMs = 0;
};

/// Nodes and links in virtual time. Everything follows from the seed. Orders are carried out, messages
/// arrive in time; nothing touches a socket or a thread.
class VirtualNet {
public:
    explicit VirtualNet(std::uint64_t seed, consensus::ChainParams network = easyCard())
        : params(std::move(network)), maker(params), random(seed), m_startTime(startTime()) {}

    template <class Actor, class... Arguments>
    Actor& add(Arguments&&... arguments) {
        auto actor = std::make_unique<Actor>(*this, std::forward<Arguments>(arguments)...);
        actor->index = m_actors.size();
        Actor& out = *actor;
        m_actors.push_back(std::move(actor));
        return out;
    }
    VirtualLink& connect(VirtualActor& dialler, VirtualActor& listener, std::int64_t latencyMs = 20,
                         std::int64_t bytesPerMs = 1'000) {
        auto link = std::make_unique<VirtualLink>();
        link->dialler = dialler.index;
        link->listener = listener.index;
        link->atDialler = ++m_lastPeer;
        link->atListener = ++m_lastPeer;
        link->latencyMs = latencyMs;
        link->bytesPerMs = bytesPerMs;
        link->lastMs[0] = link->lastMs[1] = m_now;
        VirtualLink& out = *link;
        m_links.push_back(std::move(link));
        m_byPeer[out.atDialler] = m_byPeer[out.atListener] = &out;
        net::PeerFacts ofListener = listener.facts();
        net::PeerFacts ofDialler = dialler.facts();
        ofDialler.dialledIn = true;
        dialler.connected(out.atDialler, ofListener);
        listener.connected(out.atListener, ofDialler);
        collect(dialler);
        collect(listener);
        return out;
    }
    void disconnect(VirtualLink& link) {
        if (!std::exchange(link.isUp, false)) return;
        m_byPeer.erase(link.atDialler);
        m_byPeer.erase(link.atListener);
        m_actors[link.dialler]->gone(link.atDialler);
        m_actors[link.listener]->gone(link.atListener);
        collect(*m_actors[link.dialler]);
        collect(*m_actors[link.listener]);
    }
    [[nodiscard]] VirtualLink* linkBetween(const VirtualActor& a, const VirtualActor& b) const {
        for (const auto& link : m_links) {
            const bool there = link->dialler == a.index && link->listener == b.index;
            const bool back = link->dialler == b.index && link->listener == a.index;
            if (link->isUp && (there || back)) return link.get();
        }
        return nullptr;
    }
    /// Whether a link may be made again after who dropped whom and why is asked here.
    [[nodiscard]] const std::vector<VirtualDrop>& drops() const { return m_drops; }
    [[nodiscard]] std::int64_t nowMs() const { return m_now; }
    [[nodiscard]] std::int64_t unixTime() const { return m_startTime + m_now / 1'000; }

    void at(std::int64_t timeMs, std::function<void()> action) {
        m_events.push({std::max(timeMs, m_now), ++m_lastEvent, std::move(action)});
    }
    /// Time goes on until something holds (asked every tick), or that long.
    bool runUntil(const std::function<bool()>& isDone, std::int64_t ms) {
        const std::int64_t end = m_now + ms;
        while (m_now < end) {
            const std::int64_t tickAt = std::min(end, m_now + kTickMs);
            while (!m_events.empty() && m_events.top().timeMs <= tickAt) {
                const Event event = m_events.top();
                m_events.pop();
                m_now = std::max(m_now, event.timeMs);
                event.action();
            }
            m_now = tickAt;
            for (const auto& actor : m_actors) {
                actor->tick();
                collect(*actor);
            }
            if (isDone()) return true;
        }
        return isDone();
    }
    void run(std::int64_t ms) {
        runUntil([] { return false; }, ms);
    }
    /// What an actor wants done now.
    void collect(VirtualActor& actor) {
        for (net::PeerOrder& order : actor.takeOrders())
            carry(actor, order);
    }
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(random); }

    consensus::ChainParams params;
    RegtestChain maker; ///< of all blocks, so that any may be built upon
    std::mt19937_64 random;
    double lossOfLinks = 0; ///< chance of a message to end its link instead
    std::int64_t messages = 0, bytes = 0;

private:
    static constexpr std::int64_t kTickMs = 250;
    struct Event {
        std::int64_t timeMs;
        std::int64_t order;
        std::function<void()> action;
        bool operator<(const Event& other) const {
            return timeMs != other.timeMs ? timeMs > other.timeMs : order > other.order;
        }
    };
    /// Somewhat after the blocks that are made on genesis.
    [[nodiscard]] std::int64_t startTime() const {
        return params.genesis->header.time + std::int64_t{365} * 24 * 3'600;
    }
    static std::int64_t sizeOf(const net::wire::Message& message) {
        if (const auto* block = std::get_if<net::wire::BlockMessage>(&message))
            return static_cast<std::int64_t>(block->block->size());
        if (const auto* transaction = std::get_if<net::wire::TransactionMessage>(&message))
            return static_cast<std::int64_t>(transaction->transaction->size());
        if (const auto* headers = std::get_if<net::wire::Headers>(&message))
            return static_cast<std::int64_t>(headers->list.size()) * 81;
        if (const auto* items = std::get_if<net::wire::Inventory>(&message))
            return static_cast<std::int64_t>(items->items.size()) * 36;
        if (const auto* compact = std::get_if<net::wire::CompactBlock>(&message)) {
            std::int64_t out = 90 + static_cast<std::int64_t>(compact->shortIds.size()) * 6;
            for (const auto& prefilled : compact->prefilled)
                out += static_cast<std::int64_t>(prefilled.transaction->size());
            return out;
        }
        if (const auto* rest = std::get_if<net::wire::BlockTransactions>(&message)) {
            std::int64_t out = 40;
            for (const auto& transaction : rest->transactions)
                out += static_cast<std::int64_t>(transaction->size());
            return out;
        }
        return 60;
    }
    void carry(VirtualActor& actor, net::PeerOrder& order) {
        if (auto* send = std::get_if<net::SendMessage>(&order)) {
            deliver(send->peer, std::move(send->message));
        } else if (const auto* serve = std::get_if<net::ServeBlock>(&order)) {
            if (auto block = actor.block(serve->hash))
                deliver(serve->peer, net::wire::BlockMessage{std::move(block), serve->withWitness});
            else
                deliver(serve->peer,
                        net::wire::NotFound{{{net::wire::ItemKind::Block, serve->hash.bytes()}}});
        } else if (const auto* drop = std::get_if<net::DropPeer>(&order)) {
            const auto found = m_byPeer.find(drop->peer);
            if (found == m_byPeer.end()) return;
            VirtualLink& link = *found->second;
            const std::size_t whom = link.dialler == actor.index ? link.listener : link.dialler;
            m_drops.push_back({actor.index, whom, drop->reason, drop->rejection, m_now});
            at(m_now, [this, &link] { disconnect(link); });
        }
    }
    /// `peer`: what the sender calls the receiver.
    void deliver(net::PeerId peer, net::wire::Message message) {
        const auto found = m_byPeer.find(peer);
        if (found == m_byPeer.end()) return;
        VirtualLink& link = *found->second;
        if (lossOfLinks > 0 && std::uniform_real_distribution<>()(random) < lossOfLinks) {
            at(m_now, [this, &link] { disconnect(link); });
            return;
        }
        const bool byDialler = peer == link.atDialler;
        const std::int64_t size = sizeOf(message);
        ++messages;
        bytes += size;
        std::int64_t& freeAt = link.freeAtMs[byDialler ? 0 : 1];
        freeAt = std::max(freeAt, m_now) + size / link.bytesPerMs;
        std::int64_t& last = link.lastMs[byDialler ? 0 : 1];
        last = std::max(last, freeAt + link.latencyMs);
        at(last, [this, &link, byDialler, message = std::move(message)] {
            if (!link.isUp) return;
            VirtualActor& receiver = *m_actors[byDialler ? link.listener : link.dialler];
            receiver.received(byDialler ? link.atListener : link.atDialler, message);
            collect(receiver);
        });
    }

    std::int64_t m_startTime;
    std::int64_t m_now = 0;
    std::int64_t m_lastEvent = 0;
    net::PeerId m_lastPeer = 0;
    std::vector<std::unique_ptr<VirtualActor>> m_actors;
    std::vector<std::unique_ptr<VirtualLink>> m_links;
    std::map<net::PeerId, VirtualLink*> m_byPeer;
    std::priority_queue<Event> m_events;
    std::vector<VirtualDrop> m_drops;
};

/// The time of a net.
class VirtualClock final : public util::Clock {
public:
    explicit VirtualClock(const VirtualNet& net) : m_net(net) {}
    [[nodiscard]] std::int64_t now() const override { return m_net.unixTime(); }
    [[nodiscard]] std::int64_t steadyMs() const override { return m_net.nowMs(); }

private:
    const VirtualNet& m_net;
};

/// A real node but for sockets and disk: chain, mempool, exchange.
class VirtualNode : public VirtualActor, public net::Intake {
public:
    explicit VirtualNode(VirtualNet& net, net::Exchange::Options options = {})
        : m_net(net), m_clock(net), m_pool(0),
          chain(net.params, m_blocks, m_coins, m_clock, m_pool,
                {.coinCacheBytes = 4U << 20, .signatureCacheBytes = 1U << 18}),
          mempool(chain, m_clock, {}), exchange(chain, mempool, *this, m_clock, options, net.random()) {
        require(chain.load().has_value());
    }

    // --- what a test does
    void give(std::span<const primitives::BlockRef> blocks) {
        auto taken = chain.acceptBlocks(blocks);
        require(taken.has_value() &&
                std::ranges::all_of(taken->each, [](const auto& one) { return one.has_value(); }));
        follow(std::move(taken->change));
        m_net.collect(*this);
    }
    /// A block on our tip with what waits.
    primitives::BlockRef mine() {
        BlockPlan plan;
        for (const chain::MempoolEntry* entry : mempool.selectForBlock(3'900'000, 10'000, 80'000)) {
            plan.transactions.push_back(entry->transaction);
            plan.fees = plan.fees + entry->fee;
        }
        plan.time = std::max(m_net.unixTime(), chain.tip().medianTime() + 1);
        primitives::BlockRef block = m_net.maker.mineOn(chain.tip().hash(), plan);
        give({&block, 1});
        return block;
    }
    bool pay(const primitives::TransactionRef& transaction) {
        auto accepted = mempool.accept(transaction);
        if (!accepted) return false;
        for (const auto& added : accepted->added)
            exchange.transactionAdded(*added);
        m_net.collect(*this);
        return true;
    }

    // --- VirtualActor
    void connected(net::PeerId peer, const net::PeerFacts& facts) override {
        exchange.connected(peer, facts);
        m_news.emplace_back(net::SendMessage{peer, net::wire::SendHeaders{}}); // as a link does
    }
    void gone(net::PeerId peer) override { exchange.gone(peer); }
    void received(net::PeerId peer, const net::wire::Message& message) override {
        exchange.received(peer, {&message, 1});
    }
    void tick() override {
        exchange.tick();
        mostRemembered = std::max(mostRemembered, exchange.rememberedBytes());
        mostHeaders = std::max(mostHeaders, chain.headers().size());
    }
    std::vector<net::PeerOrder> takeOrders() override {
        std::vector<net::PeerOrder> out = std::exchange(m_news, {});
        std::ranges::move(exchange.takeOrders(), std::back_inserter(out));
        return out;
    }
    primitives::BlockRef block(const primitives::BlockHash& hash) override {
        auto found = chain.readBlock(hash);
        return found ? *found : nullptr;
    }
    [[nodiscard]] net::PeerFacts facts() const override {
        net::PeerFacts out = VirtualActor::facts();
        out.startHeight = chain.tip().height();
        return out;
    }

    // --- net::Intake
    Result<std::vector<Result<chain::BlockOutcome, consensus::Rejection>>, chain::StoreError>
    takeBlocks(std::span<const primitives::BlockRef> blocks, net::PeerId) override {
        auto taken = chain.acceptBlocks(blocks);
        if (!taken) return fail(taken.error());
        follow(std::move(taken->change));
        return std::move(taken->each);
    }
    Result<void, consensus::Rejection> takeTransaction(const primitives::TransactionRef& transaction,
                                                       net::PeerId from) override {
        auto accepted = mempool.accept(transaction, {}, from);
        if (!accepted) return fail(accepted.error());
        for (const auto& added : accepted->added)
            exchange.transactionAdded(*added);
        return {};
    }
    [[nodiscard]] bool isClosed() const override { return false; }

private:
    void follow(chain::ChainChange change) {
        if (change.isEmpty()) return;
        for (const auto& added : mempool.applyChainChange(change).added)
            exchange.transactionAdded(*added);
        exchange.chainChanged(change);
    }

    VirtualNet& m_net;
    VirtualClock m_clock;
    MemoryCoinStore m_coins;
    MemoryBlockStore m_blocks{m_coins};
    util::WorkerPool m_pool;
    std::vector<net::PeerOrder> m_news;

public:
    chain::ChainState chain;
    chain::Mempool mempool;
    net::Exchange exchange;
    std::size_t mostRemembered = 0;
    std::size_t mostHeaders = 0;
};

} // namespace support
