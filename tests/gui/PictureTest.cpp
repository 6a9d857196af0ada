#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/AreaChart.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/ChainStrip.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/FlowDiagram.h"
#include "gui/widgets/MiningPictures.h"

#include <QAbstractItemModel>
#include <QSignalSpy>
#include <QTest>

using namespace gui;

namespace {

QVector<StripBlock> blocks(int newest, int count) {
    QVector<StripBlock> result;
    for (int height = newest; height > newest - count; --height)
        result.append({QString::number(height),
                       0.5,
                       {QStringLiteral("2 payments"), QStringLiteral("8 s ago")},
                       QStringLiteral("ana"),
                       false,
                       QString::number(height)});
    return result;
}

QString cell(Picture& picture, int row, int column) {
    return picture.tableModel()->index(row, column).data().toString();
}

} // namespace

class PictureTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void walksTheChain();
    void opensABlock();
    void slidesANewBlockIn();
    void hasATwinOfTheChain();
    void walksTheFlow();
    void cutsLongFlows();
    void writesValuesOfAChart();
    void drawsTwoLines();
    void masksAChart();
    void drawsAChartOfOnePoint();
    void showsTheTwin();
    void describesMiningPictures();
};

void PictureTest::init() {
    failOnWarnings();
    format().setAmountsHidden(false);
    theme().setReducedMotion(false);
}

void PictureTest::walksTheChain() {
    ChainStrip strip;
    strip.setPending({{QStringLiteral("next"), 0.3, {QStringLiteral("3 payments")}, {}, false, {}}});
    strip.setBlocks(blocks(2148, 5));
    strip.resize(800, 170);
    strip.show();
    strip.setFocus(Qt::TabFocusReason);
    strip.setCurrentItem(0);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.currentItem(), 1);
    QVERIFY(strip.accessibleDescription().contains(QLatin1String("2148")));
    QTest::keyClick(&strip, Qt::Key_End);
    QCOMPARE(strip.currentItem(), 5);
    QTest::keyClick(&strip, Qt::Key_Right);
    QCOMPARE(strip.currentItem(), 5);
    QTest::keyClick(&strip, Qt::Key_Home);
    QCOMPARE(strip.currentItem(), 0);
}

void PictureTest::opensABlock() {
    ChainStrip strip;
    strip.setBlocks(blocks(2148, 3));
    strip.resize(800, 170);
    strip.show();
    QSignalSpy opened(&strip, &Picture::itemActivated);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.itemRect(2).center().toPoint());
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened.first().first().toInt(), 2);
}

void PictureTest::slidesANewBlockIn() {
    ChainStrip strip;
    strip.setBlocks(blocks(2148, 5));
    strip.resize(800, 170);
    strip.show();
    const double still = strip.itemRect(0).left();
    strip.setBlocks(blocks(2149, 5));
    QTRY_VERIFY(strip.itemRect(0).left() < still); // comes from the side …
    QTRY_COMPARE(strip.itemRect(0).left(), still); // … to its place
    theme().setReducedMotion(true);
    strip.setBlocks(blocks(2150, 5));
    QCOMPARE(strip.itemRect(0).left(), still);
}

void PictureTest::hasATwinOfTheChain() {
    ChainStrip strip;
    strip.setBlocks(blocks(2148, 3));
    QCOMPARE(strip.tableModel()->rowCount(), 3);
    QCOMPARE(cell(strip, 1, 0), QStringLiteral("2147"));
    QCOMPARE(cell(strip, 1, 3), QStringLiteral("ana"));
}

void PictureTest::walksTheFlow() {
    FlowDiagram flow;
    const FlowEnd end{QStringLiteral("Bo"), QStringLiteral("cairn1q"), QStringLiteral("60"), 0.5,
                      FlowEnd::Kind::Other};
    flow.setEnds({end, end, end}, {end, end});
    flow.resize(800, 250);
    flow.show();
    flow.setCurrentItem(0);
    QTest::keyClick(&flow, Qt::Key_Down);
    QCOMPARE(flow.currentItem(), 1);
    QTest::keyClick(&flow, Qt::Key_Right);
    QCOMPARE(flow.currentItem(), 4);
    QTest::keyClick(&flow, Qt::Key_Up);
    QCOMPARE(flow.currentItem(), 3);
    QTest::keyClick(&flow, Qt::Key_Left);
    QCOMPARE(flow.currentItem(), 0);
    for (int i = 0; i < flow.itemCount(); ++i)
        QVERIFY(QRectF(flow.rect()).contains(flow.itemRect(i)));
}

void PictureTest::cutsLongFlows() {
    FlowDiagram flow;
    const FlowEnd end{QStringLiteral("Bo"), QString(), QStringLiteral("1"), 0.05, FlowEnd::Kind::Own};
    flow.setEnds(QVector<FlowEnd>(20, end), {end});
    QCOMPARE(flow.inputCount(), 8);
    QCOMPARE(flow.tableModel()->rowCount(), 21); // the twin has them all
}

void PictureTest::writesValuesOfAChart() {
    AreaChart chart;
    chart.setValueText([](double value) { return Format::hashRate(value); });
    chart.setPoints({{1, 1000, QStringLiteral("10:41")}, {2, 2000, QStringLiteral("10:42")}});
    QCOMPARE(chart.tableModel()->rowCount(), 2);
    QCOMPARE(cell(chart, 1, 1), Format::hashRate(2000));
    chart.resize(300, 120);
    chart.show();
    chart.setCurrentItem(0);
    QTest::keyClick(&chart, Qt::Key_Right);
    QCOMPARE(chart.currentItem(), 1);
    QVERIFY(chart.accessibleDescription().contains(QLatin1String("10:42")));
    QVERIFY(chart.itemRect(1).left() > chart.itemRect(0).left());
    QVERIFY(chart.itemRect(1).top() < chart.itemRect(0).top());
}

/// Both share the scale; the table has a column each.
void PictureTest::drawsTwoLines() {
    AreaChart chart;
    chart.setValueText([](double value) { return Format::count(static_cast<qint64>(value)); });
    chart.setHeads(QStringLiteral("When"), QStringLiteral("in"));
    chart.setSecondLine(Token::Own, QStringLiteral("out"));
    chart.resize(300, 120);
    chart.setPoints({{1, 10, QStringLiteral("10:41"), 0}, {2, 10, QStringLiteral("10:42"), 0}});
    const double alone = chart.itemRect(1).top();
    chart.setPoints({{1, 10, QStringLiteral("10:41"), 30}, {2, 10, QStringLiteral("10:42"), 40}});
    QVERIFY(chart.itemRect(1).top() > alone + 20); // a quarter of the height
    QCOMPARE(chart.tableModel()->columnCount(), 3);
    QCOMPARE(cell(chart, 1, 2), QStringLiteral("40"));
    chart.show();
    chart.setCurrentItem(1);
    QCOMPARE(chart.accessibleDescription(), QStringLiteral("10:42: in 10, out 40"));
}

void PictureTest::masksAChart() {
    AreaChart chart;
    chart.setValueText(
        [](double value) { return format().trimmed(primitives::Amount(static_cast<qint64>(value))); });
    chart.setPoints({{1, 500'000'000, QStringLiteral("10:41")}});
    QCOMPARE(cell(chart, 0, 1), QStringLiteral("5"));
    format().setAmountsHidden(true);
    QVERIFY(!cell(chart, 0, 1).contains(QLatin1Char('5')));
}

void PictureTest::drawsAChartOfOnePoint() {
    AreaChart chart;
    chart.setPoints({{1, 5, QStringLiteral("now")}});
    chart.resize(300, 120);
    QVERIFY(!chart.grab().isNull());
    chart.setPoints({});
    QVERIFY(!chart.grab().isNull());
    QCOMPARE(chart.itemCount(), 0);
}

void PictureTest::showsTheTwin() {
    auto* strip = new ChainStrip;
    strip->setBlocks(blocks(2148, 3));
    PictureWithTable twin(strip);
    twin.toggle()->setParent(&twin);
    twin.toggle()->show();
    twin.resize(800, 300);
    twin.show();
    QVERIFY(strip->isVisible());
    const QString before = twin.toggle()->text();
    twin.toggle()->click();
    QVERIFY(twin.showsTable());
    QVERIFY(!strip->isVisible());
    QVERIFY(twin.table()->isVisible());
    QVERIFY(twin.toggle()->text() != before);
    QSignalSpy opened(&twin, &PictureWithTable::itemActivated);
    twin.table()->setCurrentIndex(twin.table()->model()->index(1, 0));
    QTest::keyClick(twin.table(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().toInt(), 1);
}

void PictureTest::describesMiningPictures() {
    TargetBar bar;
    bar.setBits(23.4, 26);
    QVERIFY(bar.accessibleDescription().contains(QLatin1String("23.4")));
    QCOMPARE(bar.tableModel()->rowCount(), 2);
    // A miss never reads as much as its target, and a target of 27.5 bits is none of 27.
    bar.setBits(27.1, 27.5);
    QCOMPARE(bar.accessibleDescription(), QStringLiteral("Closest miss 27.1 bits of 27.5"));
    bar.setBits(27.46, 27.49);
    QCOMPARE(bar.accessibleDescription(), QStringLiteral("Closest miss 27.4 bits of 27.5"));
    bar.setBits(25.99, 26);
    QCOMPARE(bar.accessibleDescription(), QStringLiteral("Closest miss 25.9 bits of 26"));
    IntervalCells cells;
    cells.setProgress(2015, 2016);
    cells.resize(300, 22);
    QVERIFY(!cells.grab().isNull());
    QVERIFY(cells.accessibleDescription().contains(Format::count(2015)));
    LuckBar luck;
    luck.setLuck(27, 25);
    luck.resize(300, 16);
    const QImage image = luck.grab().toImage();
    QCOMPARE(image.pixelColor(20, 8), color(Token::Accent));
    QCOMPARE(image.pixelColor(290, 8), color(Token::Sunken));
}

CAIRN_GUI_TEST(PictureTest)
#include "PictureTest.moc"
