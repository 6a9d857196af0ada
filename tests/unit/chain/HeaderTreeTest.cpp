#include "chain/HeaderTree.h"
#include "support/TestProgram.h"

#include "support/RegtestChain.h"

#include <random>

using chain::HeaderEntry;
using consensus::Reject;

namespace {

constexpr std::int64_t kNow = 2'000'000'000;

} // namespace

class HeaderTreeTest : public QObject {
    Q_OBJECT

    consensus::ChainParams m_params = support::easyCard();

    HeaderEntry* add(chain::HeaderTree& tree, const primitives::BlockRef& block) {
        const auto added = tree.add(block->header, kNow);
        return added ? *added : nullptr;
    }
    static Reject reasonFor(chain::HeaderTree& tree, const primitives::BlockHeader& header,
                            std::int64_t now = kNow) {
        const auto added = tree.add(header, now);
        return added ? Reject::AlreadyKnown : added.error().reason;
    }

private slots:
    void findsAncestors() {
        support::RegtestChain maker(m_params);
        chain::HeaderTree tree(m_params);
        std::vector<const HeaderEntry*> line{&tree.genesis()};
        for (const auto& block : maker.mineMany(m_params.genesisHash, 300))
            line.push_back(add(tree, block));
        const HeaderEntry& top = *line.back();
        for (std::int32_t height = 0; height <= 300; ++height) {
            QCOMPARE(top.ancestor(height), line[std::size_t(height)]);
            QCOMPARE(line[200]->ancestor(height), height <= 200 ? line[std::size_t(height)] : nullptr);
        }
        QCOMPARE(top.ancestor(-1), nullptr);
    }

    void findsForks() {
        support::RegtestChain maker(m_params);
        chain::HeaderTree tree(m_params);
        std::vector<HeaderEntry*> all{tree.findForUpdate(m_params.genesisHash)};
        std::mt19937 random(7);
        for (int i = 0; i < 200; ++i) {
            const std::size_t parent = random() % 3 == 0 ? random() % all.size() : all.size() - 1;
            all.push_back(add(tree, maker.mineOn(all[parent]->hash())));
        }
        for (int i = 0; i < 500; ++i) {
            const HeaderEntry* a = all[random() % all.size()];
            const HeaderEntry* b = all[random() % all.size()];
            const HeaderEntry* fork = chain::HeaderTree::fork(a, b);
            QCOMPARE(fork, chain::HeaderTree::fork(b, a));
            QCOMPARE(a->ancestor(fork->height()), fork);
            QCOMPARE(b->ancestor(fork->height()), fork);
            const std::int32_t above = fork->height() + 1;
            QVERIFY(fork == a || fork == b || a->ancestor(above) != b->ancestor(above));
        }
    }

    void takesTheMedianOfElevenTimes() {
        support::RegtestChain maker(m_params);
        chain::HeaderTree tree(m_params);
        const std::int64_t start = tree.genesis().record.header.time;
        QCOMPARE(tree.genesis().medianTime(), start);
        const int offsets[] = {50, 60, 90, 70, 80, 100, 95, 85, 120, 110, 130, 125};
        const HeaderEntry* entry = &tree.genesis();
        for (const int offset : offsets)
            entry = add(tree, maker.mineOn(entry->hash(), {.time = start + offset}));
        QVERIFY(entry != nullptr);
        QCOMPARE(entry->medianTime(), start + 95); // of the last eleven
        QCOMPARE(entry->parent->medianTime(), start + 90);
    }

    void keepsTheFirstOfEqualHeaders() {
        support::RegtestChain maker(m_params);
        chain::HeaderTree tree(m_params);
        const HeaderEntry* first = add(tree, maker.mineOn(m_params.genesisHash));
        const HeaderEntry* second = add(tree, maker.mineOn(m_params.genesisHash));
        QCOMPARE(tree.bestHeader(), first);
        const HeaderEntry* third = add(tree, maker.mineOn(second->hash()));
        QCOMPARE(tree.bestHeader(), third);
        tree.findForUpdate(third->hash())->record.status = chain::BlockStatus::Invalid;
        tree.recomputeBestHeader();
        QCOMPARE(tree.bestHeader(), first);
        QCOMPARE(tree.leaves(), (std::vector<const HeaderEntry*>{first, third}));
        QCOMPARE(chain::HeaderTree::descendants(tree.genesis()).size(), std::size_t(3));
        QCOMPARE(chain::HeaderTree::descendants(*third).size(), std::size_t(0));
    }

    void refusesHeaders() {
        support::RegtestChain maker(m_params);
        chain::HeaderTree tree(m_params);
        const auto good = maker.mineOn(m_params.genesisHash);
        const auto later = maker.mineOn(good);
        QCOMPARE(reasonFor(tree, later->header), Reject::PreviousUnknown);
        HeaderEntry* entry = add(tree, good);
        QCOMPARE(add(tree, good), entry); // known
        QCOMPARE(tree.size(), std::size_t(2));

        auto header = later->header;
        while (consensus::hasValidWork(header.hash(), header.bits, m_params.powLimit))
            ++header.nonce;
        QCOMPARE(reasonFor(tree, header), Reject::HighHash);
        primitives::Block old = maker.draft(good->header.hash());
        old.header.time = static_cast<std::uint32_t>(entry->medianTime());
        QCOMPARE(reasonFor(tree, maker.solve(old)->header), Reject::TimeTooOld);
        QCOMPARE(reasonFor(tree, later->header, later->header.time - 7'201), Reject::TimeTooNew);
        primitives::Block version = maker.draft(good->header.hash());
        version.header.version = 3;
        QCOMPARE(reasonFor(tree, maker.solve(version)->header), Reject::BadVersion);

        entry->record.status = chain::BlockStatus::Invalid;
        QCOMPARE(reasonFor(tree, later->header), Reject::BadPrevious);
        QCOMPARE(reasonFor(tree, good->header), Reject::DuplicateInvalid);
    }

    void loadsWhatWasStored() {
        support::RegtestChain maker(m_params);
        chain::HeaderTree tree(m_params);
        for (const auto& block : maker.mineMany(m_params.genesisHash, 30))
            add(tree, block);
        add(tree, maker.mineOn(tree.bestHeader()->parent->hash()));
        std::vector<chain::StoredHeader> records;
        for (const HeaderEntry* entry : tree.inOrderOfArrival())
            records.push_back({entry->record, entry->facts});

        chain::HeaderTree other(m_params);
        QVERIFY(other.load(records));
        QCOMPARE(other.size(), tree.size());
        QCOMPARE(other.bestHeader()->hash(), tree.bestHeader()->hash());
        QCOMPARE(other.bestHeader()->chainWork, tree.bestHeader()->chainWork);
        QCOMPARE(other.contextAfter(*other.bestHeader()).scheduledBits,
                 tree.contextAfter(*tree.bestHeader()).scheduledBits);
        HeaderEntry* next = add(other, maker.mineOn(other.bestHeader()->hash()));
        QCOMPARE(next->record.sequence, std::int64_t(records.size()));

        std::swap(records[3], records[4]);
        QVERIFY(!other.load(records));
        QCOMPARE(other.genesis().hash(), m_params.genesisHash);
        QVERIFY(!other.load({}));
    }

    void followsTheDifficultySchedule() {
        consensus::NetworkCard card = m_params.card;
        card.rules.powLimitBits = 0x207fffff;
        card.rules.initialBits = 0x201fffff;
        const consensus::ChainParams params = consensus::paramsFromCard(card);
        support::RegtestChain maker(params);
        chain::HeaderTree tree(params);
        const HeaderEntry* entry = &tree.genesis();
        // Twice as fast as wanted: the target is halved at every interval.
        for (int i = 1; i <= 20; ++i) {
            entry = add(tree, maker.mineOn(entry->hash(), {.time = entry->record.header.time + 5}));
            QVERIFY(entry != nullptr);
            QCOMPARE(entry->record.scheduledBits, entry->record.header.bits);
            if (i < 10) QCOMPARE(entry->record.header.bits, 0x201fffffU);
            if (i == 20) QVERIFY(entry->record.header.bits < 0x201fffffU);
        }
    }
};

CAIRN_TEST(HeaderTreeTest)
#include "HeaderTreeTest.moc"
