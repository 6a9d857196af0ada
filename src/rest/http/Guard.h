#pragma once

#include "node/api/ApiTokens.h"
#include "rest/http/Router.h"

#include <QSet>
#include <QStringList>

namespace rest {

/// Which door a request came through.
enum class Face {
    Control /* loopback, all routes */,
    Peer /* the network: the peer protocol and the explorer */
};

/// Decides whether a request may reach its route: DNS rebinding, foreign web pages, and who may do what.
/// Pure. Thread: io.
class Guard {
public:
    enum class Spending { Open, Ask, Token };
    struct Options {
        quint16 controlPort = 0;
        QStringList extraHosts = {}; ///< setting `api_hosts`
        QStringList origins = {};    ///< setting `api_origins`: pages that may use the explorer's routes
        QByteArray cookie = {};      ///< "__cookie__:…", the password of this run
        Spending spending = Spending::Open;
    };
    explicit Guard(Options options) : m_options(std::move(options)) {}

    /// What came of a request.
    struct Verdict {
        std::optional<HttpResponse> refusal; ///< nothing: it may pass
        bool wrongPassword = false;          ///< answer late, so that guessing is slow
        bool askBeforeSpending = false;      ///< the window has to agree first
        Rights rights = {};                  ///< of the credentials that came with it
    };
    [[nodiscard]] Verdict check(const HttpRequest& request, const Route& route, Face face,
                                const node::ApiTokens& tokens) const;
    /// The host of a request is one of ours. Asked before anything is said, also of paths that do not exist.
    [[nodiscard]] std::optional<HttpResponse> checkHost(const HttpRequest& request, Face face) const;
    /// The headers that let a listed page read the answer of `route`, one of the explorer's that the network
    /// gets as well; none for others.
    [[nodiscard]] HeaderList corsHeaders(const HttpRequest& request, const Route& route) const;

private:
    [[nodiscard]] bool isAllowedHost(const QByteArray& host) const;
    /// Nothing: wrong credentials.
    [[nodiscard]] std::optional<Rights> rightsOf(const HttpRequest& request,
                                                 const node::ApiTokens& tokens) const;
    /// What comes without credentials may do it (perhaps after a question to the user).
    [[nodiscard]] bool isOpen(Access access) const;
    /// A listed page asks for what the network gets as well.
    [[nodiscard]] bool isListedPage(const HttpRequest& request, const Route& route) const;
    /// More rights never give fewer: a scope adds to what is open, and its absence takes nothing away.
    [[nodiscard]] std::optional<HttpResponse> checkRights(const Route& route, const Rights& rights) const;
    Options m_options;
};

/// A web page, not a program of the user, made this request: fetch metadata, a foreign origin, a prefetch, or
/// an old browser's name without any of them (a token excuses that one).
bool comesFromForeignPage(const HttpRequest& request, quint16 ownPort, bool hasCredentials = false);
/// Any sign of a browser, friend or foe.
bool comesFromBrowser(const HttpRequest& request);

} // namespace rest
