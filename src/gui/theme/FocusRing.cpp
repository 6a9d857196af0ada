#include "gui/theme/FocusRing.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>

namespace gui {

namespace {

bool isTextField(const QWidget* widget) {
    return widget->inherits("QLineEdit") || widget->inherits("QAbstractSpinBox") ||
           widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit");
}

/// The part of a control that the ring goes around: the whole spin box, not its inner line edit.
QWidget* wholeControl(QWidget* widget) {
    QWidget* parent = widget->parentWidget();
    const bool inner =
        parent && (qobject_cast<QAbstractSpinBox*>(parent) || qobject_cast<QComboBox*>(parent) ||
                   parent->property("ringForChild").toBool());
    return inner ? parent : widget;
}

} // namespace

FocusRing::FocusRing(QObject* parent) : QObject(parent) {
    qApp->installEventFilter(this);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget*, QWidget* now) { follow(now); });
}

FocusRing::~FocusRing() {
    delete m_frame;
}

bool FocusRing::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) noteKey(*static_cast<QKeyEvent*>(event));
    if (event->type() == QEvent::MouseButtonPress) {
        m_keyboard = false;
        if (target() && watched == target() && !isTextField(target())) surround(nullptr);
    }
    return QObject::eventFilter(watched, event);
}

/// Tab and F6 walk through the controls. A shortcut that opens a page leaves the focus somewhere, and that is
/// no news.
void FocusRing::noteKey(const QKeyEvent& key) {
    const int code = key.key();
    if (code == Qt::Key_Tab || code == Qt::Key_Backtab || code == Qt::Key_F6)
        m_keyboard = true;
    else if (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        m_keyboard = false;
}

void FocusRing::follow(QWidget* now) {
    surround(nullptr);
    if (!now || now->isWindow() || now->focusPolicy() == Qt::NoFocus || qobject_cast<QMenu*>(now) ||
        qobject_cast<QMenuBar*>(now))
        return;
    if (now->property("ownFocusRing").toBool() || (!m_keyboard && !isTextField(now))) return;
    surround(wholeControl(now));
}

void FocusRing::surround(QWidget* target) {
    if (!m_frame && target) m_frame = new QFocusFrame(target->window());
    if (!m_frame) return;
    m_frame->setWidget(target);
    // It hides itself where it is out of sight, and does not come back when it is scrolled to.
    if (target) m_frame->setVisible(target->isVisible());
}

void FocusRing::renew() {
    QWidget* const same = target();
    surround(nullptr);
    if (same) surround(same);
}

} // namespace gui

#include "moc_FocusRing.cpp"
