#pragma once

#include <QKeySequence>
#include <QPointer>
#include <QTimer>
#include <QVector>
#include <QWidget>

#include <functional>

class QStackedWidget;

namespace gui {

class Header;
class Page;
class Rail;
class StatusBar;
class ViewStack;

/// The window without a node: header, rail, pages, status bar, and the keys that move between them:
/// Ctrl+1 … 9 pages, Ctrl+K search, Alt+Left and Alt+Right back and forward, Ctrl+Shift+H hides amounts, F6
/// from part to part.
class FrameWindow : public QWidget {
    Q_OBJECT
public:
    explicit FrameWindow(QWidget* parent = nullptr);

    [[nodiscard]] Header* header() const { return m_header; }
    [[nodiscard]] Rail* rail() const { return m_rail; }
    [[nodiscard]] StatusBar* statusBar() const { return m_status; }

    using PageMaker = std::function<Page*()>;
    /// A page that is made when it is needed: when it is opened, or else in a quiet moment after the window
    /// was shown, one page a turn of the event loop. `last` puts its entry at the lower end of the rail. The
    /// first page is shown first, if openAt() does not say another.
    int addPage(const QString& title, const QString& iconName, PageMaker make, bool last = false);
    /// Takes a page over that is there already.
    int addPage(Page* page, const QString& iconName, bool last = false);
    [[nodiscard]] Page* page(int index);
    /// With that tab of it, -1 = as it is; before the window is shown: the page that is seen first.
    void openAt(int index, int tab);
    [[nodiscard]] int currentPage() const;
    /// The tab of the page that is seen; -1: it has none.
    [[nodiscard]] int currentTab() const;
    /// A widget over the whole window instead of the frame, as the first run is; null brings the frame back.
    void setCover(QWidget* cover);
    /// A notice between header and pages, seen on every page. Takes it over.
    void setBanner(QWidget* banner);
    /// Every page is made and as it will be seen first: no quiet turn is left to take.
    [[nodiscard]] bool isPrepared() const { return m_at >= 0 && !m_quiet.isActive(); }

public slots:
    void setCurrentPage(int index);
    void goBack();
    void goForward();
    void showToast(const QString& text);

signals:
    void pageChanged(int index);
    void tabChanged(); ///< of any page

protected:
    /// A key of the whole window; `words` say what it does, in the list of shortcuts.
    void bindKey(const QKeySequence& keys, const QString& words, const std::function<void()>& action);
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Entry {
        PageMaker make;
        Page* page = nullptr;
        bool prepared = false;
    };
    void addShortcuts();
    void switchTo(int index);
    void narrowRail();
    void focusNextPart();
    void prepareSome();
    void polishSome();

    QStackedWidget* m_cover;
    QWidget* m_frame;
    Header* m_header;
    Rail* m_rail;
    ViewStack* m_pages;
    StatusBar* m_status;
    QVector<Entry> m_entries;
    QVector<QPointer<QWidget>> m_toPolish; ///< of the page that is being prepared
    QTimer m_quiet;
    int m_current = 0;
    int m_first = 0;
    int m_firstTab = -1;
    QVector<int> m_history;
    int m_at = -1;
};

} // namespace gui
