#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/theme/ControlPaint.h"
#include "gui/theme/FocusRing.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/RowsModel.h"

#include <QApplication>
#include <QComboBox>
#include <QFocusFrame>
#include <QFontInfo>
#include <QGlyphRun>
#include <QHeaderView>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTextLayout>
#include <QTranslator>
#include <QVBoxLayout>

#include <cmath>

using gui::Theme;
using gui::Token;

class ThemeTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void bundlesItsFonts();
    void keepsLettersApart();
    void switchesAtRunTime();
    void repaintsWhatIsShown();
    void followsTheSystem();
    void growsWithTheText_data();
    void growsWithTheText();
    void clampsTheTextScale();
    void turnsMotionOff();
    void ringsWhatHasTheFocus();
    void ringsCornersOfAnySize_data();
    void ringsCornersOfAnySize();
    void hasGermanWords();
};

void ThemeTest::init() {
    failOnWarnings();
    gui::theme().setChoice(Theme::Choice::Light);
    gui::theme().setTextScale(100);
    gui::theme().setReducedMotion(false);
}

void ThemeTest::bundlesItsFonts() {
    QCOMPARE(QFontInfo(gui::roleFont(gui::TextRole::Body)).family(), QApplication::font().families().first());
    QCOMPARE(QFontInfo(gui::roleFont(gui::TextRole::Mono)).family(), QStringLiteral("JetBrains Mono"));
    QVERIFY(QFontInfo(gui::roleFont(gui::TextRole::Mono)).fixedPitch());
    QCOMPARE(QApplication::font().pixelSize(), 13);
}

/// An x between two figures of an address stays the letter it is: no font puts a times sign there.
void ThemeTest::keepsLettersApart() {
    const auto glyphs = [](const QString& text, const QFont& font) {
        QTextLayout layout(text, font);
        layout.beginLayout();
        layout.createLine();
        layout.endLayout();
        QVector<quint32> out;
        for (const QGlyphRun& run : layout.glyphRuns())
            out += run.glyphIndexes();
        return out;
    };
    const QString address = QStringLiteral("lab1q8x0z4x2w");
    for (const auto role : {gui::TextRole::Body, gui::TextRole::Strong, gui::TextRole::Title,
                            gui::TextRole::TableHead, gui::TextRole::Small, gui::TextRole::Mono}) {
        QVector<quint32> alone;
        for (const QChar letter : address)
            alone += glyphs(letter, gui::roleFont(role));
        QCOMPARE(glyphs(address, gui::roleFont(role)), alone);
    }
}

void ThemeTest::switchesAtRunTime() {
    QSignalSpy changed(&gui::theme(), &Theme::changed);
    const QColor light = gui::color(Token::Surface);
    gui::theme().setChoice(Theme::Choice::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(gui::color(Token::Surface).lightness() < light.lightness());
    QCOMPARE(QApplication::palette().color(QPalette::Window), gui::color(Token::Bg));
    gui::theme().setChoice(Theme::Choice::HighContrast);
    QCOMPARE(gui::color(Token::Surface), QColor(Qt::black));
    gui::theme().setChoice(Theme::Choice::HighContrast);
    QCOMPARE(changed.count(), 2);
}

void ThemeTest::repaintsWhatIsShown() {
    gui::Card card(QStringLiteral("Title"));
    QLineEdit edit(&card);
    card.body()->addWidget(&edit);
    card.resize(300, 200);
    card.show();
    const auto pixel = [&] { return card.grab().toImage().pixelColor(150, 190); };
    QCOMPARE(pixel(), gui::color(Token::Surface));
    gui::theme().setChoice(Theme::Choice::Dark);
    QCOMPARE(pixel(), gui::color(Token::Surface));
    QCOMPARE(edit.grab().toImage().pixelColor(150, edit.height() / 2), gui::color(Token::Surface));
}

void ThemeTest::followsTheSystem() {
    gui::theme().setSystemDark(false);
    gui::theme().setChoice(Theme::Choice::System);
    QCOMPARE(gui::theme().kind(), gui::ThemeKind::Light);
    gui::theme().setSystemDark(true);
    QCOMPARE(gui::theme().kind(), gui::ThemeKind::Dark);
    gui::theme().setChoice(Theme::Choice::Light);
    QCOMPARE(gui::theme().kind(), gui::ThemeKind::Light);
    gui::theme().setSystemDark(false);
}

void ThemeTest::growsWithTheText_data() {
    QTest::addColumn<int>("scale");
    for (const int scale : {80, 100, 125, 150, 200})
        QTest::addRow("%d %%", scale) << scale;
}

void ThemeTest::growsWithTheText() {
    QFETCH(int, scale);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* button = new gui::Button(QStringLiteral("Send"));
    auto* edit = new QLineEdit;
    auto* combo = new QComboBox;
    auto* spin = new QSpinBox;
    auto* table = new gui::DataTable;
    auto* model = new gui::RowsModel(&window);
    model->setColumns({{QStringLiteral("Name")}});
    model->setRows({{QStringLiteral("a")}});
    table->setModel(model);
    for (QWidget* widget : std::initializer_list<QWidget*>{button, edit, combo, spin, table})
        column->addWidget(widget);
    window.resize(400, 500);
    window.show();
    gui::theme().setTextScale(scale);
    QCoreApplication::processEvents();
    const auto close = [&](int actual, int measure) { return qAbs(actual - measure * scale / 100) <= 2; };
    QVERIFY2(close(button->height(), 34), qPrintable(QString::number(button->height())));
    QVERIFY2(close(edit->height(), 36), qPrintable(QString::number(edit->height())));
    QVERIFY2(close(combo->height(), 36), qPrintable(QString::number(combo->height())));
    QVERIFY2(close(spin->height(), 36), qPrintable(QString::number(spin->height())));
    QVERIFY2(close(table->rowHeight(0), 36), qPrintable(QString::number(table->rowHeight(0))));
    QCOMPARE(button->font().pixelSize(), qRound(13 * scale / 100.0));
}

void ThemeTest::clampsTheTextScale() {
    gui::theme().setTextScale(10);
    QCOMPARE(gui::theme().textScale(), 80);
    gui::theme().setTextScale(1000);
    QCOMPARE(gui::theme().textScale(), 200);
}

void ThemeTest::turnsMotionOff() {
    QCOMPARE(gui::theme().duration(150), 150);
    gui::theme().setReducedMotion(true);
    QCOMPARE(gui::theme().duration(150), 0);
}

void ThemeTest::ringsCornersOfAnySize_data() {
    QTest::addColumn<int>("scale");
    for (const int scale : {100, 150, 200})
        QTest::addRow("%d %%", scale) << scale;
}

/// The ring is whole at its corners, where large text makes them rounder.
void ThemeTest::ringsCornersOfAnySize() {
    QFETCH(int, scale);
    gui::theme().setTextScale(scale);
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* field = new QLineEdit;
    column->addWidget(field);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    field->setFocus();
    QTRY_VERIFY(window.findChild<QFocusFrame*>());
    const auto* frame = window.findChild<QFocusFrame*>();
    QTRY_VERIFY(frame->isVisible());
    // The middle of a corner's arc, on the line in the middle of the ring.
    const double radius = gui::px(8) + gui::kRingGap;
    const double at = gui::kRingWidth / 2.0 + radius * (1 - 1 / std::sqrt(2.0));
    const QImage image = window.grab().toImage();
    const QPoint corner = frame->pos() + QPointF(at, at).toPoint();
    int nearest = 3 * 255;
    for (int dx : {-1, 0})
        for (int dy : {-1, 0}) {
            const QColor seen = image.pixelColor(corner + QPoint(dx, dy));
            const QColor ring = gui::color(Token::Accent);
            nearest =
                std::min(nearest, std::abs(seen.red() - ring.red()) + std::abs(seen.green() - ring.green()) +
                                      std::abs(seen.blue() - ring.blue()));
        }
    QVERIFY2(nearest < 60, qPrintable(QString::number(nearest)));
}

void ThemeTest::ringsWhatHasTheFocus() {
    QWidget window;
    auto* column = new QVBoxLayout(&window);
    auto* first = new gui::Button(QStringLiteral("First"));
    auto* second = new gui::Button(QStringLiteral("Second"));
    auto* spin = new QSpinBox;
    for (QWidget* widget : std::initializer_list<QWidget*>{first, second, spin})
        column->addWidget(widget);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    auto* ring = gui::theme().findChild<gui::FocusRing*>();
    QVERIFY(ring);
    QTest::keyClick(first, Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), second);
    QCOMPARE(ring->target(), second);
    const QImage image = window.grab().toImage();
    const QPoint outside = second->geometry().topLeft() + QPoint(second->width() / 2, -3);
    QCOMPARE(image.pixelColor(outside * image.devicePixelRatio()), gui::color(Token::Accent));
    QTest::keyClick(second, Qt::Key_Tab);
    QCOMPARE(ring->target(), spin); // the whole control, not the field inside
    QTest::mouseClick(first, Qt::LeftButton);
    QVERIFY(ring->target() != first);                       // the mouse needs no ring on a button
    QTest::keyClick(first, Qt::Key_1, Qt::ControlModifier); // a shortcut opens a page …
    second->setFocus();
    QVERIFY(!ring->target()); // … and where the focus comes to lie is no news
    QTest::keyClick(second, Qt::Key_Backtab);
    QCOMPARE(ring->target(), first);
}

void ThemeTest::hasGermanWords() {
    QTranslator german;
    QVERIFY(german.load(QStringLiteral(":/i18n/cairn_de.qm")));
    QCOMPARE(german.translate("gui::Header", "Mining"), QStringLiteral("Mining"));
    QCOMPARE(german.translate("gui::Header", "not mining"), QStringLiteral("kein Mining"));
    QCOMPARE(german.translate("gui::Format", "%1 ago"), QStringLiteral("vor %1"));
    QCOMPARE(german.translate("gui::PictureWithTable", "as table"), QStringLiteral("als Tabelle"));
}

CAIRN_GUI_TEST(ThemeTest)
#include "ThemeTest.moc"
