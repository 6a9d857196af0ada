#include "net/PeerProtocol.h"

#include "net/PeerName.h"
#include "util/ByteReader.h"
#include "util/ByteWriter.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

namespace net {

namespace {

util::ByteView viewOf(const QByteArray& bytes) {
    return {reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())};
}

QByteArray bytesOf(const util::ByteWriter& writer) {
    const util::ByteView view = writer.view();
    return {reinterpret_cast<const char*>(view.data()), qsizetype(view.size())};
}

/// What went wrong in a reader, as a sentence.
QString readSentence(const util::ByteReader& reader) {
    return QStringLiteral("The message is malformed: %1.").arg(QLatin1String(toString(reader.error())));
}

template <class Id>
void writeIds(util::ByteWriter& writer, const std::vector<Id>& ids) {
    writer.compactSize(ids.size());
    for (const Id& id : ids)
        writer.bytes(id.view());
}

template <class Id>
std::vector<Id> readIds(util::ByteReader& reader, int limit) {
    const std::uint64_t count = reader.compactSize(std::uint64_t(limit));
    std::vector<Id> out;
    if (count * 32 > reader.remaining()) reader.setError(util::ReadError::EndOfData);
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        out.push_back(Id(reader.array<32>()));
    return out;
}

void writeHeaders(util::ByteWriter& writer, const std::vector<primitives::BlockHeader>& headers) {
    writer.compactSize(headers.size());
    for (const auto& header : headers)
        header.write(writer);
}

std::vector<primitives::BlockHeader> readHeaders(util::ByteReader& reader, int limit) {
    const std::uint64_t count = reader.compactSize(std::uint64_t(limit));
    std::vector<primitives::BlockHeader> out;
    if (count * primitives::BlockHeader::kSize > reader.remaining())
        reader.setError(util::ReadError::EndOfData);
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        out.push_back(primitives::BlockHeader::read(reader));
    return out;
}

/// Bytes that are n records of `size` bytes, at most `limit` of them.
template <class T, class Read>
Decoded<std::vector<T>> decodeRecords(const QByteArray& bytes, std::size_t size, int limit, Read read) {
    if (std::size_t(bytes.size()) % size != 0 || std::size_t(bytes.size()) / size > std::size_t(limit)) {
        return fail(
            QStringLiteral("The message must be at most %1 records of %2 bytes.").arg(limit).arg(size));
    }
    util::ByteReader reader(viewOf(bytes));
    std::vector<T> out;
    while (!reader.atEnd() && reader.ok())
        out.push_back(read(reader));
    if (!reader.ok()) return fail(readSentence(reader));
    return out;
}

template <class T>
void writeSized(util::ByteWriter& writer, const T& object) {
    const util::Bytes bytes = object.serialize();
    writer.u32(std::uint32_t(bytes.size()));
    writer.bytes(bytes);
}

/// Length-prefixed objects up to the end of the reader.
template <class T>
std::vector<std::shared_ptr<const T>> readSized(util::ByteReader& reader, int limit) {
    std::vector<std::shared_ptr<const T>> out;
    while (reader.ok() && !reader.atEnd()) {
        const util::ByteView bytes = reader.view(reader.u32());
        if (!reader.ok()) break;
        auto object = T::parse(bytes);
        if (!object || out.size() >= std::size_t(limit)) {
            reader.setError(object ? util::ReadError::SizeTooLarge : object.error());
            break;
        }
        out.push_back(std::make_shared<const T>(std::move(*object)));
    }
    return out;
}

template <class T>
Decoded<T> finished(const util::ByteReader& reader, T value) {
    if (!reader.ok()) return fail(readSentence(reader));
    if (!reader.atEnd()) return fail(QStringLiteral("The message has bytes behind its end."));
    return value;
}

void writeNews(util::ByteWriter& writer, const Announcement& news) {
    writeHeaders(writer, news.headers);
    writeIds(writer, news.wtxids);
}

Announcement readNews(util::ByteReader& reader) {
    Announcement out;
    out.headers = readHeaders(reader, kMaxAnnouncedHeaders);
    out.wtxids = readIds<primitives::WtxId>(reader, kMaxAnnouncedIds);
    return out;
}

/// A hello from named texts, whatever carried them.
template <class Text>
Decoded<Hello> helloFrom(Text text) {
    Hello out;
    bool ok = false;
    const auto number = [&](const char* name) {
        const qint64 value = text(name).toLongLong(&ok);
        return ok ? value : qint64(-1);
    };
    out.protocol = int(number("proto"));
    if (!ok) return fail(QStringLiteral("proto is missing."));
    const auto genesis = primitives::BlockHash::fromHex(text("genesis").toStdString());
    const auto tip = primitives::BlockHash::fromHex(text("tip").toStdString());
    if (!genesis || !tip) return fail(QStringLiteral("genesis and tip must be block hashes."));
    out.genesis = *genesis;
    out.tip = *tip;
    out.nonce = text("nonce").toULongLong(&ok, 16);
    if (!ok || out.nonce == 0) return fail(QStringLiteral("nonce must be a hexadecimal number above 0."));
    const qint64 height = number("height");
    if (height < 0 || height > std::numeric_limits<std::int32_t>::max())
        return fail(QStringLiteral("height is out of range."));
    out.height = std::int32_t(height);
    const QString work = text("chainwork");
    if (work.size() != 64) return fail(QStringLiteral("chainwork must be 64 hexadecimal digits."));
    for (const QChar digit : work) {
        const int value = digit.isDigit() ? digit.unicode() - '0' : digit.toLower().unicode() - 'a' + 10;
        if (value < 0 || value > 15) return fail(QStringLiteral("chainwork must be 64 hexadecimal digits."));
        out.chainWork = (out.chainWork << 4) + unsigned(value);
    }
    out.magic = text("magic").left(8);
    out.agent = text("agent").left(100);
    out.name = cleanName(text("name"));
    out.network = text("network").left(100);
    out.rulesJson = text("rules").left(4'000);
    out.time = number("time");
    out.feeFilter = std::max<qint64>(0, number("feefilter"));
    out.listens = text("listen") == QLatin1String("true");
    const qint64 port = number("port");
    out.port = port > 0 && port <= 65535 ? quint16(port) : quint16(0);
    return out;
}

/// The fields of a hello in order, as texts.
std::vector<std::pair<const char*, QString>> fieldsOf(const Hello& hello) {
    return {{"proto", QString::number(hello.protocol)},
            {"genesis", QString::fromStdString(hello.genesis.toHex())},
            {"magic", hello.magic},
            {"nonce", QString::number(hello.nonce, 16)},
            {"agent", hello.agent},
            {"name", hello.name},
            {"network", hello.network},
            {"time", QString::number(hello.time)},
            {"height", QString::number(hello.height)},
            {"tip", QString::fromStdString(hello.tip.toHex())},
            {"chainwork", QString::fromStdString(consensus::toHex(hello.chainWork))},
            {"feefilter", QString::number(hello.feeFilter)},
            {"listen", hello.listens ? QStringLiteral("true") : QStringLiteral("false")},
            {"port", QString::number(hello.port)},
            {"rules", hello.rulesJson}};
}

} // namespace

QByteArray encodeHello(const Hello& hello) {
    QJsonObject json;
    for (const auto& [name, text] : fieldsOf(hello))
        json.insert(QLatin1String(name), text);
    // What programs read as numbers and truth values.
    json.insert(QStringLiteral("proto"), hello.protocol);
    json.insert(QStringLiteral("height"), hello.height);
    json.insert(QStringLiteral("time"), qint64(hello.time));
    json.insert(QStringLiteral("feefilter"), qint64(hello.feeFilter));
    json.insert(QStringLiteral("port"), hello.port);
    json.insert(QStringLiteral("listen"), hello.listens);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Decoded<Hello> decodeHello(const QByteArray& bytes) {
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) return fail(QStringLiteral("The answer is no hello of a Cairn node."));
    const QJsonObject json = document.object();
    return helloFrom([&](const char* name) {
        const QJsonValue value = json.value(QLatin1String(name));
        if (value.isBool()) return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
        if (value.isDouble()) return QString::number(value.toInteger());
        return value.toString();
    });
}

QString helloQuery(const Hello& hello) {
    QUrlQuery query;
    for (const auto& [name, text] : fieldsOf(hello)) {
        // Everything but the plainest characters escaped, so that a reader of forms sees the same text.
        query.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(text)));
    }
    return query.query(QUrl::FullyEncoded);
}

Decoded<Hello> helloFromQuery(const QString& text) {
    const QUrlQuery query(text);
    return helloFrom([&](const char* name) {
        const QString value = query.queryItemValue(QLatin1String(name), QUrl::FullyEncoded);
        return QUrl::fromPercentEncoding(value.toLatin1());
    });
}

QByteArray encodeHeadersRequest(const HeadersRequest& request) {
    util::ByteWriter writer;
    writeIds(writer, request.locator);
    writer.bytes(request.stop.view());
    return bytesOf(writer);
}

Decoded<HeadersRequest> decodeHeadersRequest(const QByteArray& bytes) {
    util::ByteReader reader(viewOf(bytes));
    HeadersRequest out;
    out.locator = readIds<primitives::BlockHash>(reader, kMaxLocator);
    out.stop = primitives::BlockHash(reader.array<32>());
    return finished(reader, std::move(out));
}

QByteArray encodeHeaders(const std::vector<primitives::BlockHeader>& headers) {
    util::ByteWriter writer;
    for (const auto& header : headers)
        header.write(writer);
    return bytesOf(writer);
}

Decoded<std::vector<primitives::BlockHeader>> decodeHeaders(const QByteArray& bytes) {
    return decodeRecords<primitives::BlockHeader>(
        bytes, primitives::BlockHeader::kSize, kMaxHeaders,
        [](util::ByteReader& reader) { return primitives::BlockHeader::read(reader); });
}

QByteArray encodeBlockHashes(const std::vector<primitives::BlockHash>& hashes) {
    util::ByteWriter writer;
    for (const auto& hash : hashes)
        writer.bytes(hash.view());
    return bytesOf(writer);
}

Decoded<std::vector<primitives::BlockHash>> decodeBlockHashes(const QByteArray& bytes) {
    return decodeRecords<primitives::BlockHash>(
        bytes, 32, kMaxBlocksPerRequest,
        [](util::ByteReader& reader) { return primitives::BlockHash(reader.array<32>()); });
}

QByteArray encodeWtxids(const std::vector<primitives::WtxId>& wtxids) {
    util::ByteWriter writer;
    for (const auto& wtxid : wtxids)
        writer.bytes(wtxid.view());
    return bytesOf(writer);
}

Decoded<std::vector<primitives::WtxId>> decodeWtxids(const QByteArray& bytes) {
    return decodeRecords<primitives::WtxId>(bytes, 32, kMaxIdsPerRequest, [](util::ByteReader& reader) {
        return primitives::WtxId(reader.array<32>());
    });
}

QByteArray encodeBlocks(const std::vector<primitives::BlockRef>& blocks) {
    util::ByteWriter writer;
    for (const auto& block : blocks)
        writeSized(writer, *block);
    return bytesOf(writer);
}

Decoded<std::vector<primitives::BlockRef>> decodeBlocks(const QByteArray& bytes) {
    util::ByteReader reader(viewOf(bytes));
    auto out = readSized<primitives::Block>(reader, kMaxBlocksPerRequest);
    return finished(reader, std::move(out));
}

QByteArray encodeTransactions(const std::vector<primitives::TransactionRef>& transactions) {
    util::ByteWriter writer;
    for (const auto& transaction : transactions)
        writeSized(writer, *transaction);
    return bytesOf(writer);
}

Decoded<std::vector<primitives::TransactionRef>> decodeTransactions(const QByteArray& bytes) {
    util::ByteReader reader(viewOf(bytes));
    auto out = readSized<primitives::Transaction>(reader, kMaxIdsPerRequest);
    return finished(reader, std::move(out));
}

QByteArray encodeAnnouncement(const Announcement& news) {
    util::ByteWriter writer;
    writeNews(writer, news);
    return bytesOf(writer);
}

Decoded<Announcement> decodeAnnouncement(const QByteArray& bytes) {
    util::ByteReader reader(viewOf(bytes));
    Announcement out = readNews(reader);
    return finished(reader, std::move(out));
}

QByteArray encodeReply(const PeerReply& reply) {
    util::ByteWriter writer;
    writeNews(writer, reply.news);
    writer.compactSize(reply.orders.size());
    for (const Order& order : reply.orders) {
        writer.u8(std::uint8_t(order.kind));
        writeIds(writer, order.hashes);
        writeIds(writer, order.wtxids);
    }
    return bytesOf(writer);
}

Decoded<PeerReply> decodeReply(const QByteArray& bytes) {
    util::ByteReader reader(viewOf(bytes));
    PeerReply out;
    out.news = readNews(reader);
    const std::uint64_t orders = reader.compactSize(32);
    for (std::uint64_t i = 0; i < orders && reader.ok(); ++i) {
        Order order;
        const std::uint8_t kind = reader.u8();
        if (kind < 1 || kind > 3) reader.setError(util::ReadError::BadFormat);
        order.kind = Order::Kind(kind);
        order.hashes = readIds<primitives::BlockHash>(
            reader, order.kind == Order::Kind::Headers ? kMaxLocator : kMaxBlocksPerRequest);
        order.wtxids = readIds<primitives::WtxId>(reader, kMaxIdsPerRequest);
        out.orders.push_back(std::move(order));
    }
    return finished(reader, std::move(out));
}

QByteArray encodeDelivery(const Delivery& delivery) {
    util::ByteWriter writer;
    writer.u8(std::uint8_t(delivery.kind));
    switch (delivery.kind) {
    case Order::Kind::Headers:
        writeHeaders(writer, delivery.headers);
        break;
    case Order::Kind::Blocks:
        for (const auto& block : delivery.blocks)
            writeSized(writer, *block);
        break;
    case Order::Kind::Transactions:
        for (const auto& transaction : delivery.transactions)
            writeSized(writer, *transaction);
        break;
    }
    return bytesOf(writer);
}

Decoded<Delivery> decodeDelivery(const QByteArray& bytes) {
    util::ByteReader reader(viewOf(bytes));
    Delivery out;
    out.kind = Order::Kind(reader.u8());
    switch (out.kind) {
    case Order::Kind::Headers:
        out.headers = readHeaders(reader, kMaxHeaders);
        break;
    case Order::Kind::Blocks:
        out.blocks = readSized<primitives::Block>(reader, kMaxBlocksPerRequest);
        break;
    case Order::Kind::Transactions:
        out.transactions = readSized<primitives::Transaction>(reader, kMaxIdsPerRequest);
        break;
    default:
        reader.setError(util::ReadError::BadFormat);
    }
    return finished(reader, std::move(out));
}

} // namespace net
