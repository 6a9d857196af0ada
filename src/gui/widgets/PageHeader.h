#pragma once

#include "gui/widgets/TabBar.h"
#include "gui/widgets/Tag.h"

#include <QWidget>

class QLabel;

namespace gui {

class Button;
class FlowLayout;

/// The first row of a page: back and forward where asked for, title, tags, the page's views, and its actions
/// at the right. Goes on in a second line where the window is narrow or the text large.
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
    /// The views of the page. Returns the same bar at every call.
    TabBar* setTabs(const QStringList& names);
    [[nodiscard]] TabBar* tabs() const { return m_tabs; }
    /// At the right end; the primary one last.
    void addAction(QWidget* widget);
    /// Back and forward buttons before the title, as in a browser.
    void showHistory(bool canGoBack, bool canGoForward);
    /// Only the way back, while a view lies over the others.
    void showBack(bool shown);

signals:
    void tabChanged(int index);
    void backRequested();
    void forwardRequested();

private:
    void makeHistory();
    FlowLayout* m_row;
    FlowLayout* m_titleRow;
    QLabel* m_title;
    TabBar* m_tabs = nullptr;
    Button* m_back = nullptr;
    Button* m_forward = nullptr;
};

} // namespace gui
