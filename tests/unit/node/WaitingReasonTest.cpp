#include "node/wallet/WaitingReason.h"
#include "support/TestProgram.h"
#include "support/WalletBlocks.h"

using node::WaitCause;
using node::WaitSituation;
using primitives::Amount;
using primitives::TransactionRef;
using wallet::Absence;

/// Why a payment waits: one cause, with its figures.
class WaitingReasonTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void theNextBlockTakesIt();
    void othersPayMore();
    void somethingCheapHoldsItBack();
    void nobodyHearsOfIt();
    void nobodyMines();
    void itIsOutOfTheMempool_data();
    void itIsOutOfTheMempool();
    void itIsLocked();
    void standsAmongItsNeighbours();

private:
    WaitSituation situationOf(const TransactionRef& transaction) const;
    chain::MempoolSnapshot m_waiting;
};

namespace {

constexpr std::int64_t kRoom = 1'000; ///< of a block: a few payments

TransactionRef waitingPayment(std::uint32_t number) {
    return support::payment({support::foreignCoin(number)}, {support::output(50'000)});
}

/// Behind those that are there already.
void addWaiting(chain::MempoolSnapshot& waiting, const TransactionRef& transaction, std::int64_t feePerKvB) {
    waiting.byTxid.emplace(transaction->txid(), waiting.items.size());
    for (std::uint32_t i = 0; i < transaction->inputs().size(); ++i)
        waiting.spenders.emplace(transaction->inputs()[i].previous, std::pair(waiting.items.size(), i));
    waiting.items.push_back({transaction, Amount(transaction->vsize() * feePerKvB / 1'000), 0, {}});
}

} // namespace

void WaitingReasonTest::init() {
    m_waiting = {};
    m_waiting.minFeePerKvB = 1'000;
    for (std::uint32_t i = 0; i < 40; ++i)
        addWaiting(m_waiting, waitingPayment(i), 100'000 - 1'000 * std::int64_t(i));
    m_waiting.fees.byTarget = {{1, 85'000, chain::FeeEstimate::Basis::Waiting}};
}

WaitSituation WaitingReasonTest::situationOf(const TransactionRef& transaction) const {
    WaitSituation out;
    out.transaction = transaction;
    out.now = 1'000'000;
    out.lastBlock = out.now - 20;
    out.height = 100;
    out.secondsPerBlock = 30;
    out.blockVsize = kRoom;
    out.peers = 3;
    return out;
}

void WaitingReasonTest::theNextBlockTakesIt() {
    const auto reason = node::reasonToWait(m_waiting, situationOf(m_waiting.items[2].transaction));
    QVERIFY(reason.cause == WaitCause::NextBlock);
    QCOMPARE(reason.paymentsBefore, std::size_t(2));
    QCOMPARE(reason.seconds, std::int64_t(30));
}

void WaitingReasonTest::othersPayMore() {
    const auto own = waitingPayment(99);
    addWaiting(m_waiting, own, 12'000);
    const auto reason = node::reasonToWait(m_waiting, situationOf(own));
    QVERIFY(reason.cause == WaitCause::FeeTooLow);
    QCOMPARE(reason.feePerKvB / 100, std::int64_t(120));
    QCOMPARE(reason.nextPerKvB, std::int64_t(85'000));
    QCOMPARE(reason.paymentsBefore, std::size_t(40));
    const std::int64_t size = own->vsize();
    QCOMPARE(reason.blocksBefore, std::int32_t((41 * size - 1) / kRoom));
    QCOMPARE(reason.seconds, std::int64_t(30 * (reason.blocksBefore + 1)));
    auto unknown = situationOf(own);
    unknown.secondsPerBlock = 0;
    QCOMPARE(node::reasonToWait(m_waiting, unknown).seconds, std::int64_t(0));
}

void WaitingReasonTest::somethingCheapHoldsItBack() {
    const auto parent = waitingPayment(99);
    const auto child = support::payment({support::outpointOf(parent)}, {support::output(40'000)});
    addWaiting(m_waiting, parent, 1'000);
    addWaiting(m_waiting, child, 120'000);
    const auto reason = node::reasonToWait(m_waiting, situationOf(child));
    QVERIFY(reason.cause == WaitCause::CheapParent);
    QVERIFY(reason.ownFeePerKvB > 119'000 && reason.feePerKvB < 62'000);
}

void WaitingReasonTest::nobodyHearsOfIt() {
    auto situation = situationOf(m_waiting.items[2].transaction);
    situation.peers = 0;
    QVERIFY(node::reasonToWait(m_waiting, situation).cause == WaitCause::Alone);
    situation.isMining = true;
    QVERIFY(node::reasonToWait(m_waiting, situation).cause == WaitCause::NextBlock);
}

void WaitingReasonTest::nobodyMines() {
    auto situation = situationOf(m_waiting.items[2].transaction);
    situation.lastBlock = situation.now - 200;
    QVERIFY(node::reasonToWait(m_waiting, situation).cause == WaitCause::NextBlock); // chance
    situation.lastBlock = situation.now - 300;
    const auto reason = node::reasonToWait(m_waiting, situation);
    QVERIFY(reason.cause == WaitCause::NoBlocks);
    QCOMPARE(reason.seconds, std::int64_t(300));
    situation.isMining = true;
    QVERIFY(node::reasonToWait(m_waiting, situation).cause == WaitCause::NextBlock);
    situation.isMining = false;
    situation.secondsPerBlock = 0;
    QVERIFY(node::reasonToWait(m_waiting, situation).cause == WaitCause::NextBlock); // nobody knows
    situation.lastBlock = situation.now - 4'000;
    QVERIFY(node::reasonToWait(m_waiting, situation).cause == WaitCause::NoBlocks);
}

void WaitingReasonTest::itIsOutOfTheMempool_data() {
    QTest::addColumn<int>("absence");
    QTest::addColumn<bool>("hasParent");
    QTest::addColumn<int>("cause");
    const auto row = [](const char* name, Absence absence, bool hasParent, WaitCause cause) {
        QTest::newRow(name) << int(absence) << hasParent << int(cause);
    };
    row("full", Absence::Evicted, false, WaitCause::OutOfMempool);
    row("waited too long", Absence::Expired, false, WaitCause::OutOfMempool);
    row("too cheap", Absence::TooCheap, false, WaitCause::OutOfMempool);
    row("not offered yet", Absence::Unsent, false, WaitCause::Offering);
    row("without its parent", Absence::Unfit, true, WaitCause::MissingParent);
    row("another has its coins", Absence::Replaced, false, WaitCause::Outbid);
}

void WaitingReasonTest::itIsOutOfTheMempool() {
    QFETCH(const int, absence);
    QFETCH(const bool, hasParent);
    QFETCH(const int, cause);
    auto situation = situationOf(waitingPayment(99));
    situation.absence = Absence(absence);
    if (Absence(absence) != Absence::Unsent) situation.nextOffer = situation.now + 60;
    if (hasParent) situation.absentParent = primitives::TxId(util::ByteArray<32>{5});
    const auto reason = node::reasonToWait(m_waiting, situation);
    QCOMPARE(int(reason.cause), cause);
    QVERIFY(reason.absence == Absence(absence) && reason.nextOffer == situation.nextOffer);
    QVERIFY(reason.parent.has_value() == hasParent);
}

void WaitingReasonTest::itIsLocked() {
    auto situation = situationOf(waitingPayment(99));
    primitives::TransactionParts parts = situation.transaction->parts();
    parts.lockTime = 500;
    situation.transaction = std::make_shared<const primitives::Transaction>(parts);
    situation.absence = Absence::Unfit;
    const auto reason = node::reasonToWait(m_waiting, situation);
    QVERIFY(reason.cause == WaitCause::Locked);
    QCOMPARE(reason.lockTime, 500U);
    situation.height = 600;
    QVERIFY(node::reasonToWait(m_waiting, situation).cause == WaitCause::OutOfMempool);
}

void WaitingReasonTest::standsAmongItsNeighbours() {
    const auto own = waitingPayment(99);
    addWaiting(m_waiting, own, 12'000);
    for (const std::size_t most : {std::size_t(1), std::size_t(7), std::size_t(28), std::size_t(200)}) {
        const auto bars = node::feeNeighbours(m_waiting, own->txid(), kRoom, most);
        QVERIFY(!bars.empty() && bars.size() <= most);
        QCOMPARE(std::ranges::count_if(bars, [](const auto& bar) { return bar.isOwn; }), std::ptrdiff_t(1));
        QVERIFY(std::ranges::is_sorted(bars, std::ranges::greater(), &node::FeeNeighbour::feePerKvB));
        QVERIFY(std::ranges::is_sorted(bars, std::ranges::greater(), &node::FeeNeighbour::isInNext));
    }
    QVERIFY(node::feeNeighbours(m_waiting, own->txid(), kRoom, 28).front().isInNext);
    QVERIFY(node::feeNeighbours(m_waiting, primitives::TxId(), kRoom, 28).empty());
}

CAIRN_TEST(WaitingReasonTest)
#include "WaitingReasonTest.moc"
