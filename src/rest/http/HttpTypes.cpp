#include "rest/http/HttpTypes.h"

#include "rest/json/JsonWriter.h"

#include <algorithm>

namespace rest {

std::optional<QByteArray> HttpRequest::header(const char* name) const {
    for (const auto& [key, value] : headers) {
        if (key == name) return value;
    }
    return std::nullopt;
}

int HttpRequest::headerCount(const char* name) const {
    return int(std::ranges::count_if(headers, [&](const auto& item) { return item.first == name; }));
}

std::optional<QString> HttpRequest::parameter(const QString& name) const {
    if (!query.hasQueryItem(name)) return std::nullopt;
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

HttpResponse errorResponse(int status, const QString& sentence, const QString& code) {
    JsonWriter json;
    json.beginObject().member("error", sentence).member("code", code).endObject();
    return jsonResponse(json.take(), status);
}

HttpResponse textResponse(int status, const QByteArray& text, const QByteArray& contentType) {
    HttpResponse response;
    response.status = status;
    response.contentType = contentType;
    response.body = text;
    return response;
}

HttpResponse jsonResponse(QByteArray json, int status) {
    HttpResponse response;
    response.status = status;
    response.body = std::move(json);
    return response;
}

} // namespace rest
