#pragma once

#include "util/Result.h"
#include "wallet/WalletTypes.h"

namespace wallet {

struct WalletStoreError {
    enum class Kind {
        Unwritten, ///< nothing of it is in the file
        Damaged,
        /// The disk failed at the end of a commit: the next opening shows whether it is in the file. Until
        /// then nothing more is written.
        Uncertain,
    };
    std::string what;
    Kind kind = Kind::Unwritten;
};

/// The best-chain block the wallet has applied last.
struct WalletTip {
    std::int32_t height = -1;
    primitives::BlockHash hash;
    bool operator==(const WalletTip&) const = default;
};

/// An output descriptor of the wallet: the addresses of a chain. Its private keys, where there are any, are
/// in the property "secret".
struct StoredDescriptor {
    std::uint32_t id = 0;
    std::string text; ///< public keys only, normalised, with checksum
    KeyChain chain = KeyChain::Receive;
    bool isActive = false;      ///< addresses of its type and chain are handed out from it
    std::uint32_t next = 0;     ///< the index that is handed out next
    std::uint32_t rangeEnd = 0; ///< watched up to here at least
    std::int64_t birth = 0;     ///< unix seconds: nothing of it is older
    bool canSign = false;       ///< the wallet has as many of its private keys as an input wants
    bool operator==(const StoredDescriptor&) const = default;
};

/// A key-value row of the wallet: "network" (genesis hash, hex), "account_xpub", "secret" (plain or sealed),
/// "secret_kind", "kdf", "birth_height", "backup_done" …
struct WalletProperty {
    std::string key;
    util::Bytes value;
};

/// A coin row; spent ones are kept so that a block can be undone.
struct StoredCoin {
    WalletCoin coin;
    std::optional<primitives::TxId> spentBy;
};

/// What one change writes, as one transaction.
struct WalletBatch {
    std::vector<WalletProperty> properties;
    std::vector<StoredDescriptor> descriptors;   ///< inserted or replaced by id
    std::vector<WalletAddress> addresses;        ///< inserted or replaced by path
    std::vector<WalletTransaction> transactions; ///< inserted or replaced by txid
    std::vector<primitives::TxId> removedTransactions;
    std::vector<StoredCoin> coins; ///< inserted or replaced by outpoint
    std::vector<primitives::OutPoint> removedCoins;
    /// Blocks applied since: appended to the list of recent blocks (the store keeps the last 1 000 for
    /// reverting).
    std::vector<WalletTip> appliedBlocks;
    /// Recent blocks above this height are forgotten first; nothing: none.
    std::optional<std::int32_t> revertedTo;
};

/// All a wallet keeps on disk, read at once when it is opened.
struct WalletContents {
    std::vector<WalletProperty> properties;
    std::vector<StoredDescriptor> descriptors; ///< by id
    std::vector<WalletAddress> addresses;
    std::vector<WalletTransaction> transactions;
    std::vector<StoredCoin> coins;
    std::vector<WalletTip> recentBlocks; ///< lowest first
};

/// Where a wallet is kept. Implemented by storage::SqliteWalletStore. Thread: wallet.
class WalletStore {
public:
    virtual ~WalletStore() = default;
    /// Everything; empty in a new store.   Errors: `damaged` where a row cannot be one.   Cost: reads it all.
    virtual Result<WalletContents, WalletStoreError> load() = 0;
    /// All of the batch is on disk when it returns, or (after an error) nothing.
    virtual Result<void, WalletStoreError> commit(const WalletBatch& batch) = 0;
};

} // namespace wallet
