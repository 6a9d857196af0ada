#include "net/OrderCalls.h"

#include "net/PeerProtocol.h"

namespace net {

QString pathOf(Order::Kind kind) {
    switch (kind) {
    case Order::Kind::Headers:
        return QStringLiteral("/p2p/v1/headers");
    case Order::Kind::Blocks:
        return QStringLiteral("/p2p/v1/blocks");
    case Order::Kind::Transactions:
        break;
    }
    return QStringLiteral("/p2p/v1/txs");
}

QByteArray bodyOf(const Order& order) {
    switch (order.kind) {
    case Order::Kind::Headers:
        return encodeHeadersRequest({order.hashes, {}});
    case Order::Kind::Blocks:
        return encodeBlockHashes(order.hashes);
    case Order::Kind::Transactions:
        break;
    }
    return encodeWtxids(order.wtxids);
}

Result<Delivery, QString> deliveryOf(Order::Kind kind, const QByteArray& bytes) {
    Delivery out;
    out.kind = kind;
    switch (kind) {
    case Order::Kind::Headers: {
        auto headers = decodeHeaders(bytes);
        if (!headers) return fail(headers.error());
        out.headers = std::move(*headers);
        return out;
    }
    case Order::Kind::Blocks: {
        auto blocks = decodeBlocks(bytes);
        if (!blocks) return fail(blocks.error());
        out.blocks = std::move(*blocks);
        return out;
    }
    case Order::Kind::Transactions:
        break;
    }
    auto transactions = decodeTransactions(bytes);
    if (!transactions) return fail(transactions.error());
    out.transactions = std::move(*transactions);
    return out;
}

} // namespace net
