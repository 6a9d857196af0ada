#include "rest/json/JsonParse.h"

#include <nlohmann/json.hpp>

namespace rest {

namespace {

constexpr int kMaxDepth = 64;
constexpr int kMaxValues = 100'000;

/// Counted before anything is built: a few megabytes of brackets would become hundreds.
bool isBounded(const QByteArray& bytes) {
    int depth = 0, values = 0;
    bool inText = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (inText) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inText = false;
            continue;
        }
        if (c == '"') inText = true;
        if (c == '[' || c == '{') ++depth;
        if (c == ']' || c == '}') --depth;
        if (c == '[' || c == '{' || c == ',') ++values;
        if (depth > kMaxDepth || values > kMaxValues) return false;
    }
    return true;
}

} // namespace

nlohmann::json parseJson(const QByteArray& bytes) {
    if (!isBounded(bytes)) return nlohmann::json(nlohmann::json::value_t::discarded);
    return nlohmann::json::parse(bytes.begin(), bytes.end(), nullptr, false);
}

} // namespace rest
