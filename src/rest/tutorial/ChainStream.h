#pragma once

#include "consensus/Uint256.h"
#include "node/Node.h"
#include "rest/http/HttpTypes.h"

#include <memory>

namespace rest {

/// Which blocks a chain array holds and what stands around it.
struct ChainSpan {
    std::int32_t from = 0;
    std::int32_t to = 0; ///< inclusive; below `from`: an empty array
    bool transactions = true;
    QByteArray head; ///< "{…\"chain\":" before the array
    QByteArray tail; ///< "…}" behind it
};

/// An array of blocks in the tutorial's words, made page by page on the read pool: flat memory, any length.
/// When the best chain changes below what was sent already, the connection is cut rather than a mixture
/// delivered.
class ChainStream final : public BodyStream, public std::enable_shared_from_this<ChainStream> {
public:
    ChainStream(node::Node& node, QObject* context, ChainSpan span);
    void next(std::function<void(Piece)> give) override;

private:
    void nextPage(const QByteArray& before, const std::function<void(Piece)>& give);
    node::Node& m_node;
    QObject* m_context;
    ChainSpan m_span;
    std::int32_t m_next;
    primitives::BlockHash m_lastHash; ///< the block before m_next; null at genesis
    consensus::Uint256 m_work;        ///< up to and with it
    bool m_started = false;
};

} // namespace rest
