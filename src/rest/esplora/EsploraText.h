#pragma once

#include "rest/http/Router.h"

#include "explorer/ExplorerQueries.h"

namespace rest {

/// Below `/api/`, but not `/api/v1/`: errors are plain texts there.
bool isEsploraPath(const QString& path);
HttpResponse esploraError(int status, const QString& text);

// How long an answer may be kept. For ever only what its hash names: the same on every network and branch.
constexpr const char* kCacheForever = "public, max-age=157784630, immutable"; ///< five years
constexpr const char* kCacheShort = "public, max-age=10";
constexpr const char* kCacheRecent = "public, max-age=5";

HttpResponse esploraText(const std::string& text, const char* cache = kCacheShort);
HttpResponse esploraJson(QByteArray json, const char* cache = kCacheShort);
HttpResponse esploraBytes(const util::Bytes& bytes, const char* cache);

/// An answer that says nothing but what the best chain of `params` up to `tip` says: it gets that state's
/// tag.
HttpResponse ofChain(HttpResponse response, const consensus::ChainParams& params,
                     const primitives::BlockHash& tip);
/// The same of the chain that `queries` reads.
HttpResponse ofChain(HttpResponse response, explorer::ExplorerQueries& queries);
/// One that also stays the same while the best chain only grows.
HttpResponse ofBranch(HttpResponse response, explorer::ExplorerQueries& queries);

/// Placeholders of a path; nothing after the refusal was sent.
std::optional<primitives::BlockHash> blockHashArgument(const RouteCall& call, qsizetype index);
std::optional<primitives::TxId> txidArgument(const RouteCall& call, qsizetype index);
std::optional<std::uint32_t> numberArgument(const RouteCall& call, qsizetype index);

} // namespace rest
