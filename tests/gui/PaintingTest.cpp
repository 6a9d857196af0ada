#include "GuiTest.h"
#include "support/TestProgram.h"

#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"
#include "gui/theme/Words.h"

#include <QPainter>
#include <QTest>

#include <functional>

using namespace gui;

namespace {

QImage painted(const std::function<void(QPainter&)>& paint, int ratio = 1) {
    QImage image(QSize(220, 60) * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::white);
    QPainter painter(&image);
    paint(painter);
    return image;
}

/// The greatest difference of a colour channel.
int difference(const QImage& a, const QImage& b) {
    int most = 0;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QColor one = a.pixelColor(x, y);
            const QColor other = b.pixelColor(x, y);
            most = std::max({most, std::abs(one.red() - other.red()), std::abs(one.green() - other.green()),
                             std::abs(one.blue() - other.blue())});
        }
    return most;
}

} // namespace

/// What is kept must look as what is painted anew.
class PaintingTest : public QObject {
    Q_OBJECT
private slots:
    void init();
    void boxesLookAsDrawnWhole_data();
    void boxesLookAsDrawnWhole();
    void wordsLookAsDrawnAnew();
    void wordsMeasureAsFontMetricsDo();
    void wordsWrap();
    void cutsWhatDoesNotFit();
};

void PaintingTest::init() {
    failOnWarnings();
    theme().setChoice(Theme::Choice::Light);
    theme().setTextScale(100);
}

void PaintingTest::boxesLookAsDrawnWhole_data() {
    QTest::addColumn<QRect>("area");
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("ratio");
    QTest::newRow("card") << QRect(3, 4, 200, 50) << 1 << 1;
    QTest::newRow("ring") << QRect(3, 4, 200, 50) << 2 << 1;
    QTest::newRow("two pixels a pixel") << QRect(3, 4, 200, 50) << 1 << 2;
    QTest::newRow("too small for its corners") << QRect(3, 4, 12, 50) << 1 << 1;
}

void PaintingTest::boxesLookAsDrawnWhole() {
    QFETCH(QRect, area);
    QFETCH(int, width);
    QFETCH(int, ratio);
    const QImage kept =
        painted([&](QPainter& painter) { paintRoundBox(painter, area, 8, Qt::cyan, Qt::red, width); }, ratio);
    const QImage whole = painted(
        [&](QPainter& painter) {
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(QPen(Qt::red, width));
            painter.setBrush(Qt::cyan);
            const double half = width / 2.0;
            painter.drawRoundedRect(QRectF(area).adjusted(half, half, -half, -half), 8, 8);
        },
        ratio);
    QVERIFY2(difference(kept, whole) <= 6, qPrintable(QString::number(difference(kept, whole))));
}

void PaintingTest::wordsLookAsDrawnAnew() {
    const QString text = QStringLiteral("Six peers, all on block 2\u00a0148 → ↵");
    for (const TextRole role : {TextRole::Body, TextRole::Mono, TextRole::Title}) {
        const auto draw = [&](bool kept) {
            return painted([&](QPainter& painter) {
                painter.setFont(roleFont(role));
                painter.setPen(Qt::black);
                if (kept)
                    drawWords(painter, QPointF(5, 30), text);
                else
                    painter.drawText(QPointF(5, 30), text);
            });
        };
        QCOMPARE(draw(true), draw(false));
        QCOMPARE(draw(true), draw(true)); // the second one is from the cache
    }
}

void PaintingTest::wordsMeasureAsFontMetricsDo() {
    for (const QString& text :
         {QStringLiteral("payments"), QStringLiteral("1\u00a0204.500 000 00"), QString()}) {
        const double wide = QFontMetricsF(roleFont(TextRole::Body)).horizontalAdvance(text);
        QVERIFY(std::abs(wordsWidth(roleFont(TextRole::Body), text) - wide) < 0.5);
    }
    const double before = wordsWidth(roleFont(TextRole::Body), QStringLiteral("payments"));
    theme().setTextScale(200);
    QVERIFY(wordsWidth(roleFont(TextRole::Body), QStringLiteral("payments")) > 1.8 * before);
}

void PaintingTest::wordsWrap() {
    WordCache cache;
    const QString text = QStringLiteral("one two three four five six");
    QCOMPARE(cache.find(roleFont(TextRole::Body), text).lines.size(), 1);
    const WordCache::Words& narrow = cache.find(roleFont(TextRole::Body), text, 60);
    QVERIFY(narrow.lines.size() >= 3);
    for (const WordCache::Line& line : narrow.lines)
        QVERIFY(line.width <= 60);
    QVERIFY(narrow.lines[1].top >= narrow.lines[0].ascent);
}

void PaintingTest::cutsWhatDoesNotFit() {
    const QFont& font = roleFont(TextRole::Body);
    const QString text = QStringLiteral("a long name of a peer");
    QCOMPARE(fittingWords(font, text, 1'000), text);
    const QString cut = fittingWords(font, text, 60);
    QVERIFY(cut.endsWith(QChar(0x2026)) && wordsWidth(font, cut) <= 60);
    QVERIFY(fittingWords(font, text, 60, Qt::ElideMiddle).endsWith(QLatin1Char('r')));
    // What was shortened before keeps its one gap.
    const QString address = QStringLiteral("lab1qtnm…t74s");
    const QString narrow = fittingWords(font, address, wordsWidth(font, address) * 0.7, Qt::ElideMiddle);
    QCOMPARE(narrow.count(QChar(0x2026)), 1);
    QVERIFY(narrow.startsWith(QStringLiteral("lab")) && narrow.endsWith(QStringLiteral("4s")));
    QVERIFY(wordsWidth(font, narrow) <= wordsWidth(font, address) * 0.7);
}

CAIRN_GUI_TEST(PaintingTest)
#include "PaintingTest.moc"
