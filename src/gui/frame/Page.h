#pragma once

#include "gui/Navigator.h"
#include "gui/frame/Late.h"

#include <QWidget>

#include <vector>

class QScrollArea;
class QVBoxLayout;

namespace gui {

class PageHeader;

/// One page of the window. A subclass builds its widgets into body() (or calls setupUi(content()) with a .ui
/// file whose outer layout has margins 0) and shows its data in refresh().
///
/// refresh() is called when the page is shown and, while it is visible, whenever markStale() was called: news
/// that come to a hidden page, or to a minimised window, cost nothing.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] const QString& title() const { return m_title; }
    /// The widget with the page's margins; scrolls when it is taller than the window. On a very wide window
    /// it keeps to the middle: nobody reads columns that lie far apart.
    [[nodiscard]] QWidget* content() const { return m_content; }
    /// Its layout, made on first use, for pages built in code.
    QVBoxLayout* body();
    /// A PageHeader as the first row of body(), made on first use.
    PageHeader* header();

    /// Shows what `link` names; only links to this page come here.
    virtual void follow(const PageLink& link) { (void)link; }
    /// Steps within the page, as in a browser. False: there is none, the window steps between pages.
    virtual bool stepBack() { return false; }
    virtual bool stepForward() { return false; }
    /// The open one of the header's tabs; -1: it has none.
    [[nodiscard]] int tab() const;
    void setTab(int tab);

    /// One step of what the first look would cost: makes a late part, or else fills the page with the present
    /// data. False when nothing is left.
    bool prepareSome();

    /// Data changed: refresh now, once for many calls, or when the page is shown next.
    void markStale();

signals:
    void toastRequested(const QString& text);
    void tabChanged();

protected:
    /// Puts the present data into the widgets.
    virtual void refresh() {}

    /// For pages of lines to read: further apart than this, a line's ends are not seen together. Units of the
    /// design.
    void setWidest(int width);
    /// Scrolls so that `part` of the page is seen, once it is laid out.
    void scrollTo(QWidget* part);

    /// Parts that are made later, in this order unless one is needed before; borrowed: members of the page.
    void setLateParts(std::vector<LatePart*> parts) { m_late = std::move(parts); }

    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void refreshNow();
    void makeMissed();
    void measure();
    QString m_title;
    QScrollArea* m_scroll;
    QWidget* m_content;
    QVBoxLayout* m_body = nullptr;
    PageHeader* m_header = nullptr;
    std::vector<LatePart*> m_late;
    int m_widest = 1'760; ///< of the contents
    bool m_filled = false;
    bool m_stale = true;
    bool m_scheduled = false;
    bool m_making = false; ///< the next turn makes a missed part
};

} // namespace gui
