#pragma once

#include <QColor>
#include <QRect>

class QPainter;

namespace gui {

/// A box with rounded corners, `border` in a line of `width` pixels inside its edge: as
/// QPainter::drawRoundedRect() with antialiasing draws it, from kept pictures of its corners. The same colour
/// twice: no border.
void paintRoundBox(QPainter& painter, const QRect& area, int radius, const QColor& fill, const QColor& border,
                   int width = 1);

} // namespace gui
