#include "FakeNavigator.h"
#include "GuiTest.h"
#include "PageFixture.h"
#include "PeerSamples.h"
#include "support/HttpStub.h"
#include "support/TestProgram.h"

#include "consensus/ChainParams.h"
#include "gui/frame/Seen.h"
#include "gui/network/NearView.h"
#include "gui/network/SharingControl.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/JoinPanel.h"
#include "gui/welcome/NearCard.h"
#include "gui/welcome/NearTable.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SentenceLabel.h"
#include "gui/widgets/ToggleSwitch.h"

#include <QCheckBox>

using Standing = gui::NearNetwork::Standing;

namespace {

consensus::NetworkCard nearbyCard() {
    consensus::NetworkCard card;
    card.name = "Lab 13";
    card.rules.genesisMessage = "for tests";
    return card;
}

/// A node of that network on this computer, which gives that card.
net::LobbyEntry entryOf(const consensus::NetworkCard& told, const support::HttpStub& stub) {
    net::LobbyEntry entry;
    entry.news = {consensus::paramsFromCard(told).genesisHash, stub.port(),
                  QString::fromStdString(told.name)};
    entry.address = net::netAddressOf(QHostAddress(QHostAddress::LocalHost), stub.port());
    return entry;
}

QByteArray nearCardText(const consensus::NetworkCard& card) {
    return QByteArray::fromStdString(consensus::writeNetworkCard(card));
}

} // namespace

/// The networks near: the tab, the list where one joins, the switch in Invite.
class NearViewTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::MemoryNode> m_node;
    FakeNavigator m_navigator;
    std::unique_ptr<gui::NearView> m_view;

    template <class Widget>
    Widget* find(const char* name) {
        return m_view->findChild<Widget*>(QLatin1String(name));
    }
    [[nodiscard]] node::LobbyView sample() {
        return test::sampleLobby((*m_node)->params().genesisHash, (*m_node)->clock().steadyMs());
    }
    /// What was heard, instead of what this machine hears.
    void feed(const node::LobbyView& lobby) {
        QObject::disconnect(&**m_node, &node::Node::lobbyChanged, m_view.get(), nullptr);
        for (const gui::SeenClock* clock : m_view->findChildren<gui::SeenClock*>())
            clock->disconnect(m_view.get());
        m_view->showLobby(lobby);
    }

private slots:
    void init() {
        failOnWarnings();
        (void)gui::theme();
        m_node = std::make_unique<test::MemoryNode>(false);
        QVERIFY(m_node->start());
        m_navigator.calls.clear();
        m_view = std::make_unique<gui::NearView>(**m_node, m_navigator);
        m_view->resize(1200, 700);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    }
    void cleanup() {
        m_view.reset();
        m_node.reset();
    }

    void saysWhatToSwitchOn() {
        auto* empty = m_view->table()->emptyState();
        QVERIFY(empty->isVisible());
        auto* action = empty->findChild<gui::Button*>();
        QVERIFY(action->isVisible());
        QVERIFY(!find<gui::ToggleSwitch>("lobbySwitch")->isChecked());
        QTest::mouseClick(action, Qt::LeftButton);
        QTRY_VERIFY((*m_node)->lobby().view()->isOn || (*m_node)->lobby().view()->hasFailed);
        QTRY_VERIFY(find<gui::ToggleSwitch>("lobbySwitch")->isChecked());
        QCOMPARE((*m_node)->settings().text(QStringLiteral("lobby")), QStringLiteral("on"));
        QTest::mouseClick(find<gui::ToggleSwitch>("lobbySwitch"), Qt::LeftButton);
        QTRY_VERIFY(!(*m_node)->lobby().view()->isOn);
    }
    void groupsTheNodesOfANetwork() {
        feed(sample());
        const auto* model = m_view->table()->networks();
        QCOMPARE(model->rowCount(), 3);
        const auto row = [&](const QString& name) {
            for (int i = 0; i < model->rowCount(); ++i)
                if (model->network(i)->name == name) return *model->network(i);
            return gui::NearNetwork();
        };
        QCOMPARE(row(QStringLiteral("Lab 13")).nodes.size(), std::size_t{3});
        QCOMPARE(row(QStringLiteral("Lab 13")).standing, Standing::New);
        QCOMPARE(row(QStringLiteral("Lab 12")).standing, Standing::Ours);
    }
    /// Who stays stays chosen, and in its place.
    void keepsTheChoice() {
        feed(sample());
        m_view->table()->selectRow(1);
        const QString name = m_view->table()->chosen()->name;
        node::LobbyView fewer = sample();
        std::erase_if(fewer.entries, [&](const net::LobbyEntry& entry) {
            return entry.news.name == m_view->table()->networks()->network(0)->name;
        });
        feed(fewer);
        QCOMPARE(m_view->table()->networks()->rowCount(), 2);
        QVERIFY(m_view->table()->chosen() != nullptr);
        QCOMPARE(m_view->table()->chosen()->name, name);
    }
    /// The same name, another network: two rows, told apart by their words.
    void aNamesakeIsAnotherOne() {
        node::LobbyView lobby = sample();
        lobby.entries[1].news.network = lobby.entries[4].news.network;
        feed(lobby);
        QCOMPARE(m_view->table()->networks()->rowCount(), 4);
    }
    void joiningShowsTheCardFirst() {
        support::HttpStub stub;
        stub.answers["/p2p/v1/card"] = nearCardText(nearbyCard());
        node::LobbyView lobby;
        lobby.isOn = true;
        lobby.entries = {entryOf(nearbyCard(), stub)};
        feed(lobby);
        QVERIFY(!find<gui::Button>("nearAction")->isVisible());
        m_view->table()->selectRow(0);
        QVERIFY(find<gui::Button>("nearAction")->isVisible());
        QTest::mouseClick(find<gui::Button>("nearAction"), Qt::LeftButton);
        QVERIFY(!find<gui::Button>("nearAction")->isEnabled());
        QTRY_COMPARE(m_navigator.calls.size(), 1);
        QVERIFY(m_navigator.calls[0].startsWith(QLatin1String("join {")));
        QVERIFY(m_navigator.calls[0].contains(QLatin1String("Lab 13")));
    }
    void saysWhenItIsNotWhatItTold() {
        support::HttpStub stub;
        consensus::NetworkCard other = nearbyCard();
        other.rules.coinbaseMaturity = 7;
        stub.answers["/p2p/v1/card"] = nearCardText(other);
        node::LobbyView lobby;
        lobby.isOn = true;
        lobby.entries = {entryOf(nearbyCard(), stub)};
        feed(lobby);
        m_view->table()->selectRow(0);
        QTest::mouseClick(find<gui::Button>("nearAction"), Qt::LeftButton);
        QTRY_COMPARE(m_navigator.calls.size(), 1);
        QVERIFY(m_navigator.calls[0].startsWith(QLatin1String("notice ")));
        QTRY_VERIFY(find<gui::Button>("nearAction")->isEnabled());
    }
    /// On the page where one joins, the rules of the chosen one are shown; a node that gives nothing of use
    /// is passed over for the next.
    void isChosenWhereOneJoins() {
        support::HttpStub dead, good;
        good.answers["/p2p/v1/card"] = nearCardText(nearbyCard());
        QTemporaryDir root;
        gui::JoinPanel panel(root.path());
        panel.resize(1100, 700);
        panel.show();
        auto* near = panel.findChild<gui::NearCard*>();
        QVERIFY(!near->table()->isVisible());
        auto* join = panel.findChild<gui::Button*>(QStringLiteral("joinButton"));
        near->showHeard({entryOf(nearbyCard(), dead), entryOf(nearbyCard(), good)});
        QVERIFY(near->table()->isVisible());
        QVERIFY(!join->isEnabled());
        near->table()->selectRow(0);
        QTRY_VERIFY(join->isEnabled());
        QVERIFY(join->text().contains(QLatin1String("Lab 13")));
        QCOMPARE(dead.count("/p2p/v1/card"), 1);
    }
    void isOfferedWithSharing() {
        gui::SharingControl sharing(**m_node);
        sharing.show();
        auto* check = sharing.findChild<QCheckBox*>(QStringLiteral("shareNearCheck"));
        QVERIFY(check->isHidden()); // nobody can reach this computer: there is nothing to show
        check->click();
        QTRY_COMPARE((*m_node)->settings().text(QStringLiteral("lobby")), QStringLiteral("on"));
        check->click();
        QTRY_COMPARE((*m_node)->settings().text(QStringLiteral("lobby")), QStringLiteral("off"));
    }
};

CAIRN_GUI_TEST(NearViewTest)
#include "NearViewTest.moc"
