#include "gui/frame/Page.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/PageHeader.h"

#include <QEvent>
#include <QPainter>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

namespace gui {

namespace {

/// The ground under the cards, with their soft shadows: a card cannot paint outside itself.
class Ground : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override {
        QColor shade = color(Token::Shadow);
        if (shade.alpha() == 0) return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        shade.setAlphaF(shade.alphaF() * 0.18F);
        painter.setBrush(shade);
        for (const Card* card : findChildren<Card*>()) {
            if (!card->isVisible()) continue;
            const QRectF area(card->mapTo(this, QPoint(0, 0)), QSizeF(card->size()));
            for (int spread = 0; spread < 6; ++spread) {
                const double out = spread;
                painter.drawRoundedRect(area.adjusted(-out + 1, 2, out - 1, out + 1), px(12) + out, px(12) + out);
            }
        }
    }
};

} // namespace

Page::Page(const QString& title, QWidget* parent) : QWidget(parent), m_title(title) {
    setAccessibleName(title);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_content = new Ground;
    m_content->setObjectName(QStringLiteral("pageContent"));
    m_content->setContentsMargins(px(24), px(20), px(24), px(20));
    m_scroll->setWidget(m_content);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    outer->addWidget(m_scroll);
}

QVBoxLayout* Page::body() {
    if (!m_body) {
        m_body = new QVBoxLayout(m_content);
        m_body->setContentsMargins(0, 0, 0, 0);
        m_body->setSpacing(px(16));
    }
    return m_body;
}

PageHeader* Page::header() {
    if (!m_header) {
        m_header = new PageHeader(m_title, m_content);
        body()->insertWidget(0, m_header);
    }
    return m_header;
}

void Page::markStale() {
    m_stale = true;
    if (!isVisible() || m_scheduled) return;
    m_scheduled = true;
    QTimer::singleShot(0, this, &Page::refreshNow);
}

void Page::refreshNow() {
    m_scheduled = false;
    if (!m_stale || !isVisible()) return;
    m_stale = false;
    refresh();
}

void Page::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refreshNow();
}

void Page::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) {
        m_content->setContentsMargins(px(24), px(20), px(24), px(20));
        if (m_body) m_body->setSpacing(px(16));
    }
    QWidget::changeEvent(event);
}

} // namespace gui
