#include "rest/core/CoreText.h"

#include "rest/rpc/RpcRoutes.h"
#include "rest/rpc/RpcServer.h"

namespace rest {

CoreName coreName(const QString& argument) {
    const qsizetype dot = argument.lastIndexOf(QLatin1Char('.'));
    if (dot < 0) return {argument, CoreForm::Unknown};
    const QString ending = argument.mid(dot + 1);
    const CoreForm form = ending == QLatin1String("json")  ? CoreForm::Json
                          : ending == QLatin1String("hex") ? CoreForm::Hex
                          : ending == QLatin1String("bin") ? CoreForm::Bin
                                                           : CoreForm::Unknown;
    return {form == CoreForm::Unknown ? argument : argument.left(dot), form};
}

HttpResponse coreError(int status, const QString& sentence) {
    return textResponse(status, sentence.toUtf8() + "\r\n");
}

HttpResponse coreFormUnknown(const char* available) {
    return coreError(404,
                     QStringLiteral("output format not found (available: %1)").arg(QLatin1String(available)));
}

HttpResponse coreJson(const QByteArray& json, const char* cacheControl) {
    HttpResponse response = jsonResponse(json + '\n');
    response.cacheControl = cacheControl;
    return response;
}

HttpResponse coreBytes(CoreForm form, const QByteArray& bytes, const char* cacheControl) {
    HttpResponse response = form == CoreForm::Bin ? textResponse(200, bytes, "application/octet-stream")
                                                  : textResponse(200, bytes.toHex() + '\n', "text/plain");
    response.cacheControl = cacheControl;
    return response;
}

void askMethod(const RouteContext& context, const RouteCall& call, const char* method,
               std::vector<JsonValue> parameters, RpcReply reply) {
    rpcServer().ask(context, call, method, std::move(parameters), std::move(reply));
}

void answerWith(const RouteContext& context, const RouteCall& call, const char* method,
                std::vector<JsonValue> parameters, const char* cacheControl, int status) {
    askMethod(context, call, method, std::move(parameters),
              [responder = call.responder, cacheControl, status](const RpcResult& result) {
                  if (result) return responder->send(coreJson(*result, cacheControl));
                  responder->send(coreError(status, result.error().message));
              });
}

QByteArray bytesOfHexResult(const QByteArray& json) {
    return QByteArray::fromHex(json.mid(1, json.size() - 2));
}

} // namespace rest
