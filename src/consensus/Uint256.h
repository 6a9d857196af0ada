#pragma once

#include <boost/multiprecision/cpp_int.hpp>

#include <string>

namespace consensus {

/// Unsigned 256-bit number for targets and work; overflow wraps.
using Uint256 = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<
    256, 256, boost::multiprecision::unsigned_magnitude, boost::multiprecision::unchecked, void>>;

/// 64 hex digits, most significant first, as Core prints chainwork.
std::string toHex(const Uint256& value);

} // namespace consensus
