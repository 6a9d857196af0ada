#pragma once

#include "gui/widgets/Tag.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace gui {

class Button;
class SegmentedControl;

/// The first row of a page: back and forward where asked for, title, tags, the page's views, and its actions
/// at the right.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(QWidget* parent = nullptr) : PageHeader(QString(), parent) {}
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);

    void setTitle(const QString& title);
    [[nodiscard]] QString title() const;
    /// Behind the title; the header owns them from now on.
    Tag* addTag(const QString& text, TagKind kind = TagKind::Neutral);
    void addTitleWidget(QWidget* widget);
    void clearTitleWidgets();
    /// The views of the page. Returns the same control at every call.
    SegmentedControl* setTabs(const QStringList& names);
    [[nodiscard]] SegmentedControl* tabs() const { return m_tabs; }
    /// At the right end; the primary one last.
    void addAction(QWidget* widget);
    /// Back and forward buttons before the title, as in a browser.
    void showHistory(bool canGoBack, bool canGoForward);

signals:
    void tabChanged(int index);
    void backRequested();
    void forwardRequested();

private:
    QHBoxLayout* m_row;
    QHBoxLayout* m_titleRow;
    QHBoxLayout* m_actions;
    QLabel* m_title;
    SegmentedControl* m_tabs = nullptr;
    Button* m_back = nullptr;
    Button* m_forward = nullptr;
};

} // namespace gui
