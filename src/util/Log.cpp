#include "util/Log.h"

#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <memory>
#include <mutex>

namespace util {
namespace {

constexpr std::int64_t kMaxFileBytes = std::int64_t{10} << 20;

struct FileCloser {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

/// The log file and its size; empty when there is none. Guarded by the mutex of `Sinks`.
struct LogFile {
    std::string path;
    File handle;
    std::int64_t sizeBytes = 0;
};

struct Sinks {
    std::atomic<LogLevel> level{LogLevel::Info};
    std::atomic<bool> standardError{true};
    std::atomic<bool> hasDebugAreas{false};
    std::mutex mutex;
    LogFile file;
    std::set<std::string> debugAreas;
};

/// Never destroyed, so that threads and destructors may log until the very end.
Sinks& sinks() {
    static Sinks* const instance = new Sinks;
    return *instance;
}

File openForAppend(const std::string& path) {
    return File(std::fopen(path.c_str(), "ae"));
}

std::int64_t sizeOf(std::FILE* file) {
    if (std::fseek(file, 0, SEEK_END) != 0) return 0;
    return std::ftell(file);
}

/// UTC to the millisecond: "2024-05-01T10:20:30.123Z".
std::string isoTime() {
    using namespace std::chrono;
    const auto now = floor<milliseconds>(system_clock::now());
    const auto wholeSeconds = floor<seconds>(now);
    const std::time_t seconds = system_clock::to_time_t(wholeSeconds);
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    const std::size_t length = std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &parts);
    char fraction[8];
    std::snprintf(fraction, sizeof fraction, ".%03dZ", static_cast<int>((now - wholeSeconds).count()));
    return std::string(text, length) + fraction;
}

/// A line stays a line, whatever a peer or a file put into the text.
void appendPrintable(std::string& line, std::string_view text) {
    constexpr char kHexDigits[] = "0123456789abcdef";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte >= 0x20 && byte != 0x7f) || byte == '\t') {
            line.push_back(c);
        } else {
            line += "\\x";
            line.push_back(kHexDigits[byte >> 4]);
            line.push_back(kHexDigits[byte & 15]);
        }
    }
}

/// Moves a full file to `.1`. When that fails, the file grows on and the next try comes 10 MiB later.
void rotate(LogFile& file) {
    file.sizeBytes = 0;
    file.handle.reset();
    static_cast<void>(std::rename(file.path.c_str(), (file.path + ".1").c_str()));
    file.handle = openForAppend(file.path);
}

void appendToFile(LogFile& file, const std::string& line) {
    if (!file.handle) return;
    const auto length = static_cast<std::int64_t>(line.size());
    if (file.sizeBytes > 0 && file.sizeBytes + length > kMaxFileBytes) rotate(file);
    if (!file.handle) return;
    std::fwrite(line.data(), 1, line.size(), file.handle.get());
    std::fflush(file.handle.get());
    file.sizeBytes += length;
}

} // namespace

namespace {

/// Too unimportant for the level, and not of an area that is looked at closely.
bool isDropped(Sinks& to, LogLevel level, std::string_view area) {
    if (level >= to.level.load(std::memory_order_relaxed)) return false;
    if (!to.hasDebugAreas.load(std::memory_order_relaxed)) return true;
    const std::lock_guard lock(to.mutex);
    return !to.debugAreas.contains("all") && !to.debugAreas.contains(std::string(area));
}

} // namespace

void setDebugAreas(std::set<std::string> areas) {
    Sinks& to = sinks();
    const std::lock_guard lock(to.mutex);
    to.hasDebugAreas = !areas.empty();
    to.debugAreas = std::move(areas);
}

std::set<std::string> debugAreas() {
    Sinks& to = sinks();
    const std::lock_guard lock(to.mutex);
    return to.debugAreas;
}

const char* toString(LogLevel level) {
    switch (level) {
    case LogLevel::Debug:
        return "debug";
    case LogLevel::Info:
        return "info";
    case LogLevel::Warning:
        return "warning";
    case LogLevel::Error:
        return "error";
    }
    return "unknown";
}

void log(LogLevel level, std::string_view area, std::string_view text) {
    Sinks& to = sinks();
    if (isDropped(to, level, area)) return;
    std::string line = isoTime();
    line += ' ';
    line += toString(level);
    line += ' ';
    appendPrintable(line, area);
    line += ": ";
    appendPrintable(line, text);
    line += '\n';

    const std::lock_guard lock(to.mutex);
    if (to.standardError.load(std::memory_order_relaxed)) std::fwrite(line.data(), 1, line.size(), stderr);
    appendToFile(to.file, line);
}

void setLogLevel(LogLevel level) {
    sinks().level = level;
}

bool setLogFile(const std::string& path) {
    LogFile next;
    next.path = path;
    if (!path.empty()) {
        next.handle = openForAppend(path);
        if (!next.handle) return false; // the sinks stay as they were
        next.sizeBytes = sizeOf(next.handle.get());
    }
    Sinks& to = sinks();
    const std::lock_guard lock(to.mutex);
    to.file = std::move(next);
    return true;
}

void setLogToStandardError(bool enabled) {
    sinks().standardError = enabled;
}

} // namespace util
