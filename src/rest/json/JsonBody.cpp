#include "rest/json/JsonBody.h"

#include "rest/json/JsonValue.h"
#include "util/Decimal.h"

namespace rest {

namespace {

constexpr std::size_t kMostMembers = 64;
constexpr std::size_t kMostItems = 1'000;

/// A scalar as its text; nothing for a list or an object.
std::optional<QString> textOf(const JsonValue& value) {
    if (value.isArray() || value.isObject()) return std::nullopt;
    if (value.isBool()) return value.flag() ? QStringLiteral("true") : QStringLiteral("false");
    return QString::fromStdString(value.text());
}

} // namespace

std::optional<JsonBody> JsonBody::parse(const QByteArray& bytes) {
    const auto parsed = JsonValue::parse(bytes);
    if (!parsed || !parsed->isObject() || parsed->members().size() > kMostMembers) return std::nullopt;
    JsonBody body;
    for (const auto& [name, value] : parsed->members()) {
        Member member;
        member.isList = value.isArray();
        member.isNull = value.isNull();
        const std::vector<JsonValue> items = value.isArray() ? value.items() : std::vector{value};
        if (items.size() > kMostItems) return std::nullopt;
        for (const JsonValue& item : items) {
            const auto text = textOf(item);
            if (!text) return std::nullopt;
            member.items << *text;
        }
        const QString key = QString::fromStdString(name).toLower();
        if (body.m_members.contains(key)) return std::nullopt;
        body.m_members.insert(key, member);
    }
    return body;
}

std::optional<QString> JsonBody::text(const QString& name) const {
    const auto found = m_members.constFind(name);
    if (found == m_members.constEnd() || found->isList || found->isNull || found->items.isEmpty())
        return std::nullopt;
    return found->items.first();
}

std::optional<std::int64_t> JsonBody::whole(const QString& name, std::int64_t lowest,
                                            std::int64_t highest) const {
    const auto value = text(name);
    const auto number = value ? util::fixedPoint(value->toStdString(), 0) : std::nullopt;
    return number && *number >= lowest && *number <= highest ? number : std::nullopt;
}

std::optional<bool> JsonBody::flag(const QString& name) const {
    const auto value = text(name);
    if (!value) return std::nullopt;
    return *value == QLatin1String("true") || *value == QLatin1String("1");
}

std::optional<QStringList> JsonBody::list(const QString& name) const {
    const auto found = m_members.constFind(name);
    if (found == m_members.constEnd() || found->isNull) return std::nullopt;
    return found->items;
}

} // namespace rest
