#pragma once

#include <string>

namespace chain {

/// The disk failed: what was being done and what the store said. Nothing of the failed write is kept.
struct StoreError {
    enum class Kind { Io, Full, Damaged, ReadOnly };
    Kind kind = Kind::Io;
    std::string what;
};

} // namespace chain
