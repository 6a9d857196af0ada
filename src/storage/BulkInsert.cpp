#include "storage/BulkInsert.h"

#include "util/Require.h"

#include <QStringList>

namespace storage {
namespace {

constexpr int kRowsTogether = 8; ///< more gain next to nothing

QString sqlOf(const QString& head, int columns, int rows) {
    const QString row = QLatin1Char('(') +
                        QStringList(columns, QStringLiteral("?")).join(QStringLiteral(", ")) +
                        QLatin1Char(')');
    return head + QStringLiteral(" VALUES ") + QStringList(rows, row).join(QStringLiteral(", "));
}

} // namespace

BulkInsert::BulkInsert(Database& database, const QString& head, int columns)
    : m_columns(static_cast<std::size_t>(columns)), m_together(m_columns * kRowsTogether),
      m_one(database, sqlOf(head, columns, 1)), m_many(database, sqlOf(head, columns, kRowsTogether)) {}

void BulkInsert::Writer::keep(QVariant value) {
    m_waiting.push_back(detail::owned(std::move(value)));
}

Result<void, StorageError> BulkInsert::Writer::writeWaiting() {
    require(m_waiting.size() == m_insert.m_together);
    const auto done = m_insert.m_many.runValues(m_waiting);
    m_waiting.clear();
    if (!done) return fail(done.error());
    return {};
}

Result<void, StorageError> BulkInsert::Writer::finish() {
    require(m_waiting.size() % m_insert.m_columns == 0);
    std::span<QVariant> left(m_waiting);
    for (; !left.empty(); left = left.subspan(m_insert.m_columns)) {
        const auto done = m_insert.m_one.runValues(left.first(m_insert.m_columns));
        if (!done) return fail(done.error());
    }
    m_waiting.clear();
    return {};
}

} // namespace storage
