#pragma once

#include <QObject>
#include <QTimer>

namespace gui {

/// Tells when nobody has touched keyboard or mouse for some minutes. Thread: main.
class AutoLock : public QObject {
    Q_OBJECT
public:
    explicit AutoLock(QObject* parent);
    void setMinutes(int minutes); ///< 0: never
    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void timeIsUp();

private:
    QTimer m_timer;
};

} // namespace gui
