#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace gui {

/// Tells when somebody uses the window, and when nobody has touched keyboard or mouse for some minutes.
/// Thread: main.
class AutoLock : public QObject {
    Q_OBJECT
public:
    explicit AutoLock(QObject* parent);
    void setMinutes(int minutes); ///< 0: never
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void inUse(); ///< at most once a second
    void timeIsUp();

private:
    QTimer m_timer;
    QElapsedTimer m_sinceUse;
};

} // namespace gui
