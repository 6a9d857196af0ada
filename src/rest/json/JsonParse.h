#pragma once

#include <QByteArray>

#include <nlohmann/json_fwd.hpp>

namespace rest {

/// A JSON value of a stranger: nested at most 64 deep, at most 100 000 values, no broken UTF-8.
/// `is_discarded()` when it is none.
nlohmann::json parseJson(const QByteArray& bytes);

} // namespace rest
