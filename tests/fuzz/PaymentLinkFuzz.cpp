#include "util/Require.h"
#include "wallet/PaymentLink.h"

/// Whatever is read can be written as a plain link and read again, the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const wallet::PaymentLinkFormat format{{"cairn", "bitcoin"}, "cairn"};
    const std::string_view text = util::asText({data, size});
    const auto link = wallet::parsePaymentLink(text, format);
    if (!link) return 0;
    require(!link->address.empty());
    require(!link->amount || link->amount->inRange());
    std::string again = "cairn:" + link->address;
    if (link->amount) again += "?amount=" + primitives::toDecimal(*link->amount);
    const auto second = wallet::parsePaymentLink(again, format);
    require(second && second->address == link->address && second->amount == link->amount);
    return 0;
}
