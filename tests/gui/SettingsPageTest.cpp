#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/settings/SettingsPage.h"
#include "gui/theme/Theme.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSpinBox>

class SettingsPageTest : public QObject {
    Q_OBJECT

private slots:
    void init() {
        failOnWarnings();
        (void)gui::theme();
        m_node = std::make_unique<test::MemoryNode>(false);
        QVERIFY(m_node->start());
        m_page = std::make_unique<gui::SettingsPage>(**m_node, m_navigator);
        m_page->resize(1244, 784);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
        QTRY_VERIFY(m_page->isComplete());
    }
    void cleanup() {
        m_page.reset();
        m_node.reset();
    }

    void appliesAndKeepsAChange() {
        auto* spin = control<QSpinBox>("confirmation_blocks");
        spin->setFocus();
        spin->selectAll();
        QTest::keyClicks(spin, QStringLiteral("3"));
        QTest::keyClick(spin, Qt::Key_Return);
        QCOMPARE((*m_node)->settings().number(QStringLiteral("confirmation_blocks")), 3);
        const QSettings kept((*m_node)->paths().settings(), QSettings::IniFormat);
        QCOMPARE(kept.value(QStringLiteral("confirmation_blocks")).toString(), QStringLiteral("3"));
        test::shoot(*m_page, QStringLiteral("settings-light"));
    }

    void saysWhatIsWrong() {
        auto* edit = control<QLineEdit>("peer_bind");
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("nowhere at all"));
        QTest::keyClick(edit, Qt::Key_Return);
        auto* problem = m_page->findChild<QLabel*>(QStringLiteral("peer_bindProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("IP address")));
        QCOMPARE(edit->text(), QStringLiteral("nowhere at all"));
        QCOMPARE((*m_node)->settings().text(QStringLiteral("peer_bind")), QStringLiteral("off"));
    }

    void leavesTheCommandLineAlone() {
        QVERIFY(!control<QSpinBox>("mining_threads")
                     ->isEnabled()); // the fixture sets it as the command line does
        QVERIFY(control<QSpinBox>("mining_percent")->isEnabled());
    }

    void findsByWords() {
        QTest::keyClicks(m_page->findChild<QLineEdit*>(QStringLiteral("settingSearch")),
                         QStringLiteral("colours"));
        QVERIFY(control<QComboBox>("theme")->isVisible());
        QVERIFY(!control<QSpinBox>("mining_percent")->isVisible());
    }

private:
    template <class T>
    T* control(const char* key) {
        return m_page->findChild<T*>(QLatin1String(key) + QStringLiteral("Control"));
    }

    test::NotedNavigator m_navigator;
    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<gui::SettingsPage> m_page;
};

CAIRN_GUI_TEST(SettingsPageTest)
#include "SettingsPageTest.moc"
