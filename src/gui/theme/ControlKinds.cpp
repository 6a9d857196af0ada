#include "gui/theme/ControlKinds.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QTextEdit>
#include <QVariant>
#include <QWidget>

namespace gui {

namespace {

bool isKind(const QWidget* widget, const char* kind) {
    return widget && widget->property("kind").toByteArray() == kind;
}

} // namespace

bool isSet(const QWidget* widget, const char* property) {
    return widget && widget->property(property).toString() == QLatin1String("true");
}

bool isStepper(const QWidget* widget) {
    return isKind(widget, "stepper");
}
bool isSwitch(const QWidget* widget) {
    return isKind(widget, "switch");
}
bool isSegment(const QWidget* widget) {
    return isKind(widget, "segment");
}

bool isInner(const QWidget* widget) {
    const QWidget* parent = widget ? widget->parentWidget() : nullptr;
    return parent &&
           (qobject_cast<const QAbstractSpinBox*>(parent) || qobject_cast<const QComboBox*>(parent));
}

bool isTextArea(const QWidget* widget) {
    return qobject_cast<const QPlainTextEdit*>(widget) || qobject_cast<const QTextEdit*>(widget);
}

} // namespace gui
