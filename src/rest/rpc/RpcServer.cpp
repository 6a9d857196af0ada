#include "rest/rpc/RpcServer.h"

#include "rest/json/JsonParse.h"
#include "rest/json/JsonWriter.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <sstream>

namespace rest {

using nlohmann::json;

namespace {

constexpr std::size_t kMaxBatch = 1'000;

std::vector<std::string> argumentNames(const RpcMethod& method) {
    std::vector<std::string> names;
    std::istringstream words(method.arguments);
    for (std::string word; words >> word;) {
        std::erase_if(word, [](char c) { return c == '[' || c == ']'; });
        names.push_back(word);
    }
    return names;
}

/// One answer object in the dialect of its request.
QByteArray envelope(bool isV2, const json& id, const RpcResult& result) {
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
    out.key("id").raw(id.dump(-1, ' ', false, json::error_handler_t::replace)).endObject();
    return out.take();
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
    json id;
    std::string method;
    json params = json::array();
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
        m_server.run(m_context, request, std::move(call));
    }
    void take(const RpcResult& result) {
        const Request& request = m_requests[m_at++];
        if (!request.isNotification) m_answers << envelope(request.isV2, request.id, result);
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
    std::size_t m_at = 0;
    int m_status = 200;
    bool m_unauthorized = false;
    bool m_running = false;
    bool m_again = false;
};

RpcServer::RpcServer(std::vector<RpcMethod> methods) : m_methods(std::move(methods)) {
    for (std::size_t i = 0; i < m_methods.size(); ++i)
        m_byName[m_methods[i].name] = i;
}

RpcServer::Request RpcServer::read(const json& value) {
    Request request;
    const auto broken = [&](const QString& sentence) {
        request.error = RpcError{rpc::kInvalidRequest, sentence};
        return request;
    };
    if (!value.is_object()) return broken(QStringLiteral("Invalid Request object"));
    if (const auto id = value.find("id"); id != value.end()) request.id = *id;
    if (const auto version = value.find("jsonrpc"); version != value.end() && !version->is_null()) {
        if (!version->is_string()) return broken(QStringLiteral("jsonrpc field must be a string"));
        const auto& text = version->get_ref<const std::string&>();
        if (text == "2.0")
            request.isV2 = true;
        else if (text != "1.0" && text != "1.1")
            return broken(QStringLiteral("JSON-RPC version not supported"));
    }
    request.isNotification = request.isV2 && !value.contains("id");
    const auto method = value.find("method");
    if (method == value.end() || method->is_null()) return broken(QStringLiteral("Missing method"));
    if (!method->is_string()) return broken(QStringLiteral("Method must be a string"));
    request.method = method->get<std::string>();
    const auto params = value.find("params");
    if (params != value.end() && !params->is_null()) {
        if (!params->is_array() && !params->is_object())
            return broken(QStringLiteral("Params must be an array or object"));
        request.params = *params;
    }
    return request;
}

void RpcServer::serve(const RouteContext& context, const RouteCall& call) const {
    RpcCall base{RpcParams(std::make_shared<const json>(json::array())),
                 {},
                 call.rights,
                 call.responder,
                 std::make_shared<HeaderList>(),
                 false};
    base.longPoll = call.request.query.hasQueryItem(QStringLiteral("longpoll"));
    const json body = parseJson(call.request.body);
    std::vector<Request> requests;
    bool isList = false;
    if (body.is_object()) {
        requests.push_back(read(body));
    } else if (body.is_array() && body.size() <= kMaxBatch) {
        isList = true;
        for (const json& item : body)
            requests.push_back(read(item));
    } else {
        Request broken;
        broken.error =
            RpcError{rpc::kParseError, body.is_discarded() ? QStringLiteral("Parse error")
                                                           : QStringLiteral("Top-level object parse error")};
        requests.push_back(std::move(broken));
    }
    std::make_shared<Batch>(*this, context, std::move(requests), isList, std::move(base))->next();
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
    auto params = positional(method, request.params);
    if (!params) return call.reply(fail(params.error()));
    call.params = RpcParams(std::make_shared<const json>(std::move(*params)));
    if (const auto handled = method.handler(context, call); !handled) call.reply(fail(handled.error()));
}

Result<json, RpcError> RpcServer::positional(const RpcMethod& method, const json& params) const {
    const auto names = argumentNames(method);
    if (params.is_array()) {
        if (params.size() <= names.size()) return params;
        return fail(RpcError{rpc::kMisc, QString::fromStdString(*help(method.name))});
    }
    json list = json::array();
    if (const auto args = params.find("args"); args != params.end() && args->is_array()) list = *args;
    for (const auto& [name, value] : params.items()) {
        if (name == "args") continue;
        const auto place = std::ranges::find(names, name);
        if (place == names.end())
            return fail(RpcError{rpc::kBadParameter, QStringLiteral("Unknown named parameter %1")
                                                         .arg(QString::fromStdString(name.substr(0, 80)))});
        const auto index = std::size_t(place - names.begin());
        if (index < list.size() && !list[index].is_null()) {
            return fail(
                RpcError{rpc::kBadParameter,
                         QStringLiteral("Parameter %1 specified twice both as positional and named argument")
                             .arg(QString::fromStdString(name))});
        }
        while (list.size() <= index)
            list.push_back(nullptr);
        list[index] = value;
    }
    if (list.size() > names.size())
        return fail(RpcError{rpc::kMisc, QString::fromStdString(*help(method.name))});
    return list;
}

std::optional<std::string> RpcServer::help(const std::string& method) const {
    if (!method.empty()) {
        const auto found = m_byName.find(method);
        if (found == m_byName.end()) return std::nullopt;
        const RpcMethod& row = m_methods[found->second];
        const std::string arguments =
            *row.arguments == '\0' ? std::string() : ' ' + std::string(row.arguments);
        return row.name + arguments + "\n\n" + row.help +
               (row.needsPassword
                    ? "\n\nNeeds the cookie or a token with the scope " + std::string(row.scope) + ".\n"
                    : "\n");
    }
    std::string out, group;
    for (const RpcMethod& row : m_methods) {
        if (group != row.group) out += (out.empty() ? "== " : "\n== ") + std::string(row.group) + " ==\n";
        group = row.group;
        out += row.name + (*row.arguments == '\0' ? std::string() : ' ' + std::string(row.arguments)) + '\n';
    }
    return out;
}

} // namespace rest
