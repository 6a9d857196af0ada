#include "gui/TopWindow.h"

#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/theme/Theme.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

class TopWindowTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)gui::theme(); } // before the first widget, as the program does
    void init() {
        failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void keepsItsSizeWithoutBeingClosed();
    void keepsAtTheEndWhatIsNotWrittenYet();
    void fitsTheScreenAtFirst();
    void keysAskForTheEnd();
    void hasAnIconOfEverySize();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(QStringLiteral("window.ini")); }
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// However the program ends: nothing of the end is needed.
void TopWindowTest::keepsItsSizeWithoutBeingClosed() {
    gui::TopWindow window(file());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.resize(611, 503);
    QTRY_VERIFY(QFile::exists(file()));
    gui::TopWindow next(file()); // as after a kill
    QCOMPARE(next.size(), QSize(611, 503));
    window.resize(633, 517);
    QTRY_VERIFY(gui::TopWindow(file()).size() == QSize(633, 517));
}

void TopWindowTest::keepsAtTheEndWhatIsNotWrittenYet() {
    {
        gui::TopWindow window(file());
        window.show();
        window.resize(611, 503);
        window.keep(QStringLiteral("window/page"), QStringLiteral("wallet/2"));
        QCOMPARE(window.kept(QStringLiteral("window/page")).toString(), QStringLiteral("wallet/2"));
        window.keepNow();
    }
    const gui::TopWindow next(file());
    QCOMPARE(next.size(), QSize(611, 503));
    QCOMPARE(next.kept(QStringLiteral("window/page")).toString(), QStringLiteral("wallet/2"));
}

void TopWindowTest::fitsTheScreenAtFirst() {
    const gui::TopWindow window(file());
    const QSize room = window.screen()->availableSize();
    QVERIFY2(window.width() <= room.width() && window.height() <= room.height(),
             qPrintable(QStringLiteral("%1x%2").arg(window.width()).arg(window.height())));
}

void TopWindowTest::keysAskForTheEnd() {
    gui::TopWindow window(file());
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSignalSpy quit(&window, &gui::TopWindow::quitRequested);
    QSignalSpy close(&window, &gui::TopWindow::closeRequested);
    QTest::keyClick(&window, Qt::Key_Q, Qt::ControlModifier);
    QCOMPARE(quit.count(), 1);
    QTest::keyClick(&window, Qt::Key_W, Qt::ControlModifier);
    QCOMPARE(close.count(), 1);
    QVERIFY(window.isVisible()); // it only asks
}

void TopWindowTest::hasAnIconOfEverySize() {
    const gui::TopWindow window(file());
    const QList<QSize> sizes = window.windowIcon().availableSizes();
    QVERIFY(sizes.contains(QSize(16, 16)));
    QVERIFY(sizes.contains(QSize(256, 256)));
}

CAIRN_GUI_TEST(TopWindowTest)
#include "TopWindowTest.moc"
