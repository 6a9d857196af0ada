#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/settings/EndpointEdit.h"
#include "gui/settings/ListEdit.h"
#include "gui/settings/SettingWords.h"
#include "gui/settings/SettingsPage.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Notices.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>

#include <algorithm>

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

    void everySettingHasWords() {
        for (const node::SettingRow& row : node::settingRows()) {
            if (!row.inWindow) continue;
            const gui::SettingWords words = gui::settingWords(row);
            QVERIFY2(!words.label.isEmpty() && words.sentence.endsWith(QLatin1Char('.')), row.key);
            QVERIFY2(m_page->findChild<QWidget*>(QLatin1String(row.key) + QStringLiteral("Control")),
                     row.key);
            if (row.type != node::SettingRow::Type::Choice) continue;
            for (const QString& value : QString::fromLatin1(row.choices).split(QLatin1Char(','))) {
                const bool isName = value != value.toLower(); // of a processor's instructions
                QVERIFY2(isName || gui::choiceWords(row, value) != value || QByteArray(row.key) == "theme" ||
                             QByteArray(row.key) == "mining_mode",
                         qPrintable(value));
            }
        }
    }

    /// Keys are for files and command lines: no text, tip, name or problem speaks in them.
    void speaksInNoKeys() {
        QStringList texts;
        for (const QWidget* widget : m_page->findChildren<QWidget*>()) {
            texts << widget->toolTip() << widget->accessibleName() << widget->accessibleDescription();
            if (const auto* label = qobject_cast<const QLabel*>(widget)) texts << label->text();
            const auto* box = qobject_cast<const QComboBox*>(widget);
            for (int i = 0; box && i < box->count(); ++i)
                texts << box->itemText(i);
        }
        for (const node::SettingRow& row : node::settingRows()) {
            const auto wrong = node::Settings().set(QLatin1String(row.key), QStringLiteral("\x01"),
                                                    node::SettingSource::File);
            if (!wrong) texts << gui::settingProblem(row, wrong.error());
            for (const QString& text : std::as_const(texts)) {
                const bool speaks = QLatin1String(row.key).contains(QLatin1Char('_')) &&
                                    text.contains(QLatin1String(row.key));
                QVERIFY2(!speaks, qPrintable(text));
            }
        }
    }

    void offersOnlyPlacesToListenAt() {
        auto* edit = control<gui::EndpointEdit>("peer_bind");
        auto* host = edit->findChild<QComboBox*>();
        auto* port = edit->findChild<QSpinBox*>();
        QCOMPARE(edit->text(), QStringLiteral("off"));
        QVERIFY(!port->isEnabled());
        host->setFocus();
        host->setCurrentIndex(host->findData(QStringLiteral("0.0.0.0")));
        emit host->activated(host->currentIndex());
        const QString key = QStringLiteral("peer_bind");
        QCOMPARE((*m_node)->settings().text(key),
                 QStringLiteral("0.0.0.0:%1").arg((*m_node)->params().card.peerPort));
        port->setFocus();
        port->selectAll();
        QTest::keyClicks(port, QStringLiteral("6001"));
        QTest::keyClick(port, Qt::Key_Return);
        QCOMPARE((*m_node)->settings().text(key), QStringLiteral("0.0.0.0:6001"));
    }

    void readsEveryFormOfAPlace_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown");
        QTest::newRow("off") << "off"
                             << "off";
        QTest::newRow("both") << "127.0.0.1:5000"
                              << "127.0.0.1:5000";
        QTest::newRow("address alone") << "0.0.0.0"
                                       << "0.0.0.0:5001";
        QTest::newRow("name") << "localhost:0"
                              << "localhost:0";
        QTest::newRow("IPv6") << "[::1]:5000"
                              << "[::1]:5000";
        QTest::newRow("IPv6 alone") << "::1"
                                    << "[::1]:5001";
    }

    void readsEveryFormOfAPlace() {
        QFETCH(QString, text);
        QFETCH(QString, shown);
        gui::EndpointEdit edit(5'001);
        edit.setText(text);
        QCOMPARE(edit.text(), shown);
    }

    void keepsListsAsLists() {
        auto* list = control<gui::ListEdit>("connect");
        const QString key = QStringLiteral("connect");
        QTest::keyClicks(list->field(), QStringLiteral("192.0.2.1:5001, 192.0.2.2:5001"));
        QTest::keyClick(list->field(), Qt::Key_Return);
        QCOMPARE((*m_node)->settings().list(key).size(), 2);
        QVERIFY(list->field()->text().isEmpty());
        const auto buttons = list->findChildren<gui::Button*>();
        const auto first = std::ranges::find_if(buttons, [](const gui::Button* button) {
            return button->accessibleName().contains(QStringLiteral("192.0.2.1"));
        });
        QVERIFY(first != buttons.end());
        QTest::mouseClick(*first, Qt::LeftButton);
        QCOMPARE((*m_node)->settings().list(key), QStringList{QStringLiteral("192.0.2.2:5001")});
    }

    void takesOnlyAddressesOfTheNetwork() {
        auto* edit = control<QLineEdit>("mining_address");
        const QString key = QStringLiteral("mining_address");
        edit->setFocus();
        QTest::keyClicks(edit,
                         QStringLiteral("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4")); // another network's
        QTest::keyClick(edit, Qt::Key_Return);
        auto* problem = m_page->findChild<QLabel*>(QStringLiteral("mining_addressProblem"));
        QVERIFY(problem && problem->isVisible());
        QVERIFY((*m_node)->settings().text(key).isEmpty());
        QVERIFY(!edit->text().isEmpty()); // stays as typed
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(!problem->isVisible());
    }

    void saysWhatIsWrong() {
        auto* edit = m_page->findChild<QLineEdit*>(QStringLiteral("transaction_feeEdit"));
        const QString before = edit->text();
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, QStringLiteral("much"));
        QTest::keyClick(edit, Qt::Key_Return);
        auto* problem = m_page->findChild<QLabel*>(QStringLiteral("transaction_feeProblem"));
        QVERIFY(problem->isVisible());
        QVERIFY(problem->text().contains(QStringLiteral("0.00001000")));
        QCOMPARE(edit->text(), QStringLiteral("much"));
        QCOMPARE((*m_node)->settings().text(QStringLiteral("transaction_fee")), before);
    }

    void offersTheRestartThatAChangeNeeds() {
        auto* banner = m_page->findChild<gui::Banner*>(QStringLiteral("restartBanner"));
        QSignalSpy restart(m_page.get(), &gui::SettingsPage::restartRequested);
        QVERIFY(!banner->isVisible());
        auto* spin = control<QSpinBox>("mempool_megabytes");
        spin->setValue(65);
        QTRY_VERIFY(banner->isVisible());
        test::shoot(*m_page, QStringLiteral("settings-waiting-light"));
        QTest::mouseClick(banner->findChild<gui::Button*>(), Qt::LeftButton);
        QCOMPARE(restart.count(), 1);
        spin->setValue(64); // as it was: nothing waits
        QTRY_VERIFY(!banner->isVisible());
    }

    void followsALinkToASetting() {
        m_page->follow(gui::SettingLink{QStringLiteral("api_bind")});
        auto* edit = control<gui::EndpointEdit>("api_bind");
        QTRY_VERIFY(!edit->visibleRegion().isEmpty());
        auto* cache = control<QSpinBox>("coin_cache_megabytes");
        m_page->follow(gui::SettingLink{QStringLiteral("coin_cache_megabytes")});
        QTRY_VERIFY(cache->hasFocus());
        QTRY_VERIFY(!cache->visibleRegion().isEmpty());
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
