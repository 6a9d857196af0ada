#pragma once

#include "script/Address.h"
#include "wallet/WalletTypes.h"

namespace wallet {

/// What is wrong with a line of a list of recipients.
enum class RecipientFault {
    NoAddress,      ///< none that could be one
    OtherNetwork,   ///< an address, but not of this network
    NoAmount,       ///< digits with a point are wanted, at most eight behind it
    CommaInAmount,  ///< it may stand for a point or part thousands: not guessed
    AmountTooSmall, ///< nodes would not pass it on (dust)
    TooManyFields,
};
struct WrongRecipient {
    std::size_t line = 0; ///< from 1
    RecipientFault fault = RecipientFault::NoAddress;
    std::string text; ///< that is wrong
};

struct ListedRecipient {
    std::string address;
    primitives::Amount amount;
    std::string label;
    util::Bytes scriptPubKey;
};
struct RecipientList {
    std::vector<ListedRecipient> recipients; ///< in their order, the same address as often as it comes
    std::vector<WrongRecipient> wrong;
    bool isReadable = true; ///< false: a quote without end, or longer than 4 MiB
};

/// Reads `address,amount,label` a line, the label may be missing; with commas, semicolons or tabs; a first
/// line that names the columns is passed over. Amounts are coins with a point, never read by locale.
RecipientList parseRecipients(std::string_view text, const script::AddressFormat& format);

} // namespace wallet
