#include "GalleryPages.h"
#include "GuiTest.h"
#include "support/MemoryNode.h"
#include "support/TestProgram.h"

#include "gui/MainWindow.h"
#include "gui/frame/FrameWindow.h"
#include "gui/frame/Page.h"
#include "gui/frame/Rail.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/TabBar.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDeadlineTimer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QWheelEvent>

#include <algorithm>
#include <functional>
#include <memory>

using namespace gui;

namespace {

/// Every page of a real window with a few blocks behind it, every view of it.
class OpenWindow {
public:
    [[nodiscard]] bool start() {
        if (!node.start() || !node.mine(3)) return false;
        window = std::make_unique<MainWindow>(*node);
        window->resize(1280, 800);
        window->show();
        return QTest::qWaitForWindowActive(window.get());
    }
    void visit(const std::function<void(const QString& place)>& look) const {
        for (int index = 0; index <= static_cast<int>(PageId::Help); ++index) {
            window->setCurrentPage(index);
            Page* const page = window->page(index);
            const auto* const header = page->findChild<PageHeader*>();
            TabBar* const tabs = header ? header->tabs() : nullptr;
            const int views = tabs && tabs->isVisible() ? tabs->count() : 1;
            for (int view = 0; view < views; ++view) {
                if (tabs && views > 1) tabs->setCurrentIndex(view);
                QTest::qWait(20);
                look(page->title() + (views > 1 ? QLatin1Char('/') + tabs->tabText(view) : QString()));
            }
        }
    }

    test::MemoryNode node;
    std::unique_ptr<MainWindow> window;
};

QAccessibleInterface* told(QWidget* widget) {
    return QAccessible::queryAccessibleInterface(widget);
}

QString described(const QWidget* widget, const QString& place) {
    return QStringLiteral("%1 \"%2\" on %3")
        .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), place);
}

/// What a control says that the wheel could change; invalid where it is none.
QVariant valueOf(const QWidget* widget) {
    if (const auto* combo = qobject_cast<const QComboBox*>(widget)) return combo->currentIndex();
    if (const auto* spin = qobject_cast<const QAbstractSpinBox*>(widget)) return spin->text();
    if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) return tabs->currentIndex();
    if (qobject_cast<const QScrollBar*>(widget)) return {};
    if (const auto* slider = qobject_cast<const QAbstractSlider*>(widget)) return slider->value();
    return {};
}

/// One notch, as the mouse does it: spontaneous, so the focus follows where a widget wants that.
void turnWheel(QWidget* over, int notches) {
    const QPointF middle = QRectF(over->rect()).center();
    QWheelEvent turn(middle, over->mapToGlobal(middle), {}, QPoint(0, 120 * notches), Qt::NoButton,
                     Qt::NoModifier, Qt::NoScrollPhase, false);
    QSpontaneKeyEvent::setSpontaneous(&turn);
    qApp->notify(over, &turn);
}

QList<QWidget*> visibleControls(QWidget* window) {
    QList<QWidget*> controls;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        if (widget->isVisible() && valueOf(widget).isValid()) controls << widget;
    }
    return controls;
}

} // namespace

/// What holds for the controls of every page.
class ControlsTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { (void)theme(); }
    void init() { failOnWarnings(); }
    void wheelChangesNothingWithoutTheFocus();
    void wheelChangesWhatHasTheFocus();
    void wheelOverAControlScrollsThePage();
    void namesWhatTabReaches();
    void namesEveryCell();
    void showsPagesAsTabs();
};

void ControlsTest::wheelChangesNothingWithoutTheFocus() {
    OpenWindow open;
    QVERIFY(open.start());
    int seen = 0;
    open.visit([&](const QString& place) {
        open.window->setFocus();
        for (QWidget* control : visibleControls(open.window.get())) {
            const QVariant before = valueOf(control);
            QWidget* const focused = QApplication::focusWidget();
            turnWheel(control, 1);
            turnWheel(control, -1);
            turnWheel(control, -1);
            ++seen;
            QVERIFY2(valueOf(control) == before, qPrintable(described(control, place)));
            QVERIFY2(QApplication::focusWidget() == focused, qPrintable(described(control, place)));
        }
        for (QWidget* widget : open.window->findChildren<QWidget*>()) {
            if (widget->isVisible())
                QVERIFY2(widget->focusPolicy() != Qt::WheelFocus, qPrintable(described(widget, place)));
        }
    });
    QVERIFY2(seen > 15, qPrintable(QString::number(seen)));
}

void ControlsTest::wheelChangesWhatHasTheFocus() {
    FrameWindow window;
    window.addPage(makeControlsSample(), QStringLiteral("network"));
    fillFrame(window);
    window.resize(1440, 1000);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTRY_VERIFY(window.page(0)->isVisible());
    QStringList kinds;
    for (QWidget* control : visibleControls(&window)) {
        if (!control->isEnabled()) continue;
        control->setFocus();
        const QVariant before = valueOf(control);
        turnWheel(control, -1);
        turnWheel(control, valueOf(control) == before ? 1 : -1); // where it stands at one end
        QVERIFY2(valueOf(control) != before, qPrintable(described(control, QStringLiteral("Controls"))));
        kinds << QString::fromLatin1(control->metaObject()->className());
    }
    for (const char* kind : {"QComboBox", "QSpinBox", "gui::Stepper", "QSlider", "gui::TabBar"})
        QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
}

void ControlsTest::wheelOverAControlScrollsThePage() {
    OpenWindow open;
    QVERIFY(open.start());
    open.window->setCurrentPage(static_cast<int>(PageId::Settings));
    auto* page = open.window->page(static_cast<int>(PageId::Settings));
    QTRY_VERIFY(!page->findChildren<QComboBox*>().isEmpty());
    const auto combos = page->findChildren<QComboBox*>();
    QTRY_VERIFY(combos.first()->isVisible());
    QScrollBar* bar = page->findChild<QScrollArea*>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    turnWheel(combos.first(), -1);
    QVERIFY(bar->value() > 0);
}

void ControlsTest::namesWhatTabReaches() {
    OpenWindow open;
    QVERIFY(open.start());
    open.visit([&](const QString& place) {
        for (QWidget* widget : open.window->findChildren<QWidget*>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus)) continue;
            if (qobject_cast<Page*>(widget) || qobject_cast<QScrollArea*>(widget)) continue;
            if (widget->focusProxy()) continue; // the field inside a spin box
            QAccessibleInterface* interface = told(widget);
            const QByteArray what = described(widget, place).toUtf8();
            QVERIFY2(interface, what.constData());
            const QAccessible::Role role = interface->role();
            QVERIFY2(role != QAccessible::NoRole && role != QAccessible::Client, what.constData());
            QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), what.constData());
            const auto* button = qobject_cast<QAbstractButton*>(widget);
            if (button && button->isCheckable() && role != QAccessible::PageTab)
                QVERIFY2(interface->state().checkable, what.constData());
        }
    });
}

void ControlsTest::namesEveryCell() {
    OpenWindow open;
    QVERIFY(open.start());
    int seen = 0;
    const auto look = [&](const QString& place) {
        for (DataTable* table : open.window->findChildren<DataTable*>()) {
            if (!table->isVisible() || !table->model()) continue;
            QAccessibleTableInterface* cells = told(table)->tableInterface();
            QVERIFY(cells);
            for (int row = 0; row < std::min(table->model()->rowCount(), 6); ++row) {
                for (int column = 0; column < table->model()->columnCount(); ++column) {
                    if (table->isColumnHidden(column)) continue;
                    ++seen;
                    QVERIFY2(!cells->cellAt(row, column)->text(QAccessible::Name).trimmed().isEmpty(),
                             qPrintable(QStringLiteral("row %1, column %2 of %3")
                                            .arg(row)
                                            .arg(column)
                                            .arg(described(table, place))));
                }
            }
        }
    };
    // Rows come from other threads: who was too early looks once more.
    const QDeadlineTimer end(30'000);
    do {
        seen = 0;
        open.visit(look);
    } while (seen <= 60 && !end.hasExpired());
    QVERIFY(seen > 60);
}

void ControlsTest::showsPagesAsTabs() {
    OpenWindow open;
    QVERIFY(open.start());
    open.window->setCurrentPage(static_cast<int>(PageId::Mining));
    auto* rail = open.window->findChild<Rail*>();
    QCOMPARE(told(rail)->role(), QAccessible::PageTabList);
    QCOMPARE(told(rail)->childCount(), rail->count());
    QStringList chosen;
    for (int i = 0; i < rail->count(); ++i) {
        QAccessibleInterface* entry = told(rail)->child(i);
        QCOMPARE(entry->role(), QAccessible::PageTab);
        QVERIFY(entry->state().selectable);
        QVERIFY(!entry->state().checkable);
        if (entry->state().selected) chosen << entry->text(QAccessible::Name);
    }
    QCOMPARE(chosen, QStringList{QStringLiteral("Mining")});
    QAccessibleInterface* home = told(rail)->child(0);
    home->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QCOMPARE(open.window->currentPage(), static_cast<int>(PageId::Home));
}

CAIRN_GUI_TEST(ControlsTest)
#include "ControlsTest.moc"
