// Wallet: descriptors that come from outside.
#include "wallet/SharedPlan.h"
#include "wallet/WalletImpl.h"

#include <algorithm>

namespace wallet {

namespace {

constexpr std::string_view kComboStart = "combo(";

/// combo() is four descriptors, two where its key is uncompressed.
std::vector<crypto::SecretString> simpleForms(std::string_view text) {
    text = text.substr(0, text.find('#'));
    std::vector<crypto::SecretString> out;
    if (!text.starts_with(kComboStart)) {
        out.push_back(secretText(text));
        return out;
    }
    const std::string_view rest = text.substr(kComboStart.size());
    for (const std::string_view before : {"pk(", "pkh(", "wpkh(", "sh(wpkh("}) {
        crypto::SecretString form = secretText(before);
        form.reserve(before.size() + rest.size() + 2);
        form.append(rest).append(static_cast<std::size_t>(std::ranges::count(before, '(')) - 1, ')');
        out.push_back(std::move(form));
    }
    return out;
}

/// As many private keys as a spending wants: of a multisig its threshold, else one.
bool hasKeysToSpend(const script::Descriptor& descriptor) {
    const script::DescriptorNode* node = &descriptor.root();
    while (node->keys.empty() && node->children.size() == 1)
        node = &node->children.front();
    if (node->keys.empty()) return false;
    const bool isMulti = node->threshold > 0;
    const auto wanted = isMulti ? static_cast<std::ptrdiff_t>(node->threshold) : std::ptrdiff_t(1);
    const std::size_t looked = isMulti ? node->keys.size() : std::size_t(1);
    return std::count_if(node->keys.begin(), node->keys.begin() + static_cast<std::ptrdiff_t>(looked),
                         [](const script::DescriptorKey& key) { return key.hasPrivateKey(); }) >= wanted;
}

/// What an import adds.
struct Addition {
    std::vector<StoredDescriptor> rows;
    std::vector<std::string> texts; ///< of the rows
    crypto::SecretString secret;    ///< empty: public
    bool lacksKeys = false;
};

std::optional<ImportError> appendRow(Addition& addition, const DescriptorImport& wanted,
                                     const script::Descriptor& descriptor, std::size_t alternative) {
    const auto text = descriptor.normalised();
    if (!text) return ImportError::Hardened;
    const bool isActive = wanted.isActive && alternative < 2;
    if (isActive && (!descriptor.isRanged() || !addressTypeOf(descriptor)))
        return ImportError::CannotBeActive;
    StoredDescriptor row;
    row.text = *text;
    row.chain = alternative == 1 ? KeyChain::Change : wanted.chain;
    row.isActive = isActive;
    row.next = descriptor.isRanged() ? wanted.next : 0;
    row.rangeEnd = descriptor.isRanged() ? wanted.rangeEnd : 0;
    row.birth = wanted.birth;
    row.canSign = hasKeysToSpend(descriptor);
    addition.lacksKeys = addition.lacksKeys || !row.canSign;
    addition.rows.push_back(std::move(row));
    return std::nullopt;
}

Result<std::vector<Addition>, ImportError>
additionsOf(const DescriptorImport& wanted, const script::DescriptorFormat& format, bool isWatchOnly) {
    std::vector<Addition> out;
    const std::vector<crypto::SecretString> forms = simpleForms(wanted.text);
    for (const crypto::SecretString& form : forms) {
        const auto parsed = script::Descriptor::parse(form, format);
        if (!parsed && !out.empty()) continue; // of combo(): forms that an uncompressed key does not have
        if (!parsed) return fail(ImportError::Malformed);
        if (wanted.isActive && forms.size() > 1) return fail(ImportError::CannotBeActive);
        Addition addition;
        const bool hasKeys = parsed->front().hasPrivateKeys();
        if (hasKeys && isWatchOnly) return fail(ImportError::PrivateKeys);
        if (!hasKeys && !isWatchOnly) return fail(ImportError::NoPrivateKeys);
        for (std::size_t i = 0; i < parsed->size(); ++i) {
            if (const auto error = appendRow(addition, wanted, (*parsed)[i], i)) return fail(*error);
        }
        if (hasKeys) addition.secret = secretText(form);
        out.push_back(std::move(addition));
    }
    return out;
}

} // namespace

Result<std::vector<ImportOutcome>, WalletFailure>
Wallet::importDescriptors(std::span<const DescriptorImport> imports) {
    if (isLocked()) return failure(WalletError::Locked);
    Keychain& keychain = m_impl->keychain;
    std::vector<ImportOutcome> out;
    std::vector<crypto::SecretString> secrets;
    for (const DescriptorImport& each : imports) {
        const auto additions = additionsOf(each, {m_impl->options.addresses, {}}, m_impl->isWatchOnly);
        out.push_back({additions ? std::nullopt : std::optional(additions.error()), false});
        if (!additions) continue;
        for (const Addition& addition : *additions) {
            out.back().lacksKeys = out.back().lacksKeys || (addition.lacksKeys && !m_impl->isWatchOnly);
            bool isKnown = true;
            for (const StoredDescriptor& row : addition.rows) {
                isKnown = isKnown && m_impl->secrets.contains(row.text);
                const auto id = keychain.add(row);
                if (id && !keychain.descriptor(*id).isRanged()) {
                    keychain.handOut(KeyPath{*id, 0}, m_impl->clock.now());
                    if (!each.label.empty())
                        keychain.setLabel({*id, 0}, boundedText(each.label, kMaxLabelBytes));
                }
            }
            if (!addition.secret.empty() && !isKnown) secrets.push_back(secretText(addition.secret));
        }
    }
    if (const auto done = m_impl->commitWith(secrets); !done) return fail(done.error());
    return out;
}

Result<crypto::ExtendedPrivateKey, WalletFailure> Wallet::masterKey() const {
    const WalletSecret* const secret = m_impl->vault.secret();
    if (secret == nullptr) return failure(WalletError::Locked);
    auto master = secret->words.empty() ? std::nullopt : masterKeyOf(*secret);
    if (!master) return failure(WalletError::NotFound, "this wallet was not made from words");
    return std::move(*master);
}

Result<crypto::SecretString, WalletFailure> Wallet::sharedKey() const {
    const auto master = masterKey();
    if (!master) return fail(master.error());
    auto key = sharedAccount(*master);
    if (!key) return failure(WalletError::NotFound, "this wallet was not made from words");
    return std::move(*key);
}

bool Wallet::isShared() const {
    return std::ranges::any_of(m_impl->keychain.descriptors(), [](const StoredDescriptor& row) {
        return row.isActive && isPlanText(row.text);
    });
}

bool Wallet::needsOthers() const {
    const auto rows = m_impl->keychain.descriptors();
    return !m_impl->isWatchOnly && !rows.empty() && std::ranges::none_of(rows, &StoredDescriptor::canSign);
}

std::set<util::ByteArray<4>> Wallet::ownRoots() const {
    std::set<util::ByteArray<4>> out;
    if (!m_impl->isWatchOnly)
        for (const StoredDescriptor& row : m_impl->keychain.descriptors())
            if (const auto* key = m_impl->keychain.onlyKey(row.id)) out.insert(key->originAt(0).fingerprint);
    const auto visit = [&out](const script::DescriptorNode& node, const auto& again) -> void {
        for (const script::DescriptorKey& key : node.keys)
            if (key.hasPrivateKey()) out.insert(key.originAt(0).fingerprint);
        for (const script::DescriptorNode& child : node.children)
            again(child, again);
    };
    for (const auto& [text, descriptor] : m_impl->secrets)
        visit(descriptor.root(), visit);
    return out;
}

/// Rows and private keys in one write.
Result<void, WalletFailure> Wallet::Impl::commitWith(std::span<const crypto::SecretString> descriptors) {
    if (descriptors.empty()) return commit();
    auto stored = vault.extended(descriptors);
    if (!stored) {
        keychain.rollback();
        return failure(stored.error());
    }
    if (const auto done = commit(propertiesOf(*stored)); !done) return done;
    vault.replace(std::move(*stored));
    readSecrets();
    return {};
}

Result<std::vector<crypto::SecretString>, WalletFailure> Wallet::privateDescriptors() const {
    const WalletSecret* const secret = m_impl->vault.secret();
    if (secret == nullptr) return failure(WalletError::Locked);
    std::vector<crypto::SecretString> out;
    for (const StoredDescriptor& row : m_impl->keychain.descriptors()) {
        const script::Descriptor* const own = m_impl->secretOf(row.id);
        out.push_back(own ? own->privateText() : crypto::SecretString());
    }
    return out;
}

} // namespace wallet
