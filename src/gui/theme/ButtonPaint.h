#pragma once

#include <QRectF>
#include <QSize>
#include <QString>

class QFont;
class QPainter;
class QStyleOptionButton;
class QWidget;

/// How ControlStyle's push buttons look, and the keys that are written in them.
namespace gui {

/// One Primary a page; Danger never sits beside it. Pill: the small one at the end of a card's head.
enum class ButtonKind { Normal, Primary, Work, Danger, Quiet, Link, Pill };
/// As the dynamic property "kind" has it; empty: Normal.
const char* nameOf(ButtonKind kind);
ButtonKind buttonKind(const QWidget* widget);

/// What a push button is beside its state.
struct ButtonLook {
    ButtonKind kind = ButtonKind::Normal;
    QString iconName = {};
    QString keyHint = {};
    bool compact = false;
    bool chevron = false;
};
/// From the properties of its widget: "kind", "compact", "iconName", "keyHint", "chevron".
ButtonLook buttonLook(const QWidget* widget);

QSize buttonSize(const QFont& font, const QString& text, const ButtonLook& look);
/// In the font of `painter`.
void paintButton(QPainter& painter, const QStyleOptionButton& option, const ButtonLook& look);

/// A key as it is written on the keyboard: "Ctrl K".
QSizeF keyHintSize(const QString& keys);
void paintKeyHint(QPainter& painter, const QRectF& area, const QString& keys);

} // namespace gui
