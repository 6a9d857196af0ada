#pragma once

#include "chain/mempool/MempoolSnapshot.h"
#include "consensus/ChainParams.h"
#include "explorer/ExplorerTypes.h"
#include "storage/ChainReader.h"

namespace explorer {

/// Questions people ask of the chain, over one consistent state. Made for one question (or a few) on a
/// read-pool thread.
class ExplorerQueries {
public:
    ExplorerQueries(storage::ChainReader& reader, const consensus::ChainParams& params,
                    std::shared_ptr<const chain::MempoolSnapshot> mempool);

    template <class T>
    using Answer = Result<T, storage::StorageError>;
    Answer<chain::TipInfo> tip();
    /// Best-chain rows from `height` downwards (from the tip when it is above or negative).
    Answer<std::vector<BlockRow>> blocks(std::int32_t height, std::int32_t count);
    Answer<std::vector<BlockRow>> staleBlocks(std::int32_t lowest, std::int32_t highest, std::int32_t count);
    Answer<std::optional<BlockView>> block(const primitives::BlockHash& hash);
    Answer<std::optional<BlockView>> blockAt(std::int32_t height);
    /// In the best chain or waiting.
    Answer<std::optional<TransactionView>> transaction(const primitives::TxId& txid);
    /// The view of one that the caller has and the chain has not (replaced, or lost with its block): what it
    /// spends is filled in where all of that is known.
    Answer<TransactionView> outside(const primitives::TransactionRef& transaction);
    /// Transactions `from` … `from + count - 1` of a block of any branch, spent outputs filled in where known
    /// (a block that was never connected has none). Each status is that of the transaction in the best chain.
    Answer<std::vector<TransactionView>> blockTransactions(const primitives::BlockHash& hash,
                                                           std::size_t from, std::size_t count);
    Answer<TxStatus> status(const primitives::TxId& txid); ///< unknown: not confirmed, firstSeen 0
    Answer<std::optional<SpentBy>> spentBy(const primitives::OutPoint& outpoint);
    Answer<AddressView> address(const util::Bytes& scriptPubKey);
    /// Waiting transactions first, then confirmed, newest first; `after`: continue behind that transaction
    /// (nothing when it is unknown).
    Answer<std::vector<AddressTxRow>> addressHistory(const util::Bytes& scriptPubKey,
                                                     std::optional<primitives::TxId> after,
                                                     std::int32_t count);
    /// Outputs that neither a block nor a waiting transaction spends: waiting ones first, then newest first.
    Answer<std::vector<UnspentRow>> unspent(const util::Bytes& scriptPubKey, std::int32_t limit);
    // The same for a script of which only the SHA-256 is known (Esplora's scripthash); the view then has no
    // script.
    Answer<AddressView> address(const storage::ScriptHash& script);
    Answer<std::vector<AddressTxRow>> addressHistory(const storage::ScriptHash& script,
                                                     std::optional<primitives::TxId> after,
                                                     std::int32_t count);
    Answer<std::vector<UnspentRow>> unspent(const storage::ScriptHash& script, std::int32_t limit);
    /// Only what waits, newest first; only what is confirmed, newest first, behind `after`: nothing when that
    /// is not a confirmed transaction of this script.
    Answer<std::vector<AddressTxRow>> waitingHistory(const storage::ScriptHash& script, std::int32_t count);
    Answer<std::vector<AddressTxRow>> confirmedHistory(const storage::ScriptHash& script,
                                                       std::optional<primitives::TxId> after,
                                                       std::int32_t count);
    /// Height, block hash, txid, address, or the beginning of a hash (6 digits or more).
    Answer<std::vector<SearchHit>> search(const std::string& text);
    [[nodiscard]] const consensus::ChainParams& params() const { return m_params; }
    [[nodiscard]] storage::ChainReader& reader() { return m_reader; }

private:
    using SpentOutputs =
        std::vector<primitives::TxOut>; ///< one an input, same order; empty: not known, or a coinbase
    /// What a transaction does to a script.
    struct Touch;
    struct ScriptKey;

    // Blocks (ExplorerQueries.cpp)
    Answer<BlockView> viewOf(const storage::StoredBlock& block);
    Answer<std::int64_t> medianTimeOf(const storage::StoredBlock& block);
    Answer<std::optional<SearchHit>> searchHeight(const std::string& digits);
    Answer<std::vector<SearchHit>> searchHash(const std::string& hex);
    Answer<std::vector<SearchHit>> searchPrefix(const std::string& hex);

    // Transactions (ExplorerTransactions.cpp)
    Answer<TxStatus> statusAt(const storage::TxPlace& place);
    Answer<std::optional<primitives::TxOut>> outputAt(const primitives::OutPoint& outpoint);
    Answer<SpentOutputs> spentOutputs(const primitives::BlockHash& block, std::uint32_t position);
    Answer<TransactionView> viewOf(const primitives::TransactionRef& transaction, TxStatus status,
                                   const SpentOutputs& spent);
    /// Null when it does not wait, or waited when the snapshot was made and is confirmed by now.
    Answer<const chain::MempoolSnapshot::Item*> waiting(const primitives::TxId& txid);

    // Addresses (ExplorerAddresses.cpp)
    Answer<AddressView> addressOf(const ScriptKey& key);
    Answer<std::vector<AddressTxRow>> historyOf(const ScriptKey& key, std::optional<primitives::TxId> after,
                                                std::int32_t count);
    Answer<std::vector<UnspentRow>> unspentOf(const ScriptKey& key, std::int32_t limit);
    /// Waiting transactions that touch the script, newest first.
    Answer<std::vector<Touch>> waitingTouches(const ScriptKey& key);

    storage::ChainReader& m_reader;
    storage::ChainReader::Snapshot m_snapshot;
    const consensus::ChainParams& m_params;
    std::shared_ptr<const chain::MempoolSnapshot> m_mempool;

    // What one question asks again and again.
    std::optional<chain::TipInfo> m_tip;
    std::unordered_map<std::int32_t, TxStatus> m_statusByHeight;
    primitives::BlockHash m_undoBlock; ///< whose undo data `m_undo` is
    std::shared_ptr<const chain::BlockUndo> m_undo;
};

} // namespace explorer
