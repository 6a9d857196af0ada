#include "net/SyncManager.h"
#include "chain/Locator.h"
#include "support/MemoryChain.h"
#include "support/RegtestChain.h"
#include "support/TestProgram.h"

#include <deque>
#include <random>

using namespace net;

namespace {

/// A chain with its sync, and the wire to others: messages lie in a queue and may be lost.
struct TestNode {
    TestNode()
        : chain(support::easyCard()), mempool(chain.state(), chain.clock, {}),
          sync(chain.state(), mempool, {}) {}
    [[nodiscard]] Hello hello() {
        Hello out;
        out.genesis = chain.params.genesisHash;
        out.tip = chain->tip().hash();
        out.height = chain->tip().height();
        out.chainWork = chain->tip().chainWork;
        return out;
    }
    [[nodiscard]] Delivery answer(const Order& order) {
        Delivery out;
        out.kind = order.kind;
        if (order.kind == Order::Kind::Headers)
            out.headers = chain::headersAfter(chain.state(), order.hashes, {}, 2'000);
        for (const auto& hash : order.hashes) {
            if (order.kind != Order::Kind::Blocks) break;
            if (const auto block = chain->readBlock(hash); block && *block) out.blocks.push_back(*block);
        }
        for (const auto& wtxid : order.wtxids) {
            if (const auto* entry = mempool.findByWtxid(wtxid))
                out.transactions.push_back(entry->transaction);
        }
        return out;
    }
    void take(SyncManager::Delivered result) {
        if (!result.chainChange.isEmpty()) {
            (void)mempool.applyChainChange(result.chainChange);
            sync.tipChanged(now);
        }
        for (const auto& transaction : result.transactions) {
            if (mempool.accept(transaction)) sync.transactionAdded(transaction->wtxid(), 0);
        }
    }
    void give(const primitives::BlockRef& block) {
        auto accepted = chain->acceptBlock(block);
        QVERIFY(accepted.has_value());
        (void)mempool.applyChainChange(accepted->change);
        sync.tipChanged(now);
    }
    support::MemoryChain chain;
    chain::Mempool mempool;
    SyncManager sync;
    std::int64_t now = 0;
    int drops = 0;
};

/// Nodes all linked to each other; peer ids are indexes + 1.
class Wire {
public:
    Wire(std::size_t count, unsigned seed, double loss) : m_random(seed), m_loss(loss) {
        for (std::size_t i = 0; i < count; ++i)
            nodes.push_back(std::make_unique<TestNode>());
    }
    void connectAll() {
        for (std::size_t a = 0; a < nodes.size(); ++a) {
            for (std::size_t b = 0; b < nodes.size(); ++b) {
                if (a != b) nodes[a]->sync.peerReady(b + 1, nodes[b]->hello(), m_now);
            }
        }
    }
    /// Carries messages until nothing moves any more, time going on.
    void run() {
        for (int round = 0; round < 400; ++round) {
            m_now += 500;
            for (std::size_t from = 0; from < nodes.size(); ++from) {
                nodes[from]->now = m_now;
                nodes[from]->sync.tick(m_now);
                if (round % 40 == 39) refreshHello(from); // as every half minute
                for (const SyncOrder& order : nodes[from]->sync.takeOrders())
                    carry(from, order);
            }
        }
    }
    std::vector<std::unique_ptr<TestNode>> nodes;

private:
    bool isLost() { return std::uniform_real_distribution<>()(m_random) < m_loss; }
    void refreshHello(std::size_t from) {
        for (std::size_t to = 0; to < nodes.size(); ++to) {
            if (to != from) nodes[from]->sync.peerReady(to + 1, nodes[to]->hello(), m_now);
        }
    }
    void carry(std::size_t from, const SyncOrder& order) {
        TestNode& self = *nodes[from];
        if (const auto* ask = std::get_if<AskPeer>(&order)) {
            if (isLost()) {
                self.sync.orderFailed(ask->peer, ask->order, m_now);
                return;
            }
            self.take(self.sync.delivered(ask->peer, nodes[ask->peer - 1]->answer(ask->order), m_now));
        } else if (const auto* news = std::get_if<AnnouncePeer>(&order)) {
            if (!isLost()) nodes[news->peer - 1]->sync.announced(from + 1, news->news, m_now);
        } else {
            ++self.drops;
        }
    }
    std::mt19937 m_random;
    double m_loss;
    std::int64_t m_now = 0;
};

} // namespace

class SyncManagerTest : public QObject {
    Q_OBJECT
private slots:
    void fetchesALongChainInWindows();
    void takesTheBranchWithMostWork();
    void convergesOverALossyWire();
    void carriesTransactions();
    void asksForTransactionsWhenTheBlocksAreThere();
    void dropsWhoSendsAnInvalidHeader();
    void keepsWhoFollowsABranchLeftByHand();
    void ignoresWhatNobodyAskedFor();
};

void SyncManagerTest::fetchesALongChainInWindows() {
    Wire wire(2, 1, 0);
    support::RegtestChain maker(wire.nodes[0]->chain.params);
    for (const auto& block : maker.mineMany(wire.nodes[0]->chain.params.genesisHash, 2'300)) {
        QVERIFY(wire.nodes[0]->chain->acceptBlock(block).has_value());
    }
    wire.connectAll();
    wire.run();
    QCOMPARE(wire.nodes[1]->chain->tip().height(), 2'300);
    QVERIFY(wire.nodes[1]->sync.isIdle());
    QCOMPARE(wire.nodes[1]->sync.infoOf(1)->state, PeerState::InStep);
    QCOMPARE(wire.nodes[0]->drops + wire.nodes[1]->drops, 0);
}

void SyncManagerTest::takesTheBranchWithMostWork() {
    Wire wire(3, 1, 0);
    support::RegtestChain maker(wire.nodes[0]->chain.params);
    const auto genesis = wire.nodes[0]->chain.params.genesisHash;
    for (int node = 0; node < 3; ++node) {
        for (const auto& block : maker.mineMany(genesis, 5 + node * 3))
            wire.nodes[std::size_t(node)]->give(block);
    }
    wire.connectAll();
    wire.run();
    for (const auto& node : wire.nodes)
        QVERIFY(node->chain->tip().hash() == wire.nodes[2]->chain->tip().hash());
    QCOMPARE(wire.nodes[0]->chain->tip().height(), 11);
}

void SyncManagerTest::convergesOverALossyWire() {
    const unsigned seed = std::random_device{}();
    qInfo("seed %u", seed);
    Wire wire(3, seed, 0.3);
    support::RegtestChain maker(wire.nodes[0]->chain.params);
    wire.connectAll();
    std::mt19937 random(seed);
    for (int step = 0; step < 12; ++step) {
        TestNode& miner = *wire.nodes[random() % 3];
        miner.give(maker.mineOn(miner.chain->tip().hash()));
    }
    wire.run();
    const auto best = std::ranges::max_element(wire.nodes, {},
                                               [](const auto& node) { return node->chain->tip().height(); });
    for (const auto& node : wire.nodes)
        QCOMPARE(node->chain->tip().height(), (*best)->chain->tip().height());
}

void SyncManagerTest::carriesTransactions() {
    Wire wire(3, 1, 0);
    support::RegtestChain maker(wire.nodes[0]->chain.params);
    const auto blocks = maker.mineMany(wire.nodes[0]->chain.params.genesisHash, 15);
    for (const auto& block : blocks)
        wire.nodes[0]->give(block);
    wire.connectAll();
    wire.run();
    const auto payment = support::spendAll(support::coinbaseOf(blocks.front()), 10'000);
    QVERIFY(wire.nodes[0]->mempool.accept(payment).has_value());
    wire.nodes[0]->sync.transactionAdded(payment->wtxid(), 0);
    wire.run();
    for (const auto& node : wire.nodes)
        QVERIFY(node->mempool.find(payment->txid()) != nullptr);
}

void SyncManagerTest::asksForTransactionsWhenTheBlocksAreThere() {
    Wire wire(2, 1, 0);
    support::RegtestChain maker(wire.nodes[0]->chain.params);
    const auto blocks = maker.mineMany(wire.nodes[0]->chain.params.genesisHash, 300);
    for (const auto& block : blocks)
        wire.nodes[0]->give(block);
    const auto payment =
        support::spendAll(support::coinbaseOf(blocks[190]), 10'000); // mature since block 291
    QVERIFY(wire.nodes[0]->mempool.accept(payment).has_value());
    wire.connectAll(); // its id is announced at once
    wire.run();
    QCOMPARE(wire.nodes[1]->chain->tip().height(), 300);
    QVERIFY(wire.nodes[1]->mempool.find(payment->txid()) != nullptr);
}

void SyncManagerTest::dropsWhoSendsAnInvalidHeader() {
    Wire wire(1, 1, 0);
    TestNode& node = *wire.nodes[0];
    Hello liar = node.hello();
    liar.chainWork = 1'000'000;
    liar.tip = primitives::BlockHash(util::ByteArray<32>{7});
    node.sync.peerReady(9, liar, 0);
    auto orders = node.sync.takeOrders();
    QCOMPARE(orders.size(), std::size_t(1));
    QVERIFY(std::get<AskPeer>(orders[0]).order.kind == Order::Kind::Headers);
    Delivery answer;
    answer.kind = Order::Kind::Headers;
    primitives::BlockHeader header = node.chain.params.genesis->header;
    header.previous = node.chain.params.genesisHash;
    header.bits = 0x1d00ffff;
    answer.headers = {header};
    (void)node.sync.delivered(9, answer, 1);
    orders = node.sync.takeOrders();
    const auto drop = std::ranges::find_if(
        orders, [](const auto& order) { return std::holds_alternative<DropPeer>(order); });
    QVERIFY(drop != orders.end());
    QVERIFY(std::get<DropPeer>(*drop).reason == Misbehaviour::InvalidHeader);
}

/// Who says that a block is invalid speaks for himself: those who go on building on it have done nothing
/// wrong.
void SyncManagerTest::keepsWhoFollowsABranchLeftByHand() {
    Wire wire(2, 1, 0);
    TestNode& other = *wire.nodes[0];
    TestNode& self = *wire.nodes[1];
    support::RegtestChain maker(other.chain.params);
    for (const auto& block : maker.mineMany(other.chain.params.genesisHash, 10))
        other.give(block);
    wire.connectAll();
    wire.run();
    QCOMPARE(self.chain->tip().height(), 10);
    const auto left = self.chain->at(6)->hash();
    QVERIFY(self.chain->invalidate(left).has_value());
    QCOMPARE(self.chain->tip().height(), 5);
    self.sync.tipChanged(self.now);
    QVERIFY(self.chain->headers().find(left)->isLeftByHand());
    for (int i = 0; i < 3; ++i) {
        other.give(maker.mineOn(other.chain->tip().hash()));
        wire.connectAll();
        wire.run();
    }
    QCOMPARE(self.drops, 0);
    QCOMPARE(self.chain->tip().height(), 5);
    QCOMPARE(self.sync.infoOf(1)->state, PeerState::OtherBranch);
    QVERIFY(self.chain->reconsider(left).has_value());
    wire.connectAll();
    wire.run();
    QVERIFY(self.chain->tip().hash() == other.chain->tip().hash());
    QCOMPARE(self.sync.infoOf(1)->state, PeerState::InStep);
}

void SyncManagerTest::ignoresWhatNobodyAskedFor() {
    Wire wire(1, 1, 0);
    TestNode& node = *wire.nodes[0];
    support::RegtestChain maker(node.chain.params);
    node.sync.peerReady(9, node.hello(), 0);
    Delivery pushed;
    pushed.kind = Order::Kind::Blocks;
    pushed.blocks = {maker.mineOn(node.chain.params.genesisHash)};
    const auto result = node.sync.delivered(9, pushed, 1);
    QVERIFY(result.chainChange.isEmpty());
    QCOMPARE(node.chain->tip().height(), 0);
    (void)node.sync.delivered(1234, pushed, 1); // a stranger
    QCOMPARE(node.chain->tip().height(), 0);
}

CAIRN_TEST(SyncManagerTest)
#include "SyncManagerTest.moc"
