#pragma once

namespace util::detail {
[[noreturn]] void requirementBroken(const char* condition, const char* file, int line);
}

/// A condition that only a bug can break; stops the program with its place. Never for input from outside.
#define require(condition)                                                                                   \
    ((condition) ? static_cast<void>(0) : ::util::detail::requirementBroken(#condition, __FILE__, __LINE__))
