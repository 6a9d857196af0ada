#include "net/link/HttpCall.h"
#include "support/HttpStub.h"
#include "support/TestProgram.h"

using namespace net;

namespace {

std::optional<HttpResult> called(quint16 port, const QByteArray& body = {}, HttpCall::Limits limits = {}) {
    std::optional<HttpResult> result;
    QObject parent;
    new HttpCall(
        {QStringLiteral("127.0.0.1"), port, "/x?y=1"}, body, limits,
        [&](const HttpResult& how) { result = how; }, &parent);
    if (!QTest::qWaitFor([&] { return result.has_value(); }, 60'000)) return std::nullopt;
    return result;
}

} // namespace

class HttpCallTest : public QObject {
    Q_OBJECT
private slots:
    void asks();
    void posts();
    void followsNobody();
    void endsAtTheDeadline();
    void endsWhatDrips();
    void boundsWhatComes();
    void tellsWhyNothingCame();
    void doesNotWaitForTheOtherToClose();
    void tellsNothingWhenDeleted();
};

void HttpCallTest::asks() {
    support::HttpStub stub;
    stub.answers["/x"] = "hello";
    const auto result = called(stub.port());
    QVERIFY(result && result->ok());
    QCOMPARE(result->body, QByteArray("hello"));
    QVERIFY(result->bytesIn > 5 && result->bytesOut > 5);
    QCOMPARE(result->remote.port, stub.port());
    QVERIFY(stub.requests[0].head.startsWith("GET /x?y=1 HTTP/1.1\r\nHost: 127.0.0.1:"));
    QVERIFY(!stub.requests[0].head.contains("Content-Length"));
}

void HttpCallTest::posts() {
    support::HttpStub stub;
    stub.answers["/x"] = "";
    const QByteArray body(200'000, 'b');
    const auto result = called(stub.port(), body);
    QVERIFY(result && result->ok());
    QCOMPARE(stub.requests[0].body, body);
    QVERIFY(called(stub.port(), QByteArray("")).value().ok());
    QVERIFY(stub.requests[1].head.startsWith("POST ") && stub.requests[1].head.contains("Content-Length: 0"));
}

void HttpCallTest::followsNobody() {
    support::HttpStub stub;
    stub.raw = [&](const auto&) {
        return QByteArray("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:" +
                          QByteArray::number(stub.port()) + "/other\r\nContent-Length: 0\r\n\r\n");
    };
    const auto result = called(stub.port());
    QVERIFY(result);
    QCOMPARE(result->status, 302);
    QCOMPARE(stub.requests.size(), std::size_t(1));
}

void HttpCallTest::endsAtTheDeadline() {
    support::HttpStub stub;
    stub.keepsOpen = true;
    stub.raw = [](const auto&) { return QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"); };
    const auto result = called(stub.port(), {}, {50, 1000});
    QVERIFY(result);
    QCOMPARE(result->status, 0);
    QCOMPARE(result->fault, PeerFault::TimedOut);
    QVERIFY(result->body.isEmpty());
}

void HttpCallTest::endsWhatDrips() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTimer drip;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket* socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\nX: ");
        connect(&drip, &QTimer::timeout, socket, [socket] { socket->write("a"); });
    });
    drip.start(1);
    const auto result = called(server.serverPort(), {}, {200, 1000});
    QVERIFY(result);
    QCOMPARE(result->fault, PeerFault::TimedOut);
}

void HttpCallTest::boundsWhatComes() {
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    qint64 written = 0;
    connect(&server, &QTcpServer::newConnection, &server, [&] {
        QTcpSocket* socket = server.nextPendingConnection();
        socket->write("HTTP/1.1 200 OK\r\n\r\n");
        const auto pour = [&written, socket] {
            if (written < 500'000'000 && socket->bytesToWrite() < 1'000'000) {
                socket->write(QByteArray(1'000'000, 'x'));
                written += 1'000'000;
            }
        };
        connect(socket, &QTcpSocket::bytesWritten, socket, pour);
        pour();
    });
    const auto result = called(server.serverPort(), {}, {30'000, 100'000});
    QVERIFY(result);
    QVERIFY(result->wasTooLong() && result->body.isEmpty() && result->status == 0);
    QVERIFY2(result->bytesIn < 300'000, qPrintable(QString::number(result->bytesIn)));
    QVERIFY(written < 50'000'000);
}

void HttpCallTest::tellsWhyNothingCame() {
    QTcpServer nobody;
    QVERIFY(nobody.listen(QHostAddress::LocalHost));
    const quint16 port = nobody.serverPort();
    nobody.close();
    QCOMPARE(called(port)->fault, PeerFault::Refused);

    QTcpServer closing;
    QVERIFY(closing.listen(QHostAddress::LocalHost));
    connect(&closing, &QTcpServer::newConnection, &closing,
            [&] { closing.nextPendingConnection()->disconnectFromHost(); });
    QCOMPARE(called(closing.serverPort())->fault, PeerFault::Closed);

    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    connect(&other, &QTcpServer::newConnection, &other,
            [&] { other.nextPendingConnection()->write("SSH-2.0\r\n"); });
    const auto result = called(other.serverPort());
    QCOMPARE(result->fault, PeerFault::NotANode);
    QCOMPARE(*result->answerFault, HttpAnswerFault::NotHttp);
}

void HttpCallTest::doesNotWaitForTheOtherToClose() {
    support::HttpStub stub;
    stub.keepsOpen = true;
    stub.answers["/x"] = "hello";
    QVERIFY(called(stub.port(), {}, {60'000, 100})->ok());
}

void HttpCallTest::tellsNothingWhenDeleted() {
    support::HttpStub stub;
    stub.answers["/x"] = "hello";
    bool told = false;
    auto parent = std::make_unique<QObject>();
    new HttpCall(
        {QStringLiteral("127.0.0.1"), stub.port(), "/x"}, {}, {}, [&](const HttpResult&) { told = true; },
        parent.get());
    parent.reset();
    QVERIFY(called(stub.port())->ok());
    QVERIFY(!told);
}

CAIRN_TEST(HttpCallTest)
#include "HttpCallTest.moc"
