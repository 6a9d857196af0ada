#include "net/link/HttpProtocol.h"

#include "net/PeerName.h"
#include "util/ByteReader.h"
#include "util/ByteWriter.h"

#include <QJsonArray>
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

HttpFormFault faultOf(const util::ByteReader& reader) {
    return reader.error() == util::ReadError::SizeTooLarge ? HttpFormFault::TooMany
                                                           : HttpFormFault::Malformed;
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

/// Bytes that are n records of `size` bytes, at most `limit` of them.
template <class T, class Read>
HttpForm<std::vector<T>> decodeRecords(const QByteArray& bytes, std::size_t size, int limit, Read read) {
    if (std::size_t(bytes.size()) % size != 0) return fail(HttpFormFault::Malformed);
    if (std::size_t(bytes.size()) / size > std::size_t(limit)) return fail(HttpFormFault::TooMany);
    util::ByteReader reader(viewOf(bytes));
    std::vector<T> out;
    while (!reader.atEnd() && reader.ok())
        out.push_back(read(reader));
    if (!reader.ok()) return fail(faultOf(reader));
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
HttpForm<T> finished(const util::ByteReader& reader, T value) {
    if (!reader.ok()) return fail(faultOf(reader));
    if (!reader.atEnd()) return fail(HttpFormFault::Malformed);
    return value;
}

std::optional<consensus::Uint256> workFrom(const QString& text) {
    consensus::Uint256 out;
    if (text.size() != 64) return std::nullopt;
    for (const QChar digit : text) {
        const int value = digit.isDigit() ? digit.unicode() - '0' : digit.toLower().unicode() - 'a' + 10;
        if (value < 0 || value > 15) return std::nullopt;
        out = (out << 4) + unsigned(value);
    }
    return out;
}

/// A hello from named texts, whatever carried them.
template <class Text>
HttpForm<Hello> helloFrom(Text text) {
    Hello out;
    const auto number = [&](const char* name, qint64 least, qint64 most) {
        bool isNumber = false;
        const qint64 value = text(name).toLongLong(&isNumber);
        return isNumber && value >= least && value <= most ? value : least;
    };
    if (text("genesis").isEmpty()) return fail(HttpFormFault::MissingField);
    const auto genesis = primitives::BlockHash::fromHex(text("genesis").toStdString());
    if (!genesis) return fail(HttpFormFault::BadValue);
    out.genesis = *genesis;
    if (!text("tip").isEmpty()) {
        const auto tip = primitives::BlockHash::fromHex(text("tip").toStdString());
        if (!tip) return fail(HttpFormFault::BadValue);
        out.tip = *tip;
    }
    if (!text("chainwork").isEmpty()) {
        const auto work = workFrom(text("chainwork"));
        if (!work) return fail(HttpFormFault::BadValue);
        out.chainWork = *work;
    }
    constexpr qint64 kMost = std::numeric_limits<std::int32_t>::max();
    out.protocol = int(number("proto", 0, kMost));
    out.height = std::int32_t(number("height", 0, kMost));
    out.time = number("time", 0, qint64(1) << 40);
    out.feeFilter = number("feefilter", 0, qint64(1) << 50);
    bool isHex = false;
    const quint64 nonce = text("nonce").toULongLong(&isHex, 16);
    out.nonce = isHex ? nonce : 0;
    out.port = quint16(number("port", 0, 65535));
    out.magic = text("magic").left(8);
    out.agent = text("agent").left(wire::kMaxUserAgentBytes);
    out.name = cleanName(text("name"));
    out.network = text("network").left(100);
    out.rulesJson = text("rules").left(4'000);
    return out;
}

/// The fields of a hello in order, as texts.
std::vector<std::pair<const char*, QString>> fieldsOf(const Hello& hello) {
    return {{"proto", QString::number(hello.protocol)},
            {"genesis", QString::fromStdString(hello.genesis.toHex())},
            {"magic", hello.magic},
            {"agent", hello.agent},
            {"name", hello.name},
            {"network", hello.network},
            {"time", QString::number(hello.time)},
            {"height", QString::number(hello.height)},
            {"tip", QString::fromStdString(hello.tip.toHex())},
            {"chainwork", QString::fromStdString(consensus::toHex(hello.chainWork))},
            {"feefilter", QString::number(hello.feeFilter)},
            {"nonce", QString::number(hello.nonce, 16)},
            {"port", QString::number(hello.port)},
            {"rules", hello.rulesJson}};
}

} // namespace

QByteArray encodeHello(const Hello& hello) {
    QJsonObject json;
    for (const auto& [name, text] : fieldsOf(hello))
        json.insert(QLatin1String(name), text);
    // What programs read as numbers.
    json.insert(QStringLiteral("proto"), hello.protocol);
    json.insert(QStringLiteral("height"), hello.height);
    json.insert(QStringLiteral("time"), qint64(hello.time));
    json.insert(QStringLiteral("feefilter"), qint64(hello.feeFilter));
    json.insert(QStringLiteral("port"), hello.port);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

HttpForm<Hello> decodeHello(const QByteArray& bytes) {
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    if (!document.isObject()) return fail(HttpFormFault::NotJson);
    const QJsonObject json = document.object();
    return helloFrom([&](const char* name) {
        const QJsonValue value = json.value(QLatin1String(name));
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

HttpForm<Hello> helloFromQuery(const QString& text) {
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

HttpForm<HeadersRequest> decodeHeadersRequest(const QByteArray& bytes) {
    util::ByteReader reader(viewOf(bytes));
    HeadersRequest out;
    out.locator = readIds<primitives::BlockHash>(reader, int(wire::kMaxLocator));
    out.stop = primitives::BlockHash(reader.array<32>());
    return finished(reader, std::move(out));
}

QByteArray encodeHeaders(const std::vector<primitives::BlockHeader>& headers) {
    util::ByteWriter writer;
    for (const auto& header : headers)
        header.write(writer);
    return bytesOf(writer);
}

HttpForm<std::vector<primitives::BlockHeader>> decodeHeaders(const QByteArray& bytes) {
    return decodeRecords<primitives::BlockHeader>(
        bytes, primitives::BlockHeader::kSize, int(wire::kMaxHeaders),
        [](util::ByteReader& reader) { return primitives::BlockHeader::read(reader); });
}

QByteArray encodeBlockHashes(const std::vector<primitives::BlockHash>& hashes) {
    util::ByteWriter writer;
    for (const auto& hash : hashes)
        writer.bytes(hash.view());
    return bytesOf(writer);
}

HttpForm<std::vector<primitives::BlockHash>> decodeBlockHashes(const QByteArray& bytes) {
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

HttpForm<std::vector<primitives::WtxId>> decodeWtxids(const QByteArray& bytes, int limit) {
    return decodeRecords<primitives::WtxId>(
        bytes, 32, limit, [](util::ByteReader& reader) { return primitives::WtxId(reader.array<32>()); });
}

QByteArray encodeBlocks(const std::vector<primitives::BlockRef>& blocks) {
    util::ByteWriter writer;
    for (const auto& block : blocks)
        writeSized(writer, *block);
    return bytesOf(writer);
}

HttpForm<std::vector<primitives::BlockRef>> decodeBlocks(const QByteArray& bytes) {
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

HttpForm<std::vector<primitives::TransactionRef>> decodeTransactions(const QByteArray& bytes) {
    util::ByteReader reader(viewOf(bytes));
    auto out = readSized<primitives::Transaction>(reader, kMaxIdsPerRequest);
    return finished(reader, std::move(out));
}

QByteArray encodePeers(const QStringList& addresses) {
    return QJsonDocument(QJsonArray::fromStringList(addresses)).toJson(QJsonDocument::Compact);
}

HttpForm<QStringList> decodePeers(const QByteArray& json) {
    constexpr qsizetype kLongestAddress = 300;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray()) return fail(HttpFormFault::NotJson);
    if (document.array().size() > kMaxPeersTold) return fail(HttpFormFault::TooMany);
    QStringList out;
    for (const QJsonValue& each : document.array()) {
        if (!each.isString() || each.toString().size() > kLongestAddress)
            return fail(HttpFormFault::BadValue);
        out << each.toString();
    }
    return out;
}

} // namespace net
