#include "rest/json/JsonValue.h"

#include "rest/json/JsonWriter.h"
#include "util/Decimal.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>

namespace rest {

namespace {

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxValues = 100'000;

/// The parser writes the decimal sign of the process's locale into the text of a number.
std::string withPoint(std::string text) {
    const auto isJson = [](char c) {
        return (c >= '0' && c <= '9') || std::string_view("+-.eE").find(c) != std::string_view::npos;
    };
    std::ranges::replace_if(
        text, [&](char c) { return !isJson(c); }, '.');
    return text;
}

void write(JsonWriter& json, const JsonValue& value) {
    switch (value.kind()) {
    case JsonValue::Kind::Null:
        json.null();
        break;
    case JsonValue::Kind::Bool:
        json.value(value.flag());
        break;
    case JsonValue::Kind::Number:
        json.raw(value.text());
        break;
    case JsonValue::Kind::String:
        json.value(value.text());
        break;
    case JsonValue::Kind::Array:
        json.beginArray();
        for (const JsonValue& item : value.items())
            write(json, item);
        json.endArray();
        break;
    case JsonValue::Kind::Object:
        json.beginObject();
        for (const JsonValue::Member& member : value.members()) {
            json.key(member.name);
            write(json, member.value);
        }
        json.endObject();
        break;
    }
}

} // namespace

/// Follows nlohmann's parser and builds the value; stops it at the first thing that is too much.
class JsonValueReader final : public nlohmann::json_sax<nlohmann::json> {
public:
    JsonError error = JsonError::Malformed;
    JsonValue root;

    bool null() override { return add(JsonValue()); }
    bool boolean(bool flag) override {
        JsonValue value = ofKind(JsonValue::Kind::Bool);
        value.m_flag = flag;
        return add(std::move(value));
    }
    bool number_integer(number_integer_t number) override { return addNumber(std::to_string(number)); }
    bool number_unsigned(number_unsigned_t number) override { return addNumber(std::to_string(number)); }
    bool number_float(number_float_t, const string_t& text) override { return addNumber(withPoint(text)); }
    bool string(string_t& text) override { return add(JsonValue::ofText(std::move(text))); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(JsonValue::Kind::Object); }
    bool start_array(std::size_t) override { return open(JsonValue::Kind::Array); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool key(string_t& name) override {
        if (!m_open.back().names.insert(name).second) return stop(JsonError::Doubled);
        m_open.back().value.m_members.push_back({std::move(name), JsonValue()});
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        return false;
    }

private:
    struct Open {
        JsonValue value;
        std::set<std::string, std::less<>> names;
    };
    static JsonValue ofKind(JsonValue::Kind kind) {
        JsonValue value;
        value.m_kind = kind;
        return value;
    }
    bool stop(JsonError why) {
        error = why;
        return false;
    }
    bool addNumber(std::string digits) {
        JsonValue value = ofKind(JsonValue::Kind::Number);
        value.m_text = std::move(digits);
        return add(std::move(value));
    }
    bool add(JsonValue value) {
        if (++m_count > kMaxValues) return stop(JsonError::TooMany);
        if (m_open.empty())
            root = std::move(value);
        else if (JsonValue& parent = m_open.back().value; parent.m_kind == JsonValue::Kind::Array)
            parent.m_items.push_back(std::move(value));
        else
            parent.m_members.back().value = std::move(value);
        return true;
    }
    bool open(JsonValue::Kind kind) {
        if (m_open.size() == kMaxDepth) return stop(JsonError::TooDeep);
        if (++m_count > kMaxValues) return stop(JsonError::TooMany);
        m_open.push_back({ofKind(kind), {}});
        return true;
    }
    bool close() {
        JsonValue value = std::move(m_open.back().value);
        m_open.pop_back();
        --m_count; // was counted when it was opened
        return add(std::move(value));
    }
    std::vector<Open> m_open;
    std::size_t m_count = 0;
};

const char* toString(JsonError error) {
    switch (error) {
    case JsonError::TooDeep:
        return "is nested more than 64 deep";
    case JsonError::TooMany:
        return "has more than 100000 values";
    case JsonError::Doubled:
        return "names a member twice";
    case JsonError::Malformed:
        break;
    }
    return "is no JSON";
}

Result<JsonValue, JsonError> JsonValue::parse(const QByteArray& bytes) {
    JsonValueReader reader;
    if (!nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &reader)) return fail(reader.error);
    return std::move(reader.root);
}

JsonValue JsonValue::ofText(std::string text) {
    JsonValue value;
    value.m_kind = Kind::String;
    value.m_text = std::move(text);
    return value;
}

JsonValue JsonValue::object(std::vector<Member> members) {
    JsonValue out;
    out.m_kind = Kind::Object;
    out.m_members = std::move(members);
    return out;
}

JsonValue JsonValue::ofNumber(std::int64_t number) {
    JsonValue out;
    out.m_kind = Kind::Number;
    out.m_text = std::to_string(number);
    return out;
}

JsonValue JsonValue::ofFlag(bool flag) {
    JsonValue out;
    out.m_kind = Kind::Bool;
    out.m_flag = flag;
    return out;
}

JsonValue JsonValue::array(std::vector<JsonValue> items) {
    JsonValue value;
    value.m_kind = Kind::Array;
    value.m_items = std::move(items);
    return value;
}

const char* JsonValue::typeName() const {
    constexpr const char* kNames[] = {"null", "bool", "number", "string", "array", "object"};
    return kNames[int(m_kind)];
}

std::optional<std::int64_t> JsonValue::integer() const {
    return isNumber() ? util::wholeNumber(m_text) : std::nullopt;
}

const JsonValue* JsonValue::find(std::string_view name) const {
    const auto found = std::ranges::find(m_members, name, &Member::name);
    return found == m_members.end() ? nullptr : &found->value;
}

QByteArray JsonValue::toJson() const {
    JsonWriter json;
    write(json, *this);
    return json.take();
}

} // namespace rest
