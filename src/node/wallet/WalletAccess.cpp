#include "node/wallet/WalletAccess.h"

#include "node/wallet/WalletLink.h"

#include <QDir>
#include <QFileInfo>

namespace node {

namespace {

using PaymentResult = Result<SentPayment, PayFailure>;

WalletLink linkOf(const Resident<Engine>& engine, const Resident<WalletService>& wallet) {
    return {[engine](std::function<void(Engine&)> task) { engine.tell(std::move(task)); },
            [wallet](std::function<void(WalletService&)> task) { wallet.tell(std::move(task)); },
            [&thread = wallet.thread()](std::function<void()> task) { thread.post(std::move(task)); }};
}

} // namespace

WalletAccess::WalletAccess(const ServiceThread& walletThread, const Resident<Engine>& engine,
                           BoardRef<WalletStatus> board, DataPaths paths)
    : m_service(walletThread), m_engine(engine), m_board(std::move(board)), m_paths(std::move(paths)) {}

QStringList WalletAccess::names() const {
    QStringList out;
    const QDir folder(m_paths.wallets());
    for (const QFileInfo& file :
         folder.entryInfoList({QStringLiteral("*.sqlite")}, QDir::Files, QDir::Name)) {
        out << file.completeBaseName();
    }
    return out;
}

// --- files

QFuture<Result<void, QString>> WalletAccess::create(QString name, crypto::SecretString words,
                                                    crypto::SecretString wordPassphrase,
                                                    crypto::SecretString passphrase,
                                                    bool scanFromGenesis) const {
    return m_service.ask([name, words, wordPassphrase, passphrase, scanFromGenesis](WalletService& service) {
        return service.create(name, words, wordPassphrase, passphrase, scanFromGenesis);
    });
}

QFuture<Result<void, QString>> WalletAccess::open(QString name, crypto::SecretString passphrase) const {
    return m_service.ask(
        [name, passphrase](WalletService& service) { return service.open(name, passphrase, false); });
}

WalletAccess::Answer<std::optional<std::int32_t>> WalletAccess::rescan(std::int32_t first,
                                                                       std::int32_t last) const {
    using Ended = std::optional<std::optional<std::int32_t>>;
    auto promise = startedPromise<Ended>();
    m_service.tell([promise, first, last](WalletService& service) {
        const auto answer = [promise](const Ended& ended) {
            promise->addResult(ended);
            promise->finish();
        };
        if (service.wallet() == nullptr) return answer(std::nullopt);
        service.rescan(first, last, [answer](std::optional<std::int32_t> height) { answer(Ended(height)); });
    });
    return promise->future();
}

WalletAccess::Answer<bool> WalletAccess::abortRescan() const {
    return m_service.ask([](WalletService& service) -> std::optional<bool> {
        if (service.wallet() == nullptr) return std::nullopt;
        return service.abortRescan();
    });
}

QFuture<Result<void, QString>> WalletAccess::create(QString name, wallet::NewWallet start) const {
    return m_service.ask([name, start = std::move(start)](WalletService& service) {
        wallet::NewWallet once = start;
        if (!once.isBlank && !once.isWatchOnly) once.words = wallet::newMnemonic(12);
        return service.create(name, std::move(once), false);
    });
}

QFuture<Result<void, QString>> WalletAccess::restore(QString name, QString backup) const {
    return m_service.ask([name, backup](WalletService& service) { return service.restore(name, backup); });
}

QFuture<bool> WalletAccess::closeNamed(QString name) const {
    return m_service.ask([name](WalletService& service) { return service.closeNamed(name); });
}

WalletAccess::Answer<Result<void, storage::StorageError>> WalletAccess::backUp(QString path) const {
    return m_service.ask([path](WalletService& service) { return service.backUpTo(path); });
}

// --- addresses and notes

WalletAccess::Outcome<wallet::WalletAddress> WalletAccess::currentReceiveAddress() const {
    using Made = Reply<wallet::WalletAddress>;
    return m_service.ask([](WalletService& service) -> Made {
        wallet::Wallet* const wallet = service.wallet();
        if (wallet == nullptr) return std::nullopt;
        const auto before = wallet->addressRevision();
        Made made = wallet->currentReceiveAddress();
        if (wallet->addressRevision() != before) service.changed(); // asked often, news seldom
        return made;
    });
}

WalletAccess::Outcome<wallet::WalletAddress>
WalletAccess::newReceiveAddress(std::string label, std::optional<wallet::AddressType> type) const {
    return change([label = std::move(label), type](wallet::Wallet& wallet) {
        return wallet.newReceiveAddress(label, type);
    });
}

WalletAccess::Outcome<wallet::WalletAddress>
WalletAccess::newChangeAddress(std::optional<wallet::AddressType> type) const {
    return change([type](wallet::Wallet& wallet) { return wallet.newChangeAddress(type); });
}

WalletAccess::Outcome<void> WalletAccess::watchAhead(std::uint32_t count) const {
    return change([count](wallet::Wallet& wallet) { return wallet.watchAhead(count); });
}

WalletAccess::Outcome<void> WalletAccess::setAddressLabel(std::string address, std::string label) const {
    return change([address = std::move(address), label = std::move(label)](wallet::Wallet& wallet) {
        return wallet.setAddressLabel(address, label);
    });
}

WalletAccess::Outcome<void> WalletAccess::setNote(primitives::TxId txid, std::string note) const {
    return change(
        [txid, note = std::move(note)](wallet::Wallet& wallet) { return wallet.setNote(txid, note); });
}

WalletAccess::Outcome<void> WalletAccess::setFrozen(std::vector<primitives::OutPoint> coins,
                                                    bool isFrozen) const {
    return change([coins = std::move(coins), isFrozen](wallet::Wallet& wallet) {
        return wallet.setFrozen(coins, isFrozen);
    });
}

WalletAccess::Outcome<void> WalletAccess::abandon(primitives::TxId txid) const {
    return m_service.ask([txid](WalletService& service) -> Reply<void> {
        if (service.wallet() == nullptr) return std::nullopt;
        return service.abandon(txid);
    });
}

// --- descriptors and keys

WalletAccess::Outcome<std::vector<wallet::ImportOutcome>>
WalletAccess::importDescriptors(std::vector<wallet::DescriptorImport> imports,
                                std::optional<std::int64_t> lookBackTo) const {
    using Made = Reply<std::vector<wallet::ImportOutcome>>;
    auto promise = startedPromise<Made>();
    m_service.tell([promise, imports = std::move(imports), lookBackTo](WalletService& service) {
        const auto answer = [promise](const Made& made) {
            promise->addResult(made);
            promise->finish();
        };
        if (service.wallet() == nullptr) return answer(std::nullopt);
        const Made made = service.wallet()->importDescriptors(imports);
        service.changed();
        const bool isAny = *made && std::ranges::any_of(**made, [](const auto& each) { return !each.error; });
        if (!isAny || !lookBackTo) return answer(made);
        service.lookBack(*lookBackTo, [answer, made] { answer(made); });
    });
    return promise->future();
}

WalletAccess::Outcome<void> WalletAccess::unlock(crypto::SecretString passphrase) const {
    return change([passphrase](wallet::Wallet& wallet) { return wallet.unlock(passphrase); });
}

WalletAccess::Answer<bool> WalletAccess::lock() const {
    return change([](wallet::Wallet& wallet) {
        wallet.lock();
        return true;
    });
}

WalletAccess::Outcome<void> WalletAccess::unlockFor(crypto::SecretString passphrase, int seconds) const {
    return m_service.ask([passphrase, seconds](WalletService& service) -> Reply<void> {
        if (service.wallet() == nullptr) return std::nullopt;
        return service.unlockFor(passphrase, seconds);
    });
}

void WalletAccess::setAutoLock(int minutes) const {
    m_service.tell([minutes](WalletService& service) { service.setAutoLock(minutes); });
}

WalletAccess::Outcome<void> WalletAccess::changePassphrase(crypto::SecretString old,
                                                           crypto::SecretString fresh) const {
    return change([old, fresh](wallet::Wallet& wallet) { return wallet.changePassphrase(old, fresh); });
}

WalletAccess::Outcome<void> WalletAccess::confirmBackup(std::string account) const {
    return change(
        [account = std::move(account)](wallet::Wallet& wallet) { return wallet.confirmBackup(account); });
}

// --- paying

QFuture<Result<wallet::PaymentDraft, PayFailure>> WalletAccess::draft(wallet::PaymentRequest request) const {
    return m_service.ask(
        [request = std::move(request)](WalletService& service) { return service.draft(request); });
}

QFuture<PaymentResult> WalletAccess::commit(wallet::PaymentDraft draft, QString note) const {
    const auto plan = [draft = std::move(draft)](const WalletService&) -> WalletService::Plan {
        return draft;
    };
    return enqueue({plan, std::move(note)});
}

QFuture<PaymentResult> WalletAccess::pay(wallet::PaymentRequest request, QString note) const {
    const auto plan = [request = std::move(request)](const WalletService& service) {
        return service.draft(request);
    };
    return enqueue({plan, std::move(note)});
}

/// The wallet thread records it, the node thread takes it into the mempool, the wallet thread answers.
QFuture<PaymentResult> WalletAccess::enqueue(WalletService::Payment payment) const {
    auto promise = startedPromise<PaymentResult>();
    payment.answer = [promise](const PaymentResult& outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    payment.submit = submitOver(linkOf(m_engine, m_service));
    m_service.tell(
        [payment = std::move(payment)](WalletService& service) mutable { service.pay(std::move(payment)); });
    return promise->future();
}

// --- for Node

void WalletAccess::start(WalletService::Config config, ChainFeed& feed,
                         std::function<void(util::Bytes)> giveRewardScript) const {
    auto made = std::make_unique<WalletService>(std::move(config));
    WalletService* const service = made.get();
    connectWallet(*service, feed, linkOf(m_engine, m_service));
    QObject::connect(service, &WalletService::rewardScriptMade, service, giveRewardScript);
    QObject::connect(service, &WalletService::statusChanged, service,
                     [service, board = m_board, scripts = m_scripts] {
                         scripts->set(service->publishedScripts().get());
                         board->set(service->published().get());
                     });
    m_service.settle(std::move(made));
}

Result<void, StartError> WalletAccess::openFirst(const QString& name,
                                                 const crypto::SecretString& passphrase) const {
    WalletService* const service = m_service.here();
    if (service == nullptr) return {};
    return service->openAtStart(name, passphrase);
}

void WalletAccess::renewRewardScript() const {
    m_service.tell([](WalletService& service) { service.renewRewardScript(); });
}

} // namespace node
