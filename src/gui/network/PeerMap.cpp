#include "gui/network/PeerMap.h"

#include "gui/Format.h"
#include "gui/network/PeerWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace gui {

namespace {

constexpr int kCrowd = 24; // more: names are told when they are pointed at
constexpr int kOwnRadius = 30;
constexpr int kSpotRadius = 21;
constexpr int kCrowdRadius = 9;
constexpr double kFirstAngle = std::numbers::pi * 1.15; // the first peer lies left and a little up

void paintCentred(QPainter& painter, const QPointF& centre, const QFont& textFont, Token token,
                  const QString& text) {
    const QFontMetricsF metrics(textFont);
    const double wide = wordsWidth(textFont, text);
    const double high = metrics.ascent();
    painter.fillRect(QRectF(centre.x() - wide / 2 - 2, centre.y() - high / 2 - 1, wide + 4, high + 2),
                     color(Token::Surface)); // no line goes through words
    painter.setFont(textFont);
    painter.setPen(color(token));
    drawWords(painter, centre + QPointF(-wide / 2, (metrics.ascent() - metrics.descent()) / 2), text);
}

bool isApart(net::PeerState state) {
    return state == net::PeerState::OtherBranch || state == net::PeerState::Held ||
           state == net::PeerState::ClockDiffers;
}

} // namespace

PeerMap::PeerMap(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    m_table->setColumns({{tr("Peer"), TextStyle::Strong},
                         {tr("Height"), TextStyle::Normal, true},
                         {tr("Doing"), TextStyle::Normal},
                         {tr("Who dialled"), TextStyle::Muted}});
    setAccessibleName(tr("Who is on which tip"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

QAbstractItemModel* PeerMap::tableModel() {
    return m_table;
}

QSize PeerMap::sizeHint() const {
    return {px(640), px(420)};
}

QSize PeerMap::minimumSizeHint() const {
    return {px(320), px(320)};
}

void PeerMap::setPeers(const PeerModel::Peers& peers, std::int32_t ownHeight) {
    QVector<Spot> spots{
        {0, tr("you"), Format::count(ownHeight), tr("this node"), net::PeerState::Self, false}};
    for (const net::PeerInfo& peer : *peers) {
        const QString height = peer.height >= 0 ? Format::count(peer.height) : QStringLiteral("–");
        const QString name = peer.dialledIn || !peer.name.isEmpty() ? peerName(peer) : peer.address;
        spots << Spot{peer.id, name, height, peerDoing(peer), peer.state, peer.dialledIn};
    }
    std::ranges::sort(spots.begin() + 1, spots.end(), {}, &Spot::peer);
    showSpots(std::move(spots));
}

/// With each block the heights change: only the spots that look different are painted again.
void PeerMap::showSpots(QVector<Spot> spots) {
    const QVector<Spot> before = std::exchange(m_spots, std::move(spots));
    if (before == m_spots) return;
    renewTable();
    if (before.size() != m_spots.size()) return itemsChanged();
    for (int item = 0; item < itemCount(); ++item) {
        if (before[item] == m_spots[item]) continue;
        if (before[item].state != m_spots[item].state || before[item].peer != m_spots[item].peer)
            return itemsChanged(); // it moves, and its line does
        update(spotRect(item).toAlignedRect());
    }
}

void PeerMap::renewTable() {
    m_table->setRowsLater([this] {
        QVector<QStringList> rows;
        for (const Spot& spot : m_spots)
            rows << QStringList{spot.name, spot.height, spot.words,
                                spot.peer == 0   ? QString()
                                : spot.dialledIn ? tr("it dialled us")
                                                 : tr("we dialled it")};
        return rows;
    });
}

net::PeerId PeerMap::peerOf(int item) const {
    return item >= 0 && item < itemCount() ? m_spots[item].peer : 0;
}

bool PeerMap::isOnOurTip(int item) const {
    return m_spots[item].state == net::PeerState::InStep;
}

// --- where things are

bool PeerMap::isCrowded() const {
    return itemCount() > kCrowd + 1;
}

QPointF PeerMap::middle() const {
    return {width() / 2.0, height() / 2.0};
}

QSizeF PeerMap::ring(bool inner) const {
    const double wide = std::min(width() / 2.0 - px(80), 1.0 * px(430));
    const double high = height() / 2.0 - px(62); // two lines of words above and below
    return QSizeF(std::max(wide, 1.0 * px(60)), std::max(high, 1.0 * px(60))) * (inner ? 0.62 : 1.0);
}

QPointF PeerMap::centreOf(int item) const {
    if (item == 0) return middle();
    const double angle = kFirstAngle + 2 * std::numbers::pi * (item - 1) / (itemCount() - 1);
    const QSizeF half = ring(isOnOurTip(item));
    return middle() + QPointF(std::cos(angle) * half.width(), std::sin(angle) * half.height());
}

double PeerMap::radiusOf(int item) const {
    return item == 0 ? px(kOwnRadius) : isCrowded() ? px(kCrowdRadius) : px(kSpotRadius);
}

QRectF PeerMap::itemRect(int item) const {
    const double radius = radiusOf(item) + px(3);
    return {centreOf(item) - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)};
}

/// Its words are above it, where the line to the middle does not go through them.
bool PeerMap::isUpper(int item) const {
    return item > 0 && centreOf(item).y() < middle().y() - px(24);
}

/// With the name above or below it, and the ring of the focus.
QRectF PeerMap::spotRect(int item) const {
    const QPointF centre = centreOf(item);
    const double radius = radiusOf(item) + px(8);
    const double side = std::max<double>(px(90), radius);
    const double words = px(34);
    return isUpper(item) ? QRectF(centre - QPointF(side, radius + words), centre + QPointF(side, radius))
                         : QRectF(centre - QPointF(side, radius), centre + QPointF(side, radius + words));
}

QString PeerMap::itemText(int item) const {
    const Spot& spot = m_spots[item];
    if (spot.peer == 0) return tr("You, at height %1").arg(spot.height);
    return (spot.dialledIn ? tr("%1: %2, height %3; it dialled us") : tr("%1: %2, height %3; we dialled it"))
        .arg(spot.name, spot.words, spot.height);
}

// --- painting

void PeerMap::paintEvent(QPaintEvent* event) {
    if (m_spots.isEmpty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintRings(painter);
    for (int item = 1; item < itemCount(); ++item)
        paintLink(painter, item);
    for (int item = 0; item < itemCount(); ++item)
        if (spotRect(item).intersects(event->rect())) paintSpot(painter, item);
    paintItemFocus(painter, radiusOf(std::max(0, currentItem())) + px(3));
}

/// Downwards, between two of them: there the words of the rings are in nobody's way.
double PeerMap::gapAngle() const {
    const int count = std::max(1, itemCount() - 1);
    const double down = std::numbers::pi * 2.5;
    double best = kFirstAngle;
    for (int gap = 0; gap < count; ++gap) {
        const double angle = kFirstAngle + 2 * std::numbers::pi * (gap + 0.5) / count;
        if (std::abs(angle - down) < std::abs(best - down)) best = angle;
    }
    return best;
}

void PeerMap::paintRings(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    for (const bool inner : {true, false}) {
        const QSizeF half = ring(inner);
        painter.setPen(QPen(color(Token::Line), 1, Qt::DotLine));
        painter.drawEllipse(middle(), half.width(), half.height());
        const QString words = inner ? tr("on our tip") : tr("elsewhere");
        const QFont font = roleFont(TextRole::Small);
        const double angle = gapAngle();
        const QPointF at =
            middle() + QPointF(std::cos(angle) * half.width(), std::sin(angle) * half.height());
        const double wide = wordsWidth(font, words) + px(12);
        painter.fillRect(QRectF(at.x() - wide / 2, at.y() - px(8), wide, px(16)), color(Token::Surface));
        paintCentred(painter, at, font, Token::Text3, words);
    }
}

/// From the one who dialled to the other, between the circles.
void PeerMap::paintLink(QPainter& painter, int item) const {
    const Spot& spot = m_spots[item];
    const QPointF own = middle();
    const QPointF other = centreOf(item);
    const QPointF way = other - own;
    const double length = std::hypot(way.x(), way.y());
    if (length < 1) return;
    const QPointF unit = way / length;
    QPointF from = own + unit * (radiusOf(0) + px(4));
    QPointF to = other - unit * (radiusOf(item) + px(4));
    const bool isLinked = isTalking(spot.state);
    const Token ink = item == hoveredItem() ? Token::Accent
                      : isApart(spot.state) ? Token::Bad
                      : isOnOurTip(item)    ? Token::Good
                      : isLinked            ? Token::Work
                                            : Token::Text3;
    QPen pen(color(ink), isCrowded() ? 1 : 1.8);
    if (isApart(spot.state)) pen.setStyle(Qt::DashLine);
    if (!isLinked) pen.setStyle(Qt::DotLine);
    painter.setPen(pen);
    painter.drawLine(from, to);
    if (!isLinked) return;
    if (spot.dialledIn) std::swap(from, to);
    const QPointF back = (from - to) / std::max(1.0, std::hypot((from - to).x(), (from - to).y()));
    const QPointF side(-back.y(), back.x());
    painter.setPen(QPen(color(ink), isCrowded() ? 1.2 : 1.8));
    painter.drawLine(to, to + back * px(8) + side * px(4));
    painter.drawLine(to, to + back * px(8) - side * px(4));
}

void PeerMap::paintSpot(QPainter& painter, int item) const {
    const Spot& spot = m_spots[item];
    const QPointF centre = centreOf(item);
    const double radius = radiusOf(item);
    QPen pen(color(peerToken(spot.state)), item == hoveredItem() ? 3.4 : 2.4);
    if (item > 0 && (!isTalking(spot.state) || isApart(spot.state))) pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(color(Token::Surface));
    painter.drawEllipse(centre, radius, radius);
    if (item == 0) {
        paintCentred(painter, centre - QPointF(0, px(8)), roleFont(TextRole::Strong), Token::Accent,
                     spot.name);
        paintCentred(painter, centre + QPointF(0, px(8)), roleFont(TextRole::Small), Token::Text2,
                     spot.height);
        return;
    }
    const bool isNamed = !isCrowded() || item == hoveredItem() || (hasFocus() && item == currentItem());
    if (!isCrowded())
        paintCentred(painter, centre, roleFont(TextRole::Small), Token::Text2, spot.height.right(6));
    if (isNamed) paintName(painter, item);
}

void PeerMap::paintName(QPainter& painter, int item) const {
    const Spot& spot = m_spots[item];
    const QFont nameFont = roleFont(TextRole::SmallBold);
    const QFont wordsFont = roleFont(TextRole::Small);
    const bool hasWords = !isOnOurTip(item);
    const double near = radiusOf(item) + px(11), far = near + px(14);
    const double nameAt = !isUpper(item) ? near : hasWords ? -far : -near;
    paintCentred(painter, centreOf(item) + QPointF(0, nameAt), nameFont, Token::Text,
                 fittingWords(nameFont, spot.name, px(170), Qt::ElideMiddle));
    if (hasWords)
        paintCentred(painter, centreOf(item) + QPointF(0, isUpper(item) ? -near : far), wordsFont,
                     peerToken(spot.state), fittingWords(wordsFont, spot.words, px(170)));
}

} // namespace gui

#include "moc_PeerMap.cpp"
