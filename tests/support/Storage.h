#pragma once

#include "storage/ChainReader.h"
#include "storage/StorageError.h"
#include "util/Result.h"

#include <QString>
#include <QtTest>

namespace support {

template <class T, class E>
QString reasonOf(const Result<T, E>& result) {
    if (result) return QStringLiteral("fine");
    if constexpr (std::is_same_v<decltype(result.error().what), QString>)
        return result.error().what;
    else
        return QString::fromStdString(result.error().what);
}

/// SQLite's check of a chain database.
inline Result<void, storage::StorageError> quickCheck(const QString& path) {
    auto reader = storage::ChainReader::open(path);
    if (!reader) return fail(reader.error());
    return (*reader)->quickCheck();
}

/// A file kept for tests in `tests/data`.
inline QString dataFile(const QString& name) {
    return qEnvironmentVariable("CAIRN_TEST_DATA", QStringLiteral("tests/data")) + u'/' + name;
}

} // namespace support

/// Fails the test with what the store said.
#define VERIFY_FINE(result)                                                                                  \
    do {                                                                                                     \
        const auto& verified = (result);                                                                     \
        QVERIFY2(verified.has_value(), qPrintable(support::reasonOf(verified)));                             \
    } while (false)
