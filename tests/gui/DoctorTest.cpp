#include "GuiTest.h"
#include "PageFixture.h"
#include "PeerSamples.h"
#include "support/TestProgram.h"

#include "gui/network/CheckRow.h"
#include "gui/network/Diagnosis.h"
#include "gui/network/DoctorView.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/CopyField.h"
#include "rest/ApiService.h"

#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QSignalSpy>
#include <QTcpServer>

namespace {

using gui::CheckId;
using gui::CheckMark;

/// A computer with nothing to complain of.
gui::DoctorFacts healthyFacts() {
    gui::DoctorFacts facts;
    facts.peers = {test::samplePeer(1, QStringLiteral("teacher"), net::PeerState::InStep),
                   test::samplePeer(2, QStringLiteral("mia"), net::PeerState::InStep, true)};
    facts.height = 2'148;
    facts.now = QDateTime::currentSecsSinceEpoch();
    facts.endpoints.peer = QStringLiteral("http://0.0.0.0:5001");
    facts.addresses = QStringList{QStringLiteral("192.168.1.20")};
    facts.canAskAdministrator = true;
    facts.freeBytes = 41'000'000'000;
    facts.portAnswers = true;
    facts.networkName = QStringLiteral("Lab 12");
    facts.networkWords = QStringLiteral("maple · river · otter");
    facts.version = QStringLiteral("0.1.0");
    return facts;
}

gui::Check checkIn(const gui::DoctorFacts& facts, CheckId id) {
    return gui::diagnose(facts).at(static_cast<std::size_t>(id));
}

} // namespace

/// The doctor: each check against what it is to find, and the tab with a real node.
class DoctorTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); }
    void init() { failOnWarnings(); }
    void allIsWell();
    void findsWhatIsWrong_data();
    void findsWhatIsWrong();
    void clockIsTheMiddleOfAll();
    void namesTheRuleThatDiffers();
    void offersTheFreePort();
    void firewallHasItsCommand();
    void tellsWhatMattersMost();
    void opensThePortAndTriesIt();
    void leadsWhereHelpIs();
    void reportsWithoutAddresses();
    void looksAsDrawn_data();
    void looksAsDrawn();
};

void DoctorTest::allIsWell() {
    const auto checks = gui::diagnose(healthyFacts());
    QCOMPARE(checks.size(), std::size_t(gui::kCheckCount));
    for (const gui::Check& check : checks) {
        QVERIFY2(check.mark == CheckMark::Well, qPrintable(check.title));
        QVERIFY2(check.repair == gui::Repair::None, qPrintable(check.title));
        QVERIFY(!check.title.isEmpty() && !check.detail.isEmpty());
    }
    QCOMPARE(gui::verdictOf(checks).title, QStringLiteral("All nine checks are well."));
}

void DoctorTest::findsWhatIsWrong_data() {
    using Spoil = std::function<void(gui::DoctorFacts&)>;
    QTest::addColumn<CheckId>("id");
    QTest::addColumn<CheckMark>("mark");
    QTest::addColumn<gui::Repair>("repair");
    QTest::addColumn<Spoil>("spoil");
    using enum CheckMark;
    using gui::Repair;
    const auto row = [](const char* name, CheckId id, CheckMark mark, Repair repair, const Spoil& spoil) {
        QTest::newRow(name) << id << mark << repair << spoil;
    };
    const auto state = [](std::size_t peer, net::PeerState other) {
        return [peer, other](gui::DoctorFacts& facts) { facts.peers.at(peer).state = other; };
    };
    row("clock a minute off", CheckId::Clock, Better, Repair::SetClock, [](gui::DoctorFacts& facts) {
        for (net::PeerInfo& peer : facts.peers)
            peer.clockOffset = 60;
    });
    row("clock hours off", CheckId::Clock, Broken, Repair::SetClock, [](gui::DoctorFacts& facts) {
        for (net::PeerInfo& peer : facts.peers)
            peer.clockOffset = -5 * 3'600;
    });
    row("blocks of tomorrow", CheckId::Clock, Broken, Repair::SetClock,
        state(0, net::PeerState::ClockDiffers));
    row("no clocks", CheckId::Clock, NotKnown, Repair::None,
        [](gui::DoctorFacts& facts) { facts.peers.clear(); });
    row("little room", CheckId::Disk, Better, Repair::OpenFolder,
        [](gui::DoctorFacts& facts) { facts.freeBytes = 1'000'000'000; });
    row("full", CheckId::Disk, Broken, Repair::OpenFolder,
        [](gui::DoctorFacts& facts) { facts.freeBytes = 5'000'000; });
    row("disk unknown", CheckId::Disk, NotKnown, Repair::None,
        [](gui::DoctorFacts& facts) { facts.freeBytes = -1; });
    row("old program", CheckId::Version, Better, Repair::None, [](gui::DoctorFacts& facts) {
        facts.peers.front().agent = QStringLiteral("/Satoshi:30.0.0/Cairn:0.2.0/");
    });
    row("only foreign programs", CheckId::Version, NotKnown, Repair::None, [](gui::DoctorFacts& facts) {
        for (net::PeerInfo& peer : facts.peers)
            peer.agent = QStringLiteral("/Satoshi:30.0.0/");
    });
    row("no network", CheckId::Network, Broken, Repair::None,
        [](gui::DoctorFacts& facts) { facts.addresses.clear(); });
    row("port closed", CheckId::Port, Better, Repair::OpenPort,
        [](gui::DoctorFacts& facts) { facts.endpoints.peer.clear(); });
    row("port for itself", CheckId::Port, Better, Repair::OpenPort,
        [](gui::DoctorFacts& facts) { facts.endpoints.peer = QStringLiteral("http://127.0.0.1:5001"); });
    row("port silent", CheckId::Port, Broken, Repair::OpenPort,
        [](gui::DoctorFacts& facts) { facts.portAnswers = false; });
    row("port being tried", CheckId::Port, Running, Repair::None, [](gui::DoctorFacts& facts) {
        facts.portAnswers.reset();
        facts.isProbing = true;
    });
    row("nobody came", CheckId::Reached, Better, Repair::Invite,
        [](gui::DoctorFacts& facts) { facts.peers.pop_back(); });
    row("only from itself", CheckId::Reached, Better, Repair::Invite,
        [](gui::DoctorFacts& facts) { facts.peers.back().facts.isLoopback = true; });
    row("closed, so nobody can", CheckId::Reached, NotKnown, Repair::None, [](gui::DoctorFacts& facts) {
        facts.peers.pop_back();
        facts.endpoints.peer.clear();
    });
    row("alone", CheckId::Peers, Better, Repair::Invite,
        [](gui::DoctorFacts& facts) { facts.peers.clear(); });
    row("all silent", CheckId::Peers, Broken, Repair::DialAgain, [](gui::DoctorFacts& facts) {
        for (net::PeerInfo& peer : facts.peers) {
            peer.state = net::PeerState::Unreachable;
            peer.connectedSince = 0;
        }
    });
    row("wrong network", CheckId::Rules, Better, Repair::ShowRules, state(0, net::PeerState::WrongNetwork));
    row("held", CheckId::Branch, Broken, Repair::Compare, state(0, net::PeerState::Held));
    row("held, they left", CheckId::Branch, Broken, Repair::Compare,
        [](gui::DoctorFacts& facts) { facts.branchHeld = true; });
    row("two branches", CheckId::Branch, Better, Repair::AskOthers, state(0, net::PeerState::OtherBranch));
}

void DoctorTest::findsWhatIsWrong() {
    QFETCH(CheckId, id);
    QFETCH(CheckMark, mark);
    QFETCH(gui::Repair, repair);
    QFETCH(std::function<void(gui::DoctorFacts&)>, spoil);
    gui::DoctorFacts facts = healthyFacts();
    spoil(facts);
    const gui::Check check = checkIn(facts, id);
    QVERIFY2(check.mark == mark, qPrintable(check.title));
    QVERIFY2(check.repair == repair, qPrintable(check.button));
    QCOMPARE(check.button.isEmpty(), repair == gui::Repair::None);
    QVERIFY(check.title != checkIn(healthyFacts(), id).title);
}

/// One liar does not set our clock.
void DoctorTest::clockIsTheMiddleOfAll() {
    gui::DoctorFacts facts = healthyFacts();
    facts.peers.push_back(test::samplePeer(3, QStringLiteral("liar"), net::PeerState::InStep));
    facts.peers.back().clockOffset = 30 * 24 * 3'600;
    QVERIFY(checkIn(facts, CheckId::Clock).mark == CheckMark::Well);
    facts.peers[0].clockOffset = facts.peers[1].clockOffset = 30;
    const gui::Check check = checkIn(facts, CheckId::Clock);
    QVERIFY(check.mark == CheckMark::Better);
    QVERIFY2(check.detail.contains(QStringLiteral("30")) && check.detail.contains(QStringLiteral("behind")),
             qPrintable(check.detail));
}

void DoctorTest::namesTheRuleThatDiffers() {
    gui::DoctorFacts facts = healthyFacts();
    facts.peers = *test::samplePeers();
    const gui::Check check = checkIn(facts, CheckId::Rules);
    const auto kim = std::ranges::find(check.facts, QStringLiteral("kim"), &gui::CheckFact::name);
    QVERIFY(kim != check.facts.end());
    QVERIFY2(kim->value.contains(QStringLiteral("Reward of a block: 50 here, 25 there")),
             qPrintable(kim->value));
}

void DoctorTest::offersTheFreePort() {
    gui::DoctorFacts facts = healthyFacts();
    node::PortProblem problem;
    problem.kind = node::PortProblem::Kind::InUse;
    problem.port = 5001;
    problem.owner = QStringLiteral("python3 (process 4711)");
    problem.freePort = 5003;
    facts.endpoints.peer.clear();
    facts.endpoints.peerProblem = problem;
    const gui::Check check = checkIn(facts, CheckId::Port);
    QVERIFY(check.mark == CheckMark::Broken && check.repair == gui::Repair::OtherPort);
    QCOMPARE(check.button, QStringLiteral("Use port 5003"));
    QVERIFY(check.detail.contains(problem.owner));
}

void DoctorTest::firewallHasItsCommand() {
    gui::DoctorFacts facts = healthyFacts();
    facts.peers.pop_back(); // who had dialled in
    facts.firewall = gui::Firewall::Ufw;
    gui::Check check = checkIn(facts, CheckId::Reached);
    QVERIFY(check.repair == gui::Repair::OpenFirewall);
    QCOMPARE(check.command, QStringLiteral("sudo ufw allow 5001/tcp"));
    facts.canAskAdministrator = false; // then there is nothing but the command
    check = checkIn(facts, CheckId::Reached);
    QVERIFY(check.repair == gui::Repair::None);
    QCOMPARE(check.command, QStringLiteral("sudo ufw allow 5001/tcp"));
    facts = healthyFacts(); // and with a visitor it is in nobody's way
    facts.firewall = gui::Firewall::Ufw;
    QVERIFY(checkIn(facts, CheckId::Reached).mark == CheckMark::Well);
}

void DoctorTest::tellsWhatMattersMost() {
    gui::DoctorFacts facts = healthyFacts();
    facts.peers.pop_back();
    QCOMPARE(gui::verdictOf(gui::diagnose(facts)).title,
             QStringLiteral("Nothing is broken. 1 thing(s) could be better."));
    facts.freeBytes = 0;
    const gui::Verdict verdict = gui::verdictOf(gui::diagnose(facts));
    QCOMPARE(verdict.title, QStringLiteral("One thing needs you: The disk is almost full."));
    QCOMPARE(verdict.broken, 1);
    QCOMPARE(verdict.better, 1);
    QCOMPARE(verdict.well, 7);
}

/// With a real node and its real port.
void DoctorTest::opensThePortAndTriesIt() {
    consensus::NetworkCard card;
    card.name = "Lab 12";
    card.rules.genesisTime = 1'764'480'000;
    {
        QTcpServer probe;
        QVERIFY(probe.listen(QHostAddress::AnyIPv4));
        card.peerPort = probe.serverPort();
    }
    test::MemoryNode node(false, QStringLiteral("off"), consensus::paramsFromCard(card));
    QVERIFY(node.start());
    rest::ApiService api(*node, rest::ApiService::Options{.needsPeerPort = false});
    QVERIFY(test::MemoryNode::answer(api.start()).has_value());
    test::NotedNavigator navigator;
    gui::DoctorView view(*node, navigator);
    view.resize(1084, 620);
    view.show();
    view.refresh();
    QVERIFY(view.check(CheckId::Port).repair == gui::Repair::OpenPort);
    QCOMPARE(view.check(CheckId::Disk).mark == CheckMark::NotKnown, false); // there is a folder
    auto* row =
        view.findChild<gui::CheckRow*>(QStringLiteral("check%1").arg(static_cast<int>(CheckId::Port)));
    QVERIFY(row->repairButton()->isVisible());
    QTest::mouseClick(row->repairButton(), Qt::LeftButton);
    QTRY_VERIFY(!node->api().endpoints().peer.isEmpty());
    QTRY_VERIFY(view.check(CheckId::Port).mark == CheckMark::Well);
    QVERIFY(view.check(CheckId::Port).detail.contains(QString::number(card.peerPort)));
    QVERIFY(row->isChecked()); // what was pressed is what is told of
    QTRY_VERIFY(!row->repairButton()->isVisible());
    QTRY_VERIFY(navigator.notices.contains(QStringLiteral("The port is open.")));
}

void DoctorTest::leadsWhereHelpIs() {
    test::MemoryNode node(false);
    QVERIFY(node.start());
    test::NotedNavigator navigator;
    gui::DoctorView view(*node, navigator);
    view.resize(1084, 620);
    view.show();
    view.examine();
    gui::DoctorFacts facts = healthyFacts();
    facts.peers = *test::samplePeers();
    view.showFacts(facts);
    const auto press = [&view](CheckId id) {
        auto* row = view.findChild<gui::CheckRow*>(QStringLiteral("check%1").arg(static_cast<int>(id)));
        QTest::mouseClick(row->repairButton(), Qt::LeftButton);
    };
    QSignalSpy compare(&view, &gui::DoctorView::compareRequested);
    QSignalSpy rules(&view, &gui::DoctorView::rulesRequested);
    press(CheckId::Branch);
    press(CheckId::Rules);
    QCOMPARE(compare.count(), 1);
    QCOMPARE(rules.count(), 1);
    facts.peers.clear();
    view.showFacts(facts);
    QSignalSpy invite(&view, &gui::DoctorView::inviteRequested);
    press(CheckId::Peers);
    QCOMPARE(invite.count(), 1);
    // With the keyboard: arrows choose.
    auto* first = view.findChild<gui::CheckRow*>(QStringLiteral("check0"));
    QVERIFY(QTest::qWaitForWindowActive(&view));
    first->setFocus();
    first->click();
    QTest::keyClick(first, Qt::Key_Down);
    QVERIFY(view.findChild<gui::CheckRow*>(QStringLiteral("check1"))->isChecked());
    QVERIFY(view.findChild<gui::CheckRow*>(QStringLiteral("check1"))
                ->accessibleName()
                .contains(QStringLiteral("well")));
}

void DoctorTest::reportsWithoutAddresses() {
    test::MemoryNode node(false);
    QVERIFY(node.start());
    test::NotedNavigator navigator;
    gui::DoctorView view(*node, navigator);
    view.resize(1084, 620);
    view.show();
    view.examine();
    gui::DoctorFacts facts = healthyFacts();
    facts.peers = *test::samplePeers();
    view.showFacts(facts);
    QTest::mouseClick(view.findChild<gui::Button*>(QStringLiteral("copyReportButton")), Qt::LeftButton);
    const QString report = QApplication::clipboard()->text();
    QVERIFY(report.contains(QStringLiteral("branch: broken")));
    QVERIFY(report.contains(QStringLiteral("disk: well")));
    for (const QString& secret :
         {QStringLiteral("192.168"), QStringLiteral("teacher"), QStringLiteral("bo,"), node.folder()})
        QVERIFY2(!report.contains(secret), qPrintable(secret));
}

void DoctorTest::looksAsDrawn_data() {
    QTest::addColumn<gui::Theme::Choice>("choice");
    QTest::newRow("light") << gui::Theme::Choice::Light;
    QTest::newRow("dark") << gui::Theme::Choice::Dark;
}

void DoctorTest::looksAsDrawn() {
    QFETCH(gui::Theme::Choice, choice);
    gui::theme().setChoice(choice);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    test::MemoryNode node(false);
    QVERIFY(node.start());
    test::NotedNavigator navigator;
    gui::DoctorView view(*node, navigator);
    view.resize(1084, 640);
    view.show();
    view.examine();
    gui::DoctorFacts facts = healthyFacts();
    view.showFacts(facts);
    QVERIFY(view.verdict().mark == CheckMark::Well);
    test::shoot(view, QStringLiteral("doctor-well-%1").arg(tag));
    facts.peers.pop_back();
    facts.firewall = gui::Firewall::Ufw;
    view.showFacts(facts);
    test::shoot(view, QStringLiteral("doctor-firewall-%1").arg(tag));
    facts.peers = *test::samplePeers();
    facts.replaces = 145;
    view.showFacts(facts);
    QVERIFY(view.verdict().mark == CheckMark::Broken);
    test::shoot(view, QStringLiteral("doctor-broken-%1").arg(tag));
}

CAIRN_GUI_TEST(DoctorTest)
#include "DoctorTest.moc"
