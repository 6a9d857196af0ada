#pragma once

#include "util/Hex.h"

#include <QByteArray>

#include <stdexcept>

namespace support {

/// The bytes of hex that a test or a vector file writes down; a mistake in it ends the test.
inline util::Bytes unhex(std::string_view text) {
    auto bytes = util::fromHex(text);
    if (!bytes) throw std::invalid_argument("not hex: " + std::string(text));
    return *bytes;
}

/// Bytes as text that QCOMPARE can show.
inline QByteArray hexOf(util::ByteView bytes) {
    return QByteArray::fromStdString(util::toHex(bytes));
}

} // namespace support
