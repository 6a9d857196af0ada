#include "app/Manual.h"
#include "util/Version.h"

namespace app {

namespace {

/// What an argument is, as far as a shell can help with it.
enum class Completes { Nothing, Words, Files, Folders, Networks };

Completes completes(const OptionHelp& row) {
    if (!row.values.isEmpty()) return Completes::Words;
    if (row.argument.contains(QLatin1String("CARD"))) return Completes::Networks;
    if (row.argument.contains(QLatin1String("FILE"))) return Completes::Files;
    return row.argument == QLatin1String("DIR") ? Completes::Folders : Completes::Nothing;
}

bool isOptional(const OptionHelp& row) {
    return row.argument.startsWith(QLatin1Char('['));
}

/// Text as the man macros read it: no character of it is a command.
QString roff(QString text) {
    text.replace(QLatin1Char('\\'), QLatin1String("\\e")).replace(QLatin1Char('-'), QLatin1String("\\-"));
    text.replace(QLatin1Char('\''), QLatin1String("\\(aq"));
    if (text.startsWith(QLatin1Char('.'))) text.prepend(QLatin1String("\\&"));
    return text;
}

QString roffEntry(const QString& bold, const QString& italic, const QString& text) {
    const QString argument = italic.isEmpty() ? QString() : QStringLiteral(" \\fI%1\\fR").arg(roff(italic));
    return QStringLiteral(".TP\n\\fB%1\\fR%2\n%3\n").arg(roff(bold), argument, roff(text));
}

QString roffOptions(bool settings) {
    QString out;
    for (const OptionHelp& row : optionHelp()) {
        if (row.isSetting != settings) continue;
        QString help = row.help;
        if (!row.values.isEmpty() && row.argument.toUpper() == row.argument)
            help += QStringLiteral(" One of: %1.").arg(row.values.join(QStringLiteral(", ")));
        if (!row.environment.isEmpty())
            help += QStringLiteral(" Also set by the variable %1.").arg(row.environment);
        out += roffEntry(row.option, row.argument, help);
    }
    return out;
}

QString roffEnvironment() {
    QString out;
    for (const RuleVariable& row : ruleVariables())
        out +=
            roffEntry(QLatin1String(row.name), QString(),
                      QStringLiteral("Rule of a new network, in %1. An existing data folder keeps its rules.")
                          .arg(QLatin1String(row.unit)));
    for (const OptionHelp& row : optionHelp())
        if (!row.environment.isEmpty())
            out += roffEntry(row.environment, QString(), QStringLiteral("As %1.").arg(row.option));
    return out +
           roffEntry(QStringLiteral("XDG_DATA_HOME"), QString(),
                     QStringLiteral("Where the data folder is, unless --datadir or --portable says so."));
}

QString roffExitCodes() {
    QString out;
    for (const ExitCode& row : exitCodes()) {
        QString meaning = QLatin1String(row.meaning);
        meaning[0] = meaning[0].toUpper();
        out += roffEntry(QString::number(row.code), QString(), meaning + QLatin1Char('.'));
    }
    return out;
}

QString roffFiles() {
    const QString root = QStringLiteral("~/.local/share/cairn/");
    return roffEntry(root, QString(), QStringLiteral("The data folder, one subfolder a network.")) +
           roffEntry(root + QStringLiteral("settings.ini"), QString(),
                     QStringLiteral("Settings of all networks: colours, text size, language.")) +
           roffEntry(root + QStringLiteral("NETWORK/settings.ini"), QString(),
                     QStringLiteral("Settings of one network.")) +
           roffEntry(root + QStringLiteral("NETWORK/chain.sqlite"), QString(),
                     QStringLiteral("Blocks, index, coins, peers.")) +
           roffEntry(root + QStringLiteral("NETWORK/wallets/"), QString(),
                     QStringLiteral("The wallets. Back up this folder, or the words of each wallet.")) +
           roffEntry(root + QStringLiteral("NETWORK/api.cookie"), QString(),
                     QStringLiteral("The password of the local API while the program runs.")) +
           roffEntry(root + QStringLiteral("NETWORK/log/"), QString(), QStringLiteral("What happened."));
}

bool isWindow(const QString& program) {
    return program == QLatin1String("cairn");
}

QString roffDescription(const QString& program) {
    const QString common = QStringLiteral("is a full node, a wallet, a chain explorer and a miner for "
                                          "networks of your own: a classroom, a lab, "
                                          "a team, a group of friends, or one computer. It keeps Bitcoin's "
                                          "formats and rules. Without options it "
                                          "runs the sandbox, a private network on this computer.");
    const QString own =
        isWindow(program)
            ? QStringLiteral("The window runs the node inside.")
            : QStringLiteral("This is the node without a window. It prints one line that begins "
                             "with \"ready\" when it answers, and nothing else on standard "
                             "output; the log goes to standard error. SIGINT and SIGTERM stop "
                             "it cleanly.");
    return QStringLiteral("\\fB%1\\fR %2\n.PP\n%3\n").arg(program, roff(common), roff(own));
}

/// `text` between single quotes of a shell.
QString quoted(QString text) {
    return QLatin1Char('\'') + text.replace(QLatin1Char('\''), QLatin1String("'\\''")) + QLatin1Char('\'');
}

/// One line of the case over the option whose value is completed.
QString bashCase(const OptionHelp& row) {
    const QString head = QStringLiteral("        %1) ").arg(row.option);
    switch (completes(row)) {
    case Completes::Words:
        return head + QStringLiteral("words=%1 ;;\n").arg(quoted(row.values.join(QLatin1Char(' '))));
    case Completes::Files:
        return head + QStringLiteral("paths=-f ;;\n");
    case Completes::Folders:
        return head + QStringLiteral("paths=-d ;;\n");
    case Completes::Networks:
        return head + QStringLiteral("words='sandbox regtest' paths=-f ;;\n");
    case Completes::Nothing:
        break;
    }
    // A value that only the user knows: no words, no files.
    if (row.argument.isEmpty() || isOptional(row)) return {};
    return head + QStringLiteral(";;\n");
}

/// Text within the brackets and colons of an _arguments specification.
QString zshText(QString text) {
    for (const char* special : {"\\", "[", "]", ":"})
        text.replace(QLatin1String(special), QLatin1Char('\\') + QLatin1String(special));
    return text;
}

QString zshAction(const OptionHelp& row) {
    switch (completes(row)) {
    case Completes::Words:
        return QStringLiteral("(%1)").arg(row.values.join(QLatin1Char(' ')));
    case Completes::Files:
        return QStringLiteral("_files");
    case Completes::Folders:
        return QStringLiteral("_files -/");
    case Completes::Networks:
        return QStringLiteral("_cairn_networks");
    case Completes::Nothing:
        break;
    }
    return QStringLiteral(" ");
}

QString zshSpecification(const OptionHelp& row) {
    QString out = row.repeats ? QLatin1Char('*') + row.option : row.option;
    if (!row.argument.isEmpty()) out += QLatin1Char('=');
    out += QStringLiteral("[%1]").arg(zshText(row.help));
    if (row.argument.isEmpty()) return out;
    QString name = row.argument;
    name.remove(QLatin1Char('[')).remove(QLatin1Char(']'));
    return out + QStringLiteral("%1%2:%3").arg(QLatin1String(isOptional(row) ? "::" : ":"), zshText(name),
                                               zshAction(row));
}

} // namespace

QString manualPage(const QString& program) {
    const QString other = isWindow(program) ? QStringLiteral("cairnd") : QStringLiteral("cairn");
    const QString name = isWindow(program) ? QStringLiteral("a blockchain of your own, in one window")
                                           : QStringLiteral("a blockchain of your own, without a window");
    QString out = QStringLiteral(".\\\" Written by %1 --print-manual.\n").arg(program);
    out += QStringLiteral(".TH %1 1 \"\" \"Cairn %2\" \"User Commands\"\n.nh\n.ad l\n")
               .arg(program.toUpper(), QLatin1String(util::kProgramVersion));
    out += QStringLiteral(".SH NAME\n%1 \\- %2\n").arg(program, name);
    out += QStringLiteral(".SH SYNOPSIS\n.B %1\n[\\fIoptions\\fR]\n").arg(program);
    out += QStringLiteral(".SH DESCRIPTION\n") + roffDescription(program);
    out += QStringLiteral(".SH OPTIONS\n") + roffOptions(false);
    out += QStringLiteral(".SH SETTINGS\n") +
           roff(QStringLiteral("Settings may also stand in settings.ini, with _ for -. Precedence: command "
                               "line, environment, settings.ini, network card, default.")) +
           QLatin1Char('\n') + roffOptions(true);
    out += QStringLiteral(".SH ENVIRONMENT\n") + roffEnvironment();
    out += QStringLiteral(".SH EXIT STATUS\n") + roffExitCodes();
    out += QStringLiteral(".SH FILES\n") + roffFiles();
    return out + QStringLiteral(".SH SEE ALSO\n.BR %1 (1)\n").arg(other);
}

QString bashCompletion(const QString& program) {
    QString options;
    QString cases;
    for (const OptionHelp& row : optionHelp()) {
        options += QLatin1Char(' ') + row.option;
        cases += bashCase(row);
    }
    return QStringLiteral(R"(# bash completion for %1, written by %1 --print-completion bash.
_%1() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} words= paths=
    # "--option=value" comes in three words.
    if [[ $current == = ]]; then
        current=
    elif [[ $previous == = && COMP_CWORD -ge 2 ]]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    case $previous in
%3        *)
            words='%2'
            [[ $current == -* ]] || { words=; paths=-f; } ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    if [[ -n $paths ]]; then
        compopt -o filenames 2>/dev/null
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen $paths -- "$current")
    fi
}
complete -F _%1 %1
)")
        .arg(program, options.trimmed(), cases);
}

QString zshCompletion(const QString& program) {
    QString out = QStringLiteral(R"(#compdef %1
# Written by %1 --print-completion zsh.
_cairn_networks() {
    _alternative 'networks:network:(sandbox regtest)' 'cards:network card:_files -g "*.cairn"'
}
_arguments -s)")
                      .arg(program);
    for (const OptionHelp& row : optionHelp())
        out += QStringLiteral(" \\\n    %1").arg(quoted(zshSpecification(row)));
    return out + QLatin1Char('\n');
}

std::optional<QString> printedAnswer(const Options& options, const QString& program) {
    const Face face = program == QLatin1String("cairn") ? Face::Window : Face::Daemon;
    if (options.showHelp) return helpText(program, face);
    if (options.showVersion)
        return QStringLiteral("%1 %2\n").arg(program, QLatin1String(util::kProgramVersion));
    if (options.showManual) return manualPage(program);
    if (options.completionShell == QLatin1String("bash")) return bashCompletion(program);
    if (options.completionShell == QLatin1String("zsh")) return zshCompletion(program);
    return std::nullopt;
}

} // namespace app
