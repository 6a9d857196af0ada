#include "storage/SqliteCoinStore.h"
#include "support/TestProgram.h"

#include "storage/ChainSchema.h"
#include "storage/StorageFormat.h"
#include "support/Storage.h"

#include <map>
#include <random>

using namespace storage;

class SqliteCoinStoreTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
        auto opened = openMigrated(QStringLiteral(":memory:"), {}, chainSchema(), Database::Journal::Wal);
        VERIFY_FINE(opened);
        m_database = std::move(*opened);
        m_store = std::make_unique<SqliteCoinStore>(*m_database);
    }
    void cleanup() {
        m_store.reset();
        m_database.reset();
    }

    void keepsEveryField_data() {
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("fromCoinbase");
        QTest::addColumn<qint64>("value");
        QTest::addColumn<int>("scriptSize");
        QTest::newRow("ordinary") << 120 << false << qint64{4'999'990'000} << 22;
        QTest::newRow("coinbase") << 1 << true << qint64{5'000'000'000} << 25;
        QTest::newRow("nothing in it") << 7 << false << qint64{0} << 0;
        QTest::newRow("largest") << 0x7fffffff << true << qint64{primitives::Amount::kMax} << 10'000;
    }
    void keepsEveryField() {
        QFETCH(int, height);
        QFETCH(bool, fromCoinbase);
        QFETCH(qint64, value);
        QFETCH(int, scriptSize);
        const consensus::Coin coin{
            {primitives::Amount(value), util::Bytes(std::size_t(scriptSize), 0xab)}, height, fromCoinbase};
        const auto point = outPoint(1, 0xffffffff);
        write({{point, coin}});
        const auto found = m_store->find(point);
        VERIFY_FINE(found);
        QVERIFY(found->has_value());
        QVERIFY(**found == coin);
        QVERIFY(!m_store->find(outPoint(1, 0xfffffffe)).value());
    }

    void replacesAndRemoves() {
        const consensus::Coin first{{primitives::Amount(1), {1}}, 1, false};
        const consensus::Coin second{{primitives::Amount(2), {2}}, 2, true};
        write({{outPoint(1, 0), first}});
        write({{outPoint(1, 0), second}});
        QVERIFY(m_store->find(outPoint(1, 0)).value() == second);
        write({{outPoint(1, 0), std::nullopt}, {outPoint(9, 9), std::nullopt}});
        QVERIFY(!m_store->find(outPoint(1, 0)).value());
    }

    void walksInTheOrderOfTheSetHash() {
        std::mt19937 random(4711);
        std::map<primitives::OutPoint, consensus::Coin> coins; // sorts as the hash over the set wants it
        std::vector<chain::CoinChange> changes;
        for (int i = 0; i < 500; ++i) {
            const consensus::Coin coin{{primitives::Amount(i), {}}, i, false};
            const auto point =
                outPoint(static_cast<std::uint8_t>(random()), static_cast<std::uint32_t>(i) * 0x01020305);
            coins[point] = coin;
            changes.push_back({point, coin});
        }
        write(changes);
        auto expected = coins.begin();
        const auto walked = m_store->forEach([&](const auto& outpoint, const auto& coin) {
            const bool same =
                expected != coins.end() && expected->first == outpoint && expected->second == coin;
            if (same) ++expected;
            return same;
        });
        VERIFY_FINE(walked);
        QVERIFY(expected == coins.end());
    }

    void stopsWhenTold() {
        write({{outPoint(1, 0), consensus::Coin{}}, {outPoint(2, 0), consensus::Coin{}}});
        int count = 0;
        VERIFY_FINE(m_store->forEach([&](const auto&, const auto&) { return ++count < 1; }));
        QCOMPARE(count, 1);
        write({{outPoint(1, 0), std::nullopt}}); // and the table is free again
    }

    void tellsADamagedCoin_data() {
        QTest::addColumn<QString>("sql");
        QTest::newRow("too short") << QStringLiteral("UPDATE coins SET coin = x'0102'");
        QTest::newRow("empty") << QStringLiteral("UPDATE coins SET coin = x''");
        QTest::newRow("value out of range")
            << QStringLiteral("UPDATE coins SET coin = x'02000000ffffffffffffffff00'");
    }
    void tellsADamagedCoin() {
        QFETCH(QString, sql);
        write({{outPoint(1, 0), consensus::Coin{}}});
        VERIFY_FINE(m_database->execute(sql));
        const auto found = m_store->find(outPoint(1, 0));
        QVERIFY(!found);
        QCOMPARE(found.error().kind, chain::StoreError::Kind::Damaged);
        const auto walked = m_store->forEach([](const auto&, const auto&) { return true; });
        QVERIFY(!walked);
        QCOMPARE(walked.error().kind, chain::StoreError::Kind::Damaged);
    }

    void tellsADamagedKey() {
        VERIFY_FINE(m_database->execute(QStringLiteral("INSERT INTO coins VALUES (x'0102', zeroblob(12))")));
        const auto walked = m_store->forEach([](const auto&, const auto&) { return true; });
        QVERIFY(!walked);
        QCOMPARE(walked.error().kind, chain::StoreError::Kind::Damaged);
    }

private:
    static primitives::OutPoint outPoint(std::uint8_t first, std::uint32_t index) {
        util::ByteArray<32> bytes{};
        bytes[0] = first;
        return {primitives::TxId(bytes), index};
    }
    void write(const std::vector<chain::CoinChange>& changes) {
        auto transaction = Transaction::begin(*m_database);
        VERIFY_FINE(m_store->write(changes));
        VERIFY_FINE(transaction->commit());
    }

    std::unique_ptr<Database> m_database;
    std::unique_ptr<SqliteCoinStore> m_store;
};

CAIRN_TEST(SqliteCoinStoreTest)
#include "SqliteCoinStoreTest.moc"
