#pragma once

#include <QObject>

namespace gui {

/// One rule for the whole program: the wheel changes what a control says only while the control has the
/// focus. Over any other one it belongs to what is around it, so a page that scrolls changes nothing on its
/// way. Nothing takes the focus because the wheel passed over it: ControlStyle sees to that.
class WheelRule : public QObject {
    Q_OBJECT
public:
    explicit WheelRule(QObject* parent);
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace gui
