#pragma once

#include <QWidget>

namespace gui {

/// The mark of the program, `side` pixels wide.
class LogoMark : public QWidget {
    Q_OBJECT
public:
    explicit LogoMark(int side, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A rounded square in one colour: a network's, or that of a way to begin.
class Swatch : public QWidget {
    Q_OBJECT
public:
    Swatch(const QColor& fill, int side, QWidget* parent = nullptr);
    void setFill(const QColor& fill);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QColor m_fill;
};

} // namespace gui
