#include "gui/wallet/CoinScatter.h"

#include "gui/Format.h"
#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gui {

namespace {

constexpr int kLeftRoom = 84;   // for amounts
constexpr int kBottomRoom = 22; // for ages
constexpr int kEdge = 14;       // half a circle
constexpr int kLeastRadius = 5, kMostRadius = 12;
constexpr int kLeastBand = 6; // a shorter drag is a click

double log10Of(double value) {
    return std::log10(std::max(value, 1.0));
}

Token tokenOf(CoinOrigin origin) {
    return origin == CoinOrigin::Mined    ? Token::Work
           : origin == CoinOrigin::Change ? Token::Own
                                          : Token::Accent;
}

QString originWords(CoinOrigin origin) {
    return origin == CoinOrigin::Mined    ? CoinScatter::tr("mined")
           : origin == CoinOrigin::Change ? CoinScatter::tr("change")
                                          : CoinScatter::tr("received");
}

QString ageWords(std::int32_t height, std::int32_t chainHeight) {
    return height < 0 ? CoinScatter::tr("not in a block yet")
                      : CoinScatter::tr("%n block(s) old", nullptr, chainHeight + 1 - height);
}

} // namespace

CoinScatter::CoinScatter(std::int32_t maturity, QWidget* parent)
    : Picture(parent), m_maturity(maturity), m_table(new RowsModel(this)) {
    m_table->setColumns({{tr("Coin"), TextStyle::Mono},
                         {tr("Amount"), TextStyle::Amount, true},
                         {tr("Age"), TextStyle::Muted, true},
                         {tr("Where from"), TextStyle::Normal},
                         {tr("Chosen"), TextStyle::Normal}});
    setAccessibleName(tr("Coins by age and amount"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    connect(&format(), &Format::changed, this, [this] {
        renewTable();
        update();
    });
}

void CoinScatter::setField(const std::shared_ptr<const CoinField>& field, std::int32_t chainHeight) {
    if (field == m_field && chainHeight == m_height) return;
    m_field = field;
    m_height = chainHeight;
    lay();
    renewTable();
    setAccessibleDescription(tr("%n coin(s), from left to right the older, from below the larger.", nullptr,
                                field ? field->count : 0));
    itemsChanged();
}

void CoinScatter::setChosen(const Coins& chosen) {
    if (chosen == m_chosen) return;
    m_chosen = chosen;
    renewTable();
    update();
}

std::optional<primitives::OutPoint> CoinScatter::coinAt(int item) const {
    const bool isPoint = m_field && item >= 0 && item < static_cast<int>(m_field->points.size());
    return isPoint ? std::optional(m_field->points[static_cast<std::size_t>(item)].outpoint) : std::nullopt;
}

// --- the table

void CoinScatter::renewTable() {
    m_table->setRowsLater([this] { return tableRows(); });
}

QVector<QStringList> CoinScatter::tableRows() const {
    QVector<QStringList> rows;
    if (!m_field) return rows;
    for (const CoinPoint& point : m_field->points) {
        const QString name = QString::fromStdString(point.outpoint.txid.toHex()) + QLatin1Char(':') +
                             QString::number(point.outpoint.index);
        rows << QStringList{name, format().amount(point.amount), ageWords(point.height, m_height),
                            originWords(point.origin),
                            m_chosen.contains(point.outpoint) ? tr("yes") : QString()};
    }
    int number = 0;
    for (const CoinCell& cell : m_field->cells)
        rows << QStringList{tr("Group %1").arg(Format::count(++number)), format().amount(cell.sum), QString(),
                            tr("%n coin(s)", nullptr, cell.count), QString()};
    return rows;
}

QAbstractItemModel* CoinScatter::tableModel() {
    return m_table;
}

QString CoinScatter::itemText(int item) const {
    const auto at = static_cast<std::size_t>(item);
    if (!m_field->points.empty()) {
        const CoinPoint& point = m_field->points[at];
        QString text = tr("%1, %2, %3")
                           .arg(format().withUnit(point.amount), originWords(point.origin),
                                ageWords(point.height, m_height));
        if (point.isFrozen) text += QStringLiteral(", ") + tr("frozen");
        if (m_chosen.contains(point.outpoint)) text += QStringLiteral(", ") + tr("chosen");
        return text;
    }
    const CoinCell& cell = m_field->cells[at];
    return tr("%n coin(s), together %1", nullptr, cell.count).arg(format().withUnit(cell.sum));
}

// --- where things lie

QSize CoinScatter::sizeHint() const {
    return {px(420), px(170)};
}

QSize CoinScatter::minimumSizeHint() const {
    return {px(220), px(130)};
}

QRectF CoinScatter::plot() const {
    return QRectF(rect()).adjusted(px(kLeftRoom), px(kEdge), -px(kEdge), -px(kBottomRoom) - px(kEdge));
}

double CoinScatter::ageOf(std::int32_t height) const {
    return log10Of(height < 0 ? 1 : m_height - height + 1);
}

QPointF CoinScatter::placeOf(double age, primitives::Amount amount) const {
    const QRectF area = plot();
    const double up = (log10Of(static_cast<double>(amount.satoshi())) - m_least) / (m_most - m_least);
    return {area.left() + area.width() * std::min(1.0, age / m_oldest), area.bottom() - area.height() * up};
}

void CoinScatter::lay() {
    m_places.clear();
    if (!m_field || m_field->count == 0) return;
    m_oldest = std::max(1.0, ageOf(m_field->oldest));
    m_least = log10Of(static_cast<double>(m_field->least.satoshi()));
    m_most = log10Of(static_cast<double>(m_field->most.satoshi()));
    if (m_most - m_least < 1) { // all alike: in the middle
        const double middle = (m_least + m_most) / 2;
        m_least = middle - 0.5;
        m_most = middle + 0.5;
    }
    for (const CoinPoint& point : m_field->points) {
        const double share =
            (log10Of(static_cast<double>(point.amount.satoshi())) - m_least) / (m_most - m_least);
        const double radius = px(kLeastRadius) + share * (px(kMostRadius) - px(kLeastRadius));
        const QPointF centre = placeOf(ageOf(point.height), point.amount);
        m_places << QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    }
    m_mostInCell = 1;
    for (const CoinCell& cell : m_field->cells)
        m_mostInCell = std::max(m_mostInCell, cell.count);
    const QRectF area = plot();
    const double wide = area.width() / CoinField::kColumns, high = area.height() / CoinField::kRows;
    for (const CoinCell& cell : m_field->cells)
        m_places << QRectF(area.left() + cell.column * wide, area.bottom() - (cell.row + 1) * high, wide,
                           high)
                        .adjusted(1, 1, -1, -1);
}

void CoinScatter::resizeEvent(QResizeEvent* event) {
    Picture::resizeEvent(event);
    lay();
}

void CoinScatter::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) lay();
    Picture::changeEvent(event);
}

// --- the band

void CoinScatter::mousePressEvent(QMouseEvent* event) {
    Picture::mousePressEvent(event);
    const bool isFree = itemAt(event->position()) < 0;
    if (event->button() == Qt::LeftButton && isFree) m_bandFrom = event->position();
}

void CoinScatter::mouseMoveEvent(QMouseEvent* event) {
    if (!m_bandFrom) return Picture::mouseMoveEvent(event);
    m_band = QRectF(*m_bandFrom, event->position()).normalized();
    update();
}

void CoinScatter::mouseReleaseEvent(QMouseEvent* event) {
    const QRectF band = m_band;
    m_band = QRectF();
    if (!std::exchange(m_bandFrom, std::nullopt)) return Picture::mouseReleaseEvent(event);
    update();
    if (!m_field || band.width() < px(kLeastBand) || band.height() < px(kLeastBand)) return;
    Coins coins;
    for (std::size_t i = 0; i < m_field->points.size(); ++i)
        if (band.contains(m_places[static_cast<qsizetype>(i)].center()))
            coins.insert(m_field->points[i].outpoint);
    emit bandDrawn(coins);
}

// --- painting

/// What cannot pay now, or is kept back.
bool CoinScatter::isIdle(const CoinPoint& point) const {
    return point.isFrozen || !mayPay(point.origin, point.height, m_height, m_maturity);
}

void CoinScatter::paintAxes(QPainter& painter) const {
    const QRectF area = plot();
    painter.setFont(roleFont(TextRole::Small));
    const QFontMetricsF metrics(painter.font());
    for (int power = static_cast<int>(std::ceil(m_least)); power <= m_most; ++power) {
        const double y = area.bottom() - area.height() * (power - m_least) / (m_most - m_least);
        painter.setPen(QPen(color(Token::Line), 1));
        painter.drawLine(QPointF(area.left(), y), QPointF(width(), y));
        const primitives::Amount amount(static_cast<std::int64_t>(std::llround(std::pow(10.0, power))));
        painter.setPen(color(Token::Text3));
        const QRectF room(0, y - metrics.height() / 2, px(kLeftRoom) - px(kEdge) - px(4), metrics.height());
        drawWords(painter, room.toAlignedRect(), Qt::AlignRight | Qt::AlignVCenter, false,
                  format().trimmed(amount));
    }
    for (int power = 0; power <= m_oldest; ++power) {
        const double x = area.left() + area.width() * power / m_oldest;
        painter.setPen(QPen(color(Token::Line), 1, Qt::DotLine));
        painter.drawLine(QPointF(x, 0), QPointF(x, area.bottom() + px(kEdge)));
        painter.setPen(color(Token::Text3));
        const auto age = static_cast<int>(std::lround(std::pow(10.0, power)));
        const QString words = power == 0 ? tr("%n block(s) old", nullptr, 1) : Format::count(age);
        const double wide = wordsWidth(painter.font(), words);
        const double left = std::clamp(x - wide / 2, 0.0, std::max(0.0, width() - wide));
        painter.drawText(QPointF(left, height() - metrics.descent()), words);
    }
}

void CoinScatter::paintPoint(QPainter& painter, int item) const {
    const CoinPoint& point = m_field->points[static_cast<std::size_t>(item)];
    const QColor ink = color(tokenOf(point.origin));
    const QRectF& place = m_places[item];
    if (isIdle(point)) {
        painter.setPen(QPen(ink, px(1.5), Qt::DashLine));
        painter.setBrush(mixed(color(Token::Surface), ink, 0.15));
    } else {
        painter.setPen(QPen(ink, px(1)));
        painter.setBrush(faded(ink, item == hoveredItem() ? 1.0 : 0.7));
    }
    painter.drawEllipse(place);
    if (point.isFrozen) {
        const double side = place.width() * 0.6;
        QRectF mark(0, 0, side, side);
        mark.moveCenter(place.center());
        paintIcon(painter, QStringLiteral("freeze"), mark, ink);
    }
    if (!m_chosen.contains(point.outpoint)) return;
    painter.setPen(QPen(color(Token::Text), px(2)));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(place.adjusted(-px(3), -px(3), px(3), px(3)));
}

void CoinScatter::paintCell(QPainter& painter, int item) const {
    const int count = m_field->cells[static_cast<std::size_t>(item)].count;
    const double share = std::log1p(count) / std::log1p(m_mostInCell);
    painter.setPen(item == hoveredItem() ? QPen(color(Token::Text), 1) : QPen(Qt::NoPen));
    painter.setBrush(mixed(color(Token::Sunken), color(Token::Accent), 0.15 + 0.85 * share));
    painter.drawRect(m_places[item]);
}

void CoinScatter::paintEvent(QPaintEvent*) {
    if (!m_field || m_field->count == 0) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    for (int item = 0; item < itemCount(); ++item)
        m_field->points.empty() ? paintCell(painter, item) : paintPoint(painter, item);
    if (!m_band.isEmpty()) {
        painter.setPen(QPen(color(Token::Accent), 1));
        painter.setBrush(faded(color(Token::Accent), 0.12));
        painter.drawRect(m_band);
    }
    paintItemFocus(painter, px(kMostRadius));
}

} // namespace gui

#include "moc_CoinScatter.cpp"
