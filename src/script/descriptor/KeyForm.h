#pragma once

#include "util/Bytes.h"

namespace script {

/// The length that the first byte of an ECDSA public key announces (SEC 1 and the hybrid form, which
/// consensus takes); the point itself is not looked at.
inline bool hasKeyForm(util::ByteView key) {
    if (key.empty()) return false;
    if (key[0] == 2 || key[0] == 3) return key.size() == 33;
    return (key[0] == 4 || key[0] == 6 || key[0] == 7) && key.size() == 65;
}

} // namespace script
