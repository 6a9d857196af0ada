#include "gui/theme/RoundBox.h"

#include <QHash>
#include <QImage>
#include <QPainter>

#include <cmath>

namespace gui {

namespace {

constexpr qsizetype kMostCorners = 400; // kinds of boxes; a theme needs some fifty

struct BoxKind {
    int radius;
    int width;
    QRgb fill;
    QRgb border;
    int ratio; ///< of device pixels
    bool operator==(const BoxKind&) const = default;
};

size_t qHash(const BoxKind& kind, size_t seed) {
    return qHashMulti(seed, kind.radius, kind.width, kind.fill, kind.border, kind.ratio);
}

void drawWhole(QPainter& painter, const QRectF& area, int radius, const QColor& fill, const QColor& border,
               int width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(border, width));
    painter.setBrush(fill);
    const double half = width / 2.0;
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius, radius);
    painter.restore();
}

/// The smallest box of its kind: four corners side by side.
const QImage& cornersOf(const BoxKind& kind, const QColor& fill, const QColor& border, int corner) {
    static QHash<BoxKind, QImage> known;
    const auto found = known.constFind(kind);
    if (found != known.constEnd()) return *found;
    if (known.size() >= kMostCorners) known.clear();
    QImage picture(QSize(2 * corner, 2 * corner) * kind.ratio, QImage::Format_ARGB32_Premultiplied);
    picture.setDevicePixelRatio(kind.ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    drawWhole(painter, QRectF(0, 0, 2 * corner, 2 * corner), kind.radius, fill, border, kind.width);
    return *known.insert(kind, picture);
}

} // namespace

void paintRoundBox(QPainter& painter, const QRect& area, int radius, const QColor& fill, const QColor& border,
                   int width) {
    const double ratio = painter.device()->devicePixelRatioF();
    const int corner = radius + width;
    const bool odd = ratio != std::round(ratio); // corners would fall between device pixels
    if (odd || area.width() < 2 * corner || area.height() < 2 * corner || fill.alpha() == 0)
        return drawWhole(painter, area, radius, fill, border, width);
    const auto scale = static_cast<int>(ratio);
    const QImage& picture =
        cornersOf({radius, width, fill.rgba(), border.rgba(), scale}, fill, border, corner);
    const int right = area.right() + 1 - corner;
    const int bottom = area.bottom() + 1 - corner;
    const auto part = [&](int x, int y, int column, int row) {
        const int side = corner * scale;
        painter.drawImage(QRect(x, y, corner, corner), picture, QRect(column * side, row * side, side, side));
    };
    part(area.left(), area.top(), 0, 0);
    part(right, area.top(), 1, 0);
    part(area.left(), bottom, 0, 1);
    part(right, bottom, 1, 1);
    const int across = area.width() - 2 * corner;
    const int down = area.height() - 2 * corner;
    painter.fillRect(QRect(area.left() + corner, area.top(), across, width), border);
    painter.fillRect(QRect(area.left() + corner, area.bottom() + 1 - width, across, width), border);
    painter.fillRect(QRect(area.left(), area.top() + corner, width, down), border);
    painter.fillRect(QRect(area.right() + 1 - width, area.top() + corner, width, down), border);
    painter.fillRect(QRect(area.left() + corner, area.top() + width, across, corner - width), fill);
    painter.fillRect(QRect(area.left() + corner, bottom, across, corner - width), fill);
    painter.fillRect(QRect(area.left() + width, area.top() + corner, area.width() - 2 * width, down), fill);
}

} // namespace gui
