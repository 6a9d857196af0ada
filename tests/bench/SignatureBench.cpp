#include "Benchmark.h"

#include "crypto/PrivateKey.h"
#include "crypto/Sha256.h"
#include "util/Bytes.h"

namespace {

constexpr std::size_t kSignatures = 20; ///< few, so that some runs are not interrupted even on a busy computer
constexpr double kSeconds = 1;

struct Signed {
    crypto::Hash256Bytes message{};
    util::Bytes publicKey;
    util::Bytes signature;
};

/// A key and a message for each signature, as in blocks.
template <class Sign>
std::vector<Signed> signMany(const Sign& sign) {
    std::vector<Signed> out(kSignatures);
    for (std::size_t i = 0; i < out.size(); ++i) {
        const util::ByteArray<2> number = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i >> 8)};
        const auto secret = crypto::PrivateKey::parse(crypto::taggedHash("bench key", number));
        out[i].message = crypto::taggedHash("bench message", number);
        if (secret) sign(*secret, out[i]);
    }
    return out;
}

template <class Verify>
void measure(bench::Report& report, std::vector<Signed> all, const Verify& verify) {
    std::size_t valid = 0;
    std::size_t runs = 0;
    const double quickest = bench::quickestOf(kSeconds, [&] {
        ++runs;
        for (const Signed& each : all)
            valid += verify(each) ? 1 : 0;
    });
    report.check(valid == runs * all.size(), "a good signature was refused");
    for (Signed& each : all) {
        each.message[7] ^= 1;
        report.check(!verify(each), "a signature of another message was taken");
    }
    report.add("one signature", quickest / kSignatures * 1e6, "µs", "1 thread");
    report.add("rate", kSignatures / quickest, "1/s", "1 thread");
}

void ecdsa(bench::Report& report) {
    const auto sign = [](const crypto::PrivateKey& secret, Signed& out) {
        const auto key = secret.publicKey().compressed();
        out.publicKey.assign(key.begin(), key.end());
        out.signature = secret.signEcdsa(out.message);
    };
    measure(report, signMany(sign),
            [](const Signed& each) { return crypto::verifyEcdsa(each.publicKey, each.signature, each.message); });
}

void schnorr(bench::Report& report) {
    const auto sign = [](const crypto::PrivateKey& secret, Signed& out) {
        const auto key = secret.publicKey().compressed();
        out.publicKey.assign(key.begin() + 1, key.end()); // x only
        const auto signature = secret.signSchnorr(out.message);
        out.signature.assign(signature.begin(), signature.end());
    };
    measure(report, signMany(sign), [](const Signed& each) {
        return crypto::verifySchnorr(each.publicKey, each.signature, each.message);
    });
}

const bench::Registration kEcdsa{"verify-ecdsa", ecdsa};
const bench::Registration kSchnorr{"verify-schnorr", schnorr};

} // namespace
