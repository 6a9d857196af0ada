#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/theme/Theme.h"
#include "gui/wallet/PsbtView.h"
#include "gui/wallet/SharedWalletDialog.h"
#include "gui/wallet/WalletPage.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/SentenceLabel.h"
#include "script/OutputType.h"
#include "wallet/Wallet.h"

#include <QCheckBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTranslator>

/// Wallets that several share, from the first key to a payment that two have signed, on a real node.
class SharedWalletTest : public QObject, protected test::OnNode {
    Q_OBJECT

private slots:
    void initTestCase() {
        QVERIFY(startRichNode(3));
        m_first = (*m_node)->wallet().status()->name;
        m_boKey = keyOf(otherWallet(QStringLiteral("bo")));
        m_cleoKey = keyOf(otherWallet(QStringLiteral("cleo")));
        QVERIFY(!m_boKey.isEmpty() && m_boKey != m_cleoKey);
        select(m_first);
    }
    void cleanupTestCase() { m_node.reset(); }
    void init() {
        failOnWarnings();
        select(m_first);
        m_page = std::make_unique<gui::WalletPage>(**m_node, m_navigator);
        m_page->resize(1244, 784);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    }
    void cleanup() { m_page.reset(); }

    void saysWhatIsWrongWithKeys_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("nothing") << QString() << QStringLiteral("at least two keys");
        QTest::newRow("a text") << QStringLiteral("key of Bo") << QStringLiteral("Line 1: this is no key");
        QTest::newRow("twice") << m_boKey + QLatin1Char('\n') + m_boKey
                               << QStringLiteral("Line 2: this key is");
        QTest::newRow("no plan") << QStringLiteral("wpkh(x)") << QStringLiteral("no plan of a shared wallet");
    }
    void saysWhatIsWrongWithKeys() {
        QFETCH(QString, text);
        QFETCH(QString, says);
        gui::SharedWalletDialog* dialog = startDialog();
        dialog->keysEdit()->setPlainText(text);
        const QString seen = dialog->findChild<gui::SentenceLabel*>(QStringLiteral("sharedKeysSeen"))->text();
        QVERIFY2(seen.contains(says), qPrintable(seen));
        dialog->acceptButton()->click();
        QVERIFY(dialog->isVisible());
        QVERIFY(
            !dialog->findChild<QCheckBox*>(QStringLiteral("sameAddressCheck"))->isVisible()); // no step on
        dialog->reject();
    }

    void wantsTheFirstAddressToBeCompared() {
        gui::SharedWalletDialog* dialog = startDialog();
        dialog->keysEdit()->setPlainText(m_boKey);
        const QString two = dialog->firstAddress();
        QVERIFY(two.startsWith(QStringLiteral("bcrt1q")));
        test::shoot(*dialog, QStringLiteral("shared-keys"));
        dialog->acceptButton()->click();
        auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("sharedNameEdit"));
        QVERIFY(name->isVisible());
        name->setText(QStringLiteral("never"));
        dialog->acceptButton()->click();
        QVERIFY(problemIn(*dialog, QStringLiteral("Compare the first address")));
        auto* same = dialog->findChild<QCheckBox*>(QStringLiteral("sameAddressCheck"));
        same->setChecked(true);
        dialog->cancelButton()->click(); // Back
        QVERIFY(dialog->isVisible() && dialog->keysEdit()->isVisible());
        dialog->keysEdit()->appendPlainText(m_cleoKey); // another wallet, so another look
        QVERIFY(dialog->firstAddress() != two);
        QVERIFY(!same->isChecked());
        dialog->acceptButton()->click();
        QVERIFY(same->isVisible());
        test::shoot(*dialog, QStringLiteral("shared-compare"));
        dialog->reject();
        QVERIFY(!(*m_node)->wallet().names().contains(QStringLiteral("never")));
    }

    /// On a screen of 1280 × 720, in the longest of the languages.
    void noStepScrolls() {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(":/i18n/cairn_de.qm")));
        QCoreApplication::installTranslator(&german);
        gui::SharedWalletDialog dialog(**m_node, m_page.get());
        QCoreApplication::removeTranslator(&german);
        QTRY_VERIFY(!dialog.ownKey().isEmpty());
        dialog.keysEdit()->setPlainText(m_boKey + QLatin1Char('\n') + m_cleoKey);
        dialog.findChild<gui::Button*>(QStringLiteral("ownKeyQrButton"))->click();
        constexpr int kRoom = 720 * 92 / 100; // as DialogFit
        for (const char* const step : {"keys", "compare"}) {
            auto* content = dialog.findChild<QScrollArea*>()->widget();
            const int height = content->heightForWidth(dialog.minimumWidth());
            QVERIFY2(height > 0 && height <= kRoom,
                     qPrintable(QStringLiteral("%1: %2").arg(QLatin1String(step)).arg(height)));
            dialog.acceptButton()->click();
        }
    }

    void twoOfThreePayTogether() {
        make(QStringLiteral("club"), m_boKey + QLatin1Char('\n') + m_cleoKey + QStringLiteral("/<0;1>/*"));
        auto* plan = m_page->findChild<gui::PlanDialog*>();
        QVERIFY(plan);
        test::shoot(*plan, QStringLiteral("plan-dialog"));
        const QString file = m_folder.filePath(QStringLiteral("plan.txt"));
        plan->save(file);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(written.readAll());
        QVERIFY(text.startsWith(QStringLiteral("wsh(sortedmulti(2,")));
        QTRY_VERIFY((*m_node)->wallet().status()->needsOthers);
        const auto home = test::MemoryNode::answer((*m_node)->wallet().currentReceiveAddress());
        QVERIFY(m_node->mine(1, (*home)->scriptPubKey));
        QVERIFY(m_node->mine((*m_node)->params().rules().coinbaseMaturity,
                             script::witnessPubKeyHashScript(util::ByteArray<20>{9})));

        // Bo puts the whole plan in, with his own key.
        select(QStringLiteral("bo"));
        make(QStringLiteral("club-bo"), text);
        const auto isBos = test::MemoryNode::answer((*m_node)->wallet().ask(
            [script = (*home)->scriptPubKey](const wallet::Wallet& wallet, std::int32_t) {
                return wallet.isMine(script);
            }));
        QVERIFY(isBos.value_or(false));
        QTRY_VERIFY((*m_node)->wallet().status()->balance.spendable.satoshi() > 0);
        wallet::PaymentRequest request;
        request.recipients = {
            {script::witnessPubKeyHashScript(util::ByteArray<20>{5}), primitives::Amount(100'000'000)}};
        const auto draft = test::MemoryNode::answer((*m_node)->wallet().draft(request));
        QVERIFY(draft);
        gui::PsbtView view(**m_node, m_navigator);
        view.resize(1200, 660);
        view.show();
        view.refresh();
        view.open(wallet::Psbt::of(primitives::Transaction(draft->parts), 0));
        QTRY_VERIFY(view.report());
        view.findChild<gui::Button*>(QStringLiteral("signPsbtButton"))->click();
        QTRY_COMPARE(view.report()->coins.front().signatures, std::size_t(1));
        QVERIFY(!view.report()->isComplete);
        const auto own = std::ranges::count_if(view.report()->cosigners, &wallet::PsbtCosigner::isOwn);
        QCOMPARE(own, 1);
        test::shoot(view, QStringLiteral("shared-sign"));
        QCOMPARE(view.report()->ownOpen, std::size_t(0)); // the others' turn
        QVERIFY(!view.findChild<gui::Button*>(QStringLiteral("signPsbtButton"))->isEnabled());
        select(QStringLiteral("club"));
        view.refresh();
        QTRY_VERIFY(view.findChild<gui::Button*>(QStringLiteral("signPsbtButton"))->isEnabled());
        view.findChild<gui::Button*>(QStringLiteral("signPsbtButton"))->click();
        QTRY_VERIFY(view.report()->isComplete);
        view.findChild<gui::Button*>(QStringLiteral("sendPsbtButton"))->click();
        QTRY_VERIFY(m_navigator.visited.contains(QStringLiteral("activity")));
    }

    void watchesWhereItsOwnKeyIsNotAmongThem() {
        const auto plan = wallet::SharedPlan{2, {m_boKey.toStdString(), m_cleoKey.toStdString()}};
        make(QStringLiteral("watched"), QString::fromStdString(wallet::planText(plan)));
        QTRY_VERIFY((*m_node)->wallet().status()->watchOnly && (*m_node)->wallet().status()->isShared);
        auto* menu = m_page->findChild<gui::Button*>(QStringLiteral("manageButton"))->menu();
        emit menu->aboutToShow();
        bool isOffered = false;
        for (const QAction* action : menu->actions())
            isOffered = isOffered || action->text() == QStringLiteral("Show the plan…");
        QVERIFY(isOffered);
    }

private:
    QString otherWallet(const QString& name) {
        const auto made = test::MemoryNode::answer((*m_node)->wallet().create(name, {}, {}, {}, false));
        return made ? name : QString();
    }
    QString keyOf(const QString& name) {
        const auto key = test::MemoryNode::answer((*m_node)->wallet().named(name).ask(
            [](const wallet::Wallet& wallet, std::int32_t) { return std::string(*wallet.sharedKey()); }));
        return QString::fromStdString(
            wallet::publicSharedKey(key.value_or(""), (*m_node)->params().addresses).value_or(""));
    }
    void select(const QString& name) {
        QVERIFY(test::MemoryNode::answer((*m_node)->wallet().open(name)));
        QTRY_COMPARE((*m_node)->wallet().status()->name, name);
    }
    gui::SharedWalletDialog* startDialog() {
        auto* menu = m_page->findChild<gui::Button*>(QStringLiteral("manageButton"))->menu();
        emit menu->aboutToShow();
        for (QAction* action : menu->actions())
            if (action->text() == QStringLiteral("Start a shared wallet…")) action->trigger();
        auto* dialog = m_page->findChild<gui::SharedWalletDialog*>();
        (void)QTest::qWaitFor([dialog] { return !dialog->ownKey().isEmpty(); });
        return dialog;
    }
    void make(const QString& name, const QString& keys) {
        gui::SharedWalletDialog* dialog = startDialog();
        dialog->keysEdit()->setPlainText(keys);
        QVERIFY(!dialog->firstAddress().isEmpty());
        dialog->acceptButton()->click();
        dialog->findChild<QCheckBox*>(QStringLiteral("sameAddressCheck"))->setChecked(true);
        dialog->findChild<QLineEdit*>(QStringLiteral("sharedNameEdit"))->setText(name);
        dialog->acceptButton()->click();
        QTRY_COMPARE((*m_node)->wallet().status()->name, name);
        QTRY_VERIFY(!m_page->findChild<gui::SharedWalletDialog*>() || !dialog->isVisible());
        QTRY_VERIFY(m_page->findChild<gui::PlanDialog*>());
    }
    static bool problemIn(const gui::FormDialog& dialog, const QString& words) {
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }

    test::NotedNavigator m_navigator;
    std::unique_ptr<gui::WalletPage> m_page;
    QTemporaryDir m_folder;
    QString m_first, m_boKey, m_cleoKey;
};

CAIRN_GUI_TEST(SharedWalletTest)
#include "SharedWalletTest.moc"
