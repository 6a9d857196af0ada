#pragma once

#include <QStringList>
#include <QWidget>

namespace gui {

/// One choice of a few, side by side: views of a page, modes. Left, Right, Home and End change it, as do
/// clicks.
class SegmentedControl : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QStringList segments READ segments WRITE setSegments)
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY currentChanged)
public:
    explicit SegmentedControl(QWidget* parent = nullptr) : SegmentedControl(QStringList(), parent) {}
    explicit SegmentedControl(const QStringList& segments, QWidget* parent = nullptr);

    void setSegments(const QStringList& segments);
    [[nodiscard]] const QStringList& segments() const { return m_segments; }
    [[nodiscard]] int currentIndex() const { return m_current; }
    void setSmall(bool small); ///< for the head of a card
    void setSegmentEnabled(int index, bool enabled);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    [[nodiscard]] QRect segmentRect(int index) const;

public slots:
    void setCurrentIndex(int index);

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] QFont segmentFont() const;
    [[nodiscard]] int segmentWidth(int index) const;
    void step(int by);

    QStringList m_segments;
    QVector<bool> m_enabled;
    int m_current = 0;
    int m_hovered = -1;
    bool m_small = false;
};

} // namespace gui
