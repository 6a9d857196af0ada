#pragma once

#include "chain/ChainState.h"
#include "net/PeerTypes.h"

#include <span>

namespace net {

/// Where blocks and transactions go that peers bring; what follows from them (mempool, index, news) is done
/// when a call returns. Implemented by the node, and by tests. Thread: node.
class Intake {
public:
    virtual ~Intake() = default;
    /// Errors: the disk failed. Needs: headers of the blocks are in the tree.
    virtual Result<std::vector<Result<chain::BlockOutcome, consensus::Rejection>>, chain::StoreError>
    takeBlocks(std::span<const primitives::BlockRef> blocks, PeerId from) = 0;
    /// Errors: as chain::Mempool::accept (MissingInputs: it is kept as an orphan of this peer).
    virtual Result<void, consensus::Rejection> takeTransaction(const primitives::TransactionRef& transaction,
                                                               PeerId from) = 0;
    /// The disk takes nothing now.
    [[nodiscard]] virtual bool isClosed() const = 0;
};

} // namespace net
