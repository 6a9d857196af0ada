#include "app/CommandLine.h"

#include "consensus/CardLink.h"
#include "node/chain/ChainMark.h"
#include "rest/json/SummaryJson.h"
#include "util/Log.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <limits>

namespace app {

namespace {

using node::SettingRow;

/// One option that is not a setting.
struct OptionRow {
    const char* name;
    const char* argument; ///< null: a switch
    const char* help;
    std::function<void(Options&, const QString&)> apply;
};

const std::vector<OptionRow>& optionRows() {
    static const std::vector<OptionRow> rows = {
        {"datadir", "DIR", "Data folder; one subfolder a network. Default: $XDG_DATA_HOME/cairn.",
         [](Options& o, const QString& v) {
             o.dataRoot = QDir::cleanPath(QFileInfo(v).absoluteFilePath());
             o.dataRootGiven = true;
         }},
        {"portable", nullptr,
         "Keep the data folder beside the program, as cairn-data: on a USB stick everything travels along.",
         [](Options& o, const QString&) { o.portable = true; }},
        {"network", "NAME|CARD",
         "sandbox (default), regtest, a network the data folder knows, or a network card file.",
         [](Options& o, const QString& v) { o.network = v; }},
        {"import-blocks", "FILE", "Read a block file, then go on running.",
         [](Options& o, const QString& v) { o.importFile = v; }},
        {"export-blocks", "FILE", "Write the best chain to a block file and stop.",
         [](Options& o, const QString& v) { o.exportFile = v; }},
        {"stop-after-import", nullptr, "With --import-blocks: print the summary as one JSON line and stop.",
         [](Options& o, const QString&) { o.stopAfterImport = true; }},
        {"verify", nullptr,
         "Check the whole stored chain again from genesis, print the summary and stop; exit 5 if it is not "
         "valid.",
         [](Options& o, const QString&) { o.verify = true; }},
        {"repair", nullptr,
         "Make the chain database anew from every block that can still be read, keep the old file, print the "
         "summary "
         "and stop.",
         [](Options& o, const QString&) { o.repair = true; }},
        {"wallet-passphrase-file", "FILE", "The passphrase of the wallet is the first line of this file.",
         [](Options& o, const QString& v) { o.passphraseFile = v; }},
        {"print-settings", nullptr, "Print every setting, its value and where it came from, and stop.",
         [](Options& o, const QString&) { o.printSettings = true; }},
        {"print-manual", nullptr, "Print the manual page and stop; \"man -l -\" shows it.",
         [](Options& o, const QString&) { o.showManual = true; }},
        {"print-completion", "bash|zsh", "Print what completes these options in that shell and stop.",
         [](Options& o, const QString& v) { o.completionShell = v; }},
        {"version", nullptr, "Print the version and stop.",
         [](Options& o, const QString&) { o.showVersion = true; }},
        {"help", nullptr, "Print this text and stop.", [](Options& o, const QString&) { o.showHelp = true; }},
    };
    return rows;
}

Ending badOption(const QString& sentence) {
    return {2, sentence};
}

QString settingOption(const SettingRow& row) {
    return QString::fromLatin1(row.key).replace(QLatin1Char('_'), QLatin1Char('-'));
}

/// An option whose number may be left out.
struct NumberRow {
    const char* name;
    const char* argument;
    const char* help;
    const char* what; ///< that it takes
    int lowest, highest;
    void (*apply)(Options&, std::optional<int>);
};

constexpr NumberRow kNumberRows[] = {
    {"mine", "[THREADS]", "Mine from the start.", "a number of threads", 1, 256,
     [](Options& o, std::optional<int> threads) {
         o.mine = true;
         o.mineThreads = threads;
     }},
    {"rescan", "[HEIGHT]",
     "Look for payments of the wallet in every block once more, from that height on (0: from genesis on), "
     "and "
     "print the summary.",
     "a height", 0, std::numeric_limits<int>::max(),
     [](Options& o, std::optional<int> height) { o.rescanFrom = height.value_or(0); }},
};

/// Gives how many of the following arguments it took. `inlineValue` is null where there is no "=".
Result<int, Ending> applyNumber(Options& options, const NumberRow& row, const QString& inlineValue,
                                const QString& following) {
    bool ok = false;
    const QString text = !inlineValue.isNull() ? inlineValue : following;
    const int number = text.toInt(&ok);
    if (!ok && inlineValue.isNull()) {
        row.apply(options, std::nullopt);
        return 0;
    }
    if (!ok || number < row.lowest || number > row.highest)
        return fail(badOption(QStringLiteral("--%1 takes %2 from %3 to %4, not \"%5\".")
                                  .arg(QLatin1String(row.name), QLatin1String(row.what))
                                  .arg(row.lowest)
                                  .arg(row.highest)
                                  .arg(text)));
    row.apply(options, number);
    return inlineValue.isNull() ? 1 : 0;
}

/// One setting by its option; lists collect.
Result<void, Ending> applySetting(Options& options, const SettingRow& row, const QString& value) {
    const QString key = QString::fromLatin1(row.key);
    QString text = value;
    const bool repeated = row.type == SettingRow::Type::List &&
                          options.settings.source(key) == node::SettingSource::CommandLine;
    if (repeated) text = options.settings.text(key) + QLatin1Char(',') + value;
    const auto ok = options.settings.set(key, text, node::SettingSource::CommandLine);
    if (!ok)
        return fail(
            badOption(QStringLiteral("--%1: %2").arg(settingOption(row), settingSentence(ok.error()))));
    return {};
}

/// A link ("cairn:…", a payment's) or a file that is there. A second one is left to be refused.
bool takeToOpen(Options& options, const QString& argument) {
    if (!options.open.isEmpty() || argument.startsWith(QLatin1Char('-'))) return false;
    static const QRegularExpression scheme(QStringLiteral("^[A-Za-z][A-Za-z0-9+.-]*:[^/\\\\]"));
    const QUrl url(argument);
    const QString path = url.isLocalFile() ? url.toLocalFile() : argument;
    if (QFileInfo(path).isFile()) {
        options.open = QFileInfo(path).absoluteFilePath();
        return true;
    }
    if (!scheme.match(argument).hasMatch() || argument.size() > qsizetype(consensus::kMaxLinkSize))
        return false;
    options.open = argument;
    return true;
}

Result<crypto::SecretString, Ending> readPassphrase(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(badOption(QStringLiteral("--wallet-passphrase-file: %1 cannot be read: %2.")
                                  .arg(path, file.errorString())));
    }
    QByteArray line = file.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    crypto::SecretString out;
    out.reserve(64 + std::size_t(line.size()));
    out.assign(line.constData(), std::size_t(line.size()));
    crypto::wipe(line.data(), std::size_t(line.size()));
    if (out.empty())
        return fail(
            badOption(QStringLiteral("--wallet-passphrase-file: the first line of %1 is empty.").arg(path)));
    return out;
}

/// What can be said only when every option is known.
Result<void, Ending> settleOptions(Options& options) {
    if (options.stopAfterImport && options.importFile.isEmpty())
        return fail(badOption(QStringLiteral("--stop-after-import needs --import-blocks FILE.")));
    if (options.repair && (!options.importFile.isEmpty() || !options.exportFile.isEmpty() || options.verify))
        return fail(
            badOption(QStringLiteral("--repair goes alone: not with --import-blocks, --export-blocks or "
                                     "--verify.")));
    if (options.portable && options.dataRootGiven)
        return fail(
            badOption(QStringLiteral("--portable and --datadir each name a data folder: give one of them.")));
    if (options.portable) options.dataRoot = node::portableDataRoot();
    const QString& shell = options.completionShell;
    if (!shell.isEmpty() && shell != QLatin1String("bash") && shell != QLatin1String("zsh"))
        return fail(
            badOption(QStringLiteral("--print-completion knows bash and zsh, not \"%1\".").arg(shell)));
    return {};
}

/// The words of "on|off"; none where the argument is a placeholder in capitals.
QStringList valuesOf(const QString& argument) {
    if (!argument.contains(QLatin1Char('|')) || argument != argument.toLower()) return {};
    return argument.split(QLatin1Char('|'));
}

OptionHelp settingHelp(const SettingRow& row) {
    OptionHelp out;
    out.option = QStringLiteral("--") + settingOption(row);
    out.argument = QLatin1String(row.argument);
    out.help = QString::fromUtf8(row.help);
    if (*row.standard != '\0') out.help += QStringLiteral(" Default: %1.").arg(QLatin1String(row.standard));
    if (row.environment != nullptr) out.environment = QLatin1String(row.environment);
    out.values = row.choices != nullptr ? QString::fromLatin1(row.choices).split(QLatin1Char(','))
                                        : valuesOf(out.argument);
    out.isSetting = true;
    out.repeats = row.type == SettingRow::Type::List;
    return out;
}

} // namespace

bool isTask(const Options& options) {
    return !options.importFile.isEmpty() || !options.exportFile.isEmpty() || options.stopAfterImport ||
           options.verify || options.repair;
}

bool isReadingTask(const Options& options) {
    return options.importFile.isEmpty() && (options.verify || !options.exportFile.isEmpty());
}

Result<Options, Ending> readOptions(const QStringList& arguments, Face face) {
    Options options;
    options.dataRoot = node::defaultDataRoot();
    if (const auto ok = options.settings.readEnvironment(); !ok) return fail(endingOf(ok.error()));
    auto rules = node::ruleOverridesFromEnvironment();
    if (!rules) return fail(endingOf(rules.error()));
    options.rules = std::move(*rules);
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (face == Face::Window && takeToOpen(options, arguments[i])) continue;
        if (!arguments[i].startsWith(QLatin1String("--"))) {
            return fail(badOption(QStringLiteral("\"%1\" is no option. See --help.").arg(arguments[i])));
        }
        const auto equals = arguments[i].indexOf(QLatin1Char('='));
        const QString name = arguments[i].mid(2, equals < 0 ? -1 : equals - 2);
        QString value = equals < 0 ? QString() : arguments[i].mid(equals + 1);
        const auto numbered = std::ranges::find_if(
            kNumberRows, [&](const NumberRow& row) { return name == QLatin1String(row.name); });
        if (numbered != std::end(kNumberRows)) {
            const auto taken = applyNumber(options, *numbered, value,
                                           i + 1 < arguments.size() ? arguments[i + 1] : QString());
            if (!taken) return fail(taken.error());
            i += *taken;
            continue;
        }
        const auto& rows = optionRows();
        const auto option =
            std::ranges::find_if(rows, [&](const OptionRow& row) { return name == QLatin1String(row.name); });
        const SettingRow* setting =
            node::settingRow(QString(name).replace(QLatin1Char('-'), QLatin1Char('_')));
        if (option == rows.end() && setting == nullptr) {
            return fail(badOption(QStringLiteral("There is no option --%1. See --help.").arg(name)));
        }
        const bool takesValue = setting != nullptr || option->argument != nullptr;
        if (takesValue && equals < 0) {
            if (i + 1 >= arguments.size()) {
                const char* argument = setting != nullptr ? setting->argument : option->argument;
                return fail(
                    badOption(QStringLiteral("--%1 needs a value: %2.").arg(name, QLatin1String(argument))));
            }
            value = arguments[++i];
        }
        if (!takesValue && equals >= 0)
            return fail(badOption(QStringLiteral("--%1 takes no value.").arg(name)));
        if (setting != nullptr) {
            if (const auto ok = applySetting(options, *setting, value); !ok) return fail(ok.error());
        } else {
            option->apply(options, value);
        }
    }
    if (const auto ok = settleOptions(options); !ok) return fail(ok.error());
    return options;
}

std::vector<OptionHelp> optionHelp() {
    std::vector<OptionHelp> out;
    for (const OptionRow& row : optionRows()) {
        const QString argument = row.argument == nullptr ? QString() : QString::fromLatin1(row.argument);
        out.push_back({QStringLiteral("--") + QLatin1String(row.name), argument,
                       QString::fromLatin1(row.help), QString(), valuesOf(argument)});
    }
    for (const NumberRow& row : kNumberRows)
        out.push_back({QStringLiteral("--") + QLatin1String(row.name), QString::fromLatin1(row.argument),
                       QString::fromLatin1(row.help), QString(), QStringList()});
    for (const SettingRow& row : node::settingRows())
        out.push_back(settingHelp(row));
    return out;
}

std::span<const RuleVariable> ruleVariables() {
    static constexpr std::array rows = {RuleVariable{"BLOCK_REWARD", "coins"},
                                        RuleVariable{"MAX_BLOCK_SIZE", "transactions in a block"},
                                        RuleVariable{"DIFFICULTY_ADJUSTMENT_INTERVAL", "blocks"},
                                        RuleVariable{"TARGET_BLOCK_TIME", "seconds"}};
    return rows;
}

std::span<const ExitCode> exitCodes() {
    static constexpr std::array rows = {
        ExitCode{0, "fine"},
        ExitCode{1, "unexpected failure"},
        ExitCode{2, "bad option, setting or card"},
        ExitCode{3, "a port or the data folder is in use"},
        ExitCode{4, "the data folder belongs to another network or a newer version"},
        ExitCode{5, "data damaged"}};
    return rows;
}

QString helpText(const QString& program, Face face) {
    QString options;
    QString settings;
    for (const OptionHelp& row : optionHelp()) {
        QString help = row.help;
        if (!row.environment.isEmpty()) help += QStringLiteral(" [%1]").arg(row.environment);
        const QString left =
            row.option + (row.argument.isEmpty() ? QString() : QLatin1Char(' ') + row.argument);
        (row.isSetting ? settings : options) += QStringLiteral("  %1 %2\n").arg(left, -34).arg(help);
    }
    QStringList variables;
    for (const RuleVariable& row : ruleVariables())
        variables << QStringLiteral("%1 (%2)").arg(QLatin1String(row.name), QLatin1String(row.unit));
    QStringList codes;
    for (const ExitCode& row : exitCodes())
        codes << QStringLiteral("%1 %2").arg(row.code).arg(QLatin1String(row.meaning));
    const bool isWindow = face == Face::Window;
    const QString opens = QStringLiteral(
        "CARD: a network card (*.cairn) to join with. LINK: cairn:… to join a network or to pay.\n"
        "A window that is open already shows it.\n\n");
    return QStringLiteral("Usage: %1 [options]%2\n\n%3Options:\n")
               .arg(program, isWindow ? QStringLiteral(" [CARD|LINK]") : QString(),
                    isWindow ? opens : QString()) +
           options +
           QStringLiteral(
               "\nSettings (also in settings.ini with _ for -; [variable] where the environment sets "
               "it too):\n") +
           settings +
           QStringLiteral("\nRules of a new network, from the environment:\n  %1.\n\nExit codes:\n  %2.\n")
               .arg(variables.join(QStringLiteral(",\n  ")), codes.join(QStringLiteral(";\n  ")));
}

namespace {

/// Makes the folder, locks it and sees that nothing was lost in it since the last start. What only reads, or
/// only prints, does as much of that as the disk lets it.
Result<std::unique_ptr<util::FileLock>, Ending> takeFolder(const Options& options,
                                                           const node::NetworkChoice& choice) {
    std::unique_ptr<util::FileLock> none;
    if (options.printSettings) return none;
    const bool onlyReads = isReadingTask(options) && !choice.isNew;
    if (!onlyReads) {
        if (const auto ok = node::makeFolders(choice.paths); !ok) return fail(endingOf(ok.error()));
    }
    auto lock = node::lockFolder(choice.paths);
    if (!lock && (!onlyReads || lock.error().kind == node::StartError::Kind::FolderInUse))
        return fail(endingOf(lock.error()));
    if (!options.repair && options.exportFile.isEmpty()) {
        if (const auto whole = node::refuseLostChain(choice.paths, choice.params.genesisHash); !whole)
            return fail(endingOf(whole.error()));
    }
    if (!choice.params.isRegtest && !onlyReads) {
        if (const auto kept = node::keepCard(choice.paths, choice.params.card); !kept)
            util::logWarning("app", endingOf(kept.error()).sentence.toStdString());
    }
    return lock ? std::move(*lock) : std::move(none);
}

} // namespace

Result<Prepared, Ending> prepare(const Options& options) {
    Prepared out;
    node::NodeConfig& config = out.config;
    config.settings = options.settings;
    const QString programFile = options.dataRoot + QStringLiteral("/settings.ini");
    if (const auto ok = config.settings.readFile(programFile, SettingRow::Scope::Program); !ok) {
        return fail(endingOf(ok.error()));
    }
    const QString network = options.network.isEmpty() ? QStringLiteral("sandbox") : options.network;
    auto choice = node::chooseNetwork(options.dataRoot, network, options.rules);
    if (!choice) return fail(endingOf(choice.error()));
    config.params = choice->params;
    config.paths = choice->paths;
    out.isNew = choice->isNew;
    if (auto lock = takeFolder(options, *choice))
        out.lock = std::move(*lock);
    else
        return fail(lock.error());
    // The card's advice is weaker than everything the user says.
    const consensus::NetworkCard& card = config.params.card;
    (void)config.settings.set(QStringLiteral("transaction_fee"),
                              QString::fromStdString(toDecimal(card.transactionFee)),
                              node::SettingSource::Card);
    (void)config.settings.set(QStringLiteral("confirmation_blocks"), QString::number(card.confirmationBlocks),
                              node::SettingSource::Card);
    (void)config.settings.set(QStringLiteral("api_bind"), QStringLiteral("127.0.0.1:%1").arg(card.apiPort),
                              node::SettingSource::Card);
    if (config.params.isRegtest) { // is Bitcoin Core's, in what it lets wait, too (since 30)
        (void)config.settings.set(QStringLiteral("minimum_fee"), QStringLiteral("0.00000100"),
                                  node::SettingSource::Card);
        (void)config.settings.set(QStringLiteral("data_carrier_bytes"), QStringLiteral("100000"),
                                  node::SettingSource::Card);
    }
    if (const auto ok = config.settings.readFile(config.paths.settings(), SettingRow::Scope::Network); !ok) {
        return fail(endingOf(ok.error()));
    }
    if (options.mine)
        (void)config.settings.set(QStringLiteral("mine_at_start"), QStringLiteral("on"),
                                  node::SettingSource::CommandLine);
    if (options.mineThreads) {
        (void)config.settings.set(QStringLiteral("mining_threads"), QString::number(*options.mineThreads),
                                  node::SettingSource::CommandLine);
    }
    config.walletName = config.settings.text(QStringLiteral("wallet"));
    if (config.walletName == QLatin1String("off")) config.walletName.clear();
    config.needsWallet = options.needsWallet;
    config.locksWallet = options.locksWallet;
    if (!options.passphraseFile.isEmpty()) {
        auto passphrase = readPassphrase(options.passphraseFile);
        if (!passphrase) return fail(passphrase.error());
        config.walletPassphrase = std::move(*passphrase);
    }
    if (!options.printSettings) util::setLogFile(config.paths.logFile().toStdString());
    return out;
}

QByteArray summaryLine(const node::Summary& summary) {
    return rest::summaryJson(summary) + '\n';
}

} // namespace app
