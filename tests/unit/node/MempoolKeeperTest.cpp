#include "node/chain/MempoolKeeper.h"

#include "node/chain/PackageSubmission.h"
#include "support/EngineBench.h"
#include "support/TestProgram.h"

#include <QTest>

using node::SubmissionLimits;
using RefusalKind = node::SubmissionRefusal::Kind;
using support::EngineBench;

class MempoolKeeperTest : public QObject {
    Q_OBJECT
private slots:
    void tellsWhoComesWithItsFee() {
        EngineBench bench;
        primitives::Amount fee;
        quint64 origin = 99;
        connect(&bench.feed, &node::ChainFeed::transactionAdded, this,
                [&](const primitives::TransactionRef&, primitives::Amount paid, quint64 from) {
                    fee = paid;
                    origin = from;
                });
        QVERIFY(bench.engine.waiting().submit(bench.payment(1, 12'345)).has_value());
        QCOMPARE(fee.satoshi(), std::int64_t(12'345));
        QCOMPARE(origin, quint64(0));
        QCOMPARE(bench.feed.mempool.get()->items.size(), std::size_t(1)); // found at once
        bench.engine.waiting().offer(bench.payment(2), 7);
        QCOMPARE(origin, quint64(7));
    }

    void keepsToItsLimits() {
        EngineBench bench;
        node::MempoolKeeper& pool = bench.engine.waiting();
        const auto dear = bench.payment(1, 1'000'000);
        const SubmissionLimits cheap{100'000, {}};
        QVERIFY(pool.submitWithin(dear, cheap).error().kind == RefusalKind::TooDear);
        QVERIFY(!bench.waits(dear));
        QVERIFY(pool.submitWithin(dear, {}).has_value());
        QVERIFY(pool.submitWithin(dear, cheap).has_value()); // it waits already: taken
        const auto block = bench.maker.mineOn(bench.blocks.back(), {.transactions = {dear}});
        QVERIFY(bench.engine.blocks().submit(block).kind == node::BlockSubmission::Kind::Accepted);
        QVERIFY(pool.submitWithin(dear, {}).error().kind == RefusalKind::Confirmed);
        auto parts = bench.payment(2)->parts();
        parts.outputs[0].scriptPubKey = {0x6a, 0x01, 0x07};
        parts.outputs[0].value = primitives::Amount(5'000);
        const auto burns = support::signAll(parts, {support::coinbaseOf(bench.blocks[1])});
        QVERIFY(pool.submitWithin(burns, {{}, primitives::Amount(4'999)}).error().kind == RefusalKind::Burns);
        const auto young = pool.submitWithin(bench.payment(30), {});
        QVERIFY(young.error().kind == RefusalKind::Rejected);
        QVERIFY(young.error().rejection.reason == consensus::Reject::ImmatureCoinbase);
    }

    /// A payment of the own wallet puts nothing out that waits, whatever it pays.
    void letsAPaymentReplaceNothing() {
        EngineBench bench;
        QVERIFY(bench.engine.waiting().submit(bench.payment(1, 1'000)).has_value());
        const auto richer = bench.payment(1, 1'000'000);
        QVERIFY(bench.engine.waiting().submitPayment({richer}).error().reason ==
                consensus::Reject::MempoolConflict);
        QVERIFY(bench.engine.waiting().submit(richer).has_value()); // others may
        QVERIFY(bench.takeNews().contains(QStringLiteral("removed")));
    }

    void dropsWhatIsTooOld() {
        node::Settings settings;
        QVERIFY(
            settings.set(QStringLiteral("mempool_hours"), QStringLiteral("1"), node::SettingSource::File));
        EngineBench bench(30, settings);
        const auto payment = bench.payment(1);
        QVERIFY(bench.engine.waiting().submit(payment).has_value());
        bench.clock->advance(3'500);
        bench.engine.waiting().expire();
        QVERIFY(bench.waits(payment));
        bench.clock->advance(200);
        bench.takeNews();
        bench.engine.waiting().expire();
        QVERIFY(!bench.waits(payment));
        QVERIFY(bench.takeNews().contains(QStringLiteral("removed")));
    }

    /// Parents that pay nothing are taken with the child that pays for them, and told of as one.
    void judgesAPackageAsOne() {
        EngineBench bench;
        const auto third = [](const primitives::TransactionRef& made, const support::Spendable& coin) {
            auto parts = made->parts();
            parts.version = 3; // of those alone may a parent pay less than is relayed (TRUC, BIP 431)
            return support::signAll(parts, {coin});
        };
        const auto parent = third(bench.payment(1, 0), support::coinbaseOf(bench.blocks[0]));
        const auto child =
            third(support::spendAll(support::outputOf(*parent), 20'000), support::outputOf(*parent));
        const auto outcome = node::submitPackage(bench.engine, {parent, child}, {});
        for (const auto& each : outcome.transactions)
            QCOMPARE(each.refusal ? QString::fromStdString(consensus::describe(each.refusal->rejection))
                                  : QString(),
                     QString());
        QVERIFY(bench.waits(parent) && bench.waits(child));
        for (const auto& each : outcome.transactions) {
            QVERIFY(!each.refusal && each.fee);
            QCOMPARE(each.judgedWith, std::vector<std::size_t>({0, 1}));
            QCOMPARE(each.rate.satoshi(), 20'000 * 1000 / (parent->vsize() + child->vsize()));
        }
        const auto dear = node::submitPackage(bench.engine, {bench.payment(2, 500'000)}, {10'000, {}});
        QVERIFY(dear.transactions[0].refusal->kind == RefusalKind::TooDear);
        QVERIFY(!dear.transactions[0].fee);
    }

    void waitsWithALargePoolForItsTurn() {
        EngineBench bench(30);
        const auto many = support::spendAll(support::coinbaseOf(bench.blocks[0]), 100'000, 500);
        QVERIFY(bench.engine.waiting().submit(many).has_value());
        const auto next = bench.maker.mineOn(bench.blocks.back(), {.transactions = {many}});
        QVERIFY(bench.engine.blocks().submit(next).kind == node::BlockSubmission::Kind::Accepted);
        bench.takeNews();
        for (std::uint32_t i = 0; i < 500; ++i)
            QVERIFY(bench.engine.waiting().offer(support::spendAll(support::outputOf(*many, i), 1'000), 1));
        const auto told = bench.takeNews().count(QStringLiteral("mempool"));
        QVERIFY2(told < 500, qPrintable(QString::number(told))); // the last ones wait for the next quarter
        QTRY_COMPARE(bench.feed.mempool.get()->items.size(), std::size_t(500));
    }
};

CAIRN_TEST(MempoolKeeperTest)
#include "MempoolKeeperTest.moc"
