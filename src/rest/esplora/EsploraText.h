#pragma once

#include "rest/http/Router.h"

#include "explorer/ExplorerTypes.h"

namespace rest {

/// Below `/api/`, but not `/api/v1/`: errors are plain texts there.
bool isEsploraPath(const QString& path);
HttpResponse esploraError(int status, const QString& text);

// How long an answer may be kept.
constexpr const char* kCacheForever = "public, max-age=157784630"; ///< five years
constexpr const char* kCacheShort = "public, max-age=10";
constexpr const char* kCacheRecent = "public, max-age=5";
/// Forever below this many confirmations it might still be undone.
constexpr std::int32_t kDeepEnough = 10;
const char* cacheFor(std::int32_t confirmations);

HttpResponse esploraText(const std::string& text, const char* cache = kCacheShort);
HttpResponse esploraJson(QByteArray json, const char* cache = kCacheShort);
HttpResponse esploraBytes(const util::Bytes& bytes, const char* cache);

/// Placeholders of a path; nothing after the refusal was sent.
std::optional<primitives::BlockHash> blockHashArgument(const RouteCall& call, qsizetype index);
std::optional<primitives::TxId> txidArgument(const RouteCall& call, qsizetype index);
std::optional<std::uint32_t> numberArgument(const RouteCall& call, qsizetype index);

} // namespace rest
