#include "net/relay/TransactionQueue.h"
#include "support/TestProgram.h"

#include "support/MadeBlocks.h"

#include <QtTest>

using net::PeerId;

namespace {

primitives::TransactionRef sizedTransaction(std::uint8_t number, std::size_t bytes = 0) {
    auto parts = support::paymentParts(number);
    parts.outputs[0].scriptPubKey.resize(1 + bytes, 0x51);
    return support::refOf(std::move(parts));
}

} // namespace

class TransactionQueueTest : public QObject {
    Q_OBJECT

private slots:
    void keepsTheOrderOfAPeer() {
        net::TransactionQueue queue({});
        std::vector<primitives::TransactionRef> sent;
        for (std::uint8_t i = 0; i < 50; ++i)
            QVERIFY(queue.push(1, sent.emplace_back(sizedTransaction(i))));
        for (const auto& transaction : sent) {
            const auto item = queue.next(0);
            QVERIFY(item && item->peer == 1 && item->transaction == transaction);
        }
        QVERIFY(!queue.next(0));
        QVERIFY(queue.isEmpty());
        QCOMPARE(queue.bytes(), std::size_t(0));
    }

    /// A peer that sends thousands of hard transactions delays its own alone.
    void aFloodDelaysNobodyElse() {
        net::TransactionQueue queue({});
        for (int i = 0; i < 5'000; ++i)
            QVERIFY(queue.push(1, sizedTransaction(std::uint8_t(i))));
        QVERIFY(!queue.push(1, sizedTransaction(1)));
        std::int64_t nowMs = 0;
        int checked = 0;
        const auto work = [&] {
            while (const auto item = queue.next(nowMs)) {
                nowMs += 20;
                queue.took(item->peer, 20, nowMs);
                ++checked;
            }
        };
        work();
        QVERIFY2(nowMs <= 200, "at once, no longer than the burst");
        QVERIFY(checked >= 5);
        // The honest one's turn comes although thousands wait.
        QVERIFY(queue.push(2, sizedTransaction(7)));
        const auto next = queue.next(nowMs);
        QVERIFY(next && next->peer == 2);
        // And no more than a quarter of the time goes to the flood.
        queue.took(2, 1, nowMs);
        const std::int64_t since = nowMs;
        checked = 0;
        while (nowMs < since + 10'000) {
            work();
            nowMs += 50;
        }
        QVERIFY2(checked * 20 <= 10'000 / 4 + 400, qPrintable(QString::number(checked)));
        QVERIFY(checked * 20 >= 10'000 / 5);
    }

    void floodsShareWhatTimeThereIs() {
        net::TransactionQueue queue({});
        for (PeerId peer = 1; peer <= 8; ++peer) {
            for (int i = 0; i < 1'000; ++i)
                QVERIFY(queue.push(peer, sizedTransaction(std::uint8_t(i))));
        }
        std::map<PeerId, int> served;
        std::int64_t nowMs = 0;
        std::int64_t spentMs = 0;
        while (nowMs < 20'000) {
            while (const auto item = queue.next(nowMs)) {
                ++served[item->peer];
                spentMs += 10;
                nowMs += 10;
                queue.took(item->peer, 10, nowMs);
            }
            nowMs += 50;
        }
        QVERIFY2(spentMs <= 20'000 / 2 + 400, qPrintable(QString::number(spentMs)));
        for (PeerId peer = 1; peer <= 8; ++peer)
            QVERIFY2(served[peer] >= 100 && served[peer] <= 140, qPrintable(QString::number(served[peer])));
    }

    void bytesAreBounded() {
        net::TransactionQueue queue({});
        int taken = 0;
        for (PeerId peer = 1; peer <= 20; ++peer) {
            for (int i = 0; i < 100; ++i)
                taken += queue.push(peer, sizedTransaction(std::uint8_t(i), 100'000)) ? 1 : 0;
        }
        QVERIFY(queue.bytes() <= std::size_t(32) << 20);
        QVERIFY(queue.count() > 300 && taken > 300);
        QVERIFY2(queue.push(21, sizedTransaction(1, 100'000)), "everybody has his part");
        QVERIFY(queue.bytes() <= std::size_t(32) << 20);
        for (PeerId peer = 1; peer <= 21; ++peer)
            queue.gone(peer);
        QVERIFY(queue.isEmpty());
        QCOMPARE(queue.bytes(), std::size_t(0));
    }
};

CAIRN_TEST(TransactionQueueTest)
#include "TransactionQueueTest.moc"
