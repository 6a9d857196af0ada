#pragma once

#include "node/Node.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace app {

/// What the command line asks for beside settings.
struct Options {
    QString dataRoot;
    QString network; ///< "sandbox", "regtest", a known name or a card file; empty: not said
    QString importFile;
    QString exportFile;
    bool stopAfterImport = false;
    bool verify = false;
    bool mine = false;
    std::optional<int> mineThreads;
    QString passphraseFile;
    bool printSettings = false;
    bool showVersion = false;
    bool showHelp = false;
    node::Settings settings; ///< environment and command line applied
    node::RuleOverrides rules;
};

/// Reads arguments (without the program's name) and environment. Errors: exit 2 with a sentence that names
/// the option and what is allowed.
Result<Options, node::StartError> readOptions(const QStringList& arguments);
/// `--help`: every option and every setting of the table.
QString helpText(const QString& program);

/// From options to a node that can be built: network, folders, lock, settings files, passphrase.
struct Prepared {
    node::NodeConfig config;
    std::unique_ptr<QLockFile> lock;
    bool isNew = false;
};
Result<Prepared, node::StartError> prepare(const Options& options);

/// The one JSON line of `--stop-after-import` and `--verify`.
QByteArray summaryLine(const node::Summary& summary);

} // namespace app
