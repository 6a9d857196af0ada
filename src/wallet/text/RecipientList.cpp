#include "wallet/text/RecipientList.h"

#include "script/Standardness.h"
#include "wallet/text/Csv.h"

#include <algorithm>

namespace wallet {

namespace {

constexpr std::size_t kMaxListText = 4U << 20;
constexpr std::size_t kMaxShown = 80;

/// Digits with a point among them at most: no sign, no exponent, nothing else.
bool isPlainAmount(std::string_view text) {
    return text.find_first_not_of("0123456789.") == std::string_view::npos &&
           std::ranges::count(text, '.') <= 1 && !text.empty() && text.front() != '.' && text.back() != '.';
}

/// The names of columns hold no digit.
bool isHeading(const CsvRecord& record) {
    return std::ranges::none_of(record.values, [](const std::string& value) {
        return value.find_first_of("0123456789") != std::string::npos;
    });
}

std::optional<WrongRecipient> take(const CsvRecord& record, const script::AddressFormat& format,
                                   RecipientList& out) {
    const auto wrong = [&](RecipientFault fault, const std::string& text) {
        return WrongRecipient{record.line, fault, text.substr(0, kMaxShown)};
    };
    const auto& values = record.values;
    if (values.size() > 3) return wrong(RecipientFault::TooManyFields, values[3]);
    const auto script = script::scriptFromAddress(values[0], format);
    if (!script)
        return wrong(script.error() == script::AddressError::WrongNetwork ? RecipientFault::OtherNetwork
                                                                          : RecipientFault::NoAddress,
                     values[0]);
    const std::string written = values.size() > 1 ? values[1] : std::string();
    if (written.find(',') != std::string::npos) return wrong(RecipientFault::CommaInAmount, written);
    const auto amount = isPlainAmount(written) ? primitives::amountFromDecimal(written) : std::nullopt;
    if (!amount) return wrong(RecipientFault::NoAmount, written);
    if (*amount < std::max(script::dustLimit(*script), primitives::Amount(1)))
        return wrong(RecipientFault::AmountTooSmall, written);
    out.recipients.push_back({values[0], *amount, values.size() > 2 ? values[2] : std::string(), *script});
    return std::nullopt;
}

} // namespace

RecipientList parseRecipients(std::string_view text, const script::AddressFormat& format) {
    RecipientList out;
    const auto records = text.size() > kMaxListText ? std::nullopt : parseCsv(text);
    if (!records) {
        out.isReadable = false;
        return out;
    }
    for (const CsvRecord& record : *records) {
        if (&record == &records->front() && isHeading(record)) continue;
        if (auto wrong = take(record, format, out)) out.wrong.push_back(std::move(*wrong));
    }
    return out;
}

} // namespace wallet
