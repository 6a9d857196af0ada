#pragma once

#include "primitives/Amount.h"
#include "script/Address.h"
#include "util/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallet {

/// Longer texts are no payment links, and are not looked at.
constexpr std::size_t kMaxPaymentLinkBytes = 2'048;

/// How a network writes payment links.
struct PaymentLinkFormat {
    std::vector<std::string> schemes; ///< in lower case, the network's own first
    std::string prefix; ///< of its Bech32 addresses; BIP 321's name for a parameter with an address
};
/// The scheme is the prefix of the network's addresses; on regtest, whose addresses other programs know,
/// "bitcoin" too.
PaymentLinkFormat paymentLinkFormat(const script::AddressFormat& addresses);

/// A request to pay, as a link says it. Nothing in it is checked beyond its form: the address may be wrong,
/// label and message hold any characters (UTF-8, not checked).
struct PaymentLink {
    std::string address; ///< ASCII letters and digits
    std::optional<primitives::Amount> amount;
    std::string label;
    std::string message;
};

enum class PaymentLinkError {
    NotALink, ///< no colon: perhaps an address
    TooLong,
    OtherScheme,     ///< of another network, or no payment link at all
    NoAddress,       ///< none that could be one of this network
    BadAmount,       ///< not digits with a point and at most eight decimals
    Repeated,        ///< a parameter that may stand once comes twice
    UnknownRequired, ///< a parameter that must be understood and is not
    BadEscape,       ///< a percent sign without two hex digits
};

/// Reads "scheme:address?amount=2.5&label=Bo", in capitals too. Cost: linear, bounded.
/// Source: BIP 21; of BIP 321 the rules on repeated parameters and on addresses in the query.
Result<PaymentLink, PaymentLinkError> parsePaymentLink(std::string_view text,
                                                       const PaymentLinkFormat& format);

/// The link that is read so, with the network's own scheme. In capitals where there is nothing that they
/// would change, for smaller QR codes.   Needs: an address.
std::string paymentLinkText(const PaymentLink& link, const PaymentLinkFormat& format,
                            bool inCapitals = false);

} // namespace wallet
