#include "gui/widgets/AreaChart.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gui {

AreaChart::AreaChart(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    setHeads(tr("When"), tr("Value"));
    setAccessibleName(tr("Chart"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&format(), &Format::changed, this, [this] {
        renewTable();
        itemsChanged();
    });
}

void AreaChart::setPoints(const QVector<Point>& points) {
    if (points == m_points && !points.isEmpty()) return;
    m_points = points;
    measure();
    renewTable();
    itemsChanged();
}

void AreaChart::measure() {
    m_low = 0;
    m_high = 0;
    if (!m_points.isEmpty()) {
        const auto [low, high] = std::minmax_element(
            m_points.begin(), m_points.end(), [](const Point& a, const Point& b) { return a.y < b.y; });
        m_low = m_fromZero ? std::min(0.0, low->y) : low->y;
        m_high = high->y;
        if (!m_secondHead.isEmpty())
            for (const Point& point : m_points)
                m_high = std::max(m_high, point.second);
    }
    if (m_high - m_low < 1e-12) m_high = m_low + 1;
}

void AreaChart::setToken(Token token) {
    m_token = token;
    update();
}

void AreaChart::setValueText(std::function<QString(double)> text) {
    m_valueText = std::move(text);
    renewTable();
}

void AreaChart::setHeads(const QString& pointHead, const QString& valueHead) {
    m_pointHead = pointHead;
    m_valueHead = valueHead;
    QVector<RowsModel::Column> columns{{pointHead, TextStyle::Muted, false},
                                       {valueHead, TextStyle::Normal, true}};
    if (!m_secondHead.isEmpty()) columns.append({m_secondHead, TextStyle::Normal, true});
    m_table->setColumns(columns);
}

void AreaChart::setSecondLine(Token token, const QString& head) {
    m_secondToken = token;
    m_secondHead = head;
    setHeads(m_pointHead, m_valueHead);
    measure();
    renewTable();
    update();
}

void AreaChart::setAxisEnds(const QString& left, const QString& right) {
    m_axisLeft = left;
    m_axisRight = right;
    update();
}

void AreaChart::setShowsTop(bool shows) {
    m_showsTop = shows;
    update();
}

void AreaChart::setFromZero(bool fromZero) {
    m_fromZero = fromZero;
    measure();
    update();
}

void AreaChart::setOfAmounts(bool amounts) {
    m_ofAmounts = amounts;
    renewTable();
    itemsChanged();
}

/// Neither its highest value nor its shape.
bool AreaChart::isMasked() const {
    return m_ofAmounts && format().amountsHidden();
}

void AreaChart::setStepped(bool stepped) {
    m_stepped = stepped;
    update();
}

void AreaChart::setCornerRadius(int radius) {
    m_cornerRadius = radius;
    update();
}

void AreaChart::setPointText(std::function<QString(double)> text) {
    m_pointText = std::move(text);
    renewTable();
}

QAbstractItemModel* AreaChart::tableModel() {
    if (!m_hasTable) {
        m_hasTable = true;
        renewTable();
    }
    return m_table;
}

QString AreaChart::pointText(const Point& point) const {
    return point.label.isEmpty() && m_pointText ? m_pointText(point.x) : point.label;
}

void AreaChart::renewTable() {
    if (!m_hasTable) return;
    QVector<QStringList> rows;
    rows.reserve(itemCount());
    for (int i = 0; i < itemCount(); ++i) {
        rows.append({pointText(m_points[i]), valueText(m_points[i].y)});
        if (!m_secondHead.isEmpty()) rows.last().append(valueText(m_points[i].second));
    }
    m_table->setRows(rows);
}

QString AreaChart::valueText(double value) const {
    return m_valueText ? m_valueText(value) : Format::decimal(value, 1);
}

QSize AreaChart::sizeHint() const {
    return {px(320), px(120)};
}

QSize AreaChart::minimumSizeHint() const {
    return {px(80), px(48)};
}

QRectF AreaChart::plot() const {
    const double bottom = m_axisLeft.isEmpty() && m_axisRight.isEmpty() ? 0 : px(20);
    return QRectF(rect()).adjusted(0, px(8), 0, -bottom);
}

QPointF AreaChart::placeOf(int item, double value) const {
    const QRectF area = plot();
    const double first = m_points.first().x;
    const double span = m_points.last().x - first;
    const double across = span > 0 ? (m_points[item].x - first) / span : 1;
    const double up = (value - m_low) / (m_high - m_low);
    return {area.left() + across * area.width(), area.bottom() - 2 - up * (area.height() - 4)};
}

QRectF AreaChart::itemRect(int item) const {
    const QPointF at = place(item);
    return {at.x() - 4, at.y() - 4, 8, 8};
}

int AreaChart::itemAt(const QPointF& position) const {
    int best = -1;
    double distance = 1e9;
    for (int i = 0; i < itemCount(); ++i) {
        const double away = std::abs(place(i).x() - position.x());
        if (away < distance) {
            distance = away;
            best = i;
        }
    }
    return best;
}

QString AreaChart::itemText(int item) const {
    const Point& point = m_points[item];
    const QString name = pointText(point);
    return name.isEmpty() ? bothTexts(point) : tr("%1: %2").arg(name, bothTexts(point));
}

/// "in 3.1 kB/s, out 4.4 kB/s" where there are two lines.
QString AreaChart::bothTexts(const Point& point) const {
    if (m_secondHead.isEmpty()) return valueText(point.y);
    return tr("%1 %2, %3 %4").arg(m_valueHead, valueText(point.y), m_secondHead, valueText(point.second));
}

int AreaChart::neighbour(int item, int key) const {
    if (key == Qt::Key_Left) return item - 1;
    if (key == Qt::Key_Right) return item + 1 < itemCount() ? item + 1 : -1;
    return -1;
}

QPainterPath AreaChart::line() const {
    QPainterPath path(m_points.size() > 1 ? place(0) : QPointF(plot().left(), place(0).y()));
    if (m_points.size() == 1) path.lineTo(plot().right(), place(0).y());
    for (int i = 1; i < m_points.size(); ++i) {
        if (m_stepped) path.lineTo(place(i).x(), place(i - 1).y());
        path.lineTo(place(i));
    }
    return path;
}

void AreaChart::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isMasked()) return paintHidden(painter);
    if (m_points.isEmpty()) return;
    const QRectF area = plot();
    if (m_cornerRadius > 0) {
        QPainterPath clip;
        const double radius = px(m_cornerRadius);
        clip.addRoundedRect(QRectF(rect()).adjusted(0, -2 * radius, 0, 0), radius, radius);
        painter.setClipPath(clip);
    }
    const QPainterPath curve = line();
    QPainterPath ground = curve;
    ground.lineTo(area.right(), area.bottom());
    ground.lineTo(area.left(), area.bottom());
    const QColor ink = color(m_token);
    QLinearGradient fill(area.topLeft(), area.bottomLeft());
    fill.setColorAt(0, faded(ink, theme().isDark() ? 0.30 : 0.22));
    fill.setColorAt(1, faded(ink, theme().isDark() ? 0.10 : 0.06));
    painter.fillPath(ground, fill);
    if (m_stepped)
        paintSteps(painter, ink);
    else
        painter.strokePath(curve, QPen(ink, 2, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    if (!m_secondHead.isEmpty()) paintSecond(painter);
    paintWords(painter);
    const int marked = hoveredItem() >= 0 ? hoveredItem() : hasFocus() ? currentItem() : -1;
    if (marked >= 0 && marked < itemCount()) paintMark(painter, marked);
}

void AreaChart::paintSecond(QPainter& painter) const {
    if (m_points.size() < 2) return;
    QPainterPath path(placeOf(0, m_points.first().second));
    for (int i = 1; i < m_points.size(); ++i)
        path.lineTo(placeOf(i, m_points[i].second));
    painter.strokePath(path, QPen(color(m_secondToken), 2, Qt::DashLine, Qt::FlatCap, Qt::RoundJoin));
}

/// Lines along the pixels: hundreds of steps as one stroke with its joints would take ten times as long.
void AreaChart::paintSteps(QPainter& painter, const QColor& ink) const {
    constexpr int kThick = 2;
    painter.setRenderHint(QPainter::Antialiasing, false);
    QPoint at(m_points.size() > 1 ? place(0).toPoint() : QPointF(plot().left(), place(0).y()).toPoint());
    if (m_points.size() == 1) painter.fillRect(QRect(at.x(), at.y() - 1, width(), kThick), ink);
    for (int i = 1; i < m_points.size(); ++i) {
        const QPoint next = place(i).toPoint();
        painter.fillRect(QRect(at.x(), at.y() - 1, next.x() - at.x() + 1, kThick), ink);
        const int high = std::min(at.y(), next.y()); // std::minmax would refer to values that have gone
        const int low = std::max(at.y(), next.y());
        if (low > high) painter.fillRect(QRect(next.x() - 1, high - 1, kThick, low - high + kThick), ink);
        at = next;
    }
    painter.setRenderHint(QPainter::Antialiasing);
}

void AreaChart::paintHidden(QPainter& painter) const {
    painter.setFont(roleFont(TextRole::Small));
    painter.setPen(color(Token::Text3));
    painter.drawText(rect().adjusted(px(18), 0, -px(18), -px(12)), Qt::AlignCenter | Qt::TextWordWrap,
                     tr("Hidden, as all amounts are"));
}

void AreaChart::paintWords(QPainter& painter) const {
    const QFont small = roleFont(TextRole::Small);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    painter.setPen(color(Token::Text3));
    const double margin = m_cornerRadius > 0 ? px(18) : 0;
    const double baseline = height() - px(6);
    drawWords(painter, QPointF(margin, baseline), m_axisLeft);
    drawWords(painter, QPointF(width() - margin - metrics.horizontalAdvance(m_axisRight), baseline),
              m_axisRight);
    if (m_showsTop) drawWords(painter, QPointF(margin, plot().top() + metrics.ascent()), valueText(m_high));
}

void AreaChart::paintMark(QPainter& painter, int item) const {
    const QPointF at = place(item);
    const QRectF area = plot();
    painter.setPen(QPen(faded(color(Token::Text2), 0.5), 1, Qt::DashLine));
    painter.drawLine(QPointF(at.x(), area.top()), QPointF(at.x(), area.bottom()));
    painter.setPen(QPen(color(Token::Surface), 2));
    painter.setBrush(color(m_token));
    painter.drawEllipse(at, px(5), px(5));

    const QFont small = roleFont(TextRole::SmallBold);
    const QFontMetricsF metrics(small);
    const QString text = itemText(item);
    QRectF box(0, 0, metrics.horizontalAdvance(text) + px(16), px(24));
    box.moveCenter(QPointF(at.x(), at.y() - px(22)));
    box.moveLeft(std::clamp(box.left(), 2.0, std::max(2.0, width() - box.width() - 2)));
    if (box.top() < 1) box.moveTop(std::min(at.y() + px(10), height() - box.height() - 1));
    painter.setPen(QPen(color(Token::Line), 1));
    painter.setBrush(color(Token::Surface));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), px(6), px(6));
    painter.setFont(small);
    painter.setPen(color(Token::Text));
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace gui

#include "moc_AreaChart.cpp"
