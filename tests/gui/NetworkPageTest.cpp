#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/dialogs/FormDialog.h"
#include "gui/network/BansView.h"
#include "gui/network/BlockDialog.h"
#include "gui/network/NetworkPage.h"
#include "gui/network/PeerPane.h"
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

    /// One button keeps a peer out, and lets it in again.
    void takesABlockBack() {
        auto* address = openDialog();
        QTest::keyClicks(address, QStringLiteral("127.0.0.1:9"));
        QTest::keyClick(address, Qt::Key_Return);
        auto* table = m_page->findChild<gui::PeersView*>()->table();
        QTRY_COMPARE(table->model()->rowCount(), 1);
        table->selectRow(0);
        auto* block = m_page->findChild<gui::Button*>(QStringLiteral("blockPeerButton"));
        QVERIFY(block->isVisible());
        const auto isBanned = [this] {
            return (*m_node)->peers().list()->at(0).state == net::PeerState::Banned;
        };
        QTest::mouseClick(block, Qt::LeftButton);
        auto* dialog = m_page->findChild<gui::BlockDialog*>();
        QVERIFY(dialog);
        test::shoot(*dialog, QStringLiteral("block-peer-dialog"));
        QTest::mouseClick(dialog->acceptButton(), Qt::LeftButton);
        QTRY_VERIFY(isBanned());
        QTRY_COMPARE(block->text(), QStringLiteral("Undo the block"));
        QTest::mouseClick(block, Qt::LeftButton);
        QTRY_VERIFY(!isBanned());
        QTRY_COMPARE(block->text(), QStringLiteral("Block…"));
    }

    /// The Blocked tab: nobody, an address typed by hand, undone with a key; and what is no address.
    void blocksAndLetsIn() {
        m_page->setTab(gui::NetworkPage::Blocked);
        auto* view = m_page->findChild<gui::BansView*>();
        QTRY_VERIFY(view && view->isVisible());
        QCOMPARE(view->table()->model()->rowCount(), 0);
        test::shoot(*m_page, QStringLiteral("blocked-empty"));
        block(QStringLiteral("no address"));
        auto* dialog = m_page->findChild<gui::BlockDialog*>();
        QTRY_VERIFY(hasProblem(dialog));
        auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("blockAddressEdit"));
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("10.1.0.0/16"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(view->table()->model()->rowCount(), 1);
        QTRY_VERIFY(!m_page->findChild<gui::BlockDialog*>());
        block(QStringLiteral("192.168.1.44"));
        QTRY_COMPARE(view->table()->model()->rowCount(), 2);
        const auto row = [view](int at, int column) {
            return view->table()->model()->index(at, column).data().toString();
        };
        const int single =
            row(0, 0) == QStringLiteral("192.168.1.44") ? 0 : 1; // a single one without its /32
        QCOMPARE(row(single, 0), QStringLiteral("192.168.1.44"));
        QCOMPARE(row(1 - single, 0), QStringLiteral("10.1.0.0/16"));
        QCOMPARE(row(0, 3), QStringLiteral("by you"));
        test::shoot(*m_page, QStringLiteral("blocked-two"));
        m_page->window()->activateWindow(); // the dialog was it
        QVERIFY(QTest::qWaitForWindowActive(m_page->window()));
        view->table()->selectRow(single);
        view->table()->setFocus();
        QTest::keyClick(view->table(), Qt::Key_Delete);
        QTRY_COMPARE(view->table()->model()->rowCount(), 1);
        QCOMPARE(row(0, 0), QStringLiteral("10.1.0.0/16"));
        const auto bans = test::MemoryNode::answer((*m_node)->peers().bans());
        QCOMPARE(bans.size(), std::size_t(1));
    }

    void showsEveryTab() {
        m_page->setTab(gui::NetworkPage::Rules);
        const auto labels = m_page->findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
            return label->isVisible() && label->text() == QStringLiteral("bcrt");
        }));
        for (int tab = 0; tab < m_page->header()->tabs()->count(); ++tab) {
            m_page->setTab(tab);
            QTest::qWait(0);
            test::shoot(*m_page, QStringLiteral("network-tab-%1").arg(tab));
        }
        QCOMPARE(m_page->header()->tabs()->count(), int(gui::NetworkPage::Doctor) + 1);
    }

    void invites() {
        QTest::mouseClick(m_page->findChild<gui::Button*>(QStringLiteral("inviteButton")), Qt::LeftButton);
        auto* dialog = m_page->findChild<QDialog*>(QStringLiteral("inviteDialog"));
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<gui::QrView*>()); // regtest is no network of a card
        test::shoot(*dialog, QStringLiteral("invite-light"));
        dialog->close();
    }

private:
    void block(const QString& address) {
        m_page->findChild<gui::BansView*>()->askAddress();
        auto* field = m_page->findChild<QLineEdit*>(QStringLiteral("blockAddressEdit"));
        QTest::keyClicks(field, address);
        QTest::keyClick(field, Qt::Key_Return);
    }
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
