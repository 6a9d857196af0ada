// Random trees of blocks, some of them invalid, in random order with forged bodies, restarts, failed commits
// and blocks marked by hand: in the end the state is that of a chain built straight from the best branch.
// CAIRN_PROPERTY_ROUNDS and CAIRN_PROPERTY_SEED ask for more rounds, or for those of a failure again.
#include "chain/mempool/Mempool.h"
#include "support/MemoryChain.h"
#include "support/RegtestChain.h"
#include "support/TestProgram.h"
#include "util/Log.h"

#include <random>
#include <span>

using primitives::Amount;
using primitives::BlockHash;
using primitives::BlockRef;
using primitives::TransactionRef;
using support::hashOf;
using support::Spendable;

namespace {

constexpr int kRounds = 2'000;
constexpr int kTrunk = 12;  ///< blocks that all branches share, so that some coins are ripe
constexpr int kBlocks = 18; ///< of the tree above

/// Anyone can spend from it: the rounds are about states, not about signatures.
const util::Bytes kOpen = {0x61, 0x61, 0x61, 0x61, 0x51};

/// Everything from one output to others of `kOpen`, less `fee`, in `pieces` equal parts.
TransactionRef spendOpen(const Spendable& from, std::int64_t fee, std::int64_t pieces = 1,
                         util::Bytes scriptSig = {}) {
    primitives::TransactionParts parts;
    parts.inputs.push_back({from.outpoint, std::move(scriptSig), primitives::kSequenceFinal, {}});
    parts.outputs.assign(static_cast<std::size_t>(pieces),
                         {Amount((from.output.value.satoshi() - fee) / pieces), kOpen});
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

chain::MempoolOptions poolOptions() {
    chain::MempoolOptions options;
    options.requireStandard = false;
    return options;
}

/// A block of the tree with the outputs that may be spent on top of it.
struct Made {
    BlockRef block;
    int height = 0;
    bool valid = true; ///< with all its ancestors
    std::vector<Spendable> ripe;
    std::vector<std::pair<int, Spendable>> coinbases; ///< not ripe yet, with their heights
};

class Tree {
public:
    Tree(const consensus::ChainParams& params, std::mt19937& random) : m_maker(params), m_random(random) {
        Made genesis;
        genesis.block = params.genesis;
        m_made.push_back(std::move(genesis));
        for (int i = 0; i < kTrunk; ++i)
            grow(m_made.size() - 1, false);
        for (int i = 0; i < kBlocks; ++i) {
            const std::size_t back = below(std::min<std::size_t>(m_made.size() - kTrunk, 6));
            grow(m_made.size() - 1 - back, below(8) == 0);
        }
    }
    std::vector<Made>& made() { return m_made; }
    /// The same header with a body that does not belong to it.
    BlockRef forged(const BlockRef& block) {
        primitives::Block other = *block;
        other.transactions.push_back(other.transactions.back());
        return std::make_shared<const primitives::Block>(std::move(other));
    }

private:
    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(m_random);
    }

    TransactionRef pay(Made& next, std::int64_t& fees) {
        const std::size_t chosen = below(next.ripe.size());
        const Spendable from = next.ripe[chosen];
        next.ripe.erase(next.ripe.begin() + static_cast<std::ptrdiff_t>(chosen));
        const auto fee = static_cast<std::int64_t>(1'000 + below(2'000));
        const TransactionRef transaction = spendOpen(from, fee, static_cast<std::int64_t>(1 + below(3)));
        std::int64_t left = from.output.value.satoshi();
        for (std::uint32_t i = 0; i < transaction->outputs().size(); ++i) {
            left -= transaction->outputs()[i].value.satoshi();
            next.ripe.push_back(
                support::outputOf(*transaction, i)); // also for this block's later transactions
        }
        fees += left;
        return transaction;
    }
    void grow(std::size_t parent, bool broken) {
        Made next = m_made[parent];
        ++next.height;
        std::erase_if(next.coinbases, [&next](const auto& coinbase) {
            if (next.height - coinbase.first < 10) return false;
            next.ripe.push_back(coinbase.second);
            return true;
        });
        std::int64_t fees = 0;
        support::BlockPlan plan;
        plan.coinbaseScript = kOpen;
        for (std::size_t i = below(4); i > 0 && !next.ripe.empty(); --i)
            plan.transactions.push_back(pay(next, fees));
        plan.fees = Amount(fees);
        if (broken) spoil(plan, next);
        next.valid = next.valid && !broken;
        next.block = m_maker.mineOn(m_made[parent].block, plan);
        if (next.height > 0) next.coinbases.push_back({next.height, support::coinbaseOf(next.block)});
        m_made.push_back(std::move(next));
    }
    void spoil(support::BlockPlan& plan, const Made& next) {
        switch (below(4)) {
        case 0:
            plan.fees += Amount(1);
            return;
        case 1: // a coin spent twice
            if (plan.transactions.empty()) break;
            plan.transactions.push_back(
                std::make_shared<const primitives::Transaction>(plan.transactions.front()->parts()));
            plan.transactions.push_back(plan.transactions.front());
            return;
        case 2: // not ripe
            plan.transactions.push_back(spendOpen(next.coinbases.back().second, 0));
            return;
        case 3: // a script that fails
            if (next.ripe.empty()) break;
            plan.transactions.push_back(spendOpen(next.ripe[0], 0, 1, {0x6a}));
            return;
        }
        plan.fees += Amount(1);
    }

    support::RegtestChain m_maker;
    std::mt19937& m_random;
    std::vector<Made> m_made;
};

/// A chain with its mempool, treated roughly.
class Subject {
public:
    Subject(const consensus::ChainParams& params, std::mt19937& random, chain::ChainOptions options)
        : m_random(random), m_memory(params, options, random() % 2) {
        renew();
    }
    void give(const BlockRef& block) {
        auto accepted = m_memory->acceptBlock(block);
        if (accepted) follow(accepted->change);
    }
    /// One block, or some together.
    void giveRoughly(std::span<const BlockRef> blocks) {
        const bool mayFail = oneIn(9);
        m_memory.blocks.failCommits = mayFail ? 1 : 0;
        if (blocks.size() == 1) {
            give(blocks.front());
        } else if (auto accepted = m_memory->acceptBlocks(blocks)) {
            follow(accepted->change);
        }
        // What a failed commit took back is told by the next change, and until then nobody may ask the
        // mempool.
        if (mayFail && m_memory.blocks.failCommits == 0) m_isUntold = true;
        m_memory.blocks.failCommits = 0;
        if (oneIn(25)) restart();
        if (oneIn(15)) markByHand();
        if (oneIn(2) && !m_isUntold) addPayment(*blocks.back());
    }
    /// Takes back what was marked by hand.
    void settle() {
        for (const BlockHash& hash : m_marked) {
            const auto change = m_memory->reconsider(hash);
            if (change) follow(*change);
        }
        if (!m_memory->flush()) qFatal("the flush failed");
    }
    support::MemoryChain& memory() { return m_memory; }
    chain::Mempool& mempool() { return *m_mempool; }
    int reorganisations = 0;

private:
    bool oneIn(int count) { return std::uniform_int_distribution<int>(1, count)(m_random) == 1; }
    void renew() {
        m_mempool = std::make_unique<chain::Mempool>(m_memory.state(), m_memory.clock, poolOptions());
    }
    void follow(const chain::ChainChange& change) {
        if (!change.isEmpty()) m_isUntold = false;
        if (!change.disconnected.empty()) ++reorganisations;
        static_cast<void>(m_mempool->applyChainChange(change));
    }
    /// In good order, or after a kill.
    void restart() {
        if (oneIn(2) && !m_memory->flush()) return;
        m_mempool.reset();
        m_memory.reopen();
        renew();
        m_isUntold = false;
    }
    void markByHand() {
        const std::int32_t height = m_memory->tip().height();
        if (height < 3) return;
        const BlockHash hash = m_memory->at(height - 1)->hash();
        const auto change = m_memory->invalidate(hash);
        if (!change) return;
        m_marked.push_back(hash);
        follow(*change);
    }
    /// A payment that may or may not fit the chain of the moment.
    void addPayment(const primitives::Block& block) {
        for (const TransactionRef& transaction : block.transactions)
            static_cast<void>(m_mempool->accept(transaction));
        static_cast<void>(m_mempool->accept(spendOpen(support::outputOf(*block.transactions.back()), 700)));
    }

    std::mt19937& m_random;
    support::MemoryChain m_memory;
    std::unique_ptr<chain::Mempool> m_mempool;
    std::vector<BlockHash> m_marked;
    bool m_isUntold = false;
};

} // namespace

class ChainPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { util::setLogToStandardError(false); }

    void endsAsIfBuiltFromTheBestBranch() {
        bool given = false;
        auto seed = static_cast<std::uint32_t>(qEnvironmentVariableIntValue("CAIRN_PROPERTY_SEED", &given));
        if (!given) seed = std::random_device()();
        const int wanted = qEnvironmentVariableIntValue("CAIRN_PROPERTY_ROUNDS");
        const int rounds = wanted > 0 ? wanted : kRounds;
        qInfo("seed %d, %d rounds", static_cast<int>(seed), rounds);
        std::mt19937 random(seed);
        for (int i = 0; i < rounds && !QTest::currentTestFailed(); ++i)
            round(random, i);
        qInfo("%d reorganisations, %d transactions waiting in the end", m_reorganisations, m_waiting);
        QVERIFY(m_reorganisations > rounds / 2 && m_waiting > rounds);
    }

private:
    void round(std::mt19937& random, int number) {
        const consensus::ChainParams params = support::easyCard();
        Tree tree(params, random);
        chain::ChainOptions options;
        options.flushEveryChange = number % 2 == 0;
        if (number % 3 == 0) options.coinCacheBytes = 5'000;
        if (number % 5 < 3) options.maxPendingBytes = 1'000; // an import writes bodies ahead of their coins
        Subject subject(params, random, options);

        std::vector<BlockRef> order;
        for (const Made& made : tree.made()) {
            order.push_back(made.block);
            if (random() % 10 == 0) order.push_back(tree.forged(made.block));
            if (random() % 20 == 0) order.push_back(made.block);
        }
        // Nearly in order, wholly shuffled, or backwards.
        if (number % 4 == 1) std::shuffle(order.begin(), order.end(), random);
        if (number % 4 == 2) std::reverse(order.begin(), order.end());
        if (number % 4 == 3) std::shuffle(order.begin() + kTrunk, order.end(), random);
        for (std::span<const BlockRef> left(order); !left.empty();) {
            const std::size_t count =
                std::min<std::size_t>(left.size(), number % 5 < 2 ? 1 : 1 + random() % 6);
            subject.giveRoughly(left.first(count));
            left = left.subspan(count);
        }
        subject.settle();
        // What was lost in a restart or a failed commit, or came while an ancestor was marked, comes again.
        for (const Made& made : tree.made())
            subject.give(made.block);
        subject.settle();
        compare(subject, tree);
        m_reorganisations += subject.reorganisations;
        m_waiting += static_cast<int>(subject.mempool().size());
    }

    void compare(Subject& subject, Tree& tree) {
        support::MemoryChain& memory = subject.memory();
        int best = 0;
        std::unordered_map<BlockHash, const Made*> made;
        for (const Made& candidate : tree.made()) {
            made.emplace(hashOf(candidate.block), &candidate);
            if (candidate.valid) best = std::max(best, candidate.height);
        }
        QCOMPARE(memory->tip().height(), best);
        QVERIFY(made.at(memory->tip().hash())->valid);

        support::MemoryChain straight(memory.params);
        for (int height = 1; height <= best; ++height) {
            QVERIFY(straight->acceptBlock(made.at(memory->at(height)->hash())->block));
        }
        QVERIFY(straight->tip().hash() == memory->tip().hash());
        QVERIFY(memory.coins.coins() == straight.coins.coins());
        QVERIFY(memory.blocks.best == straight.blocks.best);
        for (const BlockHash& hash : straight.blocks.best) {
            QVERIFY(memory.blocks.undos.at(hash) == straight.blocks.undos.at(hash));
            QCOMPARE(memory->headers().find(hash)->facts.fees, straight->headers().find(hash)->facts.fees);
        }
        for (const Made& candidate : tree.made()) {
            const chain::HeaderEntry* entry = memory->headers().find(hashOf(candidate.block));
            if (entry == nullptr) continue; // its parent was known to be invalid before it came
            if (candidate.valid) QVERIFY(!entry->isInvalid());
            if (entry->record.status == chain::BlockStatus::Connected) QVERIFY(candidate.valid);
        }
        compareMempools(subject.mempool(), straight);
    }

    /// What waits would be taken by a mempool that never saw a reorganisation.
    void compareMempools(chain::Mempool& mempool, support::MemoryChain& straight) {
        chain::Mempool fresh(straight.state(), straight.clock, poolOptions());
        for (const chain::MempoolEntry* entry : mempool.entries()) {
            const auto accepted = fresh.accept(entry->transaction);
            QVERIFY2(accepted, accepted ? "" : consensus::describe(accepted.error()).c_str());
            QCOMPARE(fresh.find(entry->transaction->txid())->fee, entry->fee);
        }
        QCOMPARE(fresh.size(), mempool.size());
        QCOMPARE(fresh.bytes(), mempool.bytes());
        QCOMPARE(fresh.totalFees(), mempool.totalFees());
    }

    int m_reorganisations = 0;
    int m_waiting = 0;
};

CAIRN_TEST(ChainPropertyTest)
#include "ChainPropertyTest.moc"
