#include "GuiTest.h"
#include "support/TestProgram.h"

#include "consensus/NetworkCard.h"
#include "gui/dialogs/WordsEdit.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/CreatePanel.h"
#include "gui/welcome/RestorePanel.h"
#include "gui/welcome/WelcomePage.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/ToggleSwitch.h"
#include "wallet/Mnemonic.h"

#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTemporaryDir>

class WelcomeTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); } // before the first widget, as the program does
    void init() { failOnWarnings(); }
    void oneClickIsEnough();
    void createWritesNothingBeforeTheEnd();
    void createCanLetOthersIn();
    void createNamesWhatIsWrong();
    void aRestoredWalletCanBeEncrypted();
    void wrongWordsAreNamed_data();
    void wrongWordsAreNamed();
    void wordsOfOtherLanguagesAreTaken();
};

namespace {

gui::Button* buttonStarting(const QWidget& page, const QString& text) {
    for (gui::Button* button : page.findChildren<gui::Button*>())
        if (button->text().startsWith(text)) return button;
    return nullptr;
}

} // namespace

void WelcomeTest::oneClickIsEnough() {
    const QTemporaryDir root;
    gui::WelcomePage page(root.path(), {QStringLiteral("en"), QStringLiteral("light")});
    page.resize(1280, 800);
    page.show();
    QSignalSpy chosen(&page, &gui::WelcomePage::chosen);
    for (gui::Card* card : page.findChildren<gui::Card*>())
        if (card->accessibleName() == QStringLiteral("Try it on my own"))
            QTest::mouseClick(card, Qt::LeftButton);
    QCOMPARE(chosen.size(), 1);
    const auto start = chosen.first().first().value<gui::FirstStart>();
    QCOMPARE(start.network, QStringLiteral("sandbox"));
    QVERIFY(start.mine);
}

void WelcomeTest::createWritesNothingBeforeTheEnd() {
    const QTemporaryDir root;
    gui::CreatePanel panel(root.path());
    panel.show();
    QSignalSpy chosen(&panel, &gui::WelcomePanel::chosen);
    QCOMPARE(panel.findChild<QLineEdit*>(QStringLiteral("block_reward"))->text(), QStringLiteral("50"));
    QLineEdit* const name = panel.findChildren<QLineEdit*>().first();
    name->setText(QStringLiteral("Lab 12"));
    QTest::keyClick(name, Qt::Key_Return); // as the button
    QTRY_VERIFY_WITH_TIMEOUT(buttonStarting(panel, QStringLiteral("Start Lab 12")) != nullptr, 30'000);
    QVERIFY(QDir(root.path()).isEmpty());
    QTest::keyClick(buttonStarting(panel, QStringLiteral("Start Lab 12")), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QFile file(chosen.first().first().value<gui::FirstStart>().network);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto card = consensus::parseNetworkCard(file.readAll().toStdString());
    QVERIFY(card);
    QCOMPARE(card->name, std::string("Lab 12"));
    const auto start = chosen.first().first().value<gui::FirstStart>();
    QVERIFY(!start.share);             // nobody comes before one says so
    QVERIFY(start.nodeName.isEmpty()); // as before
}

void WelcomeTest::createCanLetOthersIn() {
    const QTemporaryDir root;
    gui::CreatePanel panel(root.path(), QStringLiteral("Mia"));
    panel.show();
    QSignalSpy chosen(&panel, &gui::WelcomePanel::chosen);
    panel.findChildren<QLineEdit*>().first()->setText(QStringLiteral("Lab 12"));
    auto* nodeName = panel.findChild<QLineEdit*>(QStringLiteral("nodeNameEdit"));
    QCOMPARE(nodeName->text(), QStringLiteral("Mia"));
    nodeName->setText(QStringLiteral("Mia's laptop"));
    QTest::mouseClick(panel.findChild<gui::ToggleSwitch*>(QStringLiteral("shareSwitch")), Qt::LeftButton);
    buttonStarting(panel, QStringLiteral("Create"))->click();
    QTRY_VERIFY_WITH_TIMEOUT(buttonStarting(panel, QStringLiteral("Start Lab 12")) != nullptr, 30'000);
    buttonStarting(panel, QStringLiteral("Start Lab 12"))->click();
    const auto start = chosen.first().first().value<gui::FirstStart>();
    QVERIFY(start.share);
    QCOMPARE(start.nodeName, QStringLiteral("Mia's laptop"));
}

void WelcomeTest::createNamesWhatIsWrong() {
    const QTemporaryDir root;
    gui::CreatePanel panel(root.path());
    panel.show();
    QVERIFY(QTest::qWaitForWindowActive(&panel));
    const QSignalSpy back(&panel, &gui::WelcomePanel::backRequested);
    QTest::keyClick(panel.findChildren<QLineEdit*>().first(), Qt::Key_Escape);
    QCOMPARE(back.size(), 1);
    buttonStarting(panel, QStringLiteral("Create"))->click(); // no name
    QVERIFY(buttonStarting(panel, QStringLiteral("Create")));
    const auto fields = panel.findChildren<QLineEdit*>();
    fields[0]->setText(QStringLiteral("Lab 12"));
    fields[1]->setText(QStringLiteral("soon"));
    buttonStarting(panel, QStringLiteral("Create"))->click();
    QCOMPARE(fields[1]->property("invalid").toString(), QStringLiteral("true"));
    QString problem;
    for (const QLabel* label : panel.findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(QStringLiteral("soon"))) problem = label->text();
    QVERIFY2(problem.contains(QStringLiteral("“Seconds between blocks”")), qPrintable(problem));
    QVERIFY(!problem.contains(QStringLiteral("target_block_time")));
}

void WelcomeTest::aRestoredWalletCanBeEncrypted() {
    const QTemporaryDir root;
    gui::RestorePanel panel(root.path());
    panel.show();
    QSignalSpy chosen(&panel, &gui::WelcomePanel::chosen);
    panel.findChild<gui::WordsEdit*>()->setPlainText(QStringLiteral("abandon ").repeated(11) +
                                                     QStringLiteral("about"));
    QLineEdit* passphrase = nullptr;
    QLineEdit* again = nullptr;
    for (QLineEdit* edit : panel.findChildren<QLineEdit*>()) {
        if (edit->accessibleName().startsWith(QStringLiteral("Passphrase for"))) passphrase = edit;
        if (edit->accessibleName() == QStringLiteral("Passphrase again")) again = edit;
    }
    QVERIFY(passphrase && again);
    passphrase->setText(QStringLiteral("correct horse"));
    buttonStarting(panel, QStringLiteral("Restore"))->click();
    QCOMPARE(chosen.size(), 0); // they differ
    again->setText(QStringLiteral("correct horse"));
    buttonStarting(panel, QStringLiteral("Restore"))->click();
    QCOMPARE(chosen.size(), 1);
    const auto start = chosen.first().first().value<gui::FirstStart>();
    QVERIFY(start.words);
    QCOMPARE(std::string(start.words->passphrase.begin(), start.words->passphrase.end()),
             std::string("correct horse"));
    QVERIFY(passphrase->text().isEmpty());
}

void WelcomeTest::wrongWordsAreNamed_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("part");
    const QString eleven = QStringLiteral("abandon ").repeated(11);
    QTest::newRow("right") << eleven + QStringLiteral("about") << QString();
    QTest::newRow("none") << QString() << QStringLiteral("Type the words");
    QTest::newRow("eleven") << eleven << QStringLiteral("11 word");
    QTest::newRow("unknown") << eleven + QStringLiteral("abuot") << QStringLiteral("Word 12");
    QTest::newRow("together wrong") << eleven + QStringLiteral("abandon") << QStringLiteral("together");
}

void WelcomeTest::wrongWordsAreNamed() {
    QFETCH(QString, words);
    QFETCH(QString, part);
    gui::WordsEdit edit;
    edit.setPlainText(words);
    if (part.isEmpty())
        QCOMPARE(edit.problem(), QString());
    else
        QVERIFY2(edit.problem().contains(part), qPrintable(edit.problem()));
}

/// As keyboards type them: composed letters, capitals, wide spaces.
void WelcomeTest::wordsOfOtherLanguagesAreTaken() {
    for (const auto language : {wallet::MnemonicLanguage::French, wallet::MnemonicLanguage::Japanese,
                                wallet::MnemonicLanguage::Korean, wallet::MnemonicLanguage::Russian}) {
        const auto words = wallet::newMnemonic(24, language);
        QString typed = QString::fromUtf8(words.data(), qsizetype(words.size()));
        typed = typed.normalized(QString::NormalizationForm_C).toUpper();
        typed.replace(QLatin1Char(' '), QChar(0x3000));
        gui::WordsEdit edit;
        edit.setPlainText(typed);
        QCOMPARE(edit.problem(), QString());
        QVERIFY(edit.words() == words);
    }
}

CAIRN_GUI_TEST(WelcomeTest)
#include "WelcomeTest.moc"
