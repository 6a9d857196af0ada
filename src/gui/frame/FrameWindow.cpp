#include "gui/frame/FrameWindow.h"

#include "gui/Format.h"
#include "gui/frame/Header.h"
#include "gui/frame/Page.h"
#include "gui/frame/Rail.h"
#include "gui/frame/StatusBar.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/ViewStack.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <utility>

namespace gui {

namespace {

constexpr int kNarrowBelow = 1100;
constexpr int kQuietMs = 30;        // between two turns that prepare pages: whoever clicks comes first
constexpr int kPolishedAtOnce = 25; // widgets in one turn

} // namespace

FrameWindow::FrameWindow(QWidget* parent) : QWidget(parent) {
    m_cover = new QStackedWidget(this);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_cover);
    m_frame = new QWidget(m_cover);
    m_cover->addWidget(m_frame);
    // In the order of the focus: header, rail, page, status bar.
    m_header = new Header(m_frame);
    m_rail = new Rail(m_frame);
    m_pages = new ViewStack(m_frame);
    m_status = new StatusBar(m_frame);
    auto* grid = new QGridLayout(m_frame);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(0);
    grid->addWidget(m_header, 0, 0, 1, 2);
    grid->addWidget(m_rail, 1, 0, 2, 1); // row 1 is for a banner
    grid->addWidget(m_pages, 2, 1);
    grid->addWidget(m_status, 3, 0, 1, 2);
    grid->setRowStretch(2, 1);
    grid->setColumnStretch(1, 1);
    setMinimumSize(760, 520);
    connect(m_rail, &Rail::entryChosen, this, &FrameWindow::setCurrentPage);
    m_quiet.setInterval(kQuietMs);
    connect(&m_quiet, &QTimer::timeout, this, &FrameWindow::prepareSome);
    addShortcuts();
    keepMeasured(this, [this] { narrowRail(); });
}

void FrameWindow::addShortcuts() {
    bindKey(QKeySequence(Qt::CTRL | Qt::Key_K), tr("Search the chain"), [this] { m_header->focusSearch(); });
    bindKey(QKeySequence(Qt::ALT | Qt::Key_Left), tr("Back to what was open before"), [this] { goBack(); });
    bindKey(QKeySequence(Qt::ALT | Qt::Key_Right), tr("Forward again"), [this] { goForward(); });
    bindKey(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H), tr("Hide or show amounts"),
            [] { format().setAmountsHidden(!format().amountsHidden()); });
    bindKey(QKeySequence(Qt::Key_F6), tr("To the next part of the window"), [this] { focusNextPart(); });
}

void FrameWindow::bindKey(const QKeySequence& keys, const QString& words,
                          const std::function<void()>& action) {
    auto* shortcut = new QShortcut(keys, this);
    shortcut->setWhatsThis(words);
    connect(shortcut, &QShortcut::activated, this, action);
}

int FrameWindow::addPage(const QString& title, const QString& iconName, PageMaker make, bool last) {
    const auto index = static_cast<int>(m_entries.size());
    m_rail->addEntry(iconName, title, last);
    if (index < 9) {
        bindKey(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + index)), tr("Open %1").arg(title),
                [this, index] { setCurrentPage(index); });
    }
    m_entries.append({std::move(make), nullptr, false});
    return index;
}

int FrameWindow::addPage(Page* page, const QString& iconName, bool last) {
    return addPage(
        page->title(), iconName, [page] { return page; }, last);
}

Page* FrameWindow::page(int index) {
    if (index < 0 || index >= m_entries.size()) return nullptr;
    Entry& entry = m_entries[index];
    if (entry.page) return entry.page;
    entry.page = entry.make();
    connect(entry.page, &Page::toastRequested, this, &FrameWindow::showToast);
    connect(entry.page, &Page::tabChanged, this, &FrameWindow::tabChanged);
    m_pages->addView(entry.page);
    return entry.page;
}

/// What a page costs when it is seen first is paid before, in small parts: making it, polishing its widgets,
/// laying it out.
void FrameWindow::prepareSome() {
    if (!m_toPolish.isEmpty()) return polishSome();
    for (int index = 0; index < m_entries.size(); ++index) {
        Entry& entry = m_entries[index];
        if (!entry.page) return void(page(index));
        if (entry.prepared) continue;
        if (entry.page->prepareSome()) return;
        entry.prepared = true;
        if (index == currentPage()) continue;
        entry.page->setGeometry(m_pages->rect());
        for (QWidget* part : entry.page->findChildren<QWidget*>())
            m_toPolish.append(part);
        return;
    }
    m_quiet.stop();
}

void FrameWindow::polishSome() {
    for (int i = 0; i < kPolishedAtOnce && !m_toPolish.isEmpty(); ++i) {
        const QPointer<QWidget> part = m_toPolish.takeLast();
        if (!part) continue;
        part->ensurePolished();
        if (!qobject_cast<QLabel*>(part)) continue;
        (void)part->sizeHint(); // texts are shaped now, not all of them when the page is laid out
        (void)part->minimumSizeHint();
    }
}

int FrameWindow::currentPage() const {
    return m_current;
}

int FrameWindow::currentTab() const {
    const Page* shown = m_current < m_entries.size() ? m_entries[m_current].page : nullptr;
    return shown ? shown->tab() : -1;
}

void FrameWindow::setCover(QWidget* cover) {
    while (m_cover->count() > 1) {
        QWidget* old = m_cover->widget(1);
        m_cover->removeWidget(old);
        old->deleteLater();
    }
    if (cover) m_cover->addWidget(cover);
    m_cover->setCurrentIndex(cover ? 1 : 0);
}

void FrameWindow::setBanner(QWidget* banner) {
    static_cast<QGridLayout*>(m_frame->layout())->addWidget(banner, 1, 1);
}

void FrameWindow::setCurrentPage(int index) {
    if (index < 0 || index >= m_entries.size()) return;
    if (m_at < 0 || m_history[m_at] != index) {
        m_history.resize(m_at + 1);
        m_history.append(index);
        m_at = static_cast<int>(m_history.size()) - 1;
    }
    switchTo(index);
}

void FrameWindow::openAt(int index, int tab) {
    if (index < 0 || index >= m_entries.size()) return;
    m_first = index;
    m_firstTab = tab;
    if (!isVisible()) return;
    setCurrentPage(index);
    if (tab >= 0) page(index)->setTab(tab);
}

void FrameWindow::switchTo(int index) {
    Page* const opened = page(index);
    m_rail->setCurrent(index);
    if (std::exchange(m_current, index) == index && m_at > 0) return;
    const QWidget* focused = focusWidget();
    const bool inside = !focused || m_pages->isAncestorOf(focused);
    m_pages->setCurrentView(opened);
    // The page has the focus, none of its controls yet: Tab goes to the first of them.
    if (inside) opened->setFocus(Qt::OtherFocusReason);
    emit pageChanged(index);
}

void FrameWindow::goBack() {
    if (m_at >= 0 && page(m_current)->stepBack()) return;
    if (m_at > 0) switchTo(m_history[--m_at]);
}

void FrameWindow::goForward() {
    if (m_at >= 0 && page(m_current)->stepForward()) return;
    if (m_at + 1 < m_history.size()) switchTo(m_history[++m_at]);
}

void FrameWindow::showToast(const QString& text) {
    Toast::show(this, text);
}

void FrameWindow::focusNextPart() {
    const QVector<QWidget*> parts{m_header, m_rail, m_pages, m_status};
    qsizetype now = -1;
    for (qsizetype i = 0; i < parts.size(); ++i)
        if (focusWidget() && parts[i]->isAncestorOf(focusWidget())) now = i;
    QWidget* part = parts[(now + 1) % parts.size()];
    for (QWidget* child : part->findChildren<QWidget*>()) {
        if (!child->isVisible() || !child->isEnabled() || !(child->focusPolicy() & Qt::TabFocus)) continue;
        child->setFocus(Qt::TabFocusReason);
        return;
    }
}

void FrameWindow::narrowRail() {
    m_rail->setNarrow(width() * 100 / theme().textScale() < kNarrowBelow);
}

void FrameWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    narrowRail();
}

void FrameWindow::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    // The window is there at once, its page a turn later.
    if (m_at < 0)
        QTimer::singleShot(0, this, [this] {
            if (m_at < 0) openAt(m_first, m_firstTab);
        });
    m_quiet.start();
}

} // namespace gui

#include "moc_FrameWindow.cpp"
