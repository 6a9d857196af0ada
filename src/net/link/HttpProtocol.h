#pragma once

#include "net/link/Hello.h"
#include "net/wire/Messages.h"
#include "util/Result.h"

#include <QByteArray>
#include <QStringList>

namespace net {

/// Limits of `/p2p/v1`.
constexpr int kMaxBlocksPerRequest = 16;
constexpr int kMaxIdsPerRequest = 100;
constexpr int kMaxMempoolIds = 50'000;
constexpr int kMaxPeersTold = 1'000;
constexpr qint64 kMaxHttpBody = 8 * 1024 * 1024;

/// Why a body is none of `/p2p/v1`.
enum class HttpFormFault {
    NotJson,
    MissingField,
    BadValue,
    Malformed, ///< too short, or bytes behind its end
    TooMany,
};
template <class T>
using HttpForm = Result<T, HttpFormFault>;

// Bodies as bytes; every decoder takes foreign bytes and never allocates more than they justify.
QByteArray encodeHello(const Hello& hello); ///< JSON
/// Only `genesis` must be there: a small program need not know the rest.
HttpForm<Hello> decodeHello(const QByteArray& json);
QString helloQuery(const Hello& hello); ///< the caller's side of `GET hello`
HttpForm<Hello> helloFromQuery(const QString& query);

/// Body of `POST headers`: locator and stop hash.
struct HeadersRequest {
    std::vector<primitives::BlockHash> locator;
    primitives::BlockHash stop;
};
QByteArray encodeHeadersRequest(const HeadersRequest& request);
HttpForm<HeadersRequest> decodeHeadersRequest(const QByteArray& bytes);
QByteArray encodeHeaders(const std::vector<primitives::BlockHeader>& headers); ///< n × 80 bytes
HttpForm<std::vector<primitives::BlockHeader>> decodeHeaders(const QByteArray& bytes);
QByteArray encodeBlockHashes(const std::vector<primitives::BlockHash>& hashes); ///< n × 32 bytes
HttpForm<std::vector<primitives::BlockHash>> decodeBlockHashes(const QByteArray& bytes);
QByteArray encodeWtxids(const std::vector<primitives::WtxId>& wtxids); ///< n × 32 bytes
HttpForm<std::vector<primitives::WtxId>> decodeWtxids(const QByteArray& bytes, int limit = kMaxIdsPerRequest);
/// Length-prefixed (u32) blocks or transactions.
QByteArray encodeBlocks(const std::vector<primitives::BlockRef>& blocks);
HttpForm<std::vector<primitives::BlockRef>> decodeBlocks(const QByteArray& bytes);
QByteArray encodeTransactions(const std::vector<primitives::TransactionRef>& transactions);
HttpForm<std::vector<primitives::TransactionRef>> decodeTransactions(const QByteArray& bytes);
/// JSON list of "host:port".
QByteArray encodePeers(const QStringList& addresses);
HttpForm<QStringList> decodePeers(const QByteArray& json);

} // namespace net
