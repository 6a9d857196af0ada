#include "gui/widgets/ChainStrip.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"
#include "gui/widgets/TreeMap.h"

#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace gui {

namespace {

constexpr int kStripWidth = 118;
constexpr int kStripHeight = 150;
constexpr int kStripGap = 12;
constexpr int kDivider = 34; // between what waits and what is
constexpr int kWell = 58;
constexpr int kBoxRadius = 10;
constexpr int kStaleHeight = 42;
constexpr int kStaleGap = 14; // above each row of stale blocks

double fullOf(const StripBlock& block) {
    return block.full < 0 ? block.fill : block.full;
}

constexpr qint64 kRareMs = 2'000; ///< blocks further apart than this slide in

} // namespace

ChainStrip::ChainStrip(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    setAccessibleName(tr("The next block and the last blocks"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_table->setColumns({{tr("Block"), TextStyle::Strong, false},
                         {tr("Contents"), TextStyle::Normal, false},
                         {tr("When"), TextStyle::Muted, false},
                         {tr("Found by"), TextStyle::Normal, false},
                         {tr("Full"), TextStyle::Muted, true}});
    m_slide.setEasingCurve(QEasingCurve::OutCubic);
    m_slide.setStartValue(1.0);
    m_slide.setEndValue(0.0);
    connect(&m_slide, &QVariantAnimation::valueChanged, this, [this](const QVariant& value) {
        m_offset = value.toDouble();
        update();
    });
}

/// Once a second the ages change: only the cards that look different are painted again.
void ChainStrip::renew(QVector<StripBlock>& old, const QVector<StripBlock>& now, int firstItem) {
    if (old == now) return;
    const bool sameCount = old.size() == now.size();
    QVector<int> changed;
    for (int i = 0; sameCount && i < now.size(); ++i)
        if (!(old[i] == now[i])) changed.append(i);
    old = now;
    if (m_painted.size() > 2 * itemCount() + 4) m_painted.clear(); // cards of blocks that went out of sight
    renewTable();
    if (!sameCount) return itemsChanged();
    for (const int i : changed)
        update(itemRect(firstItem + i).adjusted(-4, -4, 4, 4).toAlignedRect());
}

void ChainStrip::setPending(const QVector<StripBlock>& pending) {
    renew(m_pending, pending, 0);
}

void ChainStrip::setBlocks(const QVector<StripBlock>& newestFirst) {
    const QString before = m_blocks.isEmpty() ? QString() : m_blocks.first().key;
    const bool grew = newestFirst.size() > 1 && !before.isEmpty() && newestFirst.first().key != before &&
                      newestFirst[1].key == before;
    renew(m_blocks, newestFirst, pendingCount());
    layStale();
    const int duration = isVisible() ? theme().duration(200) : 0;
    if (!grew || duration == 0) return;
    const bool isRare = !m_grown.isValid() || m_grown.elapsed() > kRareMs;
    m_grown.start();
    if (!isRare) return; // where one follows the other, sliding shows nothing and never ends
    m_slide.stop();
    m_slide.setDuration(duration);
    m_slide.start();
}

void ChainStrip::setStale(const QVector<StripBlock>& stale) {
    if (stale == m_stale) return;
    m_stale = stale;
    layStale();
    renewTable();
    itemsChanged();
}

int ChainStrip::columnOf(const StripBlock& stale) const {
    for (int i = 0; i < blockCount(); ++i)
        if (m_blocks[i].title == stale.title) return i;
    return -1;
}

void ChainStrip::layStale() {
    const int before = m_staleRows;
    m_stalePlaces.clear();
    m_staleRows = 0;
    QVector<int> used(m_blocks.size(), 0);
    for (const StripBlock& block : m_stale) {
        const int column = columnOf(block);
        m_stalePlaces.append(QPoint(column, column < 0 ? 0 : used[column]++));
        if (column >= 0) m_staleRows = std::max(m_staleRows, used[column]);
    }
    if (m_staleRows != before) updateGeometry();
}

void ChainStrip::setChosen(int item) {
    if (std::exchange(m_chosen, item) == item) return;
    update();
}

QAbstractItemModel* ChainStrip::tableModel() {
    return m_table;
}

int ChainStrip::itemCount() const {
    return static_cast<int>(m_pending.size() + m_blocks.size() + m_stale.size());
}

const StripBlock& ChainStrip::blockAt(int item) const {
    if (item < pendingCount()) return m_pending[item];
    return isStale(item) ? m_stale[item - pendingCount() - blockCount()] : m_blocks[item - pendingCount()];
}

void ChainStrip::renewTable() {
    QVector<QStringList> rows;
    for (int i = 0; i < itemCount(); ++i) {
        const StripBlock& block = blockAt(i);
        rows.append({isStale(i) ? tr("%1, stale").arg(block.title) : block.title, block.lines.value(0),
                     block.lines.value(1), block.owner, Format::percent(fullOf(block))});
    }
    m_table->setRows(rows);
}

QString ChainStrip::itemText(int item) const {
    const StripBlock& block = blockAt(item);
    QStringList parts{item < pendingCount() ? block.title
                      : isStale(item)       ? tr("Block %1 of a losing branch").arg(block.title)
                                            : tr("Block %1").arg(block.title)};
    parts += block.lines;
    if (!block.owner.isEmpty()) parts += tr("found by %1").arg(block.owner);
    parts += tr("%1 full").arg(Format::percent(fullOf(block)));
    return parts.join(QStringLiteral(" · "));
}

int ChainStrip::neighbour(int item, int key) const {
    const int rows = pendingCount() + blockCount();
    if (isStale(item) || key == Qt::Key_Up || key == Qt::Key_Down) return Picture::neighbour(item, key);
    if (key == Qt::Key_Left) return item - 1;
    return item + 1 < rows ? item + 1 : -1;
}

QSize ChainStrip::sizeHint() const {
    return {px(kStripWidth) * 5, minimumSizeHint().height()};
}

QSize ChainStrip::minimumSizeHint() const {
    return {px(kStripWidth) * 2 + px(kDivider),
            px(kStripHeight) + 8 + m_staleRows * px(kStaleHeight + kStaleGap)};
}

QRectF ChainStrip::place(int item) const {
    const double step = px(kStripWidth + kStripGap);
    if (isStale(item)) {
        const QPoint at = m_stalePlaces.value(item - pendingCount() - blockCount(), QPoint(-1, 0));
        if (at.x() < 0) return {};
        const QRectF won = place(pendingCount() + at.x());
        const double y = won.bottom() + px(kStaleGap) + at.y() * px(kStaleHeight + kStaleGap);
        return {won.left(), y, won.width(), static_cast<double>(px(kStaleHeight))};
    }
    double x = item * step;
    if (item >= pendingCount() && pendingCount() > 0) x += px(kDivider - kStripGap);
    return {x, 4, static_cast<double>(px(kStripWidth)), static_cast<double>(px(kStripHeight))};
}

QRectF ChainStrip::itemRect(int item) const {
    QRectF area = place(item);
    if (area.isEmpty()) return {};
    if (item >= pendingCount()) area.translate(-m_offset * px(kStripWidth + kStripGap), 0);
    if (layoutDirection() == Qt::RightToLeft) area.moveLeft(width() - area.right());
    return area;
}

void ChainStrip::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (pendingCount() > 0 && !m_blocks.isEmpty()) {
        const QRectF last = place(pendingCount() - 1);
        double x = last.right() + px(kDivider) / 2.0 - 1;
        if (layoutDirection() == Qt::RightToLeft) x = width() - x - 2;
        painter.fillRect(QRectF(x, last.top(), 2, last.height()), color(Token::Line));
    }
    const QRectF seen = QRectF(event->rect()).adjusted(-4, -4, 4, 4);
    // Backwards, so that a sliding block comes out from behind the one that waits.
    for (int i = itemCount() - 1; i >= 0; --i) {
        if (isStale(i)) paintTie(painter, i);
        if (!itemRect(i).intersects(seen)) continue;
        if (isStale(i))
            paintStale(painter, i);
        else
            paintBlock(painter, i);
    }
    paintFade(painter);
    paintItemFocus(painter, px(kBoxRadius));
}

// Says that the chain goes on where the room ends.
void ChainStrip::paintFade(QPainter& painter) const {
    const int last = pendingCount() + blockCount() - 1;
    if (last < 0 || place(last).right() <= width()) return;
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const QSize size(px(56), height());
    const double ratio = devicePixelRatioF();
    if (m_fade.size() != size * ratio) { // a gradient costs more than all cards together
        m_fade = QPixmap(size * ratio);
        m_fade.setDevicePixelRatio(ratio);
        m_fade.fill(Qt::transparent);
        QLinearGradient fade(rightToLeft ? size.width() : 0, 0, rightToLeft ? 0 : size.width(), 0);
        fade.setColorAt(0, faded(color(Token::Surface), 0));
        fade.setColorAt(1, color(Token::Surface));
        QPainter(&m_fade).fillRect(QRect(QPoint(0, 0), size), fade);
    }
    painter.drawPixmap(rightToLeft ? 0 : width() - size.width(), 0, m_fade);
}

void ChainStrip::paintFill(QPainter& painter, const QRectF& well, const StripBlock& block,
                           bool pending) const {
    QPainterPath shape;
    shape.addRoundedRect(well, px(6), px(6));
    painter.fillPath(shape, color(Token::Sunken));
    if (block.fill <= 0) return;
    QRectF filled = well;
    filled.setTop(well.bottom() - std::max<double>(px(4), well.height() * std::min(1.0, block.fill)));
    if (block.cells.isEmpty()) {
        QPainterPath level;
        level.addRect(filled);
        return painter.fillPath(shape.intersected(level), color(pending ? Token::F5 : Token::F3));
    }
    painter.save();
    painter.setClipPath(shape);
    QVector<double> weights;
    for (const StripCell& cell : block.cells)
        weights.append(cell.weight);
    const QVector<QRectF> places = treeMap(weights, filled);
    // Without antialiasing the hairlines between cells stay one pixel wide.
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 0; i < places.size(); ++i) {
        const QRect place = places[i].toRect();
        const bool roomy = place.width() > 3 && place.height() > 3;
        painter.fillRect(roomy ? place.adjusted(0, 0, -1, -1) : place, color(block.cells[i].token));
    }
    painter.restore();
}

// From the parent, which stands to the right: the chain grows to the left.
void ChainStrip::paintTie(QPainter& painter, int item) const {
    const QRectF area = itemRect(item);
    if (area.isEmpty()) return;
    const StripBlock& block = blockAt(item);
    int parent = -1;
    for (int i = pendingCount(); i < itemCount() && parent < 0; ++i)
        if (blockAt(i).key == block.parent) parent = i;
    if (parent < 0) return;
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const QRectF from = itemRect(parent);
    const QPointF end(rightToLeft ? area.left() : area.right(), area.center().y());
    const QPointF start = isStale(parent)
                              ? QPointF(rightToLeft ? from.right() : from.left(), from.center().y())
                              : QPointF(from.center().x(), from.bottom());
    QPainterPath way(start);
    if (isStale(parent))
        way.lineTo(end);
    else
        way.quadTo(QPointF(start.x(), end.y()), end);
    painter.setPen(QPen(color(Token::Bad), 1.6, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(way);
}

void ChainStrip::paintStale(QPainter& painter, int item) const {
    const StripBlock& block = blockAt(item);
    const QRectF area = itemRect(item);
    painter.setPen(QPen(color(Token::Bad), item == hoveredItem() ? 2 : 1.4, Qt::DashLine));
    painter.setBrush(color(item == hoveredItem() ? Token::BadSoft : Token::Surface));
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), px(8), px(8));
    const double left = area.left() + px(10);
    const double room = area.width() - px(18);
    const QFontMetricsF strong(roleFont(TextRole::SmallBold));
    painter.setFont(roleFont(TextRole::SmallBold));
    painter.setPen(color(Token::Bad));
    drawWords(painter, QPointF(left, area.top() + px(7) + strong.ascent()),
              strong.elidedText(tr("%1, stale").arg(block.title), Qt::ElideRight, room));
    const QFontMetricsF metrics(roleFont(TextRole::Small));
    painter.setFont(roleFont(TextRole::Small));
    painter.setPen(color(Token::Text2));
    drawWords(
        painter, QPointF(left, area.top() + px(21) + metrics.ascent()),
        metrics.elidedText(block.owner.isEmpty() ? block.lines.value(0) : tr("lost, by %1").arg(block.owner),
                           Qt::ElideRight, room));
}

void ChainStrip::paintBlock(QPainter& painter, int item) const {
    const StripBlock& block = blockAt(item);
    const QRectF area = itemRect(item);
    const bool hovered = item == hoveredItem();
    const bool chosen = item == m_chosen;
    Painted& painted = m_painted[item < pendingCount() ? block.title : block.key];
    const double ratio = devicePixelRatioF();
    const bool same = !painted.picture.isNull() && painted.picture.devicePixelRatio() == ratio &&
                      painted.hovered == hovered && painted.chosen == chosen && painted.block == block;
    if (!same) {
        painted = {block, hovered, chosen};
        painted.picture = QPixmap((area.size() * ratio).toSize());
        painted.picture.setDevicePixelRatio(ratio);
        painted.picture.fill(Qt::transparent);
        QPainter card(&painted.picture);
        card.setRenderHint(QPainter::Antialiasing);
        paintCard(card, item, QRectF(QPointF(0, 0), area.size()));
    }
    painter.drawPixmap(area.topLeft(), painted.picture);
}

void ChainStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange) {
        m_painted.clear();
        m_fade = QPixmap();
    }
    Picture::changeEvent(event);
}

void ChainStrip::paintCard(QPainter& painter, int item, const QRectF& area) const {
    const StripBlock& block = blockAt(item);
    const bool pending = item < pendingCount();
    const bool ring = block.own || item == m_chosen;
    QPen border(color(ring ? Token::Own : hoveredItem() == item ? Token::Text3 : Token::Line), ring ? 2 : 1);
    if (pending) border.setDashPattern({4 / border.widthF(), 3 / border.widthF()});
    painter.setPen(border);
    painter.setBrush(color(hoveredItem() == item ? Token::Hover : Token::Surface));
    const double half = border.widthF() / 2;
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), px(kBoxRadius), px(kBoxRadius));

    const double left = area.left() + px(10);
    QFont titleFont = roleFont(TextRole::Strong);
    const QFontMetricsF titleMetrics(titleFont);
    painter.setFont(titleFont);
    painter.setPen(color(Token::Text));
    drawWords(painter, QPointF(left, area.top() + px(10) + titleMetrics.ascent()), block.title);
    const QRectF well(left, area.top() + px(34), area.width() - px(20), px(kWell));
    paintFill(painter, well, block, pending);

    const QFont small = roleFont(TextRole::Small);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(color(Token::Text2));
    double y = well.bottom() + px(7) + metrics.ascent();
    for (const QString& line : block.lines) {
        drawWords(painter, QPointF(left, y), fittingWords(painter.font(), line, well.width()));
        y += px(15);
    }
    if (block.owner.isEmpty()) return;
    painter.setFont(roleFont(TextRole::SmallBold));
    painter.setPen(color(block.own ? Token::Own : Token::Text2));
    drawWords(painter, QPointF(left, y), fittingWords(painter.font(), block.owner, well.width()));
}

} // namespace gui

#include "moc_ChainStrip.cpp"
