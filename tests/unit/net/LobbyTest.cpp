#include "net/lobby/Lobby.h"
#include "net/address/HostAddress.h"
#include "support/TestProgram.h"

#include <QtTest>

#include <QUdpSocket>

using namespace net;

namespace {

/// A port of UDP that nobody else has, so that tests do not hear one another.
quint16 ownPort() {
    QUdpSocket socket;
    return socket.bind(QHostAddress::AnyIPv4, 0) ? socket.localPort() : quint16(0);
}

Lobby::Offer offerOf(std::uint8_t network, quint16 port) {
    util::ByteArray<32> hash{};
    hash[0] = network;
    return {{primitives::BlockHash(hash), port, QStringLiteral("Lab %1").arg(network)},
            QHostAddress(QHostAddress::LocalHost)};
}

} // namespace

/// Real datagrams over loopback.
class LobbyTest : public QObject {
    Q_OBJECT

    util::SystemClock m_clock;
    Lobby::Options m_options;

    /// Whether multicast works on this computer's loopback at all.
    bool isCarried() {
        QUdpSocket receiver;
        const auto interfaces = QNetworkInterface::allInterfaces();
        const auto lo = std::ranges::find_if(interfaces, [](const QNetworkInterface& each) {
            return each.flags().testFlag(QNetworkInterface::IsLoopBack);
        });
        const quint16 port = ownPort();
        if (lo == interfaces.end() || !receiver.bind(QHostAddress::AnyIPv4, port) ||
            !receiver.joinMulticastGroup(m_options.group, *lo))
            return false;
        receiver.setMulticastInterface(*lo);
        receiver.writeDatagram("x", m_options.group, port);
        return receiver.waitForReadyRead(1'000);
    }

private slots:
    void initTestCase() {
        m_options.port = ownPort();
        if (!isCarried()) QSKIP("no multicast on this computer's loopback");
    }

    void twoHearEachOther() {
        Lobby a(m_clock, m_options), b(m_clock, m_options);
        QSignalSpy heard(&b, &Lobby::heard);
        QVERIFY(a.open() && b.open());
        a.setOffer(offerOf(1, 5001));
        b.setOffer(offerOf(2, 5002));
        QTRY_COMPARE(a.entries().size(), std::size_t{1}); // not itself
        QTRY_COMPARE(b.entries().size(), std::size_t{1});
        QCOMPARE(a.entries()[0].news, offerOf(2, 5002).news);
        QCOMPARE(textOf(b.entries()[0].address), QStringLiteral("127.0.0.1:5001"));
        QVERIFY(!heard.isEmpty());
    }

    void aWishIsAnsweredSoon() {
        Lobby teller(m_clock, m_options);
        QVERIFY(teller.open());
        teller.setOffer(offerOf(1, 5001));
        Lobby early(m_clock, m_options);
        QVERIFY(early.open());
        QTRY_COMPARE(early.entries().size(), std::size_t{1}); // its first word is out
        Lobby late(m_clock, m_options);
        QVERIFY(late.open());
        late.wish();
        QTRY_COMPARE_WITH_TIMEOUT(late.entries().size(), std::size_t{1}, 4'000); // far before the next word
        QVERIFY(early.entries().size() == 1); // who wishes tells nothing of itself
    }

    /// Whoever only listens is not heard, and hears nothing more once it stopped.
    void onlyWhoIsToldToTells() {
        Lobby teller(m_clock, m_options), listener(m_clock, m_options);
        QVERIFY(teller.open() && listener.open());
        teller.setOffer(offerOf(1, 5001));
        QTRY_COMPARE(listener.entries().size(), std::size_t{1});
        QVERIFY(teller.entries().empty());
        listener.close();
        QVERIFY(!listener.isOpen() && listener.entries().empty());
    }

    void whatIsNoneOfOursChangesNothing() {
        Lobby listener(m_clock, m_options), teller(m_clock, m_options);
        QVERIFY(listener.open());
        QSignalSpy heard(&listener, &Lobby::heard);
        QUdpSocket stranger;
        QVERIFY(stranger.bind(QHostAddress::LocalHost));
        const util::Bytes good = encodeLobby(offerOf(3, 5003).news);
        const QByteArray news(reinterpret_cast<const char*>(good.data()), qsizetype(good.size()));
        // To this computer alone, from wherever it may come.
        stranger.writeDatagram(news, QHostAddress(QHostAddress::LocalHost), m_options.port);
        for (const auto& each : QNetworkInterface::allInterfaces())
            if (each.flags().testFlag(QNetworkInterface::IsLoopBack)) stranger.setMulticastInterface(each);
        stranger.writeDatagram("rubbish", m_options.group, m_options.port);
        stranger.writeDatagram(QByteArray(60'000, 'x'), m_options.group, m_options.port);
        // What comes behind it is heard.
        QVERIFY(teller.open());
        teller.setOffer(offerOf(1, 5001));
        QTRY_VERIFY(!heard.isEmpty());
        QCOMPARE(listener.entries().size(), std::size_t{1});
        QCOMPARE(listener.entries()[0].news, offerOf(1, 5001).news);
    }
};

CAIRN_TEST(LobbyTest)
#include "LobbyTest.moc"
