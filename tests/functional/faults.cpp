/// A disk that fails at a chosen moment: a library that a test loads into a program (LD_PRELOAD) between it
/// and the system's calls that change files below one folder. Which call fails, how and for how long stands
/// on a board, a small file that test and program map.
///   CAIRN_FAULTS_BOARD  the board's file
///   CAIRN_FAULTS_UNDER  the folder
#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <string>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

namespace {

/// As faults_test.py packs it. The count goes on for ever; calls from `first` to below `first + calls` fail.
struct FaultBoard {
    std::atomic<std::uint64_t> count;
    std::atomic<std::uint64_t> first;
    std::atomic<std::uint64_t> calls; ///< 0: none fail
    std::atomic<std::uint64_t> failed;
    std::atomic<std::int32_t> error;
    std::atomic<std::int32_t> isShort; ///< a write writes half and fails at the next one
};

FaultBoard* openBoard() {
    const char* path = std::getenv("CAIRN_FAULTS_BOARD");
    if (!path) return nullptr;
    const int file = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC, 0));
    if (file < 0) std::abort();
    void* memory = ::mmap(nullptr, sizeof(FaultBoard), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (memory == MAP_FAILED) std::abort();
    return static_cast<FaultBoard*>(memory);
}

FaultBoard* board() {
    static FaultBoard* const opened = openBoard();
    return opened;
}

bool isUnder(const char* path) {
    static const char* const folder = std::getenv("CAIRN_FAULTS_UNDER");
    return folder && path && std::strncmp(path, folder, std::strlen(folder)) == 0;
}

bool isUnder(int file) {
    char link[64];
    char path[PATH_MAX];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    if (length <= 0) return false;
    path[length] = '\0';
    return isUnder(path);
}

/// Whether this call fails; errno is set then.
bool fails() {
    FaultBoard* const shared = board();
    if (!shared) return false;
    const std::uint64_t index = shared->count.fetch_add(1);
    const std::uint64_t calls = shared->calls;
    if (calls == 0 || index < shared->first || index - shared->first >= calls) return false;
    shared->failed.fetch_add(1);
    errno = shared->error;
    return true;
}

template <class Function>
Function* next(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

/// A write that fails may have written the half of it before.
template <class Write>
ssize_t failedWrite(std::size_t size, const Write& write) {
    const int error = errno;
    if (board()->isShort && size > 1) return write(size / 2);
    errno = error;
    return -1;
}

} // namespace

#define NEXT(name) static auto* const real = next<decltype(name)>(#name)

extern "C" {

ssize_t write(int file, const void* data, std::size_t size) {
    NEXT(write);
    if (!isUnder(file) || !fails()) return real(file, data, size);
    return failedWrite(size, [&](std::size_t half) { return real(file, data, half); });
}
ssize_t pwrite(int file, const void* data, std::size_t size, off_t offset) {
    NEXT(pwrite);
    if (!isUnder(file) || !fails()) return real(file, data, size, offset);
    return failedWrite(size, [&](std::size_t half) { return real(file, data, half, offset); });
}
ssize_t pwrite64(int file, const void* data, std::size_t size, off64_t offset) {
    NEXT(pwrite64);
    if (!isUnder(file) || !fails()) return real(file, data, size, offset);
    return failedWrite(size, [&](std::size_t half) { return real(file, data, half, offset); });
}
ssize_t writev(int file, const iovec* parts, int count) {
    NEXT(writev);
    return isUnder(file) && fails() ? -1 : real(file, parts, count);
}
int fsync(int file) {
    NEXT(fsync);
    return isUnder(file) && fails() ? -1 : real(file);
}
int fdatasync(int file) {
    NEXT(fdatasync);
    return isUnder(file) && fails() ? -1 : real(file);
}
int ftruncate(int file, off_t size) {
    NEXT(ftruncate);
    return isUnder(file) && fails() ? -1 : real(file, size);
}
int ftruncate64(int file, off64_t size) {
    NEXT(ftruncate64);
    return isUnder(file) && fails() ? -1 : real(file, size);
}
int fallocate64(int file, int mode, off64_t offset, off64_t size) {
    NEXT(fallocate64);
    return isUnder(file) && fails() ? -1 : real(file, mode, offset, size);
}
int posix_fallocate64(int file, off64_t offset, off64_t size) {
    NEXT(posix_fallocate64);
    return isUnder(file) && fails() ? errno : real(file, offset, size);
}
int rename(const char* from, const char* to) {
    NEXT(rename);
    return isUnder(to) && fails() ? -1 : real(from, to);
}
int renameat2(int fromFolder, const char* from, int toFolder, const char* to, unsigned int flags) {
    NEXT(renameat2);
    return isUnder(to) && fails() ? -1 : real(fromFolder, from, toFolder, to, flags);
}
int link(const char* from, const char* to) {
    NEXT(link);
    return isUnder(to) && fails() ? -1 : real(from, to);
}
int linkat(int fromFolder, const char* from, int toFolder, const char* to, int flags) {
    NEXT(linkat);
    return isUnder(to) && fails() ? -1 : real(fromFolder, from, toFolder, to, flags);
}
int mkdir(const char* path, mode_t mode) {
    NEXT(mkdir);
    return isUnder(path) && fails() ? -1 : real(path, mode);
}
int open(const char* path, int flags, ...) {
    NEXT(open);
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return (flags & O_CREAT) && isUnder(path) && fails() ? -1 : real(path, flags, mode);
}
int open64(const char* path, int flags, ...) {
    NEXT(open64);
    va_list more;
    va_start(more, flags);
    const mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(more, mode_t) : 0;
    va_end(more);
    return (flags & O_CREAT) && isUnder(path) && fails() ? -1 : real(path, flags, mode);
}

} // extern "C"
