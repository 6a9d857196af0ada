#include "rest/http/RouteInput.h"

#include "rest/json/JsonBody.h"

#include <QUrl>

#include <algorithm>
#include <array>

namespace rest {

namespace {

constexpr qsizetype kShownName = 40;

HttpResponse refusal(const QString& sentence) {
    return errorResponse(400, sentence, QStringLiteral("bad-parameter"));
}

const RouteParameter* find(const std::vector<RouteParameter>& known, const QString& name) {
    const auto found = std::ranges::find_if(
        known, [&](const RouteParameter& each) { return name == QLatin1String(each.name); });
    return found == known.end() ? nullptr : &*found;
}

QString namesOf(const std::vector<RouteParameter>& known) {
    QStringList names;
    for (const RouteParameter& each : known)
        names << QLatin1String(each.name);
    return names.join(QStringLiteral(", "));
}

QString stranger(const QString& name, const std::vector<RouteParameter>& known, const char* what) {
    const QString shown = name.left(kShownName);
    return known.empty()
               ? QStringLiteral("There is no %1 \"%2\" here, nor any other.").arg(QLatin1String(what), shown)
               : QStringLiteral("There is no %1 \"%2\" here. There are: %3.")
                     .arg(QLatin1String(what), shown, namesOf(known));
}

/// A switch that is none; whether a number is one is the route's to say, with its range.
std::optional<QString> wrongValue(const RouteParameter& parameter, const QString& text) {
    static constexpr std::array kSwitches = {"1", "0", "true", "false"};
    if (QLatin1String(parameter.type) == QLatin1String("boolean") &&
        std::ranges::none_of(kSwitches, [&](const char* each) { return text == QLatin1String(each); }))
        return QStringLiteral("\"%1\" must be true or false.").arg(QLatin1String(parameter.name));
    return std::nullopt;
}

std::optional<QString> wrongQuery(const Route& route, const HttpRequest& request) {
    QStringList seen;
    for (const auto& [rawName, rawValue] : request.query.queryItems(QUrl::FullyDecoded)) {
        const RouteParameter* known = find(route.parameters, rawName);
        if (!known) return stranger(rawName, route.parameters, "parameter");
        if (seen.contains(rawName)) return QStringLiteral("The parameter \"%1\" comes twice.").arg(rawName);
        seen << rawName;
        if (auto wrong = wrongValue(*known, rawValue)) return wrong;
    }
    return std::nullopt;
}

std::optional<QString> wrongBody(const Route& route, const QByteArray& bytes) {
    const auto body = JsonBody::parse(bytes);
    if (!body) return std::nullopt;
    for (const QString& name : body->names()) {
        const RouteParameter* known = find(route.members, name);
        if (!known) return stranger(name, route.members, "member");
        if (body->isNull(name) || QLatin1String(known->type) == QLatin1String("array")) continue;
        const auto text = body->text(name);
        if (!text) return QStringLiteral("\"%1\" must be one value, not a list.").arg(name);
        if (auto wrong = wrongValue(*known, *text)) return wrong;
    }
    return std::nullopt;
}

} // namespace

std::optional<HttpResponse> inputRefusal(const Route& route, const HttpRequest& request) {
    const QByteArray family = familyOf(route);
    if (family != "Tutorial" && family != "Cairn") return std::nullopt;
    if (const auto wrong = wrongQuery(route, request)) return refusal(*wrong);
    if (route.members.empty()) return std::nullopt;
    if (const auto wrong = wrongBody(route, request.body)) return refusal(*wrong);
    return std::nullopt;
}

} // namespace rest
