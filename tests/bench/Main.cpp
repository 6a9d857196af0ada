#include "Benchmark.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <optional>
#include <regex>
#include <string_view>

namespace {

constexpr int kFailed = 1;
constexpr int kBadOption = 2;

constexpr const char* kHelp =
    "Usage: cairn-bench [options]\n"
    "Measures what Cairn spends its time on. Every benchmark checks its result.\n"
    "\n"
    "  --list           print the names of the benchmarks and stop\n"
    "  --filter REGEX   only benchmarks whose name contains a match\n"
    "  --json FILE      also write the figures to FILE as JSON\n"
    "  --help           print this and stop\n"
    "\n"
    "CAIRN_CHAINS is the folder of the reference chains (default ../shared/chains); benchmarks\n"
    "that need what is not there are skipped.\n"
    "Exit code: 0 fine, 1 a result was wrong or the file cannot be written, 2 bad option.\n";

struct Options {
    bool list = false;
    bool help = false;
    std::string filter;
    std::string jsonFile;
};

std::optional<Options> readOptions(int count, char** arguments) {
    Options out;
    for (int i = 1; i < count; ++i) {
        const std::string_view option = arguments[i];
        const bool hasValue = i + 1 < count;
        if (option == "--list") {
            out.list = true;
        } else if (option == "--help") {
            out.help = true;
        } else if (option == "--filter" && hasValue) {
            out.filter = arguments[++i];
        } else if (option == "--json" && hasValue) {
            out.jsonFile = arguments[++i];
        } else {
            const bool lacksValue = option == "--filter" || option == "--json";
            std::fprintf(stderr,
                         lacksValue ? "%s needs a value. See --help.\n" : "Unknown option %s. See --help.\n",
                         arguments[i]);
            return std::nullopt;
        }
    }
    return out;
}

std::optional<std::vector<bench::Benchmark>> chosen(const std::string& filter) {
    try {
        const std::regex expression(filter);
        std::vector<bench::Benchmark> out;
        std::copy_if(bench::registry().begin(), bench::registry().end(), std::back_inserter(out),
                     [&](const auto& benchmark) { return std::regex_search(benchmark.name, expression); });
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
        return out;
    } catch (const std::regex_error&) {
        std::fprintf(stderr, "--filter: \"%s\" is no regular expression.\n", filter.c_str());
        return std::nullopt;
    }
}

void print(const bench::Benchmark& benchmark, const bench::Report& report) {
    for (const bench::Figure& figure : report.figures) {
        std::printf("%-18s %-34s %12.3f %-8s %s\n", benchmark.name.c_str(), figure.name.c_str(), figure.value,
                    figure.unit.c_str(), figure.note.c_str());
    }
    if (!report.skipped.empty())
        std::printf("%-18s skipped: %s\n", benchmark.name.c_str(), report.skipped.c_str());
    for (const std::string& wrong : report.wrong)
        std::printf("%-18s WRONG: %s\n", benchmark.name.c_str(), wrong.c_str());
    std::fflush(stdout);
}

nlohmann::json toJson(const bench::Benchmark& benchmark, const bench::Report& report) {
    nlohmann::json figures = nlohmann::json::array();
    for (const bench::Figure& figure : report.figures) {
        figures.push_back(
            {{"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}, {"note", figure.note}});
    }
    return {
        {"name", benchmark.name}, {"figures", figures}, {"wrong", report.wrong}, {"skipped", report.skipped}};
}

bool writeJson(const std::string& path, const nlohmann::json& results) {
    std::ofstream file(path);
    file << nlohmann::json{{"cairn_bench", 1}, {"benchmarks", results}}.dump(1) << '\n';
    file.close();
    if (!file) std::fprintf(stderr, "Cannot write %s.\n", path.c_str());
    return static_cast<bool>(file);
}

int runAll(const std::vector<bench::Benchmark>& benchmarks, const std::string& jsonFile) {
    bool isRight = true;
    nlohmann::json results = nlohmann::json::array();
    for (const bench::Benchmark& benchmark : benchmarks) {
        bench::Report report;
        benchmark.run(report);
        print(benchmark, report);
        results.push_back(toJson(benchmark, report));
        isRight = isRight && report.wrong.empty();
    }
    if (!jsonFile.empty() && !writeJson(jsonFile, results)) return kFailed;
    return isRight ? 0 : kFailed;
}

} // namespace

std::vector<bench::Benchmark>& bench::registry() {
    static std::vector<Benchmark> all;
    return all;
}

int main(int count, char** arguments) {
    const auto options = readOptions(count, arguments);
    if (!options) return kBadOption;
    if (options->help) {
        std::fputs(kHelp, stdout);
        return 0;
    }
    const auto benchmarks = chosen(options->filter);
    if (!benchmarks) return kBadOption;
    if (!options->list) return runAll(*benchmarks, options->jsonFile);
    for (const bench::Benchmark& benchmark : *benchmarks)
        std::puts(benchmark.name.c_str());
    return 0;
}
