#pragma once

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
/// that come to a hidden page cost nothing.
class Page : public QWidget {
    Q_OBJECT
public:
    explicit Page(const QString& title, QWidget* parent = nullptr);

    [[nodiscard]] const QString& title() const { return m_title; }
    /// The widget with the page's margins; scrolls when it is taller than the window.
    [[nodiscard]] QWidget* content() const { return m_content; }
    /// Its layout, made on first use, for pages built in code.
    QVBoxLayout* body();
    /// A PageHeader as the first row of body(), made on first use.
    PageHeader* header();

    /// One step of what the first look would cost: makes a late part, or else fills the page with the present
    /// data. False when nothing is left.
    bool prepareSome();

    /// Data changed: refresh now, once for many calls, or when the page is shown next.
    void markStale();

signals:
    /// Opens another page, or a thing on it, by a link such as "explorer/block/2148".
    void linkRequested(const QString& link);
    void toastRequested(const QString& text);

protected:
    /// Puts the present data into the widgets.
    virtual void refresh() {}

    /// Parts that are made later, in this order unless one is needed before; borrowed: members of the page.
    void setLateParts(std::vector<LatePart*> parts) { m_late = std::move(parts); }

    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refreshNow();
    QString m_title;
    QScrollArea* m_scroll;
    QWidget* m_content;
    QVBoxLayout* m_body = nullptr;
    PageHeader* m_header = nullptr;
    std::vector<LatePart*> m_late;
    bool m_filled = false;
    bool m_stale = true;
    bool m_scheduled = false;
};

} // namespace gui
