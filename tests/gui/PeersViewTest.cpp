#include "GuiTest.h"
#include "PageFixture.h"
#include "PeerSamples.h"
#include "ViewChecks.h"
#include "support/TestProgram.h"

#include "gui/network/MapView.h"
#include "gui/network/MessageSequence.h"
#include "gui/network/MessageWords.h"
#include "gui/network/PeerMap.h"
#include "gui/network/PeerModel.h"
#include "gui/network/PeerPane.h"
#include "gui/network/PeersView.h"
#include "gui/network/TrafficCard.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/TableRoles.h"

#include <QLabel>
#include <QMenu>
#include <QSignalSpy>

/// The Peers and the Map tab with peers in every state, fed in as the node would publish them.
class PeersViewTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        (void)gui::theme();
        m_node = std::make_unique<test::MemoryNode>(false);
        QVERIFY(m_node->start());
    }
    void cleanupTestCase() { m_node.reset(); }
    void init() {
        failOnWarnings();
        gui::theme().setChoice(gui::Theme::Choice::Light);
        m_view = std::make_unique<gui::PeersView>(**m_node, m_navigator);
        m_view->resize(1084, 560);
        m_view->show();
    }
    void cleanup() { m_view.reset(); }

    void saysWhatEachPeerDoes_data();
    void saysWhatEachPeerDoes();
    void rowsStayWhereTheyAre();
    void onlyWhatChangedIsPaintedAgain();
    void oneThatLeftStaysWhileChosen();
    void tellsEverythingOfTheChosenOne();
    void drawsWhatWasSaid();
    void marksWhereTheBrakeHolds();
    void offersWhatCanBeDone();
    void followsTheTrafficOfOne();
    void hasNoRoomForBytesWhereItIsNarrow();
    void cutsNoFactInALongLanguage();
    void mapsWhoIsOnWhichTip();
    void mapKeepsItsPlaces();
    void looksAsDrawn_data();
    void looksAsDrawn();

private:
    [[nodiscard]] QAbstractItemModel* model() const { return m_view->table()->model(); }
    [[nodiscard]] QString cell(int row, int column) const {
        return model()->index(row, column).data().toString();
    }
    [[nodiscard]] QString fact(const QString& name) const {
        return m_view->pane()->findChild<gui::FactsList*>()->factText(name);
    }
    template <class Widget = gui::Button>
    [[nodiscard]] Widget* part(const char* name) const {
        return m_view->findChild<Widget*>(QLatin1String(name));
    }

    test::NotedNavigator m_navigator;
    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<gui::PeersView> m_view;
};

void PeersViewTest::saysWhatEachPeerDoes_data() {
    QTest::addColumn<int>("row");
    QTest::addColumn<QString>("doing");
    QTest::addColumn<gui::TextStyle>("style");
    using enum gui::TextStyle;
    QTest::newRow("in step") << 0 << QStringLiteral("in step") << Normal;
    QTest::newRow("fetching") << 3 << QStringLiteral("fetching 1 block(s) from it") << Work;
    QTest::newRow("held") << 4 << QStringLiteral("longer branch, held back") << Bad;
    QTest::newRow("other branch") << 5 << QStringLiteral("on another branch") << Bad;
    QTest::newRow("checking") << 6 << QStringLiteral("reading its headers") << Work;
    QTest::newRow("clock") << 7 << QStringLiteral("its clock differs") << Bad;
    QTest::newRow("wrong network") << 8 << QStringLiteral("refused: another network") << Bad;
    QTest::newRow("unreachable") << 9 << QStringLiteral("not reached, tried again later") << Normal;
}

void PeersViewTest::saysWhatEachPeerDoes() {
    QFETCH(int, row);
    QFETCH(gui::TextStyle, style);
    m_view->showPeers(test::samplePeers());
    QTEST(cell(row, gui::PeerModel::Doing), "doing");
    const QModelIndex doing = model()->index(row, gui::PeerModel::Doing);
    QCOMPARE(static_cast<gui::TextStyle>(doing.data(gui::TextStyleRole).toInt()), style);
    // Who dialled is told to the eye and to the ear.
    const QModelIndex address = model()->index(row, gui::PeerModel::Address);
    const bool dialledIn = test::samplePeers()->at(static_cast<std::size_t>(row)).dialledIn;
    QCOMPARE(address.data(gui::IconNameRole).toString(),
             dialledIn ? QStringLiteral("arrow-left") : QStringLiteral("arrow-right"));
    QVERIFY(address.data(Qt::AccessibleTextRole)
                .toString()
                .startsWith(dialledIn ? QStringLiteral("It dialled us") : QStringLiteral("We dialled it")));
}

/// Somebody comes, somebody goes, in the middle: the selection and the others do not move.
void PeersViewTest::rowsStayWhereTheyAre() {
    const auto all = test::samplePeers();
    m_view->showPeers(test::without(test::without(all, 2), 9));
    QVERIFY(m_view->choosePeer(5));
    QSignalSpy reset(model(), &QAbstractItemModel::modelReset);
    QSignalSpy inserted(model(), &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(model(), &QAbstractItemModel::rowsRemoved);
    m_view->showPeers(test::without(all, 1));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 2);
    QCOMPARE(removed.count(), 1);
    QCOMPARE(m_view->pane()->peer().id, net::PeerId(5));
    QCOMPARE(cell(m_view->table()->currentIndex().row(), gui::PeerModel::Name), QStringLiteral("bo"));
}

void PeersViewTest::onlyWhatChangedIsPaintedAgain() {
    const auto all = test::samplePeers();
    m_view->showPeers(all);
    QSignalSpy changed(model(), &QAbstractItemModel::dataChanged);
    m_view->showPeers(std::make_shared<std::vector<net::PeerInfo>>(*all));
    QCOMPARE(changed.count(), 0);
    auto next = std::make_shared<std::vector<net::PeerInfo>>(*all);
    next->at(2).height = 2'149;
    m_view->showPeers(next);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 2);
}

void PeersViewTest::oneThatLeftStaysWhileChosen() {
    const auto all = test::samplePeers();
    m_view->showPeers(all);
    QVERIFY(m_view->choosePeer(3));
    m_view->showPeers(test::without(all, 3));
    QCOMPARE(model()->rowCount(), 10);
    QVERIFY(m_view->pane()->isVisible() && m_view->pane()->hasLeft());
    QVERIFY(cell(2, gui::PeerModel::Doing).startsWith(QStringLiteral("left at ")));
    QCOMPARE(model()->index(2, 0).data(gui::RowToneRole).toInt(), static_cast<int>(gui::RowTone::Faded));
    QVERIFY(!part("disconnectPeerButton")->isVisible());
    QVERIFY(part("blockPeerButton")->isVisible()); // its address may still be kept out
    m_view->showPeers(test::without(all, 3));      // further news change nothing
    QCOMPARE(model()->rowCount(), 10);
    QVERIFY(m_view->choosePeer(4));
    QCOMPARE(model()->rowCount(), 9);
    QCOMPARE(m_view->pane()->peer().id, net::PeerId(4));
    QVERIFY(!m_view->pane()->hasLeft());
    // It comes back as somebody else; this one comes back as itself.
    m_view->showPeers(test::without(all, 4));
    QVERIFY(m_view->pane()->hasLeft());
    m_view->showPeers(all);
    QVERIFY(!m_view->pane()->hasLeft());
}

void PeersViewTest::tellsEverythingOfTheChosenOne() {
    m_view->showPeers(test::samplePeers());
    QVERIFY(!m_view->pane()->isVisible());
    QVERIFY(m_view->choosePeer(8));
    QVERIFY(m_view->pane()->isVisible());
    QCOMPARE(fact(QStringLiteral("Runs")), QStringLiteral("Cairn 0.1.0, protocol 70016"));
    QVERIFY(fact(QStringLiteral("Here since"))
                .startsWith(QStringLiteral("Today"))); // a time, no span: that would not stand still
    QVERIFY(fact(QStringLiteral("Clock")).endsWith(QStringLiteral("ahead of yours")));
    QVERIFY(fact(QStringLiteral("Fee filter")).contains(QStringLiteral("1.0")));
    QVERIFY(fact(QStringLiteral("Last block")).startsWith(QStringLiteral("Today")));
    QVERIFY(part<QLabel>("peerTrouble")->text().contains(QStringLiteral("clock")));
    // A refusal names the rule that differs, in words.
    QVERIFY(m_view->choosePeer(9));
    const QString trouble = part<QLabel>("peerTrouble")->text();
    QVERIFY2(trouble.contains(QStringLiteral("Lab 13")) &&
                 trouble.contains(QStringLiteral("Reward of a block: 50")),
             qPrintable(trouble));
    QVERIFY(m_view->choosePeer(10));
    QVERIFY(part<QLabel>("peerTrouble")->text().contains(QStringLiteral("no node listens")));
    QVERIFY(m_view->choosePeer(1));
    QVERIFY(!part<QLabel>("peerTrouble")->isVisible());
    QTest::keyClick(m_view->table(), Qt::Key_Escape);
    QVERIFY(!m_view->pane()->isVisible());
}

void PeersViewTest::drawsWhatWasSaid() {
    gui::MessageSequence sequence;
    sequence.resize(sequence.sizeHint());
    sequence.setMessages(test::sampleTalk(), QStringLiteral("bo"), false);
    QCOMPARE(sequence.messageCount(), 5);
    QCOMPARE(sequence.itemCount(), 5);
    QAbstractItemModel* table = sequence.tableModel();
    QCOMPARE(table->rowCount(), 5); // the latest first
    QCOMPARE(table->index(0, 2).data().toString(), QStringLiteral("pong · 3 time(s)"));
    QCOMPARE(table->index(2, 2).data().toString(), QStringLiteral("headers · 148"));
    QCOMPARE(table->index(2, 1).data().toString(), QStringLiteral("bo"));
    QCOMPARE(table->index(3, 1).data().toString(), QStringLiteral("you"));
    QCOMPARE(table->index(2, 4).data().toString(), gui::messageMeaning(QStringLiteral("headers")));
    // Only as many as there is room for, and those the latest.
    sequence.resize(sequence.width(), sequence.minimumSizeHint().height());
    QCOMPARE(sequence.itemCount(), 3);
    sequence.show();
    sequence.setFocus();
    sequence.setCurrentItem(2);
    QVERIFY2(sequence.accessibleDescription().startsWith(QStringLiteral("bo said pong")),
             qPrintable(sequence.accessibleDescription()));
}

void PeersViewTest::marksWhereTheBrakeHolds() {
    gui::MessageSequence sequence;
    sequence.resize(sequence.sizeHint());
    sequence.setMessages(test::sampleTalk(), QStringLiteral("bo"), true);
    QCOMPARE(sequence.messageCount(), 6);
    QAbstractItemModel* table = sequence.tableModel();
    QCOMPARE(table->index(2, 4).data().toString(), QStringLiteral("Held back, waits for you."));
    QCOMPARE(table->index(3, 2).data().toString(), QStringLiteral("headers · 148")); // right behind them
}

void PeersViewTest::offersWhatCanBeDone() {
    m_view->showPeers(test::samplePeers());
    QVERIFY(m_view->choosePeer(1)); // dialled by us
    QVERIFY(part("disconnectPeerButton")->isVisible() && part("removePeerButton")->isVisible());
    QVERIFY(!part("comparePeerButton")->isVisible());
    QVERIFY(m_view->choosePeer(5)); // dialled in, held
    QVERIFY(part("disconnectPeerButton")->isVisible() && !part("removePeerButton")->isVisible());
    QVERIFY(part("comparePeerButton")->isVisible());
    QSignalSpy compare(m_view.get(), &gui::PeersView::compareRequested);
    QTest::mouseClick(part("comparePeerButton"), Qt::LeftButton);
    QCOMPARE(compare.count(), 1);
    QVERIFY(m_view->choosePeer(10)); // no link
    QVERIFY(!part("disconnectPeerButton")->isVisible() && part("removePeerButton")->isVisible());
    const std::unique_ptr<QMenu> menu(m_view->table()->makeMenu(model()->index(0, 0)));
    QStringList entries;
    for (const QAction* action : menu->actions())
        entries << action->text();
    for (const char* entry : {"Disconnect", "Remove", "Block…"})
        QVERIFY2(entries.join(QLatin1Char('|')).contains(QString::fromUtf8(entry)), entry);
}

void PeersViewTest::followsTheTrafficOfOne() {
    m_view->showPeers(test::samplePeers());
    auto* traffic = m_view->findChild<gui::TrafficCard*>();
    QVERIFY(!part("trafficChoice")->isVisible());
    QVERIFY(m_view->choosePeer(2));
    QVERIFY(traffic->showsAll());
    QTest::mouseClick(part("trafficChoice"), Qt::LeftButton);
    QVERIFY(!traffic->showsAll());
    QCOMPARE(traffic->title(), QStringLiteral("Traffic with ana-laptop"));
    QVERIFY(m_view->choosePeer(3)); // goes on with the next one
    QCOMPARE(traffic->title(), QStringLiteral("Traffic with mia"));
    QTest::keyClick(m_view->table(), Qt::Key_Escape);
    QVERIFY(traffic->showsAll());
    QCOMPARE(traffic->title(), QStringLiteral("Traffic"));
}

void PeersViewTest::hasNoRoomForBytesWhereItIsNarrow() {
    m_view->showPeers(test::samplePeers());
    QVERIFY(m_view->table()->isColumnHidden(gui::PeerModel::In));
    m_view->resize(1'500, 700);
    QTRY_VERIFY(!m_view->table()->isColumnHidden(gui::PeerModel::In));
}

/// "Yesterday 10:42" is the longest of its values, where words are long too.
void PeersViewTest::cutsNoFactInALongLanguage() {
    test::PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    gui::theme().setTextScale(125);
    gui::PeersView view(**m_node, m_navigator);
    auto peers = std::make_shared<std::vector<net::PeerInfo>>(*test::samplePeers());
    for (net::PeerInfo& peer : *peers)
        peer.connectedSince = (*m_node)->clock().now() - 24 * 3'600;
    view.resize(1000, 560);
    view.show();
    view.showPeers(peers);
    view.table()->selectRow(0);
    QTRY_VERIFY(view.pane()->isVisible());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const QStringList cut = test::cutTexts(*view.pane());
    gui::theme().setTextScale(100);
    QCoreApplication::removeTranslator(&pseudo);
    QCOMPARE(cut, QStringList());
}

void PeersViewTest::mapsWhoIsOnWhichTip() {
    gui::MapView view(**m_node);
    view.resize(1084, 560);
    view.show();
    view.showPeers(std::make_shared<std::vector<net::PeerInfo>>());
    QVERIFY(!view.map()->isVisible()); // alone: what would be here
    view.showPeers(test::samplePeers());
    QTRY_VERIFY(view.map()->isVisible());
    QCOMPARE(view.map()->itemCount(), 11); // and you
    QVERIFY(view.map()->isOnOurTip(1) && !view.map()->isOnOurTip(5));
    const auto* tips = view.findChild<gui::FactsList*>(QStringLiteral("mapTips"));
    QCOMPARE(tips->factText(QStringLiteral("On our tip")), QStringLiteral("teacher, ana-laptop, mia"));
    QCOMPARE(tips->factText(QStringLiteral("On a branch held back")), QStringLiteral("bo"));
    QCOMPARE(tips->factText(QStringLiteral("Behind us")), QStringLiteral("nobody"));
    QAbstractItemModel* table = view.map()->tableModel();
    QCOMPARE(table->rowCount(), 11);
    QCOMPARE(table->index(3, 3).data().toString(), QStringLiteral("it dialled us"));
    QCOMPARE(table->index(1, 3).data().toString(), QStringLiteral("we dialled it"));
    QSignalSpy chosen(&view, &gui::MapView::peerChosen);
    QTest::mouseClick(view.map(), Qt::LeftButton, {}, view.map()->itemRect(5).center().toPoint());
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().toULongLong(), 5ULL);
}

/// News that move nobody move nothing; who falls behind goes outwards in the same direction.
void PeersViewTest::mapKeepsItsPlaces() {
    gui::PeerMap map;
    map.resize(700, 460);
    const auto all = test::samplePeers();
    map.setPeers(all, 2'148);
    std::vector<QPointF> before;
    for (int item = 0; item < map.itemCount(); ++item)
        before.push_back(map.itemRect(item).center());
    auto next = std::make_shared<std::vector<net::PeerInfo>>(*all);
    next->at(0).height = 2'147;
    next->at(0).state = net::PeerState::Behind;
    map.setPeers(next, 2'149);
    for (int item = 2; item < map.itemCount(); ++item)
        QCOMPARE(map.itemRect(item).center(), before[static_cast<std::size_t>(item)]);
    const auto away = [&before](const QPointF& at) { return QLineF(before[0], at).length(); };
    QVERIFY(away(map.itemRect(1).center()) > away(before[1]));
    QVERIFY(std::abs(QLineF(before[0], map.itemRect(1).center()).angle() -
                     QLineF(before[0], before[1]).angle()) < 1);
}

void PeersViewTest::looksAsDrawn_data() {
    QTest::addColumn<gui::Theme::Choice>("choice");
    QTest::newRow("light") << gui::Theme::Choice::Light;
    QTest::newRow("dark") << gui::Theme::Choice::Dark;
}

/// Kept as pictures where CAIRN_SHOTS names a folder; here: that everything is painted without a warning.
void PeersViewTest::looksAsDrawn() {
    QFETCH(gui::Theme::Choice, choice);
    gui::theme().setChoice(choice);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    m_view->showPeers(test::samplePeers());
    for (const net::PeerId id : {1, 5, 9, 10}) {
        QVERIFY(m_view->choosePeer(id));
        QVERIFY(m_view->pane()->isVisible());
        test::shoot(*m_view, QStringLiteral("peers-%1-%2").arg(id).arg(tag));
    }
    m_view->showPeers(test::without(test::samplePeers(), 10));
    QVERIFY(m_view->pane()->hasLeft());
    test::shoot(*m_view, QStringLiteral("peers-left-%1").arg(tag));
    gui::MapView map(**m_node);
    map.resize(1084, 560);
    map.showPeers(test::samplePeers());
    map.show();
    QVERIFY(map.map()->isVisible());
    test::shoot(map, QStringLiteral("map-%1").arg(tag));
}

CAIRN_GUI_TEST(PeersViewTest)
#include "PeersViewTest.moc"
