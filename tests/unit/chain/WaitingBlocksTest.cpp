#include "chain/WaitingBlocks.h"
#include "support/TestProgram.h"

#include "support/RegtestChain.h"

using primitives::BlockRef;

class WaitingBlocksTest : public QObject {
    Q_OBJECT

    consensus::ChainParams m_params = support::easyCard();
    support::RegtestChain m_maker{m_params};

    static void add(chain::WaitingBlocks& waiting, const BlockRef& block) {
        waiting.add(block, block->header.hash());
    }

private slots:
    void givesTheChildrenInOrderOfArrival() {
        chain::WaitingBlocks waiting(10'000);
        const BlockRef parent = m_maker.mineOn(m_params.genesisHash);
        const BlockRef first = m_maker.mineOn(parent), second = m_maker.mineOn(parent),
                       other = m_maker.mineOn(first);
        for (const BlockRef& block : {first, other, second, first})
            add(waiting, block);
        QCOMPARE(waiting.count(), std::size_t(3));
        QVERIFY(waiting.takeChildren(parent->header.hash()) == (std::vector{first, second}));
        QVERIFY(waiting.takeChildren(parent->header.hash()).empty());
        QCOMPARE(waiting.count(), std::size_t(1));
        QCOMPARE(waiting.bytes(), other->size());
    }

    void theOldestGiveWay() {
        const auto blocks = m_maker.mineMany(m_params.genesisHash, 50);
        chain::WaitingBlocks waiting(blocks[20]->size() * 3);
        for (const BlockRef& block : blocks)
            add(waiting, block);
        QCOMPARE(waiting.count(), std::size_t(3));
        QVERIFY(waiting.takeChildren(blocks[45]->header.hash()).empty());
        QVERIFY(waiting.takeChildren(blocks[46]->header.hash()) == std::vector{blocks[47]});
        for (int i = 0; i < 100; ++i) {
            add(waiting, blocks[5]);
            QCOMPARE(waiting.takeChildren(blocks[4]->header.hash()).size(), std::size_t(1));
        }
        chain::WaitingBlocks small(10);
        add(small, blocks[0]);
        QCOMPARE(small.count(), std::size_t(0));
    }
};

CAIRN_TEST(WaitingBlocksTest)
#include "WaitingBlocksTest.moc"
