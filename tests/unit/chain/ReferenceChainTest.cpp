// Chains that Bitcoin Core made on its regtest, imported into memory and compared with what Core says of
// them.
#include "chain/BlockFile.h"
#include "chain/ChainState.h"
#include "chain/CoinStatistics.h"
#include "support/MemoryChain.h"

#include <QtTest>
#include <nlohmann/json.hpp>

#include <random>

namespace {

QString folderOf(const QString& chain) {
    const QString all = qEnvironmentVariable("CAIRN_CHAINS", QStringLiteral("../shared/chains"));
    return all + QLatin1Char('/') + chain + QLatin1Char('/');
}

std::vector<primitives::BlockRef> readAll(const QString& chain) {
    std::vector<primitives::BlockRef> blocks;
    const auto summary =
        chain::readBlockFile((folderOf(chain) + "blocks.dat").toStdString(), consensus::regtestParams().magic,
                             [&](primitives::BlockRef block, std::int64_t, std::int64_t) {
                                 blocks.push_back(std::move(block));
                                 return true;
                             });
    if (!summary || summary->truncatedTail || summary->unreadable > 0) return {};
    return blocks;
}

std::optional<nlohmann::json> expectedOf(const QString& chain) {
    QFile file(folderOf(chain) + "expected.json");
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QByteArray bytes = file.readAll();
    return nlohmann::json::parse(bytes.begin(), bytes.end());
}

QString words(const nlohmann::json& value) {
    return QString::fromStdString(value.get<std::string>());
}
QString hexOf(const primitives::BlockHash& hash) {
    return QString::fromStdString(hash.toHex());
}

} // namespace

class ReferenceChainTest : public QObject {
    Q_OBJECT

private slots:
    void imports_data() {
        QTest::addColumn<QString>("chain");
        QTest::addColumn<bool>("shuffled");
        QTest::addColumn<bool>("flushEveryChange");
        QTest::newRow("basic, in order, in one batch") << "regtest-basic" << false << false;
        QTest::newRow("basic, in order, block by block") << "regtest-basic" << false << true;
        QTest::newRow("basic, shuffled") << "regtest-basic" << true << false;
        QTest::newRow("mixed, in order, in one batch") << "regtest-mixed" << false << false;
        QTest::newRow("mixed, in order, block by block") << "regtest-mixed" << false << true;
        QTest::newRow("mixed, shuffled") << "regtest-mixed" << true << true;
    }

    void imports() {
        QFETCH(QString, chain);
        QFETCH(bool, shuffled);
        QFETCH(bool, flushEveryChange);
        const auto expected = expectedOf(chain);
        if (!expected) QSKIP("no reference chains (CAIRN_CHAINS)");
        std::vector<primitives::BlockRef> blocks = readAll(chain);
        QVERIFY(!blocks.empty());
        if (shuffled) {
            const auto seed = std::random_device()();
            qInfo("seed %u", seed);
            std::shuffle(blocks.begin(), blocks.end(), std::mt19937(seed));
        }

        support::MemoryChain memory(consensus::regtestParams(), {.flushEveryChange = flushEveryChange}, 1);
        for (const auto& block : blocks) {
            const auto accepted = memory->acceptBlock(block);
            QVERIFY2(accepted, qPrintable("refused: " + hexOf(block->header.hash())));
        }
        QVERIFY(memory->flush());
        compare(memory, *expected, shuffled);
        memory.reopen();
        compare(memory, *expected, true);
    }

private:
    void compare(support::MemoryChain& memory, const nlohmann::json& expected, bool shuffled) {
        const chain::HeaderEntry& tip = memory->tip();
        QCOMPARE(tip.height(), expected["height"].get<int>());
        QCOMPARE(hexOf(tip.hash()), words(expected["best"]));
        QCOMPARE(QString::fromStdString(consensus::toHex(tip.chainWork)), words(expected["chainwork"]));
        const auto statistics = chain::coinStatistics(memory.coins);
        QVERIFY(statistics);
        QCOMPARE(statistics->txouts, expected["utxo"]["txouts"].get<std::int64_t>());
        QCOMPARE(QString::fromStdString(primitives::toDecimal(statistics->totalAmount)),
                 words(expected["utxo"]["total_amount"]));
        QCOMPARE(QString::fromStdString(statistics->hashSerialized3),
                 words(expected["utxo"]["hash_serialized_3"]));
        std::int64_t transactions = 0;
        for (const chain::HeaderEntry* entry = &tip; entry->height() > 0; entry = entry->parent) {
            QCOMPARE(hexOf(entry->hash()),
                     words(expected["hashes"].at(static_cast<std::size_t>(entry->height()))));
            transactions += entry->facts.transactionCount;
        }
        QVERIFY(transactions > 0);
        compareTips(memory, expected["chaintips"], shuffled);
    }

    void compareTips(support::MemoryChain& memory, const nlohmann::json& expected, bool shuffled) {
        const std::vector<chain::ChainTip> tips = memory->tips();
        QCOMPARE(tips.size(), expected.size());
        for (const auto& wanted : expected) {
            const auto found = std::find_if(tips.begin(), tips.end(), [&wanted](const chain::ChainTip& tip) {
                return hexOf(tip.hash) == words(wanted["hash"]);
            });
            QVERIFY(found != tips.end());
            QCOMPARE(found->height, wanted["height"].get<int>());
            QCOMPARE(found->branchLength, wanted["branchlen"].get<int>());
            // In another order a branch may never have been connected.
            const QString status = QString::fromLatin1(found->status);
            if (shuffled && status == QLatin1String("valid-headers")) continue;
            QCOMPARE(status, words(wanted["status"]));
        }
    }
};

QTEST_GUILESS_MAIN(ReferenceChainTest)
#include "ReferenceChainTest.moc"
