#pragma once

#include "node/Node.h"
#include "node/OnResult.h"
#include "rest/HttpTypes.h"

namespace rest {

/// What handlers work with: the node and the object on the io thread that answers come back to.
struct RouteContext {
    node::Node& node;
    QObject* io;

    /// Sends what `make` makes of the future's value; 503 when the node is stopping.
    template <class T, class F> void answer(const QFuture<T>& future, const ResponderRef& responder, F make) const {
        node::onResult(
            future, io, [responder, make](const T& value) { responder->send(make(value)); },
            [responder] { responder->send(stopping()); });
    }
    static HttpResponse stopping() {
        return errorResponse(503, QStringLiteral("The node is stopping, or cannot read its database."), QStringLiteral("stopping"));
    }
    static HttpResponse databaseFailed(const storage::StorageError& error) {
        return errorResponse(500, QStringLiteral("The database cannot be read: %1.").arg(error.what), QStringLiteral("database"));
    }
};

} // namespace rest
