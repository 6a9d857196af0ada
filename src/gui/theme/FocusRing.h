#pragma once

#include <QObject>
#include <QPointer>
#include <QVector>
#include <QWidget>

class QKeyEvent;

namespace gui {

/// Draws the 2 px accent ring outside the control that has the focus, for every control of the application.
/// It shows when the focus came with Tab or F6, and always on text fields.
/// A widget with the property "ownFocusRing" paints its own (for one of its parts); "ringRadius" sets the
/// corner radius.
class FocusRing : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject* parent);
    ~FocusRing() override;

    /// The widget the ring is around at present; null when none is shown.
    [[nodiscard]] QWidget* target() const { return m_target; }

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void noteKey(const QKeyEvent& key);
    void follow(QWidget* now);
    void release();
    void place();

    QPointer<QWidget> m_target;
    QPointer<QWidget> m_frame;
    QVector<QPointer<QWidget>> m_watched;
    bool m_keyboard = false;
};

} // namespace gui
