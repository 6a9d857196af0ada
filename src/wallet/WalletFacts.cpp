// Wallet: questions about single addresses and coins, freezing, messages.
#include "script/OutputType.h"
#include "script/SignedMessage.h"
#include "util/Base64.h"
#include "wallet/Properties.h"
#include "wallet/WalletImpl.h"

namespace wallet {

namespace {

/// As `signmessage` and Electrum sign; nothing where the address is not one of a single key that is here.
std::optional<std::string> compactSignature(util::ByteView scriptPubKey, std::string_view message,
                                            const script::SpendingData& data) {
    using script::MessageForm;
    using script::OutputType;
    if (data.keys.size() != 1 || !data.witnessScripts.empty()) return std::nullopt;
    const auto& [publicKey, key] = *data.keys.begin();
    const bool isCompressed = publicKey.size() == 33;
    util::ByteArray<65> out{};
    switch (script::outputTypeOf(scriptPubKey)) {
    case OutputType::PubKeyHash:
        out = script::signMessage(key, isCompressed, message);
        break;
    case OutputType::WitnessPubKeyHash:
        out = script::signMessage(key, MessageForm::Witness, message);
        break;
    case OutputType::ScriptHash:
        out = script::signMessage(key, MessageForm::NestedWitness, message);
        break;
    default:
        return std::nullopt;
    }
    if (!script::isSignedFor(scriptPubKey, message, out)) return std::nullopt; // a script of another form
    return util::toBase64(out);
}

} // namespace

// --- addresses

void Wallet::visitAddresses(
    const std::function<void(const WalletAddress&, AddressUse, std::optional<AddressType>)>& visit) const {
    m_impl->keychain.visitOwn(visit);
}

std::optional<AddressFacts> Wallet::factsAt(const KeyPath& path) const {
    auto out = m_impl->keychain.factsAt(path);
    if (out) out->money = moneyAt(path);
    return out;
}

AddressMoney Wallet::moneyAt(const KeyPath& path) const {
    return m_impl->ledger.byAddress().moneyAt(path);
}

std::vector<StoredCoin> Wallet::coinsAt(const KeyPath& path, std::size_t most) const {
    std::vector<StoredCoin> out;
    for (const primitives::OutPoint& outpoint : m_impl->ledger.byAddress().newestAt(path, most))
        out.push_back(*m_impl->ledger.coin(outpoint));
    return out;
}

std::optional<WalletCoin> Wallet::coinAt(const primitives::OutPoint& outpoint) const {
    const StoredCoin* const coin = m_impl->ledger.coin(outpoint);
    return coin != nullptr && !coin->spentBy ? std::optional(coin->coin) : std::nullopt;
}

// --- freezing

bool Wallet::isFrozen(const primitives::OutPoint& outpoint) const {
    return m_impl->frozen.contains(outpoint);
}

Result<void, WalletFailure> Wallet::setFrozen(std::span<const primitives::OutPoint> coins, bool isFrozen,
                                              Freeze how) {
    using Coins = std::set<primitives::OutPoint>;
    const auto stored = [](const Coins& all, const Coins& forNow) {
        Coins out;
        std::ranges::set_difference(all, forNow, std::inserter(out, out.end()));
        return out;
    };
    Coins next, forNow;
    for (const primitives::OutPoint& each : m_impl->frozen) {
        if (m_impl->ledger.coin(each) == nullptr) continue; // those that nobody knows are forgotten
        next.insert(each);
        if (m_impl->frozenForNow.contains(each)) forNow.insert(each);
    }
    for (const primitives::OutPoint& each : coins) {
        if (m_impl->ledger.coin(each) == nullptr) return failure(WalletError::NotFound, each.txid.toHex());
        const bool isNew = isFrozen ? next.insert(each).second : next.erase(each) > 0;
        if (!isFrozen || how == Freeze::Stored)
            forNow.erase(each);
        else if (isNew)
            forNow.insert(each);
    }
    Coins kept = stored(next, forNow);
    if (kept != stored(m_impl->frozen, m_impl->frozenForNow)) {
        if (const auto done = m_impl->commit({frozenProperty(kept)}); !done) return done;
    }
    if (next != m_impl->frozen) ++m_impl->frozenRevision;
    m_impl->frozen = std::move(next);
    m_impl->frozenForNow = std::move(forNow);
    return {};
}

std::uint64_t Wallet::frozenRevision() const {
    return m_impl->frozenRevision;
}

// --- people

std::optional<std::string> Wallet::Impl::foreignAddress(const std::string& address) const {
    const auto script = script::scriptFromAddress(address, options.addresses);
    if (!script || keychain.find(*script) != nullptr) return std::nullopt;
    return script::toAddress(*script, options.addresses); // not in capitals
}

Result<void, WalletFailure> Wallet::Impl::commitPeople(std::shared_ptr<const People> next) {
    if (next->all() == people->all()) return commit();
    if (const auto done = commit({textProperty(kPeople, next->lines())}); !done) return done;
    people = std::move(next);
    ++peopleRevision;
    return {};
}

Result<void, WalletFailure> Wallet::setPeople(std::span<const KnownAddress> entries) {
    const auto next = std::make_shared<People>(*m_impl->people);
    for (const KnownAddress& each : entries) {
        const auto address = m_impl->foreignAddress(each.address);
        // One that has come to be the wallet's own can be forgotten all the same.
        if (!address && !each.name.empty()) return failure(WalletError::NotFound, each.address);
        if (!next->set({address.value_or(each.address), each.name}))
            return failure(WalletError::Full, each.address);
    }
    return m_impl->commitPeople(next);
}

const std::shared_ptr<const People>& Wallet::people() const {
    return m_impl->people;
}

// --- requests

Result<Invoice, WalletFailure> Wallet::addInvoice(const Invoice& wanted, const std::string& label) {
    Keychain& keychain = m_impl->keychain;
    const auto descriptor = keychain.usual();
    if (!descriptor) return failure(WalletError::NoAddress);
    static_assert(kMaxMessageBytes == kMaxLabelBytes); // as names are cut
    Invoice made = wanted;
    made.message = cleanName(wanted.message);
    made.created = m_impl->clock.now();
    made.address = keychain.handOut(*descriptor, made.created, boundedText(label, kMaxLabelBytes)).address;
    if (const auto done = m_impl->commit({Invoices::rowOf(made)}); !done) return fail(done.error());
    m_impl->invoices.add(made);
    ++m_impl->invoiceRevision;
    return made;
}

Result<void, WalletFailure> Wallet::removeInvoice(const std::string& address) {
    if (m_impl->invoices.find(address) == nullptr) return failure(WalletError::NotFound, address);
    if (const auto done = m_impl->commit({Invoices::removedRowOf(address)}); !done) return done;
    m_impl->invoices.remove(address);
    ++m_impl->invoiceRevision;
    return {};
}

const Invoices& Wallet::invoices() const {
    return m_impl->invoices;
}

InvoiceFacts Wallet::factsOf(const Invoice& invoice) const {
    InvoiceFacts out{invoice, {}, {}, {}};
    const WalletAddress* const address = m_impl->keychain.findByText(invoice.address);
    if (address == nullptr) return out;
    out.label = address->label;
    const AddressMoney money = moneyAt(address->path);
    for (const StoredCoin& each : coinsAt(address->path, money.times)) {
        const primitives::Amount value = each.coin.output.value;
        if (each.coin.height >= 0)
            out.confirmed += value;
        else if (!m_impl->ledger.isMissing(each.coin.outpoint.txid))
            out.waiting += value;
    }
    return out;
}

// --- messages

Result<std::optional<std::string>, WalletFailure>
Wallet::signMessage(util::ByteView scriptPubKey, std::string_view message, MessageStyle style) const {
    if (!isMine(scriptPubKey)) return failure(WalletError::NotFound);
    const util::Bytes script(scriptPubKey.begin(), scriptPubKey.end());
    const auto data = spendingDataOf(std::span(&script, 1), true);
    if (!data) return fail(data.error());
    return style == MessageStyle::Compact ? compactSignature(script, message, *data)
                                          : proveMessage(script, message, *data);
}

} // namespace wallet
