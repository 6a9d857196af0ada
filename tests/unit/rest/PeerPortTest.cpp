#include "rest/ApiService.h"

#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include "support/TestProgram.h"
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <QtTest>

/// The peers' port, opened and closed while the node runs.
class PeerPortTest : public QObject {
    Q_OBJECT
private slots:
    void init() {
        m_node = std::make_unique<test::MemoryNode>(false);
        QVERIFY(m_node->start());
    }
    void cleanup() {
        m_api.reset();
        m_node.reset();
    }
    void opensAndClosesAtOnce();
    void keepsThePortWhereAnotherIsTaken();
    void saysWhatIsInTheWay();
    void staysAsItWasWhenTheAddressIsWrong();
    void startsWithoutItInAWindow();
    void endsTheStartElsewhere();
    void hasNoListenerWithoutTheApi();

private:
    Result<QString, node::PortProblem> listenAt(const QString& bind) {
        return test::MemoryNode::answer((*m_node)->listenForPeers(bind));
    }
    bool startApi(bool needsPeerPort = true) {
        m_api = std::make_unique<rest::ApiService>(**m_node, rest::ApiService::Options{needsPeerPort});
        return test::MemoryNode::answer(m_api->start()).has_value();
    }
    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<rest::ApiService> m_api;
};

namespace {

bool answersAt(const QString& url) {
    QTcpSocket socket;
    socket.connectToHost(QUrl(url).host(), quint16(QUrl(url).port()));
    return QTest::qWaitFor([&] { return socket.state() == QAbstractSocket::ConnectedState; }, 2'000);
}

} // namespace

void PeerPortTest::opensAndClosesAtOnce() {
    QVERIFY(startApi());
    QVERIFY((*m_node)->api().endpoints().peer.isEmpty());
    const auto opened = listenAt(QStringLiteral("127.0.0.1:0"));
    QVERIFY(opened.has_value());
    QCOMPARE((*m_node)->api().endpoints().peer, *opened);
    QVERIFY(answersAt(*opened));
    QTRY_COMPARE((*m_node)->settings().text(QStringLiteral("peer_bind")), QStringLiteral("127.0.0.1:0"));
    QVERIFY(listenAt(QStringLiteral("off")).has_value());
    QVERIFY((*m_node)->api().endpoints().peer.isEmpty());
    QVERIFY(!answersAt(*opened));
    QTRY_COMPARE((*m_node)->settings().text(QStringLiteral("peer_bind")), QStringLiteral("off"));
    // The settings page does the same.
    QVERIFY((*m_node)->changeSetting(QStringLiteral("peer_bind"), QStringLiteral("127.0.0.1:0")));
    QTRY_VERIFY(!(*m_node)->api().endpoints().peer.isEmpty());
}

void PeerPortTest::keepsThePortWhereAnotherIsTaken() {
    QVERIFY(startApi());
    const auto first = listenAt(QStringLiteral("127.0.0.1:0"));
    QVERIFY(first.has_value());
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto second = listenAt(QStringLiteral("127.0.0.1:%1").arg(other.serverPort()));
    QVERIFY(!second.has_value());
    QCOMPARE((*m_node)->api().endpoints().peer, *first);
    QVERIFY(answersAt(*first));
    QTRY_COMPARE((*m_node)->settings().text(QStringLiteral("peer_bind")), QStringLiteral("127.0.0.1:0"));
    // The same port of another address takes the place of the first.
    const int port = QUrl(*first).port();
    const auto wider = listenAt(QStringLiteral("0.0.0.0:%1").arg(port));
    QVERIFY(wider.has_value());
    QCOMPARE(QUrl(*wider).port(), port);
    QVERIFY(answersAt(*first));
}

void PeerPortTest::saysWhatIsInTheWay() {
    QVERIFY(startApi());
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    const auto refused = listenAt(QStringLiteral("127.0.0.1:%1").arg(other.serverPort()));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, node::PortProblem::Kind::InUse);
    QCOMPARE(refused.error().port, other.serverPort());
    QVERIFY(refused.error().owner.contains(QString::number(QCoreApplication::applicationPid())));
    QVERIFY(refused.error().freePort > other.serverPort());
    QVERIFY((*m_node)->api().endpoints().peerProblem.has_value());
    QVERIFY(listenAt(QStringLiteral("127.0.0.1:%1").arg(refused.error().freePort)).has_value());
    QVERIFY(!(*m_node)->api().endpoints().peerProblem.has_value());
}

void PeerPortTest::staysAsItWasWhenTheAddressIsWrong() {
    QVERIFY(startApi());
    const auto refused = listenAt(QStringLiteral("203.0.113.77:5001"));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, node::PortProblem::Kind::NoSuchAddress);
    QVERIFY((*m_node)->api().endpoints().peer.isEmpty());
}

void PeerPortTest::startsWithoutItInAWindow() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QVERIFY((*m_node)->changeSetting(QStringLiteral("peer_bind"),
                                     QStringLiteral("127.0.0.1:%1").arg(other.serverPort())));
    QVERIFY(startApi(false));
    const auto problem = (*m_node)->api().endpoints().peerProblem;
    QVERIFY(problem.has_value());
    QCOMPARE(problem->port, other.serverPort());
}

void PeerPortTest::endsTheStartElsewhere() {
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    QVERIFY((*m_node)->changeSetting(QStringLiteral("peer_bind"),
                                     QStringLiteral("127.0.0.1:%1").arg(other.serverPort())));
    m_api = std::make_unique<rest::ApiService>(**m_node);
    const auto started = test::MemoryNode::answer(m_api->start());
    QVERIFY(!started.has_value());
    QCOMPARE(started.error().kind, rest::ApiProblem::Kind::PeerPort);
    QCOMPARE(started.error().port.kind, node::PortProblem::Kind::InUse);
    QVERIFY(rest::apiProblemSentence(started.error()).contains(QStringLiteral("--peer-bind")));
}

void PeerPortTest::hasNoListenerWithoutTheApi() {
    const auto refused = listenAt(QStringLiteral("127.0.0.1:0"));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().kind, node::PortProblem::Kind::NoFace);
}

CAIRN_TEST(PeerPortTest)
#include "PeerPortTest.moc"
