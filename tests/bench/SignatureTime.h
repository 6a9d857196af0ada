#pragma once

namespace bench {

/// What one signature check takes on one thread, and whether all checks of good and of spoilt signatures said the right thing.
struct SignatureTime {
    double seconds = 0;
    bool isRight = false;
};

/// The quickest of many runs within `seconds`: libsecp256k1 parses public key and signature and verifies, nothing of ours.
SignatureTime timeOfEcdsa(double seconds);
SignatureTime timeOfSchnorr(double seconds);

} // namespace bench
