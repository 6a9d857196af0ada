#include "gui/network/PeerGraph.h"

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

constexpr int kMost = 16; // more would not be told apart; the table has them all

Token tokenOf(net::PeerState state) {
    using enum net::PeerState;
    switch (state) {
    case InStep:
        return Token::Good;
    case Connecting:
    case Checking:
    case CatchingUp:
    case Behind:
        return Token::Work;
    case OtherBranch:
    case WrongNetwork:
    case Banned:
    case Held:
    case ClockDiffers:
        return Token::Bad;
    case Self:
        return Token::Accent;
    case Unreachable:
    case Quiet:
        return Token::Text3;
    }
    return Token::Text3;
}

void paintCentred(QPainter& painter, const QPointF& centre, const QFont& textFont, Token token,
                  const QString& text) {
    const QFontMetricsF metrics(textFont);
    painter.setFont(textFont);
    painter.setPen(color(token));
    drawWords(painter,
              centre + QPointF(-wordsWidth(textFont, text) / 2, (metrics.ascent() - metrics.descent()) / 2),
              text);
}

bool isConnected(net::PeerState state) {
    using enum net::PeerState;
    return state != Connecting && state != WrongNetwork && state != Self && state != Unreachable &&
           state != Banned;
}

} // namespace

PeerGraph::PeerGraph(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    m_table->setColumns({{tr("Peer"), TextStyle::Strong},
                         {tr("Doing"), TextStyle::Normal},
                         {tr("Height"), TextStyle::Normal, true}});
    setAccessibleName(tr("Who talks to whom"));
    setMinimumHeight(px(190));
}

QAbstractItemModel* PeerGraph::tableModel() {
    return m_table;
}

QSize PeerGraph::sizeHint() const {
    return {px(600), px(205)};
}

QSize PeerGraph::minimumSizeHint() const {
    return {px(280), px(190)};
}

void PeerGraph::setPeers(const PeerModel::Peers& peers, std::int32_t ownHeight) {
    QVector<Spot> spots{{tr("you"), Format::count(ownHeight), tr("this node"), net::PeerState::Self}};
    QVector<QStringList> rows{{tr("you"), tr("this node"), Format::count(ownHeight)}};
    for (const net::PeerInfo& peer : *peers) {
        const QString height = peer.height >= 0 ? Format::count(peer.height) : QStringLiteral("–");
        const QString name = peer.dialledIn || !peer.name.isEmpty() ? peerName(peer) : peer.address;
        rows << QStringList{name, peerDoing(peer), height};
        if (spots.size() <= kMost) spots << Spot{name, height, peerDoing(peer), peer.state};
    }
    m_table->setRows(rows);
    showSpots(std::move(spots));
}

/// With each block the heights change: only the spots that look different are painted again.
void PeerGraph::showSpots(QVector<Spot> spots) {
    const QVector<Spot> before = std::exchange(m_spots, std::move(spots));
    if (before.size() != m_spots.size()) return itemsChanged();
    for (int item = 0; item < itemCount(); ++item) {
        if (before[item] == m_spots[item]) continue;
        if (before[item].state != m_spots[item].state) return update(); // its line changes, too
        update(spotRect(item).toAlignedRect());
    }
}

/// Peers on an ellipse, the first ones left and right: names lie below their circles and need the width.
QPointF PeerGraph::centreOf(int item) const {
    const QPointF middle(width() / 2.0, height() / 2.0 - px(8));
    if (item == 0) return middle;
    const auto count = static_cast<double>(m_spots.size() - 1);
    const double angle =
        std::numbers::pi + 2 * std::numbers::pi * (item - 1) / count + (count > 2 ? 0.35 : 0.0);
    const double wide = std::min(width() / 2.0 - px(90), px(360) * 1.0);
    const double high = height() / 2.0 - px(40);
    return middle + QPointF(std::cos(angle) * wide, std::sin(angle) * high);
}

double PeerGraph::radiusOf(int item) const {
    return item == 0 ? px(23) : px(18);
}

QRectF PeerGraph::itemRect(int item) const {
    const double radius = radiusOf(item) + px(3);
    return {centreOf(item) - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)};
}

/// With the name below it, and the ring of the focus.
QRectF PeerGraph::spotRect(int item) const {
    const QPointF centre = centreOf(item);
    const double radius = radiusOf(item) + px(8);
    const double side = std::max<double>(px(90), radius);
    return QRectF(centre - QPointF(side, radius), centre + QPointF(side, radius + px(21)));
}

QString PeerGraph::itemText(int item) const {
    const Spot& spot = m_spots[item];
    return tr("%1: %2, height %3").arg(spot.name, spot.words, spot.height);
}

void PeerGraph::paintSpot(QPainter& painter, int item) const {
    const Spot& spot = m_spots[item];
    const QPointF centre = centreOf(item);
    const double radius = radiusOf(item);
    QPen pen(color(tokenOf(spot.state)), item == hoveredItem() ? 3.4 : 2.4);
    if (item > 0 && !isConnected(spot.state)) pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(color(Token::Surface));
    painter.drawEllipse(centre, radius, radius);
    paintCentred(painter, centre, roleFont(TextRole::Small), Token::Text2, spot.height.right(5));
    const QFont nameFont = roleFont(TextRole::SmallBold);
    paintCentred(painter, centre + QPointF(0, radius + px(12)), nameFont, Token::Text,
                 fittingWords(nameFont, spot.name, px(180), Qt::ElideMiddle));
}

void PeerGraph::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int item = 1; item < itemCount(); ++item) {
        const bool linked = isConnected(m_spots[item].state);
        painter.setPen(QPen(color(linked && item == hoveredItem() ? Token::Accent : Token::Line), 2,
                            linked ? Qt::SolidLine : Qt::DotLine));
        painter.drawLine(centreOf(0), centreOf(item));
    }
    for (int item = 0; item < itemCount(); ++item)
        if (spotRect(item).intersects(event->rect())) paintSpot(painter, item);
    paintItemFocus(painter, px(24));
}

} // namespace gui
