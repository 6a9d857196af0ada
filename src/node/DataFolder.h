#pragma once

#include "consensus/ChainParams.h"
#include "consensus/NetworkCard.h"
#include "node/StartError.h"
#include "node/settings/Settings.h"
#include "storage/StorageError.h"
#include "util/FileLock.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace node {

/// Names of the files in a network's folder (section "Data folder" of the README).
struct DataPaths {
    QString folder;
    [[nodiscard]] QString card() const { return folder + QStringLiteral("/network.cairn"); }
    [[nodiscard]] QString chain() const { return folder + QStringLiteral("/chain.sqlite"); }
    [[nodiscard]] QString chainMark() const { return folder + QStringLiteral("/chain.tip"); }
    [[nodiscard]] QString wallets() const { return folder + QStringLiteral("/wallets"); }
    [[nodiscard]] QString wallet(const QString& name) const {
        return wallets() + QLatin1Char('/') + name + QStringLiteral(".sqlite");
    }
    [[nodiscard]] QString settings() const { return folder + QStringLiteral("/settings.ini"); }
    [[nodiscard]] QString cookie() const { return folder + QStringLiteral("/api.cookie"); }
    [[nodiscard]] QString logFile() const { return folder + QStringLiteral("/log/cairn.log"); }
    [[nodiscard]] QString lock() const { return folder + QStringLiteral("/lock"); }
};

/// Default root: $XDG_DATA_HOME/cairn or ~/.local/share/cairn.
QString defaultDataRoot();
/// The data root of `--portable`: cairn-data beside the program's file, wherever it lies.
QString portableDataRoot();
/// Folder name for a network: lower-case letters, digits and dashes.
QString folderNameOf(const QString& network);
/// Networks that have a chain or a card in a folder under `root`, by folder name.
QStringList knownNetworks(const QString& root);
/// A network that this computer knows.
struct KnownNetwork {
    QString folder; ///< name below the data root
    QString name;   ///< on its card
    QString colour; ///< "#2f7ed8"
    primitives::BlockHash genesis;
};
/// The networks under `root` by their cards, in the order of `knownNetworks`; a folder whose card cannot be
/// read is left out. Cost: a small file each, or a look into the database of a folder without one.
std::vector<KnownNetwork> knownNetworkCards(const QString& root);
/// The key under which a chain's database holds its network's card.
constexpr auto kStoredCard = "card";
/// Keeps the network's card beside its chain, where it says something else or is missing. Errors: it cannot
/// be written (the chain holds the card too).
Result<void, StartError> keepCard(const DataPaths& paths, const consensus::NetworkCard& card);
/// Writes a card that was made or came from somebody into the folder of cards, to start its network with.
/// Gives the path. Errors: NoSpace, CardNotWritten.
Result<QString, StartError> storeCard(const QString& root, const consensus::NetworkCard& card);
/// Makes the folders (mode 0700). Errors: NoSpace, FolderNotMade, FolderReadOnly.
Result<void, StartError> makeFolders(const DataPaths& paths);
/// Takes the folder for this process. Errors: FolderInUse, by whom; NoSpace and FolderNotLocked where the
/// lock's file cannot be made.
Result<std::unique_ptr<util::FileLock>, StartError> lockFolder(const DataPaths& paths);

/// The command that repairs the chain database of a folder, as a user types it.
QString repairCommand(const DataPaths& paths);
/// Of a chain database that cannot be opened or used; what SQLite says of it goes to the log.
StartError databaseStartError(const storage::StorageError& error, const QString& path);

/// The network to run: from `--network` (built-in name, known name, card file) and the environment's rules.
struct NetworkChoice {
    consensus::ChainParams params;
    DataPaths paths;
    bool isNew = false; ///< no chain there yet
};
/// For `sandbox` a new folder gets rules calibrated to this computer. An existing folder keeps its own; rules
/// asked for that differ are OtherRules, each named. A card that is no card: NotACard.
Result<NetworkChoice, StartError> chooseNetwork(const QString& root, const QString& network,
                                                const RuleOverrides& overrides);

} // namespace node
