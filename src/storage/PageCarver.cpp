#include "storage/PageCarver.h"

#include <QtEndian>

namespace storage {
namespace {

constexpr qint64 kPageBytes = 8192;      ///< of all our files; the header may be what is damaged
constexpr qint64 kLeastRowBytes = 80;    ///< of the rows that are looked for: each has a block's header
constexpr qint64 kFirstBlob = 12;        ///< types from here are blobs (even) and texts (odd)
constexpr qint64 kMostHeaderBytes = 200; ///< of a record: our tables have few columns
constexpr qint64 kOffsetBits = 17;       ///< of an offset in a page, which has at most 65 536 bytes

/// SQLite's number of one to nine bytes, big endian. Moves `at` behind it; nothing at the end of the bytes.
std::optional<qint64> varint(const QByteArray& bytes, qsizetype& at) {
    quint64 value = 0;
    for (int i = 0; i < 9; ++i) {
        if (at >= bytes.size()) return std::nullopt;
        const auto byte = static_cast<quint8>(bytes[at++]);
        if (i == 8) return static_cast<qint64>(value << 8 | byte);
        value = value << 7 | (byte & 0x7f);
        if ((byte & 0x80) == 0) break;
    }
    return static_cast<qint64>(value);
}

/// Bytes of a value by its type; nothing for a type that is none.
std::optional<qint64> lengthOf(qint64 type) {
    constexpr qint64 kFixed[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    if (type >= kFirstBlob) return (type - kFirstBlob) / 2;
    if (type < 0 || type >= qint64(std::size(kFixed))) return std::nullopt;
    return kFixed[type];
}

} // namespace

std::optional<PageCarver> PageCarver::open(const QString& path) {
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) return std::nullopt;
    return PageCarver(std::move(file));
}

PageCarver::PageCarver(std::unique_ptr<QFile> file)
    : m_file(std::move(file)), m_pages((m_file->size() + kPageBytes - 1) / kPageBytes) {}

/// Pages count from 1. Shorter than a page, or empty, where the file ends or the disk fails.
QByteArray PageCarver::page(qint64 number) {
    if (number < 1 || number > m_pages || !m_file->seek((number - 1) * kPageBytes)) return {};
    return m_file->read(kPageBytes);
}

void PageCarver::forEachRow(qint64 mostBytes, const std::function<void(const Row&, qint64)>& visit) {
    for (qint64 number = 1; number <= m_pages; ++number) {
        const QByteArray bytes = page(number);
        // Every offset, whatever the page says of itself: its list of cells may be what is damaged.
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            const auto head = headOf(bytes, at);
            if (!head || head->size > mostBytes) continue;
            if (const auto row = readRow(bytes, *head)) visit(*row, number << kOffsetBits | at);
        }
    }
}

std::optional<PageCarver::Row> PageCarver::rowAt(qint64 place) {
    const QByteArray bytes = page(place >> kOffsetBits);
    const auto head = headOf(bytes, place & ((1 << kOffsetBits) - 1));
    return head ? readRow(bytes, *head) : std::nullopt;
}

/// The size of the row, its key, and a record that begins with its header: the header's length and a type a
/// column. They must come to the same size.
std::optional<PageCarver::Head> PageCarver::headOf(const QByteArray& page, qsizetype at) {
    Head head;
    const auto size = varint(page, at);
    if (!size || *size < kLeastRowBytes) return std::nullopt;
    const auto key = varint(page, at);
    if (!key || *key < 0) return std::nullopt;
    head.size = *size;
    head.key = *key;
    head.record = at;
    const auto headerSize = varint(page, at);
    if (!headerSize || *headerSize < 2 || *headerSize > kMostHeaderBytes) return std::nullopt;
    head.headerSize = *headerSize;
    qint64 total = *headerSize;
    while (at < head.record + *headerSize) {
        const auto type = varint(page, at);
        const auto length = type ? lengthOf(*type) : std::nullopt;
        if (!length || *length > *size - total) return std::nullopt;
        total += *length;
    }
    if (at != head.record + *headerSize || total != *size) return std::nullopt;
    return head;
}

std::optional<PageCarver::Row> PageCarver::readRow(const QByteArray& page, const Head& head) {
    const auto record = payload(page, head.record, head.size);
    if (!record) return std::nullopt;
    Row row{head.key, {}};
    qsizetype in = 0;
    varint(*record, in); // the length of the header
    for (qint64 value = head.headerSize; in < head.headerSize;) {
        const auto type = varint(*record, in).value_or(0);
        const qint64 length = lengthOf(type).value_or(0);
        const bool isBlob = type >= kFirstBlob && type % 2 == 0;
        row.blobs.push_back(isBlob ? record->mid(value, length) : QByteArray());
        value += length;
    }
    return row;
}

/// What does not fit into the page goes on in a chain of others, each with the next one's number in front.
std::optional<QByteArray> PageCarver::payload(const QByteArray& page, qsizetype at, qint64 size) {
    qint64 local = size;
    if (size > kPageBytes - 35) {
        const qint64 least = (kPageBytes - 12) * 32 / 255 - 23;
        local = least + (size - least) % (kPageBytes - 4);
        if (local > kPageBytes - 35) local = least;
    }
    QByteArray out = page.mid(at, local);
    if (out.size() < local) return std::nullopt;
    if (local == size) return out;
    at += local;
    if (at + 4 > page.size()) return std::nullopt;
    quint32 next = qFromBigEndian<quint32>(page.constData() + at);
    while (out.size() < size) {
        const QByteArray more = this->page(next);
        const qint64 wanted = std::min<qint64>(size - out.size(), kPageBytes - 4);
        if (more.size() < 4 + wanted) return std::nullopt;
        out += QByteArrayView(more).sliced(4, wanted);
        next = qFromBigEndian<quint32>(more.constData());
    }
    return out;
}

std::optional<QByteArray> findJson(const QString& path, const QByteArray& beginning, qsizetype mostBytes,
                                   const std::function<bool(const QByteArray&)>& isGood) {
    constexpr qint64 kStep = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    for (qint64 from = 0; from < file.size(); from += kStep) {
        if (!file.seek(from)) return std::nullopt;
        const QByteArray window = file.read(kStep + mostBytes);
        for (qsizetype at = window.indexOf(beginning); at >= 0 && at < kStep;
             at = window.indexOf(beginning, at + 1)) {
            int depth = 0;
            for (qsizetype end = at; end < std::min(window.size(), at + mostBytes); ++end) {
                if (window[end] == '{') ++depth;
                if (window[end] != '}' || --depth > 0) continue;
                const QByteArray text = window.mid(at, end + 1 - at);
                if (isGood(text)) return text;
                break;
            }
        }
    }
    return std::nullopt;
}

} // namespace storage
