// JSON-RPC: the program itself, for its operator and for test suites.
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/RpcRoutes.h"
#include "rest/rpc/RpcServer.h"
#include "util/Log.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>

#include <malloc.h>

namespace rest {

namespace {

/// The areas of the log.
constexpr std::array kAreas = {"api", "app",  "chain",  "export", "import",  "mempool", "mining",
                               "net", "node", "repair", "rpc",    "storage", "verify",  "wallet"};
constexpr const char* kLoggingHelp =
    "Which areas of the log write their debug lines, whatever the log's level is; areas to include and to "
    "exclude. The valid logging categories are: api, app, chain, export, import, mempool, mining, net, "
    "node, repair, rpc, storage, verify, wallet";

std::optional<RpcError> changeAreas(std::set<std::string>& areas, const JsonValue* list, bool isIncluded) {
    if (list == nullptr) return std::nullopt;
    for (const JsonValue& item : list->items()) {
        if (auto wrong = wrongType(item, RpcType::Text)) return wrong;
        const std::string& name = item.text();
        const bool isAll = name == "all" || name == "1" || name.empty();
        const auto* const found =
            std::ranges::find_if(kAreas, [&](const char* area) { return name == area; });
        if (!isAll && found == kAreas.end())
            return RpcError{rpc::kBadParameter, QStringLiteral("unknown logging category %1")
                                                    .arg(QString::fromStdString(name.substr(0, 40)))};
        for (const char* area : kAreas) {
            if (!isAll && name != area) continue;
            if (isIncluded)
                areas.insert(area);
            else
                areas.erase(area);
        }
    }
    return std::nullopt;
}

RpcHandled logging(const RouteContext&, const RpcCall& call) {
    std::set<std::string> areas = util::debugAreas();
    if (auto wrong = changeAreas(areas, call.params.at(0), true)) return fail(std::move(*wrong));
    if (auto wrong = changeAreas(areas, call.params.at(1), false)) return fail(std::move(*wrong));
    if (call.params.has(0) || call.params.has(1)) util::setDebugAreas(areas);
    JsonWriter json;
    json.beginObject();
    for (const char* area : kAreas)
        json.member(area, areas.contains(area));
    call.reply(json.endObject().take());
    return {};
}

/// Memory that the system keeps out of the swap, as it says.
std::int64_t lockedBytes() {
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly)) return 0;
    const QByteArrayList lines = file.readAll().split('\n');
    for (const QByteArray& line : lines) {
        if (!line.startsWith("VmLck:")) continue;
        return line.mid(6).trimmed().split(' ').first().toLongLong() * 1'024;
    }
    return 0;
}

/// What the C library tells of its heap, as XML.
RpcResult heapXml() {
    char* text = nullptr;
    std::size_t size = 0;
    std::FILE* const stream = ::open_memstream(&text, &size);
    if (stream == nullptr)
        return fail(RpcError{rpc::kBadParameter, QStringLiteral("mallocinfo mode not available")});
    ::malloc_info(0, stream);
    std::fclose(stream);
    const std::string xml(text, size);
    std::free(text);
    return JsonWriter().value(xml).take();
}

RpcHandled getMemoryInfo(const RouteContext&, const RpcCall& call) {
    const auto mode = call.params.text(0, "stats");
    if (!mode) return fail(mode.error());
    if (*mode == "mallocinfo") {
        call.reply(heapXml());
        return {};
    }
    if (*mode != "stats")
        return fail(
            RpcError{rpc::kBadParameter,
                     QStringLiteral("unknown mode %1").arg(QString::fromStdString(mode->substr(0, 40)))});
    // There is no arena: what is locked is in use.
    const std::int64_t locked = lockedBytes();
    JsonWriter json;
    json.beginObject().key("locked").beginObject();
    json.member("used", locked)
        .member("free", 0)
        .member("total", locked)
        .member("locked", locked)
        .member("chunks_used", 0)
        .member("chunks_free", 0);
    call.reply(json.endObject().endObject().take());
    return {};
}

RpcHandled getRpcInfo(const RouteContext& context, const RpcCall& call) {
    JsonWriter json;
    json.beginObject().key("active_commands").beginArray();
    const auto running = rpcServer().running();
    for (const RpcServer::Running& each : running)
        json.beginObject().member("method", each.method).member("duration", each.microseconds).endObject();
    call.reply(json.endArray().member("logpath", context.node.paths().logFile()).endObject().take());
    return {};
}

RpcHandled mockScheduler(const RouteContext& context, const RpcCall& call) {
    constexpr std::int64_t kLongest = 3'600;
    if (!context.node.params().isRegtest)
        return fail(RpcError{rpc::kMisc,
                             QStringLiteral("mockscheduler is for regression testing (-regtest mode) only")});
    const auto delta = call.params.integer(0);
    if (!delta) return fail(delta.error());
    if (*delta <= 0 || *delta > kLongest)
        return fail(
            RpcError{rpc::kMisc, QStringLiteral("delta_time must be between 1 and 3600 seconds (1 hr)")});
    call.then(context, context.node.chain().hurry(),
              [reply = call.reply](bool) { reply(QByteArray("null")); });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcControlMethods() {
    return {
        {"Control",
         "getmemoryinfo",
         {{"mode", RpcType::Text, kOptional}},
         true,
         "Memory that is kept out of the swap; or with mallocinfo what the heap holds.",
         getMemoryInfo},
        {"Control",
         "getrpcinfo",
         {},
         true,
         "The calls that are not answered yet, and the log file.",
         getRpcInfo},
        {"Control",
         "logging",
         {{"include", RpcType::Array, kOptional}, {"exclude", RpcType::Array, kOptional}},
         true,
         kLoggingHelp,
         logging},
        {"Hidden",
         "mockscheduler",
         {{"delta_time", RpcType::Integer}},
         true,
         "Does at once what is done from time to time (regtest).",
         mockScheduler},
    };
}

} // namespace rest
