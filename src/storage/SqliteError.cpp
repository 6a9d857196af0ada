#include "storage/SqliteError.h"

namespace storage {
namespace {

// SQLite's primary result codes (the low byte of an extended code) and the two extended ones that change the
// meaning.
constexpr int kSqlError = 1;
constexpr int kPermission = 3;
constexpr int kBusy = 5;
constexpr int kLocked = 6;
constexpr int kReadOnly = 8;
constexpr int kCorrupt = 11;
constexpr int kFull = 13;
constexpr int kProtocol = 15;
constexpr int kTooBig = 18; // no value of ours is: a damaged length
constexpr int kConstraint = 19;
constexpr int kMismatch = 20;
constexpr int kNotADatabase = 26;
constexpr int kShortRead = 522;
constexpr int kCorruptFileSystem = 8458;

StorageError::Kind kindOf(int code) {
    if (code == kShortRead || code == kCorruptFileSystem) return StorageError::Kind::Damaged;
    switch (code & 0xff) {
    case kSqlError: // our SQL is right, so a table or column of this version is missing
    case kCorrupt:
    case kTooBig:
    case kConstraint:
    case kMismatch:
    case kNotADatabase:
        return StorageError::Kind::Damaged;
    case kPermission:
    case kReadOnly:
        return StorageError::Kind::ReadOnly;
    case kBusy:
    case kLocked:
    case kProtocol:
        return StorageError::Kind::Busy;
    case kFull:
        return StorageError::Kind::Full;
    default:
        return StorageError::Kind::Io;
    }
}

chain::StoreError::Kind storeKindOf(StorageError::Kind kind) {
    switch (kind) {
    case StorageError::Kind::Full:
        return chain::StoreError::Kind::Full;
    case StorageError::Kind::ReadOnly:
        return chain::StoreError::Kind::ReadOnly;
    case StorageError::Kind::Damaged:
        return chain::StoreError::Kind::Damaged;
    case StorageError::Kind::Io:
    case StorageError::Kind::Newer:
    case StorageError::Kind::Busy:
        break;
    }
    return chain::StoreError::Kind::Io;
}

} // namespace

StorageError toStorageError(const QSqlError& error, const QString& doing) {
    const QString code = error.nativeErrorCode();
    return {kindOf(code.toInt()),
            QStringLiteral("%1: %2 (SQLite %3)").arg(doing.simplified(), error.databaseText(), code)};
}

StorageError toStorageError(const chain::StoreError& error) {
    using Kind = StorageError::Kind;
    const QString what = QString::fromStdString(error.what);
    switch (error.kind) {
    case chain::StoreError::Kind::Full:
        return {Kind::Full, what};
    case chain::StoreError::Kind::ReadOnly:
        return {Kind::ReadOnly, what};
    case chain::StoreError::Kind::Damaged:
        return {Kind::Damaged, what};
    case chain::StoreError::Kind::Io:
        break;
    }
    return {Kind::Io, what};
}

chain::StoreError toStoreError(const StorageError& error) {
    return {storeKindOf(error.kind), error.what.toStdString()};
}

} // namespace storage
