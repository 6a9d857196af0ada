#pragma once

#include <cstdint>

namespace bench {

/// What one signature check takes on one thread, and whether all checks of good and of spoilt signatures said
/// the right thing.
struct SignatureTime {
    double seconds = 0;
    bool isRight = false;
};

/// The quickest of many runs within `seconds`: libsecp256k1 parses public key and signature and verifies,
/// nothing of ours.
SignatureTime timeOfEcdsa(double seconds);
SignatureTime timeOfSchnorr(double seconds);

/// So many checks one after the other, spread over all cores, and nothing else.
struct ManyChecks {
    double seconds = 0;
    double processorSeconds = 0; ///< all threads
    bool isRight = false;
};
ManyChecks timeOfMany(std::uint64_t ecdsa, std::uint64_t schnorr);

/// Seconds of processor time this program has used, user and system, on all cores.
double processorSeconds();

} // namespace bench
