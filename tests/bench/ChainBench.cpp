#include "Benchmark.h"

#include "support/MemoryChain.h"
#include "support/RegtestChain.h"

#include <algorithm>
#include <random>
#include <thread>
#include <unordered_map>

namespace {

using support::Spendable;

constexpr int kFullBlocks = 5;
constexpr int kPayments = 1'000; ///< a full block's, one input and one output each
constexpr std::int64_t kFee = 100'000;

/// Blocks in order: empty ones, one that cuts coinbases into pieces, then full ones that spend the pieces.
struct MadeChain {
    consensus::ChainParams params = support::easyCard("Bench");
    std::vector<primitives::BlockRef> preparing;
    std::vector<primitives::BlockRef> full;
};

MadeChain makeChain() {
    MadeChain out;
    support::RegtestChain blocks(out.params);
    const int empty = kFullBlocks + out.params.rules().coinbaseMaturity;
    out.preparing = blocks.mineMany(out.params.genesisHash, empty);
    support::BlockPlan plan;
    for (int i = 0; i < kFullBlocks; ++i) {
        const Spendable coinbase = support::coinbaseOf(out.preparing[static_cast<std::size_t>(i)]);
        plan.transactions.push_back(support::spendAll(coinbase, kFee, kPayments));
    }
    out.preparing.push_back(blocks.mineOn(out.preparing.back(), plan));
    auto parent = out.preparing.back();
    for (const auto& pieces : plan.transactions) {
        support::BlockPlan payments;
        for (std::uint32_t i = 0; i < kPayments; ++i)
            payments.transactions.push_back(support::spendAll(support::outputOf(*pieces, i), 1'000));
        out.full.push_back(blocks.mineOn(parent, payments));
        parent = out.full.back();
    }
    return out;
}

/// Seconds for the quickest of the full blocks.
double connectAll(const MadeChain& made, bool checkScripts, std::size_t threads, bench::Report& report) {
    chain::ChainOptions options;
    options.checkScripts = checkScripts;
    support::MemoryChain chain(made.params, options, threads);
    for (const auto& block : made.preparing)
        report.check(chain->acceptBlock(block).has_value(), "a preparing block was refused");
    double quickest = 1e9;
    for (const auto& block : made.full) {
        quickest = std::min(quickest, bench::secondsOf([&] {
                                report.check(chain->acceptBlock(block).has_value(), "a block was refused");
                            }));
    }
    const auto height = static_cast<std::int32_t>(made.preparing.size() + made.full.size());
    report.check(chain->tip().height() == height && chain->tip().hash() == made.full.back()->header.hash(),
                 "the tip is not the last block");
    // A coinbase a block; one coin a payment; the cut coinbases are gone.
    const std::size_t coins = made.preparing.size() + kFullBlocks * kPayments;
    report.check(chain.coins.coins().size() == coins, "the number of coins is wrong");
    return quickest;
}

void connectBlock(bench::Report& report) {
    const MadeChain made = makeChain();
    const std::size_t helpers = std::max(1U, std::thread::hardware_concurrency()) - 1;
    const auto add = [&](const std::string& name, double seconds) {
        report.add(name, seconds * 1e3, "ms", std::to_string(kPayments) + " payments, stores in memory");
    };
    add("scripts on all threads", connectAll(made, true, helpers, report));
    add("scripts on 1 thread", connectAll(made, true, 0, report));
    add("without scripts", connectAll(made, false, 0, report));
}

constexpr std::uint32_t kCoins = 200'000;

primitives::OutPoint outPointOf(std::uint32_t number) {
    const util::ByteArray<4> bytes = {static_cast<std::uint8_t>(number),
                                      static_cast<std::uint8_t>(number >> 8),
                                      static_cast<std::uint8_t>(number >> 16), 0};
    return {primitives::TxId(crypto::sha256d(bytes)), number % 3};
}

/// Looks every coin up once and as many that are not there.
double lookUpAll(chain::CoinStore& store, const std::vector<primitives::OutPoint>& points, bool isCached,
                 bench::Report& report) {
    chain::CoinCache cache(store, 200U << 20);
    const auto count = [&] {
        std::size_t right = 0;
        for (std::uint32_t i = 0; i < points.size(); ++i) {
            const auto found = cache.find(points[i]);
            const bool isThere = found && *found != nullptr;
            right +=
                i < kCoins ? isThere && (*found)->height == static_cast<std::int32_t>(i) : found && !isThere;
        }
        return right;
    };
    if (isCached)
        report.check(count() == points.size(), "a coin was not found, or one that is not there was");
    std::size_t right = 0;
    const double seconds = bench::secondsOf([&] { right = count(); });
    report.check(right == points.size(), "a coin was not found, or one that is not there was");
    return seconds / static_cast<double>(points.size());
}

void lookUpCoins(bench::Report& report) {
    std::vector<primitives::OutPoint> points;
    std::vector<chain::CoinChange> changes;
    for (std::uint32_t i = 0; i < 2 * kCoins; ++i) {
        points.push_back(outPointOf(i));
        if (i >= kCoins) continue;
        const consensus::Coin coin{
            {primitives::Amount(i), util::Bytes(22)}, static_cast<std::int32_t>(i), false};
        changes.push_back({points.back(), coin});
    }
    support::MemoryCoinStore store;
    store.apply(changes);
    const std::string note = std::to_string(kCoins) + " coins, and as many that are not there";
    report.add("from the cache", lookUpAll(store, points, true, report) * 1e9, "ns", note);
    report.add("from a store in memory", lookUpAll(store, points, false, report) * 1e9, "ns", note);
}

/// How the cache forgot before: a node a coin, and the entries that came last went first (such is the order
/// of std::unordered_map). Kept to compare with.
class NewestOut {
public:
    NewestOut(chain::CoinStore& store, std::size_t maxBytes) : m_store(store), m_maxBytes(maxBytes) {}
    const consensus::Coin* find(const primitives::OutPoint& outpoint) {
        if (const auto found = m_coins.find(outpoint); found != m_coins.end()) return &found->second;
        auto stored = m_store.find(outpoint);
        if ((m_coins.size() + 1) * kBytesEach > m_maxBytes) {
            while (m_coins.size() * kBytesEach > m_maxBytes / 8 * 7)
                m_coins.erase(m_coins.begin());
        }
        return &m_coins.emplace(outpoint, **std::move(stored)).first->second;
    }

private:
    /// A node with its link and hash, a place in the table, a script of 22 bytes; with what the heap adds.
    static constexpr std::size_t kBytesEach = 112 + 8 + 32;
    chain::CoinStore& m_store;
    std::size_t m_maxBytes;
    std::unordered_map<primitives::OutPoint, consensus::Coin> m_coins;
};

constexpr std::size_t kCacheBytes = 5'600'000; ///< half of them for coins as stored: a tenth of what there is

/// Which coins a chain asks for: nine of ten times a young one, else any; time goes on.
std::vector<std::uint32_t> demandOf(std::uint32_t coins, std::uint32_t count) {
    std::mt19937 engine(1);
    const auto random = [&] { return static_cast<std::uint32_t>(engine()); };
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < count; ++i) {
        const std::uint32_t newest =
            coins / 4 + static_cast<std::uint32_t>(std::uint64_t(coins) * i / count / 2);
        const std::uint32_t young = newest - random() % (coins / 40);
        out.push_back(random() % 10 == 0 ? random() % newest : young);
    }
    return out;
}

/// More coins than memory: how many of those asked for are in it, and what one costs.
void coinsBeyondCache(bench::Report& report) {
    constexpr std::uint32_t kAsked = 1'000'000;
    support::MemoryCoinStore store;
    std::vector<primitives::OutPoint> points;
    for (std::uint32_t i = 0; i < kCoins; ++i) {
        points.push_back(outPointOf(i));
        store.apply({{points.back(), consensus::Coin{{primitives::Amount(i), util::Bytes(22)}, 1, false}}});
    }
    const std::vector<std::uint32_t> demand = demandOf(kCoins, kAsked);
    const auto measure = [&](const std::string& name, const auto& find) {
        std::size_t right = 0;
        store.lookUps = 0;
        const double seconds = bench::secondsOf([&] {
            for (const std::uint32_t number : demand)
                right += find(points[number])->output.value.satoshi() == number;
        });
        report.check(right == demand.size(), "a coin was wrong");
        const double hits = 1 - static_cast<double>(store.lookUps) / kAsked;
        const std::string note = std::to_string(kCoins) + " coins, a cache for a tenth of them";
        report.add("found in the cache, " + name, hits * 100, "%", note);
        report.add("a look-up, " + name, seconds * 1e9 / kAsked, "ns", note + ", store in memory");
    };
    NewestOut before(store, kCacheBytes / 2);
    measure("newest out (as it was)", [&](const auto& point) { return before.find(point); });
    chain::CoinCache cache(store, kCacheBytes);
    measure("second chance", [&](const auto& point) { return *cache.find(point); });
    report.check(cache.bytes() <= kCacheBytes, "the cache took more than it may");
    report.add("coins in the cache", static_cast<double>(cache.size()), "coins",
               std::to_string(cache.bytes()) + " bytes");
}

const bench::Registration kBeyond{"coins-beyond-cache", coinsBeyondCache};
const bench::Registration kConnect{"connect-block", connectBlock};
const bench::Registration kLookUp{"look-up-coin", lookUpCoins};

} // namespace
