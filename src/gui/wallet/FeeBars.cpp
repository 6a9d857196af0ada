#include "gui/wallet/FeeBars.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/WaitingWords.h"
#include "gui/widgets/FeeScale.h"
#include "gui/widgets/RowsModel.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace gui {

namespace {

constexpr int kBarsHeight = 96;
constexpr int kWordsHeight = 20;

int ownPlaceIn(const std::vector<node::FeeNeighbour>& bars) {
    const auto own = std::ranges::find(bars, true, &node::FeeNeighbour::isOwn);
    return own == bars.end() ? -1 : int(own - bars.begin());
}

int nextCountIn(const std::vector<node::FeeNeighbour>& bars) {
    return int(std::ranges::count(bars, true, &node::FeeNeighbour::isInNext));
}

} // namespace

FeeBars::FeeBars(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    m_table->setColumns({{tr("Place"), TextStyle::Muted, false},
                         {tr("Pays"), TextStyle::Normal, true},
                         {tr("Which"), TextStyle::Muted, false}});
    setAccessibleName(tr("What it pays, beside its neighbours"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FeeBars::setBars(std::vector<node::FeeNeighbour> bars, std::int64_t newPerKvB) {
    m_bars = std::move(bars);
    m_new = newPerKvB;
    QVector<QStringList> rows;
    for (int i = 0; i < itemCount(); ++i) {
        const node::FeeNeighbour& bar = m_bars[std::size_t(i)];
        rows << QStringList{Format::count(i + 1), rateText(bar.feePerKvB),
                            bar.isOwn      ? tr("yours")
                            : bar.isInNext ? tr("next block")
                                           : tr("later")};
    }
    m_table->setRows(rows);
    itemsChanged();
    update();
}

QAbstractItemModel* FeeBars::tableModel() {
    return m_table;
}

QSize FeeBars::sizeHint() const {
    return {px(420), px(kBarsHeight + kWordsHeight)};
}

QSize FeeBars::minimumSizeHint() const {
    return {px(220), px(kBarsHeight + kWordsHeight)};
}

QRectF FeeBars::ground() const {
    return QRectF(px(4), px(4), width() - px(8), px(kBarsHeight) - px(4));
}

/// By the square root: a few that pay very much leave room for the others.
double FeeBars::heightOf(std::int64_t feePerKvB) const {
    std::int64_t highest = std::max(m_new, std::int64_t(1));
    for (const node::FeeNeighbour& bar : m_bars)
        highest = std::max(highest, bar.feePerKvB);
    const double share = std::sqrt(double(std::max(feePerKvB, std::int64_t(0))) / double(highest));
    return std::max(share * (ground().height() - px(10)), double(px(2)));
}

QRectF FeeBars::itemRect(int item) const {
    const double step = ground().width() / std::max(itemCount(), 1);
    const double height = heightOf(m_bars.at(std::size_t(item)).feePerKvB);
    return {ground().left() + item * step + step * 0.1, ground().bottom() - height, step * 0.8, height};
}

QString FeeBars::itemText(int item) const {
    const node::FeeNeighbour& bar = m_bars.at(std::size_t(item));
    if (bar.isOwn) return tr("Yours pays %1").arg(rateText(bar.feePerKvB));
    return bar.isInNext ? tr("%1, in the next block").arg(rateText(bar.feePerKvB))
                        : tr("%1, in a later block").arg(rateText(bar.feePerKvB));
}

/// Before the first that pays less.
int FeeBars::newPlace() const {
    const auto first =
        std::ranges::find_if(m_bars, [this](const auto& bar) { return bar.feePerKvB < m_new; });
    return int(first - m_bars.begin());
}

void FeeBars::paintEvent(QPaintEvent*) {
    if (m_bars.empty()) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int inNext = nextCountIn(m_bars);
    if (inNext > 0) {
        const QRectF last = itemRect(inNext - 1);
        painter.setPen(QPen(color(Token::Line), 1));
        painter.setBrush(color(Token::Surface));
        painter.drawRoundedRect(QRectF(0.5, 0.5, last.right() + px(3), px(kBarsHeight) + px(2)), px(4),
                                px(4));
    }
    painter.setPen(Qt::NoPen);
    for (int i = 0; i < itemCount(); ++i) {
        const node::FeeNeighbour& bar = m_bars[std::size_t(i)];
        QColor ink = bar.isOwn ? color(Token::Own) : color(feeToken(double(bar.feePerKvB) / 1000));
        if (!bar.isOwn && !bar.isInNext) ink.setAlphaF(0.45F);
        painter.setBrush(ink);
        painter.drawRoundedRect(itemRect(i), px(2), px(2));
    }
    paintNewPlace(painter);
    paintWords(painter);
    paintItemFocus(painter, px(2));
}

/// The dashed bar, and the way there.
void FeeBars::paintNewPlace(QPainter& painter) const {
    const int own = ownPlaceIn(m_bars);
    if (m_new == 0 || own < 0) return;
    const int place = std::min(newPlace(), own);
    const QRectF there = itemRect(place);
    const double height = heightOf(m_new);
    const QRectF dashed(there.left(), ground().bottom() - height, there.width(), height);
    painter.setBrush(color(Token::Surface));
    painter.setPen(QPen(color(Token::Own), 1.6, Qt::DashLine));
    painter.drawRoundedRect(dashed, px(2), px(2));
    if (place == own) return;
    const QRectF here = itemRect(own);
    QPainterPath way(QPointF(here.center().x(), here.top() - px(2)));
    const double top = std::max(ground().top(), dashed.top() - px(14));
    way.cubicTo(QPointF(here.center().x() - px(6), top),
                QPointF((here.center().x() + dashed.center().x()) / 2, top - px(4)),
                QPointF(dashed.right() + px(1), dashed.top() + px(4)));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(way);
}

void FeeBars::paintWords(QPainter& painter) const {
    const QFont small = roleFont(TextRole::SmallBold);
    const QFontMetricsF metrics(small);
    painter.setFont(small);
    const double baseline = px(kBarsHeight) + px(5) + metrics.ascent();
    const int own = ownPlaceIn(m_bars);
    const QString yours =
        own < 0 ? QString() : tr("yours, %1").arg(rateText(m_bars[std::size_t(own)].feePerKvB));
    const double width = wordsWidth(small, yours);
    double ownLeft = this->width();
    if (own >= 0) {
        ownLeft =
            std::clamp(itemRect(own).center().x() - width / 2, 0.0, std::max(0.0, this->width() - width));
        painter.setPen(color(Token::Own));
        drawWords(painter, QPointF(ownLeft, baseline), yours);
    }
    const int inNext = nextCountIn(m_bars);
    if (inNext == 0) return;
    const QString next = tr("next block, from %1").arg(rateText(m_bars[std::size_t(inNext - 1)].feePerKvB));
    if (px(4) + wordsWidth(small, next) > ownLeft - px(8)) return; // no room for both
    painter.setPen(color(Token::Text2));
    drawWords(painter, QPointF(px(4), baseline), next);
}

} // namespace gui

#include "moc_FeeBars.cpp"
