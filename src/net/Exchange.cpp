#include "net/Exchange.h"

#include <algorithm>

namespace net {

namespace {

/// In one message: no program downloads so many at a time, and what is to be sent is remembered.
constexpr std::size_t kMostBlocksAsked = 5'000;

/// Seeds of the parts differ, so that none can be told from another's choices.
std::uint64_t seedOf(std::uint64_t seed, std::uint64_t part) {
    return seed ^ (part * 0x9e3779b97f4a7c15ULL);
}

bool namesTransaction(wire::ItemKind kind) {
    return kind == wire::ItemKind::Transaction || kind == wire::ItemKind::WtxId ||
           kind == wire::ItemKind::TransactionWithWitness;
}

bool namesBlock(wire::ItemKind kind) {
    return kind == wire::ItemKind::Block || kind == wire::ItemKind::BlockWithWitness;
}

/// Runs of one kind: transactions, blocks.
struct SortedItems {
    std::vector<wire::InventoryItem> transactions;
    std::vector<primitives::BlockHash> blocks;
};

SortedItems sorted(const std::vector<wire::InventoryItem>& items) {
    SortedItems out;
    for (const wire::InventoryItem& item : items) {
        if (namesTransaction(item.kind)) out.transactions.push_back(item);
        if (namesBlock(item.kind) || item.kind == wire::ItemKind::CompactBlock)
            out.blocks.emplace_back(item.hash);
    }
    return out;
}

} // namespace

/// One message to the part whose job it is.
struct Exchange::Visitor {
    Exchange& self;
    PeerId peer;

    void operator()(const wire::Headers& message) const { self.m_sync.headers(peer, message.list); }
    void operator()(const wire::Inventory& message) const {
        const SortedItems items = sorted(message.items);
        if (!items.blocks.empty()) self.m_sync.announced(peer, items.blocks);
        if (!items.transactions.empty()) self.m_relay.announced(peer, items.transactions);
    }
    void operator()(const wire::NotFound& message) const {
        const SortedItems items = sorted(message.items);
        if (!items.blocks.empty()) self.m_sync.notFound(peer, items.blocks);
        if (!items.transactions.empty()) self.m_relay.notFound(peer, items.transactions);
    }
    void operator()(const wire::GetData& message) const {
        const auto isOfBlock = [](const wire::InventoryItem& item) { return !namesTransaction(item.kind); };
        if (std::size_t(std::ranges::count_if(message.items, isOfBlock)) > kMostBlocksAsked) {
            self.m_out.drop(peer, Misbehaviour::BadRequest);
            return;
        }
        std::vector<wire::InventoryItem> transactions;
        for (const wire::InventoryItem& item : message.items) {
            if (namesTransaction(item.kind))
                transactions.push_back(item);
            else if (item.kind == wire::ItemKind::CompactBlock)
                self.m_blocks.compactAsked(peer, primitives::BlockHash(item.hash));
            else if (namesBlock(item.kind))
                self.m_server.blockAsked(peer, primitives::BlockHash(item.hash),
                                         item.kind == wire::ItemKind::BlockWithWitness);
        }
        if (!transactions.empty()) self.m_relay.asked(peer, transactions);
    }
    void operator()(const wire::BlockMessage& message) const {
        self.m_blocks.comes(peer, {&message.block, 1});
        self.m_sync.blocks(peer, {&message.block, 1});
    }
    void operator()(const wire::TransactionMessage& message) const {
        self.m_relay.received(peer, message.transaction);
    }
    void operator()(const wire::GetHeaders& message) const {
        self.m_blocks.asked(peer);
        self.m_server.headersAsked(peer, message);
    }
    void operator()(const wire::GetBlocks& message) const {
        self.m_blocks.asked(peer);
        self.m_server.blocksAsked(peer, message);
    }
    void operator()(const wire::SendHeaders&) const { self.m_blocks.wantsHeaders(peer); }
    void operator()(const wire::SendCompact& message) const { self.m_blocks.sendCompact(peer, message); }
    void operator()(const wire::CompactBlock& message) const { self.m_blocks.compactBlock(peer, message); }
    void operator()(const wire::GetBlockTransactions& message) const {
        self.m_blocks.transactionsAsked(peer, message);
    }
    void operator()(const wire::BlockTransactions& message) const {
        self.m_blocks.blockTransactions(peer, message);
    }
    void operator()(const wire::FeeFilter& message) const {
        self.m_relay.feeFilter(peer, message.satoshiPerKvB);
    }
    void operator()(const wire::MempoolRequest&) const { self.m_relay.mempoolAsked(peer); }
    void operator()(const wire::BloomMessage&) const { self.m_out.drop(peer, Misbehaviour::BloomFilter); }
    void operator()(const wire::Ping& message) const {
        // After everything that came before it: whoever waits for the answer knows that all is done.
        if (message.hasNonce) self.m_out.send(peer, wire::Pong{message.nonce});
    }
    /// The handshake, addresses and pongs are the link's.
    template <class Other>
    void operator()(const Other&) const {}
};

Exchange::Exchange(chain::ChainState& chain, chain::Mempool& mempool, Intake& intake,
                   const util::Clock& clock, Options options, std::uint64_t seed)
    : m_sync(chain, intake, m_out, clock, options.sync, seedOf(seed, 1)),
      m_relay(chain, mempool, intake, m_out, m_extra, clock, options.relay, seedOf(seed, 2)),
      m_blocks(chain, mempool, m_sync, m_out, m_extra, clock, seedOf(seed, 3)),
      m_server(chain, m_sync, m_out) {}

Exchange::~Exchange() = default;

void Exchange::connected(PeerId peer, const PeerFacts& facts) {
    m_sync.connected(peer, facts);
    m_blocks.connected(peer, facts);
    m_relay.connected(peer, facts);
}

void Exchange::gone(PeerId peer) {
    m_blocks.gone(peer);
    m_relay.gone(peer);
    m_server.gone(peer);
    m_sync.gone(peer);
}

void Exchange::received(PeerId peer, std::span<const wire::Message> messages) {
    std::vector<primitives::BlockRef> blocks;
    const auto giveBlocks = [&] { // those that follow one another together: one commit
        m_blocks.comes(peer, blocks);
        if (!blocks.empty()) m_sync.blocks(peer, blocks);
        blocks.clear();
    };
    for (const wire::Message& message : messages) {
        if (const auto* block = std::get_if<wire::BlockMessage>(&message)) {
            blocks.push_back(block->block);
            continue;
        }
        giveBlocks();
        std::visit(Visitor{*this, peer}, message);
    }
    giveBlocks();
    m_relay.setIsCatchingUp(m_sync.progress().isFetching);
}

void Exchange::chainChanged(const chain::ChainChange& change) {
    m_relay.chainChanged(change);
    m_sync.chainChanged();
    if (!m_holdsAnnouncements) m_blocks.chainChanged();
}

void Exchange::setHoldsAnnouncements(bool holds) {
    m_holdsAnnouncements = holds;
    if (!holds) m_blocks.chainChanged();
}

void Exchange::transactionAdded(const primitives::Transaction& transaction) {
    m_relay.added(transaction);
}

void Exchange::tick() {
    m_sync.tick();
    m_blocks.tick();
    m_relay.setIsCatchingUp(m_sync.progress().isFetching);
    m_relay.tick();
}

std::vector<PeerOrder> Exchange::takeOrders() {
    return m_out.take();
}

} // namespace net
