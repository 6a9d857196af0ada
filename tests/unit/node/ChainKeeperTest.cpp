#include "node/chain/ChainKeeper.h"

#include "support/EngineBench.h"
#include "support/TestProgram.h"

#include <QTest>

using node::BlockSubmission;
using support::EngineBench;

class ChainKeeperTest : public QObject {
    Q_OBJECT
private slots:
    /// Values first, then the blocks, then what waits, then the tip: who hears of one finds the others.
    void tellsInOrder() {
        EngineBench bench;
        const auto payment = bench.payment(1);
        QVERIFY(bench.engine.waiting().submit(payment).has_value());
        bench.takeNews();
        std::int32_t heightSeen = 0;
        connect(&bench.feed, &node::ChainFeed::chainChanged, this,
                [&] { heightSeen = bench.feed.status.get()->tip.height; });
        const auto block = bench.maker.mineOn(bench.blocks.back(), {.transactions = {payment}});
        QVERIFY(bench.engine.blocks().submit(block).kind == BlockSubmission::Kind::Accepted);
        QCOMPARE(heightSeen, 31);
        QStringList news = bench.takeNews();
        news.removeAll(QStringLiteral("removed"));
        QCOMPARE(news, QStringList({QStringLiteral("status"), QStringLiteral("blocks"),
                                    QStringLiteral("mempool"), QStringLiteral("tip")}));
        QCOMPARE(bench.feed.status.get()->indexHeight, 31);
        QVERIFY(!bench.waits(payment));
    }

    /// A branch that wins brings back what the other one had confirmed.
    void bringsBackWhatLeftTheChain() {
        EngineBench bench;
        const auto payment = bench.payment(1);
        const auto with = bench.maker.mineOn(bench.blocks.back(), {.transactions = {payment}});
        QVERIFY(bench.engine.blocks().submit(with).kind == BlockSubmission::Kind::Accepted);
        node::TipChanged told;
        connect(&bench.feed, &node::ChainFeed::tipChanged, this,
                [&](const node::TipChanged& news) { told = news; });
        const auto other = bench.maker.mineMany(support::hashOf(bench.blocks.back()), 2);
        QVERIFY(bench.engine.blocks().submit(other[0]).kind == BlockSubmission::Kind::SideChain);
        QVERIFY(!bench.waits(payment));
        QVERIFY(bench.engine.blocks().submit(other[1]).kind == BlockSubmission::Kind::Accepted);
        QVERIFY(bench.waits(payment));
        QCOMPARE(told.depth, 1);
        QCOMPARE(told.connected, 2);
        QCOMPARE(told.forkHeight, 30);
        QVERIFY(told.previousTip == support::hashOf(with));
    }

    void judgesByHand() {
        EngineBench bench;
        const auto unknown = support::hashOf(bench.maker.mineOn(bench.blocks.back()));
        QVERIFY(bench.engine.blocks().invalidate(unknown).error() == node::BranchFailure::NoSuchBlock);
        QVERIFY(bench.engine.blocks().invalidate(bench.params.genesisHash).error() ==
                node::BranchFailure::NoSuchBlock);
        const auto twentieth = support::hashOf(bench.blocks[19]);
        QVERIFY(bench.engine.blocks().invalidate(twentieth).has_value());
        QCOMPARE(bench.height(), 19);
        QVERIFY(bench.engine.blocks().reconsider(twentieth).has_value());
        QCOMPARE(bench.height(), 30);
    }

    /// The history rests during an import, and is level soon after it; followers are woken once more at the
    /// end, when what they read is on disk.
    void rebuildsTheHistoryAfterAnImport() {
        EngineBench bench;
        node::ImportReport report;
        bench.engine.blocks().beginImport();
        const auto more = bench.maker.mineMany(support::hashOf(bench.blocks.back()), 20);
        bench.engine.blocks().importBatch(more, 0.5, report);
        QCOMPARE(report.blocksAccepted, 20);
        QVERIFY(bench.feed.status.get()->importing);
        QCOMPARE(bench.feed.status.get()->importProgress, 0.5);
        QCOMPARE(bench.feed.status.get()->indexHeight, 30);
        bench.takeNews();
        bench.engine.blocks().endImport(report);
        QCOMPARE(bench.takeNews().last(), QStringLiteral("tip"));
        QVERIFY(!bench.feed.status.get()->importing);
        QTRY_COMPARE(bench.feed.status.get()->indexHeight, 50);
    }

    /// A disk that failed takes no more, and says so once.
    void stopsWithTheDisk() {
        EngineBench bench;
        std::optional<node::DiskProblem> problem;
        connect(&bench.feed, &node::ChainFeed::diskFailed, this,
                [&](node::DiskProblem said) { problem = said; });
        bench.engine.health().fail({chain::StoreError::Kind::Full, "full"});
        bench.engine.health().fail({chain::StoreError::Kind::Io, "again"});
        QCOMPARE(bench.takeNews().count(QStringLiteral("failed")), 1);
        QVERIFY(problem == node::DiskProblem::Full);
        const auto next = bench.maker.mineOn(bench.blocks.back());
        QVERIFY(bench.engine.blocks().submit(next).kind == BlockSubmission::Kind::StoreFailed);
        QVERIFY(bench.engine.waiting().submit(bench.payment(1)).error().reason ==
                consensus::Reject::DiskFailed);
        QVERIFY(!bench.engine.templates().make({0x51}, {}).has_value());
        node::ImportReport report;
        bench.engine.blocks().importBatch({next}, 0, report);
        QCOMPARE(report.blocksRead, 0);
        QCOMPARE(bench.height(), 30);
    }
};

CAIRN_TEST(ChainKeeperTest)
#include "ChainKeeperTest.moc"
