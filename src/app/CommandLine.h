#pragma once

#include "app/StartWords.h"
#include "node/Node.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <span>
#include <vector>

namespace app {

/// What the command line asks for beside settings.
struct Options {
    QString dataRoot;
    bool dataRootGiven = false; ///< by --datadir
    bool portable = false;      ///< the data folder lies beside the program
    QString network;            ///< "sandbox", "regtest", a known name or a card file; empty: not said
    QString importFile;
    QString exportFile;
    bool stopAfterImport = false;
    bool verify = false;
    bool repair = false;
    bool mine = false;
    std::optional<int> mineThreads;
    QString passphraseFile;
    std::optional<std::int32_t> rescanFrom; ///< a height
    bool printSettings = false;
    bool showVersion = false;
    bool showHelp = false;
    bool showManual = false;
    QString completionShell; ///< "bash" or "zsh": print its completion
    QString open;            ///< of the window: a link, or the absolute path of a card; empty: nothing
    /// What may fail without ending the start: a window says that the peer port is taken and goes on.
    bool needsPeerPort = true;
    bool needsWallet = true; ///< a window opens without, and says why
    bool locksWallet = true; ///< a window sees to that by itself
    node::Settings settings; ///< environment and command line applied
    node::RuleOverrides rules;
};

/// Reads arguments (without the program's name) and environment. Errors: exit 2 with a sentence that names
/// the option and what is allowed.
enum class Face { Daemon, Window };
/// A window takes one argument more, without an option: a card file or a link to open.
Result<Options, Ending> readOptions(const QStringList& arguments, Face face = Face::Daemon);

/// One option or setting as users read of it: `--help`, the manual pages and the completions walk
/// `optionHelp()`.
struct OptionHelp {
    QString option;   ///< "--api-bind"
    QString argument; ///< "ADDR:PORT"; "[THREADS]" where it may be left out; empty: a switch
    QString help;     ///< whole sentences
    QString environment;
    QStringList values; ///< every value allowed, where they are words
    bool isSetting = false;
    bool repeats = false; ///< may be given more than once
};
std::vector<OptionHelp> optionHelp();
/// Environment variables that set the rules of a new network, and what they count.
struct RuleVariable {
    const char* name;
    const char* unit;
};
std::span<const RuleVariable> ruleVariables();
struct ExitCode {
    int code;
    const char* meaning;
};
std::span<const ExitCode> exitCodes();
/// `--help`: every option and every setting of the table.
QString helpText(const QString& program, Face face = Face::Daemon);
/// True for what runs, prints and ends: nothing to hand to a window that is open.
bool isTask(const Options& options);
/// True for what only reads the stored chain: --verify, --export-blocks.
bool isReadingTask(const Options& options);

/// From options to a node that can be built: network, folders, lock, settings files, passphrase.
struct Prepared {
    node::NodeConfig config;
    std::unique_ptr<util::FileLock> lock; ///< null: nothing is written there
    bool isNew = false;
};
Result<Prepared, Ending> prepare(const Options& options);

/// The one JSON line of `--stop-after-import` and `--verify`.
QByteArray summaryLine(const node::Summary& summary);

} // namespace app
