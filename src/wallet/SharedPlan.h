#pragma once

#include "crypto/SecretBytes.h"
#include "script/Address.h"
#include "util/Result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallet {

/// Why a text is no key for a shared wallet.
enum class SharedKeyError {
    NotAKey,
    PrivateKey,   ///< whoever sends that gives their money away
    CannotDerive, ///< it wants hardened steps behind it, or is a key without children
};

/// A wallet that several share: coins move when so many of its keys have signed, in whatever order. The plan
/// names the keys; with it and as many of the keys' words the wallet comes back, without it it does not.
/// Written as the descriptor `wsh(sortedmulti(…))` (BIP 383, 389).
struct SharedPlan {
    static constexpr std::size_t kMostKeys = 15;
    static constexpr std::size_t kMaxText = 8'000; ///< bytes; longer ones are none

    std::size_t threshold = 0;
    std::vector<std::string> keys; ///< as `readSharedKey` gives them
    /// At least two keys, each once, and a threshold that they can reach.
    [[nodiscard]] bool isWhole() const;
};

/// The key of an account, `[d34db33f/48h/1h/0h/2h]tpub…`, out of what people hand on: with blanks around it,
/// without an origin, or with the steps behind it.
Result<std::string, SharedKeyError> readSharedKey(std::string_view text, const script::AddressFormat& format);
/// The same of a private one, which `Wallet::sharedKey` gives: what may be handed on of it.
std::optional<std::string> publicSharedKey(std::string_view secret, const script::AddressFormat& format);
/// The four bytes in hexadecimal digits that stand for a key's owner.
std::string fingerprintOf(std::string_view sharedKey, const script::AddressFormat& format);

/// With its checksum.   Needs: `isWhole`.
std::string planText(const SharedPlan& plan);
/// Reads such a text; nothing where it is another descriptor, or none.
std::optional<SharedPlan> readPlan(std::string_view text, const script::AddressFormat& format);
/// May be such a text, as far as its beginning says; quick.
bool isPlanText(std::string_view text);
/// The address that all must see before they trust the plan.   Needs: `isWhole`.
std::string firstAddressOf(const SharedPlan& plan, const script::AddressFormat& format);
/// The plan as a descriptor that signs with this key; nothing where the key is not among them.
std::optional<crypto::SecretString> signingText(const SharedPlan& plan, std::string_view secret,
                                                const script::AddressFormat& format);

} // namespace wallet
