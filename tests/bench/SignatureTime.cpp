#include "SignatureTime.h"

#include "Benchmark.h"

#include "crypto/PrivateKey.h"
#include "crypto/Sha256.h"
#include "util/WorkerPool.h"

#include <secp256k1_schnorrsig.h>
#include <sys/resource.h>

#include <algorithm>
#include <thread>

namespace {

constexpr std::size_t kSignatures =
    20; ///< few, so that some runs are not interrupted even on a busy computer

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

// The library itself and nothing of ours, so that what we add or spare shows.

bool verifyEcdsa(const Signed& each) {
    secp256k1_pubkey key;
    secp256k1_ecdsa_signature signature;
    const auto* const context = secp256k1_context_static;
    return secp256k1_ec_pubkey_parse(context, &key, each.publicKey.data(), each.publicKey.size()) == 1 &&
           secp256k1_ecdsa_signature_parse_der(context, &signature, each.signature.data(),
                                               each.signature.size()) == 1 &&
           secp256k1_ecdsa_verify(context, &signature, each.message.data(), &key) == 1;
}

bool verifySchnorr(const Signed& each) {
    secp256k1_xonly_pubkey key;
    const auto* const context = secp256k1_context_static;
    return secp256k1_xonly_pubkey_parse(context, &key, each.publicKey.data()) == 1 &&
           secp256k1_schnorrsig_verify(context, each.signature.data(), each.message.data(),
                                       each.message.size(), &key) == 1;
}

void signEcdsa(const crypto::PrivateKey& secret, Signed& out) {
    const auto key = secret.publicKey().compressed();
    out.publicKey.assign(key.begin(), key.end());
    out.signature = secret.signEcdsa(out.message);
}

void signSchnorr(const crypto::PrivateKey& secret, Signed& out) {
    const auto key = secret.publicKey().compressed();
    out.publicKey.assign(key.begin() + 1, key.end()); // x only
    const auto signature = secret.signSchnorr(out.message);
    out.signature.assign(signature.begin(), signature.end());
}

template <class Verify>
bench::SignatureTime measure(double seconds, std::vector<Signed> all, const Verify& verify) {
    std::size_t valid = 0;
    std::size_t runs = 0;
    bench::SignatureTime out;
    out.seconds = bench::quickestOf(seconds,
                                    [&] {
                                        ++runs;
                                        for (const Signed& each : all)
                                            valid += verify(each) ? 1 : 0;
                                    }) /
                  kSignatures;
    out.isRight = valid == runs * all.size();
    for (Signed& each : all) {
        each.message[7] ^= 1;
        out.isRight = out.isRight && !verify(each);
    }
    return out;
}

} // namespace

bench::SignatureTime bench::timeOfEcdsa(double seconds) {
    return measure(seconds, signMany(signEcdsa), verifyEcdsa);
}

bench::SignatureTime bench::timeOfSchnorr(double seconds) {
    return measure(seconds, signMany(signSchnorr), verifySchnorr);
}

bench::ManyChecks bench::timeOfMany(std::uint64_t ecdsa, std::uint64_t schnorr) {
    const std::vector<Signed> ecdsaSigned = signMany(signEcdsa);
    const std::vector<Signed> schnorrSigned = signMany(signSchnorr);
    const unsigned cores = std::max(1U, std::thread::hardware_concurrency());
    util::WorkerPool pool(cores - 1);
    ManyChecks out;
    const double before = processorSeconds();
    out.seconds = secondsOf([&] {
        out.isRight = pool.forEach(ecdsa + schnorr, [&](std::size_t i) {
            return i < ecdsa ? verifyEcdsa(ecdsaSigned[i % kSignatures])
                             : verifySchnorr(schnorrSigned[i % kSignatures]);
        });
    });
    out.processorSeconds = processorSeconds() - before;
    return out;
}

double bench::processorSeconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}
