#include "net/PeerLog.h"
#include "support/TestProgram.h"

using namespace net;

class PeerLogTest : public QObject {
    Q_OBJECT
private slots:
    void tellsWhoCameAndWhyItWent();
    void repeatsNothingWithinAMinute();
    void staysShortWhateverStrangersDo();
};

namespace {

struct LogFixture {
    std::vector<std::string> lines;
    PeerLog log{[this](const std::string& line) { lines.push_back(line); }};
};

} // namespace

void PeerLogTest::tellsWhoCameAndWhyItWent() {
    LogFixture f;
    f.log.connected(QStringLiteral("10.0.0.1:5001"), false, QStringLiteral("/Cairn:1(Mia)/"), 0);
    f.log.connected(QStringLiteral("10.0.0.2:40000"), true, QStringLiteral("/Cairn:1(Bo)/"), 0);
    f.log.ended(QStringLiteral("10.0.0.1:5001"), {PeerFault::Closed}, 0);
    f.log.ended(QStringLiteral("10.0.0.2:40000"),
                {PeerFault::Misbehaved, DropPeer{1, Misbehaviour::InvalidBlock,
                                                 consensus::Rejection{consensus::Reject::BadPrevious, {}}}},
                0);
    f.log.failed(QStringLiteral("10.0.0.3:5001"), {PeerFault::Refused}, 0);
    f.log.refused(QStringLiteral("10.0.0.4:40000"), PeerState::Banned, 0);
    f.log.refused(QStringLiteral("10.0.0.4:40001"), PeerState::Unreachable, 0);
    const std::vector<std::string> expected = {
        "linked with 10.0.0.1:5001: /Cairn:1(Mia)/",
        "linked with 10.0.0.2:40000, which dialled: /Cairn:1(Bo)/",
        "the link with 10.0.0.1:5001 ended: it ended the link",
        "the link with 10.0.0.2:40000 ended: it sent a block that is not valid (bad-prevblk)",
        "no link with 10.0.0.3:5001: nobody listens there",
        "no link with 10.0.0.4:40000: that address is banned",
        "no link with 10.0.0.4:40001: no place was free"};
    QVERIFY(f.lines == expected);
}

/// Whoever dials in again has another port; that makes no other line.
void PeerLogTest::repeatsNothingWithinAMinute() {
    LogFixture f;
    for (int port = 40'000; port < 40'100; ++port)
        f.log.refused(QStringLiteral("10.0.0.4:%1").arg(port), PeerState::Banned, (port - 40'000) * 590);
    QCOMPARE(f.lines.size(), std::size_t(1));
    f.log.refused(QStringLiteral("10.0.0.4:1"), PeerState::Banned, 60'000);
    QCOMPARE(f.lines.size(), std::size_t(2));
    f.log.refused(QStringLiteral("10.0.0.5:1"), PeerState::Banned, 60'000); // another's is its own
    QCOMPARE(f.lines.size(), std::size_t(3));
}

void PeerLogTest::staysShortWhateverStrangersDo() {
    LogFixture f;
    for (int i = 0; i < 10'000; ++i)
        f.log.refused(QStringLiteral("10.1.%1.%2:1").arg(i / 250).arg(i % 250), PeerState::Banned, i);
    // Sixty at once, ten in ten seconds, and each of those says first how many were left out.
    QVERIFY2(f.lines.size() <= 80, QByteArray::number(qint64(f.lines.size())));
    f.lines.clear();
    f.log.refused(QStringLiteral("10.2.0.1:1"), PeerState::Banned, 100'000);
    QCOMPARE(f.lines.size(), std::size_t(2));
    QVERIFY(f.lines[0].ends_with("lines about links were left out"));
}

CAIRN_TEST(PeerLogTest)
#include "PeerLogTest.moc"
