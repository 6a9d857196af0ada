#include "wallet/Drill.h"

#include "wallet/Accounts.h"
#include "wallet/Vault.h"
#include "wallet/Wallet.h"

#include <algorithm>
#include <set>

namespace wallet {

namespace {

constexpr std::size_t kDrillStep = 500;

/// Notes, labels and names of this wallet.
void countTexts(const Wallet& wallet, DrillReport& report) {
    for (std::size_t at = 0; at < wallet.historySize(); at += kDrillStep)
        for (const WalletTransaction& entry : wallet.history(at, kDrillStep))
            if (!entry.note.empty()) ++report.texts;
    wallet.visitAddresses([&](const WalletAddress& address, AddressUse, std::optional<AddressType>) {
        if (!address.label.empty() && address.label != kRewardLabel) ++report.texts;
    });
    report.people = wallet.people()->all().size();
    report.requests = wallet.invoices().all().size();
}

void countKeys(const Wallet& wallet, const std::set<std::uint32_t>& back, DrillReport& report) {
    for (const WalletCoin& coin : wallet.coins()) {
        (back.contains(coin.path.descriptor) ? report.coins : report.otherCoins) += coin.output.value;
        if (wallet.isFrozen(coin.outpoint)) ++report.frozen;
    }
    wallet.visitAddresses([&](const WalletAddress& address, AddressUse, std::optional<AddressType>) {
        if (back.contains(address.path.descriptor)) ++report.addresses;
    });
    report.blocksMined = wallet.historySize(HistoryKind::Mined);
    report.otherSources = wallet.keychain().descriptors().size() - back.size();
    report.isThisWallet = !back.empty();
}

} // namespace

std::optional<DrillReport> drillWords(const Wallet& wallet, const crypto::SecretString& words,
                                      const crypto::SecretString& wordPassphrase) {
    auto checked = checkMnemonic(words);
    if (!checked) return std::nullopt;
    const auto master = masterKeyOf({std::move(*checked), secretText(wordPassphrase), {}});
    if (!master) return std::nullopt;
    const auto chains = accountChains(*master);
    std::set<std::uint32_t> back;
    for (const StoredDescriptor& row : wallet.keychain().descriptors()) {
        const bool comes = std::ranges::any_of(chains, [&row](const AccountChain& chain) {
            return row.text == chain.text || isSameAccount(row.text, chain.text);
        });
        if (comes) back.insert(row.id);
    }
    DrillReport report;
    if (back.empty()) return report;
    countKeys(wallet, back, report);
    countTexts(wallet, report);
    return report;
}

DrillReport drillCopy(const Wallet& wallet, const Wallet& copy) {
    std::set<std::string> copied;
    for (const StoredDescriptor& row : copy.keychain().descriptors())
        copied.insert(row.text);
    std::set<std::uint32_t> back;
    for (const StoredDescriptor& row : wallet.keychain().descriptors())
        if (copied.contains(row.text)) back.insert(row.id);
    DrillReport report, inCopy;
    if (back.empty()) return report;
    countKeys(wallet, back, report);
    countTexts(wallet, report);
    countTexts(copy, inCopy);
    // What was written down since the copy was made.
    report.texts -= std::min(report.texts, inCopy.texts);
    report.people -= std::min(report.people, inCopy.people);
    report.requests -= std::min(report.requests, inCopy.requests);
    report.frozen = 0;
    return report;
}

} // namespace wallet
