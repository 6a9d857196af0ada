#pragma once

#include "storage/ChainDatabase.h"
#include "storage/Statement.h"

namespace storage {

/// Table `state`. Owned by ChainDatabase. Thread: its own.
class SqliteStateStore final : public StateStore {
public:
    explicit SqliteStateStore(Database& database);
    Result<std::optional<QByteArray>, StorageError> get(const QString& key) override;
    Result<void, StorageError> put(const QString& key, const QByteArray& value) override;

private:
    Statement m_get;
    Statement m_put;
};

} // namespace storage
