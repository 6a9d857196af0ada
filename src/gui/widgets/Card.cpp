#include "gui/widgets/Card.h"

#include "gui/theme/AccessibleRole.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace gui {

namespace {

constexpr int kPadX = 18;
constexpr int kPadY = 16;
constexpr int kSlimPadY = 8;
constexpr int kTitleMiddle = 26; // below the upper edge: titles of neighbours stand on one line
constexpr int kBelowHeader = 46;
constexpr int kCardRadius = 12;

} // namespace

Card::Card(const QString& title, QWidget* parent) : QWidget(parent) {
    m_header = new QWidget(this);
    m_headerRow = new QHBoxLayout(m_header);
    m_headerRow->setContentsMargins(0, 0, 0, 0);
    m_title = makeLabel(QString(), "cardTitle", m_header);
    m_title->hide();
    m_headerRow->addWidget(m_title);
    m_headerRow->addStretch(1);
    setProperty("ringRadius", kCardRadius);
    setTitle(title);
    keepMeasured(this, [this] { measure(); });
}

QString Card::title() const {
    return m_title->text();
}

void Card::setTitle(const QString& title) {
    if (title == m_title->text()) return;
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
    measure();
}

void Card::setMutedTitle(bool muted) {
    setStyleProperty(m_title, "role", muted ? QStringLiteral("cardTitleMuted") : QStringLiteral("cardTitle"));
}

void Card::addHeaderWidget(QWidget* widget) {
    m_headerRow->addWidget(widget);
    widget->show();
    measure();
}

void Card::addTitleWidget(QWidget* widget) {
    m_headerRow->insertWidget(1 + m_titleWidgets++, widget);
    measure();
}

void Card::setNote(const QString& note) {
    if (!m_note) {
        m_note = new SentenceLabel(m_header);
        m_note->setWordWrap(false); // before the sentence, which looks at it
        m_note->setMinimumWidth(1); // gives way before the title does
        m_headerRow->insertWidget(2 + m_titleWidgets, m_note);
    }
    if (note == m_note->sentence()) return;
    m_note->setSentence(note);
    measure();
}

Button* Card::setLink(const QString& text) {
    if (!m_link) {
        m_link = new Button(QString(), Button::Kind::Link, m_header);
        addHeaderWidget(m_link);
        connect(m_link, &Button::clicked, this, &Card::linkActivated);
    }
    m_link->setText(text);
    measure();
    return m_link;
}

void Card::setBleed(bool bleed) {
    m_bleed = bleed;
    measure();
}

void Card::setSlim(bool slim) {
    m_slim = slim;
    measure();
}

void Card::setEmphasis(Emphasis emphasis) {
    m_emphasis = emphasis;
    update();
}

void Card::setClickable(bool clickable) {
    m_clickable = clickable;
    if (clickable) setAccessibleRole(this, QAccessible::Button);
    setFocusPolicy(clickable ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_Hover, clickable);
    setCursor(clickable ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

QVBoxLayout* Card::body() {
    if (!m_body) {
        m_body = new QVBoxLayout(this);
        m_body->setContentsMargins(0, 0, 0, 0);
        m_body->setSpacing(px(8));
    }
    return m_body;
}

QSize Card::minimumSizeHint() const {
    QSize least = QWidget::minimumSizeHint();
    if (hasHeader())
        least.setWidth(std::max(least.width(), m_headerRow->minimumSize().width() + 2 * px(kPadX)));
    return least;
}

bool Card::hasHeader() const {
    for (int i = 0; i < m_headerRow->count(); ++i) {
        const QWidget* widget = m_headerRow->itemAt(i)->widget();
        if (widget && !widget->isHidden()) return true;
    }
    return false;
}

void Card::measure() {
    const bool header = hasHeader();
    const int pad = px(m_slim ? kSlimPadY : kPadY);
    const int side = m_bleed ? 1 : px(kPadX);
    const int top = header ? px(kBelowHeader) : pad;
    if (m_headerRow->spacing() != px(8)) m_headerRow->setSpacing(px(8));
    m_header->setVisible(header);
    setContentsMargins(side, top, side, m_bleed ? 1 : pad);
    placeHeader();
}

/// Around the line of the title, as high as its tallest control: those reach up into the padding.
void Card::placeHeader() {
    const int height = m_headerRow->sizeHint().height();
    m_header->setGeometry(px(kPadX), px(kTitleMiddle) - height / 2, width() - 2 * px(kPadX), height);
}

void Card::resizeEvent(QResizeEvent*) {
    placeHeader();
}

void Card::mouseReleaseEvent(QMouseEvent* event) {
    if (m_clickable && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit clicked();
    else
        QWidget::mouseReleaseEvent(event);
}

void Card::keyPressEvent(QKeyEvent* event) {
    const bool press =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (m_clickable && press)
        emit clicked();
    else
        QWidget::keyPressEvent(event);
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QColor border = color(Token::Line);
    int width = 1;
    if (m_emphasis != Emphasis::None) {
        const Token token = m_emphasis == Emphasis::Accent ? Token::Accent
                            : m_emphasis == Emphasis::Own  ? Token::Own
                                                           : Token::Bad;
        border = color(token);
        width = 2;
    } else if (m_clickable && underMouse()) {
        border = color(Token::Text3);
    }
    paintRoundBox(painter, rect(), px(kCardRadius),
                  color(m_clickable && underMouse() ? Token::Hover : Token::Surface), border, width);
}

} // namespace gui

#include "moc_Card.cpp"
