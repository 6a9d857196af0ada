// Every way for a block to be invalid on regtest: the reason in Bitcoin Core's words, who is blamed, and that
// nothing else changes.
#include "support/InvalidBlockRows.h"
#include "support/InvalidScripts.h"
#include "support/MemoryChain.h"
#include "support/TestProgram.h"
#include "util/Log.h"

#include <set>

using primitives::BlockHash;
using primitives::BlockRef;
using support::Blame;
using support::hashOf;
using support::InvalidBlock;
using support::RulesBench;

namespace {

constexpr int kLeastRows = 60;

RulesBench& bench() {
    static RulesBench made;
    return made;
}

/// A block on one that may be invalid itself.
BlockRef childOf(const BlockRef& parent) {
    primitives::Block block = bench().draft();
    block.header.previous = hashOf(parent);
    block.header.time += 600;
    return bench().maker.solve(std::move(block));
}

std::vector<InvalidBlock> allRows() {
    std::vector<InvalidBlock> out;
    for (auto& rows : {support::invalidHeaders(support::FakeClock().now()), support::invalidBodies(),
                       support::invalidInContext(), support::invalidSpends(), support::invalidAmounts(),
                       support::invalidOperations(), support::invalidWitnesses(), support::mutatedBodies()}) {
        out.insert(out.end(), rows.begin(), rows.end());
    }
    return out;
}

/// What a refused block must leave as it was.
struct Picture {
    BlockHash tip;
    support::MemoryCoinStore::Coins coins;
    std::vector<BlockHash> best;
    std::vector<BlockHash> tips; ///< those that are not invalid
    bool operator==(const Picture&) const = default;
};

/// The bench's chain in memory.
class InvalidSubject {
public:
    InvalidSubject() : m_memory(bench().params()) {
        for (const BlockRef& block : bench().blocks)
            require(m_memory->acceptBlock(block).has_value());
        m_memory.coins.apply(support::impossibleCoins());
    }
    QString reasonFor(const BlockRef& block) {
        const auto accepted = m_memory->acceptBlock(block);
        if (accepted) return accepted->outcome == chain::BlockOutcome::Waiting ? "waiting" : "accepted";
        const auto* rejection = std::get_if<consensus::Rejection>(&accepted.error());
        return rejection != nullptr ? QString::fromStdString(consensus::toString(*rejection)) : "disk";
    }
    /// Without the header of `tried`, which may have come in.
    Picture picture(const BlockRef& tried) {
        Picture out{m_memory->tip().hash(), m_memory.coins.coins(), m_memory.blocks.best, {}};
        for (const chain::ChainTip& tip : m_memory->tips()) {
            if (std::string_view(tip.status) != "invalid" && tip.hash != hashOf(tried))
                out.tips.push_back(tip.hash);
        }
        return out;
    }
    const chain::HeaderEntry* find(const BlockRef& block) { return m_memory->headers().find(hashOf(block)); }
    support::MemoryChain& memory() { return m_memory; }

private:
    support::MemoryChain m_memory;
};

} // namespace

class InvalidBlocksTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { util::setLogToStandardError(false); }

    void refuses_data() {
        QTest::addColumn<int>("index");
        const auto rows = allRows();
        std::set<std::string> names;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            QVERIFY(names.insert(rows[i].name).second);
            QTest::newRow(rows[i].name.c_str()) << static_cast<int>(i);
        }
        qInfo("%d rows", static_cast<int>(rows.size()));
        QVERIFY(rows.size() >= kLeastRows);
    }

    void refuses() {
        QFETCH(int, index);
        const InvalidBlock row = allRows().at(static_cast<std::size_t>(index));
        const QString reason = QString::fromStdString(row.reason);
        InvalidSubject subject;
        const BlockRef good = support::solvedBlockOf(row, bench());
        const BlockRef bad = support::spoilt(row, good);
        const Picture before = subject.picture(bad);

        // The dry run knows it too, but for the work, which it does not look at.
        const auto tested = subject.memory()->testBlock(*bad);
        if (reason != "high-hash")
            QCOMPARE(tested ? QString() : QString::fromStdString(toString(tested.error())), reason);

        QCOMPARE(subject.reasonFor(bad), reason);
        QVERIFY(subject.picture(bad) == before);
        const bool marked = row.blame == Blame::Block;
        // Whether a witness belongs to its block is asked once the header is in, as in Core.
        const bool innocent = row.blame == Blame::Mutation && reason.contains("witness");
        QCOMPARE(subject.find(bad) != nullptr, marked || innocent);
        QCOMPARE(subject.reasonFor(bad), marked ? QString("duplicate-invalid") : reason);
        if (innocent)
            QVERIFY(!subject.find(bad)->isInvalid() && !subject.find(bad)->hasBody());
        else
            QCOMPARE(subject.reasonFor(childOf(bad)), QString(marked ? "bad-prevblk" : "waiting"));

        subject.memory().reopen();
        if (marked) QVERIFY(subject.find(bad)->record.status == chain::BlockStatus::Invalid);
        QVERIFY(subject.picture(bad) == before);
        if (row.spoil) QCOMPARE(subject.reasonFor(good), QString("accepted"));
        QCOMPARE(subject.reasonFor(bench().maker.mineOn(row.spoil ? good : bench().tip())),
                 QString("accepted"));
    }

    /// With the header known first, as peers send it: a wrong body marks it, one that is not its own does
    /// not.
    void remembersWhoIsToBlame_data() { refuses_data(); }

    void remembersWhoIsToBlame() {
        QFETCH(int, index);
        const InvalidBlock row = allRows().at(static_cast<std::size_t>(index));
        InvalidSubject subject;
        const BlockRef good = support::solvedBlockOf(row, bench());
        const BlockRef bad = support::spoilt(row, good);
        const auto header = subject.memory()->acceptHeader(bad->header);
        QCOMPARE(header.has_value(), row.blame != Blame::Header);
        if (row.blame == Blame::Header) {
            QCOMPARE(QString::fromStdString(toString(header.error())), QString::fromStdString(row.reason));
            return;
        }
        QVERIFY(subject.memory()->missingBodies(1) == std::vector{hashOf(bad)});
        QCOMPARE(subject.reasonFor(bad), QString::fromStdString(row.reason));
        const bool innocent = row.blame == Blame::Mutation;
        QCOMPARE(subject.find(bad)->isInvalid(), !innocent);
        QVERIFY(!subject.find(bad)->hasBody());
        QCOMPARE(subject.memory()->missingBodies(1).size(), std::size_t(innocent));
        const auto child = subject.memory()->acceptHeader(childOf(bad)->header);
        QCOMPARE(child.has_value(), innocent);
        if (!innocent) QCOMPARE(toString(child.error()), std::string("bad-prevblk"));
        if (innocent) QCOMPARE(subject.reasonFor(good), QString("accepted"));
    }
};

CAIRN_TEST(InvalidBlocksTest)
#include "InvalidBlocksTest.moc"
