#pragma once

#include "storage/Database.h"

namespace storage {

/// Opens a file that is there to be read, also where nothing can be written beside it: on a full disk, or on
/// one that may only be read. Where a log that is not empty lies beside it there, a temporary copy is read.
/// Errors: Damaged, Busy, ReadOnly, Io (no such file).   Cost: a copy of the file in the last case.
Result<std::unique_ptr<Database>, StorageError> openToRead(const QString& path, int cacheKiB = 2 * 1024);

/// The disk of this path has no room for a page more.
bool isDiskFull(const QString& path);
/// There is room for some blocks: work that waited for it may go on.
bool hasRoom(const QString& path);

} // namespace storage
