#include "net/PeerManager.h"
#include "support/FakeClock.h"
#include "support/TestProgram.h"

class PeerManagerTest : public QObject {
    Q_OBJECT
private slots:
    void aCallerThatLeftIsSoonGone();
};

/// One that only dials in keeps a wait open as long as it is there.
void PeerManagerTest::aCallerThatLeftIsSoonGone() {
    support::FakeClock clock;
    net::PeerManager peers(clock, {});
    net::LocalState local;
    local.hello.nonce = 1;
    peers.setLocalState(local);
    net::Hello caller;
    caller.nonce = 2;
    QVERIFY(peers.onHello(caller, QStringLiteral("127.0.0.1")).has_value());
    const quint64 ticket = peers.onWait(2, [](const auto&) {});
    QCOMPARE(peers.peers().size(), std::size_t{1});
    for (int i = 0; i < 3; ++i) { // the connection is open: it stays, silent as it is
        clock.advance(8);
        QTest::qWait(700); // the peers are looked through twice a second
        QCOMPARE(peers.peers().size(), std::size_t{1});
    }
    peers.cancelWait(ticket); // the connection has closed
    clock.advance(5);
    QTest::qWait(700);
    QCOMPARE(peers.peers().size(), std::size_t{1}); // it may just be about to ask again
    clock.advance(6);
    QTRY_COMPARE(peers.peers().size(), std::size_t{0});
}

CAIRN_TEST(PeerManagerTest)
#include "PeerManagerTest.moc"
