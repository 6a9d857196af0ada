#include "storage/ChainSchema.h"

#include <array>

namespace storage {
namespace {

constexpr const char* kHeaders = R"(CREATE TABLE headers (
    -- Every block of the tree, losing branches too. `sequence` counts arrivals: parents before children, first seen wins ties.
    sequence INTEGER PRIMARY KEY,
    -- 32 bytes in display order, so that the beginning of a hash is a range of its index.
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    -- The 80 bytes that are hashed.
    header BLOB NOT NULL CHECK (length(header) = 80),
    -- `status` is the number of chain::BlockStatus; `received` unix seconds.
    height INTEGER NOT NULL, status INTEGER NOT NULL, scheduled_bits INTEGER NOT NULL, received INTEGER NOT NULL,
    -- Facts of the body, for lists; NULL until it is here. `fees` (satoshi) is NULL until it was connected.
    tx_count INTEGER, size INTEGER, weight INTEGER, fees INTEGER, miner_script BLOB
) STRICT)";

constexpr const char* kHeadersByHeight = "CREATE INDEX headers_by_height ON headers (height)";

constexpr const char* kBodies = R"(CREATE TABLE bodies (
    -- The whole block in wire format, with witness.
    sequence INTEGER PRIMARY KEY REFERENCES headers (sequence), bytes BLOB NOT NULL
) STRICT)";

constexpr const char* kUndos = R"(CREATE TABLE undos (
    -- The coins a connected block spent, as chain::serialize(BlockUndo) writes them.
    sequence INTEGER PRIMARY KEY REFERENCES headers (sequence), bytes BLOB NOT NULL
) STRICT)";

constexpr const char* kBestChain = R"(CREATE TABLE best_chain (
    -- Which block has which height; the highest row is the tip that `coins` belongs to.
    height INTEGER PRIMARY KEY, sequence INTEGER NOT NULL REFERENCES headers (sequence)
) STRICT)";

constexpr const char* kCoins = R"(CREATE TABLE coins (
    -- 32 bytes txid in wire order, 4 bytes output number, big endian: the order in which hash_serialized_3 wants them.
    outpoint BLOB PRIMARY KEY,
    -- 4 bytes height * 2 + coinbase and 8 bytes satoshi, little endian, then the script.
    coin BLOB NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* kTransactions = R"(CREATE TABLE transactions (
    -- Where each transaction of the best chain lies: height * 2^24 + position in the block.
    place INTEGER PRIMARY KEY,
    -- Display order, as `headers.hash`.
    txid BLOB NOT NULL UNIQUE,
    -- Its bytes in the body, to read one without the others.
    start INTEGER NOT NULL, size INTEGER NOT NULL
) STRICT)";

constexpr const char* kHistory = R"(CREATE TABLE history (
    -- A row for each script (SHA-256 of it) and each transaction that pays it or spends from it, with sums in satoshi.
    script BLOB NOT NULL, place INTEGER NOT NULL,
    funded_count INTEGER NOT NULL, spent_count INTEGER NOT NULL, funded INTEGER NOT NULL, spent INTEGER NOT NULL,
    -- The numbers of the outputs that pay it, as compact sizes.
    outputs BLOB NOT NULL,
    PRIMARY KEY (script, place)
) STRICT, WITHOUT ROWID)";

constexpr const char* kSpends = R"(CREATE TABLE spends (
    -- Which input spends an output (key as in `coins`).
    outpoint BLOB PRIMARY KEY, place INTEGER NOT NULL, input INTEGER NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* kIndexTip = R"(CREATE TABLE index_tip (
    -- The last block that is in `transactions`, `history` and `spends`: one row, or none.
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1), height INTEGER NOT NULL, hash BLOB NOT NULL
) STRICT)";

constexpr const char* kState = R"(CREATE TABLE state (
    -- Small named values of the node: network card, mempool, peers.
    key TEXT PRIMARY KEY, value BLOB NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* kWaiting = R"(CREATE TABLE waiting (
    -- Transactions that wait for a block; `sequence` counts arrivals, `received` is in unix seconds.
    sequence INTEGER PRIMARY KEY,
    -- Display order, as `headers.hash`.
    txid BLOB NOT NULL UNIQUE CHECK (length(txid) = 32),
    -- In wire format, with witness.
    received INTEGER NOT NULL, bytes BLOB NOT NULL
) STRICT)";
// What the finder of a block calls itself; NULL in blocks that were stored before.
constexpr const char* kFinder = "ALTER TABLE headers ADD COLUMN finder TEXT";

const std::array<Migration, 3>& chainSteps() {
    static const std::array<Migration, 3> all = {
        Migration{"The first version: blocks, coins, history index, named values.",
                  {kHeaders, kHeadersByHeight, kBodies, kUndos, kBestChain, kCoins, kTransactions, kHistory,
                   kSpends, kIndexTip, kState}},
        Migration{
            "Waiting transactions are rows; SqliteWaitingStore brings over the lists among the named values.",
            {kWaiting}},
        Migration{"Names of those who found blocks.", {kFinder}},
    };
    return all;
}

} // namespace

const Schema& chainSchema() {
    static const Schema schema{"a chain database", 0x43524e43 /* CRNC */, chainSteps()};
    return schema;
}

} // namespace storage
