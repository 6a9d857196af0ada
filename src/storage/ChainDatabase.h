#pragma once

#include "chain/BlockStore.h"
#include "storage/StorageError.h"
#include "util/Result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace storage {

class IndexStore;
class WaitingStore;

/// Small named values of a chain: "card" (JSON), "peers" (JSON), "mining" … Each `put` is one transaction.
/// Thread: node.
class StateStore {
public:
    virtual ~StateStore() = default;
    virtual Result<std::optional<QByteArray>, StorageError> get(const QString& key) = 0;
    virtual Result<void, StorageError> put(const QString& key, const QByteArray& value) = 0;
};

/// `chain.sqlite` with its one writing connection: opens, migrates, hands out the stores over it. Thread: the
/// one that opened it (node); destroyed there too.
class ChainDatabase {
public:
    /// Makes the file when it is missing. An empty path makes a database for tests that is not kept: `path()`
    /// is then a temporary file that ChainReader can open, removed at the end. Errors: Damaged (not a chain
    /// database), Newer, ReadOnly, Busy, Full, Io.
    static Result<std::unique_ptr<ChainDatabase>, StorageError> open(const QString& path);
    ~ChainDatabase();
    ChainDatabase(const ChainDatabase&) = delete;
    ChainDatabase& operator=(const ChainDatabase&) = delete;

    [[nodiscard]] QString path() const;
    chain::BlockStore& blocks();
    chain::CoinStore& coins();
    IndexStore& indexes();
    StateStore& state();
    WaitingStore& waiting();
    /// Whoever had the file before did not close it: a crash, a kill or a loss of power. What was committed
    /// is there all the same; ChainReader::quickCheck tells whether the disk kept its word.
    [[nodiscard]] bool wasInterrupted() const;
    /// What was committed goes from the log into the file, as far as nobody reads what was there before.
    /// Waits for nobody.
    Result<void, StorageError> moveLog();

private:
    ChainDatabase();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace storage
