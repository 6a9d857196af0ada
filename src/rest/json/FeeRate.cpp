#include "rest/json/FeeRate.h"

#include <cmath>

namespace rest {

namespace {

constexpr double kMostPerVbyte = 100'000;

} // namespace

Result<std::optional<std::int64_t>, HttpResponse> feePerKvBOf(const JsonBody& body) {
    const auto rate = body.text(QStringLiteral("fee_rate"));
    if (!rate) return std::nullopt;
    bool ok = false;
    const double perVbyte = rate->toDouble(&ok);
    if (!ok || !(perVbyte > 0 && perVbyte <= kMostPerVbyte)) // not a number is neither
        return fail(errorResponse(400, QStringLiteral("fee_rate must be satoshi per virtual byte, above 0."),
                                  QStringLiteral("bad-fee")));
    return std::llround(perVbyte * 1000);
}

} // namespace rest
