#pragma once

#include "storage/StorageError.h"
#include "util/Result.h"

#include <QSqlDatabase>
#include <QString>

#include <cstdint>
#include <memory>

namespace storage {

/// One connection to one SQLite file. It belongs to the thread that opened it and dies there, after every
/// Statement over it.
class Database {
public:
    enum class Access { ReadWrite, ReadOnly };
    /// How a commit reaches the disk.
    enum class Journal {
        Wal, ///< readers go on while one writes; the newest changes lie in a second file until a checkpoint
        Rollback, ///< the file is whole after each commit: it may be copied while nobody writes
    };
    struct Options {
        Access access = Access::ReadWrite;
        int cacheKiB = 8 * 1024;
        /// What is committed survives a loss of power. Off: only for files that are thrown away.
        bool durable = true;
        /// Deleted rows are overwritten with zeros (keys).
        bool eraseDeleted = false;
        /// ReadOnly: nobody changes the file while it is open, so that neither locks nor files beside it are
        /// needed. What lies in a log beside it is not seen.
        bool immutable = false;
    };
    /// Opens, or makes, the file; changes nothing in it.
    /// Errors: Damaged (cut off, or no database), ReadOnly, Busy, Io.
    /// Thread: the one that calls: the connection stays with it.
    static Result<std::unique_ptr<Database>, StorageError> open(const QString& path, const Options& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    [[nodiscard]] QSqlDatabase connection() const;
    [[nodiscard]] const QString& path() const { return m_path; }
    /// Runs one statement that has no parameters and gives no rows we want.   Errors: what SQLite says of it.
    Result<void, StorageError> execute(const QString& sql);
    /// The first value of the first row, for PRAGMA and count(*).
    Result<std::int64_t, StorageError> number(const QString& sql);
    Result<QString, StorageError> text(const QString& sql);
    /// The journal mode is kept in the file. Not inside a transaction.
    Result<void, StorageError> setJournal(Journal journal);
    /// Destroyed after the connection is closed.
    void keep(std::shared_ptr<void> what) { m_kept = std::move(what); }

private:
    Database(QString name, QString path);
    Result<void, StorageError> configure(const Options& options);
    template <class T>
    Result<T, StorageError> first(const QString& sql);

    QString m_name; ///< QtSql's key; keeping a QSqlDatabase as a member would keep the connection open
    QString m_path;
    std::shared_ptr<void> m_kept;
};

/// All writes until `commit`, or none: rolls back when it dies before that.
class Transaction {
public:
    /// Takes the write lock at once, so that a second writer is noticed here and not half way.
    /// Needs: none is open on this connection.   Errors: Busy (another writer for five seconds), or the disk.
    static Result<Transaction, StorageError> begin(Database& database);
    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr)) {}
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    /// On disk when it returns, where the database is `durable`. After an error nothing of it is.
    Result<void, StorageError> commit();

private:
    explicit Transaction(Database& database) : m_database(&database) {}
    Database* m_database; ///< null: nothing left to roll back
};

} // namespace storage
