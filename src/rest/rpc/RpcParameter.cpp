#include "rest/rpc/RpcParameter.h"

#include "util/Hex.h"

#include <QStringList>

#include <algorithm>

namespace rest {

namespace {

constexpr std::size_t kHashDigits = 64;

std::string nameOf(const RpcParameter& row) {
    const std::string_view names = row.names;
    return std::string(names.substr(0, names.find('|')));
}

QString shown(std::string_view text) {
    return QString::fromStdString(std::string(text.substr(0, 80)));
}

RpcError badParameter(const QString& sentence) {
    return {rpc::kBadParameter, sentence};
}

/// The type's name in Core's words; null where any will do.
const char* wanted(RpcType type) {
    switch (type) {
    case RpcType::Text:
    case RpcType::Hash:
    case RpcType::Hex:
        return "string";
    case RpcType::Integer:
    case RpcType::Number:
        return "number";
    case RpcType::Flag:
        return "bool";
    case RpcType::Array:
        return "array";
    case RpcType::Object:
        return "object";
    case RpcType::Verbosity:
    case RpcType::Amount:
    case RpcType::Other:
        break;
    }
    return nullptr;
}

bool hasType(RpcType type, const JsonValue& value) {
    const char* const name = wanted(type);
    return name == nullptr || std::string_view(value.typeName()) == name;
}

std::optional<RpcError> wrongText(const RpcParameter& row, const std::string& text) {
    const QString name = QString::fromStdString(nameOf(row));
    if (row.type == RpcType::Hash) return wrongHash(nameOf(row), text);
    const bool isHex = util::fromHex(text).has_value();
    if (row.type == RpcType::Hex && !isHex)
        return badParameter(
            QStringLiteral("%1 must be hexadecimal string (not '%2')").arg(name, shown(text)));
    if (row.choices == nullptr || isOneOf(QString::fromStdString(text).toLower().toStdString(), row.choices))
        return std::nullopt;
    QString list = QString::fromLatin1(row.choices).replace(QLatin1Char('|'), QStringLiteral("\", \""));
    return badParameter(QStringLiteral("Invalid %1 parameter, must be one of: \"%2\"").arg(name, list));
}

std::optional<RpcError> wrongNumber(const RpcParameter& row, const JsonValue& value) {
    const auto number = value.integer();
    if (!number) return RpcError{rpc::kMisc, QStringLiteral("JSON integer out of range")};
    if (*number >= row.lowest && *number <= row.highest) return std::nullopt;
    const QString name = QString::fromStdString(nameOf(row));
    if (*number < 0 && row.lowest == 0)
        return badParameter(QStringLiteral("Invalid parameter, %1 cannot be negative").arg(name));
    return badParameter(QStringLiteral("Invalid parameter, %1 out of range (%2)").arg(name).arg(*number));
}

std::optional<RpcError> wrongValue(const RpcParameter& row, const JsonValue& value) {
    if (value.isString()) return wrongText(row, value.text());
    const bool isInteger =
        row.type == RpcType::Integer || (row.type == RpcType::Verbosity && value.isNumber());
    if (isInteger) return wrongNumber(row, value);
    if (row.type == RpcType::Verbosity && !value.isBool())
        return RpcError{rpc::kType, QStringLiteral("JSON value of type %1 is not of expected type number")
                                        .arg(QLatin1String(value.typeName()))};
    return std::nullopt;
}

/// Every parameter of a wrong type, in Core's form.
std::optional<RpcError> wrongTypes(const std::vector<RpcParameter>& rows,
                                   const std::vector<JsonValue>& list) {
    QStringList lines;
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].isNull() || hasType(rows[i].type, list[i])) continue;
        lines << QStringLiteral(
                     "    \"Position %1 (%2)\": \"JSON value of type %3 is not of expected type %4\"")
                     .arg(i + 1)
                     .arg(QString::fromStdString(nameOf(rows[i])), QLatin1String(list[i].typeName()),
                          QLatin1String(wanted(rows[i].type)));
    }
    if (lines.isEmpty()) return std::nullopt;
    return RpcError{rpc::kType,
                    QStringLiteral("Wrong type passed:\n{\n%1\n}").arg(lines.join(QStringLiteral(",\n")))};
}

/// Adds a member to the object of options that has it; false when none does.
bool putIntoOptions(const std::vector<RpcParameter>& rows, const JsonValue::Member& member,
                    std::vector<JsonValue>& list) {
    const auto row = std::ranges::find_if(rows, [&](const RpcParameter& each) {
        return each.members != nullptr && isOneOf(member.name, each.members);
    });
    if (row == rows.end()) return false;
    const auto index = std::size_t(row - rows.begin());
    if (list.size() <= index) list.resize(index + 1);
    std::vector<JsonValue::Member> members = list[index].members();
    members.push_back(member);
    list[index] = JsonValue::object(std::move(members));
    return true;
}

Result<std::vector<JsonValue>, RpcError> inTheirPlaces(const std::vector<RpcParameter>& rows,
                                                       const JsonValue& given) {
    std::vector<JsonValue> list;
    if (const JsonValue* args = given.find("args"); args != nullptr && args->isArray()) list = args->items();
    const std::size_t positional = list.size();
    std::vector<bool> named(rows.size());
    for (const JsonValue::Member& member : given.members()) {
        if (member.name == "args") continue;
        const auto row = std::ranges::find_if(
            rows, [&](const RpcParameter& known) { return isOneOf(member.name, known.names); });
        if (row == rows.end() && putIntoOptions(rows, member, list)) continue;
        if (row == rows.end())
            return fail(badParameter(QStringLiteral("Unknown named parameter %1").arg(shown(member.name))));
        const auto index = std::size_t(row - rows.begin());
        if (index < positional) {
            return fail(badParameter(
                QStringLiteral("Parameter %1 specified twice both as positional and named argument")
                    .arg(shown(member.name))));
        }
        if (named[index])
            return fail(badParameter(
                QStringLiteral("Parameter %1 specified multiple times").arg(shown(member.name))));
        named[index] = true;
        if (list.size() <= index) list.resize(index + 1);
        list[index] = member.value;
    }
    return list;
}

} // namespace

std::optional<RpcError> wrongHash(const std::string& name, const std::string& text) {
    const QString shownName = QString::fromStdString(name);
    if (text.size() != kHashDigits) {
        return badParameter(QStringLiteral("%1 must be of length 64 (not %2, for '%3')")
                                .arg(shownName)
                                .arg(text.size())
                                .arg(shown(text)));
    }
    if (util::fromHex(text)) return std::nullopt;
    return badParameter(
        QStringLiteral("%1 must be hexadecimal string (not '%2')").arg(shownName, shown(text)));
}

std::optional<RpcError> wrongType(const JsonValue& value, RpcType type) {
    if (hasType(type, value)) return std::nullopt;
    return RpcError{rpc::kType, QStringLiteral("JSON value of type %1 is not of expected type %2")
                                    .arg(QLatin1String(value.typeName()), QLatin1String(wanted(type)))};
}

std::optional<RpcError> wrongMembers(const JsonValue& object, const std::vector<RpcParameter>& rows,
                                     bool isStrict) {
    for (const RpcParameter& row : rows) {
        const JsonValue* value = object.find(row.names);
        const QString name = QString::fromStdString(nameOf(row));
        const bool isHere = value != nullptr && !value->isNull();
        if (!isHere && !row.optional) return RpcError{rpc::kType, QStringLiteral("Missing %1").arg(name)};
        if (!isHere || hasType(row.type, *value)) continue;
        return RpcError{rpc::kType,
                        QStringLiteral("JSON value of type %1 for field %2 is not of expected type %3")
                            .arg(QLatin1String(value->typeName()), name, QLatin1String(wanted(row.type)))};
    }
    for (const JsonValue::Member& member : object.members()) {
        const bool isKnown = std::ranges::any_of(
            rows, [&](const RpcParameter& row) { return isOneOf(member.name, row.names); });
        if (isStrict && !isKnown)
            return RpcError{rpc::kType, QStringLiteral("Unexpected key %1").arg(shown(member.name))};
    }
    return std::nullopt;
}

bool isOneOf(std::string_view word, std::string_view list) {
    while (true) {
        const std::size_t bar = list.find('|');
        if (word == list.substr(0, bar)) return true;
        if (bar == std::string_view::npos) return false;
        list.remove_prefix(bar + 1);
    }
}

Result<std::vector<JsonValue>, RpcError> fitParameters(const std::vector<RpcParameter>& rows,
                                                       const JsonValue& given, const std::string& help) {
    std::vector<JsonValue> list = given.items();
    if (given.isObject()) {
        auto placed = inTheirPlaces(rows, given);
        if (!placed) return placed;
        list = std::move(*placed);
    }
    const auto usage = [&] { return fail(RpcError{rpc::kMisc, QString::fromStdString(help)}); };
    if (list.size() > rows.size()) return usage();
    if (auto wrong = wrongTypes(rows, list)) return fail(std::move(*wrong));
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool here = i < list.size() && !list[i].isNull();
        const bool saysNothing = i < list.size() && rows[i].type == RpcType::Other; // the handler's to judge
        if (!here && !rows[i].optional && !saysNothing) return usage();
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list[i].isNull()) continue;
        if (auto wrong = wrongValue(rows[i], list[i])) return fail(std::move(*wrong));
    }
    return list;
}

std::string signatureOf(const std::string& method, const std::vector<RpcParameter>& rows) {
    std::string out = method;
    bool inBrackets = false;
    for (const RpcParameter& row : rows) {
        if (row.optional && !inBrackets) out += " (";
        if (!row.optional && inBrackets) out += " )";
        inBrackets = row.optional;
        const std::string name = nameOf(row);
        const bool quoted =
            row.type == RpcType::Text || row.type == RpcType::Hash || row.type == RpcType::Hex;
        const bool isList = row.type == RpcType::Array && !row.isPlain;
        out += isList ? " [" + name + ",...]" : quoted ? " \"" + name + '"' : ' ' + name;
    }
    return inBrackets ? out + " )" : out;
}

} // namespace rest
