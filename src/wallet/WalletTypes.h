#pragma once

#include "consensus/TxRules.h"
#include "primitives/Transaction.h"
#include "script/Address.h"
#include "script/descriptor/SpendSize.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace wallet {

/// What the addresses of a descriptor are for. BIP 44's numbers.
enum class KeyChain : std::uint8_t { Receive = 0, Change = 1 };

/// What an address looks like, and how its coins are spent.
enum class AddressType : std::uint8_t {
    Legacy,     ///< P2PKH (BIP 44)
    P2shSegwit, ///< P2WPKH in P2SH (BIP 49)
    Bech32,     ///< P2WPKH (BIP 84)
    Bech32m,    ///< P2TR by its key (BIP 86)
};
constexpr std::size_t kAddressTypes = 4;
constexpr AddressType kUsualType = AddressType::Bech32;

/// Which descriptor of the wallet, by its number, and which index of it.
struct KeyPath {
    std::uint32_t descriptor = 0;
    std::uint32_t index = 0;
    auto operator<=>(const KeyPath&) const = default;
};

/// An address of the wallet.
struct WalletAddress {
    KeyPath path;
    util::Bytes scriptPubKey;
    std::string address;
    std::string label;
    bool used = false;                  ///< a transaction paid it
    std::int64_t handedOut = 0;         ///< unix seconds; 0 = only looked ahead
    KeyChain chain = KeyChain::Receive; ///< of its descriptor
};

/// Where a transaction of the wallet stands.
enum class TxState : std::uint8_t {
    Confirmed = 0, ///< in the best chain, at `height`
    Waiting = 1,   ///< in the mempool, or in the outbox: offered to the mempool again and again
    Lost = 2,      ///< a block spent its coins, another that waits took its place, its block left the chain
                   ///< (coinbase), or the user abandoned it
};

/// Why a waiting transaction is not in the mempool, as far as is known. It keeps its coins all the same:
/// others may have it, and mine it.
enum class Absence : std::uint8_t {
    Unsent,       ///< not offered yet, or nobody knows
    Replaced,     ///< one that spends the same coins, and is none of this wallet's, pays more
    Conflict,     ///< a block spent its coins; the wallet will see it there
    Evicted,      ///< the mempool was full
    TooCheap,     ///< it pays less than the mempool asks for now
    Expired,      ///< it waited too long
    TooLongChain, ///< too many that wait build on one another
    Unfit,        ///< a coin that it spends is not there (now), or a lock not reached
    Refused,      ///< for its form, or another reason
};

struct WalletTransaction {
    primitives::TransactionRef transaction;
    TxState state = TxState::Waiting;
    std::int32_t height = -1;
    primitives::BlockHash block;
    std::int64_t time = 0;                 ///< first seen or block time, unix seconds
    primitives::Amount received;           ///< sum of outputs to this wallet
    primitives::Amount spent;              ///< sum of this wallet's coins it spends
    std::optional<primitives::Amount> fee; ///< known when every input is ours
    bool isCoinbase = false;
    std::string note;
    std::int64_t sequence = 0; ///< order in the wallet, newest highest
    // As it is shown; not kept in the store.
    std::optional<Absence> absence; ///< Waiting, and not in the mempool: why
    bool isMissing = false;         ///< Waiting, and brings nothing: see Ledger
    primitives::Amount effect;      ///< on the balance: what it moves, as far as that counts
    bool isAbandoned = false;       ///< Lost: because the user said so
    bool isReplaced = false;        ///< Lost: another of this wallet's that waits has its coins
    bool isProposal = false;        ///< Waiting: to take the place of another, which is the truth till then
    [[nodiscard]] primitives::Amount net() const { return received - spent; }
};

/// Which lines of the history; each kind is a list of its own, so that a page of it costs what a page of all
/// costs.
enum class HistoryKind : std::uint8_t {
    All,
    Received, ///< more came than went, rewards left out
    Sent,     ///< more went than came: a payment to oneself too, for its fee
    Mined,    ///< rewards
};
constexpr std::size_t kHistoryKinds = 4;

/// What an address is for.
enum class AddressGroup : std::uint8_t {
    Given,  ///< given to somebody, or found to be paid
    Mining, ///< made for the rewards of the miner
    Change,
};
constexpr std::size_t kAddressGroups = 3;

/// The label of addresses that are made for rewards.
constexpr std::string_view kRewardLabel = "Mining";

/// Lines of the history that changed, by id, the latest change last; each once.
struct HistoryChanges {
    std::uint64_t revision = 0; ///< to ask from next time
    bool isWhole = true;        ///< false: too much has changed since, read everything anew
    std::vector<primitives::TxId> txids;
};

/// An unspent output of the wallet.
struct WalletCoin {
    primitives::OutPoint outpoint;
    primitives::TxOut output;
    KeyPath path;
    std::int32_t height = -1; ///< -1: not confirmed yet
    bool fromCoinbase = false;
    bool isChange = false; ///< made by our own transaction (every input is ours)
    script::SpendSize size =
        script::kKeyHashSpend; ///< of the input that spends it; told with a draft's coins
};

struct WalletBalance {
    primitives::Amount spendable;   ///< confirmed and mature, or our own unconfirmed change
    primitives::Amount immature;    ///< coinbases still maturing
    primitives::Amount unconfirmed; ///< on the way from others
    primitives::Amount frozen;      ///< the part of `spendable` that its owner keeps back
    /// What the best chain holds for this wallet, immature coinbases included, as if nothing waited: a
    /// payment sent lowers it once it is in a block, not before.
    primitives::Amount confirmedTotal;
    std::int64_t coinCount = 0;
    std::int32_t nextMaturityHeight = -1; ///< of the first block that may spend the next coinbase; -1 none
    [[nodiscard]] primitives::Amount total() const { return spendable + immature + unconfirmed; }
    bool operator==(const WalletBalance&) const = default;
};

struct Recipient {
    util::Bytes scriptPubKey;
    primitives::Amount amount;
};

/// What to pay and how.
struct PaymentRequest {
    std::vector<Recipient> recipients;
    std::int64_t feePerKvB = 10'000;
    std::int64_t leastFeePerKvB = 1'000;   ///< a lower rate is refused: nodes would not pass the payment on
    std::optional<primitives::Amount> fee; ///< exactly this much, whatever the rate
    /// What inputs are believed to cost later: decides whether to spend many coins now, or few.
    std::int64_t laterFeePerKvB = 10'000;
    std::vector<std::size_t> feeFrom; ///< recipients that share the fee, by their places; empty: the payer
    /// Spends every coin that it may: recipients of amount 0 share what the others and the fee leave.
    bool everything = false;
    bool replaceable = true;   ///< BIP 125
    bool locksToHeight = true; ///< that of the tip, against fee sniping; false: the next holds
    std::uint32_t lockTime = 0;
    std::vector<primitives::OutPoint> onlyFrom; ///< coin control; empty = best coins
    std::optional<util::Bytes> onlyFromScript;  ///< only coins of this address
    std::vector<primitives::OutPoint> always;   ///< coins that are spent in any case, the first inputs
    bool addCoins = true;                       ///< beside those, where they are not enough
    std::int32_t leastConfirmations = 0, mostConfirmations = 9'999'999; ///< of coins that are added
    bool unsafe = false;                       ///< adds what others sent and no block holds yet, too
    std::optional<util::Bytes> changeScript;   ///< where change goes; nothing: to the wallet …
    std::optional<AddressType> changeType;     ///< … to an address of this kind; nothing: as a recipient's
    std::optional<std::size_t> changePosition; ///< nothing: anywhere
    std::int64_t maxWeight = 0;                ///< of the whole transaction; 0: what others pass on
    bool mayMixAtOnce = false; ///< coins of several addresses together, though those of one are enough
};

/// How long a coin is kept back.
enum class Freeze : std::uint8_t {
    Stored,  ///< until it is given free
    Session, ///< no longer than the wallet stays open
};

/// The plan of a payment, unsigned. What is shown to somebody is one of these, and what they agree to is the
/// same one: it is signed as it stands (`Wallet::commit`) or not at all, never drafted anew.
struct PaymentDraft {
    primitives::TransactionParts parts;
    std::vector<WalletCoin> inputs; ///< one an input, same order
    primitives::Amount fee;
    std::int64_t vsize = 0;
    std::optional<std::size_t> changeOutput; ///< index of the output that comes back
    primitives::Amount change;
    std::size_t addresses = 0; ///< of which coins are spent together: more than one tells that they are one's
    std::vector<bool> isOwn;   ///< one an output: it pays this wallet, as change or as recipient
    std::vector<primitives::TxId> replaces = {}; ///< that wait, and whose place it takes

    /// What the wallet has less of afterwards: the payment and its fee, without what it pays to itself.
    [[nodiscard]] primitives::Amount leaving() const;
};

/// Why a payment is not made. Nothing was sent then, and nothing is kept.
enum class PaymentError {
    NoRecipient,
    AmountZero,
    AmountTooSmall /* dust */,
    AmountOutOfRange,
    InsufficientFunds,
    FeeTooLow,
    FeeTooHigh,
    CoinNotAvailable, ///< a coin that the request names cannot be spent
    Locked,
    TooManyInputs, ///< it takes more coins than fit in one: less may go, or coins be joined first
    Store,         ///< the payment could not be written down
    Uncertain,     ///< the disk failed: the next start shows whether it was written down, and sends it then
    CoinsChanged,  ///< coins of the draft are gone since it was made: look at a new one
    NoKey,         ///< a coin's private keys are not in this wallet, or not enough of them
    NoWallet,      ///< none is open
    Refused,       ///< the mempool did not take it
    NotAllowed,    ///< the user said no, or there is no window to ask in
    Unanswered,    ///< the user was asked and did not answer in time
    TooManyQuestions, ///< the user is being asked too many things already
};
struct PaymentFailure {
    PaymentError error = PaymentError::NoRecipient;
    primitives::Amount available; ///< for InsufficientFunds and TooManyInputs: what can go at once at most …
    primitives::Amount needed;
    std::size_t coins = 0; ///< … and of how many coins that is
};

} // namespace wallet
