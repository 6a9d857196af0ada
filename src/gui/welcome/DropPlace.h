#pragma once

#include <QWidget>

namespace gui {

/// A place with a dashed border that says what may be dropped on it.
class DropPlace : public QWidget {
    Q_OBJECT
public:
    explicit DropPlace(QWidget* parent = nullptr);
    /// While something is dragged over it.
    void setLit(bool lit);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    bool m_lit = false;
};

} // namespace gui
