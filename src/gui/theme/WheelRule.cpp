#include "gui/theme/WheelRule.h"

#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QScrollBar>
#include <QTabBar>

namespace gui {

namespace {

bool isChangedByTheWheel(const QWidget& widget) {
    return qobject_cast<const QComboBox*>(&widget) || qobject_cast<const QAbstractSpinBox*>(&widget) ||
           qobject_cast<const QTabBar*>(&widget) ||
           (qobject_cast<const QAbstractSlider*>(&widget) && !qobject_cast<const QScrollBar*>(&widget));
}

} // namespace

WheelRule::WheelRule(QObject* parent) : QObject(parent) {
    qApp->installEventFilter(this);
}

bool WheelRule::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::Wheel || !watched->isWidgetType()) return false;
    const auto& widget = *static_cast<QWidget*>(watched);
    if (!isChangedByTheWheel(widget) || widget.hasFocus()) return false;
    event->ignore(); // so the parent gets it
    return true;
}

} // namespace gui

#include "moc_WheelRule.cpp"
