#pragma once

#include <string_view>

namespace rest {

/// The JSON Schema of a route's good answer, as OpenAPI 3.0 writes it; empty where none is told.
/// `route`: "GET /api/blocks/{height}".
std::string_view answerSchema(std::string_view route);

} // namespace rest
