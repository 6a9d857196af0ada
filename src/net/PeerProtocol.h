#pragma once

#include "net/PeerManager.h"
#include "net/PeerTypes.h"

#include <QByteArray>

namespace net {

/// Limits of `/p2p/v1`.
constexpr int kMaxLocator = 101;
constexpr int kMaxHeaders = 2'000;
constexpr int kMaxAnnouncedHeaders = 8;
constexpr int kMaxAnnouncedIds = 1'000;
constexpr int kMaxBlocksPerRequest = 16;
constexpr int kMaxIdsPerRequest = 100;
constexpr qint64 kMaxMessageBytes = 8 * 1024 * 1024;

// The messages as bytes; every decoder takes foreign bytes and never allocates more than they justify.
// Source: the routes' shapes are described in README.md ("Peer protocol").
template <class T>
using Decoded = Result<T, QString>; ///< the error is a sentence

QByteArray encodeHello(const Hello& hello); ///< JSON
Decoded<Hello> decodeHello(const QByteArray& json);
QString helloQuery(const Hello& hello); ///< the caller's side of GET hello
Decoded<Hello> helloFromQuery(const QString& query);

/// Locator and stop hash of `POST headers`.
struct HeadersRequest {
    std::vector<primitives::BlockHash> locator;
    primitives::BlockHash stop;
};
QByteArray encodeHeadersRequest(const HeadersRequest& request);
Decoded<HeadersRequest> decodeHeadersRequest(const QByteArray& bytes);
QByteArray encodeHeaders(const std::vector<primitives::BlockHeader>& headers); ///< n × 80 bytes
Decoded<std::vector<primitives::BlockHeader>> decodeHeaders(const QByteArray& bytes);
QByteArray encodeBlockHashes(const std::vector<primitives::BlockHash>& hashes); ///< n × 32 bytes
Decoded<std::vector<primitives::BlockHash>> decodeBlockHashes(const QByteArray& bytes);
QByteArray encodeWtxids(const std::vector<primitives::WtxId>& wtxids);
Decoded<std::vector<primitives::WtxId>> decodeWtxids(const QByteArray& bytes);
/// Length-prefixed (u32) blocks or transactions.
QByteArray encodeBlocks(const std::vector<primitives::BlockRef>& blocks);
Decoded<std::vector<primitives::BlockRef>> decodeBlocks(const QByteArray& bytes);
QByteArray encodeTransactions(const std::vector<primitives::TransactionRef>& transactions);
Decoded<std::vector<primitives::TransactionRef>> decodeTransactions(const QByteArray& bytes);
QByteArray encodeAnnouncement(const Announcement& news);
Decoded<Announcement> decodeAnnouncement(const QByteArray& bytes);
QByteArray encodeReply(const PeerReply& reply);
Decoded<PeerReply> decodeReply(const QByteArray& bytes);
QByteArray encodeDelivery(const Delivery& delivery);
Decoded<Delivery> decodeDelivery(const QByteArray& bytes);

} // namespace net
