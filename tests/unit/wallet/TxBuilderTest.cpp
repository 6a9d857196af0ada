#include "wallet/TxBuilder.h"
#include "support/TestProgram.h"

#include "support/WalletBlocks.h"
#include "wallet/TxSize.h"

#include <random>
#include <set>

using primitives::Amount;
using support::foreignScript;
using wallet::PaymentDraft;
using wallet::PaymentError;
using wallet::PaymentRequest;
using wallet::WalletCoin;

class TxBuilderTest : public QObject {
    Q_OBJECT
private slots:
    void refusesBadRequests_data();
    void refusesBadRequests();
    void paysExactlyTheFeeRate();
    void makesNoChangeForAnExactMatch();
    void givesDustToTheFee();
    void putsChangeAnywhere();
    void prefersConfirmedCoins();
    void usesOnlyNamedCoins();
    void refusesNamedCoinsThatAreNotThere();
    void usesOnlyCoinsOfOneAddress();
    void letsTheRecipientPayTheFee();
    void sendsEverything();
    void refusesWhenTheFeeEatsThePayment();
    void tellsWhatIsAvailable();
    void whatIsAvailableCanBePaid();
    void leavesCoinsNotWorthTheirFee();
    void refusesTooManyInputs();
    void marksReplaceability();
    void paysDataOutputs();
    void sharesTheFeeAmongRecipients();
    void paysAnExactFee();
    void spendsEveryCoin();
    void dividesWhatIsLeft();
    void refusesWhatCannotBeDivided();
    void locksToAHeight();
    void saysHowManyAddressesItMixes();
    void spendsSomeCoinsInAnyCase();
    void addsNoCoinsWhereItMayNot();
    void putsChangeWhereItIsAsked();
    void keepsItsSumsWhateverTheCoins();
};

namespace {

const util::Bytes kChangeScript = foreignScript(200);

WalletCoin coinOf(std::uint32_t number, std::int64_t satoshi, std::int32_t height = 1) {
    WalletCoin coin;
    coin.outpoint = support::foreignCoin(number);
    coin.output = support::output(satoshi, foreignScript(static_cast<std::uint8_t>(100 + number % 50)));
    coin.height = height;
    return coin;
}

std::vector<WalletCoin> coinsOf(const std::vector<std::int64_t>& satoshi) {
    std::vector<WalletCoin> out;
    for (const std::int64_t value : satoshi)
        out.push_back(coinOf(static_cast<std::uint32_t>(out.size()), value));
    return out;
}

PaymentRequest requestFor(std::int64_t satoshi, std::int64_t feePerKvB = 1000) {
    PaymentRequest request;
    request.recipients = {{foreignScript(), Amount(satoshi)}};
    request.feePerKvB = feePerKvB;
    return request;
}

Result<PaymentDraft, wallet::PaymentFailure>
build(const PaymentRequest& request, const std::vector<WalletCoin>& coins, std::uint32_t seed = 1) {
    const auto random = [engine = std::mt19937(seed)](std::uint64_t bound) mutable {
        return engine() % bound;
    };
    return wallet::TxBuilder(request, kChangeScript, random).build(coins);
}

Amount inputSum(const PaymentDraft& draft) {
    Amount sum;
    for (const WalletCoin& coin : draft.inputs)
        sum += coin.output.value;
    return sum;
}

Amount outputSum(const PaymentDraft& draft) {
    Amount sum;
    for (const auto& output : draft.parts.outputs)
        sum += output.value;
    return sum;
}

} // namespace

void TxBuilderTest::refusesBadRequests_data() {
    QTest::addColumn<qlonglong>("amount");
    QTest::addColumn<qlonglong>("rate");
    QTest::addColumn<int>("error");
    QTest::newRow("zero") << 0LL << 1000LL << int(PaymentError::AmountZero);
    QTest::newRow("negative") << -1LL << 1000LL << int(PaymentError::AmountOutOfRange);
    QTest::newRow("more than all money")
        << qlonglong(Amount::kMax + 1) << 1000LL << int(PaymentError::AmountOutOfRange);
    QTest::newRow("dust") << 293LL << 1000LL << int(PaymentError::AmountTooSmall);
    QTest::newRow("fee too low") << 10000LL << 999LL << int(PaymentError::FeeTooLow);
    QTest::newRow("negative fee") << 10000LL << -1LL << int(PaymentError::FeeTooLow);
    QTest::newRow("fee too high") << 10000LL << qlonglong(wallet::kMaxFeePerKvB + 1)
                                  << int(PaymentError::FeeTooHigh);
    QTest::newRow("more than there is") << 2'000'000LL << 1000LL << int(PaymentError::InsufficientFunds);
}

void TxBuilderTest::refusesBadRequests() {
    QFETCH(qlonglong, amount);
    QFETCH(qlonglong, rate);
    QFETCH(int, error);
    QCOMPARE(int(build(requestFor(amount, rate), coinsOf({1'000'000})).error().error), error);
    QVERIFY(build(PaymentRequest{}, coinsOf({1'000'000})).error().error == PaymentError::NoRecipient);
    for (const std::int64_t least : {std::int64_t(0), std::int64_t(5'000)}) { // what this network asks for
        for (const std::int64_t offered : {least - 1, least}) {
            auto request = requestFor(10'000, offered);
            request.leastFeePerKvB = least;
            const auto built = build(request, coinsOf({1'000'000}));
            QCOMPARE(built.has_value(), offered == least);
            QVERIFY(built || built.error().error == PaymentError::FeeTooLow);
        }
    }
    PaymentRequest sum = requestFor(Amount::kMax);
    sum.recipients.push_back({foreignScript(2), Amount(1000)});
    QVERIFY(build(sum, coinsOf({1'000'000})).error().error == PaymentError::AmountOutOfRange);
}

void TxBuilderTest::paysExactlyTheFeeRate() {
    for (const std::int64_t rate : {1000, 1001, 2500, 12'345, 1'000'000}) {
        const auto draft = build(requestFor(100'000, rate), coinsOf({5'000'000, 7'000'000})).value();
        QVERIFY(draft.changeOutput.has_value());
        QCOMPARE(draft.fee, wallet::feeFor(draft.vsize, rate));
        QCOMPARE(draft.vsize, std::int64_t(141)); // one input, two outputs
        QCOMPARE(inputSum(draft) - outputSum(draft), draft.fee);
        QCOMPARE(draft.parts.outputs[*draft.changeOutput].scriptPubKey, kChangeScript);
        QCOMPARE(draft.parts.outputs[*draft.changeOutput].value, draft.change);
    }
}

void TxBuilderTest::makesNoChangeForAnExactMatch() {
    // 110 vbytes with one input and one output, one more for rounding of the parts.
    const auto draft = build(requestFor(99'889), coinsOf({500'000, 100'000, 300'000})).value();
    QVERIFY(!draft.changeOutput.has_value());
    QCOMPARE(draft.inputs.size(), std::size_t(1));
    QCOMPARE(draft.vsize, std::int64_t(110));
    QCOMPARE(draft.fee, Amount(111));
    QCOMPARE(draft.change, Amount());
}

void TxBuilderTest::givesDustToTheFee() {
    const auto draft = build(requestFor(99'600), coinsOf({100'000})).value();
    QVERIFY(!draft.changeOutput.has_value());
    QCOMPARE(draft.fee, Amount(400));
    QCOMPARE(draft.parts.outputs.size(), std::size_t(1));
    const auto more = build(requestFor(99'500), coinsOf({100'000})).value();
    QVERIFY(more.changeOutput.has_value());
    QCOMPARE(more.change, Amount(359));
    // What is worth more than dust, but less than its own input costs at this rate, is no change either.
    const auto expensive = build(requestFor(900'000, 200'000), coinsOf({935'000})).value();
    QVERIFY(!expensive.changeOutput.has_value());
}

void TxBuilderTest::putsChangeAnywhere() {
    PaymentRequest request = requestFor(10'000);
    request.recipients.push_back({foreignScript(2), Amount(20'000)});
    std::set<std::size_t> places;
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        const auto draft = build(request, coinsOf({1'000'000}), seed).value();
        places.insert(draft.changeOutput.value());
        auto outputs = draft.parts.outputs;
        outputs.erase(outputs.begin() + static_cast<std::ptrdiff_t>(*draft.changeOutput));
        QCOMPARE(outputs[0].value, Amount(10'000)); // recipients keep their order
        QCOMPARE(outputs[1].value, Amount(20'000));
    }
    QCOMPARE(places, (std::set<std::size_t>{0, 1, 2}));
}

void TxBuilderTest::prefersConfirmedCoins() {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto draft =
            build(requestFor(50'000), {coinOf(1, 100'000, -1), coinOf(2, 90'000)}, seed).value();
        QCOMPARE(draft.inputs.size(), std::size_t(1));
        QCOMPARE(draft.inputs[0].height, 1);
    }
    const auto both = build(requestFor(150'000), {coinOf(1, 100'000, -1), coinOf(2, 90'000)}).value();
    QCOMPARE(both.inputs.size(), std::size_t(2));
}

void TxBuilderTest::usesOnlyNamedCoins() {
    const auto coins = coinsOf({100'000, 100'000, 100'000, 100'000});
    PaymentRequest request = requestFor(150'000);
    request.onlyFrom = {coins[1].outpoint, coins[3].outpoint, coins[3].outpoint};
    const auto draft = build(request, coins).value();
    QCOMPARE(draft.inputs.size(), std::size_t(2));
    for (const WalletCoin& input : draft.inputs) {
        QVERIFY(input.outpoint == coins[1].outpoint || input.outpoint == coins[3].outpoint);
    }
    request.recipients[0].amount = Amount(200'000);
    QVERIFY(build(request, coins).error().error == PaymentError::InsufficientFunds);
}

void TxBuilderTest::refusesNamedCoinsThatAreNotThere() {
    PaymentRequest request = requestFor(1'000);
    request.onlyFrom = {support::foreignCoin(0), support::foreignCoin(99)};
    QVERIFY(build(request, coinsOf({100'000})).error().error == PaymentError::CoinNotAvailable);
}

void TxBuilderTest::usesOnlyCoinsOfOneAddress() {
    const auto coins = coinsOf({100'000, 200'000, 300'000});
    PaymentRequest request = requestFor(50'000);
    request.onlyFromScript = coins[2].output.scriptPubKey;
    const auto draft = build(request, coins).value();
    QCOMPARE(draft.inputs.size(), std::size_t(1));
    QVERIFY(draft.inputs[0].outpoint == coins[2].outpoint);
    request.onlyFromScript = foreignScript(77);
    QVERIFY(build(request, coins).error().error == PaymentError::InsufficientFunds);
}

void TxBuilderTest::letsTheRecipientPayTheFee() {
    PaymentRequest request = requestFor(100'000, 5000);
    request.feeFrom = {0};
    request.recipients.push_back({foreignScript(2), Amount(50'000)});
    const auto draft = build(request, coinsOf({1'000'000})).value();
    QCOMPARE(draft.fee, wallet::feeFor(draft.vsize, 5000));
    QCOMPARE(draft.change, Amount(850'000));
    for (const auto& output : draft.parts.outputs) {
        if (output.scriptPubKey == foreignScript()) QCOMPARE(output.value, Amount(100'000) - draft.fee);
        if (output.scriptPubKey == foreignScript(2)) QCOMPARE(output.value, Amount(50'000));
    }
}

void TxBuilderTest::sendsEverything() {
    // With a coin that is not worth its own fee: everything is everything.
    const auto coins = coinsOf({100'000, 20, 300'000, 777});
    PaymentRequest request = requestFor(400'797, 3000);
    request.feeFrom = {0};
    const auto draft = build(request, coins).value();
    QCOMPARE(draft.inputs.size(), std::size_t(4));
    QVERIFY(!draft.changeOutput.has_value());
    QCOMPARE(draft.parts.outputs[0].value + draft.fee, Amount(400'797));
    QCOMPARE(draft.fee, wallet::feeFor(draft.vsize, 3000));
    request.recipients[0].amount = Amount(400'798);
    const auto failure = build(request, coins).error();
    QVERIFY(failure.error == PaymentError::InsufficientFunds);
    QCOMPARE(failure.available, Amount(400'797));
}

void TxBuilderTest::refusesWhenTheFeeEatsThePayment() {
    PaymentRequest request = requestFor(400, 2000);
    request.feeFrom = {0};
    QVERIFY(build(request, coinsOf({100'000})).error().error == PaymentError::AmountTooSmall);
}

void TxBuilderTest::tellsWhatIsAvailable() {
    const auto failure = build(requestFor(1'000'000), coinsOf({100'000, 100'000, 10})).error();
    QVERIFY(failure.error == PaymentError::InsufficientFunds);
    QCOMPARE(failure.needed, Amount(1'000'000 + 178)); // two inputs are worth using
    QCOMPARE(failure.available, Amount(200'000 - 42 - 2 * 68));
    QCOMPARE(build(requestFor(1000), {}).error().available, Amount());
}

void TxBuilderTest::whatIsAvailableCanBePaid() {
    std::mt19937 engine(7);
    for (int round = 0; round < 50; ++round) {
        std::vector<std::int64_t> values;
        for (std::uint32_t i = 0; i < 1 + engine() % 400; ++i)
            values.push_back(1 + engine() % 3000);
        values.push_back(100'000);
        const std::int64_t rate = 1000 + engine() % 20'000;
        const auto failure = build(requestFor(1'000'000'000, rate), coinsOf(values)).error();
        const auto draft = build(requestFor(failure.available.satoshi(), rate), coinsOf(values));
        QVERIFY(draft.has_value());
    }
}

void TxBuilderTest::leavesCoinsNotWorthTheirFee() {
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto draft =
            build(requestFor(50'000, 10'000), coinsOf({600, 600, 600, 100'000, 679}), seed).value();
        QCOMPARE(draft.inputs.size(), std::size_t(1));
    }
}

void TxBuilderTest::refusesTooManyInputs() {
    const std::vector<std::int64_t> values(3000, 1000);
    const auto coins = coinsOf(values);
    const auto failure = build(requestFor(2'000'000), coins).error();
    QVERIFY(failure.error == PaymentError::TooManyInputs);
    QVERIFY(failure.available > Amount(1'200'000));
    QVERIFY(failure.coins > 1'400 && failure.coins < coins.size());
    const auto draft = build(requestFor(failure.available.satoshi()), coins).value();
    wallet::InputSizes sizes;
    for (const WalletCoin& coin : draft.inputs)
        sizes.add(coin.size);
    QVERIFY(wallet::transactionWeight(sizes, draft.parts.outputs) <= wallet::kMaxTransactionWeight);
}

void TxBuilderTest::marksReplaceability() {
    PaymentRequest request = requestFor(10'000);
    for (const bool replaceable : {true, false}) {
        request.replaceable = replaceable;
        const auto draft = build(request, coinsOf({100'000})).value();
        QCOMPARE(draft.parts.inputs[0].sequence, replaceable ? 0xfffffffdU : 0xfffffffeU);
        QCOMPARE(draft.parts.lockTime, 0U);
        QCOMPARE(draft.parts.version, 2);
    }
}

void TxBuilderTest::paysDataOutputs() {
    PaymentRequest request = requestFor(10'000);
    request.recipients.push_back({util::Bytes{0x6a, 0x02, 0x68, 0x69}, Amount()});
    QVERIFY(build(request, coinsOf({100'000})).has_value());
}

void TxBuilderTest::sharesTheFeeAmongRecipients() {
    PaymentRequest request = requestFor(100'000, 5000);
    request.recipients.push_back({foreignScript(2), Amount(50'000)});
    request.recipients.push_back({foreignScript(3), Amount(70'000)});
    request.feeFrom = {2, 0, 2};
    const auto draft = build(request, coinsOf({1'000'000})).value();
    QCOMPARE(draft.change, Amount(780'000));
    QCOMPARE(draft.fee, wallet::feeFor(draft.vsize, 5000));
    const Amount half(draft.fee.satoshi() / 2);
    for (const auto& output : draft.parts.outputs) {
        if (output.scriptPubKey == foreignScript())
            QCOMPARE(output.value, Amount(100'000) - draft.fee + half);
        if (output.scriptPubKey == foreignScript(2)) QCOMPARE(output.value, Amount(50'000));
        if (output.scriptPubKey == foreignScript(3)) QCOMPARE(output.value, Amount(70'000) - half);
    }
    request.feeFrom = {3};
    QVERIFY(build(request, coinsOf({1'000'000})).error().error == PaymentError::NoRecipient);
}

void TxBuilderTest::paysAnExactFee() {
    PaymentRequest request = requestFor(100'000);
    request.fee = Amount(4'321);
    const auto draft = build(request, coinsOf({60'000, 70'000, 80'000})).value();
    QCOMPARE(draft.fee, Amount(4'321));
    request.fee = Amount(100);
    const auto low = build(request, coinsOf({60'000, 70'000, 80'000})).error();
    QVERIFY(low.error == PaymentError::FeeTooLow && low.needed > Amount(140));
    request.fee = Amount(200'000);
    QVERIFY(build(request, coinsOf({60'000, 70'000, 80'000})).error().error ==
            PaymentError::InsufficientFunds);
}

void TxBuilderTest::spendsEveryCoin() {
    PaymentRequest request = requestFor(0, 3000);
    request.everything = true;
    const auto coins = coinsOf({100'000, 20, 300'000, 777});
    const auto draft = build(request, coins).value();
    QCOMPARE(draft.inputs.size(), std::size_t(4));
    QVERIFY(!draft.changeOutput && draft.parts.outputs.size() == 1);
    QCOMPARE(draft.fee, wallet::feeFor(draft.vsize, 3000));
    QCOMPARE(draft.parts.outputs[0].value + draft.fee, Amount(400'797));
}

void TxBuilderTest::dividesWhatIsLeft() {
    PaymentRequest request = requestFor(50'000, 1000);
    request.everything = true;
    request.recipients.push_back({foreignScript(2), Amount()});
    request.recipients.push_back({foreignScript(3), Amount()});
    const auto draft = build(request, coinsOf({100'000, 100'001})).value();
    const auto& outputs = draft.parts.outputs;
    QCOMPARE(outputs[0].value, Amount(50'000));
    QVERIFY(outputs[1].value - outputs[2].value <= Amount(1) && outputs[1].value >= outputs[2].value);
    QCOMPARE(outputSum(draft) + draft.fee, Amount(200'001));
    QCOMPARE(draft.fee, wallet::feeFor(draft.vsize, 1000));
}

void TxBuilderTest::refusesWhatCannotBeDivided() {
    PaymentRequest request = requestFor(50'000, 1000);
    request.everything = true; // nobody takes the rest
    QVERIFY(build(request, coinsOf({100'000})).error().error == PaymentError::NoRecipient);
    request.recipients.push_back({foreignScript(2), Amount()});
    QVERIFY(build(request, coinsOf({50'300})).error().error == PaymentError::InsufficientFunds);
    QVERIFY(build(request, coinsOf({})).error().error == PaymentError::InsufficientFunds);
    const auto many = build(request, coinsOf(std::vector<std::int64_t>(2'000, 5'000))).error();
    QVERIFY(many.error == PaymentError::TooManyInputs && many.available > Amount(5'000'000));
}

void TxBuilderTest::locksToAHeight() {
    PaymentRequest request = requestFor(10'000);
    request.lockTime = 123;
    for (const bool replaceable : {true, false}) {
        request.replaceable = replaceable;
        const auto draft = build(request, coinsOf({100'000})).value();
        QCOMPARE(draft.parts.lockTime, 123U);
        QCOMPARE(draft.parts.inputs[0].sequence, replaceable ? 0xfffffffdU : 0xfffffffeU);
    }
}

void TxBuilderTest::saysHowManyAddressesItMixes() {
    // Coins 0 and 50 are of one address.
    const std::vector<WalletCoin> coins{coinOf(0, 60'000), coinOf(1, 60'000), coinOf(2, 50'000),
                                        coinOf(50, 60'000)};
    for (std::uint32_t seed = 0; seed < 20; ++seed)
        QCOMPARE(build(requestFor(110'000), coins, seed).value().addresses, std::size_t(1));
    PaymentRequest request = requestFor(110'000 - 179); // one and two match
    request.mayMixAtOnce = true;
    request.laterFeePerKvB = 1000;
    QCOMPARE(build(request, coins).value().addresses, std::size_t(2));
    QVERIFY(build(requestFor(170'000), coins).value().addresses > 1);
}

void TxBuilderTest::spendsSomeCoinsInAnyCase() {
    const auto coins = coinsOf({50'000, 60'000, 70'000, 500'000});
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        PaymentRequest request = requestFor(10'000);
        request.always = {coins[2].outpoint, coins[0].outpoint, coins[2].outpoint};
        const auto enough = build(request, coins, seed).value();
        QCOMPARE(enough.inputs.size(), std::size_t(2));
        QVERIFY(enough.inputs[0].outpoint == coins[2].outpoint);
        QVERIFY(enough.inputs[1].outpoint == coins[0].outpoint);
        QCOMPARE(enough.fee, wallet::feeFor(enough.vsize, 1000));
        request.recipients[0].amount = Amount(400'000);
        const auto more = build(request, coins, seed).value();
        QVERIFY(more.inputs[0].outpoint == coins[2].outpoint && more.inputs.size() > 2);
        QCOMPARE(inputSum(more) - outputSum(more), more.fee);
        request.recipients[0].amount = Amount(119'700); // what they leave is no change
        QVERIFY(!build(request, coins, seed).value().changeOutput);
    }
    PaymentRequest request = requestFor(10'000);
    request.always = {support::foreignCoin(99)};
    QVERIFY(build(request, coins).error().error == PaymentError::CoinNotAvailable);
}

void TxBuilderTest::addsNoCoinsWhereItMayNot() {
    const auto coins = coinsOf({50'000, 500'000});
    PaymentRequest request = requestFor(100'000);
    request.always = {coins[0].outpoint};
    request.addCoins = false;
    const auto failure = build(request, coins).error();
    QVERIFY(failure.error == PaymentError::InsufficientFunds);
    QVERIFY(failure.available < Amount(50'000) && failure.available > Amount(49'000));
    request.recipients[0].amount = Amount(20'000);
    QCOMPARE(build(request, coins).value().inputs.size(), std::size_t(1));
}

void TxBuilderTest::putsChangeWhereItIsAsked() {
    PaymentRequest request = requestFor(10'000);
    request.recipients.push_back({foreignScript(2), Amount(20'000)});
    for (const std::size_t place : {0U, 1U, 2U}) {
        request.changePosition = place;
        QVERIFY(build(request, coinsOf({1'000'000})).value().changeOutput == place);
    }
    request.feePerKvB = 0;
    QVERIFY(build(request, coinsOf({1'000'000})).error().error == PaymentError::FeeTooLow);
    request.leastFeePerKvB = 0;
    QCOMPARE(build(request, coinsOf({1'000'000})).value().fee, Amount());
}

void TxBuilderTest::keepsItsSumsWhateverTheCoins() {
    const std::uint32_t seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 engine(seed);
    int built = 0;
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::int64_t> values;
        for (std::uint32_t i = 0; i < engine() % 12; ++i)
            values.push_back(1 + engine() % (1U << (4 + engine() % 20)));
        PaymentRequest request = requestFor(294 + engine() % 1'000'000, 1000 + engine() % 30'000);
        if (engine() % 2 == 0) request.feeFrom = {0};
        const auto draft = build(request, coinsOf(values), static_cast<std::uint32_t>(engine()));
        if (!draft) continue;
        ++built;
        QCOMPARE(inputSum(*draft) - outputSum(*draft), draft->fee);
        QVERIFY(draft->fee >= wallet::feeFor(draft->vsize, request.feePerKvB));
        // Never more given away than change would have been worth.
        const Amount worth = std::max(Amount(294), wallet::feeFor(68, request.feePerKvB)) +
                             wallet::feeFor(33, request.feePerKvB);
        QVERIFY(draft->fee <= wallet::feeFor(draft->vsize, request.feePerKvB) + worth);
        for (const auto& output : draft->parts.outputs)
            QVERIFY(output.value >= Amount(294));
        if (draft->changeOutput) QCOMPARE(draft->fee, wallet::feeFor(draft->vsize, request.feePerKvB));
    }
    QVERIFY(built > 200);
}

CAIRN_TEST(TxBuilderTest)
#include "TxBuilderTest.moc"
