#pragma once

#include "storage/Database.h"

#include <span>
#include <vector>

namespace storage {

/// One step from a version to the next; never changed once released.
struct Migration {
    const char* reason;
    std::vector<const char*> statements; ///< QtSql runs one at a time
};

/// A kind of file: version n has run the first n steps.
struct Schema {
    const char* what;           ///< "a chain database", for messages
    std::int32_t applicationId; ///< in the file's header, tells our kinds of file apart and from strangers'
    std::span<const Migration> steps;
};

/// Opens the file, or makes it, and brings it to the newest version, as `migrate` does.
Result<std::unique_ptr<Database>, StorageError> openMigrated(const QString& path,
                                                             const Database::Options& options,
                                                             const Schema& schema, Database::Journal journal);

/// The version of the file; 0 is a new one.
/// Errors: Newer, Damaged (not SQLite, or another program's).
Result<std::size_t, StorageError> versionOf(Database& database, const Schema& schema);

/// Brings the file to the newest version, all missing steps in one transaction; a new file runs all of them.
/// Errors: Newer (untouched), Damaged (not SQLite, or another program's: untouched), ReadOnly, Busy, Full,
/// Io.
Result<void, StorageError> migrate(Database& database, const Schema& schema, Database::Journal journal);

/// For readers, who change nothing: the file is of this kind and exactly this version.
Result<void, StorageError> checkVersion(Database& database, const Schema& schema);

} // namespace storage
