#include "rest/json/JsonBody.h"

#include <nlohmann/json.hpp>

namespace rest {

/// Follows nlohmann's parser through one object; anything deeper than a list of scalars ends the reading.
class JsonBodyReader final : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit JsonBodyReader(JsonBody& body) : m_body(body) {}

    bool null() override { return add(QString(), true); }
    bool boolean(bool value) override {
        return add(value ? QStringLiteral("true") : QStringLiteral("false"));
    }
    bool number_integer(number_integer_t value) override { return add(QString::number(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add(QString::number(value)); }
    bool number_float(number_float_t, const string_t& text) override {
        return add(QString::fromStdString(text));
    }
    bool string(string_t& value) override { return add(QString::fromStdString(value)); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return m_depth++ == 0; }
    bool end_object() override {
        --m_depth;
        return true;
    }
    bool key(string_t& name) override {
        m_name = QString::fromStdString(name).toLower();
        return m_body.m_members.size() < 64;
    }
    bool start_array(std::size_t) override {
        if (m_depth != 1 || m_inList) return false;
        m_inList = true;
        m_body.m_members[m_name] = {};
        m_body.m_members[m_name].isList = true;
        return true;
    }
    bool end_array() override {
        m_inList = false;
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

private:
    bool add(const QString& text, bool isNull = false) {
        if (m_depth != 1) return false;
        JsonBody::Member& member = m_body.m_members[m_name];
        if (!m_inList) member = {};
        member.items << text;
        member.isNull = isNull && !m_inList;
        return member.items.size() <= 1000;
    }
    JsonBody& m_body;
    QString m_name;
    int m_depth = 0;
    bool m_inList = false;
};

std::optional<JsonBody> JsonBody::parse(const QByteArray& bytes) {
    JsonBody body;
    JsonBodyReader reader(body);
    if (!nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &reader)) return std::nullopt;
    return body;
}

std::optional<QString> JsonBody::text(const QString& name) const {
    const auto found = m_members.constFind(name);
    if (found == m_members.constEnd() || found->isList || found->isNull || found->items.isEmpty())
        return std::nullopt;
    return found->items.first();
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
