#pragma once

#include <QStringList>
#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace gui {

/// One choice of a few, side by side: modes, filters. Radio buttons on one ground: the arrow keys, Home and
/// End change it, as do clicks; Tab stops at the chosen one only. Give it an accessible name: what is chosen.
class SegmentedControl : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QStringList segments READ segments WRITE setSegments)
    Q_PROPERTY(int currentIndex READ currentIndex WRITE setCurrentIndex NOTIFY currentChanged)
public:
    explicit SegmentedControl(QWidget* parent = nullptr) : SegmentedControl(QStringList(), parent) {}
    explicit SegmentedControl(const QStringList& segments, QWidget* parent = nullptr);

    /// Instead of those it has; the first is the chosen one, and nobody is told.
    void setSegments(const QStringList& segments);
    [[nodiscard]] QStringList segments() const;
    [[nodiscard]] int currentIndex() const;
    [[nodiscard]] QAbstractButton* segment(int index) const;
    void setSmall(bool small); ///< for the head of a card

public slots:
    void setCurrentIndex(int index);

signals:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void choose(int index);
    void renewFocus();
    QButtonGroup* m_group;
    bool m_small = false;
};

} // namespace gui
