#pragma once

#include <QWidget>

namespace gui {

/// A row of colours to take one of; Left and Right walk them.
class ColourChoice : public QWidget {
    Q_OBJECT
public:
    explicit ColourChoice(QWidget* parent = nullptr);
    [[nodiscard]] QString colour() const; ///< "#2f7ed8"
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int index);
    [[nodiscard]] QRectF placeOf(int index) const;
    int m_current = 0;
};

} // namespace gui
