#include "gui/wallet/ImportText.h"

#include "crypto/ExtendedKey.h"
#include "script/descriptor/Descriptor.h"

#include <algorithm>
#include <cctype>

namespace gui {

namespace {

using wallet::AddressType;

constexpr std::size_t kMostImport = 100'000; ///< bytes
constexpr std::string_view kBothChains = "/<0;1>/*";

crypto::SecretString wrapped(std::string_view inner, AddressType type) {
    const bool isNested = type == AddressType::P2shSegwit;
    const std::string_view before = type == AddressType::Legacy   ? "pkh("
                                    : isNested                    ? "sh(wpkh("
                                    : type == AddressType::Bech32 ? "wpkh("
                                                                  : "tr(";
    crypto::SecretString out;
    out.reserve(before.size() + inner.size() + 2);
    out.append(before).append(inner).append(isNested ? "))" : ")");
    return out;
}

crypto::SecretString trimmed(const crypto::SecretString& text) {
    const auto isSpace = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
    const auto first = std::ranges::find_if_not(text, isSpace);
    auto last = text.end();
    while (last != first && isSpace(*(last - 1)))
        --last;
    return {first, last};
}

Result<ReadImport, ImportTextError> asDescriptor(ReadImport made, const script::AddressFormat& addresses) {
    const auto parsed = script::Descriptor::parse(made.text, {addresses, {}});
    if (!parsed || parsed->empty()) return fail(ImportTextError::Descriptor);
    made.hasKeys = parsed->front().hasPrivateKeys();
    made.isRanged = parsed->front().isRanged();
    return made;
}

} // namespace

Result<ReadImport, ImportTextError> readImport(const crypto::SecretString& given,
                                               std::optional<AddressType> type,
                                               const script::AddressFormat& addresses) {
    using Kind = ReadImport::Kind;
    const crypto::SecretString text = trimmed(given);
    if (text.empty()) return fail(ImportTextError::Empty);
    if (text.size() > kMostImport) return fail(ImportTextError::Unknown);
    ReadImport out;
    if (text.find('(') != crypto::SecretString::npos) {
        out.text = text;
        return asDescriptor(std::move(out), addresses);
    }
    const bool isXpub = crypto::ExtendedPublicKey::fromBase58(std::string_view(text)).has_value();
    if (isXpub || crypto::ExtendedPrivateKey::fromBase58(std::string_view(text)).has_value()) {
        crypto::SecretString inner;
        inner.reserve(text.size() + kBothChains.size());
        inner.append(text).append(kBothChains);
        out.kind = Kind::Account;
        out.text = wrapped(inner, type.value_or(wallet::kUsualType));
        return asDescriptor(std::move(out), addresses);
    }
    const auto key = script::keyFromWif(text, addresses);
    if (key) {
        out.kind = Kind::Key;
        if (type) {
            out.text = wrapped(text, *type);
        } else {
            out.text.reserve(text.size() + 7);
            out.text.append("combo(").append(text).append(")");
        }
        return asDescriptor(std::move(out), addresses);
    }
    if (script::scriptFromAddress(std::string(text.begin(), text.end()), addresses)) {
        out.kind = Kind::Address;
        out.text.append("addr(").append(text).append(")");
        return asDescriptor(std::move(out), addresses);
    }
    if (key.error() == script::WifError::WrongNetwork) return fail(ImportTextError::OtherNetwork);
    if (key.error() == script::WifError::OutOfRange) return fail(ImportTextError::BadKey);
    return fail(ImportTextError::Unknown);
}

} // namespace gui
