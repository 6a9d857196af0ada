#include "chain/Locator.h"
#include "support/TestProgram.h"

#include "support/MemoryChain.h"
#include "support/RegtestChain.h"

class LocatorTest : public QObject {
    Q_OBJECT

private slots:
    void stepsBackFasterAndFaster() {
        support::MemoryChain memory(support::easyCard());
        support::RegtestChain maker(memory.params);
        for (const auto& block : maker.mineMany(memory.params.genesisHash, 100))
            QVERIFY(memory->acceptBlock(block));
        QList<int> heights;
        for (const auto& hash : chain::locatorFrom(memory->tip()))
            heights << memory->headers().find(hash)->height();
        QCOMPARE(heights, (QList<int>{100, 99, 98, 97, 96, 95, 94, 93, 92, 91, 90, 88, 84, 76, 60, 28, 0}));
        QCOMPARE(chain::locatorFrom(memory->headers().genesis()).size(), std::size_t(1));
    }

    void givesTheHeadersAfterTheFork() {
        support::MemoryChain memory(support::easyCard());
        support::RegtestChain maker(memory.params);
        const auto main = maker.mineMany(memory.params.genesisHash, 9);
        const auto side = maker.mineMany(main[3]->header.hash(), 2);
        for (const auto& block : main)
            QVERIFY(memory->acceptBlock(block));
        for (const auto& block : side)
            QVERIFY(memory->acceptBlock(block));
        const auto firstAndCount = [&](const std::vector<primitives::BlockHash>& locator,
                                       const primitives::BlockHash& stop, std::size_t count) {
            const auto headers = chain::headersAfter(memory.state(), locator, stop, count);
            const auto* first = headers.empty() ? nullptr : memory->headers().find(headers[0].hash());
            return std::pair(first != nullptr ? first->height() : -1, headers.size());
        };
        const auto* stale = memory->headers().find(side[1]->header.hash());
        QCOMPARE(firstAndCount(chain::locatorFrom(*stale), {}, 100), std::pair(5, std::size_t(5)));
        QCOMPARE(firstAndCount(chain::locatorFrom(*stale), {}, 2), std::pair(5, std::size_t(2)));
        QCOMPARE(firstAndCount(chain::locatorFrom(*stale), main[6]->header.hash(), 100),
                 std::pair(5, std::size_t(3)));
        QCOMPARE(firstAndCount({}, {}, 100), std::pair(1, std::size_t(9)));
        QCOMPARE(firstAndCount({primitives::BlockHash()}, {}, 100), std::pair(1, std::size_t(9)));
        QCOMPARE(firstAndCount(chain::locatorFrom(memory->tip()), {}, 100), std::pair(-1, std::size_t(0)));
    }
};

CAIRN_TEST(LocatorTest)
#include "LocatorTest.moc"
