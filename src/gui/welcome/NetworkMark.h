#pragma once

#include <QColor>
#include <QWidget>

namespace gui {

/// A network at a glance: a square of its colour with the first letter of its name.
class NetworkMark : public QWidget {
    Q_OBJECT
public:
    explicit NetworkMark(QWidget* parent = nullptr);
    void setNetwork(const QString& name, const QColor& colour);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_letter;
    QColor m_colour;
};

} // namespace gui
