#include "crypto/Sha256.h"
#include "explorer/ExplorerQueries.h"
#include "support/ExplorerBench.h"
#include "support/Storage.h"
#include "support/TestProgram.h"

#include <set>

using explorer::AddressTxRow;

class ExplorerAddressesTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void agreesWithCore_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("basic") << "regtest-basic";
        QTest::newRow("mixed") << "regtest-mixed";
    }
    void agreesWithCore() {
        QFETCH(QString, name);
        const auto reference = support::readReferenceChain(name);
        NEEDS_DATA(!reference.blocks.empty());
        support::ExplorerBench bench(consensus::regtestParams(), false);
        importInto(bench, reference);
        auto& ask = bench.ask();
        int count = 0;
        for (const auto& [address, expected] : reference.expected["addresses"].items()) {
            const auto script = script::scriptFromAddress(address, bench.chain.params.addresses);
            QVERIFY(script.has_value());
            const auto view = ask.address(*script).value();
            QCOMPARE(view.address, address);
            QCOMPARE(view.confirmed.fundedCount, expected["funded_txo_count"].get<std::int64_t>());
            QCOMPARE(view.confirmed.funded.satoshi(), support::satoshiOf(expected["funded"]));
            QCOMPARE(view.confirmed.balance().satoshi(), support::satoshiOf(expected["balance"]));
            QCOMPARE(view.waiting.transactionCount, 0);

            const auto rows = ask.addressHistory(*script, std::nullopt, 10'000).value();
            QCOMPARE(static_cast<std::int64_t>(rows.size()), view.confirmed.transactionCount);
            primitives::Amount sum;
            for (const AddressTxRow& row : rows)
                sum += row.funded - row.spent;
            QCOMPARE(sum, view.confirmed.balance());
            primitives::Amount coins;
            const auto unspent = ask.unspent(*script, 10'000).value();
            for (const auto& row : unspent)
                coins += row.value;
            QCOMPARE(coins, view.confirmed.balance());
            ++count;
        }
        QVERIFY(count >= 40);
    }

    void putsWaitingTransactionsFirst() {
        Setting setting;
        auto& bench = setting.bench;
        const auto first = support::spendAll(support::coinbaseOf(setting.blocks[0]), 1'000);
        const auto second = support::spendAll(support::outputOf(*first), 2'000, 2);
        bench.chain.clock.setNow(2'000'000'100);
        bench.offer(first);
        bench.chain.clock.setNow(2'000'000'200);
        bench.offer(second);

        auto& ask = bench.ask();
        const auto script = support::testScript();
        const auto view = ask.address(script).value();
        QCOMPARE(view.confirmed.transactionCount, 12);
        QCOMPARE(view.waiting.transactionCount, 2);
        QCOMPARE(view.waiting.fundedCount, 3);
        QCOMPARE(view.waiting.spentCount, 2);
        QCOMPARE(view.waiting.balance().satoshi(), -3'000);

        const auto rows = ask.addressHistory(script, std::nullopt, 100).value();
        QCOMPARE(rows.size(), std::size_t{14});
        QVERIFY(rows[0].txid == second->txid() && rows[1].txid == first->txid());
        QVERIFY(!rows[1].status.confirmed && rows[2].status.confirmed);
        QCOMPARE(rows[2].status.height, 12);
        QCOMPARE(rows.back().status.height, 1);

        // Coins: the two outputs that wait, and the coinbases but the one that is being spent.
        const auto unspent = ask.unspent(script, 100).value();
        QCOMPARE(unspent.size(), std::size_t{2 + 11});
        QVERIFY(unspent[0].outpoint.txid == second->txid() && !unspent[0].status.confirmed);
        for (const auto& row : unspent)
            QVERIFY(row.outpoint != support::coinbaseOf(setting.blocks[0]).outpoint);
        QCOMPARE(ask.unspent(script, 5)->size(), std::size_t{5});
        QVERIFY(ask.unspent(script, 0)->empty() && ask.unspent(script, -4)->empty());
    }

    void pagesWithoutGapsOrRepeats_data() {
        QTest::addColumn<int>("size");
        for (const int size : {1, 2, 3, 5, 14, 100})
            QTest::addRow("%d a page", size) << size;
    }
    void pagesWithoutGapsOrRepeats() {
        QFETCH(int, size);
        Setting setting;
        setting.bench.offer(support::spendAll(support::coinbaseOf(setting.blocks[0]), 1'000));
        setting.bench.offer(support::spendAll(support::coinbaseOf(setting.blocks[1]), 1'000));
        auto& ask = setting.bench.ask();
        std::vector<primitives::TxId> seen;
        std::optional<primitives::TxId> after;
        while (true) {
            const auto rows = ask.addressHistory(support::testScript(), after, size).value();
            if (rows.empty()) break;
            for (const AddressTxRow& row : rows)
                seen.push_back(row.txid);
            after = rows.back().txid;
        }
        QCOMPARE(seen.size(), std::size_t{14});
        QCOMPARE(std::set(seen.begin(), seen.end()).size(), seen.size());
        QVERIFY(ask.addressHistory(support::testScript(), primitives::TxId(), 5)->empty());
        QVERIFY(ask.addressHistory(support::testScript(), std::nullopt, 0)->empty());
    }

    void countsNothingTwiceWhenTheMempoolLagsBehind() {
        Setting setting;
        auto& bench = setting.bench;
        const auto payment = support::spendAll(support::coinbaseOf(setting.blocks[0]), 1'000);
        bench.offer(payment);
        const auto old = bench.snapshot();
        support::BlockPlan plan;
        plan.transactions = {payment};
        plan.coinbaseScript = support::testScript(9);
        bench.accept({setting.miner.mineOn(setting.blocks.back(), plan)});

        auto& ask = bench.askWith(old);
        const auto view = ask.address(support::testScript()).value();
        QCOMPARE(view.waiting.transactionCount, 0);
        QCOMPARE(view.confirmed.transactionCount, 13);
        QCOMPARE(ask.addressHistory(support::testScript(), std::nullopt, 100)->size(), std::size_t{13});
        QCOMPARE(ask.unspent(support::testScript(), 100)->size(), std::size_t{12});
    }

    void findsAScriptByItsHashAlone() {
        Setting setting;
        setting.bench.offer(support::spendAll(support::coinbaseOf(setting.blocks[0]), 1'000));
        auto& ask = setting.bench.ask();
        const auto script = support::testScript();
        const storage::ScriptHash hash = crypto::sha256(script);
        const auto byScript = ask.address(script).value();
        const auto byHash = ask.address(hash).value();
        QVERIFY(byHash.scriptPubKey.empty() && byHash.address.empty());
        QCOMPARE(byHash.confirmed.funded, byScript.confirmed.funded);
        QCOMPARE(byHash.waiting.spent, byScript.waiting.spent);
        QCOMPARE(byHash.waiting.transactionCount, 1);
        QCOMPARE(ask.addressHistory(hash, std::nullopt, 100)->size(), std::size_t{13});
        QCOMPARE(ask.unspent(hash, 100)->size(), ask.unspent(script, 100)->size());
        QCOMPARE(ask.address(storage::ScriptHash{}).value().confirmed.transactionCount, 0);
    }

    void leavesOutDataOutputs() {
        Setting setting;
        const auto coin = support::coinbaseOf(setting.blocks[0]);
        const util::Bytes data{0x6a, 0x01, 0x07};
        const auto value = coin.output.value - primitives::Amount(1'000);
        const auto payment =
            support::spend({coin}, {{value, support::testScript(2)}, {primitives::Amount(0), data}});
        support::BlockPlan plan;
        plan.transactions = {payment};
        setting.bench.accept({setting.miner.mineOn(setting.blocks.back(), plan)});
        QCOMPARE(setting.bench.ask().address(data)->confirmed.transactionCount, 0);
        QCOMPARE(setting.bench.ask().address(support::testScript(2))->confirmed.balance(), value);
    }

private:
    /// Twelve blocks that pay one address.
    struct Setting {
        support::ExplorerBench bench{support::easyCard()};
        support::RegtestChain miner{bench.chain.params};
        std::vector<primitives::BlockRef> blocks = miner.mineMany(bench.chain.params.genesisHash, 12);
        Setting() { bench.accept(blocks); }
    };
};

CAIRN_TEST(ExplorerAddressesTest)
#include "ExplorerAddressesTest.moc"
