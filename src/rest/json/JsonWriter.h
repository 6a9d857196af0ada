#pragma once

#include "primitives/Amount.h"
#include "primitives/Hash256.h"

#include <QByteArray>
#include <QString>

#include <concepts>
#include <string_view>

namespace rest {

/// Writes JSON text front to back: amounts as numbers with exactly 8 decimals (never an exponent), whole
/// numbers exactly. Commas and the nesting are its business; pieces can be taken away while it goes on
/// (streams).
class JsonWriter {
public:
    JsonWriter& beginObject();
    JsonWriter& endObject();
    JsonWriter& beginArray();
    JsonWriter& endArray();
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text);
    JsonWriter& value(const std::string& text) { return value(std::string_view(text)); }
    JsonWriter& value(const char* text) { return value(std::string_view(text)); }
    JsonWriter& value(const QString& text);
    JsonWriter& value(bool flag);
    JsonWriter& value(double number);
    JsonWriter& value(primitives::Amount amount);
    template <std::integral T>
    requires(!std::same_as<T, bool>) JsonWriter& value(T number) { return raw(std::to_string(number)); }
    template <class Tag>
    JsonWriter& value(const primitives::Hash256<Tag>& hash) {
        return value(hash.toHex());
    }
    JsonWriter& null();
    /// Text that is JSON already.
    JsonWriter& raw(std::string_view json);

    template <class T>
    JsonWriter& member(std::string_view name, const T& content) {
        return key(name).value(content);
    }
    /// `"name": 1.50000000, "name_sat": 150000000`.
    JsonWriter& amount(std::string_view name, primitives::Amount amount);

    [[nodiscard]] QByteArray take();
    [[nodiscard]] qsizetype size() const { return m_out.size(); }

private:
    void separate();
    void quote(std::string_view text);
    void append(std::string_view text) { m_out.append(text.data(), qsizetype(text.size())); }
    QByteArray m_out;
    bool m_first = true; ///< nothing written yet at this level
};

/// Compact bits as 8 hex digits.
std::string bitsText(std::uint32_t bits);

} // namespace rest
