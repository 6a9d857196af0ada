#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/dialogs/FormDialog.h"
#include "gui/network/NetworkPage.h"
#include "gui/network/PeersView.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/QrView.h"
#include "gui/widgets/SegmentedControl.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>

class NetworkPageTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        failOnWarnings();
        (void)gui::theme();
        m_node = std::make_unique<test::MemoryNode>(false);
        QVERIFY(m_node->start());
        m_page = std::make_unique<gui::NetworkPage>(**m_node, m_navigator);
        m_page->resize(1244, 784);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() {
        m_page.reset();
        m_node.reset();
    }

    void saysWhyAPeerCannotBeAdded() {
        auto* address = openDialog();
        auto* dialog = m_page->findChild<QDialog*>(QStringLiteral("addPeerDialog"));
        QTest::keyClicks(address, QStringLiteral("not a host at all"));
        QTest::keyClick(address, Qt::Key_Return);
        QTRY_VERIFY(hasProblem(dialog));
        QVERIFY(dialog->isVisible());
        QVERIFY((*m_node)->peers().list()->empty());
    }

    void showsAndRemovesAPeer() {
        auto* address = openDialog();
        QTest::keyClicks(address, QStringLiteral("127.0.0.1:9"));
        QTest::keyClick(address, Qt::Key_Return);
        auto* table = m_page->findChild<gui::PeersView*>()->table();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        test::shoot(*m_page, QStringLiteral("network-light"));
        table->selectRow(0);
        auto* remove = m_page->findChild<gui::Button*>(QStringLiteral("removePeerButton"));
        QVERIFY(remove->isVisible());
        QTest::mouseClick(remove, Qt::LeftButton);
        QTRY_COMPARE(table->model()->rowCount(), 0);
    }

    /// One button bans a peer, and takes it back.
    void takesABanBack() {
        auto* address = openDialog();
        QTest::keyClicks(address, QStringLiteral("127.0.0.1:9"));
        QTest::keyClick(address, Qt::Key_Return);
        auto* table = m_page->findChild<gui::PeersView*>()->table();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        auto* ban = m_page->findChild<gui::Button*>(QStringLiteral("banPeerButton"));
        const auto isBanned = [this] {
            return (*m_node)->peers().list()->at(0).state == net::PeerState::Banned;
        };
        QTest::mouseClick(ban, Qt::LeftButton);
        auto* dialog = m_page->findChild<gui::FormDialog*>();
        QVERIFY(dialog);
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY(isBanned());
        QTRY_COMPARE(ban->text(), QStringLiteral("Undo the ban"));
        QTest::mouseClick(ban, Qt::LeftButton);
        QTRY_VERIFY(!isBanned());
        QTRY_COMPARE(ban->text(), QStringLiteral("Ban…"));
    }

    void showsTheRulesAndInvites() {
        m_page->header()->tabs()->setCurrentIndex(1);
        const auto labels = m_page->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text() == QStringLiteral("bcrt");
        }));
        test::shoot(*m_page, QStringLiteral("rules-light"));
        QTest::mouseClick(m_page->findChild<gui::Button*>(QStringLiteral("inviteButton")), Qt::LeftButton);
        auto* dialog = m_page->findChild<QDialog*>(QStringLiteral("inviteDialog"));
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<gui::QrView*>()); // regtest is no network of a card
        test::shoot(*dialog, QStringLiteral("invite-light"));
        dialog->close();
    }

private:
    QLineEdit* openDialog() {
        QTest::mouseClick(m_page->findChild<gui::Button*>(QStringLiteral("addPeerButton")), Qt::LeftButton);
        return m_page->findChild<QLineEdit*>(QStringLiteral("peerAddressEdit"));
    }
    static bool hasProblem(const QDialog* dialog) {
        const auto banners = dialog->findChildren<QWidget*>();
        return std::ranges::any_of(
            banners, [](const QWidget* each) { return each->inherits("gui::Banner") && each->isVisible(); });
    }

    test::NotedNavigator m_navigator;
    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<gui::NetworkPage> m_page;
};

CAIRN_GUI_TEST(NetworkPageTest)
#include "NetworkPageTest.moc"
