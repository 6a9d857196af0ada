#pragma once

#include "gui/theme/Tokens.h"

#include <QRect>

class QFont;
class QPainter;
class QString;
class QStyleOption;
class QStyleOptionSpinBox;
class QStyleOptionTab;

/// How ControlStyle's tabs, choices side by side, switches and steppers look.
namespace gui {

/// Tabs, and choices of a few: words side by side on one ground, the chosen one on a pill of its own.
constexpr int kSegmentEdge = 3; ///< between the ground's edge and the pills
QFont segmentFont(bool compact);
QSize segmentSize(const QFont& font, const QString& text, bool compact); ///< of a pill
int segmentHeight(bool compact);                                         ///< of the ground
void paintSegmentGround(QPainter& painter, const QRect& area);
/// In the font of `painter`; chosen, hovered and enabled as `option` says: State_On or State_Selected.
void paintSegment(QPainter& painter, const QStyleOption& option, const QRect& pill, const QString& text);
/// The part of `tab` that is its pill: at the ends of the row without the ground's edge.
QRect tabPill(const QStyleOptionTab& tab);

/// `position`: 0 off … 1 on. `token`: its colour when on.
void paintSwitch(QPainter& painter, const QStyleOption& option, double position, Token token);
QSize switchSize();

/// "− 2 +"
constexpr double kStepperHeight = 28;
QRect stepperButton(const QStyleOption& option, bool up);
/// How much wider a stepper is than its number.
int stepperFrame();
void paintStepper(QPainter& painter, const QStyleOptionSpinBox& option);

} // namespace gui
