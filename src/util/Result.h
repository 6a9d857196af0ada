#pragma once

#include <tl/expected.hpp>

#include <utility>

/// The one way to say "this may fail": a value or an error, never an exception across a function boundary.
template <class T, class E>
using Result = tl::expected<T, E>;

/// `return fail(Reject::MissingInput);` in a function that returns a Result.
template <class E>
[[nodiscard]] auto fail(E&& error) {
    return tl::unexpected<std::decay_t<E>>(std::forward<E>(error));
}
