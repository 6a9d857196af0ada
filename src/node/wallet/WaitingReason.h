#pragma once

#include "chain/mempool/MempoolSnapshot.h"
#include "wallet/WalletTypes.h"

namespace node {

/// What keeps a payment from being in a block. One cause, the one that weighs most.
enum class WaitCause {
    NextBlock,     ///< nothing: the next block takes it
    FeeTooLow,     ///< others that pay more fill the next blocks
    CheapParent,   ///< it pays enough; what it builds on does not
    MissingParent, ///< it spends an output of one that is not in the mempool: `parent`
    Locked,        ///< not before `lockTime`
    NoBlocks,      ///< for long there was none: nobody mines
    Alone,         ///< no other node hears of it, and this one does not mine
    OutOfMempool,  ///< `absence` says why; offered again at `nextOffer`
    Outbid,        ///< one that spends the same, and is none of this wallet's, waits in its place
    Offering,      ///< it is being offered just now, or the wallet does not know yet
};

/// What is known of it and of the node. Plain.
struct WaitSituation {
    primitives::TransactionRef transaction;
    std::optional<wallet::Absence> absence;       ///< from the mempool
    std::optional<std::int64_t> nextOffer;        ///< unix seconds, where it is absent
    std::optional<primitives::TxId> absentParent; ///< it builds on one that is absent as well
    std::int64_t now = 0;                         ///< unix seconds
    std::int64_t lastBlock = 0;                   ///< when the tip came
    std::int64_t medianTime = 0;                  ///< of the tip
    std::int32_t height = 0;                      ///< of the tip
    double secondsPerBlock = 0;                   ///< on average; 0: not known
    std::int64_t blockVsize = 1'000'000;          ///< that a block has room for
    std::size_t peers = 0;
    bool isMining = false; ///< here
};

class Node;
/// The same with what the node knows: tip, blocks, peers, mining.
WaitSituation withNode(WaitSituation situation, const Node& node);

/// The cause with its figures; those that do not belong to it are as far as known.
struct WaitReason {
    WaitCause cause = WaitCause::Offering;
    std::int64_t feePerKvB = 0;     ///< that it pays, with what it builds on
    std::int64_t ownFeePerKvB = 0;  ///< alone
    std::int64_t nextPerKvB = 0;    ///< from which on the next block takes
    std::size_t paymentsBefore = 0; ///< that come into blocks before it
    std::int32_t blocksBefore = 0;  ///< that those fill
    std::int64_t seconds = 0; ///< NoBlocks: since the last; else the wait that is to be expected, 0: unknown
    std::optional<wallet::Absence> absence = {};
    std::optional<std::int64_t> nextOffer = {};
    std::optional<primitives::TxId> parent = {};
    std::uint32_t lockTime = 0;
};

/// Why one that waits is in no block. Cost: a look at what comes before it.
WaitReason reasonToWait(const chain::MempoolSnapshot& waiting, const WaitSituation& situation);

/// One of those that wait, as a bar beside its neighbours.
struct FeeNeighbour {
    std::int64_t feePerKvB = 0;
    bool isOwn = false;
    bool isInNext = false; ///< the next block takes it
};
/// At most `most` of them, evenly from the best on to somewhat beyond the own one, which is among them;
/// nothing where it is not in the mempool.
std::vector<FeeNeighbour> feeNeighbours(const chain::MempoolSnapshot& waiting, const primitives::TxId& own,
                                        std::int64_t blockVsize, std::size_t most);

} // namespace node
