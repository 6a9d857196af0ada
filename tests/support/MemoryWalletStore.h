#pragma once

#include "wallet/WalletStore.h"

#include <algorithm>
#include <map>

namespace support {

/// A wallet file in memory. `failNext` makes commits fail as a full disk does: nothing of the batch is kept.
class MemoryWalletStore final : public wallet::WalletStore {
public:
    Result<wallet::WalletContents, wallet::WalletStoreError> load() override {
        if (m_failLoads) return fail(wallet::WalletStoreError{"no file"});
        wallet::WalletContents out;
        for (const auto& [key, value] : m_properties)
            out.properties.push_back({key, value});
        for (const auto& [id, row] : m_descriptors)
            out.descriptors.push_back(row);
        for (const auto& [path, row] : m_addresses)
            out.addresses.push_back(row);
        for (const auto& [txid, row] : m_transactions)
            out.transactions.push_back(row);
        for (const auto& [outpoint, row] : m_coins)
            out.coins.push_back(row);
        for (const auto& [height, hash] : m_blocks)
            out.recentBlocks.push_back({height, hash});
        return out;
    }

    Result<void, wallet::WalletStoreError> commit(const wallet::WalletBatch& batch) override {
        ++m_commits;
        if (m_failures > 0) {
            --m_failures;
            return fail(wallet::WalletStoreError{"disk full", m_failure});
        }
        for (const auto& row : batch.properties)
            m_properties[row.key] = row.value;
        for (const auto& row : batch.descriptors)
            m_descriptors[row.id] = row;
        for (const auto& row : batch.addresses)
            m_addresses[row.path] = row;
        for (const auto& row : batch.transactions)
            m_transactions[row.transaction->txid()] = row;
        for (const auto& txid : batch.removedTransactions)
            m_transactions.erase(txid);
        for (const auto& row : batch.coins)
            m_coins[row.coin.outpoint] = row;
        for (const auto& outpoint : batch.removedCoins)
            m_coins.erase(outpoint);
        if (batch.revertedTo) m_blocks.erase(m_blocks.upper_bound(*batch.revertedTo), m_blocks.end());
        for (const auto& block : batch.appliedBlocks)
            m_blocks[block.height] = block.hash;
        while (m_blocks.size() > 1000)
            m_blocks.erase(m_blocks.begin());
        return {};
    }

    using Failure = wallet::WalletStoreError::Kind;
    void failNext(int commits = 1, Failure kind = Failure::Unwritten) {
        m_failures = commits;
        m_failure = kind;
    }
    void failLoads() { m_failLoads = true; }
    [[nodiscard]] int commits() const { return m_commits; }
    [[nodiscard]] std::size_t recentBlocks() const { return m_blocks.size(); }
    [[nodiscard]] std::size_t transactions() const { return m_transactions.size(); }
    util::Bytes& property(const std::string& key) { return m_properties[key]; }
    std::map<primitives::OutPoint, wallet::StoredCoin>& coins() { return m_coins; }
    std::map<std::uint32_t, wallet::StoredDescriptor>& descriptors() { return m_descriptors; }
    std::map<wallet::KeyPath, wallet::WalletAddress>& addresses() { return m_addresses; }

private:
    std::map<std::string, util::Bytes> m_properties;
    std::map<std::uint32_t, wallet::StoredDescriptor> m_descriptors;
    std::map<wallet::KeyPath, wallet::WalletAddress> m_addresses;
    std::map<primitives::TxId, wallet::WalletTransaction> m_transactions;
    std::map<primitives::OutPoint, wallet::StoredCoin> m_coins;
    std::map<std::int32_t, primitives::BlockHash> m_blocks;
    int m_failures = 0;
    Failure m_failure = Failure::Unwritten;
    int m_commits = 0;
    bool m_failLoads = false;
};

} // namespace support
