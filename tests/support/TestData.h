#pragma once

#include <QtTest>

namespace support {

/// On a build machine (CI=true) a green run must have tested everything.
inline bool mustHaveData() {
    return qEnvironmentVariable("CI") == QLatin1String("true");
}

} // namespace support

/// Skips the test where published data that it needs is missing: the folders CAIRN_VECTORS and CAIRN_CHAINS.
/// On a build machine that is a failure.
#define NEEDS_DATA(isThere)                                                                                  \
    do {                                                                                                     \
        if (isThere) break;                                                                                  \
        if (support::mustHaveData()) QFAIL("published data is missing: see CAIRN_VECTORS, CAIRN_CHAINS");    \
        QSKIP("published data is missing: see CAIRN_VECTORS, CAIRN_CHAINS");                                 \
    } while (false)
