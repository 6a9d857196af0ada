#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>

namespace util {

enum class LogLevel { Debug, Info, Warning, Error };

const char* toString(LogLevel level);

/// Writes a line to every sink: time, level, area (a folder name), text. Thread: any.
void log(LogLevel level, std::string_view area, std::string_view text);
inline void logInfo(std::string_view area, std::string_view text) {
    log(LogLevel::Info, area, text);
}
inline void logWarning(std::string_view area, std::string_view text) {
    log(LogLevel::Warning, area, text);
}
inline void logError(std::string_view area, std::string_view text) {
    log(LogLevel::Error, area, text);
}
inline void logDebug(std::string_view area, std::string_view text) {
    log(LogLevel::Debug, area, text);
}

/// Lines below `level` are dropped (default Info).
void setLogLevel(LogLevel level);
/// Debug lines of these areas are written whatever the level is; "all" means every area.
void setDebugAreas(std::set<std::string> areas);
[[nodiscard]] std::set<std::string> debugAreas();
/// Also append to this file (made if missing; rotated to `.1` above 10 MiB); empty = none. False when it
/// cannot be opened.
bool setLogFile(const std::string& path);
/// Lines to standard error (default on).
void setLogToStandardError(bool enabled);

} // namespace util
