#pragma once

#include "rest/http/HttpTypes.h"
#include "rest/json/JsonBody.h"

namespace rest {

/// `fee_rate` of a body, in satoshi per virtual byte: satoshi per 1000 of them; nothing: not said.
Result<std::optional<std::int64_t>, HttpResponse> feePerKvBOf(const JsonBody& body);

} // namespace rest
