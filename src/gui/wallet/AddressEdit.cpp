#include "gui/wallet/AddressEdit.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionFrame>

namespace gui {

namespace {

constexpr int kSideMargin = 2; // as QLineEdit keeps around its text
constexpr qsizetype kLongestTip = 200;

bool isOnlyAModifier(int key) {
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta ||
           key == Qt::Key_AltGr;
}

} // namespace

AddressEdit::AddressEdit(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::textEdited, this, &AddressEdit::take);
    connect(this, &QLineEdit::textChanged, this, [this] {
        m_length = text().size();
        const bool plain = text().size() <= kLongestTip && !text().contains(QLatin1Char('<'));
        setToolTip(plain ? text() : QString());
        update();
    });
    connect(this, &QLineEdit::editingFinished, this, [this] {
        if (isModified()) emit arrived(text());
        setModified(false);
    });
}

/// More than one letter at a time is a paste, a drop, or a word of an input method.
void AddressEdit::take(const QString& text) {
    const bool atOnce = text.size() > m_length + 1;
    m_length = text.size();
    if (!atOnce) return;
    setModified(false);
    emit arrived(text);
}

void AddressEdit::settle() {
    m_working = false;
    update();
}

QRect AddressEdit::textArea() const {
    QStyleOptionFrame frame;
    initStyleOption(&frame);
    const QMargins margins = textMargins();
    return style()
        ->subElementRect(QStyle::SE_LineEditContents, &frame, this)
        .adjusted(margins.left() + kSideMargin, margins.top(), -margins.right() - kSideMargin,
                  -margins.bottom());
}

QString AddressEdit::shownText() const {
    if (m_working && hasFocus()) return text();
    return fontMetrics().elidedText(text(), Qt::ElideMiddle, textArea().width());
}

void AddressEdit::paintEvent(QPaintEvent* event) {
    const QString shown = shownText();
    if (shown == text()) return QLineEdit::paintEvent(event);
    QStyleOptionFrame frame;
    initStyleOption(&frame);
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &frame, &painter, this);
    const QRect area = textArea();
    const auto group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    if (hasSelectedText()) {
        const int height = fontMetrics().height();
        painter.fillRect(QRect(area.left(), area.center().y() - height / 2, area.width(), height),
                         palette().color(group, QPalette::Highlight));
    }
    painter.setPen(palette().color(group, hasSelectedText() ? QPalette::HighlightedText : QPalette::Text));
    painter.drawText(area, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), shown);
}

void AddressEdit::keyPressEvent(QKeyEvent* event) {
    const bool copies = event->matches(QKeySequence::Copy) || event->matches(QKeySequence::SelectAll);
    if (!copies && !isOnlyAModifier(event->key())) m_working = true;
    update();
    QLineEdit::keyPressEvent(event);
}

void AddressEdit::mousePressEvent(QMouseEvent* event) {
    m_working = true;
    update();
    QLineEdit::mousePressEvent(event);
}

void AddressEdit::inputMethodEvent(QInputMethodEvent* event) {
    m_working = true;
    QLineEdit::inputMethodEvent(event);
}

void AddressEdit::focusOutEvent(QFocusEvent* event) {
    m_working = false;
    update();
    QLineEdit::focusOutEvent(event);
}

} // namespace gui

#include "moc_AddressEdit.cpp"
