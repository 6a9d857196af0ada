#include "explorer/ExplorerQueries.h"
#include "support/TestProgram.h"

#include "consensus/Subsidy.h"
#include "support/ExplorerBench.h"
#include "support/Storage.h"

#include <set>

using explorer::SearchHit;

class ExplorerQueriesTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_reference = support::readReferenceChain(QStringLiteral("regtest-basic"));
        if (m_reference.blocks.empty()) return;
        m_core = std::make_unique<support::ExplorerBench>(consensus::regtestParams(), false);
        importInto(*m_core, m_reference);
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanupTestCase() { m_core.reset(); }

    void showsANewChain() {
        support::ExplorerBench bench(support::easyCard());
        auto& ask = bench.ask();
        QCOMPARE(ask.tip()->height, 0);
        QCOMPARE(ask.blocks(-1, 10)->size(), std::size_t{1});
        const auto genesis = ask.blockAt(0).value();
        QVERIFY(genesis && genesis->hasBody && !genesis->next);
        QCOMPARE(genesis->confirmations, 1);
        QCOMPARE(genesis->subsidy.satoshi(), 0);
        QVERIFY(genesis->row.inBestChain);
        QVERIFY(!ask.blockAt(1).value() && !ask.block({}).value());
        const auto transactions = ask.blockTransactions(bench.chain.params.genesisHash, 0, 10).value();
        QCOMPARE(transactions.size(), std::size_t{1});
        QVERIFY(ask.transaction(transactions.front().transaction->txid()).value());
    }

    void listsBlocksFromTheTipDown() {
        NEEDS_DATA(m_core);
        auto& ask = m_core->ask();
        const auto& hashes = m_reference.expected["hashes"];
        const auto rows = ask.blocks(-1, 1'000).value();
        QCOMPARE(rows.size(), hashes.size());
        std::int64_t transactions = 0;
        for (const auto& row : rows) {
            QCOMPARE(row.hash.toHex(), hashes[static_cast<std::size_t>(row.height)].get<std::string>());
            QVERIFY(row.inBestChain && row.weight > 0 && row.sizeBytes > 0);
            transactions += row.transactionCount;
        }
        const auto counted = m_reference.expected["utxo"]["transactions"].get<std::int64_t>();
        QVERIFY(transactions >= counted);
        QCOMPARE(ask.blocks(5, 2)->front().height, 5);
        QCOMPARE(ask.blocks(5, 2)->back().height, 4);
        QCOMPARE(ask.blocks(100'000, 1)->front().height, 320);
        QCOMPARE(ask.blocks(3, 10)->size(), std::size_t{4});
    }

    void listsEveryLosingBranch() {
        NEEDS_DATA(m_core);
        std::set<std::string> tips;
        std::size_t blocks = 0;
        for (const auto& tip : m_reference.expected["chaintips"]) {
            if (tip["status"] == "active") continue;
            tips.insert(tip["hash"].get<std::string>());
            blocks += tip["branchlen"].get<std::size_t>();
        }
        const auto rows = m_core->ask().staleBlocks(0, 1'000, 1'000).value();
        QCOMPARE(rows.size(), blocks);
        for (const auto& row : rows) {
            QVERIFY(!row.inBestChain);
            tips.erase(row.hash.toHex());
            const auto view = m_core->ask().block(row.hash).value();
            QVERIFY(view && view->confirmations == 0 && !view->next && view->hasBody);
            QVERIFY(view->medianTime > 0);
        }
        QVERIFY(tips.empty());
    }

    void agreesWithTheHeaderTree() {
        NEEDS_DATA(m_core);
        for (const auto& block : m_reference.blocks) {
            const auto* entry = m_core->chain->headers().find(block->header.hash());
            QVERIFY(entry != nullptr);
            const auto view = m_core->ask().block(entry->hash()).value();
            QVERIFY(view.has_value());
            QCOMPARE(view->medianTime, entry->medianTime());
            QCOMPARE(view->row.height, entry->height());
            QVERIFY(view->header == block->header);
            QCOMPARE(view->row.fees.satoshi(), entry->facts.fees.satoshi());
            if (entry->height() > 0) {
                QCOMPARE(view->subsidy, consensus::subsidyAt(entry->height(), m_core->chain.params.rules()));
            }
            const auto* above = m_core->chain->at(entry->height() + 1);
            const bool isBest = m_core->chain->isInBestChain(*entry);
            QCOMPARE(view->confirmations, isBest ? 320 - entry->height() + 1 : 0);
            QVERIFY(view->next == (isBest && above ? std::optional(above->hash()) : std::nullopt));
        }
    }

    void searchesHeightsHashesAndAddresses() {
        NEEDS_DATA(m_core);
        const auto hash = m_core->chain->at(42)->hash();
        const auto block = m_core->chain->readBlock(hash).value();
        const auto txid = block->transactions.front()->txid();

        auto hits = search("  42 ");
        QCOMPARE(hits.size(), std::size_t{1});
        QVERIFY(hits[0].kind == SearchHit::Kind::Block && hits[0].height == 42 && hits[0].block == hash);
        hits = search(hash.toHex());
        QVERIFY(hits.size() == 1 && hits[0].kind == SearchHit::Kind::Block && hits[0].block == hash);
        hits = search(txid.toHex());
        QVERIFY(hits.size() == 1 && hits[0].kind == SearchHit::Kind::Transaction && hits[0].txid == txid);
        QCOMPARE(hits[0].height, 42);

        const std::string address = m_reference.expected["addresses"].begin().key();
        hits = search(address);
        QVERIFY(hits.size() == 1 && hits[0].kind == SearchHit::Kind::Address && hits[0].address == address);
        for (const char* nothing : {"", "   ", "321", "-1", "99999999999999999999", "abcde", "zzzzzzzz",
                                    "0x42", "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"})
            QVERIFY2(search(nothing).empty(), nothing);
        QVERIFY(search(std::string(64, 'a')).empty() && search(std::string(65, 'a')).empty());
    }

    void searchesTheBeginningOfAHash() {
        NEEDS_DATA(m_core);
        const auto hash = m_core->chain->at(300)->hash();
        const auto txid = m_core->chain->readBlock(hash).value()->transactions.front()->txid();
        for (const std::size_t digits : {8U, 9U, 63U}) {
            auto hits = search(hash.toHex().substr(0, digits));
            QVERIFY(hits.size() == 1 && hits[0].kind == SearchHit::Kind::Block && hits[0].block == hash);
            hits =
                search(QString::fromStdString(txid.toHex()).left(qsizetype(digits)).toUpper().toStdString());
            QVERIFY(hits.size() == 1 && hits[0].kind == SearchHit::Kind::Transaction && hits[0].txid == txid);
        }
        QVERIFY(search(hash.toHex().substr(0, 5)).empty());
        // Stale blocks are found too.
        const auto stale = m_core->ask().staleBlocks(0, 1'000, 1)->front().hash;
        QVERIFY(search(stale.toHex().substr(0, 10)).front().block == stale);
    }

    void searchesWhatWaits() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        const auto blocks = miner.mineMany(bench.chain.params.genesisHash, 12);
        bench.accept(blocks);
        const auto transaction = support::spendAll(support::coinbaseOf(blocks[0]), 1'000);
        bench.offer(transaction);
        const std::string hex = transaction->txid().toHex();
        for (const std::string& text :
             {hex, hex.substr(0, 9), QString::fromStdString(hex).toUpper().left(12).toStdString()}) {
            const auto hits = bench.ask().search(text).value();
            QCOMPARE(hits.size(), std::size_t{1});
            QVERIFY(hits[0].kind == SearchHit::Kind::Transaction && hits[0].txid == transaction->txid());
            QCOMPARE(hits[0].height, -1);
        }
    }

    void seesOneState() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        const auto blocks = miner.mineMany(bench.chain.params.genesisHash, 2);
        bench.accept({blocks[0]});
        auto& ask = bench.ask();
        QCOMPARE(ask.tip()->height, 1);
        bench.accept({blocks[1]});
        QCOMPARE(ask.blockAt(1).value()->confirmations, 1);
        QVERIFY(!ask.blockAt(2).value());
        QCOMPARE(bench.ask().blockAt(1).value()->confirmations, 2);
    }

private:
    std::vector<SearchHit> search(const std::string& text) { return m_core->ask().search(text).value(); }

    support::ReferenceChain m_reference;
    std::unique_ptr<support::ExplorerBench> m_core;
};

CAIRN_TEST(ExplorerQueriesTest)
#include "ExplorerQueriesTest.moc"
