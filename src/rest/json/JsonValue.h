#pragma once

#include "util/Result.h"

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rest {

enum class JsonError {
    Malformed, ///< no JSON, or broken UTF-8
    TooDeep,   ///< nested more than 64 deep
    TooMany,   ///< more than 100 000 values
    Doubled,   ///< an object names a member twice
};
/// "is no JSON", for the sentence "The body ….".
const char* toString(JsonError error);

/// A JSON value of a stranger, exactly as sent: numbers keep their digits (no double, no locale), objects
/// their order.
class JsonValue {
public:
    enum class Kind { Null, Bool, Number, String, Array, Object };
    struct Member;

    JsonValue() = default;
    static Result<JsonValue, JsonError> parse(const QByteArray& bytes);
    static JsonValue ofText(std::string text);
    static JsonValue ofNumber(std::int64_t number);
    static JsonValue ofFlag(bool flag);
    static JsonValue array(std::vector<JsonValue> items = {});
    static JsonValue object(std::vector<Member> members);

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isNull() const { return m_kind == Kind::Null; }
    [[nodiscard]] bool isBool() const { return m_kind == Kind::Bool; }
    [[nodiscard]] bool isNumber() const { return m_kind == Kind::Number; }
    [[nodiscard]] bool isString() const { return m_kind == Kind::String; }
    [[nodiscard]] bool isArray() const { return m_kind == Kind::Array; }
    [[nodiscard]] bool isObject() const { return m_kind == Kind::Object; }
    /// In Core's words: "null", "bool", "number", "string", "array", "object".
    [[nodiscard]] const char* typeName() const;

    /// False of everything that is not `true`.
    [[nodiscard]] bool flag() const { return m_flag; }
    /// What a string holds, or the digits of a number; empty of anything else.
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// A number without point and exponent that fits.
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    /// Of an array; empty of anything else.
    [[nodiscard]] const std::vector<JsonValue>& items() const { return m_items; }
    /// Of an object, in its order; empty of anything else.
    [[nodiscard]] const std::vector<Member>& members() const { return m_members; }
    /// The member of that name; null when there is none.
    [[nodiscard]] const JsonValue* find(std::string_view name) const;
    /// As JSON text again.
    [[nodiscard]] QByteArray toJson() const;

private:
    friend class JsonValueReader;
    Kind m_kind = Kind::Null;
    bool m_flag = false;
    std::string m_text;
    std::vector<JsonValue> m_items;
    std::vector<Member> m_members;
};

struct JsonValue::Member {
    std::string name;
    JsonValue value;
};

} // namespace rest
