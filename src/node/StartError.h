#pragma once

#include "consensus/NetworkCard.h"
#include "node/wallet/WalletProblem.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace node {

/// Why a node does not start, as data: the command line and the window find the words.
struct StartError {
    enum class Kind {
        UnknownNetwork,     ///< `detail`: what was asked for; `known`
        CardUnreadable,     ///< `path`; `detail`: the system's words
        NotACard,           ///< `path`, `card`
        CardNotWritten,     ///< `path`; `detail`: the system's words
        OtherRules,         ///< of the folder at `path`, and those asked for
        OtherCard,          ///< of the chain, and of the card at `path` beside it
        FixedRules,         ///< regtest's, and those asked for
        CardAndEnvironment, ///< on the card, and in the environment
        NoSpace,            ///< on the disk, for `path`
        FolderNotMade,      ///< `path`
        FolderReadOnly,     ///< `path`; `detail`: the system's words
        FolderInUse,        ///< `path`; by the program `detail` with that `process`; 0: nobody knows
        FolderNotLocked,    ///< `path`; `detail`: the system's words
        ChainFile,          ///< the database at `path`: `disk`
        RulesLost,          ///< it is damaged so badly that nobody knows the network's rules any more
        ChainMissing,       ///< `height`, `block`: what had been reached
        ChainEmpty,
        ChainShortened, ///< its newest blocks are gone
        Wallet,         ///< the one that was asked for: `wallet`
    };
    Kind kind = Kind::ChainFile;
    QString path = {};
    QString detail = {};
    storage::StorageError::Kind disk = storage::StorageError::Kind::Io;
    std::vector<consensus::RuleDifference> differences = {}; ///< theirs are those asked for
    QStringList known = {};                                  ///< names that a network may have
    std::int64_t process = 0;
    std::int32_t height = 0;
    QString block = {};
    WalletProblem wallet = {};
    std::optional<consensus::CardError> card = {};
};

} // namespace node
