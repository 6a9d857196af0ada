#include "gui/widgets/TreeMap.h"

#include <algorithm>
#include <numeric>

namespace gui {

namespace {

/// The longest side over the shortest, of the worst rectangle when weights of `sum` lie side by side along
/// `side`.
double worst(double largest, double smallest, double sum, double side) {
    const double square = side * side / (sum * sum);
    return std::max(square * largest, 1 / (square * smallest));
}

/// Takes a strip off `rest` along its shorter side and puts `areas` into it.
void layStrip(const QVector<double>& areas, QRectF& rest, QVector<QRectF>& placed) {
    const double sum = std::accumulate(areas.begin(), areas.end(), 0.0);
    const bool upright = rest.width() >= rest.height(); // the strip stands at the left
    const double thick = sum / (upright ? rest.height() : rest.width());
    double at = upright ? rest.top() : rest.left();
    for (const double area : areas) {
        const double length = area / thick;
        placed.append(upright ? QRectF(rest.left(), at, thick, length)
                              : QRectF(at, rest.top(), length, thick));
        at += length;
    }
    if (upright)
        rest.setLeft(rest.left() + thick);
    else
        rest.setTop(rest.top() + thick);
}

} // namespace

QVector<QRectF> treeMap(const QVector<double>& weights, QRectF area) {
    QVector<QRectF> placed;
    const double whole = std::accumulate(weights.begin(), weights.end(), 0.0);
    if (whole <= 0 || area.isEmpty()) return QVector<QRectF>(weights.size());
    placed.reserve(weights.size());
    const double scale = area.width() * area.height() / whole;
    QVector<double> strip;
    double sum = 0, largest = 0, smallest = 0;
    for (const double weight : weights) {
        const double next = weight * scale;
        const double side = std::min(area.width(), area.height());
        const bool better = strip.isEmpty() || worst(std::max(largest, next), std::min(smallest, next),
                                                     sum + next, side) <= worst(largest, smallest, sum, side);
        if (!better) {
            layStrip(strip, area, placed);
            strip.clear();
        }
        sum = strip.isEmpty() ? next : sum + next;
        largest = strip.isEmpty() ? next : std::max(largest, next);
        smallest = strip.isEmpty() ? next : std::min(smallest, next);
        strip.append(next);
    }
    layStrip(strip, area, placed);
    return placed;
}

} // namespace gui
