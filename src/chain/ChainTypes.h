#pragma once

#include "chain/StoreError.h"
#include "consensus/TxRules.h"
#include "consensus/Uint256.h"
#include "primitives/Block.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

namespace chain {

/// Why a block was not taken: it breaks a rule, or the disk failed.
using BlockError = std::variant<consensus::Rejection, StoreError>;

/// How far a block has been checked; stored as its number.
enum class BlockStatus : std::uint8_t {
    HeaderOnly = 0, ///< header valid, body not here
    Stored = 1,     ///< body here and valid on its own, never connected
    Connected = 2,  ///< was or is part of the best chain: fully valid
    Invalid = 3,    ///< breaks a rule
    InvalidAncestor = 4,
    LeftByHand = 5, ///< breaks no known rule, but was told to be invalid here
};

/// Facts of a body that lists show without reading it; no transactions: the body is not here.
struct BlockFacts {
    std::int32_t transactionCount = 0;
    std::int64_t sizeBytes = 0;
    std::int64_t weight = 0;
    primitives::Amount fees; ///< known once the block was connected
    util::Bytes
        minerScript; ///< scriptPubKey of the coinbase's first output; empty when longer than 520 bytes
    std::string finder = {}; ///< what the finder calls itself (finderName); empty: nothing
};
/// All facts but the fees.
BlockFacts factsOf(const primitives::Block& block);

/// A block of the tree as the store keeps it. `sequence` counts headers in order of arrival (first seen wins
/// ties).
struct HeaderRecord {
    primitives::BlockHeader header;
    primitives::BlockHash hash;
    std::int32_t height = 0;
    BlockStatus status = BlockStatus::HeaderOnly;
    std::uint32_t scheduledBits = 0;
    std::int64_t sequence = 0;
    std::int64_t receivedTime = 0; ///< unix seconds
};

/// The same with what the store knows of the body, whatever its status.
struct StoredHeader : HeaderRecord {
    BlockFacts facts;
};

/// The coins a block spent: one list a transaction after the coinbase, one coin an input, same order.
struct BlockUndo {
    std::vector<std::vector<consensus::Coin>> spent;
    bool operator==(const BlockUndo&) const = default;
};
/// Bytes for the store; `parseUndo` takes nothing else and nothing behind them.
util::Bytes serialize(const BlockUndo& undo);
Result<BlockUndo, util::ReadError> parseUndo(util::ByteView bytes);

/// A coin that came or went; no coin = it is spent.
struct CoinChange {
    primitives::OutPoint outpoint;
    std::optional<consensus::Coin> coin;
};

struct TipInfo {
    std::int32_t height = -1;
    primitives::BlockHash hash;
    bool operator==(const TipInfo&) const = default;
};

/// A block that joined the best chain, with what undo and the indexes need.
struct ConnectedBlock {
    primitives::BlockRef block;
    primitives::BlockHash hash;
    std::int32_t height = 0;
    std::shared_ptr<const BlockUndo> undo;
    primitives::Amount fees;
};

/// A block that left the best chain.
struct DisconnectedBlock {
    primitives::BlockRef block;
    primitives::BlockHash hash;
    std::int32_t height = 0;
};

/// What changed on the best chain since the last change that was given out: blocks taken off (highest first),
/// then blocks put on (lowest first). In a very deep reorganisation (ChainOptions::maxReorganisationBytes),
/// bodies and undo data but the first ones are null, and so may be any that a failed disk undoes: read them
/// from the store one at a time.
struct ChainChange {
    std::vector<DisconnectedBlock> disconnected;
    std::vector<ConnectedBlock> connected;
    [[nodiscard]] bool isEmpty() const { return disconnected.empty() && connected.empty(); }
};

} // namespace chain
