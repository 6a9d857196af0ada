#include "gui/AutoLock.h"

#include <QCoreApplication>
#include <QEvent>

namespace gui {

namespace {

constexpr int kMinuteMs = 60'000;
constexpr int kUseMs = 1'000;

} // namespace

AutoLock::AutoLock(QObject* parent) : QObject(parent) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &AutoLock::timeIsUp);
    QCoreApplication::instance()->installEventFilter(this);
}

void AutoLock::setMinutes(int minutes) {
    m_timer.setInterval(minutes * kMinuteMs);
    if (minutes > 0)
        m_timer.start();
    else
        m_timer.stop();
}

bool AutoLock::eventFilter(QObject*, QEvent* event) {
    const bool touched = event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress ||
                         event->type() == QEvent::Wheel;
    if (touched && m_timer.interval() > 0) m_timer.start();
    const bool used = touched || event->type() == QEvent::MouseMove;
    if (used && (!m_sinceUse.isValid() || m_sinceUse.elapsed() >= kUseMs)) {
        m_sinceUse.start();
        emit inUse();
    }
    return false;
}

} // namespace gui

#include "moc_AutoLock.cpp"
