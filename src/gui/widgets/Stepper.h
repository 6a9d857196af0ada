#pragma once

#include <QSpinBox>

namespace gui {

/// A small number changed by one: "− 2 +". A spin box with its buttons at both ends: beside the keys of every
/// spin box, +, −, Home and End change it too.
class Stepper : public QSpinBox {
    Q_OBJECT
public:
    explicit Stepper(QWidget* parent = nullptr);

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace gui
