#include "gui/frame/StatusBar.h"

#include "gui/theme/Theme.h"

#include <QAbstractButton>
#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>
#include <functional>
#include <utility>

namespace gui {

namespace {

constexpr int kBarHigh = 30;
constexpr int kBarSide = 18;
constexpr int kBarGap = 22;

} // namespace

class StatusItem : public QAbstractButton {
public:
    /// `needsRoom` is called when it needs more or less than before.
    StatusItem(QWidget* parent, std::function<void()> needsRoom)
        : QAbstractButton(parent), m_needsRoom(std::move(needsRoom)) {
        setFocusPolicy(Qt::TabFocus);
        setSizePolicy(QSizePolicy::Preferred,
                      QSizePolicy::Fixed); // words give way before the window has to grow
        setAttribute(Qt::WA_Hover);
        setCursor(Qt::PointingHandCursor);
        setProperty("ringRadius", 5);
        hide();
    }
    void setParts(const QString& strong, const QString& rest, Token token, bool dot) {
        if (m_strong == strong && m_rest == rest && m_token == token && m_dot == dot) return;
        const QSize before = sizeHint();
        m_strong = strong;
        m_rest = rest;
        m_token = token;
        m_dot = dot;
        const QString whole = (strong + QLatin1Char(' ') + rest).trimmed();
        setText(whole);
        setAccessibleName(whole);
        if (sizeHint() != before) m_needsRoom();
        update();
    }

    [[nodiscard]] QSize sizeHint() const override {
        double width = m_dot ? px(15) : 0;
        if (!m_strong.isEmpty()) width += wordsWidth(strongFont(), m_strong) + px(4);
        width += wordsWidth(restFont(), m_rest);
        return {static_cast<int>(width) + 2, px(22)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return {px(20), px(22)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        double x = 0;
        if (m_dot) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(color(m_token));
            painter.drawEllipse(QRectF(0, (height() - px(9)) / 2.0, px(9), px(9)));
            x = px(15);
        }
        const QFontMetricsF metrics(restFont());
        const double baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
        if (!m_strong.isEmpty()) {
            painter.setFont(strongFont());
            painter.setPen(color(m_token));
            drawWords(painter, QPointF(x, baseline), m_strong);
            x += wordsWidth(strongFont(), m_strong) + px(4);
        }
        painter.setFont(restFont());
        painter.setPen(color(underMouse() ? Token::Text : Token::Text2));
        drawWords(painter, QPointF(x, baseline), fittingWords(restFont(), m_rest, width() - x));
    }

private:
    [[nodiscard]] static QFont restFont() {
        QFont result = roleFont(TextRole::TableHead);
        result.setWeight(QFont::Normal);
        return result;
    }
    [[nodiscard]] static QFont strongFont() {
        QFont result = restFont();
        result.setWeight(QFont::DemiBold);
        return result;
    }

    std::function<void()> m_needsRoom;
    QString m_strong;
    QString m_rest;
    Token m_token = Token::Text2;
    bool m_dot = false;
};

StatusBar::StatusBar(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("State of the node"));
    for (const Item item : {Item::Sync, Item::Mempool, Item::LastBlock, Item::Api, Item::Unit}) {
        auto* button = new StatusItem(this, [this] { place(); });
        m_items.append(button);
        connect(button, &QAbstractButton::clicked, this, [this, item] { emit itemClicked(item); });
    }
    keepMeasured(this, [this] { measure(); });
}

void StatusBar::setSync(State state, const QString& words, const QString& rest) {
    const Token token = state == State::Good   ? Token::Good
                        : state == State::Busy ? Token::Work
                        : state == State::Bad  ? Token::Bad
                                               : Token::Text2;
    m_items[static_cast<int>(Item::Sync)]->setParts(words, rest, token, true);
}

void StatusBar::setItem(Item item, const QString& text, const QString& tip) {
    StatusItem* button = m_items[static_cast<int>(item)];
    button->setParts(QString(), text, Token::Text2, false);
    button->setToolTip(tip);
}

QString StatusBar::itemText(Item item) const {
    return m_items[static_cast<int>(item)]->text();
}

void StatusBar::measure() {
    setFixedHeight(px(kBarHigh));
    place();
}

/// Where there is not room for all, the last go: what they say stands on its page, too. The state of the node
/// stays, shortened if need be.
int StatusBar::shownIn(int room) const {
    int count = 0;
    int used = -px(kBarGap);
    for (const StatusItem* item : m_items) {
        if (!item->text().isEmpty()) used += px(kBarGap) + item->sizeHint().width();
        if (used > room && count > 0) break;
        ++count;
    }
    return count;
}

void StatusBar::place() {
    const QRect inner = rect().adjusted(px(kBarSide), 1, -px(kBarSide), 0);
    const int shown = shownIn(inner.width());
    int left = inner.left();
    int right = inner.right() + 1;
    const auto put = [&](StatusItem* item, int x, int wide) {
        const int high = item->sizeHint().height();
        const QRect area(x, inner.top() + (inner.height() - high) / 2, wide, high);
        item->setGeometry(QStyle::visualRect(layoutDirection(), rect(), area));
    };
    for (int i = 0; i < m_items.size(); ++i) {
        StatusItem* const item = m_items[i];
        const bool seen = i < shown && !item->text().isEmpty();
        item->setVisible(seen);
        if (!seen || i >= static_cast<int>(Item::Api)) continue;
        const int wide = std::min(item->sizeHint().width(), inner.width());
        put(item, left, wide);
        left += wide + px(kBarGap);
    }
    for (int i = shown - 1; i >= static_cast<int>(Item::Api); --i) {
        if (m_items[i]->text().isEmpty()) continue;
        const int wide = m_items[i]->sizeHint().width();
        right -= wide;
        put(m_items[i], right, wide);
        right -= px(kBarGap);
    }
}

void StatusBar::resizeEvent(QResizeEvent*) {
    place();
}

void StatusBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LayoutDirectionChange) place();
    QWidget::changeEvent(event);
}

void StatusBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), color(Token::Line));
}

} // namespace gui

#include "moc_StatusBar.cpp"
