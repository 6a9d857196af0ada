#include "GuiTest.h"
#include "PageFixture.h"
#include "support/TestProgram.h"

#include "gui/MainWindow.h"
#include "gui/dialogs/BackUpDialog.h"
#include "gui/dialogs/NewWalletDialog.h"
#include "gui/dialogs/UnlockDialog.h"
#include "gui/frame/Header.h"
#include "gui/frame/StatusBar.h"
#include "gui/network/InviteDialog.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/CoinsDialog.h"
#include "gui/wallet/PassphraseDialog.h"
#include "gui/welcome/WelcomePage.h"

#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QTranslator>

/// Everything has room at 1280×720 with the text at 125 %, in both languages and mirrored.
class LayoutTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); }
    void init();
    void cleanup();
    void pagesNeverScrollSideways_data();
    void pagesNeverScrollSideways();
    void firstRunNeverScrollsSideways_data() { addLooks(); }
    void firstRunNeverScrollsSideways();
    void dialogsFitIntoTheWindow_data() { addLooks(); }
    void dialogsFitIntoTheWindow();

private:
    static void addLooks();
    void applyLook();
    static QString tooWide(const QWidget& root);

    QTranslator m_german;
};

void LayoutTest::init() {
    failOnWarnings();
}

void LayoutTest::cleanup() {
    QApplication::setLayoutDirection(Qt::LeftToRight);
    QCoreApplication::removeTranslator(&m_german);
    gui::theme().setTextScale(100);
}

void LayoutTest::addLooks() {
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("scale");
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("English") << QStringLiteral("en") << 100 << false;
    QTest::newRow("English, 125 %") << QStringLiteral("en") << 125 << false;
    QTest::newRow("German, 125 %") << QStringLiteral("de") << 125 << false;
    QTest::newRow("German, 125 %, mirrored") << QStringLiteral("de") << 125 << true;
    QTest::newRow("German, 200 %") << QStringLiteral("de") << 200 << false;
}

void LayoutTest::applyLook() {
    QFETCH(QString, language);
    QFETCH(int, scale);
    QFETCH(bool, mirrored);
    if (language == QLatin1String("de")) {
        QVERIFY(m_german.load(QStringLiteral(":/i18n/cairn_de.qm")));
        QCoreApplication::installTranslator(&m_german);
    }
    QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    gui::theme().setTextScale(scale);
}

/// The scrolled areas that can be seen and whose contents are wider than they are, lists of data left out.
QString LayoutTest::tooWide(const QWidget& root) {
    QStringList found;
    for (const QScrollArea* area : root.findChildren<QScrollArea*>()) {
        const int more = area->horizontalScrollBar()->maximum();
        if (!area->isVisible() || more <= 0) continue;
        found << QStringLiteral("%1 is %2 px too wide").arg(area->widget()->objectName()).arg(more);
    }
    return found.join(QLatin1String("; "));
}

void LayoutTest::pagesNeverScrollSideways_data() {
    addLooks();
}

void LayoutTest::pagesNeverScrollSideways() {
    applyLook();
    QFETCH(QString, language);
    QFETCH(int, scale);
    test::MemoryNode node;
    QVERIFY(node.start());
    QVERIFY(node->changeSetting(QStringLiteral("text_scale"), QString::number(scale)));
    QVERIFY(node.mine(3));
    gui::MainWindow window(*node);
    window.resize(1280, 720);
    window.show();
    QStringList problems;
    const auto look = [&](const QString& what) {
        QTest::qWait(50);
        const QString wide = tooWide(window);
        if (!wide.isEmpty()) problems << what + QStringLiteral(": ") + wide;
        test::shoot(window, QStringLiteral("%1-%2%3-%4")
                                .arg(language)
                                .arg(scale)
                                .arg(QApplication::isRightToLeft() ? QStringLiteral("-rtl") : QString())
                                .arg(what));
    };
    for (int page = 0; page <= static_cast<int>(gui::PageId::Help); ++page) {
        window.setCurrentPage(page);
        look(QStringLiteral("page%1").arg(page + 1));
    }
    window.openSend();
    look(QStringLiteral("send"));
    window.openReceive();
    look(QStringLiteral("receive"));
    window.openHeight(2);
    look(QStringLiteral("block"));
    // With the text twice as large a page may scroll; the frame around it never does.
    if (scale <= 125) QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
    QCOMPARE(window.size(), QSize(1280, 720)); // and nothing made the window larger
    QVERIFY(window.header()->minimumSizeHint().width() <= 1280);
    QVERIFY(window.statusBar()->minimumSizeHint().width() <= 1280);
}

void LayoutTest::firstRunNeverScrollsSideways() {
    applyLook();
    QFETCH(QString, language);
    QFETCH(int, scale);
    const QTemporaryDir root;
    gui::WelcomePage page(root.path(), {QStringLiteral("system"), QStringLiteral("system")});
    page.resize(1280, 720);
    page.show();
    QStringList problems;
    using Way = gui::WelcomePage::Way;
    for (const Way way : {Way::Choice, Way::Join, Way::Create, Way::Restore}) {
        page.showWay(way);
        QTest::qWait(50);
        const QString wide = tooWide(page);
        if (!wide.isEmpty()) problems << QStringLiteral("way %1: %2").arg(static_cast<int>(way)).arg(wide);
        test::shoot(page, QStringLiteral("%1-%2%3-way%4")
                              .arg(language)
                              .arg(scale)
                              .arg(QApplication::isRightToLeft() ? QStringLiteral("-rtl") : QString())
                              .arg(static_cast<int>(way)));
    }
    QVERIFY2(problems.isEmpty(), qPrintable(problems.join(QLatin1Char('\n'))));
}

void LayoutTest::dialogsFitIntoTheWindow() {
    applyLook();
    test::MemoryNode node;
    QVERIFY(node.start());
    test::NotedNavigator navigator;
    QWidget window;
    using From = gui::NewWalletDialog::From;
    for (QDialog* dialog : std::initializer_list<QDialog*>{
             new gui::NewWalletDialog(*node, From::FreshWords, &window),
             new gui::NewWalletDialog(*node, From::OldWords, &window),
             new gui::UnlockDialog(node->wallet(), &window), new gui::BackUpDialog(*node, &window),
             new gui::PassphraseDialog(*node, &window), new gui::CoinsDialog(*node, {}, &window),
             new gui::InviteDialog(*node, &window)}) {
        dialog->open();
        QTest::qWait(30);
        const QSize size = dialog->size().expandedTo(dialog->minimumSizeHint());
        const QString words =
            QStringLiteral("%1: %2 × %3").arg(dialog->windowTitle()).arg(size.width()).arg(size.height());
        QVERIFY2(size.width() <= 1280, qPrintable(words));
        QFETCH(int, scale);
        if (scale <= 125) QVERIFY2(size.height() <= 720, qPrintable(words));
        dialog->reject();
    }
}

CAIRN_GUI_TEST(LayoutTest)
#include "LayoutTest.moc"
