#include "node/settings/Settings.h"

#include "net/address/PeerAddress.h"
#include "util/Require.h"

#include <QFile>
#include <QSaveFile>
#include <QSettings>

#include <algorithm>
#include <array>

namespace node {

namespace {

constexpr quint16 kAnyPort = 5001; ///< where none is given: only the form counts here
using Type = SettingRow::Type;
using Form = SettingRow::Form;

QString sourceName(SettingSource source) {
    switch (source) {
    case SettingSource::Standard:
        return QStringLiteral("default");
    case SettingSource::Card:
        return QStringLiteral("network card");
    case SettingSource::File:
        return QStringLiteral("settings.ini");
    case SettingSource::Environment:
        return QStringLiteral("environment");
    case SettingSource::CommandLine:
        return QStringLiteral("command line");
    }
    return {};
}

bool isEndpoint(const QString& text) {
    if (text == QLatin1String("off")) return true;
    const auto isAddress = [](const QString& host) {
        return host == QLatin1String("localhost") || !net::ipAddress(host).isNull();
    };
    QString host = text;
    if (host.startsWith(QLatin1Char('['))) { // [::1]:5000
        const auto end = host.indexOf(QLatin1Char(']'));
        if (end < 0) return false;
        const QString port = host.mid(end + 1);
        host = host.mid(1, end - 1);
        if (port.isEmpty()) return isAddress(host);
        bool ok = false;
        port.mid(1).toUShort(&ok);
        return port.startsWith(QLatin1Char(':')) && ok && isAddress(host);
    }
    if (host.count(QLatin1Char(':')) != 1) return isAddress(host);
    const auto colon = host.indexOf(QLatin1Char(':'));
    bool ok = false;
    host.mid(colon + 1).toUShort(&ok);
    return ok && isAddress(host.left(colon));
}

/// Scheme and host, nothing behind them: as browsers write it.
bool isOrigin(const QString& text) {
    const auto scheme = text.indexOf(QLatin1String("://"));
    const QString name = text.left(std::max<qsizetype>(scheme, 0));
    if (name != QLatin1String("http") && name != QLatin1String("https")) return false;
    return !text.endsWith(QLatin1Char('/')) &&
           net::peerUrl(QStringLiteral("http") + text.mid(scheme), 80).has_value();
}

bool hasForm(const SettingRow& row, const QString& text) {
    const QStringList parts =
        row.type == Type::List ? text.split(QLatin1Char(','), Qt::SkipEmptyParts) : QStringList(text);
    return std::ranges::all_of(parts, [&row](const QString& part) {
        switch (row.form) {
        case Form::WalletName:
            return isWalletName(part) || part == QLatin1String("off");
        case Form::Peer:
            return net::peerUrl(part, kAnyPort).has_value();
        case Form::Host:
            return net::isHost(part.trimmed());
        case Form::Origin:
            return isOrigin(part.trimmed());
        case Form::Any:
            break;
        }
        return true;
    });
}

/// The text in the form it is kept in; nothing when it is not allowed.
std::optional<QString> normalised(const SettingRow& row, const QString& given) {
    const QString text = given.trimmed();
    switch (row.type) {
    case Type::Bool:
        if (QStringList{"on", "true", "yes", "1"}.contains(text, Qt::CaseInsensitive))
            return QStringLiteral("on");
        if (QStringList{"off", "false", "no", "0"}.contains(text, Qt::CaseInsensitive))
            return QStringLiteral("off");
        return std::nullopt;
    case Type::Integer: {
        bool ok = false;
        const qint64 value = text.toLongLong(&ok);
        if (!ok || value < row.lowest || value > row.highest) return std::nullopt;
        return QString::number(value);
    }
    case Type::Amount: {
        const auto value = primitives::amountFromDecimal(text.toStdString());
        if (!value || value->satoshi() < row.lowest || value->satoshi() > row.highest) return std::nullopt;
        return QString::fromStdString(toDecimal(*value));
    }
    case Type::Choice:
        if (!QString::fromLatin1(row.choices).split(QLatin1Char(',')).contains(text)) return std::nullopt;
        return text;
    case Type::Endpoint:
        if (!isEndpoint(text)) return std::nullopt;
        return text;
    case Type::Text:
    case Type::List:
    case Type::Address:
        break;
    }
    if (text.size() > 1000) return std::nullopt;
    for (const QChar c : text) {
        if (c.category() == QChar::Other_Control) return std::nullopt;
    }
    if (!hasForm(row, text)) return std::nullopt;
    return text;
}

/// Whether the file is text at all: QSettings takes almost any bytes for settings that nobody knows.
bool isText(const QByteArray& bytes) {
    if (!bytes.isValidUtf8()) return false;
    return std::ranges::none_of(bytes, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\r' && c != '\t') || byte == 0x7f;
    });
}

/// Every line is a setting, the name of a group or a remark. A line that ends in \ goes on in the next one.
bool hasSettingsForm(const QByteArray& bytes) {
    bool goesOn = false;
    for (const QByteArray& each : bytes.split('\n')) {
        const QByteArray line = each.trimmed();
        const bool isGroup = line.startsWith('[') && line.endsWith(']');
        const bool isRemark = line.isEmpty() || line.startsWith(';') || line.startsWith('#');
        if (!goesOn && !isGroup && !isRemark && line.indexOf('=') < 1) return false;
        goesOn = !isRemark && line.endsWith('\\');
    }
    return true;
}

constexpr qint64 kMostFileBytes = 1 << 20;

} // namespace

bool isWalletName(const QString& name) {
    if (name.isEmpty() || name.size() > 64 || name.startsWith(QLatin1Char('.'))) return false;
    return std::ranges::all_of(
        name, [](QChar c) { return c.isLetterOrNumber() || QStringLiteral(" -_.").contains(c); });
}

Settings::Settings() {
    for (const SettingRow& row : settingRows()) {
        m_values[QString::fromLatin1(row.key)][SettingSource::Standard] = QString::fromLatin1(row.standard);
    }
}

Result<void, SettingError> Settings::set(const QString& key, const QString& text, SettingSource source) {
    const SettingRow* row = settingRow(key);
    if (row == nullptr) return fail(SettingError{.kind = SettingError::Kind::Unknown, .key = key});
    const auto value = normalised(*row, text);
    if (!value) {
        const bool isVariable = source == SettingSource::Environment && row->environment != nullptr;
        return fail(SettingError{.kind = SettingError::Kind::NotAllowed,
                                 .key = key,
                                 .variable = isVariable ? QString::fromLatin1(row->environment) : QString(),
                                 .text = text.left(80)});
    }
    m_values[key][source] = *value;
    return {};
}

void Settings::clear(SettingSource source) {
    if (source == SettingSource::Standard) return;
    for (auto& bySource : m_values)
        bySource.remove(source);
}

QString Settings::text(const QString& key) const {
    const auto found = m_values.constFind(key);
    return found == m_values.constEnd() || found->isEmpty() ? QString() : found->last();
}

bool Settings::flag(const QString& key) const {
    return text(key) == QLatin1String("on");
}

qint64 Settings::number(const QString& key) const {
    return text(key).toLongLong();
}

primitives::Amount Settings::amount(const QString& key) const {
    return primitives::amountFromDecimal(text(key).toStdString()).value_or(primitives::Amount());
}

QStringList Settings::list(const QString& key) const {
    QStringList out;
    for (const QString& part : text(key).split(QLatin1Char(','), Qt::SkipEmptyParts))
        out << part.trimmed();
    return out;
}

SettingSource Settings::source(const QString& key) const {
    const auto found = m_values.constFind(key);
    return found == m_values.constEnd() || found->isEmpty() ? SettingSource::Standard : found->lastKey();
}

Result<void, SettingError> Settings::readFile(const QString& path, SettingRow::Scope scope) {
    if (!QFile::exists(path)) return {};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(
            SettingError{.kind = SettingError::Kind::Unreadable, .path = path, .detail = file.errorString()});
    const QByteArray bytes = file.read(kMostFileBytes + 1);
    file.close();
    const QSettings ini(path, QSettings::IniFormat);
    if (bytes.size() > kMostFileBytes || !isText(bytes) || !hasSettingsForm(bytes) ||
        ini.status() != QSettings::NoError) {
        return fail(SettingError{.kind = SettingError::Kind::Damaged, .path = path});
    }
    for (const SettingRow& row : settingRows()) {
        const QString key = QString::fromLatin1(row.key);
        if (row.scope != scope || !ini.contains(key)) continue;
        const QVariant value = ini.value(key);
        const QString text = value.typeId() == QMetaType::QStringList
                                 ? value.toStringList().join(QLatin1Char(','))
                                 : value.toString();
        if (auto ok = set(key, text, SettingSource::File); !ok) {
            ok.error().path = path;
            return ok;
        }
    }
    return {};
}

Result<void, SettingError> Settings::readEnvironment() {
    for (const SettingRow& row : settingRows()) {
        if (row.environment == nullptr || !qEnvironmentVariableIsSet(row.environment)) continue;
        const auto ok = set(QString::fromLatin1(row.key), qEnvironmentVariable(row.environment),
                            SettingSource::Environment);
        if (!ok) return ok;
    }
    return {};
}

Result<void, SettingError> Settings::store(const QString& path, const QString& key, const QString& text) {
    if (const auto ok = set(key, text, SettingSource::File); !ok) return ok;
    QSettings ini(
        path, QSettings::IniFormat); // writes through a QSaveFile: the old file or the new one, never half
    ini.setAtomicSyncRequired(true);
    ini.setValue(key, m_values[key][SettingSource::File]);
    ini.sync();
    if (ini.status() != QSettings::NoError) {
        return fail(SettingError{.kind = SettingError::Kind::NotWritten, .key = key, .path = path});
    }
    return {};
}

QString Settings::print() const {
    QString out;
    for (const SettingRow& row : settingRows()) {
        const QString key = QString::fromLatin1(row.key);
        out += QStringLiteral("%1=%2   (%3)\n").arg(key, text(key), sourceName(source(key)));
    }
    return out;
}

Result<RuleOverrides, SettingError> ruleOverridesFromEnvironment() {
    constexpr std::array<std::pair<const char*, std::string_view>, 4> variables = {{
        {"BLOCK_REWARD", "block_reward"},
        {"MAX_BLOCK_SIZE", "max_block_transactions"},
        {"DIFFICULTY_ADJUSTMENT_INTERVAL", "difficulty_adjustment_interval"},
        {"TARGET_BLOCK_TIME", "target_block_time"},
    }};
    RuleOverrides out;
    for (const auto& [variable, name] : variables) {
        if (!qEnvironmentVariableIsSet(variable)) continue;
        const QString text = qEnvironmentVariable(variable).trimmed();
        const consensus::RuleInfo* rule = consensus::findRule(name);
        require(rule != nullptr);
        consensus::Rules scratch;
        if (const auto ok = consensus::setRule(*rule, scratch, text.toStdString()); !ok) {
            return fail(SettingError{.kind = SettingError::Kind::NotAllowed,
                                     .variable = QString::fromLatin1(variable),
                                     .text = text.left(80),
                                     .rule = ok.error()});
        }
        out.push_back({rule, QString::fromLatin1(variable), text});
    }
    return out;
}

consensus::Rules withOverrides(consensus::Rules rules, const RuleOverrides& overrides) {
    for (const RuleOverride& item : overrides) {
        require(consensus::setRule(*item.rule, rules, item.text.toStdString()).has_value());
    }
    return rules;
}

} // namespace node
