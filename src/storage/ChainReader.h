#pragma once

#include "chain/ChainTypes.h"
#include "chain/CoinStatistics.h"
#include "storage/StorageError.h"
#include "util/Result.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace storage {

/// A block of the tree as the store has it, without its body.
struct StoredBlock {
    chain::HeaderRecord record;
    chain::BlockFacts facts;
    bool hasBody = false;
    bool inBestChain = false;
};

/// Where a transaction lies in the best chain.
struct TxPlace {
    std::int32_t height = 0;
    std::uint32_t position = 0; ///< in its block, 0 = coinbase
};

/// One transaction of an address: what it brought and took, summed over its outputs and inputs of that
/// script.
struct HistoryRow {
    TxPlace place;
    std::int32_t fundedCount = 0;
    std::int32_t spentCount = 0;
    primitives::Amount funded;
    primitives::Amount spent;
    primitives::TxId txid;
};

/// All transactions of an address, summed. Coins that come again count again: the amounts stop at the end of
/// int64.
struct HistorySums {
    std::int64_t transactionCount = 0;
    std::int64_t fundedCount = 0;
    std::int64_t spentCount = 0;
    primitives::Amount funded;
    primitives::Amount spent;
};

/// A transaction input that spends an output.
struct Spender {
    TxPlace place;
    std::uint32_t input = 0;
    primitives::TxId txid;
};

/// An unspent output of a script.
struct UnspentOutput {
    primitives::OutPoint outpoint;
    TxPlace place;
    consensus::Coin coin;
};

using ScriptHash = util::ByteArray<32>; ///< SHA-256 of a scriptPubKey

/// Typed reads over a read-only connection of its own; each call sees one consistent state, a `Snapshot`
/// makes several calls see the same. Thread: the one that opened it (read pool, wallet).
class ChainReader {
public:
    /// Errors: Damaged (no chain database, or one not brought to this version by ChainDatabase), Newer, Io.
    /// Every question fails with Damaged where a row contradicts itself, and Io or Busy where the disk does.
    static Result<std::unique_ptr<ChainReader>, StorageError> open(const QString& path);
    ~ChainReader();
    ChainReader(const ChainReader&) = delete;
    ChainReader& operator=(const ChainReader&) = delete;

    /// All reads until the object dies see the same state of the file; may be nested.
    class Snapshot {
    public:
        explicit Snapshot(ChainReader& reader);
        ~Snapshot();
        Snapshot(const Snapshot&) = delete;
        Snapshot& operator=(const Snapshot&) = delete;

    private:
        ChainReader& m_reader;
    };

    template <class T>
    using Answer = Result<T, StorageError>;
    /// SQLite's own check of the whole file: Damaged with what it found.   Cost: reads the file once.
    Answer<void> quickCheck();
    Answer<chain::TipInfo> tip();
    /// Counts and hashes the coins of the tip.   Cost: reads all of them, about a second a million.
    Answer<chain::CoinStatistics> coinStatistics(chain::CoinHash kind = chain::CoinHash::Serialized3);
    /// Every coin of the tip, until `visit` gives false.   Cost: as coinStatistics.
    Answer<void>
    eachCoin(const std::function<bool(const primitives::OutPoint&, const consensus::Coin&)>& visit);
    Answer<chain::TipInfo> indexTip();
    Answer<std::optional<StoredBlock>> block(const primitives::BlockHash& hash);
    Answer<std::optional<StoredBlock>> blockAt(std::int32_t height);
    /// Best-chain blocks from `height` downwards, at most `count`.
    Answer<std::vector<StoredBlock>> blocksDown(std::int32_t height, std::int32_t count);
    /// Blocks of losing branches whose heights lie in the range, highest first, at most `count`. Above the
    /// tip only those that lost for certain: once connected, or invalid.
    Answer<std::vector<StoredBlock>> staleBlocks(std::int32_t lowest, std::int32_t highest,
                                                 std::int32_t count);
    Answer<primitives::BlockRef> readBlock(const primitives::BlockHash& hash); ///< null: not here
    Answer<std::optional<util::Bytes>> readBlockBytes(const primitives::BlockHash& hash);
    Answer<std::shared_ptr<const chain::BlockUndo>> readUndo(const primitives::BlockHash& hash);

    // The history index follows the best chain a little later. What it still holds of blocks that left the
    // chain is not answered, what it has not reached yet is unknown.
    Answer<std::optional<TxPlace>> place(const primitives::TxId& txid);
    /// One transaction without the rest of its block; null: none there.
    Answer<primitives::TransactionRef> readTransaction(const TxPlace& place);
    Answer<std::optional<Spender>> spender(const primitives::OutPoint& outpoint);
    Answer<std::optional<consensus::Coin>> coin(const primitives::OutPoint& outpoint);
    /// Newest first; `before` = rows strictly older than that place.
    Answer<std::vector<HistoryRow>> history(const ScriptHash& script, std::optional<TxPlace> before,
                                            std::int32_t count);
    Answer<HistorySums> historySums(const ScriptHash& script);
    /// Coins of a script, newest first, at most `count`. Cost: one look-up an output it ever had, down to the
    /// oldest coin.
    Answer<std::vector<UnspentOutput>> unspent(const ScriptHash& script, std::int32_t count);
    /// Txids of the best chain whose hex starts with these digits, at most `count`; and blocks of any branch
    /// likewise.
    Answer<std::vector<primitives::TxId>> txidsByPrefix(const std::string& hexPrefix, std::int32_t count);
    Answer<std::vector<StoredBlock>> blocksByPrefix(const std::string& hexPrefix, std::int32_t count);

private:
    ChainReader();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace storage
