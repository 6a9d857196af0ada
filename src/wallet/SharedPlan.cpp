#include "wallet/SharedPlan.h"

#include "script/descriptor/Descriptor.h"
#include "script/descriptor/DescriptorChecksum.h"
#include "util/Hex.h"
#include "util/Require.h"
#include "wallet/Accounts.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace wallet {

namespace {

constexpr std::string_view kPlanStart = "wsh(sortedmulti(";
constexpr std::string_view kPlanEnd = "))";
constexpr std::string_view kChains = "/<0;1>/*";
constexpr std::string_view kFirstChain = "/0/*"; ///< as a key is written that stands for the first of them

std::string_view bareText(std::string_view text) {
    constexpr std::string_view kAround = " \t\r\n";
    const auto first = text.find_first_not_of(kAround);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kAround) - first + 1);
}

std::string_view withoutSteps(std::string_view key) {
    for (const std::string_view end :
         {kChains, std::string_view("/**"), kFirstChain, std::string_view("/1/*"), std::string_view("/*")})
        if (key.ends_with(end)) return key.substr(0, key.size() - end.size());
    return key;
}

/// The extended key behind its origin.
std::string_view keyPart(std::string_view key) {
    const auto bracket = key.find(']');
    return bracket == std::string_view::npos ? key : key.substr(bracket + 1);
}

std::optional<script::DescriptorKey> parsedKey(std::string_view account,
                                               const script::AddressFormat& format) {
    crypto::SecretString text = secretText(account);
    text.reserve(account.size() + kChains.size());
    text.append(kChains);
    auto key = script::DescriptorKey::parse(text, 0, script::KeyKind::Compressed, {format, {}}, 0);
    return key ? std::optional(std::move(*key)) : std::nullopt;
}

std::optional<std::string> normalisedKey(const script::DescriptorKey& key) {
    auto text = key.normalised();
    if (!text || !text->ends_with(kFirstChain)) return std::nullopt;
    text->resize(text->size() - kFirstChain.size());
    return text;
}

} // namespace

bool SharedPlan::isWhole() const {
    std::set<std::string_view> seen;
    for (const std::string& key : keys)
        seen.insert(keyPart(key));
    return keys.size() >= 2 && keys.size() <= kMostKeys && seen.size() == keys.size() && threshold >= 1 &&
           threshold <= keys.size();
}

Result<std::string, SharedKeyError> readSharedKey(std::string_view given,
                                                  const script::AddressFormat& format) {
    const std::string_view account = withoutSteps(bareText(given));
    if (account.empty() || account.size() > SharedPlan::kMaxText) return fail(SharedKeyError::NotAKey);
    const auto key = parsedKey(account, format);
    if (crypto::ExtendedPrivateKey::fromBase58(withoutSteps(keyPart(account))) ||
        (key && key->hasPrivateKey()))
        return fail(SharedKeyError::PrivateKey);
    if (!key)
        return fail(crypto::ExtendedPublicKey::fromBase58(keyPart(account)) ? SharedKeyError::CannotDerive
                                                                            : SharedKeyError::NotAKey);
    auto text = normalisedKey(*key);
    if (!text || !crypto::ExtendedPublicKey::fromBase58(keyPart(*text)))
        return fail(SharedKeyError::CannotDerive);
    return std::move(*text);
}

std::optional<std::string> publicSharedKey(std::string_view secret, const script::AddressFormat& format) {
    const auto key = parsedKey(secret, format);
    return key ? normalisedKey(*key) : std::nullopt;
}

std::string fingerprintOf(std::string_view sharedKey, const script::AddressFormat& format) {
    const auto key = parsedKey(sharedKey, format);
    return key ? util::toHex(key->originAt(0).fingerprint) : std::string();
}

bool isPlanText(std::string_view text) {
    return text.starts_with(kPlanStart);
}

std::string planText(const SharedPlan& plan) {
    require(plan.isWhole());
    std::string text = std::string(kPlanStart) + std::to_string(plan.threshold);
    for (const std::string& key : plan.keys)
        text.append(",").append(key).append(kChains);
    text.append(kPlanEnd);
    return text + '#' + script::descriptorChecksum(text).value_or(std::string());
}

std::optional<SharedPlan> readPlan(std::string_view given, const script::AddressFormat& format) {
    const std::string_view text = bareText(given);
    if (text.size() > SharedPlan::kMaxText || !script::Descriptor::parse(text, {format, {}}))
        return std::nullopt;
    std::string_view rest = text.substr(0, text.find('#'));
    if (!rest.starts_with(kPlanStart) || !rest.ends_with(kPlanEnd)) return std::nullopt;
    rest = rest.substr(kPlanStart.size(), rest.size() - kPlanStart.size() - kPlanEnd.size());
    SharedPlan plan;
    const std::string_view number = rest.substr(0, rest.find(','));
    if (std::from_chars(number.data(), number.data() + number.size(), plan.threshold).ec != std::errc())
        return std::nullopt;
    while (const auto comma = rest.find(',') + 1) {
        rest = rest.substr(comma);
        auto key = readSharedKey(rest.substr(0, rest.find(',')), format);
        if (!key) return std::nullopt;
        plan.keys.push_back(std::move(*key));
    }
    return plan.isWhole() ? std::optional(std::move(plan)) : std::nullopt;
}

std::string firstAddressOf(const SharedPlan& plan, const script::AddressFormat& format) {
    const auto parsed = script::Descriptor::parse(planText(plan), {format, {}});
    require(parsed && !parsed->empty());
    const auto scripts = parsed->front().scriptsAt(0);
    require(scripts && !scripts->empty());
    return script::toAddress(scripts->front(), format).value_or(std::string());
}

std::optional<crypto::SecretString> signingText(const SharedPlan& plan, std::string_view secret,
                                                const script::AddressFormat& format) {
    const auto own = publicSharedKey(secret, format);
    if (!own) return std::nullopt;
    const auto isOwn = [&](const std::string& key) { return keyPart(key) == keyPart(*own); };
    if (!plan.isWhole() || std::ranges::none_of(plan.keys, isOwn)) return std::nullopt;
    crypto::SecretString text = secretText(kPlanStart);
    text.reserve(planText(plan).size() + secret.size());
    text.append(std::to_string(plan.threshold));
    for (const std::string& key : plan.keys)
        text.append(",").append(isOwn(key) ? secret : std::string_view(key)).append(kChains);
    text.append(kPlanEnd);
    return text;
}

} // namespace wallet
