#include "net/address/InboundSlots.h"
#include "net/address/HostAddress.h"
#include "support/TestProgram.h"

#include <random>

using namespace net;
using Occupant = InboundSlots::Occupant;
using Verdict = InboundSlots::Verdict;

namespace {

wire::NetAddress at(const QString& host, quint16 port = 1000) {
    return netAddressOf(QHostAddress(host), port);
}

Occupant occupant(PeerId id, const QString& host, std::int64_t sinceMs = 1000) {
    return {id, at(host, quint16(id)), true, sinceMs, 100, 0, 0};
}

/// 64 of as many groups, number 1 being there for the longest.
std::vector<Occupant> fullHouse() {
    std::vector<Occupant> out;
    for (PeerId id = 1; id <= 64; ++id)
        out.push_back(occupant(id, QStringLiteral("8.%1.0.1").arg(id), std::int64_t(id) * 1000));
    return out;
}

} // namespace

class InboundSlotsTest : public QObject {
    Q_OBJECT
private slots:
    void letsIn();
    void boundsAnAddress();
    void boundsAnIpv6Network();
    void leavesThisComputerUnbounded();
    void letsTheSilentGoFirst();
    void protectsTheUseful();
    void protectsTheLongLived();
    void takesFromTheLargestGroup();
    void noStrangerHoldsAllSlots();
    void hasNoPlaceWithoutSlots();
};

void InboundSlotsTest::letsIn() {
    const InboundSlots slots_({64, 8}, 1);
    QCOMPARE(slots_.decide(at(QStringLiteral("1.2.3.4")), {}).verdict, Verdict::LetIn);
    auto most = fullHouse();
    most.pop_back();
    QCOMPARE(slots_.decide(at(QStringLiteral("1.2.3.4")), most).verdict, Verdict::LetIn);
}

void InboundSlotsTest::boundsAnAddress() {
    const InboundSlots slots_({64, 8}, 1);
    std::vector<Occupant> there;
    for (PeerId id = 1; id <= 8; ++id)
        there.push_back(occupant(id, QStringLiteral("1.2.3.4")));
    QCOMPARE(slots_.decide(at(QStringLiteral("1.2.3.4")), there).verdict, Verdict::Refused);
    QCOMPARE(slots_.decide(at(QStringLiteral("::ffff:1.2.3.4")), there).verdict, Verdict::Refused);
    QCOMPARE(slots_.decide(at(QStringLiteral("1.2.3.5")), there).verdict, Verdict::LetIn);
    there.pop_back();
    QCOMPARE(slots_.decide(at(QStringLiteral("1.2.3.4")), there).verdict, Verdict::LetIn);
}

void InboundSlotsTest::boundsAnIpv6Network() {
    const InboundSlots slots_({64, 8}, 1);
    std::vector<Occupant> there;
    for (PeerId id = 1; id <= 8; ++id)
        there.push_back(occupant(id, QStringLiteral("2a00:1:2:3::%1").arg(id)));
    QCOMPARE(slots_.decide(at(QStringLiteral("2a00:1:2:3:ffff::")), there).verdict, Verdict::Refused);
    QCOMPARE(slots_.decide(at(QStringLiteral("2a00:1:2:4::1")), there).verdict, Verdict::LetIn);
}

void InboundSlotsTest::leavesThisComputerUnbounded() {
    const InboundSlots slots_({64, 8}, 1);
    std::vector<Occupant> there;
    for (PeerId id = 1; id <= 63; ++id)
        there.push_back(occupant(id, QStringLiteral("127.0.0.1")));
    QCOMPARE(slots_.decide(at(QStringLiteral("127.0.0.1")), there).verdict, Verdict::LetIn);
    there.push_back(occupant(64, QStringLiteral("127.0.0.1")));
    QCOMPARE(slots_.decide(at(QStringLiteral("127.0.0.1")), there).verdict, Verdict::InsteadOf);
}

void InboundSlotsTest::letsTheSilentGoFirst() {
    const InboundSlots slots_({64, 8}, 1);
    auto there = fullHouse();
    there[10].isReady = there[20].isReady = false;
    const auto decision = slots_.decide(at(QStringLiteral("1.2.3.4")), there);
    QCOMPARE(decision.verdict, Verdict::InsteadOf);
    QCOMPARE(decision.leaves, PeerId(11)); // it has been silent for longer than 21
}

void InboundSlotsTest::protectsTheUseful() {
    const InboundSlots slots_({64, 8}, 1);
    auto there = fullHouse();
    // The youngest ones would go: each is good for something.
    there[63].lowestPingMs = 1;
    there[62].lastBlock = 5000;
    there[61].lastTransaction = 5000;
    for (std::uint64_t salt = 0; salt < 50; ++salt) {
        const auto decision = InboundSlots({64, 8}, salt).decide(at(QStringLiteral("1.2.3.4")), there);
        QCOMPARE(decision.verdict, Verdict::InsteadOf);
        QVERIFY(decision.leaves != 64 && decision.leaves != 63 && decision.leaves != 62);
    }
}

void InboundSlotsTest::protectsTheLongLived() {
    auto there = fullHouse();
    for (std::uint64_t salt = 0; salt < 50; ++salt) {
        const auto decision = InboundSlots({64, 8}, salt).decide(at(QStringLiteral("1.2.3.4")), there);
        QVERIFY2(decision.leaves > 22, qPrintable(QString::number(decision.leaves)));
    }
}

void InboundSlotsTest::takesFromTheLargestGroup() {
    auto there = fullHouse();
    for (PeerId id = 50; id < 58; ++id) // eight of one network, of different hosts
        there[id - 1] = occupant(id, QStringLiteral("9.9.%1.1").arg(id), std::int64_t(id) * 1000);
    int ofGroup = 0;
    for (std::uint64_t salt = 0; salt < 50; ++salt) {
        const auto decision = InboundSlots({64, 8}, salt).decide(at(QStringLiteral("1.2.3.4")), there);
        ofGroup += decision.leaves >= 50 && decision.leaves < 58;
    } // those of any eight would be 18 of 50
    QVERIFY2(ofGroup > 30, qPrintable(QString::number(ofGroup)));
}

void InboundSlotsTest::noStrangerHoldsAllSlots() {
    // Honest ones that came first stay, whatever a stranger with many addresses does.
    const auto seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const InboundSlots slots_({64, 8}, random());
    std::vector<Occupant> there;
    for (PeerId id = 1; id <= 12; ++id) {
        Occupant honest = occupant(id, QStringLiteral("10.0.0.%1").arg(id), std::int64_t(id));
        honest.lowestPingMs = 20 + std::int64_t(random() % 100);
        honest.lastBlock = honest.lastTransaction = 100;
        there.push_back(honest);
    }
    for (PeerId id = 100; id < 5'000; ++id) {
        const QString host = QStringLiteral("%1.%2.1.1").arg(20 + random() % 100).arg(random() % 256);
        const auto decision = slots_.decide(at(host), there);
        if (decision.verdict == Verdict::Refused) continue;
        std::erase_if(there, [&](const Occupant& each) { return each.id == decision.leaves; });
        Occupant stranger = occupant(id, host, std::int64_t(id) * 10);
        stranger.lowestPingMs = std::int64_t(random() % 50);
        there.push_back(stranger);
        QVERIFY(there.size() <= 64);
    }
    const auto honest = std::ranges::count_if(there, [](const Occupant& each) { return each.id <= 12; });
    QCOMPARE(honest, 12);
}

void InboundSlotsTest::hasNoPlaceWithoutSlots() {
    QCOMPARE(InboundSlots({0, 8}, 1).decide(at(QStringLiteral("1.2.3.4")), {}).verdict, Verdict::Refused);
    // A single slot is held by who is in it.
    const InboundSlots one({1, 8}, 1);
    QCOMPARE(one.decide(at(QStringLiteral("1.2.3.4")), {occupant(7, QStringLiteral("1.2.3.5"))}).verdict,
             Verdict::Refused);
}

CAIRN_TEST(InboundSlotsTest)
#include "InboundSlotsTest.moc"
