#pragma once

#include <QRectF>
#include <QVector>

namespace gui {

/// Parts `area` into one rectangle a weight, same order, of areas in proportion to the weights and as square
/// as they come. Best with the largest weights first. Weights are above 0. Source: Bruls, Huizing, van Wijk:
/// Squarified Treemaps.
QVector<QRectF> treeMap(const QVector<double>& weights, QRectF area);

} // namespace gui
