#include "gui/widgets/MiningPictures.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gui {

namespace {

void describe(RowsModel* table) {
    table->setColumns({{TargetBar::tr("What"), TextStyle::Muted, false},
                       {TargetBar::tr("Value"), TextStyle::Normal, true}});
}

} // namespace

QString bitsBelow(double bits) {
    return Format::decimal(std::floor(bits * 10 + 1e-9) / 10, 1);
}

QString bitsAtLeast(double bits) {
    const double tenths = std::ceil(bits * 10 - 1e-9) / 10;
    return Format::decimal(tenths, tenths == std::floor(tenths) ? 0 : 1);
}

TargetBar::TargetBar(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    describe(m_table);
    setAccessibleName(tr("Closest miss"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setBits(-1, 32);
}

void TargetBar::setBits(double bestBits, double targetBits) {
    if (bestBits == m_best && targetBits == m_target && m_table->rowCount() > 0) return;
    m_best = bestBits;
    m_target = targetBits;
    const QString best = bestBits < 0 ? tr("none yet") : tr("%1 bits").arg(bitsBelow(bestBits));
    const QString target = bitsAtLeast(targetBits);
    m_table->setRows({{tr("Closest miss so far"), best}, {tr("Target"), tr("%1 zero bits").arg(target)}});
    setAccessibleDescription(tr("Closest miss %1 of %2").arg(best, target));
    setToolTip(accessibleDescription());
    update();
}

QAbstractItemModel* TargetBar::tableModel() {
    return m_table;
}

QSize TargetBar::sizeHint() const {
    return {px(300), px(36)};
}

QSize TargetBar::minimumSizeHint() const {
    return {px(180), px(36)};
}

double TargetBar::placeOf(double bits) const {
    // The target stands at 62 % of the bar, and the last bits before it get most of the room: there the
    // tension is.
    const double share = std::clamp(bits / m_target, 0.0, 1.6);
    return width() * std::min(0.985, 0.62 * share * share * (share <= 1 ? 1 : 0.9));
}

void TargetBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar(0, px(5), width(), px(26));
    QLinearGradient ground(bar.topLeft(), bar.topRight());
    ground.setColorAt(0, color(Token::WorkSoft));
    ground.setColorAt(0.7, color(Token::Sunken));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(bar, px(6), px(6));
    const double target = placeOf(m_target);
    painter.setBrush(color(Token::Good));
    painter.drawRoundedRect(QRectF(target, 0, px(3), height()), px(2), px(2));
    const QFont small = roleFont(TextRole::SmallBold);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(color(Token::Good));
    const QString words = tr("target: %1 zero bits").arg(bitsAtLeast(m_target));
    drawWords(painter, QPointF(target + px(10), bar.center().y() + metrics.capHeight() / 2),
              metrics.elidedText(words, Qt::ElideRight, width() - target - px(14)));
    if (m_best < 0) return;
    painter.setPen(QPen(color(Token::Surface), 2));
    painter.setBrush(color(Token::Work));
    const double radius = px(9);
    const double x = std::max(radius, placeOf(m_best));
    painter.drawEllipse(QPointF(x, bar.center().y()), radius, radius);
}

IntervalCells::IntervalCells(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    describe(m_table);
    setAccessibleName(tr("Difficulty interval"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void IntervalCells::setProgress(int done, int length) {
    if (done == m_done && length == m_length && m_table->rowCount() > 0) return;
    m_done = done;
    m_length = std::max(1, length);
    m_table->setRows(
        {{tr("Blocks done"), Format::count(done)}, {tr("Blocks in the interval"), Format::count(m_length)}});
    setAccessibleDescription(tr("%1 of %2 blocks").arg(Format::count(done), Format::count(m_length)));
    setToolTip(accessibleDescription());
    update();
}

QAbstractItemModel* IntervalCells::tableModel() {
    return m_table;
}

QSize IntervalCells::sizeHint() const {
    return {px(240), px(22)};
}

QSize IntervalCells::minimumSizeHint() const {
    return {px(100), px(22)};
}

void IntervalCells::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double gap = px(4);
    const int most = std::max(4, static_cast<int>((width() + gap) / (px(12) + gap)));
    const int cells = std::min(m_length, most);
    const int next = std::min(cells - 1, m_done * cells / m_length); // the cell that is being worked on
    const double wide = (width() - (cells - 1) * gap) / cells;
    for (int i = 0; i < cells; ++i) {
        const QRectF cell(i * (wide + gap), 0, wide, height());
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(i < next - 1 ? Token::Accent : i == next - 1 ? Token::Work : Token::Sunken));
        if (i == next) {
            QPen dashed(color(Token::Work), 2);
            dashed.setDashPattern({2.2, 1.6});
            painter.setPen(dashed);
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), px(3), px(3));
        } else {
            painter.drawRoundedRect(cell, px(4), px(4));
        }
    }
}

LuckBar::LuckBar(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    describe(m_table);
    setAccessibleName(tr("Luck"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LuckBar::setLuck(double found, double expected) {
    if (found == m_found && expected == m_expected && m_table->rowCount() > 0) return;
    m_found = found;
    m_expected = expected;
    m_table->setRows(
        {{tr("Found"), Format::decimal(found, 0)}, {tr("Expected"), Format::decimal(expected, 1)}});
    setAccessibleDescription(
        tr("%1 found, %2 expected").arg(Format::decimal(found, 0), Format::decimal(expected, 1)));
    setToolTip(accessibleDescription());
    update();
}

QAbstractItemModel* LuckBar::tableModel() {
    return m_table;
}

QSize LuckBar::sizeHint() const {
    return {px(200), px(16)};
}

QSize LuckBar::minimumSizeHint() const {
    return {px(80), px(16)};
}

void LuckBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF bar(0, (height() - px(8)) / 2.0, width(), px(8));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Sunken));
    painter.drawRoundedRect(bar, px(4), px(4));
    const double half = width() / 2.0; // the expectation stands in the middle
    const double share = m_expected > 0 ? m_found / m_expected / 2 : 0;
    QRectF filled = bar;
    filled.setWidth(std::clamp(share, 0.0, 1.0) * width());
    painter.setBrush(color(Token::Accent));
    if (filled.width() > px(4)) painter.drawRoundedRect(filled, px(4), px(4));
    painter.setBrush(color(Token::Text));
    painter.drawRect(QRectF(half - 1, bar.top() - px(3), 2, bar.height() + px(6)));
}

} // namespace gui

#include "moc_MiningPictures.cpp"
