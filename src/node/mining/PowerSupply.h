#pragma once

#include <QString>

namespace node {

enum class Power : std::uint8_t {
    Unknown, ///< the system does not tell, as on most desktop computers
    Mains,
    Battery,
};

/// What this computer runs on, from the folder where Linux lists power supplies. Batteries of mice and the
/// like do not count.
Power powerFrom(const QString& folder);

} // namespace node
