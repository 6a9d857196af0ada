#include "explorer/BlockFilter.h"
#include "support/Hex.h"
#include "support/TestProgram.h"
#include "support/Vectors.h"

class BlockFilterTest : public QObject {
    Q_OBJECT

private slots:
    void agreesWithBip158() {
        const auto vectors = support::readJsonVectors(QStringLiteral("bip158_blockfilters.json"));
        NEEDS_DATA(vectors);
        int cases = 0;
        for (const auto& row : *vectors) {
            if (!row.is_array() || !row.at(0).is_number()) continue; // the first names the columns
            const auto block = primitives::Block::parse(*util::fromHex(row.at(2).get<std::string>()));
            QVERIFY(block.has_value());
            chain::BlockUndo undo;
            undo.spent.emplace_back();
            for (const auto& script : row.at(3))
                undo.spent.back().push_back({{{}, *util::fromHex(script.get<std::string>())}, 1, false});
            const util::Bytes filter = explorer::basicFilter(*block, &undo);
            QCOMPARE(util::toHex(filter), row.at(5).get<std::string>());
            util::Bytes previous = *util::fromHex(row.at(4).get<std::string>());
            util::ByteArray<32> before{};
            std::copy(previous.rbegin(), previous.rend(), before.begin());
            QCOMPARE(util::toReversedHex(explorer::filterHeader(crypto::sha256d(filter), before)),
                     row.at(6).get<std::string>());
            ++cases;
        }
        QCOMPARE(cases, 10);
    }
};

CAIRN_TEST(BlockFilterTest)
#include "BlockFilterTest.moc"
