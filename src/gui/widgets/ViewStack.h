#pragma once

#include <QWidget>

namespace gui {

/// Views of which one is seen, and only that one counts for the size: a short view does not scroll because
/// another is tall.
class ViewStack : public QWidget {
    Q_OBJECT
public:
    explicit ViewStack(QWidget* parent = nullptr);
    /// Takes it over. The first is seen, others wait.
    void addView(QWidget* view);
    /// As addView, for a view that is made in the same line.
    template <class View>
    [[nodiscard]] View* add(View* view) {
        addView(view);
        return view;
    }
    [[nodiscard]] QWidget* currentView() const { return m_current; }
    /// Needs: one of the views.
    void setCurrentView(QWidget* view);

private:
    QWidget* m_current = nullptr;
};

} // namespace gui
