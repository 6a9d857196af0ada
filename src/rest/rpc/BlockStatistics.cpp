#include "rest/rpc/BlockStatistics.h"

#include "rest/json/JsonWriter.h"
#include "script/Script.h"
#include "util/ByteWriter.h"

#include <algorithm>
#include <array>

namespace rest {

namespace {

/// Besides the output itself, what an entry of the coin set takes in Core: outpoint, height with coinbase
/// flag.
constexpr std::int64_t kCoinOverhead = 40;
constexpr std::array kPercentiles = {10, 25, 50, 75, 90};

struct Spread {
    std::vector<std::int64_t> values;
    void add(std::int64_t value) { values.push_back(value); }
    [[nodiscard]] std::int64_t lowest() const {
        return values.empty() ? 0 : *std::ranges::min_element(values);
    }
    [[nodiscard]] std::int64_t highest() const {
        return values.empty() ? 0 : *std::ranges::max_element(values);
    }
    [[nodiscard]] std::int64_t median() const {
        if (values.empty()) return 0;
        std::vector<std::int64_t> sorted = values;
        std::ranges::sort(sorted);
        const std::size_t half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
};

struct Sums {
    Spread fees, feeRates, sizes;
    std::vector<std::pair<std::int64_t, std::int64_t>> rateAndWeight;
    std::int64_t inputs = 0, outputs = 0, totalFee = 0, totalSize = 0, totalWeight = 0;
    primitives::Amount totalOut; ///< the same coins may move many times in a block
    std::int64_t segwitCount = 0, segwitSize = 0, segwitWeight = 0;
    std::int64_t coins = 0, coinBytes = 0;          ///< difference to the coin set
    std::int64_t spendable = 0, spendableBytes = 0; ///< the same without outputs that nobody can spend
};

std::int64_t coinBytesOf(const primitives::TxOut& output) {
    const std::size_t script = output.scriptPubKey.size();
    return std::int64_t(8 + util::compactSizeLength(script) + script) + kCoinOverhead;
}

void addTransaction(Sums& sums, const explorer::TransactionView& view) {
    const primitives::Transaction& transaction = *view.transaction;
    for (const auto& output : transaction.outputs()) {
        ++sums.outputs;
        ++sums.coins;
        sums.coinBytes += coinBytesOf(output);
        if (script::isUnspendable(output.scriptPubKey)) continue;
        ++sums.spendable;
        sums.spendableBytes += coinBytesOf(output);
    }
    if (transaction.isCoinbase()) return;
    for (const auto& input : view.inputs) {
        ++sums.inputs;
        if (!input.spent) continue;
        --sums.coins;
        --sums.spendable;
        sums.coinBytes -= coinBytesOf(input.spent->output);
        sums.spendableBytes -= coinBytesOf(input.spent->output);
    }
    for (const auto& output : transaction.outputs())
        sums.totalOut = primitives::saturatingSum(sums.totalOut, output.value);
    const auto size = std::int64_t(transaction.size());
    sums.totalSize += size;
    sums.totalWeight += transaction.weight();
    sums.sizes.add(size);
    if (transaction.hasWitness()) {
        ++sums.segwitCount;
        sums.segwitSize += size;
        sums.segwitWeight += transaction.weight();
    }
    const std::int64_t fee = view.fee.satoshi();
    const std::int64_t rate =
        transaction.weight() > 0 ? fee * primitives::kWitnessScale / transaction.weight() : 0;
    sums.totalFee += fee;
    sums.fees.add(fee);
    sums.feeRates.add(rate);
    sums.rateAndWeight.emplace_back(rate, transaction.weight());
}

/// Fee rates below which so many percent of the weight pay.
std::vector<std::int64_t> percentilesOf(Sums& sums) {
    std::ranges::sort(sums.rateAndWeight);
    std::vector<std::int64_t> out;
    std::int64_t weight = 0;
    std::size_t next = 0;
    for (const auto& [rate, part] : sums.rateAndWeight) {
        weight += part;
        while (next < kPercentiles.size() && weight * 100 >= sums.totalWeight * kPercentiles[next]) {
            out.push_back(rate);
            ++next;
        }
    }
    out.resize(kPercentiles.size(), out.empty() ? 0 : out.back());
    return out;
}

std::int64_t average(std::int64_t sum, std::int64_t count) {
    return count > 0 ? sum / count : 0;
}

} // namespace

RpcResult blockStatistics(const explorer::BlockView& block,
                          const std::vector<explorer::TransactionView>& transactions,
                          const QStringList& wanted) {
    Sums sums;
    for (const auto& view : transactions)
        addTransaction(sums, view);
    const auto payments = std::int64_t(transactions.size()) - 1;
    JsonWriter json;
    json.beginObject();
    QStringList unknown = wanted;
    const auto isWanted = [&](const char* name) {
        unknown.removeAll(QLatin1String(name));
        return wanted.isEmpty() || wanted.contains(QLatin1String(name));
    };
    const auto member = [&](const char* name, const auto& value) {
        if (isWanted(name)) json.member(name, value);
    };
    member("avgfee", average(sums.totalFee, payments));
    member("avgfeerate", average(sums.totalFee * primitives::kWitnessScale, sums.totalWeight));
    member("avgtxsize", average(sums.totalSize, payments));
    member("blockhash", block.row.hash);
    if (isWanted("feerate_percentiles")) {
        json.key("feerate_percentiles").beginArray();
        const auto percentiles = percentilesOf(sums);
        for (const std::int64_t rate : percentiles)
            json.value(rate);
        json.endArray();
    }
    member("height", block.row.height);
    member("ins", sums.inputs);
    member("maxfee", sums.fees.highest());
    member("maxfeerate", sums.feeRates.highest());
    member("maxtxsize", sums.sizes.highest());
    member("medianfee", sums.fees.median());
    member("mediantime", block.medianTime);
    member("mediantxsize", sums.sizes.median());
    member("minfee", sums.fees.lowest());
    member("minfeerate", sums.feeRates.lowest());
    member("mintxsize", sums.sizes.lowest());
    member("outs", sums.outputs);
    member("subsidy", block.subsidy.satoshi());
    member("swtotal_size", sums.segwitSize);
    member("swtotal_weight", sums.segwitWeight);
    member("swtxs", sums.segwitCount);
    member("time", block.header.time);
    member("total_out", sums.totalOut.satoshi());
    member("total_size", sums.totalSize);
    member("total_weight", sums.totalWeight);
    member("totalfee", sums.totalFee);
    member("txs", block.row.transactionCount);
    // Genesis' output never entered the coin set.
    const bool genesis = block.row.height == 0;
    member("utxo_increase", sums.coins);
    member("utxo_size_inc", sums.coinBytes);
    member("utxo_increase_actual", genesis ? 0 : sums.spendable);
    member("utxo_size_inc_actual", genesis ? 0 : sums.spendableBytes);
    if (!unknown.isEmpty())
        return fail(
            RpcError{rpc::kBadParameter,
                     QStringLiteral("Invalid selected statistic '%1'").arg(unknown.first().left(80))});
    return json.endObject().take();
}

} // namespace rest
