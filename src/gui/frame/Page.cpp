#include "gui/frame/Page.h"

#include "gui/frame/Seen.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/PageHeader.h"
#include "gui/widgets/SegmentedControl.h"

#include <QEvent>
#include <QImage>
#include <QPaintEvent>
#include <QPainter>
#include <QPointer>
#include <QScrollArea>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr int kSpread = 5;      // how far a shadow reaches
constexpr int kPageRadius = 12; // of a card
constexpr int kPageSide = 24;   // margins
constexpr int kTop = 20;
constexpr int kGatherMs =
    40; // a block is news of the chain, the queue, the wallet and the miner, one after the other

/// The ground under the cards, with their soft shadows: a card cannot paint outside itself.
class Ground : public QWidget {
protected:
    void paintEvent(QPaintEvent* event) override {
        if (color(Token::Shadow).alpha() == 0) return;
        QPainter painter(this);
        const QImage& shadow = shadowPicture();
        const QVector<QRect> areas = shadows();
        for (const QRect& area : areas)
            if (area.intersects(event->rect())) paintFrame(painter, shadow, area);
        // A card that moved has uncovered some of this, and left the rest of its shadow where it was.
        if (areas != m_painted && !event->rect().contains(rect()))
            update(framesOf(areas).united(framesOf(m_painted)));
        m_painted = areas;
    }

    void changeEvent(QEvent* event) override {
        if (event->type() == QEvent::StyleChange) m_shadow = QImage();
        QWidget::changeEvent(event);
    }

private:
    [[nodiscard]] static int corner() { return kSpread + px(kPageRadius) + 1; }

    /// The shadow of the smallest card. Painted once: what many soft layers of the size of a card would cost
    /// at every repaint.
    const QImage& shadowPicture() {
        if (!m_shadow.isNull() && m_shadow.devicePixelRatio() == devicePixelRatioF()) return m_shadow;
        const int side = 2 * corner() + 2;
        m_shadow = QImage(QSize(side, side) * devicePixelRatioF(), QImage::Format_ARGB32_Premultiplied);
        m_shadow.setDevicePixelRatio(devicePixelRatioF());
        m_shadow.fill(Qt::transparent);
        QPainter painter(&m_shadow);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        QColor shade = color(Token::Shadow);
        shade.setAlphaF(shade.alphaF() * 0.18F);
        painter.setBrush(shade);
        const QRectF card = QRectF(0, 0, side, side).adjusted(kSpread, kSpread, -kSpread, -kSpread - 1);
        for (int spread = 0; spread <= kSpread; ++spread) {
            const double out = spread;
            painter.drawRoundedRect(card.adjusted(-out + 1, 2, out - 1, out + 1), px(kPageRadius) + out,
                                    px(kPageRadius) + out);
        }
        return m_shadow;
    }

    /// Corners as they are; edges are the same all along. The middle lies below the card.
    static void paintFrame(QPainter& painter, const QImage& picture, const QRect& area) {
        const int c = corner();
        const double ratio = picture.devicePixelRatio();
        const int side = 2 * c + 2;
        const QRect inner = area.adjusted(c, c, -c, -c);
        const auto part = [&](int left, int top, int x, int y) {
            painter.drawImage(QRectF(left, top, c, c), picture,
                              QRectF(x * ratio, y * ratio, c * ratio, c * ratio));
        };
        part(area.left(), area.top(), 0, 0);
        part(inner.right() + 1, area.top(), side - c, 0);
        part(area.left(), inner.bottom() + 1, 0, side - c);
        part(inner.right() + 1, inner.bottom() + 1, side - c, side - c);
        // The lines of an edge are one strip of the picture, drawn out.
        const double deep = kSpread + 1;
        const double middle = picture.width() / 2;
        const auto along = [&](const QRectF& edge, double x, double y, double width, double height) {
            painter.drawImage(edge, picture, QRectF(x, y, width, height));
        };
        const double thick = deep * ratio;
        const double far = picture.width() - thick;
        along(QRectF(inner.left(), area.top(), inner.width(), deep), middle, 0, 1, thick);
        along(QRectF(inner.left(), area.bottom() + 1 - deep, inner.width(), deep), middle, far, 1, thick);
        along(QRectF(area.left(), inner.top(), deep, inner.height()), 0, middle, thick, 1);
        along(QRectF(area.right() + 1 - deep, inner.top(), deep, inner.height()), far, middle, thick, 1);
    }

    /// What of the shadows can be seen.
    [[nodiscard]] static QRegion framesOf(const QVector<QRect>& areas) {
        QRegion frames;
        for (const QRect& area : areas)
            frames += QRegion(area).subtracted(area.adjusted(corner(), corner(), -corner(), -corner()));
        return frames;
    }

    [[nodiscard]] QVector<QRect> shadows() const {
        QVector<QRect> areas;
        addShadows(*this, QPoint(0, 0), areas);
        return areas;
    }

    /// What lies in a card or cannot be seen throws none: most of a page is not looked at.
    static void addShadows(const QWidget& parent, const QPoint& origin, QVector<QRect>& areas) {
        for (QObject* child : parent.children()) {
            const auto* part = qobject_cast<const QWidget*>(child);
            if (!part || !part->isVisible()) continue;
            const QRect area = part->geometry().translated(origin);
            if (qobject_cast<const Card*>(part))
                areas << area.adjusted(-kSpread, -kSpread, kSpread, kSpread + 1);
            else
                addShadows(*part, area.topLeft(), areas);
        }
    }

    QImage m_shadow;
    QVector<QRect> m_painted; ///< where shadows were at the last repaint
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
    m_scroll->setWidget(m_content);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_content->setAutoFillBackground(false);
    outer->addWidget(m_scroll);
    auto* watch = new SeenWatch(this);
    connect(watch, &SeenWatch::seenChanged, this, [this](bool seen) {
        if (!seen) return;
        refreshNow();
        makeMissed();
    });
    keepMeasured(this, [this] { measure(); });
}

QVBoxLayout* Page::body() {
    if (!m_body) {
        m_body = new QVBoxLayout(m_content);
        m_body->setContentsMargins(0, 0, 0, 0);
        measure();
    }
    return m_body;
}

PageHeader* Page::header() {
    if (!m_header) {
        m_header = new PageHeader(m_title, m_content);
        body()->insertWidget(0, m_header);
        connect(m_header, &PageHeader::tabChanged, this, &Page::tabChanged);
    }
    return m_header;
}

int Page::tab() const {
    return m_header && m_header->tabs() ? m_header->tabs()->currentIndex() : -1;
}

void Page::setTab(int tab) {
    if (m_header && m_header->tabs()) m_header->tabs()->setCurrentIndex(tab);
}

bool Page::prepareSome() {
    const auto missing = std::ranges::find_if(m_late, [](const LatePart* part) { return !part->isMade(); });
    if (missing != m_late.end()) {
        (*missing)->make();
        return true;
    }
    if (m_filled) return false;
    m_filled = true;
    refresh(); // and once more when it is seen
    return true;
}

/// Somebody looks: what belongs to the first look does not wait for a quiet moment, and the rest of it comes
/// a turn later.
void Page::makeMissed() {
    const auto missed = std::ranges::find_if(m_late, [](const LatePart* part) { return part->isMissed(); });
    if (m_making || missed == m_late.end() || !isSeen(*this)) return;
    (*missed)->make();
    m_making = true;
    QTimer::singleShot(0, this, [this] {
        m_making = false;
        makeMissed();
    });
}

void Page::scrollTo(QWidget* part) {
    const auto scroll = [this, part = QPointer(part)] {
        if (part) m_scroll->ensureWidgetVisible(part, px(24), px(40));
    };
    QTimer::singleShot(0, this, scroll);
}

void Page::setWidest(int width) {
    m_widest = width;
    measure();
}

void Page::markStale() {
    m_stale = true;
    if (!isSeen(*this) || m_scheduled) return;
    m_scheduled = true;
    QTimer::singleShot(kGatherMs, this, &Page::refreshNow);
}

void Page::refreshNow() {
    m_scheduled = false;
    if (!m_stale || !isSeen(*this)) return;
    m_stale = false;
    m_filled = true;
    refresh();
}

void Page::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refreshNow();
    makeMissed();
}

/// The margins follow from the width of the page, which knows nothing of its contents.
void Page::measure() {
    const int side = std::max(px(kPageSide), (width() - px(m_widest)) / 2);
    m_content->setContentsMargins(side, px(kTop), side, px(kTop));
    if (m_body && m_body->spacing() != px(16)) m_body->setSpacing(px(16));
}

void Page::resizeEvent(QResizeEvent* event) {
    measure();
    QWidget::resizeEvent(event);
}

} // namespace gui

#include "moc_Page.cpp"
