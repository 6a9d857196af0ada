#include "wallet/coins/FeeBump.h"

#include "support/TestProgram.h"

#include <random>

using primitives::Amount;
using wallet::BumpError;
using wallet::BumpRates;
using wallet::ChoiceCoin;
using wallet::SpeedUpWay;
using wallet::WaitingPayment;

class FeeBumpTest : public QObject {
    Q_OBJECT
private slots:
    void takesTheFeeFromTheChange();
    void dropsChangeThatWouldBeDust();
    void addsCoinsWhereChangeIsNotEnough();
    void refusesARateThatIsNotHigher();
    void paysForWhatSpendsIt();
    void refusesWhenNothingIsEnough();
    void paysEverythingBack();
    void keepsTheRulesWhateverThePayment();
    void paysForTheParents();
    void findsTheWayThatWorks();
};

namespace {

constexpr std::int64_t kInput = 272;
const util::Bytes kPaid(22, 1), kBack(22, 2);
const wallet::BumpChange kOwn{kBack, Amount(294), kInput};

wallet::RandomBelow bumpSeed(std::uint32_t seed) {
    return [engine = std::mt19937_64(seed)](std::uint64_t bound) mutable { return engine() % bound; };
}

/// One input of 100 000; 141 virtual bytes with change.
WaitingPayment waiting(std::int64_t paid, std::int64_t back, std::int64_t spent = 100'000) {
    WaitingPayment out;
    out.outputs = {{Amount(paid), kPaid}};
    if (back > 0) {
        out.outputs.push_back({Amount(back), kBack});
        out.changeOutput = 1;
    }
    out.spent = Amount(spent);
    out.weight = back > 0 ? 562 : 438;
    out.replacedFees = out.fee();
    return out;
}

ChoiceCoin bumpCoin(std::int64_t satoshi, std::int64_t rate) {
    const Amount fee((68 * rate + 999) / 1000);
    return {Amount(satoshi) - fee, fee, fee, kInput, 0, 0};
}

Amount paidTo(const wallet::BumpPlan& plan, const util::Bytes& script) {
    Amount sum;
    for (const auto& output : plan.outputs)
        sum += output.scriptPubKey == script ? output.value : Amount();
    return sum;
}

} // namespace

void FeeBumpTest::takesTheFeeFromTheChange() {
    const auto plan = wallet::planBump(waiting(50'000, 49'859), {5'000}, kOwn, {}, bumpSeed(1)).value();
    QCOMPARE(plan.fee, Amount(705)); // 141 virtual bytes
    QCOMPARE(paidTo(plan, kPaid), Amount(50'000));
    QCOMPARE(plan.outputs.at(plan.changeOutput.value()).value, Amount(49'295));
    QVERIFY(plan.added.empty());
}

void FeeBumpTest::dropsChangeThatWouldBeDust() {
    const auto plan = wallet::planBump(waiting(99'000, 859), {5'100}, kOwn, {}, bumpSeed(1)).value();
    QVERIFY(!plan.changeOutput && plan.outputs.size() == 1);
    QCOMPARE(plan.fee, Amount(1'000));
}

void FeeBumpTest::addsCoinsWhereChangeIsNotEnough() {
    const std::vector<ChoiceCoin> coins{bumpCoin(600, 10'000), bumpCoin(40'000, 10'000)};
    const auto plan = wallet::planBump(waiting(99'000, 0), {10'000}, kOwn, coins, bumpSeed(1)).value();
    QCOMPARE(plan.added, std::vector<std::size_t>{1});
    QCOMPARE(paidTo(plan, kPaid), Amount(99'000));
    QVERIFY(plan.changeOutput.has_value());
    QCOMPARE(paidTo(plan, kBack) + plan.fee, Amount(41'000));
}

void FeeBumpTest::refusesARateThatIsNotHigher() {
    const auto refused = wallet::planBump(waiting(50'000, 49'859), {1'000}, kOwn, {}, bumpSeed(1));
    QVERIFY(refused.error().error == BumpError::RateNotHigher);
    QCOMPARE(refused.error().needed, Amount(282)); // what it pays, and a satoshi a virtual byte
}

void FeeBumpTest::paysForWhatSpendsIt() {
    WaitingPayment payment = waiting(50'000, 49'859);
    payment.replacedFees += Amount(5'000);
    const auto plan = wallet::planBump(payment, {2'000}, kOwn, {}, bumpSeed(1)).value();
    QCOMPARE(plan.fee, Amount(141 + 5'000 + 141));
}

void FeeBumpTest::refusesWhenNothingIsEnough() {
    const std::vector<ChoiceCoin> coins{bumpCoin(500, 50'000)};
    QVERIFY(wallet::planBump(waiting(99'000, 0), {50'000}, kOwn, coins, bumpSeed(1)).error().error ==
            BumpError::Insufficient);
    QVERIFY(wallet::planBump(waiting(99'000, 0), {50'000}, kOwn, {}, bumpSeed(1)).error().error ==
            BumpError::Insufficient);
}

void FeeBumpTest::paysEverythingBack() {
    const auto plan = wallet::planCancel(waiting(50'000, 49'859), {5'000}, kOwn).value();
    QCOMPARE(plan.outputs.size(), std::size_t(1));
    QCOMPARE(plan.fee, Amount(550)); // 110 virtual bytes
    QCOMPARE(paidTo(plan, kBack), Amount(99'450));
    QVERIFY(wallet::planCancel(waiting(400, 0, 600), {5'000}, kOwn).error().error == BumpError::NothingLeft);
}

void FeeBumpTest::keepsTheRulesWhateverThePayment() {
    const std::uint32_t seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 engine(seed);
    int planned = 0;
    for (std::uint32_t round = 0; round < 3'000; ++round) {
        const std::int64_t fee = 100 + engine() % 1'000;
        const std::int64_t back = engine() % 2 == 0 ? 0 : 294 + engine() % 5'000;
        WaitingPayment payment = waiting(50'000, back, 50'000 + back + fee);
        payment.replacedFees += Amount(engine() % 3 == 0 ? engine() % 2'000 : 0);
        const BumpRates rates{static_cast<std::int64_t>(500 + engine() % 40'000)};
        std::vector<ChoiceCoin> coins;
        for (std::uint32_t i = 0; i < engine() % 6; ++i)
            coins.push_back(bumpCoin(100 + engine() % 20'000, rates.feePerKvB));
        const auto plan = wallet::planBump(payment, rates, kOwn, coins, bumpSeed(round));
        if (!plan) continue;
        ++planned;
        Amount spent = payment.spent;
        std::int64_t weight = payment.weight;
        for (const std::size_t i : plan->added) {
            spent += coins[i].value + coins[i].fee;
            weight += coins[i].weight;
        }
        QCOMPARE(paidTo(*plan, kPaid), Amount(50'000));
        QCOMPARE(spent - paidTo(*plan, kPaid) - paidTo(*plan, kBack), plan->fee);
        const auto vsize = primitives::vsizeOf(plan->weight);
        QVERIFY(plan->fee >= payment.replacedFees + Amount(vsize));
        QVERIFY(plan->fee.satoshi() * 1000 >= vsize * rates.feePerKvB);
        QVERIFY(plan->weight <= weight + 124 + 8);
        if (plan->changeOutput) QVERIFY(paidTo(*plan, kBack) >= kOwn.least);
    }
    QVERIFY(planned > 300);
}

void FeeBumpTest::paysForTheParents() {
    const wallet::WaitingPackage package{Amount(141), 141};
    const auto plan = wallet::planChild(package, Amount(10'000), 438, {10'000}, kOwn).value();
    QCOMPARE(plan.fee, Amount(2'510 - 141)); // of 251 virtual bytes together
    QCOMPARE(plan.value + plan.fee, Amount(10'000));
    QVERIFY(wallet::planChild(package, Amount(2'500), 438, {10'000}, kOwn).error().error ==
            BumpError::NothingLeft);
    QVERIFY(wallet::planChild({Amount(9'000), 141}, Amount(10'000), 438, {10'000}, kOwn).error().error ==
            BumpError::RateNotHigher);
    // The parents pay nearly all of it: a child pays for itself at least.
    QCOMPARE(wallet::planChild({Amount(2'500), 141}, Amount(10'000), 438, {10'000}, kOwn).value().fee,
             Amount(110));
}

void FeeBumpTest::findsTheWayThatWorks() {
    QVERIFY(wallet::speedUpWay({true, true, false, true}) == SpeedUpWay::Replace);
    QVERIFY(wallet::speedUpWay({true, true, true, true}) == SpeedUpWay::Child);
    QVERIFY(wallet::speedUpWay({true, true, true, false}) == SpeedUpWay::Impossible);
    QVERIFY(wallet::speedUpWay({true, false, false, true}) == SpeedUpWay::Child);
    QVERIFY(wallet::speedUpWay({false, true, false, true}) == SpeedUpWay::Child);
    QVERIFY(wallet::speedUpWay({false, true, false, false}) == SpeedUpWay::Impossible);
    QVERIFY(wallet::speedUpWay({true, false, false, false}) == SpeedUpWay::Impossible);
}

CAIRN_TEST(FeeBumpTest)
#include "FeeBumpTest.moc"
