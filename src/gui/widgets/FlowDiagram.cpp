#include "gui/widgets/FlowDiagram.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <numeric>

namespace gui {

namespace {

constexpr int kMostEnds = 8;
constexpr double kThinnest = 3;

Token tokenFor(FlowEnd::Kind kind) {
    switch (kind) {
    case FlowEnd::Kind::Own:
        return Token::Own;
    case FlowEnd::Kind::Fee:
    case FlowEnd::Kind::Coinbase:
        return Token::Work;
    case FlowEnd::Kind::Other:
        break;
    }
    return Token::Accent;
}

QVector<FlowEnd> cut(QVector<FlowEnd> ends) {
    if (ends.size() <= kMostEnds) return ends;
    FlowEnd rest;
    rest.title = FlowDiagram::tr("%n more", nullptr, static_cast<int>(ends.size()) - kMostEnds + 1);
    rest.detail = FlowDiagram::tr("see the table");
    for (qsizetype i = kMostEnds - 1; i < ends.size(); ++i)
        rest.share += ends[i].share;
    ends.resize(kMostEnds - 1);
    ends.append(rest);
    return ends;
}

} // namespace

FlowDiagram::FlowDiagram(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    setAccessibleName(tr("Where the money goes"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_table->setColumns({{tr("Name"), TextStyle::Strong, false},
                         {tr("Side"), TextStyle::Muted, false},
                         {tr("Address"), TextStyle::MonoMuted, false},
                         {tr("Amount"), TextStyle::Amount, true}});
}

void FlowDiagram::setEnds(const QVector<FlowEnd>& inputs, const QVector<FlowEnd>& outputs) {
    renewTable(inputs, outputs);
    QVector<FlowEnd> left = cut(inputs), right = cut(outputs);
    if (left == m_inputs && right == m_outputs) return;
    m_inputs = std::move(left);
    m_outputs = std::move(right);
    itemsChanged();
    updateGeometry();
}

void FlowDiagram::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    update();
}

QAbstractItemModel* FlowDiagram::tableModel() {
    return m_table;
}

void FlowDiagram::renewTable(const QVector<FlowEnd>& inputs, const QVector<FlowEnd>& outputs) {
    QVector<QStringList> rows;
    for (const FlowEnd& end : inputs)
        rows.append({end.title, tr("in"), end.detail, end.amountText});
    for (const FlowEnd& end : outputs)
        rows.append({end.title, tr("out"), end.detail, end.amountText});
    m_table->setRows(rows);
}

int FlowDiagram::itemCount() const {
    return static_cast<int>(m_inputs.size() + m_outputs.size());
}

double FlowDiagram::labelWidth(bool left) const {
    double widest = px(m_compact ? 20 : 60);
    for (const FlowEnd& end : left ? m_inputs : m_outputs)
        for (const Line& line : linesOf(end, left))
            widest = std::max(widest, QFontMetricsF(roleFont(line.role)).horizontalAdvance(line.text));
    return std::min(widest + px(8), width() * (m_compact && !left ? 0.34 : 0.26));
}

double FlowDiagram::labelHeight() const {
    return px(m_compact ? 30 : 52);
}

double FlowDiagram::usableThickness() const {
    return std::clamp(height() - 2.0 * px(40), 40.0, 1.0 * px(m_compact ? 88 : 118));
}

QRectF FlowDiagram::middleBox() const {
    const double high = usableThickness() + px(10);
    const double wide = px(m_compact ? 34 : 52);
    return {(width() - wide) / 2, (height() - high) / 2, wide, high};
}

FlowDiagram::Side FlowDiagram::sideFor(const QVector<FlowEnd>& ends) const {
    Side side;
    const double whole = std::accumulate(ends.begin(), ends.end(), 0.0,
                                         [](double sum, const FlowEnd& end) { return sum + end.share; });
    const auto count = static_cast<double>(ends.size());
    const double scale = whole > 0 ? 1 / whole : 0;
    double need = 0;
    for (const FlowEnd& end : ends) {
        const double share = scale > 0 ? end.share * scale : 1 / count;
        const double thick =
            end.kind == FlowEnd::Kind::Fee ? kThinnest : std::max(kThinnest, share * usableThickness());
        side.thick.append(thick);
        need += std::max(thick, labelHeight());
    }
    const double gap = std::max(0.0, (height() - need) / (count + 1));
    const double squeeze = std::min(1.0, height() / std::max(1.0, need));
    double y = gap;
    for (const double thick : side.thick) {
        const double room = std::max(thick, labelHeight()) * squeeze;
        side.centres.append(y + room / 2);
        y += room + gap;
    }
    return side;
}

QRectF FlowDiagram::itemRect(int item) const {
    const bool left = item < inputCount();
    const QVector<FlowEnd>& ends = left ? m_inputs : m_outputs;
    const int at = left ? item : item - inputCount();
    if (at >= ends.size()) return {};
    const double centre = sideFor(ends).centres[at];
    const double wide = labelWidth(left);
    const double x = left ? 2 : width() - wide - 2;
    return {x, centre - labelHeight() / 2, wide, labelHeight()};
}

QString FlowDiagram::itemText(int item) const {
    const bool left = item < inputCount();
    const FlowEnd& end = left ? m_inputs[item] : m_outputs[item - inputCount()];
    const QString side = left ? tr("from") : tr("to");
    return QStringLiteral("%1 %2 · %3 · %4").arg(side, end.title, end.detail, end.amountText);
}

int FlowDiagram::neighbour(int item, int key) const {
    const bool left = item < inputCount();
    const int inputs = inputCount();
    const int outputs = itemCount() - inputs;
    const int at = left ? item : item - inputs;
    if (key == Qt::Key_Up) return at > 0 ? item - 1 : -1;
    if (key == Qt::Key_Down) return at + 1 < (left ? inputs : outputs) ? item + 1 : -1;
    if (key == Qt::Key_Right && left && outputs > 0) return inputs + std::min(at, outputs - 1);
    if (key == Qt::Key_Left && !left && inputs > 0) return std::min(at, inputs - 1);
    return -1;
}

QSize FlowDiagram::sizeHint() const {
    const auto most = static_cast<int>(std::max<qsizetype>({m_inputs.size(), m_outputs.size(), 3}));
    return {px(m_compact ? 420 : 800), std::max(px(m_compact ? 170 : 240), most * px(m_compact ? 36 : 64))};
}

QSize FlowDiagram::minimumSizeHint() const {
    return {px(300), px(m_compact ? 130 : 180)};
}

void FlowDiagram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_inputs.isEmpty() && m_outputs.isEmpty()) return;
    paintSide(painter, m_inputs, true);
    paintSide(painter, m_outputs, false);
    painter.setPen(QPen(color(Token::Line), 1));
    painter.setBrush(color(Token::Surface));
    painter.drawRoundedRect(middleBox().adjusted(0.5, 0.5, -0.5, -0.5), px(8), px(8));
    paintItemFocus(painter, px(6));
}

void FlowDiagram::paintSide(QPainter& painter, const QVector<FlowEnd>& ends, bool left) const {
    const Side side = sideFor(ends);
    const QRectF box = middleBox();
    const double whole = std::accumulate(side.thick.begin(), side.thick.end(), 0.0);
    double y = box.center().y() - whole / 2;
    const double outer = labelWidth(left) + px(14);
    for (int i = 0; i < ends.size(); ++i) {
        const int item = left ? i : inputCount() + i;
        const bool marked = item == hoveredItem() || (hasFocus() && item == currentItem());
        const QPointF inside(left ? box.left() + 1 : box.right() - 1, y + side.thick[i] / 2);
        const QPointF outside(left ? outer : width() - outer, side.centres[i]);
        const double strength = theme().kind() == ThemeKind::HighContrast ? 0.8 : left ? 0.40 : 0.52;
        const QColor ink =
            faded(color(tokenFor(ends[i].kind)), marked ? std::min(1.0, strength + 0.25) : strength);
        paintBand(painter, outside, inside, side.thick[i], ink);
        paintLabel(painter, ends[i], itemRect(item), left);
        y += side.thick[i];
    }
}

void FlowDiagram::paintBand(QPainter& painter, QPointF from, QPointF to, double thick,
                            const QColor& ink) const {
    const double bend = (to.x() - from.x()) * 0.5;
    const double half = thick / 2;
    QPainterPath band(from + QPointF(0, -half));
    band.cubicTo(from + QPointF(bend, -half), to + QPointF(-bend, -half), to + QPointF(0, -half));
    band.lineTo(to + QPointF(0, half));
    band.cubicTo(to + QPointF(-bend, half), from + QPointF(bend, half), from + QPointF(0, half));
    band.closeSubpath();
    painter.fillPath(band, ink);
}

QVector<FlowDiagram::Line> FlowDiagram::linesOf(const FlowEnd& end, bool left) const {
    if (!m_compact)
        return {{end.title, TextRole::Strong, Token::Text},
                {end.detail, TextRole::Mono, Token::Text2},
                {end.amountText, TextRole::Mono, Token::Text}};
    if (left) return {{end.amountText, TextRole::Small, Token::Text2}};
    const bool other = end.kind == FlowEnd::Kind::Other;
    const TextRole role = other ? TextRole::SmallBold : TextRole::Small;
    const Token ink = other ? Token::Text : Token::Text2;
    return {{end.title, role, ink}, {end.amountText, role, ink}};
}

void FlowDiagram::paintLabel(QPainter& painter, const FlowEnd& end, const QRectF& area, bool left) const {
    const QVector<Line> lines = linesOf(end, left);
    double y = area.top();
    for (const Line& line : lines) {
        const QFont textFont = roleFont(line.role);
        const QFontMetricsF metrics(textFont);
        const double step = labelHeight() / static_cast<double>(lines.size());
        const QString text = metrics.elidedText(line.text, Qt::ElideMiddle, area.width());
        painter.setFont(textFont);
        painter.setPen(color(line.token));
        drawWords(painter,
                  QPointF(area.left() + px(4), y + (step + metrics.ascent() - metrics.descent()) / 2), text);
        y += step;
    }
}

} // namespace gui

#include "moc_FlowDiagram.cpp"
