#include "net/lobby/LobbyTable.h"
#include "net/address/HostAddress.h"
#include "support/TestProgram.h"

#include <set>

using namespace net;
using LobbyVerdict = LobbyTable::Verdict;

namespace {

LobbyNews newsOf(std::uint8_t network, quint16 port = 5001, const QString& name = QStringLiteral("Lab")) {
    util::ByteArray<32> hash{};
    hash[0] = network;
    return {primitives::BlockHash(hash), port, name};
}

wire::NetAddress lanHost(int number) {
    return netAddressOf(
        QHostAddress(QStringLiteral("192.168.%1.%2").arg(number / 250).arg(1 + number % 250)));
}

std::uint64_t first(std::uint64_t) {
    return 0;
}

} // namespace

class LobbyTableTest : public QObject {
    Q_OBJECT
private slots:
    void keepsWhoWasHeard() {
        LobbyTable table;
        QCOMPARE(table.heard(lanHost(1), newsOf(1, 5001, QStringLiteral("b")), 1'000, first),
                 LobbyVerdict::New);
        QCOMPARE(table.heard(lanHost(2), newsOf(2, 5002, QStringLiteral("a")), 2'000, first),
                 LobbyVerdict::New);
        QCOMPARE(table.heard(lanHost(1), newsOf(1, 5001, QStringLiteral("b")), 9'000, first),
                 LobbyVerdict::Known);
        const auto all = table.all();
        QCOMPARE(all.size(), std::size_t{2});
        QCOMPARE(all[0].news.name, QStringLiteral("a"));
        QCOMPARE(textOf(all[0].address), QStringLiteral("192.168.0.3:5002"));
        QCOMPARE(all[1].firstMs, 1'000);
        QCOMPARE(all[1].lastMs, 9'000);
    }
    /// Another network at the same place: the node was started anew.
    void takesTheLatestWord() {
        LobbyTable table;
        table.heard(lanHost(1), newsOf(1), 0, first);
        QCOMPARE(table.heard(lanHost(1), newsOf(2), 0, first), LobbyVerdict::Known);
        QCOMPARE(table.all().size(), std::size_t{1});
        QCOMPARE(table.all()[0].news, newsOf(2));
    }
    void forgetsWhoIsSilent() {
        LobbyTable table;
        table.heard(lanHost(1), newsOf(1), 0, first);
        table.heard(lanHost(2), newsOf(1), 20'000, first);
        QVERIFY(!table.expire(35'000));
        QVERIFY(table.expire(35'001));
        QCOMPARE(table.all().size(), std::size_t{1});
        QVERIFY(table.expire(55'001));
        QVERIFY(table.all().empty());
    }
    void refusesWhereNobodyCanDial_data() {
        QTest::addColumn<QString>("host");
        for (const char* host :
             {"0.0.0.0", "169.254.3.4", "239.255.90.9", "255.255.255.255", "fe80::1", "192.0.2.7"})
            QTest::newRow(host) << QString::fromLatin1(host);
    }
    void refusesWhereNobodyCanDial() {
        QFETCH(QString, host);
        LobbyTable table;
        QCOMPARE(table.heard(netAddressOf(QHostAddress(host)), newsOf(1), 0, first), LobbyVerdict::NoAddress);
    }
    /// One computer that talks all the time is heard once a second, and the others as before.
    void boundsTheRateOfOne() {
        LobbyTable table;
        int taken = 0;
        for (int ms = 0; ms < 20'000; ms += 10)
            taken += table.mayTell(lanHost(1), ms) ? 1 : 0;
        QVERIFY2(taken >= 25 && taken <= 28, qPrintable(QString::number(taken))); // eight, then one a second
        QVERIFY(table.mayTell(lanHost(2), 20'000));
    }
    /// … also when it makes up who it is.
    void boundsTheRateOfAll() {
        LobbyTable table;
        int taken = 0;
        for (int i = 0; i < 20'000; ++i)
            taken += table.mayTell(lanHost(i), i) ? 1 : 0;
        QVERIFY2(taken <= 100 + 20 * 50, qPrintable(QString::number(taken)));
    }
    void boundsTheNodesOfOneComputer() {
        LobbyTable table;
        for (int port = 1; port <= 8; ++port)
            QCOMPARE(table.heard(lanHost(1), newsOf(1, quint16(port)), 0, first), LobbyVerdict::New);
        QCOMPARE(table.heard(lanHost(1), newsOf(1, 9), 0, first), LobbyVerdict::TooMany);
        QCOMPARE(table.heard(lanHost(2), newsOf(1, 9), 0, first), LobbyVerdict::New);
    }
    /// Whoever fills the table loses places to those that come later, wherever chance says.
    void boundsAllNodes() {
        LobbyTable table;
        std::uint64_t asked = 0;
        const auto last = [&](std::uint64_t bound) {
            asked = bound;
            return bound - 1;
        };
        for (int i = 0; i < 200; ++i)
            QCOMPARE(table.heard(lanHost(i), newsOf(1), 0, last), LobbyVerdict::New);
        QCOMPARE(table.all().size(), std::size_t{64});
        QCOMPARE(asked, std::uint64_t{64});
        std::set<QString> there;
        for (const LobbyEntry& entry : table.all())
            there.insert(textOf(entry.address));
        QVERIFY(there.contains(QStringLiteral("192.168.0.200:5001"))); // the newest
        QVERIFY(there.contains(QStringLiteral("192.168.0.1:5001")));
    }
};

CAIRN_TEST(LobbyTableTest)
#include "LobbyTableTest.moc"
