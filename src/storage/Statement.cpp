#include "storage/Statement.h"

#include "storage/SqliteError.h"

#include <QSqlResult>

namespace storage {
namespace {

/// The list in which QtSql keeps the values to bind. `bindValue` looks a name up for every value, which on
/// small rows takes longer than SQLite's work; the list itself is open to derived classes, and a pointer to
/// member needs no object of one.
QList<QVariant>& boundValuesOf(const QSqlQuery& query) {
    struct Opened : QSqlResult {
        static auto list() { return &Opened::boundValues; }
    };
    return (query.result()->*Opened::list())();
}

} // namespace

QVariant detail::owned(QVariant value) {
    if (value.userType() != QMetaType::QByteArray) return value;
    QByteArray bytes = value.toByteArray();
    bytes.detach();
    return bytes;
}

Result<bool, StorageError> Rows::next() {
    if (m_query->next()) return true;
    if (m_query->lastError().isValid())
        return fail(toStorageError(m_query->lastError(), m_query->lastQuery()));
    return false;
}

Result<void, StorageError> Statement::start(std::span<QVariant> values) {
    if (!m_query) {
        m_query.emplace(m_database.connection());
        m_query->setForwardOnly(true);
        if (!m_query->prepare(m_sql)) {
            const auto error = toStorageError(m_query->lastError(), m_sql);
            m_query.reset();
            return fail(error);
        }
    }
    QList<QVariant>& bound = boundValuesOf(*m_query);
    bound.resize(static_cast<qsizetype>(values.size()));
    std::ranges::move(values, bound.begin());
    if (!m_query->exec()) {
        const auto error = toStorageError(m_query->lastError(), m_sql);
        m_query.reset();
        return fail(error);
    }
    return {};
}

Result<int, StorageError> Statement::runValues(std::span<QVariant> values) {
    if (auto done = start(values); !done) return fail(done.error());
    const int changed = m_query->numRowsAffected();
    m_query->finish();
    return changed;
}

Result<Rows, StorageError> Statement::selectWith(std::span<QVariant> values) {
    // SQLite reads the bound bytes again while rows are fetched: they must not be borrowed here.
    for (QVariant& value : values)
        value = detail::owned(std::move(value));
    if (auto done = start(values); !done) return fail(done.error());
    return Rows(*m_query);
}

} // namespace storage
