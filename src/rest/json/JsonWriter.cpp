#include "rest/json/JsonWriter.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace rest {

namespace {

/// Stands for itself in JSON: most of what is written, hex above all.
bool isPlain(char c) {
    return c >= ' ' && c < 0x7f && c != '"' && c != '\\';
}

} // namespace

void JsonWriter::separate() {
    if (!m_first) m_out += ',';
    m_first = false;
}

void JsonWriter::quote(std::string_view text) {
    separate();
    if (!std::ranges::all_of(text, isPlain))
        return append(nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    m_out += '"';
    append(text);
    m_out += '"';
}

JsonWriter& JsonWriter::beginObject() {
    separate();
    m_out += '{';
    m_first = true;
    return *this;
}

JsonWriter& JsonWriter::endObject() {
    m_out += '}';
    m_first = false;
    return *this;
}

JsonWriter& JsonWriter::beginArray() {
    separate();
    m_out += '[';
    m_first = true;
    return *this;
}

JsonWriter& JsonWriter::endArray() {
    m_out += ']';
    m_first = false;
    return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
    quote(name);
    m_out += ':';
    m_first = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) {
    quote(text);
    return *this;
}

JsonWriter& JsonWriter::value(const QString& text) {
    const QByteArray utf8 = text.toUtf8();
    return value(std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

JsonWriter& JsonWriter::value(bool flag) {
    return raw(flag ? "true" : "false");
}

JsonWriter& JsonWriter::value(double number) {
    if (!std::isfinite(number)) return null();
    char buffer[40];
    const auto end = std::to_chars(std::begin(buffer), std::end(buffer), number).ptr;
    return raw(std::string_view(buffer, std::size_t(end - buffer)));
}

JsonWriter& JsonWriter::value(primitives::Amount amount) {
    return raw(toDecimal(amount));
}

JsonWriter& JsonWriter::null() {
    return raw("null");
}

JsonWriter& JsonWriter::raw(std::string_view json) {
    separate();
    append(json);
    return *this;
}

JsonWriter& JsonWriter::amount(std::string_view name, primitives::Amount amount) {
    member(name, amount);
    return member(std::string(name) + "_sat", amount.satoshi());
}

std::string bitsText(std::uint32_t bits) {
    char text[9];
    std::snprintf(text, sizeof text, "%08x", bits);
    return text;
}

QByteArray JsonWriter::take() {
    return std::exchange(m_out, QByteArray());
}

} // namespace rest
