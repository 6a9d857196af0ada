#include "explorer/ExplorerQueries.h"
#include "support/TestProgram.h"

#include "storage/Database.h"
#include "support/ExplorerBench.h"
#include "support/Storage.h"

class ExplorerTransactionsTest : public QObject {
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
        for (const auto& sample : reference.expected["sample_transactions"]) {
            const auto txid = primitives::TxId::fromHex(sample["txid"].get<std::string>());
            const auto found = ask.transaction(*txid);
            VERIFY_FINE(found);
            QVERIFY(found->has_value());
            const auto& view = **found;
            QCOMPARE(view.transaction->wtxid().toHex(), sample["wtxid"].get<std::string>());
            QCOMPARE(view.status.height, sample["height"].get<int>());
            QVERIFY(view.status.confirmed);
            QCOMPARE(view.status.block.toHex(),
                     reference.expected["hashes"][sample["height"].get<std::size_t>()].get<std::string>());
            QCOMPARE(view.transaction->vsize(), sample["vsize"].get<std::int64_t>());
            QCOMPARE(view.transaction->weight(), sample["weight"].get<std::int64_t>());
            QCOMPARE(view.inputs.size(), sample["vin"].get<std::size_t>());
            QCOMPARE(view.outputs.size(), sample["vout"].get<std::size_t>());
            const bool hasFee = !sample["fee"].get<std::string>().empty();
            QCOMPARE(view.transaction->isCoinbase(), !hasFee);
            QCOMPARE(view.fee.satoshi(), hasFee ? support::satoshiOf(sample["fee"]) : 0);
        }
        linksEveryInputWithItsOutput(bench);
    }

    void viewsWhatNeitherChainNorMempoolHas() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        const auto blocks = miner.mineMany(bench.chain.params.genesisHash, 12);
        bench.accept(blocks);
        const auto replaced = support::spendAll(support::coinbaseOf(blocks[0]), 1'000, 2);
        const auto view = bench.ask().outside(replaced).value();
        QCOMPARE(view.fee.satoshi(), 1'000);
        QCOMPARE(view.inputs.size(), std::size_t{1});
        QVERIFY(view.inputs[0].spent &&
                view.inputs[0].spent->output == support::coinbaseOf(blocks[0]).output);
        QCOMPARE(view.outputs.size(), std::size_t{2});
        QVERIFY(!view.status.confirmed && view.status.firstSeen == 0);
        const auto orphan = support::spendAll(support::outputOf(*replaced), 500); // of a parent nobody has
        const auto half = bench.ask().outside(orphan).value();
        QVERIFY(!half.inputs[0].spent);
        QCOMPARE(half.fee.satoshi(), 0);
    }

    void followsATransactionIntoABlock() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        const auto blocks = miner.mineMany(bench.chain.params.genesisHash, 12);
        bench.accept(blocks);
        const auto coin = support::coinbaseOf(blocks[0]);
        const auto parent = support::spendAll(coin, 1'000, 2);
        const auto child = support::spendAll(support::outputOf(*parent, 1), 2'000);
        bench.chain.clock.setNow(2'000'000'777);
        bench.offer(parent);
        bench.offer(child);

        auto waiting = bench.ask().transaction(parent->txid()).value();
        QVERIFY(waiting && !waiting->status.confirmed);
        QCOMPARE(waiting->status.firstSeen, 2'000'000'777);
        QCOMPARE(waiting->fee.satoshi(), 1'000);
        QVERIFY(waiting->inputs[0].spent && waiting->inputs[0].spent->output == coin.output);
        QVERIFY(!waiting->outputs[0].spentBy && waiting->outputs[1].spentBy);
        QVERIFY(waiting->outputs[1].spentBy->txid == child->txid() &&
                !waiting->outputs[1].spentBy->status.confirmed);
        QVERIFY(!bench.ask().status(parent->txid())->confirmed);
        QCOMPARE(bench.ask().transaction(child->txid()).value()->inputs[0].spent->index, 1U);
        QCOMPARE(bench.ask().spentBy(coin.outpoint).value()->txid, parent->txid());

        support::BlockPlan plan;
        plan.transactions = {parent};
        const auto old = bench.snapshot(); // still has it waiting
        bench.accept({miner.mineOn(blocks.back(), plan)});
        for (const auto& mempool : {bench.snapshot(), old}) {
            auto& ask = bench.askWith(mempool);
            const auto confirmed = ask.transaction(parent->txid()).value();
            QVERIFY(confirmed && confirmed->status.confirmed);
            QCOMPARE(confirmed->status.height, 13);
            QCOMPARE(confirmed->status.position, 1U);
            QCOMPARE(confirmed->status.confirmations, 1);
            QCOMPARE(confirmed->fee.satoshi(), 1'000);
            QVERIFY(confirmed->outputs[1].spentBy->txid == child->txid());
            const auto spender = ask.spentBy(coin.outpoint).value();
            QVERIFY(spender && spender->status.confirmed && spender->input == 0);
            QVERIFY(ask.status(parent->txid())->confirmed);
        }
    }

    void knowsNothingOfStrangers() {
        support::ExplorerBench bench(support::easyCard());
        QVERIFY(!bench.ask().transaction({}).value());
        QVERIFY(!bench.ask().spentBy({}).value());
        const auto status = bench.ask().status({}).value();
        QVERIFY(!status.confirmed && status.firstSeen == 0 && status.height == -1);
    }

    void pagesThroughABlock() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        auto blocks = miner.mineMany(bench.chain.params.genesisHash, 15);
        support::BlockPlan plan;
        for (std::size_t i = 0; i < 4; ++i)
            plan.transactions.push_back(support::spendAll(support::coinbaseOf(blocks[i]), 100));
        plan.fees = primitives::Amount(400);
        const auto block = miner.mineOn(blocks.back(), plan);
        bench.accept(blocks);
        bench.accept({block});
        auto& ask = bench.ask();
        const auto hash = block->header.hash();
        QCOMPARE(ask.blockTransactions(hash, 0, 100)->size(), std::size_t{5});
        const auto page = ask.blockTransactions(hash, 1, 3).value();
        QCOMPARE(page.size(), std::size_t{3});
        for (std::size_t i = 0; i < page.size(); ++i) {
            QVERIFY(page[i].transaction->txid() == plan.transactions[i]->txid());
            QCOMPARE(page[i].status.position, static_cast<std::uint32_t>(i + 1));
            QCOMPARE(page[i].fee.satoshi(), 100);
            QVERIFY(page[i].inputs[0].spent->output == support::coinbaseOf(blocks[i]).output);
            QVERIFY(!page[i].inputs[0].spent->address.empty());
        }
        QVERIFY(ask.blockTransactions(hash, 5, 10)->empty() && ask.blockTransactions(hash, 99, 10)->empty());
        QCOMPARE(ask.blockTransactions(hash, 4, std::numeric_limits<std::size_t>::max())->size(),
                 std::size_t{1});
        QVERIFY(ask.blockTransactions({}, 0, 10)->empty());
    }

    void showsABlockThatLost() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        const auto common = miner.mineMany(bench.chain.params.genesisHash, 12);
        const auto payment = support::spendAll(support::coinbaseOf(common[0]), 500);
        support::BlockPlan plan;
        plan.transactions = {payment};
        const auto connectedOnce = miner.mineOn(common.back(), plan);
        const auto neverConnected = miner.mineOn(common.back(), plan);
        const auto rival = miner.mineMany(common.back()->header.hash(), 2);
        bench.accept(common);
        bench.accept({connectedOnce, neverConnected, rival[0], rival[1]});

        auto& ask = bench.ask();
        const auto once = ask.blockTransactions(connectedOnce->header.hash(), 0, 10).value();
        QCOMPARE(once.size(), std::size_t{2});
        QVERIFY(!once[0].status.confirmed && !once[1].status.confirmed);
        QVERIFY(once[1].inputs[0].spent && once[1].fee.satoshi() == 500);
        QVERIFY(once[1].status.firstSeen > 0); // back in the mempool
        const auto never = ask.blockTransactions(neverConnected->header.hash(), 0, 10).value();
        QCOMPARE(never.size(), std::size_t{2});
        QVERIFY(!never[1].inputs[0].spent && never[1].fee.satoshi() == 0);
        QVERIFY(!ask.block(neverConnected->header.hash()).value()->row.inBestChain);
    }

    void tellsUndoDataThatDoesNotFit() {
        support::ExplorerBench bench(support::easyCard());
        support::RegtestChain miner(bench.chain.params);
        const auto blocks = miner.mineMany(bench.chain.params.genesisHash, 12);
        const auto payment = support::spendAll(support::coinbaseOf(blocks[0]), 500);
        support::BlockPlan plan;
        plan.transactions = {payment};
        bench.accept(blocks);
        bench.accept({miner.mineOn(blocks.back(), plan)});
        QVERIFY(bench.ask().transaction(payment->txid()).value());
        {
            const auto raw = storage::Database::open(bench.chain.database->path(), {});
            VERIFY_FINE((*raw)->execute(
                QStringLiteral("UPDATE undos SET bytes = (SELECT bytes FROM undos LIMIT 1)")));
        }
        const auto view = bench.ask().transaction(payment->txid());
        QVERIFY(!view);
        QCOMPARE(view.error().kind, storage::StorageError::Kind::Damaged);
    }

private:
    /// Over the whole chain: what an input spends says that this input spends it.
    static void linksEveryInputWithItsOutput(support::ExplorerBench& bench) {
        auto& ask = bench.ask();
        for (std::int32_t height = 0; height <= bench.chain->tip().height(); ++height) {
            const auto views = ask.blockTransactions(bench.chain->at(height)->hash(), 0, 10'000).value();
            for (const auto& view : views) {
                for (std::uint32_t i = 0; i < view.inputs.size() && !view.transaction->isCoinbase(); ++i) {
                    const auto spender = ask.spentBy(view.inputs[i].input.previous).value();
                    QVERIFY(spender && spender->txid == view.transaction->txid() && spender->input == i);
                    QVERIFY(view.inputs[i].spent.has_value());
                }
                for (const auto& output : view.outputs) {
                    const auto coin = bench.chain->coin({view.transaction->txid(), output.index}).value();
                    const bool isCoin =
                        !output.spentBy && height > 0 && !script::isUnspendable(output.output.scriptPubKey);
                    QCOMPARE(coin.has_value(), isCoin);
                }
            }
        }
    }
};

CAIRN_TEST(ExplorerTransactionsTest)
#include "ExplorerTransactionsTest.moc"
