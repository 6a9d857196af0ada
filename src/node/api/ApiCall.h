#pragma once

#include <QString>

namespace node {

/// One request to the API, as the texts of the page at `GET /` and of the window show it.
struct ApiCall {
    QString method = QStringLiteral("GET");
    QString url;         ///< whole, with query
    QString contentType; ///< of the body; empty: no body
    QString body;        ///< of application/octet-stream: in hex
    QString answerType = QStringLiteral("application/json");
    QString cookieFile; ///< not empty: with the password of this run
    QString token;      ///< not empty: with this token
};

/// Lines that send the call, to be pasted: for a shell, for Python with `requests`, for JavaScript on
/// Node.js.
QString curlText(const ApiCall& call);
QString pythonText(const ApiCall& call);
QString javaScriptText(const ApiCall& call);

} // namespace node
