#pragma once

#include "consensus/RuleTable.h"
#include "util/Result.h"

#include <QMap>
#include <QString>
#include <QVariant>

#include <optional>
#include <span>
#include <vector>

namespace node {

/// One setting. The INI files, the environment, the command line, the settings page, `GET /api/v1/settings`
/// and `--help` all walk `settingRows()`; adding a setting is adding a row.
struct SettingRow {
    enum class Type {
        Text,
        Bool,
        Integer,
        Amount,
        Choice,
        List,
        Endpoint, ///< ADDR:PORT, ADDR or off
        Address,  ///< of the network, or empty; here any text, the network is known elsewhere
    };
    enum class Scope {
        Program /* all networks, settings.ini of the data root */,
        Network /* of one data folder */
    };
    enum class Effect { AtOnce, AfterRestart };
    enum class Group { Look, Desktop, Wallet, Mining, Network, Api, Advanced };
    /// Of Integer and Amount.
    enum class Unit {
        None,
        Percent,
        Blocks,
        Minutes,
        Hours,
        Megabytes,
        Bytes,
        Threads,
        CoinsPerThousandBytes
    };
    const char* key = nullptr;         ///< "api_bind": INI key; the option is `--api-bind`
    const char* environment = nullptr; ///< variable that sets it, or null
    Type type = Type::Text;
    const char* standard = nullptr; ///< default, as text
    qint64 lowest = 0;              ///< range of Integer and Amount (satoshi)
    qint64 highest = 0;
    const char* choices = nullptr; ///< of Choice: "light,dark,system"
    Scope scope = Scope::Program;
    Effect effect = Effect::AtOnce;
    Group group = Group::Look;      ///< on the settings page
    const char* argument = nullptr; ///< name of the value in `--help`: "ADDR:PORT"
    const char* help = nullptr;     ///< one sentence for `--help`; the window has its own words
    Unit unit = Unit::None;
    bool inWindow = true; ///< shown on the settings page
    /// What the text, or each part of a list, has to be.
    enum class Form {
        Any,
        WalletName, ///< letters, digits, spaces, - _ . ; "off" = none
        Peer,       ///< HOST:PORT or http://HOST:PORT
        Host,       ///< a name or an IP address
        Origin,     ///< http://HOST:PORT or https://HOST:PORT
    };
    Form form = Form::Any;
};
/// Whether a wallet may be called so: it is a file's name, too.
bool isWalletName(const QString& text);
std::span<const SettingRow> settingRows();
const SettingRow* settingRow(const QString& key);

/// Where a value came from, weakest first.
enum class SettingSource { Standard, Card, File, Environment, CommandLine };

/// What is wrong with a setting, or with a file of them.
struct SettingError {
    enum class Kind {
        Unknown,    ///< there is no such setting
        NotAllowed, ///< the value
        Unreadable, ///< the file
        Damaged,    ///< the file
        NotWritten, ///< the file: the value holds until the program ends
    };
    Kind kind;
    QString key = {};                              ///< of the setting; of a rule from the environment: none
    QString variable = {};                         ///< of the environment, where the value came from there
    QString text = {};                             ///< NotAllowed: the value, its first 80 letters
    QString path = {};                             ///< of the file, where it is one's
    QString detail = {};                           ///< Unreadable: the system's words
    std::optional<consensus::CardError> rule = {}; ///< of the environment's `variable`
};

/// All values in force and where they came from. Value type; the node's threads get copies.
class Settings {
public:
    Settings();
    /// Checks and sets when `source` is not weaker than what set it before. Text as in the INI file.
    Result<void, SettingError> set(const QString& key, const QString& text, SettingSource source);
    /// Drops what came from `source` (a changed file is read again).
    void clear(SettingSource source);

    [[nodiscard]] QString text(const QString& key) const;
    [[nodiscard]] bool flag(const QString& key) const;
    [[nodiscard]] qint64 number(const QString& key) const;
    [[nodiscard]] primitives::Amount amount(const QString& key) const;
    [[nodiscard]] QStringList list(const QString& key) const;
    [[nodiscard]] SettingSource source(const QString& key) const;

    /// Reads an INI file's rows of that scope; unknown keys are left alone, damaged values reported.
    Result<void, SettingError> readFile(const QString& path, SettingRow::Scope scope);
    /// Reads every row that has a variable.
    Result<void, SettingError> readEnvironment();
    /// Changes one value in the INI file (atomically) and here.
    Result<void, SettingError> store(const QString& path, const QString& key, const QString& text);
    /// `key=value   (source)` a line, for `--print-settings`.
    [[nodiscard]] QString print() const;

private:
    struct Value {
        QString text;
        SettingSource source;
    };
    QMap<QString, QMap<SettingSource, QString>> m_values;
};

/// A rule that the environment sets (BLOCK_REWARD, MAX_BLOCK_SIZE, DIFFICULTY_ADJUSTMENT_INTERVAL,
/// TARGET_BLOCK_TIME).
struct RuleOverride {
    const consensus::RuleInfo* rule;
    QString variable;
    QString text;
};
using RuleOverrides = std::vector<RuleOverride>;
/// Errors: NotAllowed, with the variable.
Result<RuleOverrides, SettingError> ruleOverridesFromEnvironment();
/// The rules with the overrides in them. Needs: overrides that were read without error.
consensus::Rules withOverrides(consensus::Rules rules, const RuleOverrides& overrides);

} // namespace node
