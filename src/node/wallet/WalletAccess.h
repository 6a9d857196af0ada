#pragma once

#include "node/Board.h"
#include "node/Resident.h"
#include "node/chain/Engine.h"
#include "node/wallet/WalletCopies.h"
#include "node/wallet/WalletHouse.h"
#include "wallet/text/Labels.h"

#include <limits>

namespace node {

/// The open wallets, for everybody else: the handle that Node gives acts on the selected one of its moment,
/// `named` and `current` give handles of one and the same. Futures give nothing (`std::nullopt`) when that is
/// not open, and are cancelled when the node stops first. Copies are the same wallet. Thread: any.
class WalletAccess {
public:
    template <class T>
    using Answer = QFuture<std::optional<T>>;
    template <class T>
    using Reply = std::optional<Result<T, wallet::WalletFailure>>;
    template <class T>
    using Outcome = QFuture<Reply<T>>;

    /// Needs: the thread outlives it.
    WalletAccess(const ServiceThread& walletThread, const Resident<Engine>& engine,
                 BoardRef<WalletStatus> board, DataPaths paths);

    [[nodiscard]] WalletAccess named(const QString& name) const;
    /// The selected wallet, whatever is selected later: for what takes more than one step.
    [[nodiscard]] WalletAccess current() const { return m_place ? *this : named(status()->name); }
    /// Of one that is not open: closed, and nameless.
    [[nodiscard]] std::shared_ptr<const WalletStatus> status() const;
    [[nodiscard]] std::shared_ptr<const OwnScripts> ownScripts() const;
    /// The wallets that there are files of.
    [[nodiscard]] QStringList names() const;
    /// Those that are open, in the order they were opened.
    [[nodiscard]] QStringList openNames() const;
    /// `question` gets `const wallet::Wallet&` and the best height, on the wallet thread.
    template <class F>
    auto ask(F question) const {
        return withOpen<const wallet::Wallet>(std::move(question), false);
    }

    // --- files ---
    // By name, whichever wallet this is; those that are open stay open.
    using Done = QFuture<Result<void, WalletProblem>>;
    /// Makes a wallet file and opens it. `words` empty: fresh ones.
    Done create(QString name, crypto::SecretString words, crypto::SecretString wordPassphrase,
                crypto::SecretString passphrase, bool scanFromGenesis) const;
    /// The same of a wallet that starts as told.
    Done create(QString name, wallet::NewWallet start, WalletOpening how = {}) const;
    /// Opens a copy of a wallet file under a name that no wallet has.
    Done restore(QString name, QString backup, WalletOpening how = {}) const;
    Done open(QString name, crypto::SecretString passphrase = {}, WalletOpening how = {}) const;
    /// False when it is not open.
    QFuture<Result<bool, WalletProblem>> closeNamed(QString name, std::optional<bool> atStart) const;
    static constexpr std::int32_t kTip = std::numeric_limits<std::int32_t>::max();
    /// Looks for payments in these blocks once more: see WalletService::rescan. Gives the height at the end;
    /// nothing inside: aborted.
    Answer<std::optional<std::int32_t>> rescan(std::int32_t first, std::int32_t last = kTip) const;
    /// False when there is none.
    Answer<bool> abortRescan() const;
    /// The dated copies of the wallet that were made before risky acts, the newest first.
    [[nodiscard]] std::vector<WalletCopy> copies() const;
    /// See WalletService::drillCopy.
    Answer<Result<wallet::DrillReport, WalletProblem>> drillCopy(QString backup) const;
    /// A copy of the open wallet's file where there is none yet.
    Answer<Result<void, storage::StorageError>> backUp(QString path) const;

    // --- addresses and notes ---
    /// See wallet::Wallet for each.
    Outcome<wallet::WalletAddress> currentReceiveAddress() const;
    Outcome<wallet::WalletAddress> newReceiveAddress(std::string label,
                                                     std::optional<wallet::AddressType> type = {}) const;
    Outcome<wallet::WalletAddress> newChangeAddress(std::optional<wallet::AddressType> type) const;
    Outcome<void> watchAhead(std::uint32_t count) const;
    Outcome<void> setAddressLabel(std::string address, std::string label) const;
    Outcome<std::size_t> takeLabels(std::vector<wallet::LabelRow> rows) const;
    Outcome<void> setPeople(std::vector<wallet::KnownAddress> entries) const;
    Outcome<wallet::Invoice> addInvoice(wallet::Invoice wanted, std::string label) const;
    Outcome<void> removeInvoice(std::string address) const;
    Outcome<void> setNote(primitives::TxId txid, std::string note) const;
    Outcome<void> setFrozen(std::vector<primitives::OutPoint> coins, bool isFrozen,
                            wallet::Freeze how = wallet::Freeze::Stored) const;
    /// See WalletService::abandon.
    Outcome<void> abandon(primitives::TxId txid) const;

    // --- descriptors and keys ---
    /// `lookBackTo`: unix seconds from which on the chain is read again for what came to them; nothing: not
    /// at all. Answers when that is done.
    Outcome<std::vector<wallet::ImportOutcome>>
    importDescriptors(std::vector<wallet::DescriptorImport> imports,
                      std::optional<std::int64_t> lookBackTo) const;
    Outcome<void> unlock(crypto::SecretString passphrase) const;
    Answer<bool> lock() const;
    void lockAll() const;
    /// See WalletService::unlockFor.
    Outcome<void> unlockFor(crypto::SecretString passphrase, int seconds) const;
    /// Of all wallets: see WalletService::setAutoLock.
    void setAutoLock(int minutes) const;
    Outcome<void> changePassphrase(crypto::SecretString old, crypto::SecretString fresh) const;
    Outcome<void> confirmBackup(std::string account) const;

    // --- paying: one way for every face, a plan and that plan committed. Payments go one after the other;
    // each is recorded in the wallet first, then offered to the mempool, then answered.
    /// The plan: nothing is signed, nothing changes.
    QFuture<Result<wallet::PaymentDraft, PayFailure>> draft(wallet::PaymentRequest request) const;
    /// See WalletService::situationOf; `reasonToWait` makes the reason of it, once the node's side is told.
    QFuture<std::optional<WaitSituation>> situationOf(primitives::TxId txid) const;
    /// The plan to speed up a payment that waits, or to call it back: `commit` sends it. See
    /// `speedUpRequest`, and wallet::Wallet::planSpeedUp.
    QFuture<wallet::SpeedUpResult> planSpeedUp(wallet::SpeedUpRequest request) const;
    /// Sends exactly this plan, or nothing: CoinsChanged when its coins have gone meanwhile.
    QFuture<Result<SentPayment, PayFailure>> commit(wallet::PaymentDraft draft, QString note = {}) const;
    /// Plan and commit in one turn, for programs that were given a free hand.
    QFuture<Result<SentPayment, PayFailure>> pay(wallet::PaymentRequest request, QString note = {}) const;
    /// The same of a plan that `plan` makes; it gets the best height, too.
    using Planner = std::function<WalletService::Plan(const wallet::Wallet&, std::int32_t)>;
    QFuture<Result<SentPayment, PayFailure>> pay(Planner plan, QString note = {}) const;

    // --- for Node ---
    /// What is opened follows the engine's chain; `giveRewardScript` gets a fresh script for rewards when
    /// another wallet is selected. Thread: wallet.
    void start(WalletService::Config config, ChainFeed& feed,
               std::function<void(util::Bytes)> giveRewardScript) const;
    /// See WalletHouse::openAtStart; made when it is missing. Errors: why it is not open, and the exit code
    /// of a start that needs it. Thread: wallet.
    Result<void, WalletProblem> openFirst(const QString& name, const crypto::SecretString& passphrase) const;
    /// Another script for rewards, please.
    void renewRewardScript() const;
    /// Thread: wallet.
    void close() const { m_house.clear(); }

private:
    using Place = std::optional<QString>; ///< name; nothing: the selected one
    template <class Wallet, class F>
    auto withOpen(F task, bool changes) const {
        using T = std::invoke_result_t<F, Wallet&, std::int32_t>;
        return withService([task = std::move(task), changes](WalletService& service) mutable {
            service.publishPending();
            T out = task(*service.wallet(), service.chainHeight());
            if (changes) service.changed();
            return out;
        });
    }
    /// `task` gets the service of an open wallet, on the wallet thread.
    template <class F>
    auto withService(F task) const {
        using T = std::invoke_result_t<F, WalletService&>;
        return m_house.ask([task = std::move(task), place = m_place](WalletHouse& house) mutable {
            WalletService* const service = house.find(place);
            return service != nullptr ? std::optional<T>(task(*service)) : std::nullopt;
        });
    }
    template <class F>
    auto change(F task) const {
        return withOpen<wallet::Wallet>(
            [task = std::move(task)](wallet::Wallet& wallet, std::int32_t) mutable { return task(wallet); },
            true);
    }
    /// As `change`, once there is a dated copy of the file.
    template <class F>
    auto changeAfterCopy(F task) const {
        using T = std::invoke_result_t<F, wallet::Wallet&>;
        return withService([task = std::move(task)](WalletService& service) mutable -> T {
            if (auto kept = service.keepCopy(); !kept) return fail(std::move(kept.error()));
            service.publishPending();
            T out = task(*service.wallet());
            service.changed();
            return out;
        });
    }
    QFuture<Result<SentPayment, PayFailure>> enqueue(WalletService::Payment payment) const;

    Resident<WalletHouse> m_house;
    Resident<Engine> m_engine;
    BoardRef<WalletStatus> m_board; ///< of the selected wallet
    std::shared_ptr<util::Published<OwnScripts>> m_scripts = std::make_shared<util::Published<OwnScripts>>();
    std::shared_ptr<util::Published<OpenWallets>> m_open = std::make_shared<util::Published<OpenWallets>>();
    DataPaths m_paths;
    Place m_place;
};

} // namespace node
