#pragma once

#include "chain/ChainTypes.h"
#include "script/OutputType.h"

#include <optional>
#include <string>
#include <vector>

// What the window and the REST answers show of the chain. Plain values, made by ExplorerQueries.
namespace explorer {

/// A row of a block list.
struct BlockRow {
    std::int32_t height = 0;
    primitives::BlockHash hash;
    std::int64_t time = 0; ///< header time, unix seconds
    std::int32_t transactionCount = 0;
    std::int64_t sizeBytes = 0;
    std::int64_t weight = 0;
    primitives::Amount fees;
    util::Bytes minerScript;  ///< scriptPubKey of the coinbase's first output
    std::string minerAddress; ///< empty when the script has none
    std::string finder;       ///< what the finder calls itself, unchecked; empty: nothing
    std::uint32_t bits = 0;
    chain::BlockStatus status = chain::BlockStatus::HeaderOnly;
    bool inBestChain = false;
};

/// A block with what surrounds it.
struct BlockView {
    BlockRow row;
    primitives::BlockHeader header;
    std::int64_t medianTime = 0;
    double difficulty = 0;
    primitives::Amount subsidy;
    std::int32_t confirmations = 0; ///< 0 when not in the best chain
    std::optional<primitives::BlockHash> next;
    bool hasBody = false;
};

struct TxStatus {
    bool confirmed = false;
    std::int32_t height = -1;
    primitives::BlockHash block;
    std::int64_t blockTime = 0;
    std::uint32_t position = 0;
    std::int32_t confirmations = 0;
    std::int64_t firstSeen = 0; ///< of a waiting transaction
};

struct SpentBy {
    primitives::TxId txid;
    std::uint32_t input = 0;
    TxStatus status;
};

struct OutputView {
    std::uint32_t index = 0;
    primitives::TxOut output;
    script::OutputType type = script::OutputType::NonStandard;
    std::string address; ///< empty when the script has none
    std::optional<SpentBy> spentBy;
};

struct InputView {
    primitives::TxIn input;
    bool isCoinbase = false;
    std::optional<OutputView> spent; ///< the output it spends; nothing for a coinbase
};

struct TransactionView {
    primitives::TransactionRef transaction;
    TxStatus status;
    primitives::Amount fee; ///< 0 for a coinbase
    std::vector<InputView> inputs;
    std::vector<OutputView> outputs;
};

/// Sums of an address, confirmed or waiting.
struct AddressSums {
    std::int64_t transactionCount = 0;
    std::int64_t fundedCount = 0;
    std::int64_t spentCount = 0;
    primitives::Amount funded;
    primitives::Amount spent;
    [[nodiscard]] primitives::Amount balance() const { return funded - spent; }
};

struct AddressView {
    util::Bytes scriptPubKey;
    std::string address;
    script::OutputType type = script::OutputType::NonStandard;
    AddressSums confirmed;
    AddressSums waiting;
};

/// One transaction in the list of an address.
struct AddressTxRow {
    primitives::TxId txid;
    TxStatus status;
    primitives::Amount funded;
    primitives::Amount spent;
};

struct UnspentRow {
    primitives::OutPoint outpoint;
    primitives::Amount value;
    TxStatus status;
};

/// What a search text turned out to be. Best hit first.
struct SearchHit {
    enum class Kind { Block, Transaction, Address };
    Kind kind = Kind::Block;
    std::int32_t height = -1;
    primitives::BlockHash block;
    primitives::TxId txid;
    std::string address;
};

} // namespace explorer
