#include "gui/widgets/PageHeader.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/SegmentedControl.h"

#include <QHBoxLayout>

namespace gui {

PageHeader::PageHeader(const QString& title, QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(px(16));
    m_titleRow = new QHBoxLayout;
    m_titleRow->setSpacing(px(12));
    m_title = makeLabel(title, "title", this);
    m_titleRow->addWidget(m_title);
    m_row->addLayout(m_titleRow);
    m_row->addStretch(1);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(px(10));
    m_row->addLayout(m_actions);
    setMinimumHeight(px(34));
}

void PageHeader::setTitle(const QString& title) {
    m_title->setText(title);
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
    m_titleRow->addWidget(widget, 0, Qt::AlignVCenter);
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

SegmentedControl* PageHeader::setTabs(const QStringList& names) {
    if (!m_tabs) {
        m_tabs = new SegmentedControl(this);
        m_row->insertWidget(m_row->indexOf(m_titleRow) + 1, m_tabs, 0, Qt::AlignVCenter);
        connect(m_tabs, &SegmentedControl::currentChanged, this, &PageHeader::tabChanged);
    }
    m_tabs->setSegments(names);
    return m_tabs;
}

void PageHeader::addAction(QWidget* widget) {
    m_actions->addWidget(widget, 0, Qt::AlignVCenter);
}

void PageHeader::showHistory(bool canGoBack, bool canGoForward) {
    if (!m_back) {
        m_back =
            Button::iconOnly(QStringLiteral("arrow-left"), tr("Back (Alt+Left)"), Button::Kind::Normal, this);
        m_forward = Button::iconOnly(QStringLiteral("arrow-right"), tr("Forward (Alt+Right)"),
                                     Button::Kind::Normal, this);
        m_row->insertWidget(0, m_back);
        m_row->insertWidget(1, m_forward);
        connect(m_back, &Button::clicked, this, &PageHeader::backRequested);
        connect(m_forward, &Button::clicked, this, &PageHeader::forwardRequested);
    }
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

} // namespace gui
