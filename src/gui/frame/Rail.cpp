#include "gui/frame/Rail.h"

#include "gui/theme/AccessibleRole.h"
#include "gui/theme/Icons.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace gui {

class RailButton : public QAbstractButton {
public:
    RailButton(QString iconName, const QString& word, int digit, QWidget* parent)
        : QAbstractButton(parent), m_iconName(std::move(iconName)), m_digit(QString::number(digit)) {
        setText(word);
        setAccessibleName(word);
        setAccessibleRole(this, QAccessible::PageTab);
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        setToolTip(Rail::tr("%1 (Ctrl+%2)").arg(word, m_digit));
    }
    bool narrow = false;
    bool marked = false;

    [[nodiscard]] QSize sizeHint() const override { return {px(narrow ? 40 : 176), px(38)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            const QColor fill = color(isChecked() ? Token::AccentSoft : Token::Hover);
            paintRoundBox(painter, rect(), px(8), fill, fill);
        }
        const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
        const QColor ink = color(isChecked() ? Token::Accent : underMouse() ? Token::Text : Token::Text2);
        const int side = px(18);
        const int start = narrow ? (width() - side) / 2 : rightToLeft ? width() - px(12) - side : px(12);
        const QRectF place(start, (height() - side) / 2.0, side, side);
        paintIcon(painter, m_iconName, place, ink);
        if (marked) {
            painter.setPen(QPen(color(Token::Surface), 2));
            painter.setBrush(color(Token::Work));
            painter.drawEllipse(place.topRight(), px(4), px(4));
        }
        if (narrow) return;
        QFont words = roleFont(TextRole::Body);
        words.setWeight(isChecked() ? QFont::DemiBold : QFont::Medium);
        painter.setFont(words);
        painter.setPen(ink);
        const QRect room =
            rect().adjusted(rightToLeft ? px(30) : px(41), 0, rightToLeft ? -px(41) : -px(30), 0);
        drawWords(painter, room, Qt::AlignVCenter | (rightToLeft ? Qt::AlignRight : Qt::AlignLeft), false,
                  text());
        painter.setFont(roleFont(TextRole::Small));
        painter.setPen(color(Token::Text3));
        drawWords(painter, rect().adjusted(px(12), 0, -px(12), 0),
                  Qt::AlignVCenter | (rightToLeft ? Qt::AlignLeft : Qt::AlignRight), false, m_digit);
    }

private:
    QString m_iconName;
    QString m_digit;
};

Rail::Rail(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Pages"));
    setAccessibleRole(this, QAccessible::PageTabList);
    m_column = new QVBoxLayout(this);
    m_column->setSpacing(2);
    m_column->addStretch(1);
    keepMeasured(this, [this] { measure(); });
}

int Rail::addEntry(const QString& iconName, const QString& word, bool last) {
    const int entry = count();
    auto* button = new RailButton(iconName, word, entry + 1, this);
    m_buttons.append(button);
    // Before the stretch; the last ones behind it.
    m_column->insertWidget(last ? m_column->count() : entry, button);
    connect(button, &QAbstractButton::clicked, this, [this, entry] {
        setCurrent(entry);
        emit entryChosen(entry);
    });
    measure();
    return entry;
}

void Rail::setCurrent(int entry) {
    m_current = entry;
    for (int i = 0; i < count(); ++i)
        m_buttons[i]->setChecked(i == entry);
}

void Rail::setNarrow(bool narrow) {
    if (narrow == m_narrow) return;
    m_narrow = narrow;
    measure();
}

void Rail::setMarked(int entry, bool marked) {
    m_buttons[entry]->marked = marked;
    m_buttons[entry]->setAccessibleDescription(marked ? tr("Something there wants to be seen.") : QString());
    m_buttons[entry]->update();
}

void Rail::measure() {
    m_column->setContentsMargins(px(10), px(12), px(10) + 1, px(12));
    setFixedWidth(px(m_narrow ? 61 : 196));
    for (RailButton* button : m_buttons) {
        button->narrow = m_narrow;
        button->setMinimumHeight(px(24)); // a low window leaves less room
        button->setMaximumHeight(px(38));
        button->update();
    }
}

void Rail::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    const int x = layoutDirection() == Qt::RightToLeft ? 0 : width() - 1;
    painter.fillRect(QRect(x, 0, 1, height()), color(Token::Line));
}

void Rail::keyPressEvent(QKeyEvent* event) {
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    for (int i = 0; step != 0 && i < count(); ++i) {
        if (!m_buttons[i]->hasFocus()) continue;
        m_buttons[(i + step + count()) % count()]->setFocus(Qt::TabFocusReason);
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace gui

#include "moc_Rail.cpp"
