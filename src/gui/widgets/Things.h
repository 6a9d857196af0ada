#pragma once

#include <QString>
#include <QVector>

class QMenu;
class QPoint;
class QWidget;

namespace gui {

class Navigator;

/// What a text on the screen stands for.
enum class Thing {
    None,
    Block,       ///< hash
    Height,      ///< of a block, as digits
    Transaction, ///< id
    Address,
    Amount, ///< decimal, as programs read it
};

struct ThingText {
    Thing thing = Thing::None;
    QString text; ///< whole, as it is copied
    bool operator==(const ThingText&) const = default;
};
using Things = QVector<ThingText>;

/// Shows the thing where it belongs. False when `what` is none that can be shown.
bool openThing(Navigator& navigator, const ThingText& what);

/// Adds what can be done with each of the things: show it (where `navigator` is not null; `isOpen`: the first
/// is shown by another action), pay to it, copy it.
void addThingActions(QMenu& menu, const Things& things, Navigator* navigator, bool isOpen = false);

/// A menu for `things` at a place of the screen; it goes when it is closed.
QMenu* popUpThings(QWidget* owner, const Things& things, Navigator* navigator, const QPoint& place);

} // namespace gui
