#include "wallet/Wallet.h"

#include "crypto/Random.h"
#include "script/OutputType.h"
#include "util/Require.h"
#include "wallet/Balance.h"
#include "wallet/TxBuilder.h"
#include "wallet/WalletImpl.h"
#include "wallet/text/Labels.h"

#include <algorithm>

namespace wallet {

using primitives::TxId;

std::string boundedText(const std::string& text, std::size_t limit) {
    if (text.size() <= limit) return text;
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80)
        --end;
    return text.substr(0, end);
}

namespace {

std::set<primitives::OutPoint> namedCoins(const PaymentRequest& request) {
    std::set<primitives::OutPoint> out(request.onlyFrom.begin(), request.onlyFrom.end());
    out.insert(request.always.begin(), request.always.end());
    return out;
}

bool isEmpty(const WalletBatch& batch) {
    return batch.properties.empty() && batch.descriptors.empty() && batch.addresses.empty() &&
           batch.transactions.empty() && batch.removedTransactions.empty() && batch.coins.empty() &&
           batch.removedCoins.empty() && batch.appliedBlocks.empty() && !batch.revertedTo;
}

} // namespace

Result<void, WalletFailure> Wallet::Impl::commit(std::vector<WalletProperty> properties) {
    WalletBatch batch;
    batch.properties = std::move(properties);
    keychain.collect(batch);
    ledger.collect(batch);
    if (isEmpty(batch)) return {};
    if (const auto done = store.commit(batch); !done) {
        keychain.rollback();
        ledger.rollback();
        isUncertain = done.error().kind == WalletStoreError::Kind::Uncertain;
        return failure(done.error());
    }
    keychain.accept();
    ledger.accept();
    return {};
}

Result<WalletAddress, WalletFailure> Wallet::Impl::handOut(std::optional<std::uint32_t> descriptor,
                                                           const std::string& label) {
    if (!descriptor) return failure(WalletError::NoAddress);
    WalletAddress address = keychain.handOut(*descriptor, clock.now(), boundedText(label, kMaxLabelBytes));
    if (const auto done = commit(); !done) return fail(done.error());
    return address;
}

void Wallet::Impl::putNote(const TxId& txid, const std::string& note) {
    WalletTransaction changed = *ledger.find(txid);
    changed.note = boundedText(note, kMaxNoteBytes);
    ledger.put(std::move(changed));
}

Wallet::Wallet() = default;
Wallet::~Wallet() = default;

// --- following the chain ---

WalletTip Wallet::tip() const {
    return m_impl->ledger.tip();
}

std::vector<WalletTip> Wallet::recentBlocks() const {
    return m_impl->ledger.recentBlocks();
}

Result<void, WalletFailure> Wallet::applyBlock(const primitives::Block& block,
                                               const primitives::BlockHash& hash, std::int32_t height,
                                               bool flushNow) {
    const WalletTip before = tip();
    require(height == before.height + 1);
    require(before.hash.isNull() || block.header.previous == before.hash);
    m_impl->follower.applyBlock(block, hash, height);
    return flushNow ? m_impl->commit() : Result<void, WalletFailure>();
}

void Wallet::lookAgain(const primitives::Block& block, const primitives::BlockHash& hash,
                       std::int32_t height) {
    require(height <= tip().height);
    m_impl->follower.lookAgain(block, hash, height);
}

Result<void, WalletFailure> Wallet::revertTo(std::int32_t height) {
    if (height >= tip().height) return {};
    m_impl->follower.revertTo(std::max(height, -1));
    return m_impl->commit();
}

Result<void, WalletFailure> Wallet::flush() {
    return m_impl->commit();
}

Result<bool, WalletFailure> Wallet::applyWaiting(const primitives::TransactionRef& transaction) {
    const bool concerns = m_impl->follower.applyWaiting(transaction, m_impl->clock.now());
    if (!concerns) return false;
    if (const auto done = m_impl->commit(); !done) return fail(done.error());
    return true;
}

Result<void, WalletFailure> Wallet::applyMempool(const std::vector<primitives::TransactionRef>& all) {
    std::uint64_t before = 0;
    do { // one to an address beyond the look-ahead may come before the one that brings that closer
        before = growth();
        for (const primitives::TransactionRef& transaction : all)
            m_impl->follower.applyWaiting(transaction, m_impl->clock.now());
    } while (growth() != before);
    std::unordered_set<TxId> present;
    for (const primitives::TransactionRef& transaction : all)
        present.insert(transaction->txid());
    for (const primitives::TransactionRef& transaction : waitingTransactions()) {
        const TxId& txid = transaction->txid();
        if (!present.contains(txid) && !m_impl->ledger.absenceOf(txid)) setAbsent(txid, Absence::Unsent);
    }
    return m_impl->commit();
}

void Wallet::setAbsent(const TxId& txid, Absence why) {
    const WalletTransaction* known = m_impl->ledger.find(txid);
    if (known && (known->state == TxState::Waiting || isProposal(*known)))
        m_impl->ledger.setAbsence(txid, why);
}

Result<void, WalletFailure> Wallet::setPresent(const TxId& txid) {
    const WalletTransaction* known = m_impl->ledger.find(txid);
    if (known && isProposal(*known)) {
        m_impl->follower.applyWaiting(primitives::TransactionRef(known->transaction), m_impl->clock.now());
        return m_impl->commit();
    }
    m_impl->ledger.setAbsence(txid, std::nullopt);
    return {};
}

Result<void, WalletFailure> Wallet::abandon(const TxId& txid) {
    const WalletTransaction* known = m_impl->ledger.find(txid);
    if (!known || isHidden(*known) || known->state == TxState::Confirmed || known->isCoinbase)
        return failure(WalletError::NotFound, txid.toHex());
    m_impl->follower.abandon(txid);
    return m_impl->commit();
}

Result<void, WalletFailure> Wallet::restartFrom(std::int32_t height) {
    m_impl->follower.restartFrom(std::max(height, 0));
    return m_impl->commit();
}

// --- questions ---

WalletBalance Wallet::balance(std::int32_t chainHeight) const {
    WalletBalance out = balanceOf(m_impl->ledger, chainHeight, m_impl->options.coinbaseMaturity);
    Spendability spendability(m_impl->ledger, chainHeight, m_impl->options.coinbaseMaturity);
    for (const primitives::OutPoint& each : m_impl->frozen) {
        const StoredCoin* const coin = m_impl->ledger.coin(each);
        if (coin != nullptr && !coin->spentBy && spendability.isSpendable(coin->coin))
            out.frozen += coin->coin.output.value;
    }
    return out;
}

std::vector<WalletCoin> Wallet::coins() const {
    return unspentCoins(m_impl->ledger);
}

std::vector<WalletTransaction> Wallet::history(std::size_t offset, std::size_t count,
                                               HistoryKind kind) const {
    return m_impl->ledger.history(offset, count, kind);
}

std::size_t Wallet::historySize(HistoryKind kind) const {
    return m_impl->ledger.historySize(kind);
}

std::uint64_t Wallet::historyRevision() const {
    return m_impl->ledger.historyRevision();
}

HistoryChanges Wallet::historyChangesSince(std::uint64_t revision) const {
    return m_impl->ledger.historyChangesSince(revision);
}

std::vector<WalletTransaction> Wallet::historyById(const std::string& hexPrefix, std::size_t most) const {
    return m_impl->ledger.historyById(hexPrefix, most);
}

std::optional<TxId> Wallet::spenderOf(const primitives::OutPoint& outpoint) const {
    return m_impl->ledger.activeSpenderOf(outpoint);
}

std::vector<TxId> Wallet::spendersOf(const primitives::OutPoint& outpoint) const {
    std::vector<TxId> out = m_impl->ledger.spendersOf(outpoint);
    std::erase_if(out, [this](const TxId& txid) {
        const WalletTransaction* const row = m_impl->ledger.find(txid);
        return row == nullptr || isHidden(*row) || isProposal(*row);
    });
    return out;
}

std::optional<WalletTransaction> Wallet::transaction(const TxId& txid) const {
    const WalletTransaction* known = m_impl->ledger.find(txid);
    if (!known || isHidden(*known)) return std::nullopt;
    return m_impl->ledger.shown(*known);
}

std::vector<WalletAddress> Wallet::addresses() const {
    return m_impl->keychain.handedOutOrUsed();
}

std::vector<WalletAddress> Wallet::addresses(AddressGroup group, std::size_t offset,
                                             std::size_t count) const {
    return m_impl->keychain.group(group, offset, count);
}

std::size_t Wallet::addressCount(AddressGroup group) const {
    return m_impl->keychain.groupSize(group);
}

std::vector<util::Bytes> Wallet::ownScripts(std::size_t from) const {
    return m_impl->keychain.ownScripts(from);
}

std::uint64_t Wallet::addressRevision() const {
    return m_impl->keychain.revision() + m_impl->peopleRevision + m_impl->invoiceRevision;
}

std::optional<WalletAddress> Wallet::addressOf(util::ByteView scriptPubKey) const {
    const WalletAddress* address = m_impl->keychain.find(scriptPubKey);
    return address ? std::optional(*address) : std::nullopt;
}

bool Wallet::isMine(util::ByteView scriptPubKey) const {
    return m_impl->keychain.find(scriptPubKey) != nullptr;
}

std::vector<primitives::TransactionRef> Wallet::waitingTransactions() const {
    return waitingInOrder(m_impl->ledger);
}

std::vector<primitives::TransactionRef> Wallet::absentTransactions() const {
    auto out = waitingTransactions();
    std::erase_if(out, [this](const primitives::TransactionRef& transaction) {
        return !m_impl->ledger.absenceOf(transaction->txid());
    });
    return out;
}

std::vector<primitives::TransactionRef> Wallet::proposals() const {
    std::vector<primitives::TransactionRef> out;
    for (const TxId& txid : m_impl->ledger.proposals())
        out.push_back(m_impl->ledger.find(txid)->transaction);
    return out;
}

std::vector<TxId> Wallet::rivalsOf(const primitives::Transaction& transaction) const {
    std::vector<TxId> out;
    for (const primitives::TxIn& input : transaction.inputs()) {
        const auto rival = m_impl->ledger.activeSpenderOf(input.previous, &transaction.txid());
        if (rival && std::ranges::find(out, *rival) == out.end()) out.push_back(*rival);
    }
    return out;
}

Keychain::Counts Wallet::watched() const {
    return m_impl->keychain.watched();
}

Keychain::Counts Wallet::handedOut() const {
    return m_impl->keychain.handedOut();
}

std::vector<util::Bytes> Wallet::watchedSince(const Keychain::Counts& from) const {
    return m_impl->keychain.watchedSince(from);
}

std::uint64_t Wallet::growth() const {
    return m_impl->follower.growth();
}

std::optional<util::ByteArray<33>> Wallet::publicKeyOf(const KeyPath& path) const {
    const auto key = m_impl->keychain.publicKey(path);
    return key ? std::optional(key->compressed()) : std::nullopt;
}

std::optional<script::KeyOrigin> Wallet::originOf(const KeyPath& path) const {
    const script::DescriptorKey* const key = m_impl->keychain.onlyKey(path.descriptor);
    return key && !key->originAt(path.index).path.empty() ? std::optional(key->originAt(path.index))
                                                          : std::nullopt;
}

std::string pathText(const script::KeyPath& path, char mark) {
    return 'm' + script::DescriptorKey::steps(path, mark);
}

// --- addresses and notes ---

Result<WalletAddress, WalletFailure> Wallet::currentReceiveAddress() {
    const auto isGiven = [this](const std::string& address) { return m_impl->invoices.isGiven(address); };
    if (const WalletAddress* current = m_impl->keychain.current(isGiven)) return *current;
    return m_impl->handOut(m_impl->keychain.usual(), {});
}

Result<WalletAddress, WalletFailure> Wallet::newReceiveAddress(const std::string& label,
                                                               std::optional<AddressType> type) {
    const Keychain& keychain = m_impl->keychain;
    return m_impl->handOut(type ? keychain.active(*type, KeyChain::Receive) : keychain.usual(), label);
}

Result<WalletAddress, WalletFailure> Wallet::newChangeAddress(std::optional<AddressType> type) {
    return m_impl->handOut(m_impl->keychain.active(type.value_or(kUsualType), KeyChain::Change), {});
}

Result<void, WalletFailure> Wallet::watchAhead(std::uint32_t count) {
    m_impl->keychain.watchAhead(count);
    return m_impl->commit();
}

Result<WalletAddress, WalletFailure> Wallet::rewardAddress() {
    const WalletAddress* const unused = m_impl->keychain.unusedForMining();
    if (unused != nullptr && !m_impl->invoices.isGiven(unused->address)) return *unused;
    return m_impl->handOut(m_impl->keychain.usual(), std::string(kRewardLabel));
}

Result<void, WalletFailure> Wallet::setAddressLabel(const std::string& address, const std::string& label) {
    const WalletAddress* known = m_impl->keychain.findByText(address);
    if (!known || (known->handedOut == 0 && !known->used)) return failure(WalletError::NotFound, address);
    m_impl->keychain.setLabel(KeyPath(known->path), boundedText(label, kMaxLabelBytes));
    return m_impl->commit();
}

Result<void, WalletFailure> Wallet::setNote(const TxId& txid, const std::string& note) {
    const WalletTransaction* known = m_impl->ledger.find(txid);
    if (!known || isHidden(*known)) return failure(WalletError::NotFound, txid.toHex());
    m_impl->putNote(txid, note);
    return m_impl->commit();
}

Result<std::size_t, WalletFailure> Wallet::takeLabels(std::span<const LabelRow> rows) {
    std::size_t taken = 0;
    const auto people = std::make_shared<People>(*m_impl->people);
    for (const LabelRow& row : rows) {
        if (row.kind == LabelKind::Address) {
            const WalletAddress* known = m_impl->keychain.findByText(row.reference);
            if (!known) {
                const auto address = m_impl->foreignAddress(row.reference);
                if (address && !row.label.empty() && people->set({*address, row.label})) ++taken;
                continue;
            }
            if (known->handedOut == 0 && !known->used) continue;
            m_impl->keychain.setLabel(KeyPath(known->path), boundedText(row.label, kMaxLabelBytes));
            ++taken;
        } else if (row.kind == LabelKind::Transaction) {
            const auto txid = TxId::fromHex(row.reference);
            const WalletTransaction* known = txid ? m_impl->ledger.find(*txid) : nullptr;
            if (!known || isHidden(*known)) continue;
            m_impl->putNote(*txid, row.label);
            ++taken;
        }
    }
    if (const auto done = m_impl->commitPeople(people); !done) return fail(done.error());
    return taken;
}

// --- paying ---

/// As Core decides: in the form of a recipient's address, so that nobody sees which output comes back.
std::optional<KeyPath> Wallet::Impl::changePathFor(const PaymentRequest& request) const {
    using script::OutputType;
    const auto pays = [&](OutputType form) {
        return std::ranges::any_of(request.recipients, [form](const Recipient& recipient) {
            return script::outputTypeOf(recipient.scriptPubKey) == form;
        });
    };
    std::vector<AddressType> wanted;
    if (request.changeType) wanted.push_back(*request.changeType);
    if (pays(OutputType::Taproot)) wanted.push_back(AddressType::Bech32m);
    if (pays(OutputType::WitnessPubKeyHash)) wanted.push_back(AddressType::Bech32);
    if (pays(OutputType::ScriptHash)) wanted.push_back(AddressType::P2shSegwit);
    if (pays(OutputType::PubKeyHash)) wanted.push_back(AddressType::Legacy);
    for (const AddressType type :
         {kUsualType, AddressType::Bech32m, AddressType::P2shSegwit, AddressType::Legacy})
        wanted.push_back(type);
    for (const KeyChain chain : {KeyChain::Change, KeyChain::Receive}) {
        for (const AddressType type : wanted) {
            if (const auto from = keychain.active(type, chain)) return keychain.next(*from).path;
        }
    }
    return std::nullopt;
}

Result<PaymentDraft, PaymentFailure> Wallet::draft(const PaymentRequest& request,
                                                   std::int32_t chainHeight) const {
    const Keychain& keychain = m_impl->keychain;
    const std::int32_t maturity = m_impl->options.coinbaseMaturity;
    auto coins = request.unsafe ? matureCoins(m_impl->ledger, chainHeight, maturity)
                                : spendableCoins(m_impl->ledger, chainHeight, maturity);
    std::erase_if(coins, [&](const WalletCoin& coin) {
        const std::int32_t confirmations = coin.height < 0 ? 0 : chainHeight - coin.height + 1;
        return (confirmations < request.leastConfirmations || confirmations > request.mostConfirmations) &&
               std::ranges::find(request.always, coin.outpoint) == request.always.end();
    });
    // What others have to sign too, and what is frozen, is spent only where it is asked for; where there is
    // nothing else, a draft is what others get to sign.
    const bool isPrepared = m_impl->isWatchOnly || needsOthers();
    const std::set<primitives::OutPoint> named = namedCoins(request);
    std::erase_if(coins, [&](const WalletCoin& coin) {
        const StoredDescriptor* const row = keychain.row(coin.path.descriptor);
        const bool canSign = isPrepared || (row && row->canSign);
        return (!canSign || m_impl->frozen.contains(coin.outpoint)) && !named.contains(coin.outpoint);
    });
    for (WalletCoin& coin : coins)
        coin.size = keychain.spendSize(coin.path);
    auto change = m_impl->changePathFor(request);
    if (!change && !coins.empty())
        change = coins.front().path; // a wallet of single keys: back to one of them
    const util::Bytes home = change ? keychain.scriptAt(*change) : util::Bytes();
    PaymentRequest own = request;
    if (own.locksToHeight) own.lockTime = againstSniping(chainHeight, crypto::randomBelow);
    if (own.leastFeePerKvB != 0) own.leastFeePerKvB = m_impl->options.leastFeePerKvB;
    auto draft = TxBuilder(own, request.changeScript.value_or(home), crypto::randomBelow,
                           change ? keychain.spendSize(*change) : script::kKeyHashSpend)
                     .build(coins);
    if (!draft) return draft;
    for (const primitives::TxOut& output : draft->parts.outputs)
        draft->isOwn.push_back(isMine(output.scriptPubKey));
    return draft;
}

/// The draft says of itself what it does: outpoints, fee and change agree.
bool Wallet::Impl::fits(const PaymentDraft& draft) const {
    if (draft.inputs.empty() || draft.inputs.size() != draft.parts.inputs.size()) return false;
    primitives::Amount rest;
    for (std::size_t i = 0; i < draft.inputs.size(); ++i) {
        if (draft.inputs[i].outpoint != draft.parts.inputs[i].previous) return false;
        rest += draft.inputs[i].output.value;
    }
    for (const primitives::TxOut& output : draft.parts.outputs)
        rest -= output.value;
    if (rest != draft.fee || rest < primitives::Amount()) return false;
    return !draft.changeOutput || (*draft.changeOutput < draft.parts.outputs.size() &&
                                   keychain.find(draft.parts.outputs[*draft.changeOutput].scriptPubKey));
}

/// The draft's coins as they are now; nothing when one is gone.
std::optional<std::vector<WalletCoin>> Wallet::Impl::presentCoins(const PaymentDraft& draft) const {
    std::vector<WalletCoin> out;
    for (const WalletCoin& input : draft.inputs) {
        const StoredCoin* coin = ledger.coin(input.outpoint);
        if (!coin || coin->coin.output != input.output) return std::nullopt;
        const bool isFree =
            !coin->spentBy || std::ranges::find(draft.replaces, *coin->spentBy) != draft.replaces.end();
        if (!isFree || (!coin->spentBy && ledger.isSpokenFor(input.outpoint))) return std::nullopt;
        out.push_back(coin->coin);
    }
    return out;
}

std::string Wallet::Impl::noteOf(const std::vector<TxId>& txids) const {
    for (const TxId& txid : txids) {
        const WalletTransaction* entry = ledger.find(txid);
        if (entry && !entry->note.empty()) return entry->note;
    }
    return {};
}

/// What it replaces still waits, and nothing of this wallet's builds on that.
bool Wallet::Impl::mayReplace(const PaymentDraft& draft) const {
    return std::ranges::all_of(draft.replaces, [&](const TxId& txid) {
        const WalletTransaction* entry = ledger.find(txid);
        if (!entry || entry->state != TxState::Waiting) return false;
        return std::ranges::none_of(ledger.childrenOf(*entry->transaction), [&](const TxId& child) {
            return ledger.find(child)->state != TxState::Lost;
        });
    });
}

Result<primitives::TransactionRef, PaymentFailure> Wallet::commit(const PaymentDraft& draft,
                                                                  const std::string& note) {
    const auto refuse = [](PaymentError error) { return fail(PaymentFailure{error, {}, {}}); };
    const auto coins = m_impl->presentCoins(draft);
    if (!coins || !m_impl->fits(draft) || !m_impl->mayReplace(draft))
        return refuse(PaymentError::CoinsChanged);
    if (m_impl->vault.isLocked()) return refuse(PaymentError::Locked);
    auto signedTx = m_impl->signer().sign(draft.parts, *coins);
    if (!signedTx) return refuse(PaymentError::NoKey);
    auto transaction = std::make_shared<const primitives::Transaction>(std::move(*signedTx));
    if (draft.changeOutput) {
        const KeyPath path =
            m_impl->keychain.find(draft.parts.outputs[*draft.changeOutput].scriptPubKey)->path;
        m_impl->keychain.handOut(path, m_impl->clock.now());
    }
    if (draft.replaces.empty()) {
        m_impl->follower.applyWaiting(transaction, m_impl->clock.now());
    } else {
        m_impl->follower.propose(transaction, m_impl->clock.now());
    }
    const std::string kept = note.empty() ? m_impl->noteOf(draft.replaces) : note;
    if (!kept.empty()) m_impl->putNote(transaction->txid(), kept);
    if (const auto done = m_impl->commit(); !done) {
        const bool isUncertain = done.error().error == WalletError::Uncertain;
        return refuse(isUncertain ? PaymentError::Uncertain : PaymentError::Store);
    }
    return transaction;
}

Result<void, WalletFailure> Wallet::withdraw(const TxId& txid) {
    m_impl->follower.forget(txid);
    return m_impl->commit();
}

Result<script::SpendingData, WalletFailure> Wallet::spendingDataOf(std::span<const util::Bytes> scripts,
                                                                   bool withKeys) const {
    if (withKeys && m_impl->vault.isLocked()) return failure(WalletError::Locked);
    script::SpendingData out;
    for (const util::Bytes& script : scripts) {
        const WalletAddress* const own = m_impl->keychain.find(script);
        if (own == nullptr) continue;
        const script::Descriptor* const secret = withKeys ? m_impl->secretOf(own->path.descriptor) : nullptr;
        const auto& descriptor =
            secret != nullptr ? *secret : m_impl->keychain.descriptor(own->path.descriptor);
        if (auto data = descriptor.spendingAt(own->path.index)) out.add(std::move(*data));
    }
    return out;
}

Result<primitives::TransactionRef, WalletFailure>
Wallet::signOwn(const primitives::Transaction& transaction,
                std::span<const std::optional<primitives::TxOut>> spent) const {
    require(spent.size() == transaction.inputs().size());
    if (m_impl->vault.isLocked()) return failure(WalletError::Locked);
    std::vector<primitives::TxOut> outputs;
    for (const auto& output : spent)
        outputs.push_back(output.value_or(primitives::TxOut()));
    const bool knowsAll = std::ranges::all_of(spent, [](const auto& output) { return output.has_value(); });
    const script::SigHashCache cache(transaction, knowsAll ? std::span<const primitives::TxOut>(outputs)
                                                           : std::span<const primitives::TxOut>());
    const SigningTask task{transaction, outputs, cache, knowsAll};
    primitives::TransactionParts parts = transaction.parts();
    for (std::size_t i = 0; i < spent.size(); ++i) {
        const auto own = spent[i] ? addressOf(spent[i]->scriptPubKey) : std::nullopt;
        auto input = own ? m_impl->signer().signedAt(task, i, own->path) : std::nullopt;
        if (input) parts.inputs[i] = std::move(*input);
    }
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

} // namespace wallet
