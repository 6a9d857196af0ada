#pragma once

#include "chain/ChainState.h"
#include "chain/CoinStatistics.h"
#include "mining/MiningTypes.h"
#include "net/sync/SyncManager.h"
#include "node/mining/PowerSupply.h"
#include "node/wallet/OwnScripts.h"
#include "node/wallet/WalletProblem.h"
#include "wallet/People.h"
#include "wallet/WalletTypes.h"

#include <QMetaType>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

// The values that cross threads between the node and its faces. Complete, plain, copied.
namespace node {

/// What the chain's disk does not do any more.
enum class DiskProblem {
    Full,    ///< goes on by itself once there is room
    Damaged, ///< the database
    Failed,  ///< it cannot be written
};

/// The chain now.
struct ChainStatus {
    chain::TipInfo tip;
    std::int64_t tipTime = 0;     ///< header time
    std::int64_t tipReceived = 0; ///< when it came, unix seconds
    std::int64_t medianTime = 0;
    std::uint32_t bits = 0;     ///< of the tip
    std::uint32_t nextBits = 0; ///< by schedule, of the next block
    consensus::Uint256 chainWork;
    std::int32_t headerHeight = 0;     ///< of the best branch whose blocks are being fetched; else the tip's
    std::int32_t bestHeaderHeight = 0; ///< best header known: its blocks may never come
    std::int32_t indexHeight = 0;      ///< history index
    std::int32_t staleBlocks = 0;      ///< bodies kept that are not in the best chain
    net::SyncProgress sync;
    bool importing = false;
    double importProgress = 0;             ///< 0 … 1 of the file
    double networkHashRate = 0;            ///< hashes a second, from work and times of recent blocks
    std::int32_t nextAdjustmentHeight = 0; ///< 0: never
    double adjustmentEstimate = 0; ///< expected change of difficulty, +0.23 = 23 % harder; 0 when unknown
    double averageBlockTime = 0;   ///< seconds, over the present interval; 0 when unknown
};

/// A branch with more work that the brake holds back: following it would replace many blocks of ours.
struct HeldBranch {
    std::int32_t forkHeight = 0;
    std::int32_t replaces = 0; ///< blocks of ours that would go
    std::int32_t ourHeight = 0;
    consensus::Uint256 ourWork;
    std::int32_t height = 0;
    primitives::BlockHash hash; ///< of its tip
    consensus::Uint256 work;
    bool isDeclined = false; ///< the user said to stay on our chain at this fork
};

/// What came of asking one peer for one block.
enum class BlockFetch { Asked, HeaderMissing, IsHere };

/// What came of banning an address or taking that back.
enum class BanOutcome {
    Done,
    NoAddress,
    NoChange, ///< it is banned already, or was not
};

/// News: the best chain changed. `depth` blocks were taken off.
struct TipChanged {
    chain::TipInfo tip;
    primitives::BlockHash previousTip;
    std::int32_t depth = 0;
    std::int32_t forkHeight = 0;
    std::int32_t connected = 0;
};

/// A block that joined or left the best chain.
struct BlockNews {
    std::int32_t height = 0;
    primitives::BlockHash hash;
    primitives::BlockHash previous;
    std::int64_t time = 0; ///< header time
    std::int64_t transactionCount = 0;
    std::int64_t sizeBytes = 0;
    std::int64_t weight = 0;
};

/// News: every block of one change of the best chain; left: highest first, joined: lowest first.
struct ChainNews {
    std::vector<BlockNews> disconnected;
    std::vector<BlockNews> connected;
};

/// Why the miner rests although its switch is on.
enum class MiningPause : std::uint8_t {
    None,
    NoAddress,      ///< nowhere to pay to: no wallet is open and no address is set
    NothingWaiting, ///< the mode wants payments
    Importing,      ///< blocks are read from a file
    CatchingUp,     ///< peers have blocks that are not here yet
    OnBattery,
    UserActive,   ///< there was input in the window a short while ago
    AheadOfClock, ///< blocks came faster than one a second: the next one's time has not come here
    Refused,      ///< the last block that was found was refused; tried again soon
    DiskFull,     ///< a block that is found could not be stored; goes on when there is space
};

/// What holds the miner back.
struct MiningLimits {
    int percent = 100; ///< of each thread's time
    bool pauseOnBattery = false;
    int idleMinutes = 0; ///< without input in the window before it works; 0 = it does not matter
    bool operator==(const MiningLimits&) const = default;
};

/// The miner now.
struct MiningStatus {
    bool enabled = false; ///< the switch
    bool working = false; ///< hashing at this moment
    mining::MiningMode mode = mining::MiningMode::Always;
    int threads = 1;
    int availableThreads = 1;
    std::string kernel; ///< what it would compute with, or does
    MiningLimits limits;
    mining::MinerStatistics statistics;
    mining::BlockTemplateRef work;  ///< the block being mined, or that would be
    double bestHashesPerSecond = 0; ///< since the start
    double meanHashesPerSecond = 0; ///< over the last minute of mining: what is expected is made from it
    double expectedSeconds = 0;     ///< to the next block of ours at that rate; 0 = not mining
    double expectedBlocks = 0;      ///< since the start, by hashes done
    std::int64_t foundBlocks = 0;   ///< since the start
    MiningPause pause = MiningPause::None;
    std::int64_t pauseUntil = 0;  ///< AheadOfClock: unix seconds; 0: nobody knows
    Power power = Power::Unknown; ///< looked at only while mining may pause on battery
};

/// The open wallet now.
struct WalletStatus {
    bool isOpen = false;
    QString name;
    bool encrypted = false;
    bool locked = false;
    bool backedUp = false;
    bool watchOnly = false;   ///< there will never be private keys in it
    bool isShared = false;    ///< its addresses are those of a plan: several have to sign
    bool needsOthers = false; ///< it has keys, but none that spend anything without somebody else's
    bool uncertain = false; ///< its disk failed: the next opening shows what was kept, nothing is until then
    /// Unlocked until then, unix seconds; nothing: until somebody locks it.
    std::optional<std::int64_t> locksAt = {};
    wallet::WalletBalance balance;
    std::int64_t historySize = 0;
    std::int32_t syncedHeight = -1;
    bool scanning = false;       ///< far behind the chain
    quint64 revision = 0;        ///< grows with every change
    quint64 historyRevision = 0; ///< grows when a line of the history came, changed or went …
    quint64 addressRevision = 0; ///< … and when an address was handed out, used, labelled or named
    std::shared_ptr<const wallet::People> people = std::make_shared<wallet::People>(); ///< never null
    std::optional<WalletProblem> problem; ///< why none is open, or why it does not go on
};

/// One JSON line of `--stop-after-import`, `--verify` and `GET /api/v1/summary`.
struct Summary {
    QString network;
    std::int32_t height = 0;
    primitives::BlockHash best;
    consensus::Uint256 chainWork;
    std::int64_t transactions = 0; ///< in the best chain, coinbases included
    chain::CoinStatistics coins;
    std::int64_t blocksRead = 0;
    std::int64_t blocksAccepted = 0;
    std::int64_t blocksRejected = 0;
    double seconds = 0;
};

struct ImportReport {
    std::int64_t blocksRead = 0;
    std::int64_t blocksAccepted = 0; ///< connected, or stored on a branch
    std::int64_t blocksRejected = 0;
    std::int64_t blocksParked = 0; ///< the blocks that they build on did not come
    std::int64_t blocksEarly = 0;  ///< refused for now: this computer's clock has not come to their time
    std::vector<primitives::BlockHash> waiting = {}; ///< parked when they came
    bool truncatedTail = false;
    bool interrupted = false;
    double seconds = 0;
    QString lastRejection;                  ///< Core's word for the last one
    std::optional<DiskProblem> diskProblem; ///< why not everything was stored; the counts may say too much
};

/// Why the stored chain is not valid.
struct VerifyProblem {
    enum class Kind {
        NoTip,         ///< its newest block cannot be read
        OtherGenesis,  ///< genesis is another network's
        BlockMissing,  ///< at `height`, from the best chain
        BodyMissing,   ///< of the block at `height`
        BlockInvalid,  ///< at `height`; `reject`: Core's word; empty: it does not extend the chain
        CoinsUnread,   ///< the stored coins cannot be read …
        CoinsDiffer,   ///< … or are not those that the blocks make
        NoRoomToCheck, ///< nothing is known of the chain: temporary files cannot be written
    };
    Kind kind = Kind::NoTip;
    std::int32_t height = 0;
    QString reject = {};
};

/// What `--verify` found; no problem when the chain is valid.
struct VerifyReport {
    Summary summary;
    std::optional<VerifyProblem> problem;
};

/// Why a block file was not written whole.
struct ExportProblem {
    enum class Kind {
        NotWritten,  ///< the file
        NoSpace,     ///< for it
        ChainUnread, ///< the stored chain
        BlockUnread, ///< the block at `height` is missing or cannot be read
    };
    Kind kind = Kind::NotWritten;
    std::int32_t height = 0;
};

/// A block given to the node, as `submitblock` (BIP 22) answers it.
struct BlockSubmission {
    enum class Kind {
        Accepted,  ///< it is in the best chain
        SideChain, ///< stored, not in the best chain
        Duplicate, ///< it was here
        Waiting,   ///< kept until its parent comes
        Rejected,
        StoreFailed,
    };
    Kind kind = Kind::Accepted;
    /// Empty for Accepted; else Core's word: "duplicate", "inconclusive", "prev-blk-not-found" (Waiting),
    /// "duplicate-invalid" or the rule that is broken.
    QString reason;
};

/// Why a block could not be judged by hand.
enum class BranchFailure {
    NoSuchBlock, ///< it is not here, or it is genesis
    StoreFailed
};

/// Why a mine-one-block job came to nothing.
enum class MineProblem {
    None,
    NoAddress,    ///< no wallet is open and no address was given: the reward would go nowhere
    AheadOfClock, ///< the next block would be refused as too new
    Refused,      ///< the block that was found broke a rule
    DiskFull,
    DiskFailed,
    Stopping
};

/// What a mine-one-block job came to.
struct MinedBlock {
    bool found = false; ///< false: the time ran out or it was cancelled
    primitives::BlockHash hash;
    std::int32_t height = 0;
    std::uint64_t hashes = 0;
    double seconds = 0;
    MineProblem problem = MineProblem::None;
    QString reason; ///< of Refused: Core's word
};

/// What the mempool is asked to take, and what that may take the place of: nothing else that waits.
struct PaymentOffer {
    primitives::TransactionRef transaction;
    std::vector<primitives::TxId> replaces = {};
};

/// A payment that is in the wallet's file for good and goes out.
struct SentPayment {
    primitives::TransactionRef transaction;
    primitives::Amount fee;
    bool isQueued = false; ///< the mempool does not have it yet: it is offered until it does
};

/// Why a payment did not happen. Nothing was sent, and nothing of it is kept.
struct PayFailure {
    wallet::PaymentError error;
    primitives::Amount available = {};                  ///< with InsufficientFunds and TooManyInputs
    primitives::Amount needed = {};                     ///< with InsufficientFunds and AmountTooSmall
    std::optional<consensus::Rejection> rejection = {}; ///< what the mempool said, with Refused
    std::size_t coins = 0;                              ///< that fit in one payment, with TooManyInputs
};

/// A program wants to pay and the user is to say whether: exactly `draft` is signed when they agree.
struct SpendQuestion {
    quint64 id = 0;
    wallet::PaymentDraft draft;
    QString wallet = {}; ///< name of the one that pays
};
/// Always: for the rest of this run, whatever programs ask.
enum class SpendAnswer { Refuse, RefuseAlways, Allow, AllowAlways };
/// What came of a question.
struct SpendOutcome {
    std::optional<PayFailure> failure; ///< nothing: it was paid
    bool wasAllowed = false;           ///< the user had agreed
};

/// A value that a call to a route of the API takes in its path or query.
struct ApiParameter {
    QString name;
    QString type; ///< "integer", "string", "boolean", "number"
    QString text; ///< a sentence; empty for those of the path
    bool inPath = false;
};

/// A route of the API as the window shows it.
struct ApiRoute {
    QString family; ///< "Tutorial", "Esplora", …
    QString method;
    QString path; ///< with placeholders: "/api/tx/:txid"
    QString summary;
    QString access; ///< what a token needs for it: "read", "change", "wallet", "spend", "control", "peer"
    bool onPeerFace = false;
    std::vector<ApiParameter> parameters = {};
    QString bodyType; ///< content type; empty: no body
    QString sampleBody;
    QString answerType;
};

/// Why a port cannot be listened on.
struct PortProblem {
    enum class Kind {
        InUse,
        NotAllowed,    ///< the system keeps it for others
        NoSuchAddress, ///< this computer does not have the address
        Other,
        NoFace ///< nothing serves the network in this program
    };
    Kind kind = Kind::Other;
    quint16 port = 0;
    QString owner = {};   ///< InUse: "python3 (process 4711)"; empty: not known
    quint16 freePort = 0; ///< one that is free; 0: none was found
    QString address = {}; ///< "127.0.0.1"
    QString detail = {};  ///< the system's words
};

/// Where the API listens; set by rest::ApiService, shown by the window.
struct ApiEndpoints {
    QString api;                                 ///< "http://127.0.0.1:5000"; empty = off
    QString peer;                                ///< "http://192.168.1.5:5001"; empty = off
    std::optional<PortProblem> peerProblem = {}; ///< why the peer port is not open although it is wanted
    QString cookieFile;
    std::vector<ApiRoute> routes = {};
};

/// One answered request, for the log of the API page.
struct RequestEntry {
    qint64 time = 0; ///< unix milliseconds
    QString method;
    QString path; ///< with query, at most 200 characters
    int status = 0;
    qint64 microseconds = 0;
    qint64 bytesOut = 0;
    QString client; ///< address
};

/// What asking all peers came to.
struct ResolveReport {
    bool replaced = false;
    chain::TipInfo tip;
    std::int32_t forkHeight = 0;
    std::vector<primitives::BlockHash> disconnected;
    std::vector<primitives::BlockHash> connected;
};

} // namespace node

Q_DECLARE_METATYPE(node::ChainStatus)
Q_DECLARE_METATYPE(node::TipChanged)
Q_DECLARE_METATYPE(node::ChainNews)
Q_DECLARE_METATYPE(node::MiningStatus)
Q_DECLARE_METATYPE(node::WalletStatus)
Q_DECLARE_METATYPE(node::SpendQuestion)
Q_DECLARE_METATYPE(node::SpendOutcome)
