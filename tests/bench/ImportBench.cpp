#include "Benchmark.h"
#include "Reference.h"

#include "chain/BlockFile.h"
#include "chain/CoinStatistics.h"
#include "support/MemoryChain.h"

#include <algorithm>
#include <thread>

namespace {

/// What Bitcoin Core says of the same file.
void compare(support::MemoryChain& chain, const nlohmann::json& expected, bench::Report& report) {
    using bench::wanted;
    const auto statistics = chain::coinStatistics(chain.coins);
    report.check(wanted(expected, "height") == chain->tip().height(), "the height is wrong");
    report.check(wanted(expected, "best") == chain->tip().hash().toHex(), "the tip is wrong");
    report.check(statistics &&
                     wanted(wanted(expected, "utxo"), "hash_serialized_3") == statistics->hashSerialized3,
                 "the coins are wrong");
}

void import(const std::string& name, bench::Report& report) {
    const std::string folder = bench::chainsFolder() + "/" + name;
    const nlohmann::json expected = bench::readExpected(folder);
    if (expected.is_null()) {
        report.skipped = "there is no " + folder;
        return;
    }
    chain::ChainOptions options;
    options.flushEveryChange = false;
    const std::size_t helpers = std::max(1U, std::thread::hardware_concurrency()) - 1;
    support::MemoryChain chain(consensus::regtestParams(), options, helpers);
    std::size_t blocks = 0;
    std::size_t inputs = 0;
    const double seconds = bench::secondsOf([&] {
        const auto read = chain::readBlockFile(folder + "/blocks.dat", chain.params.magic,
                                               [&](const primitives::BlockRef& block, auto, auto) {
                                                   ++blocks;
                                                   for (const auto& transaction : block->transactions)
                                                       inputs += transaction->inputs().size();
                                                   return chain->acceptBlock(block).has_value();
                                               });
        report.check(read.has_value() && !read->stoppedEarly, "the file could not be read to its end");
        report.check(chain->flush().has_value(), "the chain could not be written");
    });
    compare(chain, expected, report);
    const std::string note =
        std::to_string(blocks) + " blocks, " + std::to_string(inputs) + " inputs, stores in memory";
    report.add("whole file", seconds * 1e3, "ms", note);
    report.add("inputs", static_cast<double>(inputs) / seconds, "1/s");
}

bench::Registration registrationOf(const std::string& name) {
    return {"import-" + name, [name](bench::Report& report) { import(name, report); }};
}

const bench::Registration kBasic = registrationOf("regtest-basic");
const bench::Registration kMixed = registrationOf("regtest-mixed");
const bench::Registration kPerf = registrationOf("regtest-perf");

} // namespace
