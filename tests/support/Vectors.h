#pragma once

#include "support/TestData.h"

#include <QByteArray>
#include <QFile>
#include <QString>

#include <nlohmann/json.hpp>

#include <optional>
#include <string>

namespace support {

/// The bytes of a published vector file; nothing when the folder (CAIRN_VECTORS) is missing: NEEDS_DATA then.
inline std::optional<QByteArray> readVectors(const QString& name) {
    const QString folder = qEnvironmentVariable("CAIRN_VECTORS", QStringLiteral("../shared/vectors"));
    QFile file(folder + QLatin1Char('/') + name);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return file.readAll();
}

inline std::optional<nlohmann::json> readJsonVectors(const QString& name) {
    const auto bytes = readVectors(name);
    if (!bytes) return std::nullopt;
    return nlohmann::json::parse(bytes->begin(), bytes->end());
}

/// The message of a row of core_hash_vectors.json: a text, or a byte (in hex) repeated.
inline std::string messageOf(const nlohmann::json& row) {
    if (row.contains("text")) return row.at("text").get<std::string>();
    const auto piece = QByteArray::fromHex(QByteArray::fromStdString(row.at("repeat").get<std::string>()));
    return piece.repeated(row.at("count").get<int>()).toStdString();
}

} // namespace support
