#pragma once

#include "storage/Statement.h"

#include <vector>

namespace storage {

/// An INSERT that is prepared for one row and for several: together they take half the time a row. Owned by
/// the store of the table. Thread: the database's.
class BulkInsert {
public:
    /// `head` goes up to the list of columns, of which there are `columns`.
    BulkInsert(Database& database, const QString& head, int columns);

    /// The rows of one write, inside a transaction. Rows that wait for others when it dies are forgotten.
    class Writer {
    public:
        explicit Writer(BulkInsert& insert) : m_insert(insert) {}
        /// Keeps a copy of the values, one a column.
        template <Bindable... Values>
        Result<void, StorageError> add(const Values&... values) {
            (keep(detail::toVariant(values)), ...);
            return m_waiting.size() < m_insert.m_together ? Result<void, StorageError>() : writeWaiting();
        }
        /// Writes what waits. Call last.
        Result<void, StorageError> finish();

    private:
        void keep(QVariant value);
        Result<void, StorageError> writeWaiting();
        BulkInsert& m_insert;
        std::vector<QVariant> m_waiting; ///< row by row
    };

private:
    std::size_t m_columns;
    std::size_t m_together; ///< values of the rows that go together
    Statement m_one;
    Statement m_many;
};

} // namespace storage
