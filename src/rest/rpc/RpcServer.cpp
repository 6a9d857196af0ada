#include "rest/rpc/RpcServer.h"

#include "rest/json/JsonWriter.h"
#include "rest/rpc/RpcWalletCall.h"
#include "util/Log.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <mutex>

namespace rest {

namespace {

constexpr std::size_t kMaxBatch = 1'000;
constexpr qsizetype kMaxBatchBytes = 32 * 1024 * 1024; ///< of its answers, which wait for the last one

/// One answer object in the dialect of its request. `id`: null where the request has none: then the answer
/// has none either, as Core's.
QByteArray envelope(bool isV2, const JsonValue* id, const RpcResult& result) {
    JsonWriter out;
    out.beginObject();
    if (isV2) out.member("jsonrpc", "2.0");
    if (result)
        out.key("result").raw({result->constData(), std::size_t(result->size())});
    else if (!isV2)
        out.key("result").null();
    if (!result) {
        out.key("error")
            .beginObject()
            .member("code", result.error().code)
            .member("message", result.error().message)
            .endObject();
    } else if (!isV2) {
        out.key("error").null();
    }
    if (id != nullptr) out.key("id").raw(id->toJson().toStdString());
    return out.endObject().take();
}

/// Of the group Wallet, but not about one that is open.
bool needsNoWallet(std::string_view method) {
    static constexpr std::array kMethods{"createwallet", "listwalletdir", "listwallets",
                                         "loadwallet",   "restorewallet", "unloadwallet"};
    return std::ranges::find(kMethods, method) != kMethods.end();
}

/// Those that a call without a path may mean. On regtest programs bring wallets of their own, as to Bitcoin
/// Core, which starts without one: the wallet that the start opened unasked only stands in for them.
QStringList walletsMeant(const RouteContext& context) {
    QStringList open = context.node.wallet().openNames();
    if (open.size() < 2 || !context.node.params().isRegtest) return open;
    const node::Settings settings = context.node.settings();
    const QString key = QStringLiteral("wallet");
    if (settings.source(key) == node::SettingSource::Standard) open.removeOne(settings.text(key));
    return open;
}

/// The open wallet that a call is for: the one that its path names, or the only one.
Result<QString, RpcError> walletFor(const RouteContext& context, const std::optional<QString>& named) {
    if (named && !context.node.wallet().openNames().contains(*named))
        return fail(
            RpcError{rpc::kNoWallet, QStringLiteral("Requested wallet does not exist or is not loaded")});
    if (named) return *named;
    const QStringList open = walletsMeant(context);
    if (open.isEmpty()) return fail(noWallet(context.node.wallet().status()->problem));
    if (open.size() > 1)
        return fail(RpcError{
            kManyWallets, QStringLiteral("Multiple wallets are loaded. Please select which wallet to use by "
                                         "requesting the RPC through the /wallet/<walletname> URI path.")});
    return open.front();
}

RpcError tooLong() {
    return {rpc::kMisc,
            QStringLiteral("The answers of this batch are longer than %1 MB; ask for less at once")
                .arg(kMaxBatchBytes / 1024 / 1024)};
}

/// Why a body holds no request.
RpcError brokenBody(const Result<JsonValue, JsonError>& body) {
    if (body && body->isArray())
        return {rpc::kInvalidRequest, QStringLiteral("A batch may hold at most %1 requests").arg(kMaxBatch)};
    if (body) return {rpc::kParseError, QStringLiteral("Top-level object parse error")};
    if (body.error() == JsonError::Malformed) return {rpc::kParseError, QStringLiteral("Parse error")};
    return {rpc::kParseError,
            QStringLiteral("Parse error: the body %1").arg(QLatin1String(toString(body.error())))};
}

} // namespace

int statusOf(int rpcCode) {
    switch (rpcCode) {
    case rpc::kInvalidRequest:
        return 400;
    case rpc::kUnauthorized:
        return 401;
    case rpc::kMethodNotFound:
        return 404;
    default:
        return 500;
    }
}

/// A request as it was read; `error` when it is none.
struct RpcServer::Request {
    bool isV2 = false;
    bool isNotification = false;
    JsonValue id;
    bool hasId = true;
    std::string method;
    JsonValue params;
    std::optional<RpcError> error;
};

/// Requests answered one after the other, as their order says; keeps itself alive.
class RpcServer::Batch : public std::enable_shared_from_this<Batch> {
public:
    Batch(const RpcServer& server, RouteContext context, std::vector<Request> requests, bool isList,
          RpcCall base)
        : m_server(server), m_context(context), m_requests(std::move(requests)), m_isList(isList),
          m_base(std::move(base)) {}

    /// Goes on with the next request; a loop where answers come at once, so that a long batch needs no deep
    /// stack.
    void next() {
        if (m_running) {
            m_again = true;
            return;
        }
        m_running = true;
        do {
            m_again = false;
            if (m_at == m_requests.size())
                finish();
            else
                start(m_requests[m_at]);
        } while (m_again);
        m_running = false;
    }

private:
    void start(const Request& request) {
        RpcCall call = m_base;
        call.reply = [self = shared_from_this()](const RpcResult& result) { self->take(result); };
        if (m_bytes > kMaxBatchBytes) return call.reply(fail(tooLong()));
        m_server.run(m_context, request, std::move(call));
    }
    void take(const RpcResult& result) {
        const Request& request = m_requests[m_at++];
        if (!request.isNotification) {
            m_answers << envelope(request.isV2, request.hasId ? &request.id : nullptr, result);
            m_bytes += m_answers.last().size();
        }
        if (!result && !request.isV2) m_status = statusOf(result.error().code);
        if (!result && result.error().code == rpc::kUnauthorized) m_unauthorized = true;
        next();
    }
    void finish() {
        HttpResponse response;
        if (m_isList)
            response.body = '[' + m_answers.join(',') + "]\n";
        else
            response.body = m_answers.join() + '\n';
        if (!m_isList) response.status = m_unauthorized ? 401 : m_status;
        if (!m_requests.empty() && m_answers.isEmpty()) {
            response.status = 204;
            response.body.clear();
        }
        response.headers = *m_base.headers;
        if (response.status == 401)
            response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"jsonrpc\"");
        m_base.responder->send(std::move(response));
    }
    const RpcServer& m_server;
    RouteContext m_context;
    std::vector<Request> m_requests;
    bool m_isList;
    RpcCall m_base;
    QByteArrayList m_answers;
    qsizetype m_bytes = 0; ///< of them
    std::size_t m_at = 0;
    int m_status = 200;
    bool m_unauthorized = false;
    bool m_running = false;
    bool m_again = false;
};

/// Thread: any.
class RpcServer::RunningCalls {
public:
    quint64 begin(const char* method) {
        const std::lock_guard lock(m_mutex);
        m_calls.emplace(++m_last, Call{method, Clock::now()});
        return m_last;
    }
    void end(quint64 number) {
        const std::lock_guard lock(m_mutex);
        m_calls.erase(number);
    }
    [[nodiscard]] std::vector<Running> list() const {
        const std::lock_guard lock(m_mutex);
        std::vector<Running> out;
        for (const auto& [number, call] : m_calls)
            out.push_back(
                {call.method,
                 std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - call.begun).count()});
        return out;
    }

private:
    using Clock = std::chrono::steady_clock;
    struct Call {
        const char* method;
        Clock::time_point begun;
    };
    mutable std::mutex m_mutex;
    std::map<quint64, Call> m_calls;
    quint64 m_last = 0;
};

std::vector<RpcServer::Running> RpcServer::running() const {
    return m_running->list();
}

RpcServer::RpcServer(std::vector<RpcMethod> methods)
    : m_methods(std::move(methods)), m_running(std::make_shared<RunningCalls>()) {
    for (std::size_t i = 0; i < m_methods.size(); ++i)
        m_byName[m_methods[i].name] = i;
}

RpcServer::Request RpcServer::read(const JsonValue& value) {
    Request request;
    const auto broken = [&](const QString& sentence) {
        request.error = RpcError{rpc::kInvalidRequest, sentence};
        return request;
    };
    const auto member = [&](std::string_view name) {
        const JsonValue* found = value.find(name);
        return found == nullptr || found->isNull() ? nullptr : found;
    };
    if (!value.isObject()) return broken(QStringLiteral("Invalid Request object"));
    request.hasId = value.find("id") != nullptr;
    if (const JsonValue* id = member("id")) request.id = *id;
    if (const JsonValue* version = member("jsonrpc")) {
        if (!version->isString()) return broken(QStringLiteral("jsonrpc field must be a string"));
        if (version->text() == "2.0")
            request.isV2 = true;
        else if (version->text() != "1.0" && version->text() != "1.1")
            return broken(QStringLiteral("JSON-RPC version not supported"));
    }
    request.isNotification = request.isV2 && value.find("id") == nullptr;
    const JsonValue* method = member("method");
    if (method == nullptr) return broken(QStringLiteral("Missing method"));
    if (!method->isString()) return broken(QStringLiteral("Method must be a string"));
    request.method = method->text();
    if (const JsonValue* params = member("params")) {
        if (!params->isArray() && !params->isObject())
            return broken(QStringLiteral("Params must be an array or object"));
        request.params = *params;
    }
    return request;
}

void RpcServer::serve(const RouteContext& context, const RouteCall& call,
                      std::optional<QString> wallet) const {
    RpcCall base{RpcParams(std::make_shared<const std::vector<JsonValue>>()),
                 {},
                 call.rights,
                 call.responder,
                 std::make_shared<HeaderList>(),
                 false};
    base.wallet = std::move(wallet);
    base.longPoll = call.request.query.hasQueryItem(QStringLiteral("longpoll"));
    const auto body = JsonValue::parse(call.request.body);
    std::vector<Request> requests;
    const bool isList = body && body->isArray() && body->items().size() <= kMaxBatch;
    if (isList) {
        for (const JsonValue& item : body->items())
            requests.push_back(read(item));
    } else if (body && body->isObject()) {
        requests.push_back(read(*body));
    } else {
        requests.emplace_back().error = brokenBody(body);
    }
    std::make_shared<Batch>(*this, context, std::move(requests), isList, std::move(base))->next();
}

void RpcServer::ask(const RouteContext& context, const RouteCall& call, const char* method,
                    std::vector<JsonValue> parameters, RpcReply reply) const {
    Request request;
    request.method = method;
    request.params = JsonValue::array(std::move(parameters));
    RpcCall made{RpcParams(std::make_shared<const std::vector<JsonValue>>()),
                 std::move(reply),
                 call.rights,
                 call.responder,
                 std::make_shared<HeaderList>(),
                 false};
    run(context, request, std::move(made));
}

void RpcServer::run(const RouteContext& context, const Request& request, RpcCall call) const {
    if (request.error) return call.reply(fail(*request.error));
    const auto found = m_byName.find(request.method);
    if (found == m_byName.end())
        return call.reply(fail(RpcError{rpc::kMethodNotFound, QStringLiteral("Method not found")}));
    const RpcMethod& method = m_methods[found->second];
    if (method.needsPassword && !call.rights.allows(QString::fromLatin1(method.scope))) {
        return call.reply(
            fail(RpcError{rpc::kUnauthorized,
                          QStringLiteral("%1 needs the cookie (api.cookie) or a token with the scope %2.")
                              .arg(QLatin1String(method.name), QLatin1String(method.scope))}));
    }
    if (std::string_view(method.group) == "Wallet" && !needsNoWallet(method.name)) {
        const auto wallet = walletFor(context, call.wallet);
        if (!wallet) return call.reply(fail(wallet.error()));
        call.wallet = *wallet;
    }
    auto params = fitParameters(method.parameters, request.params, *help(method.name));
    if (!params) return call.reply(fail(params.error()));
    call.params = RpcParams(std::make_shared<const std::vector<JsonValue>>(std::move(*params)));
    call.reply = [reply = std::move(call.reply), running = m_running,
                  number = m_running->begin(method.name)](const RpcResult& result) {
        running->end(number);
        reply(result);
    };
    util::logDebug("rpc", "ThreadRPCServer method=" + request.method); // Core's words, for who looks for them
    if (const auto handled = method.handler(context, call); !handled) call.reply(fail(handled.error()));
}

std::optional<std::string> RpcServer::help(const std::string& method) const {
    if (!method.empty()) {
        const auto found = m_byName.find(method);
        if (found == m_byName.end()) return std::nullopt;
        const RpcMethod& row = m_methods[found->second];
        return signatureOf(row.name, row.parameters) + "\n\n" + row.help +
               (row.needsPassword
                    ? "\n\nNeeds the cookie or a token with the scope " + std::string(row.scope) + ".\n"
                    : "\n");
    }
    std::string out, group;
    for (const RpcMethod& row : m_methods) {
        if (std::string_view(row.group) == "Hidden") continue;
        if (group != row.group) out += (out.empty() ? "== " : "\n== ") + std::string(row.group) + " ==\n";
        group = row.group;
        out += signatureOf(row.name, row.parameters) + '\n';
    }
    return out;
}

} // namespace rest
