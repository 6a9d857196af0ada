#include "util/Require.h"

#include <cstdio>
#include <cstdlib>

namespace util::detail {

void requirementBroken(const char* condition, const char* file, int line) {
    // Straight to standard error: the log may be what is broken.
    std::fprintf(stderr, "Requirement broken: %s (%s:%d)\n", condition, file, line);
    std::fflush(stderr);
    std::abort();
}

} // namespace util::detail
