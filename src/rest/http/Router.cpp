#include "rest/http/Router.h"

#include "rest/esplora/EsploraText.h"

#include <algorithm>

namespace rest {

namespace {

QStringList partsOf(const QString& path) {
    QStringList parts = path.split(QLatin1Char('/'));
    parts.removeFirst(); // before the leading slash
    if (parts.size() > 1 && parts.last().isEmpty()) parts.removeLast();
    return parts;
}

/// The placeholders' values when the path fits the pattern.
std::optional<QStringList> fits(const QStringList& wanted, const QStringList& parts) {
    const bool takesRest = !wanted.isEmpty() && wanted.last().startsWith(QLatin1Char('*'));
    if (takesRest ? parts.size() < wanted.size() : wanted.size() != parts.size()) return std::nullopt;
    QStringList arguments;
    if (takesRest) {
        const auto before = fits(wanted.mid(0, wanted.size() - 1), parts.mid(0, wanted.size() - 1));
        if (before) arguments = *before;
        arguments << parts.mid(wanted.size() - 1).join(QLatin1Char('/'));
        return before ? std::optional(arguments) : std::nullopt;
    }
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (wanted[i].startsWith(QLatin1Char(':'))) {
            if (parts[i].isEmpty()) return std::nullopt;
            arguments << parts[i];
        } else if (wanted[i] != parts[i]) {
            return std::nullopt;
        }
    }
    return arguments;
}

/// Letters to change, add or drop between two short texts.
int distance(const QString& a, const QString& b) {
    std::vector<int> row(std::size_t(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int diagonal = row[0]++;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto at = std::size_t(j);
            const int change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[at];
            row[at] = std::min({row[at] + 1, row[at - 1] + 1, change});
        }
    }
    return row.back();
}

/// A GET that changes nothing also answers HEAD.
bool answersHead(const Route& route) {
    return QByteArray(route.method) == "GET" &&
           (route.access == Access::Read || route.access == Access::Wallet);
}

QByteArray allowedText(QByteArrayList methods) {
    QByteArrayList unique;
    for (const QByteArray& method : methods) {
        if (!unique.contains(method)) unique << method;
    }
    return unique.join(", ");
}

QString hintOf(const QStringList& near) {
    return near.isEmpty() ? QString()
                          : QStringLiteral(" Did you mean %1?").arg(near.join(QStringLiteral(" or ")));
}

HttpResponse notAllowed(const QByteArray& method, const QByteArray& allowed, const QString& hint) {
    HttpResponse response =
        errorResponse(405,
                      QStringLiteral("%1 is not allowed here; allowed: %2.")
                              .arg(QString::fromLatin1(method.left(20)), QString::fromLatin1(allowed)) +
                          hint,
                      QStringLiteral("method-not-allowed"));
    response.headers.emplace_back("Allow", allowed);
    return response;
}

} // namespace

const char* toString(Access access) {
    switch (access) {
    case Access::Read:
        return "read";
    case Access::Change:
        return "change";
    case Access::Wallet:
        return "wallet";
    case Access::Spend:
        return "spend";
    case Access::Control:
        return "control";
    case Access::Peer:
        break;
    }
    return "peer";
}

const char* familyOf(const Route& route) {
    const QByteArray path(route.path);
    if (path.startsWith("/p2p/")) return QT_TRANSLATE_NOOP("Routes", "Peers");
    if (QByteArray(route.method) == "POST" && (path == "/" || path.startsWith("/wallet/"))) return "JSON-RPC";
    if (path.startsWith("/rest/")) return "JSON-RPC";
    if (path.startsWith("/api/v1/") || path == "/" || path == "/openapi.json") return "Cairn";
    return path.startsWith("/api/") ? "Esplora" : QT_TRANSLATE_NOOP("Routes", "Tutorial");
}

void Router::add(std::vector<Route> routes) {
    for (Route& route : routes) {
        m_patterns.push_back(partsOf(QLatin1String(route.path)));
        m_routes.push_back(std::move(route));
    }
}

Router::Match Router::find(const HttpRequest& request) const {
    const QStringList parts = partsOf(request.path);
    QByteArrayList methods;
    Match match;
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        const Route& route = m_routes[i];
        auto arguments = fits(m_patterns[i], parts);
        if (!arguments) continue;
        methods << route.method;
        if (answersHead(route)) methods << "HEAD";
        const bool sameMethod =
            request.method == route.method || (request.method == "HEAD" && answersHead(route));
        if (!sameMethod || match.route != nullptr) continue;
        match.route = &route;
        match.arguments = std::move(*arguments);
    }
    if (!methods.isEmpty()) {
        match.allowed = allowedText(methods << "OPTIONS");
        if (match.route == nullptr)
            match.refusal = notAllowed(request.method, match.allowed, hintOf(nearMisses(request)));
        return match;
    }
    const QString hint = hintOf(nearMisses(request));
    if (isEsploraPath(request.path)) {
        match.refusal = esploraError(
            404, QStringLiteral("endpoint does not exist \"%1\"").arg(request.path.left(100)) + hint);
    } else {
        match.refusal =
            errorResponse(404, QStringLiteral("There is no route %1.").arg(request.path.left(100)) + hint,
                          QStringLiteral("not-found"));
    }
    return match;
}

const Route* Router::routeOf(const QByteArray& method, const QString& path) const {
    const QStringList parts = partsOf(path);
    for (std::size_t i = 0; i < m_routes.size(); ++i) {
        const Route& route = m_routes[i];
        const bool sameMethod = method == route.method || (method == "HEAD" && answersHead(route));
        if (sameMethod && fits(m_patterns[i], parts)) return &route;
    }
    return nullptr;
}

QStringList Router::nearMisses(const HttpRequest& request) const {
    QStringList near;
    const QString& path = request.path;
    if (path.size() > 60) return near;
    for (const Route& route : m_routes) {
        if (request.method != route.method) continue;
        const QString candidate = QString::fromLatin1(route.path);
        if (candidate.size() > 1 && distance(path, candidate) <= 3 && !near.contains(candidate))
            near << candidate;
    }
    return near.mid(0, 3);
}

} // namespace rest
