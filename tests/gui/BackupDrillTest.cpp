#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/dialogs/CopiesDialog.h"
#include "gui/dialogs/DrillDialog.h"
#include "gui/dialogs/WordsEdit.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/SentenceLabel.h"
#include "script/OutputType.h"

#include <QLabel>
#include <QLineEdit>
#include <QTemporaryDir>

/// A backup that is tried, and the copies that are made by themselves.
class BackupDrillTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        (void)gui::theme();
        m_node = std::make_unique<test::MemoryNode>();
        QVERIFY(m_node->start());
        QVERIFY(m_node->mine(3));
        const auto words = test::MemoryNode::answer((*m_node)->wallet().ask(
            [](const wallet::Wallet& wallet, std::int32_t) { return std::string(*wallet.words()); }));
        m_words = QString::fromStdString(words.value());
        const auto script = script::witnessPubKeyHashScript(util::ByteArray<20>{7});
        const std::string bo = script::toAddress(script, (*m_node)->params().addresses).value();
        const auto named = test::MemoryNode::answer((*m_node)->wallet().setPeople({{bo, "Bo"}}));
        QVERIFY(named && *named);
    }
    void cleanupTestCase() { m_node.reset(); }
    void init() {
        failOnWarnings();
        m_parent = std::make_unique<QWidget>();
        m_parent->resize(1000, 780);
        m_parent->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_parent.get()));
    }
    void cleanup() {
        m_parent.reset();
        gui::format().setAmountsHidden(false);
    }

    void saysWhatTheWordsBringBack() {
        gui::DrillDialog* dialog = drill();
        dialog->wordsEdit()->setPlainText(m_words);
        dialog->acceptButton()->click();
        QTRY_VERIFY(result(*dialog)->isVisible());
        QVERIFY(lines(*dialog, "comesBack").join(QLatin1Char('\n')).contains(QStringLiteral("150")));
        QVERIFY(lines(*dialog, "staysAway").join(QLatin1Char('\n')).contains(QStringLiteral("address book")));
        QVERIFY(dialog->wordsEdit()->toPlainText().isEmpty()); // they do not stay on the screen
        test::shoot(*dialog, QStringLiteral("drill-words"));
        gui::format().setAmountsHidden(true);
        for (const QString& line : lines(*dialog, "comesBack"))
            QVERIFY(!line.contains(QStringLiteral("150")));
        dialog->reject();
    }

    void refusesOtherWords_data() {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("extra");
        QTest::addColumn<QString>("says");
        const QString others =
            QStringLiteral("legal winner thank year wave sausage worth useful legal winner thank yellow");
        QTest::newRow("none") << QString() << QString() << QString();
        QTest::newRow("another wallet") << others << QString() << QStringLiteral("another wallet");
        QTest::newRow("another extra word")
            << m_words << QStringLiteral("extra") << QStringLiteral("extra word");
    }
    void refusesOtherWords() {
        QFETCH(QString, words);
        QFETCH(QString, extra);
        QFETCH(QString, says);
        gui::DrillDialog* dialog = drill();
        dialog->wordsEdit()->setPlainText(words);
        dialog->findChild<QLineEdit*>(QStringLiteral("drillExtraEdit"))->setText(extra);
        dialog->acceptButton()->click();
        QTRY_VERIFY(!dialog->isBusy());
        QVERIFY(!result(*dialog)->isVisible());
        if (!says.isEmpty()) QVERIFY(problemIn(*dialog, says));
        dialog->reject();
    }

    void triesACopyAndLeavesNothingBehind() {
        QTemporaryDir folder;
        const QString copy = folder.filePath(QStringLiteral("copy.sqlite"));
        const auto saved = test::MemoryNode::answer((*m_node)->wallet().backUp(copy));
        QVERIFY(saved && *saved);
        const QDir wallets(m_node->folder() + QStringLiteral("/regtest/wallets"));
        const QStringList before = wallets.entryList(QDir::Files);
        gui::DrillDialog* dialog = drill();
        dialog->tryFile(copy);
        QTRY_VERIFY(result(*dialog)->isVisible());
        QVERIFY(lines(*dialog, "staysAway").isEmpty());
        QCOMPARE(wallets.entryList(QDir::Files), before);
        dialog->tryFile(folder.filePath(QStringLiteral("none.sqlite")));
        QTRY_VERIFY(!dialog->isBusy());
        QVERIFY(!result(*dialog)->isVisible());
        QCOMPARE(wallets.entryList(QDir::Files), before);
        dialog->reject();
    }

    void putsACopyAsideBeforeKeysAreAdded() {
        QVERIFY((*m_node)->wallet().copies().empty());
        QVERIFY(import(1)); // not encrypted: a copy would leave its keys in the open
        QVERIFY((*m_node)->wallet().copies().empty());
        auto* none = new gui::CopiesDialog(**m_node, m_parent.get());
        none->open();
        QVERIFY(!none->table()->emptyState()->isHidden());
        test::shoot(*none, QStringLiteral("copies-empty"));
        none->reject();
        const auto sealed = test::MemoryNode::answer(
            (*m_node)->wallet().changePassphrase({}, crypto::SecretString("a pass of its day")));
        QVERIFY(sealed && *sealed);
        QVERIFY((*m_node)->wallet().copies().empty());
        QVERIFY(import(2));
        QCOMPARE((*m_node)->wallet().copies().size(), std::size_t(1));
        const QString first = (*m_node)->wallet().status()->name;
        auto* dialog = new gui::CopiesDialog(**m_node, m_parent.get());
        dialog->open();
        QCOMPARE(dialog->table()->model()->rowCount(), 1);
        dialog->acceptButton()->click();
        QVERIFY(problemIn(*dialog, QStringLiteral("Give the wallet a name")));
        dialog->findChild<QLineEdit*>(QStringLiteral("copyNameEdit"))->setText(QStringLiteral("of-then"));
        test::shoot(*dialog, QStringLiteral("copies"));
        dialog->acceptButton()->click();
        QTRY_COMPARE((*m_node)->wallet().status()->name, QStringLiteral("of-then"));
        QVERIFY((*m_node)->wallet().status()->locked);
        const auto open =
            test::MemoryNode::answer((*m_node)->wallet().unlock(crypto::SecretString("a pass of its day")));
        QVERIFY(open && *open);
        QVERIFY((*m_node)->wallet().names().contains(first));
        QVERIFY((*m_node)->wallet().copies().empty()); // those of the other name are the other's
    }

private:
    gui::DrillDialog* drill() {
        auto* dialog = new gui::DrillDialog(**m_node, m_parent.get());
        dialog->open();
        return dialog;
    }
    static QWidget* result(const gui::DrillDialog& dialog) {
        return dialog.findChild<QWidget*>(QStringLiteral("drillResult"));
    }
    static QStringList lines(const gui::DrillDialog& dialog, const char* name) {
        QStringList out;
        for (const auto* label : dialog.findChildren<gui::SentenceLabel*>(QLatin1String(name)))
            out << label->text();
        return out;
    }
    bool import(std::uint8_t number) {
        wallet::DescriptorImport wanted;
        const script::WifKey key{crypto::PrivateKey::parse(util::Bytes(32, number)).value(), true};
        const crypto::SecretString wif = script::toWif(key, (*m_node)->params().addresses);
        wanted.text.append("wpkh(").append(wif).append(")");
        const auto made =
            test::MemoryNode::answer((*m_node)->wallet().importDescriptors({wanted}, std::nullopt));
        return made && *made && !(*made)->front().error;
    }
    static bool problemIn(const gui::FormDialog& dialog, const QString& words) {
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words)) return true;
        return false;
    }

    std::unique_ptr<test::MemoryNode> m_node;
    std::unique_ptr<QWidget> m_parent;
    QString m_words;
};

CAIRN_GUI_TEST(BackupDrillTest)
#include "BackupDrillTest.moc"
