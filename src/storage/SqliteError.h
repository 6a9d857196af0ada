#pragma once

#include "chain/StoreError.h"
#include "storage/StorageError.h"

#include <QSqlError>

namespace storage {

/// What SQLite's (extended) result code means to us; `doing` names the attempt for the log.
StorageError toStorageError(const QSqlError& error, const QString& doing);

/// The same error as the chain's ports know it: Newer and Busy become Io.
chain::StoreError toStoreError(const StorageError& error);

/// An error of the chain's ports as one of ours.
StorageError toStorageError(const chain::StoreError& error);

/// Contents that contradict themselves, found by us and not by SQLite.
inline StorageError damaged(const QString& what) {
    return {StorageError::Kind::Damaged, what};
}

} // namespace storage
