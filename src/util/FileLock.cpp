#include "util/FileLock.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <fcntl.h>
#include <string_view>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace util {
namespace {

FileLockError lockError(int code) {
    FileLockError error;
    error.reason = std::strerror(code);
    if (code == ENOSPC || code == EDQUOT) error.kind = FileLockError::Kind::NoSpace;
    if (code == EACCES || code == EPERM || code == EROFS) error.kind = FileLockError::Kind::NotAllowed;
    return error;
}

/// What the holder wrote; as much of it as makes sense.
FileLockError heldBy(int file) {
    FileLockError error;
    error.kind = FileLockError::Kind::Held;
    std::array<char, 512> bytes{};
    const ssize_t got = ::pread(file, bytes.data(), bytes.size(), 0);
    const std::string_view text(bytes.data(), got > 0 ? static_cast<std::size_t>(got) : 0);
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return error;
    if (std::from_chars(text.data(), text.data() + end, error.process).ptr != text.data() + end ||
        error.process < 0)
        error.process = 0;
    const std::string_view rest = text.substr(end + 1);
    if (error.process > 0) error.program = rest.substr(0, rest.find('\n'));
    return error;
}

} // namespace

Result<FileLock, FileLockError> FileLock::take(const std::string& path, const std::string& program) {
    int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0 && errno == EACCES && ::chmod(path.c_str(), 0600) == 0)
        file = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
    // A lock needs no right to write: one on a file that may only be read is as good.
    if (file < 0 && errno != ENOENT) {
        const int code = errno;
        file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) return fail(lockError(code));
    }
    if (file < 0) return fail(lockError(errno));
    FileLock lock(file);
    if (::flock(file, LOCK_EX | LOCK_NB) != 0)
        return fail(errno == EWOULDBLOCK ? heldBy(file) : lockError(errno));
    // For people only; on a full disk it stays empty.
    const std::string text = std::to_string(::getpid()) + '\n' + program + '\n';
    const bool written = ::ftruncate(file, 0) == 0 && ::pwrite(file, text.data(), text.size(), 0) > 0;
    static_cast<void>(written);
    return lock;
}

FileLock::~FileLock() {
    if (m_file >= 0) ::close(m_file);
}

} // namespace util
