#pragma once

#include "storage/Database.h"
#include "util/Bytes.h"

#include <QByteArray>
#include <QSqlQuery>
#include <QVariant>

#include <array>
#include <concepts>
#include <optional>
#include <span>

namespace storage {

/// Never a null QByteArray, which would be bound as NULL. Borrows the bytes.
inline QByteArray borrowed(util::ByteView bytes) {
    if (bytes.empty()) return QByteArray("", 0);
    return QByteArray::fromRawData(reinterpret_cast<const char*>(bytes.data()),
                                   static_cast<qsizetype>(bytes.size()));
}
inline util::ByteView viewOf(const QByteArray& bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), static_cast<std::size_t>(bytes.size())};
}

namespace detail {
inline QVariant toVariant(util::ByteView bytes) {
    return borrowed(bytes);
}
inline QVariant toVariant(const QString& text) {
    return text.isNull() ? QVariant(QStringLiteral("")) : text;
}
QVariant toVariant(const char*) = delete; // text is QString
/// Unsigned 64-bit numbers have no place in SQLite and QtSql would bind them as text: they do not compile.
template <std::integral T>
requires(std::signed_integral<T> || sizeof(T) < sizeof(qint64)) QVariant toVariant(T value) {
    return QVariant(static_cast<qint64>(value));
}
template <class T>
QVariant toVariant(const std::optional<T>& value) {
    return value ? toVariant(*value) : QVariant();
}
/// The same with a copy of the bytes it borrows, if any.
QVariant owned(QVariant value);
} // namespace detail

template <class T>
concept Bindable = requires(const T& value) {
    detail::toVariant(value);
};

/// The rows of a running SELECT, one at a time; ends it when it dies, so that no half-read one pins the log.
class Rows {
public:
    explicit Rows(QSqlQuery& query) : m_query(&query) {}
    Rows(Rows&& other) noexcept : m_query(std::exchange(other.m_query, nullptr)) {}
    Rows& operator=(Rows&&) = delete;
    ~Rows() {
        if (m_query != nullptr) m_query->finish();
    }

    /// To the first or next row; false behind the last.   Errors: Damaged, Io: the rows so far were right.
    Result<bool, StorageError> next();
    [[nodiscard]] std::int64_t integer(int column) const { return m_query->value(column).toLongLong(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query->value(column).toByteArray(); }
    [[nodiscard]] QString text(int column) const { return m_query->value(column).toString(); }
    [[nodiscard]] bool isNull(int column) const { return m_query->isNull(column); }
    /// The number when it fits T; nothing otherwise (a damaged row).
    template <std::integral T>
    [[nodiscard]] std::optional<T> fitting(int column) const {
        const std::int64_t value = integer(column);
        if (!std::in_range<T>(value)) return std::nullopt;
        return static_cast<T>(value);
    }

private:
    QSqlQuery* m_query;
};

/// One SQL statement, prepared at its first use and reused. Thread: the database's.
class Statement {
public:
    /// Parameters are question marks.
    Statement(Database& database, QString sql) : m_database(database), m_sql(std::move(sql)) {}
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;

    /// Runs a statement that writes, one value a parameter; gives the number of rows it changed. Outside of a
    /// Transaction it is one by itself.   Errors: what SQLite says (Full, Damaged where a constraint breaks
    /// …).
    template <Bindable... Values>
    Result<int, StorageError> run(const Values&... values) {
        std::array<QVariant, sizeof...(Values)> variants{detail::toVariant(values)...};
        return runValues(variants);
    }
    /// The same with values as QtSql binds them, which are taken away.
    Result<int, StorageError> runValues(std::span<QVariant> values);
    /// Starts a SELECT. One at a time: the Rows before must be gone.
    template <Bindable... Values>
    Result<Rows, StorageError> select(const Values&... values) {
        std::array<QVariant, sizeof...(Values)> variants{detail::toVariant(values)...};
        return selectWith(variants);
    }

private:
    Result<Rows, StorageError> selectWith(std::span<QVariant> values);
    Result<void, StorageError> start(std::span<QVariant> values);

    Database& m_database;
    QString m_sql;
    std::optional<QSqlQuery> m_query; ///< nothing: not prepared, or thrown away after an error
};

} // namespace storage
