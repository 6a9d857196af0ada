// Bytes of a stranger through the HTTP parser, in pieces that the first byte chooses, and every whole request
// through the router and the readers of bodies.
#include "rest/http/HttpParser.h"
#include "rest/http/Router.h"
#include "rest/json/JsonBody.h"
#include "rest/json/JsonValue.h"

#include <nlohmann/json.hpp>

#include <cstdlib>

namespace {

const rest::Router& router() {
    static const rest::Router kRouter = [] {
        rest::Router made;
        made.add({{"GET", "/", rest::Access::Read, {}, ""},
                  {"POST", "/", rest::Access::Change, {}, ""},
                  {"GET", "/mine", rest::Access::Change, {}, ""},
                  {"GET", "/transactions/:hash/confirmations", rest::Access::Read, {}, ""},
                  {"GET", "/api/tx/:txid/outspend/:vout", rest::Access::Read, {}, ""},
                  {"DELETE", "/api/v1/tokens/:name", rest::Access::Control, {}, ""}});
        return made;
    }();
    return kRouter;
}

void use(const rest::HttpRequest& request) {
    const auto match = router().find(request);
    const bool answered = match.route != nullptr || match.refusal.has_value();
    if (!answered || request.headerCount("content-length") > 1 || request.headerCount("host") > 1)
        std::abort();
    (void)request.parameter(QStringLiteral("limit"));
    (void)rest::JsonBody::parse(request.body);
    (void)rest::JsonValue::parse(request.body);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const qsizetype piece = 1 + data[0] * 4;
    const QByteArray bytes(reinterpret_cast<const char*>(data + 1), qsizetype(size) - 1);
    rest::HttpParser parser({4'096, 64 * 1024});
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        QByteArray part = bytes.mid(at, piece);
        while (true) {
            const auto step = parser.feed(part);
            if (std::holds_alternative<rest::HttpParseError>(step)) return 0;
            if (!std::holds_alternative<rest::HttpRequest>(step)) break;
            use(std::get<rest::HttpRequest>(step));
            part.clear(); // look for a further one
        }
    }
    return 0;
}
