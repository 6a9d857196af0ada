#pragma once

#include "node/wallet/WalletService.h"

#include <deque>

namespace node {

/// An open wallet as others see it.
struct OpenWallet {
    std::shared_ptr<const WalletStatus> status;
    std::shared_ptr<const OwnScripts> scripts;
};
/// All of them, in the order they were opened.
using OpenWallets = std::vector<OpenWallet>;

/// How a wallet is opened.
struct WalletOpening {
    enum class Select { Yes, IfNone, No };
    Select select = Select::Yes;        ///< whether it becomes the selected one
    std::optional<bool> atStart = true; ///< whether every start opens it from now on; nothing: as it was
    bool isFresh = false;               ///< one that is open already is an error
};

/// Holds the open wallets, a WalletService each, by name. One of them is selected: the window shows it, and
/// who names none means it. Made and destroyed by WalletAccess. Thread: wallet.
class WalletHouse {
public:
    using Done = WalletService::Done;
    /// Whom it tells.
    struct Outside {
        std::function<void(WalletService&, quint64 number)> connect; ///< a service that was made, to the node
        std::function<void(const OpenWallets&)> opened;              ///< whenever one of them changed
        std::function<void(const std::shared_ptr<const WalletStatus>&,
                           const std::shared_ptr<const OwnScripts>&)>
            selected;                                         ///< changed, or another one is
        std::function<void(const util::Bytes&)> rewardScript; ///< of the selected; empty: there is none
    };
    WalletHouse(WalletService::Config config, Outside outside);
    ~WalletHouse();
    WalletHouse(const WalletHouse&) = delete;
    WalletHouse& operator=(const WalletHouse&) = delete;

    /// The wallet that a start asks for, which is made where there is none; empty: none. Then those that
    /// every start opens: one of them that cannot be opened is left out, and the log says why.
    Done openAtStart(const QString& name, const crypto::SecretString& passphrase);
    Done open(const QString& name, const crypto::SecretString& passphrase, const WalletOpening& how);
    Done create(const QString& name, const wallet::NewWallet& start, bool scanFromGenesis,
                const WalletOpening& how);
    /// Opens a copy of a wallet file under a name that no wallet has.
    Done restore(const QString& name, const QString& backup, const WalletOpening& how);
    /// False when it is not open. Errors: `atStart` could not be noted; it is open as before.
    Result<bool, WalletProblem> close(const QString& name, std::optional<bool> atStart);

    /// Null when none of that name is open; no name: the selected one.
    [[nodiscard]] WalletService* find(const std::optional<QString>& name) const;
    [[nodiscard]] WalletService* numbered(quint64 number) const;
    void lockAll();
    void setAutoLock(int minutes);
    /// Another script for rewards, please.
    void renewRewardScript();

private:
    struct Room {
        quint64 number = 0; ///< never used again
        std::unique_ptr<WalletService> service;
    };
    /// Runs `begin` on a fresh service and takes that in when it went well.
    Done enter(const QString& name, const WalletOpening& how,
               const std::function<Done(WalletService&)>& begin);
    [[nodiscard]] Done note(const QString& name, std::optional<bool> atStart) const;
    [[nodiscard]] bool isToSelect(const WalletOpening& how) const;
    void select(quint64 number);
    void publish();

    WalletService::Config m_config;
    Outside m_outside;
    std::vector<Room> m_rooms;
    quint64 m_last = 0;
    quint64 m_selected = 0; ///< number; 0: none
    WalletStatus m_nobody;  ///< shown when none is selected
    bool m_isOpening = false;
    std::shared_ptr<const WalletStatus> m_shown;
    quint64 m_revision = 0; ///< of what was shown: grows also from one wallet to another
};

} // namespace node
