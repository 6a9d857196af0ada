#include "net/PeerPrograms.h"
#include "support/TestProgram.h"

using namespace net;

namespace {

PeerInfo linkTo(PeerId id, std::uint8_t host, std::uint64_t run, bool dialledIn) {
    PeerInfo link;
    link.id = id;
    link.dialledIn = dialledIn;
    link.remote = {
        wire::NetAddress::Kind::Ipv4, {192, 168, 1, host}, quint16(dialledIn ? 40'000 + id : 5'001)};
    link.run = run;
    link.connectedSince = 1'000 + std::int64_t(id);
    link.state = PeerState::InStep;
    link.height = 7;
    link.bytesIn = 100;
    link.bytesOut = 10;
    link.sentByCommand[QStringLiteral("ping")] = {40, 2};
    return link;
}

std::vector<PeerId> idsOf(const std::vector<PeerInfo>& rows) {
    std::vector<PeerId> out;
    for (const PeerInfo& row : rows)
        out.push_back(row.id);
    return out;
}

} // namespace

class PeerProgramsTest : public QObject {
    Q_OBJECT
private slots:
    void twoLinksAreOneProgram();
    void theLinkThatKnowsMoreSpeaks();
    void othersStayAsTheyAre();
    void whoCopiesANumberHidesItselfOnly();
};

void PeerProgramsTest::twoLinksAreOneProgram() {
    // Three computers that all dialled each other, seen by one of them.
    const auto rows = programsOf({linkTo(1, 10, 70, true), linkTo(2, 10, 70, false), linkTo(3, 11, 80, false),
                                  linkTo(4, 11, 80, true)});
    QCOMPARE(idsOf(rows), (std::vector<PeerId>{2, 3}));
    QCOMPARE(rows[0].twin, PeerId(1));
    QCOMPARE(rows[1].twin, PeerId(4));
    QVERIFY(!rows[0].dialledIn);
    QCOMPARE(rows[0].bytesIn, std::int64_t(200));
    QCOMPARE(rows[0].bytesOut, std::int64_t(20));
    QCOMPARE(rows[0].sentByCommand.at(QStringLiteral("ping")).messages, std::int64_t(4));
    QCOMPARE(rows[0].connectedSince, std::int64_t(1'001));
}

void PeerProgramsTest::theLinkThatKnowsMoreSpeaks() {
    PeerInfo ours = linkTo(1, 10, 70, false), theirs = linkTo(2, 10, 70, true);
    ours.state = PeerState::Checking;
    ours.height = -1;
    QCOMPARE(programsOf({ours, theirs})[0].state, PeerState::InStep);
    QCOMPARE(programsOf({ours, theirs})[0].height, 7);
    ours = linkTo(1, 10, 70, false);
    theirs.state = PeerState::CatchingUp;
    theirs.chainWork = consensus::Uint256(9);
    QCOMPARE(programsOf({ours, theirs})[0].state, PeerState::CatchingUp);
    theirs.chainWork = {};
    QCOMPARE(programsOf({ours, theirs})[0].state, PeerState::InStep);
}

void PeerProgramsTest::othersStayAsTheyAre() {
    PeerInfo gone = linkTo(6, 14, 90, false);
    gone.connectedSince = 0;
    const std::vector<PeerInfo> links = {linkTo(1, 10, 70, false),
                                         linkTo(2, 11, 70, true), // the same number elsewhere
                                         linkTo(3, 12, 0, false),
                                         linkTo(4, 12, 0, true),  // no number
                                         linkTo(5, 10, 71, true), // another program of that computer
                                         gone,
                                         linkTo(7, 14, 90, true)}; // one link only
    QCOMPARE(idsOf(programsOf(links)), idsOf(links));
    for (const PeerInfo& row : programsOf(links))
        QCOMPARE(row.twin, PeerId(0));
    QVERIFY(programsOf({}).empty());
}

/// Two strangers that dialled in are never one, and of those that copy the number of whom we dialled, at its
/// host, all but one are seen.
void PeerProgramsTest::whoCopiesANumberHidesItselfOnly() {
    QCOMPARE(programsOf({linkTo(1, 10, 70, true), linkTo(2, 10, 70, true)}).size(), std::size_t(2));
    const auto rows =
        programsOf({linkTo(1, 10, 70, false), linkTo(2, 10, 70, true), linkTo(3, 10, 70, true)});
    QCOMPARE(idsOf(rows), (std::vector<PeerId>{1, 3}));
    // Nor are two that we dialled.
    QCOMPARE(programsOf({linkTo(1, 10, 70, false), linkTo(2, 10, 70, false)}).size(), std::size_t(2));
}

CAIRN_TEST(PeerProgramsTest)
#include "PeerProgramsTest.moc"
