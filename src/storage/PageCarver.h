#pragma once

#include <QByteArray>
#include <QFile>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace storage {

/// Finds rows in the bytes of one of our SQLite files when its trees cannot be walked any more.
/// What it gives may be of deleted rows, or nonsense: the caller judges. Thread: one.
/// Source: sqlite.org/fileformat2.html, sections 1.6 and 2.1.
class PageCarver {
public:
    /// Errors: the file cannot be opened.
    static std::optional<PageCarver> open(const QString& path);
    PageCarver(PageCarver&&) = default;
    PageCarver& operator=(PageCarver&&) = default;

    /// A row of a table that has a number as its key.
    struct Row {
        qint64 key = 0;
        std::vector<QByteArray> blobs; ///< a column; empty where it is no blob
    };
    /// Every row of at least 80 and at most so many bytes; `place` is for `rowAt`.
    /// Cost: reads the whole file.
    void forEachRow(qint64 mostBytes, const std::function<void(const Row& row, qint64 place)>& visit);
    /// The row of a place again; nothing when it cannot be read.
    std::optional<Row> rowAt(qint64 place);

private:
    explicit PageCarver(std::unique_ptr<QFile> file);
    QByteArray page(qint64 number);
    /// What a row says of itself in front.
    struct Head {
        qint64 size = 0;
        qint64 key = 0;
        qsizetype record = 0; ///< where it begins
        qint64 headerSize = 0;
    };
    static std::optional<Head> headOf(const QByteArray& page, qsizetype at);
    std::optional<Row> readRow(const QByteArray& page, const Head& head);
    std::optional<QByteArray> payload(const QByteArray& page, qsizetype at, qint64 size);

    std::unique_ptr<QFile> m_file;
    qint64 m_pages;
};

/// The first text in the file that begins so and is JSON up to its last brace, at most `mostBytes`; read
/// straight from the bytes. Nothing when `isGood` takes none.
std::optional<QByteArray> findJson(const QString& path, const QByteArray& beginning, qsizetype mostBytes,
                                   const std::function<bool(const QByteArray&)>& isGood);

} // namespace storage
