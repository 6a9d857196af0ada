#include "rest/cairn/ApiDocs.h"

#include "node/api/ApiCall.h"
#include "rest/cairn/ApiAnswers.h"
#include "rest/json/JsonWriter.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace rest {

namespace {

const char* kPageStyle =
    R"(<style>:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{margin:0}code,pre{font:13px/1.5 ui-monospace,monospace}pre{overflow-x:auto;padding:.6rem .8rem;border:1px solid #8886;border-radius:8px;margin:.3rem 0 1rem}
dt{font-weight:600;margin-top:1rem}dd{margin:0}.faint{opacity:.7}</style>)";

constexpr std::array kFamilies = {"Tutorial", "Cairn", "Esplora", "JSON-RPC", "Peers"};

const char* introductionOf(const QByteArray& family) {
    if (family == "Tutorial") return "The routes of the well-known blockchain tutorials.";
    if (family == "Cairn") return "What this program adds: state, events, settings.";
    if (family == "Esplora")
        return "The explorer API that wallets and block explorers speak; errors are plain texts.";
    if (family == "JSON-RPC")
        return "Bitcoin Core's way of asking: miners, indexers, explorers. The method help lists all "
               "methods.";
    return "What other nodes ask.";
}

/// A placeholder for several parts looks like any other.
QString shownPath(const char* path) {
    return QString::fromLatin1(path).replace(QLatin1Char('*'), QLatin1Char(':'));
}

/// "/tx/:txid/hex" as "/tx/{txid}/hex", and the placeholders' names.
QString bracketed(const char* path, QStringList& names) {
    QStringList parts = shownPath(path).split(QLatin1Char('/'));
    for (QString& part : parts) {
        if (!part.startsWith(QLatin1Char(':'))) continue;
        names << part.mid(1);
        part = QLatin1Char('{') + part.mid(1) + QLatin1Char('}');
    }
    return parts.join(QLatin1Char('/'));
}

bool isOnPeerFace(const Route& route) {
    return route.onPeerFace || route.access == Access::Peer;
}

/// "getApiBlockByHashRaw": what generated clients call the function.
std::string operationId(const Route& route) {
    QString id = QString::fromLatin1(route.method).toLower();
    QString word;
    const auto endWord = [&] {
        if (!word.isEmpty()) word[0] = word[0].toUpper();
        id += std::exchange(word, {});
    };
    for (const QChar c : shownPath(route.path)) {
        if (c == u':') word = QStringLiteral("by");
        if (!c.isLetterOrNumber()) endWord();
        if (c.isLetterOrNumber()) word += c;
    }
    endWord();
    return (route.path == QByteArrayView("/") ? id + QStringLiteral("Root") : id).toStdString();
}

/// Only control asks for a password on this computer unless the settings want more.
void writeSecurity(JsonWriter& json, const Route& route) {
    if (route.access == Access::Read || route.access == Access::Peer) return;
    json.key("security").beginArray();
    if (route.access != Access::Control) json.beginObject().endObject();
    json.beginObject().key("password").beginArray().endArray().endObject().endArray();
}

void writeSecuritySchemes(JsonWriter& json) {
    json.key("components").beginObject().key("securitySchemes").beginObject().key("password").beginObject();
    json.member("type", "http")
        .member("scheme", "basic")
        .member("description",
                "Name and password as in the file api.cookie, or any name with a token as the password.");
    json.endObject().endObject().endObject();
}

std::string membersSchema(const std::vector<RouteParameter>& members) {
    JsonWriter json;
    json.beginObject()
        .member("type", "object")
        .member("additionalProperties", false)
        .key("properties")
        .beginObject();
    for (const RouteParameter& member : members) {
        json.key(member.name).beginObject().member("type", member.type).member("description", member.text);
        if (QByteArrayView(member.type) == "array")
            json.key("items").beginObject().member("type", "string").endObject();
        json.endObject();
    }
    const QByteArray text = json.endObject().endObject().take();
    return text.toStdString();
}

void writeParameters(JsonWriter& json, const QStringList& placeholders, const Route& route) {
    json.key("parameters").beginArray();
    for (const QString& name : placeholders) {
        json.beginObject().member("name", name).member("in", "path").member("required", true);
        json.key("schema").beginObject().member("type", "string").endObject().endObject();
    }
    for (const RouteParameter& parameter : route.parameters) {
        json.beginObject().member("name", parameter.name).member("in", "query").member("required", false);
        json.member("description", parameter.text);
        json.key("schema").beginObject().member("type", parameter.type).endObject().endObject();
    }
    json.endArray();
}

/// The call of a row's sample, for programs on this computer.
node::ApiCall sampleCall(const Route& route, const QString& server, const QString& cookieFile) {
    node::ApiCall call;
    call.method = QString::fromLatin1(route.method);
    call.url = server + QString::fromUtf8(route.sample);
    call.contentType = QString::fromLatin1(route.body);
    call.body = QString::fromUtf8(route.sampleBody);
    call.answerType = QString::fromLatin1(route.answer);
    if (route.access == Access::Control) call.cookieFile = cookieFile;
    return call;
}

/// What is told of the bytes: `schema` where there is one.
void writeContent(JsonWriter& json, std::string_view contentType, std::string_view schema,
                  const char* example = nullptr) {
    const std::string_view type = contentType.substr(0, contentType.find(';'));
    json.key("content").beginObject().key(type).beginObject().key("schema");
    if (!schema.empty())
        json.raw(schema);
    else
        json.raw(type == "application/json" ? R"({"description":"JSON"})" : R"({"type":"string"})");
    if (example != nullptr) json.key("example").raw(example);
    json.endObject().endObject();
}

void writeOperation(JsonWriter& json, const Route& route, const QString& path,
                    const QStringList& placeholders, const QString& server) {
    std::string method = route.method;
    std::ranges::transform(method, method.begin(), [](char c) { return char(c - 'A' + 'a'); });
    json.key(method).beginObject().member("operationId", operationId(route)).member("summary", route.summary);
    json.key("tags").beginArray().value(familyOf(route)).endArray();
    json.member("x-access", toString(route.access)).member("x-on-peer-face", isOnPeerFace(route));
    if (route.sample != nullptr)
        json.member("x-curl", node::curlText(sampleCall(route, server, QStringLiteral("api.cookie"))));
    writeSecurity(json, route);
    writeParameters(json, placeholders, route);
    if (route.body != nullptr) {
        json.key("requestBody").beginObject();
        writeContent(json, route.body, route.members.empty() ? std::string() : membersSchema(route.members),
                     route.sampleBody);
        json.endObject();
    }
    json.key("responses").beginObject();
    json.key("200").beginObject().member("description", route.summary);
    writeContent(json, route.answer, answerSchema(std::string(route.method) + ' ' + path.toStdString()));
    json.endObject()
        .key("default")
        .beginObject()
        .member("description", "An error that says what is wrong.")
        .endObject();
    json.endObject().endObject();
}

} // namespace

QByteArray openApiJson(const std::vector<Route>& routes, const QString& server) {
    // A path's methods stand together, in the order of the rows.
    std::vector<QString> order;
    std::map<QString, std::vector<std::pair<const Route*, QStringList>>> byPath;
    for (const Route& route : routes) {
        QStringList names;
        const QString path = bracketed(route.path, names);
        if (!byPath.contains(path)) order.push_back(path);
        byPath[path].emplace_back(&route, names);
    }
    JsonWriter json;
    json.beginObject().member("openapi", "3.0.3");
    json.key("info").beginObject().member("title", "Cairn").member("version", "1").endObject();
    json.key("servers").beginArray().beginObject().member("url", server).endObject().endArray();
    json.key("paths").beginObject();
    for (const QString& path : order) {
        json.key(path.toStdString()).beginObject();
        for (const auto& [route, names] : byPath[path])
            writeOperation(json, *route, path, names, server);
        json.endObject();
    }
    json.endObject();
    writeSecuritySchemes(json);
    json.endObject();
    return json.take();
}

std::vector<node::ApiRoute> documentedRoutes(const std::vector<Route>& routes) {
    std::vector<node::ApiRoute> out;
    for (const Route& route : routes) {
        node::ApiRoute shown;
        shown.family = QString::fromLatin1(familyOf(route));
        shown.method = QString::fromLatin1(route.method);
        shown.path = shownPath(route.path);
        shown.summary = QString::fromUtf8(route.summary);
        shown.access = QString::fromLatin1(toString(route.access));
        shown.onPeerFace = isOnPeerFace(route);
        shown.bodyType = QString::fromLatin1(route.body);
        shown.sampleBody = QString::fromUtf8(route.sampleBody);
        shown.answerType = QString::fromLatin1(route.answer);
        QStringList placeholders;
        bracketed(route.path, placeholders);
        for (const QString& name : placeholders)
            shown.parameters.push_back({name, QStringLiteral("string"), {}, true});
        for (const RouteParameter& parameter : route.parameters) {
            shown.parameters.push_back({QString::fromLatin1(parameter.name),
                                        QString::fromLatin1(parameter.type),
                                        QString::fromUtf8(parameter.text), false});
        }
        out.push_back(std::move(shown));
    }
    return out;
}

QByteArray describePage(const std::vector<Route>& routes, const PageHead& head) {
    QString page =
        QStringLiteral(
            "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Cairn</title>%1<h1>Cairn</h1>"
            "<p>A node of the network <b>%2</b> (%3), at block %4. Everything below works from this "
            "computer with <code>curl</code>; <a href=\"/openapi.json\">openapi.json</a> says the same to "
            "programs.</p>")
            .arg(QLatin1String(kPageStyle), head.network.toHtmlEscaped(), head.words.toHtmlEscaped())
            .arg(head.height);
    for (const char* family : kFamilies) {
        page += QStringLiteral("<h2>%1</h2><p>%2</p><dl>")
                    .arg(QLatin1String(family), QLatin1String(introductionOf(family)));
        for (const Route& route : routes) {
            if (QByteArray(familyOf(route)) != family) continue;
            page += QStringLiteral("<dt><code>%1 %2</code></dt><dd>%3</dd>")
                        .arg(QLatin1String(route.method), shownPath(route.path).toHtmlEscaped(),
                             QString::fromUtf8(route.summary).toHtmlEscaped());
            const auto list = [&page](const std::vector<RouteParameter>& named, const char* form) {
                for (const RouteParameter& each : named)
                    page += QString::fromLatin1(form).arg(QLatin1String(each.name),
                                                          QString::fromUtf8(each.text).toHtmlEscaped());
            };
            list(route.parameters, "<dd><code>?%1=</code> %2</dd>");
            list(route.members, "<dd><code>\"%1\":</code> %2</dd>");
            if (route.sample == nullptr) continue;
            page += QStringLiteral("<pre>%1</pre>")
                        .arg(node::curlText(sampleCall(route, head.server, head.cookieFile)).toHtmlEscaped());
        }
        page += QStringLiteral("</dl>");
    }
    return (page + QStringLiteral("</html>\n")).toUtf8();
}

} // namespace rest
