#include "chain/CoinStatistics.h"
#include "support/TestProgram.h"

#include "crypto/Sha256.h"
#include "support/MemoryStores.h"

using primitives::Amount;
using primitives::OutPoint;

class CoinStatisticsTest : public QObject {
    Q_OBJECT

private slots:
    void hashesNothing() {
        support::MemoryCoinStore store;
        const auto statistics = chain::coinStatistics(store);
        QVERIFY(statistics);
        QCOMPARE(statistics->txouts, 0);
        // SHA-256d of no bytes, in display order.
        QCOMPARE(statistics->hashSerialized3,
                 std::string("56944c5d3f98413ef45cf54545538103cc9f298e0575820ad3591376e2e0f65d"));
    }

    void hashesCoinsInTheirOrder() {
        util::ByteArray<32> low{}, high{};
        low[0] = 1; // wire order decides, not the number that is displayed
        low[31] = 9;
        high[0] = 2;
        support::MemoryCoinStore store;
        store.apply({{{primitives::TxId(high), 0}, consensus::Coin{{Amount(3), {}}, 5, true}},
                     {{primitives::TxId(low), 256}, consensus::Coin{{Amount(2), {0x51}}, 4, false}},
                     {{primitives::TxId(low), 1}, consensus::Coin{{Amount(1), {0x52, 0x53}}, 3, false}}});
        util::ByteWriter wanted;
        const auto add = [&wanted](const auto& txid, std::uint32_t index, std::uint32_t code,
                                   std::int64_t value, const util::Bytes& script) {
            wanted.bytes(txid);
            wanted.u32(index);
            wanted.u32(code);
            wanted.i64(value);
            wanted.sized(script);
        };
        add(low, 1, 6, 1, {0x52, 0x53});
        add(low, 256, 8, 2, {0x51});
        add(high, 0, 11, 3, {});
        const auto statistics = chain::coinStatistics(store);
        QVERIFY(statistics);
        QCOMPARE(statistics->txouts, 3);
        QCOMPARE(statistics->totalAmount, Amount(6));
        QCOMPARE(statistics->hashSerialized3, util::toReversedHex(crypto::sha256d(wanted.view())));
    }

    void tellsThatTheStoreFails() {
        support::MemoryCoinStore store;
        store.failReads = true;
        QVERIFY(!chain::coinStatistics(store));
    }
};

CAIRN_TEST(CoinStatisticsTest)
#include "CoinStatisticsTest.moc"
