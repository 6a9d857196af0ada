#pragma once

#include <QWidget>

#include <vector>

namespace gui {

/// Views of which one is seen, and only that one counts for the size: a short view does not scroll because another is tall.
class ViewStack : public QWidget {
    Q_OBJECT
public:
    explicit ViewStack(QWidget* parent = nullptr);
    void addView(QWidget* view);
    [[nodiscard]] int currentIndex() const { return m_current; }
    [[nodiscard]] QWidget* currentView() const;

public slots:
    void setCurrentIndex(int index);

private:
    std::vector<QWidget*> m_views;
    int m_current = 0;
};

} // namespace gui
