#pragma once

#include "primitives/Block.h"
#include "support/TestData.h"

#include <QFile>
#include <QString>

#include <nlohmann/json.hpp>

#include <optional>

namespace support {

/// A file of the reference chains; nothing when the folder (CAIRN_CHAINS) is missing: NEEDS_DATA then.
inline std::optional<QByteArray> readChainFile(const QString& name) {
    const QString folder = qEnvironmentVariable("CAIRN_CHAINS", QStringLiteral("../shared/chains"));
    QFile file(folder + QLatin1Char('/') + name);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    return file.readAll();
}

/// The blocks of a block file in its order; fewer when one cannot be read.
inline std::vector<primitives::Block> blocksOf(const QByteArray& file) {
    std::vector<primitives::Block> out;
    util::ByteReader reader(
        {reinterpret_cast<const std::uint8_t*>(file.data()), static_cast<std::size_t>(file.size())});
    while (!reader.atEnd()) {
        reader.u32(); // magic
        auto block = primitives::Block::parse(reader.view(reader.u32()));
        if (!block) break;
        out.push_back(std::move(*block));
    }
    return out;
}

} // namespace support
