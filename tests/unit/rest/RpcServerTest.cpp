#include "rest/rpc/RpcServer.h"
#include "rest/cairn/EventFeed.h"
#include "rest/rpc/TemplateFeed.h"
#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include <nlohmann/json.hpp>

using namespace rest;

/// Both dialects, over methods of our own.
class RpcServerTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase();
    void cleanupTestCase();
    void answersInTheDialectOfTheRequest_data();
    void answersInTheDialectOfTheRequest();
    void answersBatches();
    void putsNamedParametersInPlace_data();
    void putsNamedParametersInPlace();
    void asksForThePassword();
    void runsLongBatchesWithoutAStack();
    void helps();

private:
    struct Kept final : Responder {
        HttpResponse response;
        int count = 0;
        void send(HttpResponse sent) override {
            response = std::move(sent);
            ++count;
        }
        void onGone(std::function<void()>) override {}
        [[nodiscard]] bool isGone() const override { return false; }
    };
    HttpResponse post(const QByteArray& body, Rights rights = {});
    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<EventFeed> m_events;
    std::unique_ptr<TemplateFeed> m_templates;
    Router m_router;
    QObject m_io;
    RpcServer m_server{{
        {"A",
         "echo",
         {{"first", RpcType::Text},
          {"second", RpcType::Integer, kOptional},
          {"third|3rd", RpcType::Other, kOptional}},
         false,
         "Gives its parameters back.",
         [](const RouteContext&, const RpcCall& call) -> RpcHandled {
             const auto first = call.params.text(0);
             if (!first) return fail(first.error());
             const auto second = call.params.integer(1, 7);
             if (!second) return fail(second.error());
             call.reply(
                 QByteArray::fromStdString(nlohmann::json{*first, *second, call.params.has(2)}.dump()));
             return {};
         }},
        {"A",
         "refuse",
         {},
         false,
         "Always fails.",
         [](const RouteContext&, const RpcCall&) -> RpcHandled {
             return fail(RpcError{-8, QStringLiteral("no \"luck\"")});
         }},
        {"B",
         "secret",
         {},
         true,
         "For the owner.",
         [](const RouteContext&, const RpcCall& call) -> RpcHandled {
             call.reply(QByteArray("42"));
             return {};
         }},
    }};
};

void RpcServerTest::initTestCase() {
    m_node = std::make_unique<test::MemoryNode>(false);
    QVERIFY(m_node->start());
    m_events = std::make_unique<EventFeed>(**m_node);
    m_templates = std::make_unique<TemplateFeed>(**m_node);
}

void RpcServerTest::cleanupTestCase() {
    m_events.reset();
    m_templates.reset();
    m_node.reset();
}

HttpResponse RpcServerTest::post(const QByteArray& body, Rights rights) {
    HttpRequest request;
    request.body = body;
    const auto kept = std::make_shared<Kept>();
    const RouteContext context{**m_node, &m_io, m_router, *m_events, *m_templates, {}};
    m_server.serve(context, RouteCall{request, {}, kept, std::move(rights)});
    return kept->count == 1 ? kept->response
                            : errorResponse(599, QStringLiteral("answered %1 times").arg(kept->count), {});
}

void RpcServerTest::answersInTheDialectOfTheRequest_data() {
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("answer");
    const auto row = [](const char* name, const char* body, int status, const char* answer) {
        QTest::newRow(name) << QByteArray(body) << status << QByteArray(answer);
    };
    row("1.x", R"({"method":"echo","params":["a"],"id":1})", 200,
        "{\"result\":[\"a\",7,false],\"error\":null,\"id\":1}\n");
    row("2.0", R"({"jsonrpc":"2.0","method":"echo","params":["a",5],"id":"x"})", 200,
        "{\"jsonrpc\":\"2.0\",\"result\":[\"a\",5,false],\"id\":\"x\"}\n");
    row("1.x without id", R"({"method":"echo","params":["a"]})", 200,
        "{\"result\":[\"a\",7,false],\"error\":null}\n");
    row("1.x with no id", R"({"method":"echo","params":["a"],"id":null})", 200,
        "{\"result\":[\"a\",7,false],\"error\":null,\"id\":null}\n");
    row("2.0 notification", R"({"jsonrpc":"2.0","method":"echo","params":["a"]})", 204, "");
    row("1.x error", R"({"method":"refuse","id":1})", 500,
        "{\"result\":null,\"error\":{\"code\":-8,\"message\":\"no \\\"luck\\\"\"},\"id\":1}\n");
    row("2.0 error", R"({"jsonrpc":"2.0","method":"refuse","id":1})", 200,
        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-8,\"message\":\"no \\\"luck\\\"\"},\"id\":1}\n");
    row("1.x unknown", R"({"method":"nothing","id":1})", 404,
        "{\"result\":null,\"error\":{\"code\":-32601,\"message\":\"Method not found\"},\"id\":1}\n");
    row("2.0 unknown", R"({"jsonrpc":"2.0","method":"nothing","id":1})", 200,
        "{\"jsonrpc\":\"2.0\",\"error\":{\"code\":-32601,\"message\":\"Method not found\"},\"id\":1}\n");
    row("no method", R"({"id":3})", 400,
        "{\"result\":null,\"error\":{\"code\":-32600,\"message\":\"Missing method\"},\"id\":3}\n");
    row("method no text", R"({"method":5,"id":3})", 400,
        "{\"result\":null,\"error\":{\"code\":-32600,\"message\":\"Method must be a string\"},\"id\":3}\n");
    row("bad params", R"({"method":"echo","params":5,"id":3})", 400,
        "{\"result\":null,\"error\":{\"code\":-32600,\"message\":\"Params must be an array or "
        "object\"},\"id\":3}\n");
    row("bad version", R"({"jsonrpc":"3.0","method":"echo","id":3})", 400,
        "{\"result\":null,\"error\":{\"code\":-32600,\"message\":\"JSON-RPC version not "
        "supported\"},\"id\":3}\n");
    row("no JSON", "{", 500,
        "{\"result\":null,\"error\":{\"code\":-32700,\"message\":\"Parse error\"},\"id\":null}\n");
    row("a text", "\"x\"", 500,
        "{\"result\":null,\"error\":{\"code\":-32700,\"message\":\"Top-level object parse "
        "error\"},\"id\":null}\n");
    row("wrong type", R"({"method":"echo","params":[5],"id":1})", 500,
        "{\"result\":null,\"error\":{\"code\":-3,\"message\":\"Wrong type passed:\\n{\\n    \\\"Position 1 "
        "(first)\\\": "
        "\\\"JSON value of type number is not of expected type string\\\"\\n}\"},\"id\":1}\n");
    row("a fraction", R"({"method":"echo","params":["a",1.5],"id":1})", 500,
        "{\"result\":null,\"error\":{\"code\":-1,\"message\":\"JSON integer out of range\"},\"id\":1}\n");
}

void RpcServerTest::answersInTheDialectOfTheRequest() {
    QFETCH(QByteArray, body);
    QFETCH(int, status);
    QFETCH(QByteArray, answer);
    const HttpResponse response = post(body);
    QCOMPARE(response.body, answer);
    QCOMPARE(response.status, status);
}

void RpcServerTest::answersBatches() {
    auto response = post(
        R"([{"method":"echo","params":["a"],"id":1},{"jsonrpc":"2.0","method":"refuse","id":2},{"jsonrpc":"2.0","method":"echo","params":["b"]},5])");
    QCOMPARE(response.status, 200);
    const auto list = nlohmann::json::parse(response.body.toStdString());
    QCOMPARE(list.size(), std::size_t(3)); // the notification has none
    QCOMPARE(list[0]["id"].get<int>(), 1);
    QCOMPARE(list[1]["error"]["code"].get<int>(), -8);
    QCOMPARE(list[2]["error"]["code"].get<int>(), -32600);
    QCOMPARE(post("[]").body, QByteArray("[]\n"));
    response = post(R"([{"jsonrpc":"2.0","method":"echo","params":["b"]}])");
    QCOMPARE(response.status, 204);
    QVERIFY(response.body.isEmpty());
}

void RpcServerTest::putsNamedParametersInPlace_data() {
    QTest::addColumn<QByteArray>("params");
    QTest::addColumn<QByteArray>("part");
    const auto row = [](const char* params, const char* part) {
        QTest::newRow(params) << QByteArray(params) << QByteArray(part);
    };
    row(R"({"first":"a"})", "[\"a\",7,false]");
    row(R"({"third":1,"first":"a"})", "[\"a\",7,true]");
    row(R"({"args":["a"],"second":3})", "[\"a\",3,false]");
    row(R"(["a",null,0])", "[\"a\",7,true]");
    row(R"({"args":["a"],"first":"b"})", "specified twice");
    row(R"({"fourth":1})", "Unknown named parameter fourth");
    row(R"({"second":3})", "echo \\\"first\\\" ( second third )");
    row(R"(["a",1,2,3])", "echo \\\"first\\\" ( second third )");
}

void RpcServerTest::putsNamedParametersInPlace() {
    QFETCH(QByteArray, params);
    QFETCH(QByteArray, part);
    const QByteArray body = post("{\"method\":\"echo\",\"id\":1,\"params\":" + params + '}').body;
    QVERIFY2(body.contains(part), body.constData());
}

void RpcServerTest::asksForThePassword() {
    const QByteArray request = R"({"method":"secret","id":1})";
    const auto refused = post(request);
    QCOMPARE(refused.status, 401);
    QVERIFY(std::ranges::any_of(refused.headers, [](const auto& header) {
        return header.first == "WWW-Authenticate" && header.second.startsWith("Basic");
    }));
    QCOMPARE(post(request, Rights{true, false, {QStringLiteral("wallet")}}).status, 401);
    QCOMPARE(post(request, Rights{true, false, {QStringLiteral("control")}}).status, 200);
    QCOMPARE(post(request, Rights{true, true, {}}).body,
             QByteArray("{\"result\":42,\"error\":null,\"id\":1}\n"));
}

void RpcServerTest::runsLongBatchesWithoutAStack() {
    const QByteArray one = R"({"method":"echo","params":["a"],"id":1})";
    QCOMPARE(
        nlohmann::json::parse(post('[' + QByteArray(one + ',').repeated(999) + one + ']').body.toStdString())
            .size(),
        std::size_t(1000));
    QVERIFY(
        post('[' + QByteArray(one + ',').repeated(1000) + one + ']').body.contains("at most 1000 requests"));
}

void RpcServerTest::helps() {
    QCOMPARE(QByteArray::fromStdString(*m_server.help({})),
             QByteArray("== A ==\necho \"first\" ( second third )\nrefuse\n\n== B ==\nsecret\n"));
    QVERIFY(m_server.help("secret")->find("Needs the cookie") != std::string::npos);
    QVERIFY(!m_server.help("nothing"));
}

CAIRN_TEST(RpcServerTest)
#include "RpcServerTest.moc"
