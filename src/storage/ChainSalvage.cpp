#include "storage/ChainSalvage.h"

#include "chain/BlockFile.h"
#include "consensus/MerkleTree.h"
#include "storage/ChainSchema.h"
#include "storage/HeaderRow.h"
#include "storage/Migrator.h"
#include "storage/PageCarver.h"
#include "storage/ReadOnlyDatabase.h"
#include "storage/SqliteBlockStore.h"
#include "storage/SqliteError.h"
#include "storage/StorageFormat.h"

#include <QFileInfo>

#include <algorithm>
#include <unordered_map>

namespace storage {
namespace {

constexpr int kCacheKiB = 16 * 1024;
constexpr qint64 kLeastBytesOfARow = 100;   ///< in the file: of a header, or a waiting transaction
constexpr qint64 kCarved = qint64{1} << 62; ///< in a place: of PageCarver; otherwise the row's key
constexpr qsizetype kMostCardBytes = 64 * 1024;
constexpr qint64 kMostRowBytes = chain::kMaxBlockRecord + 1'000;

/// The header's hash speaks for every byte of the body: another copy of it may be whole where this one is
/// not.
bool isWhole(const primitives::Block& block) {
    if (block.transactions.empty() || consensus::merkleRoot(block).root != block.header.merkleRoot)
        return false;
    const primitives::Transaction& coinbase = *block.transactions.front();
    const auto committed = consensus::witnessCommitmentOf(coinbase);
    if (!committed || coinbase.inputs().empty()) return true;
    const auto& witness = coinbase.inputs().front().witness;
    if (witness.size() != 1 || witness.front().size() != 32) return false;
    util::ByteArray<32> reserved;
    std::ranges::copy(witness.front(), reserved.begin());
    const util::Bytes script =
        consensus::witnessCommitmentScript(consensus::witnessMerkleRoot(block), reserved);
    return std::equal(committed->begin(), committed->end(), script.end() - 32);
}

/// What the first 80 bytes say, when they are a header with work in it.
std::optional<primitives::BlockHeader> headerIn(const QByteArray& blob) {
    if (blob.size() < qsizetype(primitives::BlockHeader::kSize)) return std::nullopt;
    util::ByteReader reader(viewOf(blob).first(primitives::BlockHeader::kSize));
    return primitives::BlockHeader::read(reader);
}

} // namespace

struct ChainSalvage::Impl {
    QString path;
    std::unique_ptr<Database> database; ///< null: SQLite does not take it for one of its files
    std::optional<PageCarver> carver;
    bool damaged = false;
    std::vector<primitives::BlockHeader> stray;
    std::unique_ptr<Statement> body;
    std::unique_ptr<Statement> hash; ///< null: the table of headers cannot be asked

    /// A row by its key; nothing when there is none, or none that can be read.
    template <class T>
    std::optional<T> row(Statement& statement, qint64 key,
                         const std::function<std::optional<T>(const Rows&)>& read) {
        auto rows = statement.select(key);
        const auto more = rows ? rows->next() : fail(rows.error());
        if (!more) damaged = true;
        if (!more || !*more) return std::nullopt;
        auto value = read(*rows);
        if (!value) damaged = true;
        return value;
    }
    primitives::BlockRef bodyOf(qint64 sequence) {
        return row<primitives::BlockRef>(*body, sequence,
                                         [](const Rows& rows) { return parse(rows.bytes(0)); })
            .value_or(nullptr);
    }
    /// Null where the row of its header says that the body is another's.
    primitives::BlockRef storedBlock(qint64 sequence) {
        const auto block = bodyOf(sequence);
        if (!block || !hash) return block;
        const auto stored = row<primitives::BlockHash>(*hash, sequence, [](const Rows& rows) {
            return fromDisplayOrder<primitives::BlockHash>(viewOf(rows.bytes(0)));
        });
        if (!stored || *stored == block->header.hash()) return block;
        damaged = true;
        return nullptr;
    }
    /// Which rows there may be: up to the highest key that any table still tells, or, where one of them
    /// cannot be asked, as many as the file has room for.
    qint64 highestSequence() {
        qint64 highest = 0;
        for (const char* table : {"headers", "bodies", "undos"})
            highest = std::max(highest, highestKey(QLatin1String(table)));
        return highest;
    }
    /// A damaged key may be any number: no more rows than the file has room for.
    qint64 highestKey(const QString& table) {
        const qint64 room = QFileInfo(path).size() / kLeastBytesOfARow;
        const auto most =
            database->number(QStringLiteral("SELECT coalesce(max(sequence), 0) FROM %1").arg(table));
        const bool fits = most && *most >= 0 && *most <= room;
        damaged = damaged || !fits;
        return fits ? *most : room;
    }
    static std::optional<primitives::BlockRef> parse(const QByteArray& bytes) {
        auto block = primitives::Block::parse(viewOf(bytes));
        if (!block || !isWhole(*block)) return std::nullopt;
        return std::make_shared<const primitives::Block>(std::move(*block));
    }
    /// Null when the row is no row of the table of bodies.
    static primitives::BlockRef blockOf(const PageCarver::Row& row) {
        return row.blobs.size() == 2 ? parse(row.blobs[1]).value_or(nullptr) : nullptr;
    }
    /// Asks no other row: what SQLite says of a damaged one differs from one question to the next.
    primitives::BlockRef blockAt(qint64 place) {
        if ((place & kCarved) == 0) return bodyOf(place);
        const auto row = carver->rowAt(place & ~kCarved);
        return row ? blockOf(*row) : nullptr;
    }
    /// The table can be asked at all: its place is known, whatever its pages hold.
    bool canAsk(const QString& select) {
        if (!database) return false;
        const bool can = database->execute(QStringLiteral("EXPLAIN ") + select).has_value();
        damaged = damaged || !can;
        return can;
    }
};

ChainSalvage::ChainSalvage() : m_impl(std::make_unique<Impl>()) {}
ChainSalvage::~ChainSalvage() = default;

Result<std::unique_ptr<ChainSalvage>, StorageError> ChainSalvage::open(const QString& path) {
    std::unique_ptr<ChainSalvage> out(new ChainSalvage);
    Impl& impl = *out->m_impl;
    impl.path = path;
    auto database = openToRead(path, kCacheKiB);
    if (database) {
        const auto version = checkVersion(**database, chainSchema());
        if (!version && version.error().kind == StorageError::Kind::Newer) return fail(version.error());
        impl.database = std::move(*database);
    } else if (database.error().kind == StorageError::Kind::Busy || !QFileInfo::exists(path)) {
        return fail(database.error());
    } else {
        impl.damaged = true; // whatever SQLite takes it for: its bytes can be read
    }
    impl.carver = PageCarver::open(path);
    return out;
}

bool ChainSalvage::isDamaged() const {
    return m_impl->damaged;
}

std::vector<ChainSalvage::Body> ChainSalvage::bodies() {
    std::vector<Body> out;
    std::unordered_map<primitives::BlockHash, std::size_t> known;
    // The last place counts: the bytes of the file stay what they are, what SQLite makes of them may not.
    const auto add = [&](const primitives::BlockRef& block, qint64 place) {
        const primitives::BlockHash hash = block->header.hash();
        const auto [at, isNew] = known.emplace(hash, out.size());
        if (isNew)
            out.push_back({hash, block->header, place});
        else
            out[at->second].place = place;
    };
    const QString select = QStringLiteral("SELECT bytes FROM bodies WHERE sequence = ?");
    if (m_impl->canAsk(QStringLiteral("SELECT bytes FROM bodies WHERE sequence = 0"))) {
        m_impl->body = std::make_unique<Statement>(*m_impl->database, select);
        if (m_impl->canAsk(QStringLiteral("SELECT hash FROM headers WHERE sequence = 0")))
            m_impl->hash = std::make_unique<Statement>(
                *m_impl->database, QStringLiteral("SELECT hash FROM headers WHERE sequence = ?"));
        const qint64 highest = m_impl->highestSequence();
        for (qint64 sequence = 0; sequence <= highest; ++sequence) {
            if (const auto block = m_impl->storedBlock(sequence)) add(block, sequence);
        }
    }
    // Always: a key that is damaged hides its row without any error.
    if (!m_impl->carver) return out;
    m_impl->carver->forEachRow(kMostRowBytes, [&](const PageCarver::Row& row, qint64 place) {
        for (const QByteArray& blob : row.blobs) {
            if (const auto header = headerIn(blob)) m_impl->stray.push_back(*header);
        }
        const auto block = Impl::blockOf(row);
        if (block) add(block, place | kCarved);
    });
    return out;
}

std::vector<primitives::BlockHeader> ChainSalvage::strayHeaders() {
    return std::exchange(m_impl->stray, {});
}

primitives::BlockRef ChainSalvage::read(const Body& body) {
    const auto block = m_impl->blockAt(body.place);
    return block && block->header.hash() == body.hash ? block : nullptr;
}

std::vector<chain::StoredHeader> ChainSalvage::headers() {
    std::vector<chain::StoredHeader> out;
    // A file of an earlier version lacks the last column.
    QString columns = kRecordColumns;
    if (!m_impl->canAsk(QStringLiteral("SELECT finder FROM headers")))
        columns.replace(QStringLiteral("h.finder"), QStringLiteral("NULL"));
    const QString select = QStringLiteral("SELECT %1 FROM headers h WHERE h.sequence = ").arg(columns);
    if (!m_impl->canAsk(select + u'0')) return out;
    Statement header(*m_impl->database, select + u'?');
    const qint64 highest = m_impl->highestSequence();
    for (qint64 sequence = 0; sequence <= highest; ++sequence) {
        auto row = m_impl->row<chain::StoredHeader>(
            header, sequence, [](const Rows& rows) -> std::optional<chain::StoredHeader> {
                auto read = readStoredHeader(rows);
                if (!read) return std::nullopt;
                return std::move(*read);
            });
        if (row) out.push_back(std::move(*row));
    }
    return out;
}

std::map<QString, QByteArray> ChainSalvage::values() {
    std::map<QString, QByteArray> out;
    if (!m_impl->canAsk(QStringLiteral("SELECT value FROM state"))) return out;
    for (const char* order : {"", " DESC"}) { // from both ends: what is damaged lies between
        Statement all(*m_impl->database,
                      QStringLiteral("SELECT key, value FROM state ORDER BY key") + QLatin1String(order));
        auto rows = all.select();
        while (rows) {
            const auto more = rows->next();
            if (!more) m_impl->damaged = true;
            if (!more || !*more) break;
            out.emplace(rows->text(0), rows->bytes(1));
        }
    }
    return out;
}

std::vector<WaitingTransaction> ChainSalvage::waiting() {
    std::vector<WaitingTransaction> out;
    if (!m_impl->canAsk(QStringLiteral("SELECT received, bytes FROM waiting"))) return out;
    const qint64 highest = m_impl->highestKey(QStringLiteral("waiting"));
    Statement row(*m_impl->database,
                  QStringLiteral("SELECT received, bytes FROM waiting WHERE sequence = ?"));
    for (qint64 sequence = 0; sequence <= highest; ++sequence) {
        auto waiting = m_impl->row<WaitingTransaction>(
            row, sequence, [](const Rows& rows) -> std::optional<WaitingTransaction> {
                auto parsed = primitives::Transaction::parse(viewOf(rows.bytes(1)));
                if (!parsed) return std::nullopt;
                return WaitingTransaction{std::make_shared<const primitives::Transaction>(std::move(*parsed)),
                                          rows.integer(0)};
            });
        if (waiting) out.push_back(std::move(*waiting));
    }
    return out;
}

std::int32_t ChainSalvage::bestHeight() {
    const QString select = QStringLiteral("SELECT coalesce(max(height), -1) FROM best_chain");
    if (!m_impl->canAsk(select)) return -1;
    const auto height = m_impl->database->number(select);
    if (!height) m_impl->damaged = true;
    return height && std::in_range<std::int32_t>(*height) ? static_cast<std::int32_t>(*height) : -1;
}

std::optional<QByteArray> salvageCard(const QString& path,
                                      const std::function<bool(const QByteArray&)>& isCard) {
    for (const char* beginning : {"{\n  \"cairn_network\"", "{\"cairn_network\"", "{ \"cairn_network\""}) {
        if (auto card = findJson(path, beginning, kMostCardBytes, isCard)) return card;
    }
    return std::nullopt;
}

} // namespace storage
