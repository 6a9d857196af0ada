#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

/// A new benchmark is one more file of this folder: a function that fills a Report, and a Registration next
/// to it. No Qt here.
namespace bench {

/// One number of a benchmark.
struct Figure {
    std::string name;
    double value = 0;
    std::string unit; ///< "MH/s", "µs", "x"
    std::string note; ///< what it was measured over
};

/// What one benchmark found out.
struct Report {
    std::vector<Figure> figures;
    std::vector<std::string> wrong; ///< results that were not what they must be; any makes the program fail
    std::string skipped;            ///< why there is nothing to measure here

    void add(std::string name, double value, std::string unit, std::string note = {}) {
        figures.push_back({std::move(name), value, std::move(unit), std::move(note)});
    }
    /// `what` is said when the result is not right.
    void check(bool isRight, const std::string& what) {
        if (!isRight) wrong.push_back(what);
    }
};

struct Benchmark {
    std::string name; ///< lower-case words with dashes
    std::function<void(Report&)> run;
};

/// All benchmarks, in the order of their names.
std::vector<Benchmark>& registry();

/// `const bench::Registration kMine{"my-benchmark", run};` in an unnamed namespace.
struct Registration {
    Registration(std::string name, std::function<void(Report&)> run) {
        registry().push_back({std::move(name), std::move(run)});
    }
};

using Seconds = std::chrono::duration<double>;

/// Seconds that `work` takes.
template <class Work>
double secondsOf(const Work& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return Seconds(std::chrono::steady_clock::now() - start).count();
}

/// The quickest of several runs, `seconds` long altogether: other programs make runs longer, never shorter.
template <class Work>
double quickestOf(double seconds, const Work& work) {
    double left = seconds;
    double quickest = secondsOf(work);
    for (left -= quickest; left > 0;) {
        const double taken = secondsOf(work);
        left -= taken;
        if (taken < quickest) quickest = taken;
    }
    return quickest;
}

} // namespace bench
