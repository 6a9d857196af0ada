#include "gui/widgets/ChainStrip.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"

#include <QPainter>
#include <QPainterPath>

namespace gui {

namespace {

constexpr int kWidth = 118;
constexpr int kHeight = 156;
constexpr int kGap = 12;
constexpr int kDivider = 34; // between what waits and what is
constexpr int kWell = 58;
constexpr int kRadius = 10;

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

void ChainStrip::setPending(const QVector<StripBlock>& pending) {
    m_pending = pending;
    renewTable();
    itemsChanged();
}

void ChainStrip::setBlocks(const QVector<StripBlock>& newestFirst) {
    const QString before = m_blocks.isEmpty() ? QString() : m_blocks.first().key;
    m_blocks = newestFirst;
    const bool grew = m_blocks.size() > 1 && !before.isEmpty() && m_blocks.first().key != before &&
                      m_blocks[1].key == before;
    renewTable();
    itemsChanged();
    const int duration = isVisible() ? theme().duration(200) : 0;
    if (!grew || duration == 0) return;
    m_slide.stop();
    m_slide.setDuration(duration);
    m_slide.start();
}

void ChainStrip::setChosen(int item) {
    m_chosen = item;
    update();
}

QAbstractItemModel* ChainStrip::tableModel() { return m_table; }

int ChainStrip::itemCount() const { return static_cast<int>(m_pending.size() + m_blocks.size()); }

const StripBlock& ChainStrip::blockAt(int item) const {
    return item < pendingCount() ? m_pending[item] : m_blocks[item - pendingCount()];
}

void ChainStrip::renewTable() {
    QVector<QStringList> rows;
    for (int i = 0; i < itemCount(); ++i) {
        const StripBlock& block = blockAt(i);
        rows.append({block.title, block.lines.value(0), block.lines.value(1), block.owner,
                     tr("%1 %").arg(qRound(block.fill * 100))});
    }
    m_table->setRows(rows);
}

QString ChainStrip::itemText(int item) const {
    const StripBlock& block = blockAt(item);
    QStringList parts{item < pendingCount() ? block.title : tr("Block %1").arg(block.title)};
    parts += block.lines;
    if (!block.owner.isEmpty()) parts += tr("found by %1").arg(block.owner);
    parts += tr("%1 % full").arg(qRound(block.fill * 100));
    return parts.join(QStringLiteral(" · "));
}

int ChainStrip::neighbour(int item, int key) const {
    if (key == Qt::Key_Left) return item - 1;
    if (key == Qt::Key_Right) return item + 1 < itemCount() ? item + 1 : -1;
    return -1;
}

QSize ChainStrip::sizeHint() const { return {px(kWidth) * 5, px(kHeight) + 8}; }

QSize ChainStrip::minimumSizeHint() const { return {px(kWidth) * 2 + px(kDivider), px(kHeight) + 8}; }

QRectF ChainStrip::place(int item) const {
    const double step = px(kWidth + kGap);
    double x = item * step;
    if (item >= pendingCount() && pendingCount() > 0) x += px(kDivider - kGap);
    return {x, 4, static_cast<double>(px(kWidth)), static_cast<double>(px(kHeight))};
}

QRectF ChainStrip::itemRect(int item) const {
    QRectF area = place(item);
    if (item >= pendingCount()) area.translate(-m_offset * px(kWidth + kGap), 0);
    if (layoutDirection() == Qt::RightToLeft) area.moveLeft(width() - area.right());
    return area;
}

void ChainStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (pendingCount() > 0 && !m_blocks.isEmpty()) {
        const QRectF last = place(pendingCount() - 1);
        double x = last.right() + px(kDivider) / 2.0 - 1;
        if (layoutDirection() == Qt::RightToLeft) x = width() - x - 2;
        painter.fillRect(QRectF(x, last.top(), 2, last.height()), color(Token::Line));
    }
    // Backwards, so that a sliding block comes out from behind the one that waits.
    for (int i = itemCount() - 1; i >= 0; --i)
        if (itemRect(i).left() < width() && itemRect(i).right() > 0) paintBlock(painter, i);
    paintFade(painter);
    paintItemFocus(painter, px(kRadius));
}

// Says that the chain goes on where the room ends.
void ChainStrip::paintFade(QPainter& painter) const {
    if (itemCount() == 0 || place(itemCount() - 1).right() <= width()) return;
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const QRectF edge(rightToLeft ? 0 : width() - px(56), 0, px(56), height());
    QLinearGradient fade(rightToLeft ? edge.topRight() : edge.topLeft(), rightToLeft ? edge.topLeft() : edge.topRight());
    fade.setColorAt(0, faded(color(Token::Surface), 0));
    fade.setColorAt(1, color(Token::Surface));
    painter.fillRect(edge, fade);
}

void ChainStrip::paintFill(QPainter& painter, const QRectF& well, double share, bool pending) const {
    QPainterPath shape;
    shape.addRoundedRect(well, px(6), px(6));
    painter.fillPath(shape, color(Token::Sunken));
    if (share <= 0) return;
    QRectF filled = well;
    filled.setTop(well.bottom() - std::max(2.0, well.height() * std::min(1.0, share)));
    QLinearGradient gradient(filled.bottomLeft(), filled.topLeft());
    gradient.setColorAt(0, color(pending ? Token::F5 : Token::F3));
    gradient.setColorAt(1, color(pending ? Token::F4 : Token::F2));
    QPainterPath level;
    level.addRect(filled);
    painter.fillPath(shape.intersected(level), gradient);
}

void ChainStrip::paintBlock(QPainter& painter, int item) const {
    const StripBlock& block = blockAt(item);
    const bool pending = item < pendingCount();
    const bool ring = block.own || item == m_chosen;
    const QRectF area = itemRect(item);
    QPen border(color(ring ? Token::Own : hoveredItem() == item ? Token::Text3 : Token::Line), ring ? 2 : 1);
    if (pending) border.setDashPattern({4 / border.widthF(), 3 / border.widthF()});
    painter.setPen(border);
    painter.setBrush(color(hoveredItem() == item ? Token::Hover : Token::Surface));
    const double half = border.widthF() / 2;
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), px(kRadius), px(kRadius));

    const double left = area.left() + px(10);
    QFont titleFont = roleFont(TextRole::Strong);
    const QFontMetricsF titleMetrics(titleFont);
    painter.setFont(titleFont);
    painter.setPen(color(Token::Text));
    painter.drawText(QPointF(left, area.top() + px(10) + titleMetrics.ascent()), block.title);
    const QRectF well(left, area.top() + px(34), area.width() - px(20), px(kWell));
    paintFill(painter, well, block.fill, pending);

    const QFont small = roleFont(TextRole::Small);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(color(Token::Text2));
    double y = well.bottom() + px(7) + metrics.ascent();
    for (const QString& line : block.lines) {
        painter.drawText(QPointF(left, y), metrics.elidedText(line, Qt::ElideRight, well.width()));
        y += px(15);
    }
    if (block.owner.isEmpty()) return;
    painter.setFont(roleFont(TextRole::SmallBold));
    painter.setPen(color(block.own ? Token::Own : Token::Text2));
    painter.drawText(QPointF(left, y), metrics.elidedText(block.owner, Qt::ElideRight, well.width()));
}

} // namespace gui
