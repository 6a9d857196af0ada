#pragma once

#include "rest/RouteContext.h"
#include "rest/http/Router.h"
#include "rest/rpc/RpcTypes.h"

namespace rest {

constexpr const char* kCoreSummary =
    QT_TRANSLATE_NOOP("Routes", "As Bitcoin Core's /rest answers; the ending chooses json, hex or bin.");

/// What Core's answers never change for.
constexpr const char* kCoreImmutable = "public, immutable, max-age=86400";

enum class CoreForm { Json, Hex, Bin, Unknown };

/// An argument and the form that its ending names: "00ff.json".
struct CoreName {
    QString text;
    CoreForm form = CoreForm::Unknown;
};
CoreName coreName(const QString& argument);

/// A sentence, as Core ends it.
HttpResponse coreError(int status, const QString& sentence);
/// There is no such form here; the others are named.
HttpResponse coreFormUnknown(const char* available);
HttpResponse coreJson(const QByteArray& json, const char* cacheControl = "no-store");
/// Bytes as they are, or as a line of hex.
HttpResponse coreBytes(CoreForm form, const QByteArray& bytes, const char* cacheControl = "no-store");

/// The hash of an argument; nothing when it is none: then the answer was sent.
template <class Hash>
std::optional<Hash> coreHash(const RouteCall& call, const QString& text) {
    auto hash = Hash::fromHex(text.toStdString());
    if (!hash) call.responder->send(coreError(400, QStringLiteral("Invalid hash: %1").arg(text.left(100))));
    return hash;
}

/// Asks a method of JSON-RPC in the name of a route.
void askMethod(const RouteContext& context, const RouteCall& call, const char* method,
               std::vector<JsonValue> parameters, RpcReply reply);
/// The same, for methods whose result is the answer; what they refuse is refused with `status`.
void answerWith(const RouteContext& context, const RouteCall& call, const char* method,
                std::vector<JsonValue> parameters, const char* cacheControl = "no-store", int status = 400);
/// The bytes of a result that is text in hex.
QByteArray bytesOfHexResult(const QByteArray& json);

} // namespace rest
