#pragma once

#include "storage/ChainReader.h"
#include "storage/WaitingStore.h"

#include <QByteArray>

#include <functional>
#include <map>
#include <memory>
#include <set>

namespace storage {

/// Everything that can still be read of a chain database, however damaged: row by row where its trees are
/// whole, page by page where they are not. Changes nothing in the file. Thread: the one that opened it.
class ChainSalvage {
public:
    /// Errors: Busy, Newer, Io (there is no such file). A damaged file opens.
    static Result<std::unique_ptr<ChainSalvage>, StorageError> open(const QString& path);
    ~ChainSalvage();
    ChainSalvage(const ChainSalvage&) = delete;
    ChainSalvage& operator=(const ChainSalvage&) = delete;

    /// A block whose body can be read.
    struct Body {
        primitives::BlockHash hash;
        primitives::BlockHeader header;
        qint64 place = 0; ///< for `read`
    };
    /// In order of arrival, each block once; genesis too.   Cost: reads all bodies.
    std::vector<Body> bodies();
    /// Null when it cannot be read (any more).
    primitives::BlockRef read(const Body& body);
    /// Header rows, in order of arrival.
    std::vector<chain::StoredHeader> headers();
    /// All headers that are found anywhere else: beside bodies that cannot be read, in rows that no tree
    /// leads to. In no order; nonsense may be among them. Empty while nothing is damaged. After `bodies` and
    /// `headers`.
    std::vector<primitives::BlockHeader> strayHeaders();
    /// The named values.
    std::map<QString, QByteArray> values();
    std::vector<WaitingTransaction> waiting();
    /// The highest block of the best chain as far as rows tell; -1: none does.
    std::int32_t bestHeight();
    /// Something could not be read so far.
    [[nodiscard]] bool isDamaged() const;

private:
    ChainSalvage();
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// The card that a chain database was made from, looked for in its bytes when no row can be read.
/// `isCard` says whether a text is one.
std::optional<QByteArray> salvageCard(const QString& path,
                                      const std::function<bool(const QByteArray&)>& isCard);

} // namespace storage
