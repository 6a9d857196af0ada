#pragma once

#include "chain/BlockStore.h"
#include "util/Require.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace support {

/// Coins in memory. Reads fail while `failReads` is set.
class MemoryCoinStore final : public chain::CoinStore {
public:
    using Coins = std::map<primitives::OutPoint, consensus::Coin>;

    Result<std::optional<consensus::Coin>, chain::StoreError>
    find(const primitives::OutPoint& outpoint) override {
        ++lookUps;
        if (failReads) return fail(chain::StoreError{chain::StoreError::Kind::Io, "no coin can be read"});
        const auto found = m_coins.find(outpoint);
        if (found == m_coins.end()) return std::nullopt;
        return found->second;
    }
    Result<void, chain::StoreError>
    forEach(const std::function<bool(const primitives::OutPoint&, const consensus::Coin&)>& visit) override {
        if (failReads) return fail(chain::StoreError{chain::StoreError::Kind::Io, "no coin can be read"});
        for (const auto& [outpoint, coin] : m_coins) {
            if (!visit(outpoint, coin)) break;
        }
        return {};
    }
    /// Needs: what is spent is here.
    void apply(const std::vector<chain::CoinChange>& changes) {
        for (const chain::CoinChange& change : changes) {
            if (change.coin)
                m_coins.insert_or_assign(change.outpoint, *change.coin);
            else
                require(m_coins.erase(change.outpoint) == 1);
        }
    }
    [[nodiscard]] const Coins& coins() const { return m_coins; }

    bool failReads = false;
    std::int64_t lookUps = 0;

private:
    Coins m_coins;
};

/// Headers, bodies, undo data and the best chain in memory; a batch that makes no sense stops the test.
/// The next commits or reads fail as the counters say.
class MemoryBlockStore final : public chain::BlockStore {
public:
    struct Undo {
        chain::BlockUndo undo;
        primitives::Amount fees;
        bool operator==(const Undo&) const = default;
    };

    explicit MemoryBlockStore(MemoryCoinStore& coins) : m_coins(coins) {}

    Result<std::vector<chain::StoredHeader>, chain::StoreError> loadHeaders() override {
        if (failReads) return fail(readError());
        std::vector<chain::StoredHeader> out;
        for (const auto& [sequence, hash] : m_order) {
            out.push_back({headers.at(hash), {}});
            if (const auto found = facts.find(hash); found != facts.end()) out.back().facts = found->second;
            if (const auto found = undos.find(hash); found != undos.end())
                out.back().facts.fees = found->second.fees;
        }
        return out;
    }
    Result<chain::TipInfo, chain::StoreError> loadTip() override {
        if (failReads) return fail(readError());
        if (best.empty()) return chain::TipInfo();
        return chain::TipInfo{static_cast<std::int32_t>(best.size()) - 1, best.back()};
    }
    Result<primitives::BlockRef, chain::StoreError> readBlock(const primitives::BlockHash& hash) override {
        if (failReads) return fail(readError());
        const auto found = bodies.find(hash);
        return found == bodies.end() ? nullptr : found->second;
    }
    Result<std::shared_ptr<const chain::BlockUndo>, chain::StoreError>
    readUndo(const primitives::BlockHash& hash) override {
        if (failReads) return fail(readError());
        const auto found = undos.find(hash);
        if (found == undos.end()) return nullptr;
        return std::make_shared<const chain::BlockUndo>(found->second.undo);
    }
    Result<void, chain::StoreError> commit(const chain::ChainBatch& batch) override {
        if (commitsBeforeFailure > 0 && --commitsBeforeFailure == 0) failCommits = 1;
        if (failCommits > 0) {
            --failCommits;
            return fail(chain::StoreError{chain::StoreError::Kind::Full, "no space left"});
        }
        ++commits;
        write(batch);
        return {};
    }

    bool failReads = false;
    int failCommits = 0;          ///< how many of the next commits fail
    int commitsBeforeFailure = 0; ///< 0: none; else that one of the next commits fails
    int commits = 0;              ///< that worked
    std::unordered_map<primitives::BlockHash, chain::HeaderRecord> headers;
    std::unordered_map<primitives::BlockHash, primitives::BlockRef> bodies;
    std::unordered_map<primitives::BlockHash, chain::BlockFacts> facts;
    std::unordered_map<primitives::BlockHash, Undo> undos;
    std::vector<primitives::BlockHash> best; ///< by height

private:
    static chain::StoreError readError() { return {chain::StoreError::Kind::Io, "nothing can be read"}; }

    void write(const chain::ChainBatch& batch) {
        for (const chain::HeaderRecord& record : batch.headers) {
            require(record.height == 0 || headers.contains(record.header.previous)); // parents first
            const auto known = m_order.try_emplace(record.sequence, record.hash).first;
            require(known->second == record.hash);
            headers.insert_or_assign(record.hash, record);
        }
        for (const auto& body : batch.bodies) {
            require(headers.contains(body.hash) && body.block->header.hash() == body.hash);
            bodies.insert_or_assign(body.hash, body.block);
            facts.insert_or_assign(body.hash, body.facts);
        }
        for (const auto& undo : batch.undos) {
            require(bodies.contains(undo.hash));
            undos.insert_or_assign(undo.hash, Undo{*undo.undo, undo.fees});
        }
        if (batch.bestFrom >= 0) {
            require(static_cast<std::size_t>(batch.bestFrom) <= best.size());
            best.resize(static_cast<std::size_t>(batch.bestFrom));
            best.insert(best.end(), batch.best.begin(), batch.best.end());
        }
        for (const primitives::BlockHash& hash : batch.best)
            require(bodies.contains(hash) && undos.contains(hash));
        m_coins.apply(batch.coins);
    }

    MemoryCoinStore& m_coins;
    std::map<std::int64_t, primitives::BlockHash> m_order;
};

} // namespace support
