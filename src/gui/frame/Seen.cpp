#include "gui/frame/Seen.h"

#include <QEvent>
#include <QWidget>

namespace gui {

bool isSeen(const QWidget& widget) {
    return widget.isVisible() && !widget.window()->isMinimized();
}

SeenWatch::SeenWatch(QWidget* widget) : QObject(widget), m_widget(widget) {
    widget->installEventFilter(this);
    watchWindow();
    m_seen = gui::isSeen(*widget);
}

void SeenWatch::watchWindow() {
    QWidget* const window = m_widget->window();
    if (window == m_window) return;
    if (m_window && m_window != m_widget) m_window->removeEventFilter(this);
    m_window = window;
    if (window != m_widget) window->installEventFilter(this);
}

void SeenWatch::look(bool shown) {
    watchWindow(); // a part may be given to another window before it is shown
    const bool seen = shown && !m_window->isMinimized();
    if (seen == m_seen) return;
    m_seen = seen;
    emit seenChanged(seen);
}

bool SeenWatch::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::Show:
        if (watched == m_widget) look(true);
        break;
    case QEvent::Hide:
        if (watched == m_widget) look(false);
        break;
    case QEvent::WindowStateChange:
        if (watched == m_window) look(m_widget->isVisible());
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

SeenClock::SeenClock(QWidget* widget, int intervalMs) : QObject(widget) {
    m_timer.setInterval(intervalMs);
    auto* watch = new SeenWatch(widget);
    connect(&m_timer, &QTimer::timeout, this, &SeenClock::tick);
    connect(watch, &SeenWatch::seenChanged, this, [this](bool seen) {
        if (!seen) return m_timer.stop();
        m_timer.start();
        emit tick();
    });
    if (watch->isSeen()) m_timer.start();
}

} // namespace gui

#include "moc_Seen.cpp"
