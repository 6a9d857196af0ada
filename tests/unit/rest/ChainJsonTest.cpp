#include "rest/json/ChainJson.h"
#include "support/TestProgram.h"

#include <map>
#include <random>

using namespace rest;

class ChainJsonTest : public QObject {
    Q_OBJECT
private slots:
    void splitsInputsOverOutputsAndFee();
    void givesEveryAddressItsExactBalance();
    void takesNewCoinsFromNobody();

private:
    static explorer::OutputView output(const std::string& address, std::int64_t satoshi);
    static explorer::TransactionView view(const std::vector<std::pair<std::string, std::int64_t>>& in,
                                          const std::vector<std::pair<std::string, std::int64_t>>& out);
};

explorer::OutputView ChainJsonTest::output(const std::string& address, std::int64_t satoshi) {
    explorer::OutputView out;
    out.output.value = primitives::Amount(satoshi);
    out.address = address;
    return out;
}

explorer::TransactionView ChainJsonTest::view(const std::vector<std::pair<std::string, std::int64_t>>& in,
                                              const std::vector<std::pair<std::string, std::int64_t>>& out) {
    explorer::TransactionView made;
    std::int64_t fee = 0;
    for (const auto& [address, satoshi] : in) {
        explorer::InputView input;
        input.spent = output(address, satoshi);
        made.inputs.push_back(input);
        fee += satoshi;
    }
    for (const auto& [address, satoshi] : out) {
        made.outputs.push_back(output(address, satoshi));
        fee -= satoshi;
    }
    made.fee = primitives::Amount(fee);
    return made;
}

void ChainJsonTest::splitsInputsOverOutputsAndFee() {
    const auto transfers = transfersOf(view({{"a", 70}, {"b", 40}}, {{"c", 80}, {"a", 25}}));
    QCOMPARE(transfers.size(), std::size_t(4));
    const auto is = [&](std::size_t i, const char* from, const char* to, std::int64_t amount) {
        return transfers[i].sender == from && transfers[i].recipient == to &&
               transfers[i].amount.satoshi() == amount;
    };
    QVERIFY(is(0, "a", "c", 70) && is(1, "b", "c", 10) && is(2, "b", "a", 25) && is(3, "b", "0", 5));
}

void ChainJsonTest::givesEveryAddressItsExactBalance() {
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 500; ++round) {
        std::vector<std::pair<std::string, std::int64_t>> in, out;
        std::map<std::string, std::int64_t> expected;
        std::int64_t left = 0;
        for (auto n = 1 + random() % 4; n > 0; --n) {
            in.emplace_back(std::string(1, char('a' + random() % 4)), 1 + random() % 1000);
            left += in.back().second;
            expected[in.back().first] -= in.back().second;
        }
        for (auto n = 1 + random() % 4; n > 0 && left > 1; --n) {
            out.emplace_back(std::string(1, char('a' + random() % 6)),
                             1 + std::int64_t(random() % std::uint64_t(left)));
            left -= out.back().second;
            expected[out.back().first] += out.back().second;
        }
        expected["0"] += left;
        std::map<std::string, std::int64_t> found;
        for (const auto& transfer : transfersOf(view(in, out))) {
            found[transfer.sender] -= transfer.amount.satoshi();
            found[transfer.recipient] += transfer.amount.satoshi();
        }
        std::erase_if(expected, [](const auto& item) { return item.second == 0; });
        std::erase_if(found, [](const auto& item) { return item.second == 0; });
        QVERIFY(found == expected);
    }
}

void ChainJsonTest::takesNewCoinsFromNobody() {
    auto coinbase = view({}, {{"a", 50}});
    coinbase.inputs.resize(1);
    coinbase.inputs[0].isCoinbase = true;
    const auto transfers = transfersOf(coinbase);
    QCOMPARE(transfers.size(), std::size_t(1));
    QCOMPARE(transfers[0].sender, std::string("0"));
}

CAIRN_TEST(ChainJsonTest)
#include "ChainJsonTest.moc"
