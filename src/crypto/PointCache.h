#pragma once

#include "util/Bytes.h"

#include <secp256k1.h>

#include <array>

namespace crypto {

/// Points that were unpacked lately. The compressed form of a key leaves out its y, which takes a square root
/// to get back: a seventh of a signature check, and chains use their keys again. A key has one place, so
/// whoever chooses keys can make this useless but never wrong. For the sources of this folder only. Thread:
/// one at a time.
class PointCache {
public:
    /// Null when these 33 bytes are no point. What it gives holds until the next call.
    const secp256k1_pubkey* find(util::ByteView compressed33);
    /// The one of this thread.
    static PointCache& ofThread();

private:
    static constexpr std::size_t kPlaces = 1024; ///< 100 KB
    struct Place {
        util::ByteArray<33> compressed{};
        bool isTaken = false;
        secp256k1_pubkey point{};
    };
    std::array<Place, kPlaces> m_places{};
};

} // namespace crypto
