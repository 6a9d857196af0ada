#include "wallet/Accounts.h"

#include "script/descriptor/DescriptorChecksum.h"
#include "util/Hex.h"

#include <algorithm>
#include <array>

namespace wallet {

namespace {

struct Purpose {
    std::uint32_t number;
    AddressType type;
    std::string_view functions; ///< around the key
};
constexpr std::array<Purpose, kAddressTypes> kPurposes = {{
    {84, AddressType::Bech32, "wpkh"},
    {44, AddressType::Legacy, "pkh"},
    {49, AddressType::P2shSegwit, "sh(wpkh"},
    {86, AddressType::Bech32m, "tr"},
}};
constexpr std::string_view kNoFingerprint = "00000000";

std::vector<std::uint32_t> pathOf(std::uint32_t purpose) {
    return {purpose | crypto::kHardened, 1 | crypto::kHardened, 0 | crypto::kHardened};
}

std::string originText(std::string_view fingerprint, std::uint32_t purpose) {
    return '[' + std::string(fingerprint) + '/' + std::to_string(purpose) + "h/1h/0h]";
}

std::string checked(std::string text) {
    const auto checksum = script::descriptorChecksum(text);
    return std::move(text) + '#' + checksum.value_or(std::string());
}

std::string before(const Purpose& purpose, std::string_view fingerprint) {
    return std::string(purpose.functions) + '(' + originText(fingerprint, purpose.number);
}

std::string behind(const Purpose& purpose, KeyChain chain) {
    const auto inner = std::ranges::count(purpose.functions, '(');
    return '/' + std::to_string(static_cast<int>(chain)) + "/*" +
           std::string(static_cast<std::size_t>(inner) + 1, ')');
}

} // namespace

std::string fingerprintOf(const crypto::ExtendedPrivateKey& master) {
    const std::uint32_t number = master.publicKey().fingerprint();
    util::ByteArray<4> bytes{};
    for (std::size_t i = 0; i < bytes.size(); ++i)
        bytes[i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
    return util::toHex(bytes);
}

crypto::SecretString secretText(std::string_view text) {
    crypto::SecretString out;
    out.reserve(
        std::max<std::size_t>(text.size(), 64)); // a short one would lie in the object itself, unwiped
    out.append(text);
    return out;
}

const std::vector<std::uint32_t>& accountPath() {
    static const std::vector<std::uint32_t> path = pathOf(kPurposes.front().number);
    return path;
}

std::vector<AccountChain> accountChains(const crypto::ExtendedPrivateKey& master) {
    std::vector<AccountChain> out;
    const std::string fingerprint = fingerprintOf(master);
    for (const Purpose& purpose : kPurposes) {
        const auto account = master.derive(pathOf(purpose.number));
        if (!account) return {};
        const std::string start = before(purpose, fingerprint);
        std::string secret = account->toBase58();
        for (const KeyChain chain : {KeyChain::Receive, KeyChain::Change}) {
            AccountChain each{purpose.type, chain, {}, {}};
            const std::string end = behind(purpose, chain);
            each.text = checked(start + account->publicKey().toBase58() + end);
            each.secret.reserve(start.size() + secret.size() + end.size());
            each.secret.append(start).append(secret).append(end);
            out.push_back(std::move(each));
        }
        crypto::wipe(secret.data(), secret.size());
    }
    return out;
}

std::vector<StoredDescriptor> accountRows(std::string_view accountXpub) {
    std::vector<StoredDescriptor> out;
    const Purpose& purpose = kPurposes.front();
    for (const KeyChain chain : {KeyChain::Receive, KeyChain::Change}) {
        StoredDescriptor row;
        row.id = static_cast<std::uint32_t>(out.size());
        row.text =
            checked(before(purpose, kNoFingerprint) + std::string(accountXpub) + behind(purpose, chain));
        row.chain = chain;
        row.isActive = row.canSign = true;
        out.push_back(std::move(row));
    }
    return out;
}

std::optional<crypto::SecretString> sharedAccount(const crypto::ExtendedPrivateKey& master) {
    std::vector<std::uint32_t> path = pathOf(48);
    path.push_back(2 | crypto::kHardened);
    const auto account = master.derive(path);
    if (!account) return std::nullopt;
    std::string key = account->toBase58();
    crypto::SecretString out;
    out.reserve(64 + key.size());
    out.append("[").append(fingerprintOf(master)).append("/48h/1h/0h/2h]").append(key);
    crypto::wipe(key.data(), key.size());
    return out;
}

bool isSameAccount(std::string_view known, std::string_view text) {
    // Alike but for the fingerprint behind the first bracket, and the checksum.
    const std::size_t at = known.find('[');
    if (at == std::string_view::npos || known.substr(at + 1, kNoFingerprint.size()) != kNoFingerprint)
        return false;
    const std::size_t rest = at + 1 + kNoFingerprint.size();
    return text.substr(0, at + 1) == known.substr(0, at + 1) && text.size() > rest &&
           known.substr(rest, known.find('#') - rest) == text.substr(rest, text.find('#') - rest);
}

} // namespace wallet
