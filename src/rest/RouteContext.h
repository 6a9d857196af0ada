#pragma once

#include "node/Node.h"
#include "node/OnResult.h"
#include "rest/http/HttpTypes.h"

#include <QElapsedTimer>

namespace rest {

class EventFeed;
class Router;
class TemplateFeed;

/// What handlers work with: the node, the object on the io thread that answers come back to, and what the
/// routes share. All of it lives as long as the routes.
struct RouteContext {
    node::Node& node;
    QObject* io;
    const Router& router;
    EventFeed& events;
    TemplateFeed& templates;
    QElapsedTimer running; ///< since the start, whatever time is set by hand

    /// Goes on with what the future gives; 503 when the node is stopping.
    template <class T, class F>
    void then(const QFuture<T>& future, const ResponderRef& responder, F goOn) const {
        node::onResult(future, io, std::move(goOn), [responder] { responder->send(stopping()); });
    }
    /// Sends what `make` makes of the future's value.
    template <class T, class F>
    void answer(const QFuture<T>& future, const ResponderRef& responder, F make) const {
        then(future, responder, [responder, make](const T& value) { responder->send(make(value)); });
    }
    /// Answers a question to the chain: `ask` gets `explorer::ExplorerQueries&` on the read pool and gives an
    /// HttpResponse.
    template <class F>
    void ask(const ResponderRef& responder, F question) const {
        answer(node.chain().query(std::move(question)), responder,
               [](const HttpResponse& response) { return response; });
    }
    static HttpResponse stopping() {
        return errorResponse(503, QStringLiteral("The node is stopping, or cannot read its database."),
                             QStringLiteral("stopping"));
    }
    static HttpResponse databaseFailed(const storage::StorageError& error) {
        return errorResponse(500, QStringLiteral("The database cannot be read: %1.").arg(error.what),
                             QStringLiteral("database"));
    }
};

} // namespace rest
