#pragma once

#include <nlohmann/json.hpp>

#include <cstdlib>
#include <fstream>
#include <string>

// Chains that Bitcoin Core made, with what it says of them.
namespace bench {

inline std::string chainsFolder() {
    const char* const folder = std::getenv("CAIRN_CHAINS");
    return folder != nullptr && *folder != 0 ? folder : "../shared/chains";
}

/// The `expected.json` of a folder; null when it is missing or no JSON.
inline nlohmann::json readExpected(const std::string& folder) {
    std::ifstream file(folder + "/expected.json");
    auto out = file ? nlohmann::json::parse(file, nullptr, false) : nlohmann::json();
    return out.is_object() ? out : nlohmann::json();
}

/// A value that may be missing.
inline nlohmann::json wanted(const nlohmann::json& object, const char* key) {
    return object.is_object() ? object.value(key, nlohmann::json()) : nlohmann::json();
}

} // namespace bench
