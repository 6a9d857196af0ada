#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

class QKeyEvent;

namespace gui {

/// Puts the 2 px accent ring (a QFocusFrame, painted by ControlStyle) outside the control that has the focus,
/// for every control of the application: when the focus came with Tab or F6, and always on text fields.
/// A widget with the property "ownFocusRing" paints its own (for one of its parts); "ringForChild" takes the
/// ring of the parts inside; "ringRadius" sets the corner radius.
class FocusRing : public QObject {
    Q_OBJECT
public:
    explicit FocusRing(QObject* parent);
    ~FocusRing() override;

    /// The widget the ring is around at present; null when none is shown.
    [[nodiscard]] QWidget* target() const { return m_frame ? m_frame->widget() : nullptr; }
    /// After a change of the style, at which the frame hides itself.
    void renew();

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void noteKey(const QKeyEvent& key);
    void follow(QWidget* now);
    void surround(QWidget* target);

    QPointer<QFocusFrame> m_frame; ///< lies in the window or scrolled area of its target, and ends with it
    bool m_keyboard = false;
};

} // namespace gui
