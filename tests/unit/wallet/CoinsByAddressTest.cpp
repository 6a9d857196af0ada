#include "wallet/CoinsByAddress.h"
#include "support/TestProgram.h"

#include "support/WalletBlocks.h"
#include "wallet/Ledger.h"

#include <random>

using wallet::CoinsByAddress;
using wallet::KeyPath;
using wallet::StoredCoin;

namespace {

StoredCoin pathCoin(std::uint32_t number, KeyPath path, std::int64_t satoshi, std::int32_t height) {
    StoredCoin out;
    out.coin.outpoint = support::foreignCoin(number);
    out.coin.output.value = primitives::Amount(satoshi);
    out.coin.path = path;
    out.coin.height = height;
    return out;
}

} // namespace

class CoinsByAddressTest : public QObject {
    Q_OBJECT
private slots:
    void addsUpWhatCame() {
        CoinsByAddress coins;
        coins.add(pathCoin(1, {0, 3}, 500, 7));
        StoredCoin spent = pathCoin(2, {0, 3}, 200, 9);
        spent.spentBy = support::foreignCoin(8).txid;
        spent.coin.fromCoinbase = true;
        coins.add(spent);
        coins.add(pathCoin(3, {0, 4}, 900, 2));
        const wallet::AddressMoney money = coins.moneyAt({0, 3});
        QCOMPARE(money.received.satoshi(), 700);
        QCOMPARE(money.there.satoshi(), 500);
        QCOMPARE(money.times, 2U);
        QCOMPARE(money.rewards, 1U);
        QCOMPARE(money.lastHeight, 9);
        QCOMPARE(coins.moneyAt({1, 3}), wallet::AddressMoney());
    }

    void theNewestComeFirst() {
        CoinsByAddress coins;
        coins.add(pathCoin(1, {0, 0}, 1, 5));
        coins.add(pathCoin(2, {0, 0}, 1, -1));
        coins.add(pathCoin(3, {0, 0}, 1, 8));
        const auto newest = coins.newestAt({0, 0}, 2);
        QCOMPARE(newest.size(), 2U);
        QCOMPARE(newest[0], support::foreignCoin(2)); // waits: newer than any block
        QCOMPARE(newest[1], support::foreignCoin(3));
        QCOMPARE(coins.moneyAt({0, 0}).lastHeight, -1);
    }

    /// A ledger keeps it as it would be made anew, whatever comes, is spent, goes and is taken back.
    void aLedgerKeepsItLevel() {
        wallet::Ledger ledger;
        (void)ledger.byAddress(); // from now on
        std::mt19937 random(7);
        std::map<std::uint32_t, StoredCoin> truth;
        for (int step = 0; step < 2'000; ++step) {
            const std::uint32_t number = random() % 40;
            const auto before = truth;
            if (random() % 4 == 0) {
                ledger.eraseCoin(support::foreignCoin(number));
                truth.erase(number);
            } else {
                StoredCoin coin = pathCoin(number, {0, number % 5}, 1 + static_cast<std::int64_t>(number),
                                           static_cast<std::int32_t>(random() % 50) - 1);
                if (random() % 2 == 0) coin.spentBy = support::foreignCoin(99).txid;
                ledger.putCoin(coin);
                truth.insert_or_assign(number, coin);
            }
            if (random() % 3 == 0) {
                ledger.rollback();
                truth = before;
            } else {
                ledger.accept();
            }
        }
        CoinsByAddress anew;
        for (const auto& [number, coin] : truth)
            anew.add(coin);
        for (std::uint32_t index = 0; index < 5; ++index) {
            QCOMPARE(ledger.byAddress().moneyAt({0, index}), anew.moneyAt({0, index}));
            QCOMPARE(ledger.byAddress().newestAt({0, index}, 100), anew.newestAt({0, index}, 100));
        }
    }
};

CAIRN_TEST(CoinsByAddressTest)
#include "CoinsByAddressTest.moc"
