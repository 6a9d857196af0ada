#include "node/wallet/WalletService.h"

#include "node/wallet/WalletFiles.h"
#include "util/Log.h"

#include <QFile>
#include <QPointer>

#include <algorithm>
#include <utility>

namespace node {

namespace {

constexpr int kBlocksPerTurn = 100;
constexpr int kScanPublishMs = 250;
constexpr std::int32_t kScanningDistance = 50; ///< blocks behind that are called scanning
constexpr std::int32_t kBirthMargin =
    100; ///< blocks before a wallet was made that it reads all the same: they may be replaced

/// What the disk or the store said of it goes to the log.
QString sentenceOf(const wallet::WalletFailure& failure) {
    using Error = wallet::WalletError;
    if (!failure.detail.empty()) util::logError("wallet", failure.detail);
    switch (failure.error) {
    case Error::WrongPassphrase:
        return QStringLiteral("The passphrase is wrong.");
    case Error::AlreadyEncrypted:
        return QStringLiteral("The wallet is encrypted already.");
    case Error::NotEncrypted:
        return QStringLiteral("The wallet is not encrypted.");
    case Error::Locked:
        return QStringLiteral("The wallet is locked.");
    case Error::WrongNetwork:
        return QStringLiteral("The wallet belongs to another network. Nothing was changed.");
    case Error::Damaged:
        return QStringLiteral("The wallet file is damaged. Restore it from its words or from a copy.");
    case Error::NotFound:
        return QStringLiteral("The wallet does not know this address or transaction.");
    case Error::NoAddress:
        return QStringLiteral("The wallet makes no addresses of this kind.");
    case Error::Store:
        break;
    }
    return QStringLiteral(
        "The wallet file cannot be written. Look whether the disk is full, or may not be written.");
}

QString sentenceOf(const storage::StorageError& error, const QString& path) {
    using Kind = storage::StorageError::Kind;
    util::logError("wallet", error.what.toStdString());
    switch (error.kind) {
    case Kind::Damaged:
        return QStringLiteral(
                   "The wallet file %1 is damaged, and its keys cannot be read. Restore it from its words or "
                   "from a copy; the chain is not affected.")
            .arg(path);
    case Kind::Newer:
        return QStringLiteral("The wallet file %1 was written by a newer version of Cairn.").arg(path);
    case Kind::Full:
        return QStringLiteral("There is no space left on the disk for the wallet file %1.").arg(path);
    case Kind::ReadOnly:
        return QStringLiteral("The wallet file %1 may not be written.").arg(path);
    case Kind::Busy:
        return QStringLiteral("The wallet file %1 is in use by another program.").arg(path);
    case Kind::Io:
        break;
    }
    return QStringLiteral("The wallet file %1 cannot be read or written.").arg(path);
}

QString sentenceOf(const WalletFileError& error, const QString& path) {
    if (const auto* disk = std::get_if<storage::StorageError>(&error)) return sentenceOf(*disk, path);
    return sentenceOf(std::get<wallet::WalletFailure>(error));
}

/// Exit code of a start that wants this wallet.
int exitCodeOf(const WalletFileError& error) {
    if (isDamage(error)) return 5;
    if (const auto* disk = std::get_if<storage::StorageError>(&error)) {
        return disk->kind == storage::StorageError::Kind::Newer  ? 4
               : disk->kind == storage::StorageError::Kind::Busy ? 3
                                                                 : 1;
    }
    const auto kind = std::get<wallet::WalletFailure>(error).error;
    return kind == wallet::WalletError::WrongPassphrase ? 2
           : kind == wallet::WalletError::WrongNetwork  ? 4
                                                        : 1;
}

QString badName(const QString& name) {
    return QStringLiteral("\"%1\" is no wallet name: use letters, digits, spaces, - and _.").arg(name);
}

PayFailure toPayFailure(const wallet::PaymentFailure& failure) {
    return {failure.error, failure.available, failure.needed};
}

/// The mempool says that a coin of a payment is not there, or not free.
bool meansOtherCoins(consensus::Reject reason) {
    using enum consensus::Reject;
    return reason == MissingOrSpent || reason == MissingInputs || reason == MempoolConflict ||
           reason == SpendsConflicting;
}

} // namespace

WalletService::WalletService(Config config) : m_config(std::move(config)), m_publishTimer(this) {
    m_publishTimer.setSingleShot(true);
    connect(&m_publishTimer, &QTimer::timeout, this, &WalletService::publish);
    if (auto reader = storage::ChainReader::open(m_config.chainPath))
        m_reader = std::move(*reader);
    else
        util::logError("wallet", "the chain cannot be read: " + reader.error().what.toStdString());
}

WalletService::~WalletService() {
    close();
}

wallet::WalletOptions WalletService::options() const {
    wallet::WalletOptions options;
    options.addresses = m_config.params.addresses;
    options.genesis = m_config.params.genesisHash;
    options.coinbaseMaturity = m_config.params.rules().coinbaseMaturity;
    options.kdf = m_config.kdf;
    return options;
}

Result<void, StartError> WalletService::openAtStart(const QString& name,
                                                    const crypto::SecretString& passphrase) {
    if (const auto opened = open(name, passphrase, true); !opened)
        return fail(StartError{m_exitCode, opened.error()});
    return {};
}

/// Nothing is open, and the status says why.
Result<void, QString> WalletService::refuse(int exitCode, const QString& sentence) {
    m_exitCode = exitCode;
    close();
    reportProblem(sentence);
    return fail(sentence);
}

Result<void, QString> WalletService::open(const QString& name, const crypto::SecretString& passphrase,
                                          bool createIfMissing) {
    if (!isWalletName(name)) return fail(badName(name));
    const QString path = m_config.paths.wallet(name);
    if (!holdsWallet(path)) {
        if (wasEncrypted(m_config.paths, name)) {
            return refuse(
                5, QStringLiteral("The wallet \"%1\" was encrypted, and its file %2 %3. Nothing was made in "
                                  "its place. Put the file back from a copy, restore it from its words, or "
                                  "open another with --wallet NAME.")
                       .arg(name, path,
                            QFile::exists(path) ? QStringLiteral("is empty") : QStringLiteral("is missing")));
        }
        if (!createIfMissing) return fail(QStringLiteral("There is no wallet named \"%1\".").arg(name));
        return create(name, {}, {}, passphrase, false);
    }
    close();
    auto file = openWalletFile(path, *m_config.clock, options());
    if (!file && isDamage(file.error())) {
        util::logError("wallet", sentenceOf(file.error(), path).toStdString());
        if (const auto kept = rescueWallet(path, *m_config.clock, options())) {
            util::logWarning(
                "wallet", "a part of the wallet file was damaged: keys, addresses and labels are whole, the "
                          "rest is read from the chain again; the old file is kept as " +
                              kept->toStdString());
            file = openWalletFile(path, *m_config.clock, options());
        } else {
            file = fail(kept.error());
        }
    }
    if (!file) return refuse(exitCodeOf(file.error()), sentenceOf(file.error(), path));
    if (!passphrase.empty() && file->wallet->isEncrypted()) {
        if (const auto ok = file->wallet->unlock(passphrase); !ok)
            return refuse(exitCodeOf(ok.error()), sentenceOf(ok.error()));
    }
    m_database = std::move(file->database);
    m_wallet = std::move(file->wallet);
    m_status = WalletStatus{};
    m_status.name = name;
    m_broadcastDone = false;
    publish();
    renewRewardScript();
    follow();
    return {};
}

Result<void, QString> WalletService::create(const QString& name, crypto::SecretString words,
                                            crypto::SecretString wordPassphrase,
                                            crypto::SecretString passphrase, bool scanFromGenesis) {
    wallet::NewWallet start;
    start.words = words.empty() ? wallet::newMnemonic(12) : std::move(words);
    start.wordPassphrase = std::move(wordPassphrase);
    start.passphrase = std::move(passphrase);
    return create(name, std::move(start), scanFromGenesis);
}

Result<void, QString> WalletService::create(const QString& name, wallet::NewWallet start,
                                            bool scanFromGenesis) {
    if (!isWalletName(name)) return fail(badName(name));
    const QString path = m_config.paths.wallet(name);
    if (holdsWallet(path)) return fail(QStringLiteral("There is a wallet named \"%1\" already.").arg(name));
    if (!scanFromGenesis && m_reader) {
        if (const auto tip = m_reader->tip()) start.birthHeight = std::max(0, tip->height + 1 - kBirthMargin);
    }
    close();
    if (const auto made = makeWallet(path, *m_config.clock, options(), start); !made)
        return refuse(exitCodeOf(made.error()), sentenceOf(made.error(), path));
    noteEncrypted(m_config.paths, name, !start.passphrase.empty());
    return open(name, start.passphrase, false);
}

Result<void, QString> WalletService::restore(const QString& name, const QString& backup) {
    if (!isWalletName(name)) return fail(badName(name));
    const QString path = m_config.paths.wallet(name);
    if (holdsWallet(path)) return fail(QStringLiteral("There is a wallet named \"%1\" already.").arg(name));
    if (const auto copied = restoreWallet(path, backup, *m_config.clock, options()); !copied)
        return fail(sentenceOf(copied.error(), backup));
    return open(name, {}, false);
}

bool WalletService::closeNamed(const QString& name) {
    if (!m_wallet || m_status.name != name) return false;
    close();
    publish();
    renewRewardScript();
    return true;
}

void WalletService::close() {
    ++m_opening;
    endLookingBack();
    if (m_wallet) {
        if (const auto ok = m_wallet->flush(); !ok) util::logError("wallet", ok.error().detail);
        m_wallet->lock();
    }
    m_wallet.reset();
    m_database.reset();
    m_scripts.set(std::make_shared<const OwnScripts>());
    m_scriptsSeen = 0;
    m_status = WalletStatus{};
}

// --- following

void WalletService::follow() {
    if (m_followPosted || !m_wallet || !m_reader) return;
    const bool more = followSome();
    schedulePublish();
    if (more) {
        m_followPosted = true;
        QMetaObject::invokeMethod(
            this,
            [this] {
                m_followPosted = false;
                follow();
            },
            Qt::QueuedConnection);
        return;
    }
    endLookingBack();
    if (m_broadcastDone) return;
    m_broadcastDone = true;
    const bool reorganised = std::exchange(m_reorganised, false);
    const std::vector<primitives::TransactionRef> waiting = m_wallet->waitingTransactions();
    for (const auto& transaction : waiting)
        emit wantsBroadcast(transaction, reorganised);
}

/// One turn. True when there is more to do.
bool WalletService::followSome() {
    const storage::ChainReader::Snapshot snapshot(*m_reader);
    const auto tip = m_reader->tip();
    if (!tip) return false;
    m_chainHeight = tip->height;
    // Undo what is no longer in the best chain.
    const auto isBest = [&](const wallet::WalletTip& block) {
        const auto stored = m_reader->blockAt(block.height);
        return stored && *stored && (*stored)->record.hash == block.hash;
    };
    const wallet::WalletTip at = m_wallet->tip();
    if (at.height >= 0 && !at.hash.isNull() && !isBest(at)) {
        const auto recent = m_wallet->recentBlocks();
        std::int32_t fork = -1;
        for (auto block = recent.rbegin(); block != recent.rend(); ++block) {
            if (!isBest(*block)) continue;
            fork = block->height;
            break;
        }
        const auto ok = fork >= 0 ? m_wallet->revertTo(fork) : m_wallet->restartFrom(0);
        m_broadcastDone = false; // what was confirmed waits again
        m_reorganised = m_reorganised || fork >= 0;
        if (!ok) {
            reportProblem(sentenceOf(ok.error()));
            return false;
        }
    }
    for (int done = 0; done < kBlocksPerTurn; ++done) {
        const std::int32_t next = m_wallet->tip().height + 1;
        if (next > tip->height) break;
        const auto stored = m_reader->blockAt(next);
        if (!stored || !*stored) return false;
        const auto block = m_reader->readBlock((*stored)->record.hash);
        if (!block || !*block) return false;
        if (const auto ok = m_wallet->applyBlock(**block, (*stored)->record.hash, next, false); !ok) {
            reportProblem(sentenceOf(ok.error()));
            return false;
        }
    }
    if (const auto ok = m_wallet->flush(); !ok) {
        reportProblem(sentenceOf(ok.error()));
        return false;
    }
    return m_wallet->tip().height < tip->height;
}

void WalletService::transactionAdded(const primitives::TransactionRef& transaction) {
    if (!m_wallet) return;
    const auto mine = m_wallet->applyWaiting(transaction);
    if (!mine)
        reportProblem(sentenceOf(mine.error()));
    else if (*mine)
        schedulePublish();
}

std::optional<Result<void, storage::StorageError>> WalletService::backUpTo(const QString& path) {
    if (!m_database) return std::nullopt;
    return m_database->backUpTo(path);
}

void WalletService::transactionRemoved(const primitives::TxId& txid) {
    if (!m_wallet || !m_wallet->transaction(txid)) return;
    if (const auto ok = m_wallet->removeWaiting(txid); !ok) reportProblem(sentenceOf(ok.error()));
    schedulePublish();
}

void WalletService::broadcastRefused(const primitives::TxId& txid, consensus::Reject reason) {
    using enum consensus::Reject;
    switch (reason) {
    case AlreadyInMempool:
    case SameNonWitnessData:
    case AlreadyKnown:
    case MempoolFull:
    case MempoolMinFee:
    case MinRelayFee:
    case NonFinalMempool:
    case SequenceLocksMempool:
    case DiskFailed:
        return;
    default:
        transactionRemoved(txid);
    }
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
    if (!m_wallet || !m_reader) return done();
    m_lookedBack.push_back(std::move(done));
    if (const auto ok = m_wallet->restartFrom(heightBefore(time)); !ok) {
        reportProblem(sentenceOf(ok.error()));
        return endLookingBack();
    }
    m_broadcastDone = false; // what is not found again waits
    follow();
}

void WalletService::endLookingBack() {
    for (const auto& done : std::exchange(m_lookedBack, {}))
        done();
}

void WalletService::schedulePublish() {
    if (!m_publishTimer.isActive()) m_publishTimer.start(m_status.scanning ? kScanPublishMs : 20);
}

void WalletService::publish() {
    m_publishTimer.stop();
    m_status.isOpen = m_wallet != nullptr;
    if (m_wallet) {
        if (m_status.encrypted != m_wallet->isEncrypted())
            noteEncrypted(m_config.paths, m_status.name, m_wallet->isEncrypted());
        m_status.encrypted = m_wallet->isEncrypted();
        m_status.locked = m_wallet->isLocked();
        m_status.backedUp = m_wallet->isBackedUp();
        m_status.balance = m_wallet->balance(m_chainHeight);
        m_status.historySize = std::int64_t(m_wallet->historySize());
        m_status.syncedHeight = m_wallet->tip().height;
        m_status.scanning = m_chainHeight - m_status.syncedHeight > kScanningDistance;
        m_status.historyRevision = m_wallet->historyRevision();
        m_status.addressRevision = m_wallet->addressRevision();
    }
    publishScripts();
    ++m_status.revision;
    m_published.set(std::make_shared<const WalletStatus>(m_status));
    emit statusChanged();
}

void WalletService::publishScripts() {
    if (!m_wallet) return;
    const auto more = m_wallet->ownScripts(m_scriptsSeen);
    if (more.empty()) return;
    m_scriptsSeen += more.size();
    auto own = std::make_shared<OwnScripts>(*m_scripts.get());
    own->add(more);
    m_scripts.set(std::move(own));
}

void WalletService::reportProblem(const QString& sentence) {
    util::logError("wallet", sentence.toStdString());
    m_status.problem = sentence;
    publish();
}

// --- paying

WalletService::Plan WalletService::draft(const wallet::PaymentRequest& request) const {
    if (!m_wallet) return fail(PayFailure{wallet::PaymentError::NoWallet});
    auto drafted = m_wallet->draft(request, m_chainHeight);
    if (!drafted) return fail(toPayFailure(drafted.error()));
    return *drafted;
}

void WalletService::pay(Payment payment) {
    m_payments.push_back(std::move(payment));
    nextPayment();
}

void WalletService::nextPayment() {
    if (m_paying || m_payments.empty()) return;
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
    if (!m_wallet) return refuse(PayFailure{wallet::PaymentError::NoWallet});
    const Plan plan = payment.plan(*this);
    if (!plan) return refuse(plan.error());
    const auto committed = m_wallet->commit(*plan, payment.note.toStdString());
    if (!committed) return refuse(toPayFailure(committed.error()));
    publish();
    const SentPayment sent{*committed, plan->fee};
    payment.submit(*committed, [service = QPointer<WalletService>(this), payment, sent,
                                opening = m_opening](const Taken& taken) {
        if (service)
            service->finishPayment(payment, sent, taken, opening);
        else if (taken) // stopping; one that was refused is offered again at the next start,
                        // so nobody is told
            payment.answer(sent);
    });
}

void WalletService::finishPayment(const Payment& payment, const SentPayment& sent, const Taken& taken,
                                  quint64 opening) {
    m_paying = false;
    if (taken) {
        payment.answer(sent);
        return nextPayment();
    }
    if (m_wallet && m_opening == opening) {
        if (const auto ok = m_wallet->withdraw(sent.transaction->txid()); !ok)
            reportProblem(sentenceOf(ok.error()));
        publish();
    }
    const auto error = meansOtherCoins(taken.error().reason) ? wallet::PaymentError::CoinsChanged
                                                             : wallet::PaymentError::Refused;
    payment.answer(fail(PayFailure{error, {}, {}, taken.error()}));
    nextPayment();
}

/// One that was handed out for rewards and never got any, from an earlier start, does as well.
void WalletService::renewRewardScript() {
    if (!m_wallet) return emit rewardScriptMade({});
    const auto address = m_wallet->rewardAddress();
    if (!address) {
        if (address.error().error != wallet::WalletError::NoAddress)
            reportProblem(sentenceOf(address.error()));
        return emit rewardScriptMade({});
    }
    if (m_wallet->addressRevision() != m_status.addressRevision) schedulePublish();
    emit rewardScriptMade(address->scriptPubKey);
}

} // namespace node
