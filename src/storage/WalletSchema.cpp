#include "storage/WalletSchema.h"

#include <array>

namespace storage {
namespace {

constexpr const char* kProperties = R"(CREATE TABLE properties (
    -- Named values: network, account key, sealed secret, counters.
    key TEXT PRIMARY KEY, value BLOB NOT NULL
) STRICT, WITHOUT ROWID)";

constexpr const char* kAddresses = R"(CREATE TABLE addresses (
    -- The last two steps of the key's path: 0 = receive, 1 = change; number.
    chain INTEGER NOT NULL, number INTEGER NOT NULL,
    script BLOB NOT NULL, address TEXT NOT NULL, label TEXT NOT NULL,
    -- `used`: 1 once a transaction paid it; `handed_out`: unix seconds, 0 = only looked ahead.
    used INTEGER NOT NULL, handed_out INTEGER NOT NULL,
    PRIMARY KEY (chain, number)
) STRICT, WITHOUT ROWID)";

constexpr const char* kWalletTransactions = R"(CREATE TABLE transactions (
    -- Wire order; the whole transaction with witness.
    txid BLOB NOT NULL PRIMARY KEY, bytes BLOB NOT NULL,
    -- `state` is the number of wallet::TxState; height -1 and 32 zero bytes: in no block. `time` unix seconds.
    state INTEGER NOT NULL, height INTEGER NOT NULL, block BLOB NOT NULL, time INTEGER NOT NULL,
    -- Satoshi; `fee` is NULL when not every input is ours.
    received INTEGER NOT NULL, spent INTEGER NOT NULL, fee INTEGER,
    is_coinbase INTEGER NOT NULL, note TEXT NOT NULL,
    -- Order in the wallet, newest highest.
    sequence INTEGER NOT NULL
) STRICT)";

constexpr const char* kWalletCoins = R"(CREATE TABLE coins (
    -- Outputs of this wallet; spent ones stay, so that a block can be undone.
    txid BLOB NOT NULL, number INTEGER NOT NULL,
    value INTEGER NOT NULL, script BLOB NOT NULL,
    -- Which key unlocks it, as in `addresses`.
    key_chain INTEGER NOT NULL, key_number INTEGER NOT NULL,
    -- Height -1: not confirmed yet.
    height INTEGER NOT NULL, from_coinbase INTEGER NOT NULL, is_change INTEGER NOT NULL,
    -- Txid of the spender, NULL while unspent.
    spent_by BLOB,
    PRIMARY KEY (txid, number)
) STRICT, WITHOUT ROWID)";

constexpr const char* kRecentBlocks = R"(CREATE TABLE recent_blocks (
    -- The last blocks applied, to find the fork after a reorganisation.
    height INTEGER PRIMARY KEY, hash BLOB NOT NULL
) STRICT)";

const std::array<Migration, 1>& steps() {
    static const std::array<Migration, 1> all = {
        Migration{"The first version: keys, addresses, transactions, coins, blocks applied.",
                  {kProperties, kAddresses, kWalletTransactions, kWalletCoins, kRecentBlocks}},
    };
    return all;
}

} // namespace

const Schema& walletSchema() {
    static const Schema schema{"a wallet", 0x43524e57 /* CRNW */, steps()};
    return schema;
}

} // namespace storage
