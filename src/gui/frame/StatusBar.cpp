#include "gui/frame/StatusBar.h"

#include "gui/theme/Theme.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>

namespace gui {

class StatusItem : public QAbstractButton {
public:
    explicit StatusItem(QWidget* parent) : QAbstractButton(parent) {
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
        setVisible(!whole.isEmpty());
        if (sizeHint() != before) updateGeometry();
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

    QString m_strong;
    QString m_rest;
    Token m_token = Token::Text2;
    bool m_dot = false;
};

StatusBar::StatusBar(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("State of the node"));
    m_row = new QHBoxLayout(this);
    for (const Item item : {Item::Sync, Item::Mempool, Item::LastBlock, Item::Api, Item::Unit}) {
        if (item == Item::Api) m_row->addStretch(1);
        auto* button = new StatusItem(this);
        m_items.append(button);
        m_row->addWidget(button, 0, Qt::AlignVCenter);
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
    setFixedHeight(px(30));
    m_row->setContentsMargins(px(18), 1, px(18), 0);
    m_row->setSpacing(px(22));
}

void StatusBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    painter.fillRect(QRect(0, 0, width(), 1), color(Token::Line));
}

} // namespace gui
