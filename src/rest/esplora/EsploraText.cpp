#include "rest/esplora/EsploraText.h"

namespace rest {

namespace {

template <class Hash>
std::optional<Hash> hashArgument(const RouteCall& call, qsizetype index) {
    const QString text = call.arguments.value(index);
    if (const auto hash = Hash::fromHex(text.toStdString())) return hash;
    call.responder->send(esploraError(400, QStringLiteral("Invalid hash string")));
    return std::nullopt;
}

} // namespace

bool isEsploraPath(const QString& path) {
    return path.startsWith(QLatin1String("/api/")) && !path.startsWith(QLatin1String("/api/v1/"));
}

HttpResponse esploraError(int status, const QString& text) {
    return textResponse(status, text.toUtf8(), "text/plain");
}

HttpResponse esploraText(const std::string& text, const char* cache) {
    HttpResponse response = textResponse(200, QByteArray::fromStdString(text), "text/plain");
    response.cacheControl = cache;
    return response;
}

HttpResponse esploraJson(QByteArray json, const char* cache) {
    HttpResponse response = jsonResponse(std::move(json));
    response.cacheControl = cache;
    return response;
}

HttpResponse esploraBytes(const util::Bytes& bytes, const char* cache) {
    HttpResponse response;
    response.contentType = "application/octet-stream";
    response.body = QByteArray(reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size()));
    response.cacheControl = cache;
    return response;
}

HttpResponse ofChain(HttpResponse response, const consensus::ChainParams& params,
                     const primitives::BlockHash& tip) {
    // Weak: the same answer may go out compressed.
    response.entityTag = QByteArray::fromStdString("W/\"" + params.genesisHash.toHex().substr(0, 16) + '-' +
                                                   tip.toHex() + '"');
    return response;
}

HttpResponse ofChain(HttpResponse response, explorer::ExplorerQueries& queries) {
    const auto tip = queries.tip();
    return tip ? ofChain(std::move(response), queries.params(), tip->hash) : response;
}

HttpResponse ofBranch(HttpResponse response, explorer::ExplorerQueries& queries) {
    const auto tip = queries.tip();
    if (!tip) return response;
    response.branchTip = QByteArray::fromStdString(tip->hash.toHex());
    return ofChain(std::move(response), queries.params(), tip->hash);
}

std::optional<primitives::BlockHash> blockHashArgument(const RouteCall& call, qsizetype index) {
    return hashArgument<primitives::BlockHash>(call, index);
}

std::optional<primitives::TxId> txidArgument(const RouteCall& call, qsizetype index) {
    return hashArgument<primitives::TxId>(call, index);
}

std::optional<std::uint32_t> numberArgument(const RouteCall& call, qsizetype index) {
    const QString text = call.arguments.value(index);
    bool ok = !text.startsWith(QLatin1Char('+')) && !text.startsWith(QLatin1Char(' '));
    const std::uint32_t number = ok ? text.toUInt(&ok) : 0;
    if (ok) return number;
    call.responder->send(esploraError(400, QStringLiteral("Invalid number")));
    return std::nullopt;
}

} // namespace rest
