#include "gui/explorer/BlockCells.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/FeeScale.h"
#include "gui/widgets/RowsModel.h"
#include "gui/widgets/TreeMap.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace gui {

namespace {

constexpr int kLegendLine = 18; // below the cells, in as many lines as its width asks for
constexpr int kAboveLegend = 8;

} // namespace

BlockCells::BlockCells(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    m_table->setColumns({{tr("Transaction"), TextStyle::Mono},
                         {tr("What"), TextStyle::Normal},
                         {tr("Weight"), TextStyle::Muted, true},
                         {tr("Fee rate"), TextStyle::Muted, true}});
    setAccessibleName(tr("The transactions of the block as cells"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void BlockCells::setCells(QVector<Cell> cells) {
    std::ranges::stable_sort(cells, std::ranges::greater(), &Cell::weight);
    m_cells = std::move(cells);
    QVector<QStringList> rows;
    for (const Cell& cell : m_cells) {
        rows << QStringList{cell.txid, cell.own ? tr("%1, yours").arg(cell.words) : cell.words,
                            tr("%1 WU").arg(Format::count(static_cast<qint64>(cell.weight))),
                            cell.reward ? QStringLiteral("–") : Format::feeRate(cell.rate)};
    }
    m_table->setRows(rows);
    lay();
    itemsChanged();
}

QAbstractItemModel* BlockCells::tableModel() {
    return m_table;
}

QSize BlockCells::sizeHint() const {
    return {px(420), px(250)};
}

QSize BlockCells::minimumSizeHint() const {
    return {px(240), px(200)};
}

QString BlockCells::itemText(int item) const {
    const Cell& cell = m_cells[item];
    QStringList parts{cell.own ? tr("%1, yours").arg(cell.words) : cell.words};
    parts << tr("%1 WU").arg(Format::count(static_cast<qint64>(cell.weight)));
    if (!cell.reward) parts << Format::feeRate(cell.rate);
    if (!cell.txid.isEmpty()) parts << Format::shortened(cell.txid, 10, 4);
    return parts.join(QStringLiteral(" · "));
}

void BlockCells::lay() {
    QVector<double> weights;
    for (const Cell& cell : m_cells)
        weights.append(std::max(cell.weight, 1.0));
    m_legend = legendEntries();
    const double cells = m_legend.isEmpty() ? height() : m_legend.first().area.top() - px(kAboveLegend);
    m_places = treeMap(weights, QRectF(0, 0, width(), cells));
}

/// What the marks and colours say, in lines that end at the picture's edge, the last one at its bottom.
QVector<BlockCells::LegendEntry> BlockCells::legendEntries() const {
    using Mark = LegendEntry::Mark;
    QVector<LegendEntry> entries;
    if (std::ranges::any_of(m_cells, &Cell::own)) entries.append({Mark::Own, tr("yours"), 0, {}});
    entries.append({Mark::Reward, tr("reward"), 0, {}});
    for (int step = 0; step < kFeeSteps; ++step)
        entries.append({Mark::Fee, feeStepText(step), step, {}});
    entries.append({Mark::None, tr("sat/vB"), 0, {}});
    const QFontMetricsF metrics(roleFont(TextRole::Small));
    double x = 0, y = 0;
    for (LegendEntry& entry : entries) {
        const double mark = entry.mark == Mark::None ? 0 : px(15);
        const double wide = mark + metrics.horizontalAdvance(entry.words) + 1;
        if (x > 0 && x + wide > width()) {
            x = 0;
            y += px(kLegendLine);
        }
        entry.area = QRectF(x, y, wide, px(kLegendLine));
        x += wide + px(10);
    }
    for (LegendEntry& entry : entries)
        entry.area.translate(1, height() - y - px(kLegendLine));
    return entries;
}

void BlockCells::resizeEvent(QResizeEvent* event) {
    Picture::resizeEvent(event);
    lay();
}

void BlockCells::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) lay();
    Picture::changeEvent(event);
}

void BlockCells::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < itemCount(); ++i) {
        const Cell& cell = m_cells[i];
        const QRectF area = m_places[i].adjusted(1.5, 1.5, -1.5, -1.5);
        if (area.width() < 1 || area.height() < 1 || !area.intersects(event->rect())) continue;
        const bool marked = i == hoveredItem();
        const double radius = std::min<double>(px(4), std::min(area.width(), area.height()) / 3);
        painter.setPen(marked ? QPen(color(Token::Text), 2) : QPen(Qt::NoPen));
        painter.setBrush(color(cell.reward ? Token::Sunken : feeToken(cell.rate)));
        painter.drawRoundedRect(area, radius, radius);
        if (cell.reward) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(QBrush(color(Token::Text3), Qt::BDiagPattern));
            painter.drawRoundedRect(area, radius, radius);
        }
        if (cell.own) paintOwnMark(painter, area.topLeft() + QPointF(px(8), px(8)));
    }
    paintLegend(painter);
    paintItemFocus(painter, px(4));
}

void BlockCells::paintOwnMark(QPainter& painter, const QPointF& centre) const {
    painter.setPen(QPen(color(Token::Surface), 1.5));
    painter.setBrush(color(Token::Own));
    painter.drawEllipse(centre, px(4), px(4));
}

void BlockCells::paintLegend(QPainter& painter) const {
    using Mark = LegendEntry::Mark;
    const QFont small = roleFont(TextRole::Small);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    for (const LegendEntry& entry : m_legend) {
        const double middle = entry.area.center().y();
        const bool marked = entry.mark != Mark::None;
        if (entry.mark == Mark::Own) {
            paintOwnMark(painter, QPointF(entry.area.left() + px(5), middle));
        } else if (marked) {
            painter.setPen(QPen(color(Token::Line), 1));
            painter.setBrush(entry.mark == Mark::Reward ? QBrush(color(Token::Text3), Qt::BDiagPattern)
                                                        : QBrush(color(feeStepToken(entry.feeStep))));
            painter.drawRoundedRect(QRectF(entry.area.left(), middle - px(5), px(10), px(10)), 2, 2);
        }
        painter.setPen(color(marked ? Token::Text2 : Token::Text3));
        drawWords(painter,
                  QPointF(entry.area.left() + (marked ? px(15) : 0), middle + metrics.capHeight() / 2),
                  entry.words);
    }
}

} // namespace gui

#include "moc_BlockCells.cpp"
