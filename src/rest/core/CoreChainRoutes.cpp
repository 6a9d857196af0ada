// Bitcoin Core's /rest: blocks, headers, transactions and states.
#include "rest/core/CoreRoutes.h"
#include "rest/core/CoreText.h"
#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcJson.h"

#include <algorithm>
#include <limits>

namespace rest {

namespace {

constexpr const char* kAllForms = ".bin, .hex, .json";
constexpr const char* kJsonForm = "json";
constexpr std::int64_t kMostHeaders = 2'000;
constexpr std::int64_t kUsualHeaders = 5;

/// What a method refuses: 404 where nothing is there, else 400.
HttpResponse refusalOf(const RpcError& error, const QString& notFound) {
    if (error.code == rpc::kNotFound) return coreError(404, notFound);
    return coreError(400, error.message);
}

// --- transactions and blocks

void transaction(const RouteContext& context, const RouteCall& call) {
    const CoreName name = coreName(call.arguments.value(0));
    const auto txid = coreHash<primitives::TxId>(call, name.text);
    if (!txid) return;
    if (name.form == CoreForm::Unknown) return call.responder->send(coreFormUnknown(kAllForms));
    const bool isJson = name.form == CoreForm::Json;
    askMethod(context, call, "getrawtransaction",
              {JsonValue::ofText(txid->toHex()), JsonValue::ofNumber(isJson ? 1 : 0)},
              [responder = call.responder, name, isJson](const RpcResult& result) {
                  if (!result)
                      return responder->send(
                          refusalOf(result.error(), QStringLiteral("%1 not found").arg(name.text)));
                  responder->send(isJson ? coreJson(*result)
                                         : coreBytes(name.form, bytesOfHexResult(*result)));
              });
}

void blockWith(const RouteContext& context, const RouteCall& call, int verbosity) {
    const CoreName name = coreName(call.arguments.value(0));
    const auto hash = coreHash<primitives::BlockHash>(call, name.text);
    if (!hash) return;
    if (name.form == CoreForm::Unknown) return call.responder->send(coreFormUnknown(kAllForms));
    const bool isJson = name.form == CoreForm::Json;
    askMethod(context, call, "getblock",
              {JsonValue::ofText(hash->toHex()), JsonValue::ofNumber(isJson ? verbosity : 0)},
              [responder = call.responder, name, isJson](const RpcResult& result) {
                  if (!result)
                      return responder->send(
                          refusalOf(result.error(), QStringLiteral("%1 not found").arg(name.text)));
                  responder->send(isJson ? coreJson(*result)
                                         : coreBytes(name.form, bytesOfHexResult(*result), kCoreImmutable));
              });
}

void block(const RouteContext& context, const RouteCall& call) {
    constexpr int kWithSpent = 3;
    blockWith(context, call, kWithSpent);
}

void blockWithIds(const RouteContext& context, const RouteCall& call) {
    blockWith(context, call, 1);
}

/// A whole number of a query or path that is one without any sign or space.
std::optional<std::int64_t> plainNumber(const QString& text) {
    for (const QChar digit : text) {
        if (digit < QLatin1Char('0') || digit > QLatin1Char('9')) return std::nullopt;
    }
    bool isNumber = false;
    const std::int64_t number = text.toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void blockPart(const RouteContext& context, const RouteCall& call) {
    const CoreName name = coreName(call.arguments.value(0));
    const auto hash = coreHash<primitives::BlockHash>(call, name.text);
    if (!hash) return;
    if (name.form == CoreForm::Json)
        return call.responder->send(
            coreError(400, QStringLiteral("JSON output is not supported for this request type")));
    if (name.form == CoreForm::Unknown) return call.responder->send(coreFormUnknown(".bin, .hex"));
    const auto offset = plainNumber(call.request.parameter(QStringLiteral("offset")).value_or(QString()));
    if (!offset)
        return call.responder->send(coreError(400, QStringLiteral("Block part offset missing or invalid")));
    const auto size = plainNumber(call.request.parameter(QStringLiteral("size")).value_or(QString()));
    if (!size)
        return call.responder->send(coreError(400, QStringLiteral("Block part size missing or invalid")));
    askMethod(context, call, "getblock", {JsonValue::ofText(hash->toHex()), JsonValue::ofNumber(0)},
              [responder = call.responder, name, from = *offset, count = *size](const RpcResult& result) {
                  if (!result)
                      return responder->send(
                          refusalOf(result.error(), QStringLiteral("%1 not found").arg(name.text)));
                  const QByteArray bytes = bytesOfHexResult(*result);
                  if (count < 1 || from > bytes.size() || count > bytes.size() - from)
                      return responder->send(
                          coreError(400, QStringLiteral("Bad block part offset/size %1/%2 for %3")
                                             .arg(from)
                                             .arg(count)
                                             .arg(name.text)));
                  responder->send(coreBytes(name.form, bytes.mid(from, count), kCoreImmutable));
              });
}

void blockHashByHeight(const RouteContext& context, const RouteCall& call) {
    const CoreName name = coreName(call.arguments.value(0));
    const auto height = plainNumber(name.text);
    if (!height || name.text.isEmpty() || *height > std::numeric_limits<std::int32_t>::max())
        return call.responder->send(
            coreError(400, QStringLiteral("Invalid height: %1").arg(name.text.left(100))));
    if (name.form == CoreForm::Unknown) return call.responder->send(coreFormUnknown(kAllForms));
    askMethod(context, call, "getblockhash", {JsonValue::ofNumber(*height)},
              [responder = call.responder, form = name.form](const RpcResult& result) {
                  if (!result)
                      return responder->send(coreError(404, QStringLiteral("Block height out of range")));
                  if (form == CoreForm::Json)
                      return responder->send(coreJson("{\"blockhash\":" + *result + '}'));
                  const QByteArray shown = result->mid(1, result->size() - 2);
                  if (form == CoreForm::Hex)
                      return responder->send(textResponse(200, shown + '\n', "text/plain"));
                  QByteArray bytes = QByteArray::fromHex(shown);
                  std::reverse(bytes.begin(), bytes.end());
                  responder->send(coreBytes(form, bytes));
              });
}

// --- headers

struct WorkedBlock {
    primitives::BlockHash hash;
    std::string work;
};

/// The blocks of the best chain from one on; none when it is not in it.
std::vector<WorkedBlock> blocksFrom(const node::ChainView& view, const primitives::BlockHash& hash,
                                    std::int64_t count) {
    std::vector<WorkedBlock> out;
    const chain::HeaderEntry* entry = view.chain().headers().find(hash);
    if (entry == nullptr || !view.chain().isInBestChain(*entry)) return out;
    for (; entry != nullptr && std::int64_t(out.size()) < count; entry = view.chain().at(entry->height() + 1))
        out.push_back({entry->hash(), consensus::toHex(entry->chainWork)});
    return out;
}

HttpResponse headersOf(explorer::ExplorerQueries& queries, const std::vector<WorkedBlock>& blocks,
                       CoreForm form) {
    JsonWriter json;
    json.beginArray();
    QByteArray bytes;
    for (const WorkedBlock& each : blocks) {
        const auto view = queries.block(each.hash);
        if (!view) return RouteContext::databaseFailed(view.error());
        if (!*view) break; // it left the chain meanwhile
        const auto header = (*view)->header.serialize();
        bytes.append(reinterpret_cast<const char*>(header.data()), qsizetype(header.size()));
        json.beginObject();
        writeHeaderFields(json, **view, each.work);
        json.endObject();
    }
    json.endArray();
    return form == CoreForm::Json ? coreJson(json.take()) : coreBytes(form, bytes);
}

void headersFrom(const RouteContext& context, const RouteCall& call, const CoreName& name,
                 const QString& countText) {
    const auto count = plainNumber(countText);
    if (!count || *count < 1 || *count > kMostHeaders)
        return call.responder->send(
            coreError(400, QStringLiteral("Header count is invalid or out of acceptable range (1-2000): %1")
                               .arg(countText.left(100))));
    const auto hash = coreHash<primitives::BlockHash>(call, name.text);
    if (!hash) return;
    if (name.form == CoreForm::Unknown) return call.responder->send(coreFormUnknown(kAllForms));
    auto found = context.node.chain().ask([hash = *hash, count = *count](const node::ChainView& view) {
        return blocksFrom(view, hash, count);
    });
    context.then(
        found, call.responder,
        [context, responder = call.responder, form = name.form](const std::vector<WorkedBlock>& blocks) {
            context.ask(responder, [blocks, form](explorer::ExplorerQueries& queries) {
                return headersOf(queries, blocks, form);
            });
        });
}

void headers(const RouteContext& context, const RouteCall& call) {
    const QString count =
        call.request.parameter(QStringLiteral("count")).value_or(QString::number(kUsualHeaders));
    headersFrom(context, call, coreName(call.arguments.value(0)), count);
}

/// The older form, with the count in the path.
void countedHeaders(const RouteContext& context, const RouteCall& call) {
    headersFrom(context, call, coreName(call.arguments.value(1)), call.arguments.value(0));
}

// --- states

void chainInfo(const RouteContext& context, const RouteCall& call) {
    answerWith(context, call, "getblockchaininfo", {});
}

void mempoolInfo(const RouteContext& context, const RouteCall& call) {
    answerWith(context, call, "getmempoolinfo", {});
}

/// "true" or "false"; nothing when it is neither: then the answer was sent.
std::optional<bool> flagOfQuery(const RouteCall& call, const char* name, bool standard) {
    const auto text = call.request.parameter(QLatin1String(name));
    if (!text) return standard;
    if (*text == QLatin1String("true")) return true;
    if (*text == QLatin1String("false")) return false;
    call.responder->send(
        coreError(400, QStringLiteral("The \"%1\" query parameter must be either \"true\" or \"false\".")
                           .arg(QLatin1String(name))));
    return std::nullopt;
}

void mempoolContents(const RouteContext& context, const RouteCall& call) {
    const auto verbose = flagOfQuery(call, "verbose", true);
    if (!verbose) return;
    const auto sequence = flagOfQuery(call, "mempool_sequence", false);
    if (!sequence) return;
    if (*verbose && *sequence)
        return call.responder->send(coreError(
            400,
            QStringLiteral(
                "Verbose results cannot contain mempool sequence values. (hint: set \"verbose=false\")")));
    answerWith(context, call, "getrawmempool", {JsonValue::ofFlag(*verbose), JsonValue::ofFlag(*sequence)});
}

void deploymentInfo(const RouteContext& context, const RouteCall& call) {
    answerWith(context, call, "getdeploymentinfo", {});
}

void deploymentInfoAt(const RouteContext& context, const RouteCall& call) {
    const CoreName name = coreName(call.arguments.value(0));
    const auto hash = coreHash<primitives::BlockHash>(call, name.text);
    if (!hash) return;
    if (name.form != CoreForm::Json) return call.responder->send(coreFormUnknown(kJsonForm));
    answerWith(context, call, "getdeploymentinfo", {JsonValue::ofText(hash->toHex())}, kCoreImmutable);
}

} // namespace

std::vector<Route> coreChainRoutes(RouteContext context) {
    const auto row = [context](const char* path, void (*handler)(const RouteContext&, const RouteCall&),
                               const char* sample = nullptr, std::vector<RouteParameter> parameters = {}) {
        return Route{"GET",
                     path,
                     Access::Read,
                     [context, handler](const RouteCall& call) { handler(context, call); },
                     kCoreSummary,
                     sample,
                     "application/json",
                     std::move(parameters)};
    };
    const RouteParameter offset{"offset", "integer", QT_TRANSLATE_NOOP("Routes", "The first byte.")};
    const RouteParameter size{"size", "integer", QT_TRANSLATE_NOOP("Routes", "How many bytes.")};
    const RouteParameter count{"count", "integer",
                               QT_TRANSLATE_NOOP("Routes", "How many blocks, at most 2000.")};
    const RouteParameter verbose{"verbose", "boolean",
                                 QT_TRANSLATE_NOOP("Routes", "Whole entries, not only their ids.")};
    const RouteParameter sequence{"mempool_sequence", "boolean",
                                  QT_TRANSLATE_NOOP("Routes", "The ids with a number that grows.")};
    return {
        row("/rest/tx/:txid", transaction),
        row("/rest/block/:hash", block),
        row("/rest/block/notxdetails/:hash", blockWithIds),
        row("/rest/blockpart/:hash", blockPart, nullptr, {offset, size}),
        row("/rest/headers/:hash", headers, nullptr, {count}),
        row("/rest/headers/:count/:hash", countedHeaders),
        row("/rest/blockhashbyheight/:height", blockHashByHeight, "/rest/blockhashbyheight/0.json"),
        row("/rest/chaininfo.json", chainInfo, "/rest/chaininfo.json"),
        row("/rest/mempool/info.json", mempoolInfo, "/rest/mempool/info.json"),
        row("/rest/mempool/contents.json", mempoolContents, "/rest/mempool/contents.json",
            {verbose, sequence}),
        row("/rest/deploymentinfo.json", deploymentInfo, "/rest/deploymentinfo.json"),
        row("/rest/deploymentinfo/:hash", deploymentInfoAt),
    };
}

} // namespace rest
