#include "node/wallet/WalletAccess.h"

#include "node/wallet/WalletLink.h"

#include <QDir>
#include <QFileInfo>

namespace node {

namespace {

using PaymentResult = Result<SentPayment, PayFailure>;

WalletLink linkOf(const Resident<Engine>& engine, const Resident<WalletHouse>& house, quint64 number) {
    return {[engine](std::function<void(Engine&)> task) { engine.tell(std::move(task)); },
            [house, number](std::function<void(WalletService&)> task) {
                house.tell([task = std::move(task), number](WalletHouse& open) {
                    if (WalletService* const service = open.numbered(number)) task(*service);
                });
            },
            [&thread = house.thread()](std::function<void()> task) { thread.post(std::move(task)); }};
}

} // namespace

WalletAccess::WalletAccess(const ServiceThread& walletThread, const Resident<Engine>& engine,
                           BoardRef<WalletStatus> board, DataPaths paths)
    : m_house(walletThread), m_engine(engine), m_board(std::move(board)), m_paths(std::move(paths)) {}

WalletAccess WalletAccess::named(const QString& name) const {
    WalletAccess out = *this;
    out.m_place = name;
    return out;
}

std::shared_ptr<const WalletStatus> WalletAccess::status() const {
    if (!m_place) return m_board->get();
    for (const OpenWallet& each : *m_open->get())
        if (each.status->name == *m_place) return each.status;
    return std::make_shared<const WalletStatus>();
}

std::shared_ptr<const OwnScripts> WalletAccess::ownScripts() const {
    if (!m_place) return m_scripts->get();
    for (const OpenWallet& each : *m_open->get())
        if (each.status->name == *m_place) return each.scripts;
    return std::make_shared<const OwnScripts>();
}

QStringList WalletAccess::openNames() const {
    QStringList out;
    for (const OpenWallet& each : *m_open->get())
        out << each.status->name;
    return out;
}

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

WalletAccess::Done WalletAccess::create(QString name, crypto::SecretString words,
                                        crypto::SecretString wordPassphrase, crypto::SecretString passphrase,
                                        bool scanFromGenesis) const {
    return m_house.ask([name, words, wordPassphrase, passphrase, scanFromGenesis](WalletHouse& house) {
        wallet::NewWallet start;
        start.words = words.empty() ? wallet::newMnemonic(12) : words;
        start.wordPassphrase = wordPassphrase;
        start.passphrase = passphrase;
        return house.create(name, start, scanFromGenesis, {});
    });
}

WalletAccess::Done WalletAccess::create(QString name, wallet::NewWallet start, WalletOpening how) const {
    return m_house.ask([name, start = std::move(start), how](WalletHouse& house) mutable {
        if (!start.isBlank && !start.isWatchOnly) start.words = wallet::newMnemonic(12);
        return house.create(name, start, false, how);
    });
}

WalletAccess::Done WalletAccess::restore(QString name, QString backup, WalletOpening how) const {
    return m_house.ask([name, backup, how](WalletHouse& house) { return house.restore(name, backup, how); });
}

WalletAccess::Done WalletAccess::open(QString name, crypto::SecretString passphrase,
                                      WalletOpening how) const {
    return m_house.ask(
        [name, passphrase, how](WalletHouse& house) { return house.open(name, passphrase, how); });
}

QFuture<Result<bool, WalletProblem>> WalletAccess::closeNamed(QString name,
                                                              std::optional<bool> atStart) const {
    return m_house.ask([name, atStart](WalletHouse& house) { return house.close(name, atStart); });
}

WalletAccess::Answer<std::optional<std::int32_t>> WalletAccess::rescan(std::int32_t first,
                                                                       std::int32_t last) const {
    using Ended = std::optional<std::optional<std::int32_t>>;
    auto promise = startedPromise<Ended>();
    m_house.tell([promise, first, last, place = m_place](WalletHouse& house) {
        const auto answer = [promise](const Ended& ended) {
            promise->addResult(ended);
            promise->finish();
        };
        WalletService* const service = house.find(place);
        if (service == nullptr) return answer(std::nullopt);
        service->rescan(first, last, [answer](std::optional<std::int32_t> height) { answer(Ended(height)); });
    });
    return promise->future();
}

WalletAccess::Answer<bool> WalletAccess::abortRescan() const {
    return withService([](WalletService& service) { return service.abortRescan(); });
}

std::vector<WalletCopy> WalletAccess::copies() const {
    return walletCopies(m_paths, status()->name);
}

WalletAccess::Answer<Result<wallet::DrillReport, WalletProblem>>
WalletAccess::drillCopy(QString backup) const {
    return withService([backup](WalletService& service) { return service.drillCopy(backup); });
}

WalletAccess::Answer<Result<void, storage::StorageError>> WalletAccess::backUp(QString path) const {
    return withService([path](WalletService& service) { return *service.backUpTo(path); });
}

// --- addresses and notes

WalletAccess::Outcome<wallet::WalletAddress> WalletAccess::currentReceiveAddress() const {
    return withService([](WalletService& service) {
        const auto before = service.wallet()->addressRevision();
        auto made = service.wallet()->currentReceiveAddress();
        if (service.wallet()->addressRevision() != before) service.changed(); // asked often, news seldom
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

WalletAccess::Outcome<std::size_t> WalletAccess::takeLabels(std::vector<wallet::LabelRow> rows) const {
    return changeAfterCopy(
        [rows = std::move(rows)](wallet::Wallet& wallet) { return wallet.takeLabels(rows); });
}

WalletAccess::Outcome<void> WalletAccess::setPeople(std::vector<wallet::KnownAddress> entries) const {
    return change(
        [entries = std::move(entries)](wallet::Wallet& wallet) { return wallet.setPeople(entries); });
}

WalletAccess::Outcome<wallet::Invoice> WalletAccess::addInvoice(wallet::Invoice wanted,
                                                                std::string label) const {
    return change([wanted = std::move(wanted), label = std::move(label)](wallet::Wallet& wallet) {
        return wallet.addInvoice(wanted, label);
    });
}

WalletAccess::Outcome<void> WalletAccess::removeInvoice(std::string address) const {
    return change(
        [address = std::move(address)](wallet::Wallet& wallet) { return wallet.removeInvoice(address); });
}

WalletAccess::Outcome<void> WalletAccess::setNote(primitives::TxId txid, std::string note) const {
    return change(
        [txid, note = std::move(note)](wallet::Wallet& wallet) { return wallet.setNote(txid, note); });
}

WalletAccess::Outcome<void> WalletAccess::setFrozen(std::vector<primitives::OutPoint> coins, bool isFrozen,
                                                    wallet::Freeze how) const {
    return change([coins = std::move(coins), isFrozen, how](wallet::Wallet& wallet) {
        return wallet.setFrozen(coins, isFrozen, how);
    });
}

WalletAccess::Outcome<void> WalletAccess::abandon(primitives::TxId txid) const {
    return withService([txid](WalletService& service) { return service.abandon(txid); });
}

// --- descriptors and keys

WalletAccess::Outcome<std::vector<wallet::ImportOutcome>>
WalletAccess::importDescriptors(std::vector<wallet::DescriptorImport> imports,
                                std::optional<std::int64_t> lookBackTo) const {
    using Made = Reply<std::vector<wallet::ImportOutcome>>;
    auto promise = startedPromise<Made>();
    m_house.tell([promise, imports = std::move(imports), lookBackTo, place = m_place](WalletHouse& house) {
        const auto answer = [promise](const Made& made) {
            promise->addResult(made);
            promise->finish();
        };
        WalletService* const service = house.find(place);
        if (service == nullptr) return answer(std::nullopt);
        if (const auto kept = service->keepCopy(); !kept) return answer(Made(fail(kept.error())));
        const Made made = service->wallet()->importDescriptors(imports);
        service->changed();
        const bool isAny = *made && std::ranges::any_of(**made, [](const auto& each) { return !each.error; });
        if (!isAny || !lookBackTo) return answer(made);
        service->lookBack(*lookBackTo, [answer, made] { answer(made); });
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

void WalletAccess::lockAll() const {
    m_house.tell([](WalletHouse& house) { house.lockAll(); });
}

WalletAccess::Outcome<void> WalletAccess::unlockFor(crypto::SecretString passphrase, int seconds) const {
    return withService(
        [passphrase, seconds](WalletService& service) { return service.unlockFor(passphrase, seconds); });
}

void WalletAccess::setAutoLock(int minutes) const {
    m_house.tell([minutes](WalletHouse& house) { house.setAutoLock(minutes); });
}

WalletAccess::Outcome<void> WalletAccess::changePassphrase(crypto::SecretString old,
                                                           crypto::SecretString fresh) const {
    return changeAfterCopy(
        [old, fresh](wallet::Wallet& wallet) { return wallet.changePassphrase(old, fresh); });
}

WalletAccess::Outcome<void> WalletAccess::confirmBackup(std::string account) const {
    return change(
        [account = std::move(account)](wallet::Wallet& wallet) { return wallet.confirmBackup(account); });
}

// --- paying

QFuture<Result<wallet::PaymentDraft, PayFailure>> WalletAccess::draft(wallet::PaymentRequest request) const {
    return m_house.ask([request = std::move(request), place = m_place](WalletHouse& house) {
        const WalletService* const service = house.find(place);
        return service != nullptr ? service->draft(request)
                                  : fail(PayFailure{wallet::PaymentError::NoWallet});
    });
}

QFuture<std::optional<WaitSituation>> WalletAccess::situationOf(primitives::TxId txid) const {
    return m_house.ask([txid, place = m_place](WalletHouse& house) -> std::optional<WaitSituation> {
        const WalletService* const service = house.find(place);
        return service != nullptr ? service->situationOf(txid) : std::nullopt;
    });
}

QFuture<wallet::SpeedUpResult> WalletAccess::planSpeedUp(wallet::SpeedUpRequest request) const {
    return m_house.ask(
        [request = std::move(request), place = m_place](WalletHouse& house) -> wallet::SpeedUpResult {
            const WalletService* const service = house.find(place);
            if (service == nullptr) return fail(wallet::SpeedUpFailure{wallet::SpeedUpError::NoWallet});
            return service->planSpeedUp(request);
        });
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

QFuture<PaymentResult> WalletAccess::pay(Planner plan, QString note) const {
    const auto whole = [plan = std::move(plan)](const WalletService& service) -> WalletService::Plan {
        if (service.wallet() == nullptr) return fail(PayFailure{wallet::PaymentError::NoWallet});
        return plan(*service.wallet(), service.chainHeight());
    };
    return enqueue({whole, std::move(note)});
}

/// The wallet thread records it, the node thread takes it into the mempool, the wallet thread answers.
QFuture<PaymentResult> WalletAccess::enqueue(WalletService::Payment payment) const {
    auto promise = startedPromise<PaymentResult>();
    payment.answer = [promise](const PaymentResult& outcome) {
        promise->addResult(outcome);
        promise->finish();
    };
    payment.submit = submitOver(linkOf(m_engine, m_house, 0));
    m_house.tell([payment = std::move(payment), place = m_place](WalletHouse& house) mutable {
        WalletService* const service = house.find(place);
        if (service == nullptr) return payment.answer(fail(PayFailure{wallet::PaymentError::NoWallet}));
        service->pay(std::move(payment));
    });
    return promise->future();
}

// --- for Node

void WalletAccess::start(WalletService::Config config, ChainFeed& feed,
                         std::function<void(util::Bytes)> giveRewardScript) const {
    WalletHouse::Outside outside;
    outside.connect = [&feed, engine = m_engine, house = m_house](WalletService& service, quint64 number) {
        connectWallet(service, feed, linkOf(engine, house, number));
    };
    outside.opened = [open = m_open](const OpenWallets& all) {
        open->set(std::make_shared<const OpenWallets>(all));
    };
    outside.selected = [board = m_board, scripts = m_scripts](const auto& status, const auto& own) {
        scripts->set(own);
        board->set(status);
    };
    outside.rewardScript = std::move(giveRewardScript);
    m_house.settle(std::make_unique<WalletHouse>(std::move(config), std::move(outside)));
}

Result<void, WalletProblem> WalletAccess::openFirst(const QString& name,
                                                    const crypto::SecretString& passphrase) const {
    WalletHouse* const house = m_house.here();
    if (house == nullptr) return {};
    return house->openAtStart(name, passphrase);
}

void WalletAccess::renewRewardScript() const {
    m_house.tell([](WalletHouse& house) { house.renewRewardScript(); });
}

} // namespace node
