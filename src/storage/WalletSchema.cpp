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

constexpr const char* kDescriptors = R"(CREATE TABLE descriptors (
    -- What addresses are made from: output descriptors with public keys only.
    id INTEGER PRIMARY KEY, text TEXT NOT NULL,
    -- `chain`: 0 = receive, 1 = change; `is_active`: addresses are handed out from it.
    chain INTEGER NOT NULL, is_active INTEGER NOT NULL,
    -- The index handed out next; watched up to `range_end` at least; `birth`: unix seconds, nothing is older.
    next INTEGER NOT NULL, range_end INTEGER NOT NULL, birth INTEGER NOT NULL,
    -- 1: the wallet's own private keys are enough to spend.
    can_sign INTEGER NOT NULL
) STRICT)";

// The two chains of the one account that version 1 had. The fingerprint of the account's root is known to
// the words only: it is put in when they can be read.
constexpr const char* kAccountRows = R"(INSERT INTO descriptors
    SELECT chains.chain, 'wpkh([00000000/84h/1h/0h]' || CAST(account.value AS TEXT) || '/' || chains.chain || '/*)',
           chains.chain, 1, CAST(CAST(next.value AS TEXT) AS INTEGER), 0, 0, 1
    FROM (SELECT 0 AS chain, 'next_receive' AS next_key UNION ALL SELECT 1, 'next_change') AS chains
    JOIN properties AS account ON account.key = 'account_xpub'
    JOIN properties AS next ON next.key = chains.next_key)";
constexpr const char* kForgetCounters = "DELETE FROM properties WHERE key IN ('next_receive', 'next_change')";
constexpr const char* kSetVersion = "UPDATE properties SET value = CAST('2' AS BLOB) WHERE key = 'version'";
// A descriptor's number is what the chain was.
constexpr const char* kRenameInAddresses = "ALTER TABLE addresses RENAME COLUMN chain TO descriptor";
constexpr const char* kRenameInCoins = "ALTER TABLE coins RENAME COLUMN key_chain TO key_descriptor";

const std::array<Migration, 2>& steps() {
    static const std::array<Migration, 2> all = {
        Migration{"The first version: keys, addresses, transactions, coins, blocks applied.",
                  {kProperties, kAddresses, kWalletTransactions, kWalletCoins, kRecentBlocks}},
        Migration{
            "A wallet is a set of descriptors.",
            {kDescriptors, kAccountRows, kForgetCounters, kSetVersion, kRenameInAddresses, kRenameInCoins}},
    };
    return all;
}

} // namespace

const Schema& walletSchema() {
    static const Schema schema{"a wallet", 0x43524e57 /* CRNW */, steps()};
    return schema;
}

} // namespace storage
