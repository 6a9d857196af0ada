#pragma once

#include <QWidget>

class QLabel;

namespace gui {

class Button;

/// A small number changed by one: "− 2 +". Up, Down, Page Up, Page Down, Home and End change it too.
class Stepper : public QWidget {
    Q_OBJECT
    Q_PROPERTY(int value READ value WRITE setValue NOTIFY valueChanged)
public:
    explicit Stepper(QWidget* parent = nullptr);
    void setRange(int minimum, int maximum);
    [[nodiscard]] int value() const { return m_value; }
    void setSuffix(const QString& suffix);

public slots:
    void setValue(int value);

signals:
    void valueChanged(int value);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void render();
    Button* m_less;
    Button* m_more;
    QLabel* m_label;
    QString m_suffix;
    int m_value = 0;
    int m_minimum = 0;
    int m_maximum = 99;
};

} // namespace gui
