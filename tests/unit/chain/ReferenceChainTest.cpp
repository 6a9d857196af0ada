// Chains that Bitcoin Core made on its regtest, imported into memory and compared with what Core says of
// them.
#include "chain/BlockFile.h"
#include "chain/ChainState.h"
#include "chain/CoinStatistics.h"
#include "consensus/Subsidy.h"
#include "support/Hex.h"
#include "support/MemoryChain.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

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
        NEEDS_DATA(expected);
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

    /// Blocks of a test of Core's statistics, with what it published of the last three.
    void agreesWithPublishedBlockStatistics() {
        const auto vectors = support::readJsonVectors("core_rpc_getblockstats.json");
        NEEDS_DATA(vectors);
        support::MemoryChain memory(consensus::regtestParams());
        std::map<std::int32_t, chain::ConnectedBlock> connected;
        int blocks = 0;
        for (const std::string hex : vectors->at("blocks")) {
            auto block = primitives::Block::parse(support::unhex(hex));
            QVERIFY(block);
            const auto accepted =
                memory->acceptBlock(std::make_shared<const primitives::Block>(std::move(*block)));
            QVERIFY(accepted);
            for (const auto& taken : accepted->change.connected)
                connected[taken.height] = taken;
            ++blocks;
        }
        qInfo("%d blocks", blocks);
        QCOMPARE(blocks, 104);
        QCOMPARE(memory->tip().height(), 103);
        int rows = 0;
        for (const auto& wanted : vectors->at("stats")) {
            compareStatistics(connected.at(wanted["height"].get<int>()), wanted);
            ++rows;
        }
        QCOMPARE(rows, 3);
    }

private:
    static void compareStatistics(const chain::ConnectedBlock& connected, const nlohmann::json& wanted) {
        const primitives::Block& block = *connected.block;
        const auto number = [&wanted](const char* key) { return wanted[key].get<std::int64_t>(); };
        std::int64_t inputs = 0, outputs = 0, weight = 0, size = 0, paid = 0, witnesses = 0;
        std::vector<std::int64_t> fees;
        for (std::size_t i = 0; i < block.transactions.size(); ++i) {
            const primitives::Transaction& transaction = *block.transactions[i];
            outputs += static_cast<std::int64_t>(transaction.outputs().size());
            if (i == 0) continue;
            inputs += static_cast<std::int64_t>(transaction.inputs().size());
            weight += transaction.weight();
            size += static_cast<std::int64_t>(transaction.size());
            if (transaction.hasWitness()) ++witnesses;
            std::int64_t fee = 0;
            for (const consensus::Coin& coin : connected.undo->spent[i - 1])
                fee += coin.output.value.satoshi();
            for (const primitives::TxOut& output : transaction.outputs()) {
                fee -= output.value.satoshi();
                paid += output.value.satoshi();
            }
            fees.push_back(fee);
        }
        QCOMPARE(hexOf(connected.hash), words(wanted["blockhash"]));
        QCOMPARE(static_cast<std::int64_t>(block.transactions.size()), number("txs"));
        QCOMPARE(std::int64_t{block.header.time}, number("time"));
        QCOMPARE(consensus::subsidyAt(connected.height, consensus::regtestParams().rules()).satoshi(),
                 number("subsidy"));
        QCOMPARE(inputs, number("ins"));
        QCOMPARE(outputs, number("outs"));
        QCOMPARE(outputs - inputs, number("utxo_increase"));
        QCOMPARE(weight, number("total_weight"));
        QCOMPARE(size, number("total_size"));
        QCOMPARE(paid, number("total_out"));
        QCOMPARE(witnesses, number("swtxs"));
        QCOMPARE(connected.fees.satoshi(), number("totalfee"));
        std::sort(fees.begin(), fees.end());
        QCOMPARE(fees.empty() ? 0 : fees.front(), number("minfee"));
        QCOMPARE(fees.empty() ? 0 : fees.back(), number("maxfee"));
    }

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
        QCOMPARE(expected["hashes"].size(), static_cast<std::size_t>(tip.height()) + 1);
        for (const chain::HeaderEntry* entry = &tip; entry != nullptr; entry = entry->parent) {
            QCOMPARE(hexOf(entry->hash()),
                     words(expected["hashes"].at(static_cast<std::size_t>(entry->height()))));
            transactions += entry->facts.transactionCount;
        }
        QCOMPARE(transactions, expected["transactions"].get<std::int64_t>());
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

CAIRN_TEST(ReferenceChainTest)
#include "ReferenceChainTest.moc"
