#pragma once

#include <QRectF>

class QFocusFrame;
class QPainter;
class QStyleOption;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QWidget;

/// How ControlStyle's controls look, in the colours and measures of the theme.
namespace gui {

/// What a field is beside its state; from the dynamic properties of its widget ("sunken", "invalid", "code")
/// and from itself.
struct FieldLook {
    bool sunken = false;
    bool framed = true;
    bool invalid = false;
};

void paintField(QPainter& painter, const QStyleOption& option, const FieldLook& look);
void paintCheckMark(QPainter& painter, const QStyleOption& option, bool round);
void paintChevron(QPainter& painter, const QRectF& area, bool up, bool enabled);
void paintScrollHandle(QPainter& painter, const QStyleOptionSlider& option, const QRectF& handle);
/// `fee`: the groove shows the scale of fee rates instead of how far the handle is.
void paintSlider(QPainter& painter, const QStyleOptionSlider& option, const QRectF& handle, bool fee);
void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, bool work);
void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& item, const QWidget* menu);
constexpr int kRingGap = 2;   ///< between a control and the ring around it
constexpr int kRingWidth = 2; ///< of the ring
/// Around `frame`'s widget, whose property "ringRadius" rounds it.
void paintFocusRing(QPainter& painter, const QFocusFrame& frame);
/// What of `frame` lies outside its widget, in the frame's pixels: round where the widget is round.
QRegion focusRingRegion(const QFocusFrame& frame);
/// The ground of an entry in a list or of a menu entry.
void paintEntry(QPainter& painter, const QRectF& area, bool selected, bool hovered);

/// How wide the column of icons and check marks is in the menu of `item`.
int menuIconColumn(const QStyleOptionMenuItem& item);

} // namespace gui
