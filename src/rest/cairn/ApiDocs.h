#pragma once

#include "node/NodeTypes.h"
#include "rest/http/Router.h"

namespace rest {

/// OpenAPI 3.0 of the rows, in their order. `server`: the URL the API is reached at.
QByteArray openApiJson(const std::vector<Route>& routes, const QString& server);
/// The rows for the window.
std::vector<node::ApiRoute> documentedRoutes(const std::vector<Route>& routes);

/// What stands above the list of routes on the page at `GET /`.
struct PageHead {
    QString network;
    QString words; ///< fingerprint
    std::int32_t height = 0;
    QString server;
    QString cookieFile;
};
/// The page at `GET /`: every row with its curl line.
QByteArray describePage(const std::vector<Route>& routes, const PageHead& head);

/// A text that is made when what it says changes, not for each who asks. Thread: io.
class MadeText {
public:
    template <class Make>
    const QByteArray& get(const QString& of, const Make& make) {
        if (m_text.isEmpty() || m_of != of) {
            m_text = make();
            m_of = of;
        }
        return m_text;
    }

private:
    QString m_of;
    QByteArray m_text;
};

} // namespace rest
