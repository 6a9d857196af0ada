#pragma once

#include "util/Result.h"

#include <cstdint>
#include <string>
#include <utility>

namespace util {

/// Why a lock was not taken.
struct FileLockError {
    enum class Kind {
        Held,       ///< another process has it
        NoSpace,    ///< the file cannot be made: the disk is full
        NotAllowed, ///< the file cannot be made or opened: no right to, or a read-only disk
        Io,
    };
    Kind kind = Kind::Io;
    std::int64_t process = 0; ///< Held: what the holder wrote about itself; 0: nothing that can be read
    std::string program = {};
    std::string reason = {}; ///< the system's words
};

/// A lock of the operating system on a file: it ends with its process, whatever the file says. The file only
/// tells people who has it, in the first lines (process number, program), and stays when the lock goes. One
/// lock a file, between threads too. Thread: any.
class FileLock {
public:
    /// Makes the file when it is missing. Does not wait.
    static Result<FileLock, FileLockError> take(const std::string& path, const std::string& program);
    FileLock(FileLock&& other) noexcept : m_file(std::exchange(other.m_file, -1)) {}
    FileLock& operator=(FileLock&& other) noexcept {
        std::swap(m_file, other.m_file);
        return *this;
    }
    ~FileLock();

private:
    explicit FileLock(int file) : m_file(file) {}
    int m_file;
};

} // namespace util
