#include "Benchmark.h"
#include "SignatureTime.h"

namespace {

constexpr double kSeconds = 1;

void report(bench::Report& report, const bench::SignatureTime& time) {
    report.check(time.isRight, "a good signature was refused, or one of another message was taken");
    report.add("one signature", time.seconds * 1e6, "µs", "1 thread");
    report.add("rate", 1 / time.seconds, "1/s", "1 thread");
}

const bench::Registration kEcdsa{"verify-ecdsa",
                                 [](bench::Report& out) { report(out, bench::timeOfEcdsa(kSeconds)); }};
const bench::Registration kSchnorr{"verify-schnorr",
                                   [](bench::Report& out) { report(out, bench::timeOfSchnorr(kSeconds)); }};

} // namespace
