#pragma once

#include <QObject>
#include <QPointer>
#include <QTimer>

class QWidget;

namespace gui {

/// Shown, and in a window that is not minimised. What is not seen does nothing.
bool isSeen(const QWidget& widget);

/// Says when `widget` comes into sight and when it goes out of it: shown and hidden, its window minimised and
/// brought back. Child of the widget.   Thread: main.
class SeenWatch : public QObject {
    Q_OBJECT
public:
    explicit SeenWatch(QWidget* widget);
    [[nodiscard]] bool isSeen() const { return m_seen; }

signals:
    void seenChanged(bool seen);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look(bool shown);
    void watchWindow();

    QWidget* m_widget;
    QPointer<QWidget> m_window;
    bool m_seen = false;
};

/// Ticks while `widget` is seen, and once when it comes back into sight. Else there is no timer. Child of the
/// widget.
class SeenClock : public QObject {
    Q_OBJECT
public:
    SeenClock(QWidget* widget, int intervalMs);
    [[nodiscard]] bool isTicking() const { return m_timer.isActive(); }

signals:
    void tick();

private:
    QTimer m_timer;
};

} // namespace gui
