#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace rest {

/// A JSON object of a request, flat: each member's scalar as its text (numbers exactly as sent), or a list of
/// scalars. Member names are compared in lower case. Nested objects and doubled names are refused.
class JsonBody {
public:
    /// Nothing when the bytes are no such JSON object.
    static std::optional<JsonBody> parse(const QByteArray& bytes);
    [[nodiscard]] bool has(const QString& name) const { return m_members.contains(name); }
    [[nodiscard]] QStringList names() const { return m_members.keys(); }
    /// Needs: `has(name)`.
    [[nodiscard]] bool isNull(const QString& name) const { return m_members[name].isNull; }
    /// The text of a scalar; nothing when absent, null or a list.
    [[nodiscard]] std::optional<QString> text(const QString& name) const;
    /// A whole number in any form that JSON has; nothing when there is none in this range.
    [[nodiscard]] std::optional<std::int64_t> whole(const QString& name, std::int64_t lowest,
                                                    std::int64_t highest) const;
    [[nodiscard]] std::optional<bool> flag(const QString& name) const;
    /// A list's items; a scalar counts as a list of one.
    [[nodiscard]] std::optional<QStringList> list(const QString& name) const;

private:
    struct Member {
        QStringList items;
        bool isList = false;
        bool isNull = false;
    };
    QMap<QString, Member> m_members;
};

} // namespace rest
