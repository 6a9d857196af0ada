#include "node/wallet/WalletService.h"

#include "node/wallet/Absences.h"
#include "node/wallet/WalletCopies.h"
#include "node/wallet/WalletFiles.h"
#include "util/Log.h"

#include <QFile>
#include <QPointer>

#include <algorithm>
#include <limits>
#include <utility>

namespace node {

namespace {

constexpr int kBlocksPerTurn = 100;
constexpr int kScanPublishMs = 250;
constexpr std::int32_t kScanningDistance = 50; ///< blocks behind that are called scanning
constexpr int kRetryMs = 5'000;                ///< after the disk failed
constexpr int kOutboxMs = 15'000;              ///< between two looks for what is due
constexpr std::int32_t kBirthMargin =
    100; ///< blocks before a wallet was made that it reads all the same: they may be replaced

PayFailure toPayFailure(const wallet::PaymentFailure& failure) {
    return {failure.error, failure.available, failure.needed, {}, failure.coins};
}

constexpr int kMostTimerSeconds = 1'000'000; ///< a timer counts milliseconds in an int

/// The mempool says that a coin of a payment is not there, or not free.
bool meansOtherCoins(consensus::Reject reason) {
    using enum consensus::Reject;
    return reason == MissingOrSpent || reason == MissingInputs || reason == MempoolConflict ||
           reason == SpendsConflicting;
}

/// A wallet may be made under this name.
WalletService::Done requireFree(const QString& name, const QString& path) {
    using Kind = WalletProblem::Kind;
    if (!isWalletName(name)) return fail(WalletProblem{Kind::BadName, name});
    if (holdsWallet(path)) return fail(WalletProblem{Kind::Exists, name, path});
    return {};
}

} // namespace

WalletService::WalletService(Config config)
    : m_config(std::move(config)), m_publishTimer(this), m_retryTimer(this), m_outboxTimer(this),
      m_lockTimer(this) {
    m_publishTimer.setSingleShot(true);
    m_retryTimer.setSingleShot(true);
    m_lockTimer.setSingleShot(true);
    m_lockTimer.setObjectName(QStringLiteral("autoLock"));
    connect(&m_lockTimer, &QTimer::timeout, this, &WalletService::lockWhenItIsTime);
    connect(&m_publishTimer, &QTimer::timeout, this, &WalletService::publish);
    connect(&m_retryTimer, &QTimer::timeout, this, &WalletService::follow);
    connect(&m_outboxTimer, &QTimer::timeout, this, [this] { offerAbsent(false); });
    if (auto reader = storage::ChainReader::open(m_config.chainPath))
        m_reader = std::move(*reader);
    else
        util::logError("wallet", "the chain cannot be read: " + reader.error().what.toStdString());
}

WalletService::~WalletService() {
    m_payments.clear(); // their futures are cancelled: nothing of them was begun
    close();
}

wallet::WalletOptions WalletService::options() const {
    wallet::WalletOptions options;
    options.addresses = m_config.params.addresses;
    options.genesis = m_config.params.genesisHash;
    options.coinbaseMaturity = m_config.params.rules().coinbaseMaturity;
    options.lookAhead = m_config.lookAhead;
    options.leastFeePerKvB = m_config.leastFeePerKvB;
    options.kdf = m_config.kdf;
    return options;
}

/// Nothing is open, and the status says why.
WalletService::Done WalletService::refuse(WalletProblem problem) {
    close();
    reportProblem(problem);
    return fail(std::move(problem));
}

WalletService::Done WalletService::open(const QString& name, const crypto::SecretString& passphrase,
                                        bool createIfMissing) {
    using Kind = WalletProblem::Kind;
    if (!isWalletName(name)) return fail(WalletProblem{Kind::BadName, name});
    const QString path = m_config.paths.wallet(name);
    if (!holdsWallet(path)) {
        if (wasEncrypted(m_config.paths, name))
            return refuse({QFile::exists(path) ? Kind::FileEmpty : Kind::FileMissing, name, path});
        if (!createIfMissing) return fail(WalletProblem{Kind::NoSuchWallet, name, path});
        return create(name, {}, {}, passphrase, false);
    }
    close();
    auto file = openWalletFile(path, *m_config.clock, options(), m_config.wrapStore);
    if (!file && isDamage(file.error())) {
        util::logError("wallet", toString(problemOf(file.error(), name, path)));
        if (const auto kept = rescueWallet(path, *m_config.clock, options())) {
            util::logWarning(
                "wallet", "a part of the wallet file was damaged: keys, addresses and labels are whole, the "
                          "rest is read from the chain again; the old file is kept as " +
                              kept->toStdString());
            file = openWalletFile(path, *m_config.clock, options(), m_config.wrapStore);
        } else {
            file = fail(kept.error());
        }
    }
    if (!file) return refuse(problemOf(file.error(), name, path));
    if (!passphrase.empty() && file->wallet->isEncrypted()) {
        if (const auto ok = file->wallet->unlock(passphrase); !ok)
            return refuse(problemOf(ok.error(), name, path));
    }
    m_file = std::move(*file);
    m_status = WalletStatus{};
    m_status.name = name;
    m_outboxTimer.start(kOutboxMs);
    m_secondLook.begin(*m_file.wallet);
    publish();
    if (m_config.givesRewards) renewRewardScript();
    askForMempool();        // payments wait for it
    m_mempoolWanted = true; // and once more when every block is known
    follow();
    return {};
}

WalletService::Done WalletService::create(const QString& name, crypto::SecretString words,
                                          crypto::SecretString wordPassphrase,
                                          crypto::SecretString passphrase, bool scanFromGenesis) {
    wallet::NewWallet start;
    start.words = words.empty() ? wallet::newMnemonic(12) : std::move(words);
    start.wordPassphrase = std::move(wordPassphrase);
    start.passphrase = std::move(passphrase);
    return create(name, std::move(start), scanFromGenesis);
}

WalletService::Done WalletService::create(const QString& name, wallet::NewWallet start,
                                          bool scanFromGenesis) {
    const QString path = m_config.paths.wallet(name);
    if (const auto free = requireFree(name, path); !free) return free;
    if (!scanFromGenesis && m_reader) {
        if (const auto tip = m_reader->tip()) start.birthHeight = std::max(0, tip->height + 1 - kBirthMargin);
    }
    close();
    if (const auto made = makeWallet(path, *m_config.clock, options(), start); !made)
        return refuse(problemOf(made.error(), name, path));
    noteEncrypted(m_config.paths, name, !start.passphrase.empty());
    return open(name, start.passphrase, false);
}

WalletService::Done WalletService::restore(const QString& name, const QString& backup) {
    const QString path = m_config.paths.wallet(name);
    if (const auto free = requireFree(name, path); !free) return free;
    if (const auto copied = restoreWallet(path, backup, *m_config.clock, options()); !copied)
        return fail(problemOf(copied.error(), name, backup));
    return open(name, {}, false);
}

bool WalletService::closeNamed(const QString& name) {
    if (!m_file.wallet || m_status.name != name) return false;
    close();
    publish();
    renewRewardScript();
    return true;
}

void WalletService::close() {
    ++m_opening;
    if (m_file.wallet) {
        if (const auto ok = m_file.wallet->flush(); !ok) util::logError("wallet", ok.error().detail);
        m_file.wallet->lock();
    }
    m_file.wallet.reset();
    m_file.wrapper.reset();
    m_file.database.reset();
    m_outboxTimer.stop();
    m_retryTimer.stop();
    m_lockTimer.stop();
    m_locksForCertain = m_wantsRewardScript = false;
    m_secondLook = {};
    endRescan({});
    m_outbox.clear();
    m_offeredAt = {};
    m_mempoolAsked = m_mempoolWanted = m_mempoolKnown = false;
    m_growth = 0;
    m_scripts.set(std::make_shared<const OwnScripts>());
    m_scriptsSeen = 0;
    m_status = WalletStatus{};
    // What waited for this wallet is for no other.
    for (const Payment& payment : std::exchange(m_payments, {}))
        payment.answer(fail(PayFailure{wallet::PaymentError::NoWallet}));
}

std::int32_t WalletService::chainHeight() const {
    return m_file.wallet ? std::max(m_chainHeight, m_file.wallet->tip().height) : m_chainHeight;
}

// --- following

void WalletService::follow() {
    if (m_followPosted || !m_file.wallet || !m_reader) return;
    if (std::exchange(m_wantsRewardScript, false)) renewRewardScript();
    switch (followSome()) {
    case Progress::More:
        schedulePublish();
        m_followPosted = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_followPosted = false;
                follow();
            },
            Qt::QueuedConnection);
        return;
    case Progress::Level:
        level();
        return schedulePublish();
    case Progress::Failed:
        return schedulePublish();
    }
}

/// Every block is known: what the mempool does may be understood now.
void WalletService::level() {
    if (m_rescanDone) endRescan(std::min(m_file.wallet->tip().height, m_rescanLast));
    if (std::exchange(m_growth, m_file.wallet->growth()) != m_file.wallet->growth()) m_mempoolWanted = true;
    if (m_mempoolWanted) return askForMempool();
    const wallet::WalletTip tip = m_file.wallet->tip();
    const bool isNewBlock = !(tip == m_offeredAt);
    m_offeredAt = tip;
    if (isNewBlock) offerAbsent(true);
}

/// One turn.
WalletService::Progress WalletService::followSome() {
    const storage::ChainReader::Snapshot snapshot(*m_reader);
    const auto tip = m_reader->tip();
    if (!tip) return Progress::Failed;
    m_chainHeight = tip->height;
    auto done = leaveOldBranch();
    for (int blocks = 0; done && blocks < kBlocksPerTurn; ++blocks) {
        const std::int32_t next = m_file.wallet->tip().height + 1;
        if (next > tip->height) break;
        const auto stored = m_reader->blockAt(next);
        if (!stored || !*stored) return Progress::Failed;
        const auto block = m_reader->readBlock((*stored)->record.hash);
        if (!block || !*block) return Progress::Failed;
        done = m_file.wallet->applyBlock(**block, (*stored)->record.hash, next, false);
    }
    if (done) done = m_file.wallet->flush();
    if (!done) {
        tryAgain(done.error());
        return Progress::Failed;
    }
    m_status.problem.reset();
    if (m_file.wallet->tip().height < tip->height) return Progress::More;
    if (!m_secondLook.step(*m_reader, *m_file.wallet, kBlocksPerTurn)) return Progress::Level;
    m_mempoolWanted = true; // what was found may be spent, or paid to, there
    if (const auto written = m_file.wallet->flush(); !written) {
        m_secondLook.takeBack();
        tryAgain(written.error());
        return Progress::Failed;
    }
    m_secondLook.accept();
    return Progress::More;
}

void WalletService::rescan(std::int32_t first, std::int32_t last,
                           std::function<void(std::optional<std::int32_t>)> done) {
    endRescan({});
    if (!m_file.wallet) return done({});
    m_secondLook.rescan(first, last);
    m_rescanLast = last;
    m_rescanDone = std::move(done);
    follow();
}

bool WalletService::abortRescan() {
    const bool isThere = bool(m_rescanDone);
    m_secondLook.abortRescan();
    endRescan({});
    return isThere;
}

void WalletService::endRescan(std::optional<std::int32_t> height) {
    if (const auto done = std::exchange(m_rescanDone, {})) done(height);
}

/// Undoes what is no longer in the best chain.
Result<void, wallet::WalletFailure> WalletService::leaveOldBranch() {
    const auto isBest = [&](const wallet::WalletTip& block) {
        const auto stored = m_reader->blockAt(block.height);
        return stored && *stored && (*stored)->record.hash == block.hash;
    };
    const wallet::WalletTip at = m_file.wallet->tip();
    if (at.height < 0 || at.hash.isNull() || isBest(at)) return {};
    m_mempoolWanted = true; // what was confirmed waits again: who knows where
    const auto recent = m_file.wallet->recentBlocks();
    const auto fork = std::find_if(recent.rbegin(), recent.rend(), isBest);
    return fork != recent.rend() ? m_file.wallet->revertTo(fork->height) : m_file.wallet->restartFrom(0);
}

/// The disk failed: what was to be written comes again.
void WalletService::tryAgain(const wallet::WalletFailure& failure) {
    reportProblem(problemOf(failure, m_status.name, m_config.paths.wallet(m_status.name)));
    m_mempoolWanted = true;
    if (m_file.wallet->isUncertain()) return; // until it is opened anew
    if (!m_retryTimer.isActive()) m_retryTimer.start(kRetryMs);
}

void WalletService::transactionAdded(const primitives::TransactionRef& transaction) {
    if (!m_file.wallet) return;
    const auto mine = m_file.wallet->applyWaiting(transaction);
    if (!mine) return tryAgain(mine.error());
    if (!*mine) return;
    schedulePublish();
    if (m_file.wallet->growth() != m_growth) follow();
}

void WalletService::transactionRemoved(const primitives::TxId& txid, chain::MempoolLeave why) {
    if (!m_file.wallet || !m_file.wallet->transaction(txid)) return;
    m_file.wallet->setAbsent(txid, absenceOf(why));
    schedulePublish();
}

void WalletService::askForMempool() {
    if (m_mempoolAsked) return;
    m_mempoolAsked = true;
    m_mempoolWanted = false;
    emit wantsMempool(m_opening);
}

void WalletService::takeMempool(quint64 opening, const std::vector<primitives::TransactionRef>& all) {
    if (!m_file.wallet || opening != m_opening) return;
    m_mempoolAsked = false;
    const auto taken = m_file.wallet->applyMempool(all);
    m_mempoolKnown = true; // where it is not, the mempool refuses what it has spent already
    if (!taken) tryAgain(taken.error());
    schedulePublish();
    if (m_mempoolWanted && taken) follow();
    offerAbsent(true);
    nextPayment();
}

std::optional<Result<void, storage::StorageError>> WalletService::backUpTo(const QString& path) {
    if (!m_file.database) return std::nullopt;
    return m_file.database->backUpTo(path);
}

Result<void, wallet::WalletFailure> WalletService::keepCopy() {
    if (!m_file.wallet->isEncrypted()) return {};
    if (const auto flushed = m_file.wallet->flush(); !flushed) return fail(flushed.error());
    const auto kept = keepWalletCopy(m_config.paths, m_status.name, *m_file.database, m_config.clock->now());
    if (!kept)
        return fail(wallet::WalletFailure{wallet::WalletError::Store, kept.error().what.toStdString()});
    return {};
}

Result<wallet::DrillReport, WalletProblem> WalletService::drillCopy(const QString& backup) {
    const auto report = drillWalletCopy(m_config.paths.wallet(m_status.name) + QStringLiteral(".try"), backup,
                                        *m_file.wallet, *m_config.clock, options());
    if (!report) return fail(problemOf(report.error(), m_status.name, backup));
    return *report;
}

void WalletService::changed() {
    publish();
}

/// Block times wander by two hours at most, and the median by another two.
std::int32_t WalletService::heightBefore(std::int64_t time) const {
    constexpr std::int64_t kMargin = 4 * 3'600;
    std::int32_t low = 0, high = std::max(m_chainHeight, 0);
    while (low < high) {
        const std::int32_t middle = low + (high - low) / 2;
        const auto block = m_reader->blockAt(middle);
        const bool isBefore = block && *block && std::int64_t((*block)->record.header.time) < time - kMargin;
        if (isBefore)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void WalletService::lookBack(std::int64_t time, std::function<void()> done) {
    if (!m_file.wallet || !m_reader) return done();
    rescan(heightBefore(time), std::numeric_limits<std::int32_t>::max(),
           [done = std::move(done)](std::optional<std::int32_t>) { done(); });
}

void WalletService::setAutoLock(int minutes) {
    m_config.autoLockMinutes = minutes;
    if (!m_locksForCertain) m_lockTimer.stop();
    if (m_file.wallet) watchTheLock();
}

Result<void, wallet::WalletFailure> WalletService::unlockFor(std::string_view passphrase, int seconds) {
    auto done = m_file.wallet->unlock(passphrase);
    if (done) {
        m_locksForCertain = true;
        m_lockAt = m_config.clock->now() + seconds;
        m_lockTimer.start(std::clamp(seconds, 0, kMostTimerSeconds) * 1'000);
    }
    changed();
    return done;
}

void WalletService::lockWhenItIsTime() {
    if (!m_file.wallet) return;
    const std::int64_t left = m_locksForCertain ? m_lockAt - m_config.clock->now() : 0;
    if (left > kMostTimerSeconds) return m_lockTimer.start(kMostTimerSeconds * 1'000);
    m_file.wallet->lock();
    publish();
}

std::optional<std::int64_t> WalletService::locksAt() const {
    if (m_file.wallet->isLocked() || !m_lockTimer.isActive()) return std::nullopt;
    if (m_locksForCertain) return m_lockAt;
    return m_config.clock->now() + m_lockTimer.remainingTime() / 1'000;
}

/// The time runs from the unlocking, or the last payment, on.
void WalletService::watchTheLock() {
    const bool isOpen = m_file.wallet->isEncrypted() && !m_file.wallet->isLocked();
    m_locksForCertain = m_locksForCertain && isOpen;
    if (m_locksForCertain) return;
    if (!isOpen || m_config.autoLockMinutes == 0) return m_lockTimer.stop();
    if (!m_lockTimer.isActive()) m_lockTimer.start(m_config.autoLockMinutes * 60'000);
}

void WalletService::publishPending() {
    if (m_publishTimer.isActive()) publish();
}

void WalletService::schedulePublish() {
    if (!m_publishTimer.isActive()) m_publishTimer.start(m_status.scanning ? kScanPublishMs : 20);
}

void WalletService::publish() {
    m_publishTimer.stop();
    m_status.isOpen = m_file.wallet != nullptr;
    if (m_file.wallet) {
        if (m_status.encrypted != m_file.wallet->isEncrypted())
            noteEncrypted(m_config.paths, m_status.name, m_file.wallet->isEncrypted());
        m_status.encrypted = m_file.wallet->isEncrypted();
        m_status.locked = m_file.wallet->isLocked();
        m_status.backedUp = m_file.wallet->isBackedUp();
        m_status.watchOnly = m_file.wallet->isWatchOnly();
        m_status.uncertain = m_file.wallet->isUncertain();
        m_status.isShared = m_file.wallet->isShared();
        m_status.needsOthers = m_file.wallet->needsOthers();
        m_status.balance = m_file.wallet->balance(chainHeight());
        m_status.historySize = std::int64_t(m_file.wallet->historySize());
        m_status.syncedHeight = m_file.wallet->tip().height;
        m_status.scanning = m_chainHeight - m_status.syncedHeight > kScanningDistance || bool(m_rescanDone);
        watchTheLock();
        m_status.locksAt = locksAt();
        m_status.historyRevision = m_file.wallet->historyRevision();
        m_status.addressRevision = m_file.wallet->addressRevision();
        m_status.people = m_file.wallet->people();
    }
    publishScripts();
    ++m_status.revision;
    m_published.set(std::make_shared<const WalletStatus>(m_status));
    emit statusChanged();
}

void WalletService::publishScripts() {
    if (!m_file.wallet) return;
    const auto more = m_file.wallet->ownScripts(m_scriptsSeen);
    if (more.empty()) return;
    m_scriptsSeen += more.size();
    auto own = std::make_shared<OwnScripts>(*m_scripts.get());
    own->add(more);
    m_scripts.set(std::move(own));
}

void WalletService::reportProblem(const WalletProblem& problem) {
    util::logError("wallet", toString(problem));
    m_status.problem = problem;
    publish();
}

// --- paying

WalletService::Plan WalletService::draft(const wallet::PaymentRequest& request) const {
    if (!m_file.wallet) return fail(PayFailure{wallet::PaymentError::NoWallet});
    auto drafted = m_file.wallet->draft(request, chainHeight());
    if (!drafted) return fail(toPayFailure(drafted.error()));
    return *drafted;
}

void WalletService::pay(Payment payment) {
    m_payments.push_back(std::move(payment));
    nextPayment();
}

void WalletService::nextPayment() {
    if (m_paying || m_payments.empty() || (m_file.wallet && !m_mempoolKnown)) return;
    m_paying = true;
    const Payment payment = std::move(m_payments.front());
    m_payments.pop_front();
    startPayment(payment);
}

/// On disk first, then into the mempool: whatever stops the program in between, the wallet knows what may
/// have gone out, and offers it again at the next start.
void WalletService::startPayment(const Payment& payment) {
    const auto refuse = [this, &payment](const PayFailure& failure) {
        m_paying = false;
        payment.answer(fail(failure));
        nextPayment();
    };
    if (!m_file.wallet) return refuse(PayFailure{wallet::PaymentError::NoWallet});
    const Plan plan = payment.plan(*this);
    if (!plan) return refuse(plan.error());
    const auto committed = m_file.wallet->commit(*plan, payment.note.toStdString());
    if (!committed) return refuse(toPayFailure(committed.error()));
    publish();
    m_sending = (*committed)->txid();
    if (m_lockTimer.isActive() && !m_locksForCertain) m_lockTimer.start();
    const SentPayment sent{*committed, plan->fee};
    payment.submit({*committed, plan->replaces}, [service = QPointer<WalletService>(this), payment, sent,
                                                  opening = m_opening](const Taken& taken) {
        if (service) return service->finishPayment(payment, sent, taken, opening);
        // Stopping. One that was refused goes on at the next start.
        payment.answer(SentPayment{sent.transaction, sent.fee, !taken});
    });
}

void WalletService::finishPayment(const Payment& payment, const SentPayment& sent, const Taken& taken,
                                  quint64 opening) {
    m_paying = false;
    m_sending.reset();
    const primitives::TxId& txid = sent.transaction->txid();
    if (taken || meansThere(taken.error().reason)) {
        if (taken || taken.error().reason != consensus::Reject::AlreadyKnown) noteTaken(txid, opening);
        payment.answer(sent);
    } else if (withdraw(txid, opening)) {
        const auto error = meansOtherCoins(taken.error().reason) ? wallet::PaymentError::CoinsChanged
                                                                 : wallet::PaymentError::Refused;
        payment.answer(fail(PayFailure{error, {}, {}, taken.error()}));
    } else {
        payment.answer(SentPayment{sent.transaction, sent.fee, true});
    }
    nextPayment();
}

/// Whether nothing of it is anywhere. What the disk still has may not be called a failure: it would go out
/// at the next start, and somebody might have paid again.
bool WalletService::withdraw(const primitives::TxId& txid, quint64 opening) {
    if (!m_file.wallet || m_opening != opening) return false;
    const auto done = m_file.wallet->withdraw(txid);
    if (!done) {
        m_file.wallet->setAbsent(txid, wallet::Absence::Refused);
        reportProblem(problemOf(done.error(), m_status.name, m_config.paths.wallet(m_status.name)));
    }
    publish();
    return done.has_value();
}

/// One that was handed out for rewards and never got any, from an earlier start, does as well.
void WalletService::renewRewardScript() {
    if (!m_file.wallet) return emit rewardScriptMade({});
    const auto address = m_file.wallet->rewardAddress();
    if (!address) {
        m_wantsRewardScript = address.error().error != wallet::WalletError::NoAddress;
        if (m_wantsRewardScript) tryAgain(address.error());
        return emit rewardScriptMade({});
    }
    if (m_file.wallet->addressRevision() != m_status.addressRevision) schedulePublish();
    emit rewardScriptMade(address->scriptPubKey);
}

} // namespace node

#include "moc_WalletService.cpp"
