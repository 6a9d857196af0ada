#pragma once

#include "rest/Router.h"

#include <QStringList>

namespace rest {

/// Which door a request came through.
enum class Face { Control /* loopback, all routes */, Peer /* the network: the peer protocol only */ };

/// Decides whether a request may reach its route: DNS rebinding, foreign web pages, and who may do what. Pure. Thread: io.
class Guard {
public:
    struct Options {
        quint16 controlPort = 0;
        QStringList extraHosts; ///< setting `api_hosts`
    };
    explicit Guard(Options options) : m_options(std::move(options)) {}

    /// Nothing when the request may pass; the refusal (403, 404 on the peer face) otherwise.
    [[nodiscard]] std::optional<HttpResponse> check(const HttpRequest& request, const Route& route, Face face) const;

private:
    [[nodiscard]] bool isAllowedHost(const QByteArray& host) const;
    Options m_options;
};

/// A web page, not a program of the user, made this request: fetch metadata, a foreign origin, a prefetch, or an old browser's
/// name without any of them.
bool comesFromForeignPage(const HttpRequest& request, quint16 ownPort);

} // namespace rest
