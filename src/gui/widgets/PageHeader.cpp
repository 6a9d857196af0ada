#include "gui/widgets/PageHeader.h"

#include "gui/widgets/Button.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"

#include <QLabel>

namespace gui {

PageHeader::PageHeader(const QString& title, QWidget* parent) : QWidget(parent) {
    m_row = new FlowLayout(this);
    m_row->setGaps(14, 8);
    m_row->setLineHeight(34);
    m_titleRow = new FlowLayout;
    m_titleRow->setGaps(12, 4);
    m_title = makeLabel(title, "title", this);
    m_titleRow->addWidget(m_title);
    m_row->addLayout(m_titleRow);
    m_row->addStretch();
}

void PageHeader::setTitle(const QString& title) {
    m_title->setText(title);
    if (m_tabs) m_tabs->setAccessibleName(tr("Views of %1").arg(title));
}

QString PageHeader::title() const {
    return m_title->text();
}

Tag* PageHeader::addTag(const QString& text, TagKind kind) {
    auto* tag = new Tag(text, kind, this);
    addTitleWidget(tag);
    return tag;
}

void PageHeader::addTitleWidget(QWidget* widget) {
    m_titleRow->addWidget(widget);
}

void PageHeader::clearTitleWidgets() {
    while (m_titleRow->count() > 1) {
        QLayoutItem* item = m_titleRow->takeAt(1);
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

TabBar* PageHeader::setTabs(const QStringList& names) {
    if (!m_tabs) {
        m_tabs = new TabBar(this);
        m_tabs->setAccessibleName(tr("Views of %1").arg(title()));
        m_row->insertWidget(m_row->indexOf(m_titleRow) + 1, m_tabs);
        m_row->setGivesWay(m_tabs);
        connect(m_tabs, &QTabBar::currentChanged, this, &PageHeader::tabChanged);
    }
    m_tabs->setNames(names);
    return m_tabs;
}

void PageHeader::addAction(QWidget* widget) {
    m_row->addWidget(widget);
}

void PageHeader::makeHistory() {
    if (m_back) return;
    m_back =
        Button::iconOnly(QStringLiteral("arrow-left"), tr("Back (Alt+Left)"), Button::Kind::Normal, this);
    m_forward = Button::iconOnly(QStringLiteral("arrow-right"), tr("Forward (Alt+Right)"),
                                 Button::Kind::Normal, this);
    m_row->insertWidget(0, m_back);
    m_row->insertWidget(1, m_forward);
    connect(m_back, &Button::clicked, this, &PageHeader::backRequested);
    connect(m_forward, &Button::clicked, this, &PageHeader::forwardRequested);
}

void PageHeader::showHistory(bool canGoBack, bool canGoForward) {
    makeHistory();
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void PageHeader::showBack(bool shown) {
    makeHistory();
    m_back->setVisible(shown);
    m_forward->hide();
}

} // namespace gui

#include "moc_PageHeader.cpp"
