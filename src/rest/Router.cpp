#include "rest/Router.h"

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
std::optional<QStringList> fits(const char* pattern, const QStringList& parts) {
    const QStringList wanted = partsOf(QLatin1String(pattern));
    if (wanted.size() != parts.size()) return std::nullopt;
    QStringList arguments;
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
    for (std::size_t j = 0; j < row.size(); ++j) row[j] = int(j);
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

} // namespace

void Router::add(std::vector<Route> routes) {
    std::ranges::move(routes, std::back_inserter(m_routes));
}

Router::Match Router::find(const HttpRequest& request) const {
    const QStringList parts = partsOf(request.path);
    QStringList methods;
    for (const Route& route : m_routes) {
        auto arguments = fits(route.path, parts);
        if (!arguments) continue;
        const bool sameMethod = request.method == route.method || (request.method == "HEAD" && QByteArray(route.method) == "GET");
        if (sameMethod) return {&route, std::move(*arguments), std::nullopt};
        methods << QLatin1String(route.method);
    }
    Match match;
    if (!methods.isEmpty()) {
        methods.removeDuplicates();
        const QString allowed = methods.join(QStringLiteral(", "));
        match.refusal = errorResponse(405, QStringLiteral("%1 is not allowed here; allowed: %2.")
                                               .arg(QString::fromLatin1(request.method.left(20)), allowed),
                                      QStringLiteral("method-not-allowed"));
        match.refusal->headers.emplace_back("Allow", allowed.toLatin1());
        return match;
    }
    QString sentence = QStringLiteral("There is no route %1.").arg(request.path.left(100));
    if (const QStringList near = nearMisses(request.path); !near.isEmpty()) {
        sentence += QStringLiteral(" Did you mean %1?").arg(near.join(QStringLiteral(" or ")));
    }
    match.refusal = errorResponse(404, sentence, QStringLiteral("not-found"));
    return match;
}

QStringList Router::nearMisses(const QString& path) const {
    QStringList near;
    if (path.size() > 60) return near;
    for (const Route& route : m_routes) {
        const QString candidate = QString::fromLatin1(route.path);
        if (candidate.size() > 1 && distance(path, candidate) <= 3 && !near.contains(candidate)) near << candidate;
    }
    return near.mid(0, 3);
}

} // namespace rest
