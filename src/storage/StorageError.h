#pragma once

#include <QString>

namespace storage {

/// Why a database could not be opened or read, with SQLite's own words for the log.
struct StorageError {
    enum class Kind {
        Io,       ///< the file cannot be read or written
        Full,     ///< no space left
        ReadOnly, ///< the file or its folder may not be written
        Damaged,  ///< not a database, or its contents contradict themselves
        Newer,    ///< written by a newer version of the program
        Busy,     ///< another process holds it
    };
    Kind kind = Kind::Io;
    QString what;
};

} // namespace storage
