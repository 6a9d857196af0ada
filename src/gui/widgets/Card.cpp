#include "gui/widgets/Card.h"

#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace gui {

namespace {

constexpr int kPadX = 18;
constexpr int kPadY = 16;
constexpr int kSlimPadY = 8;
constexpr int kHeaderGap = 10;
constexpr int kTitleHeight = 20;
constexpr int kRadius = 12;

} // namespace

Card::Card(const QString& title, QWidget* parent) : QWidget(parent) {
    m_header = new QWidget(this);
    m_headerRow = new QHBoxLayout(m_header);
    m_headerRow->setContentsMargins(0, 0, 0, 0);
    m_title = makeLabel(title, "cardTitle", m_header);
    m_headerRow->addWidget(m_title);
    m_headerRow->addStretch(1);
    setProperty("ringRadius", kRadius);
    setTitle(title);
}

QString Card::title() const {
    return m_title->text();
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    setAccessibleName(title);
    arrange();
}

void Card::setMutedTitle(bool muted) {
    setStyleProperty(m_title, "role", muted ? QStringLiteral("cardTitleMuted") : QStringLiteral("cardTitle"));
}

void Card::addHeaderWidget(QWidget* widget) {
    m_headerRow->addWidget(widget);
    widget->show();
    arrange();
}

void Card::addTitleWidget(QWidget* widget) {
    m_headerRow->insertWidget(1 + m_titleWidgets++, widget);
    arrange();
}

void Card::setNote(const QString& note) {
    if (!m_note) {
        m_note = new SentenceLabel(m_header);
        m_note->setWordWrap(false); // before the sentence, which looks at it
        m_note->setMinimumWidth(1); // gives way before the title does
        m_headerRow->insertWidget(2 + m_titleWidgets, m_note);
    }
    m_note->setSentence(note);
    arrange();
}

Button* Card::setLink(const QString& text) {
    if (!m_link) {
        m_link = new Button(QString(), Button::Kind::Link, m_header);
        addHeaderWidget(m_link);
        connect(m_link, &Button::clicked, this, &Card::linkActivated);
    }
    m_link->setText(text);
    arrange();
    return m_link;
}

void Card::setBleed(bool bleed) {
    m_bleed = bleed;
    arrange();
}

void Card::setSlim(bool slim) {
    m_slim = slim;
    arrange();
}

void Card::setEmphasis(Emphasis emphasis) {
    m_emphasis = emphasis;
    update();
}

void Card::setClickable(bool clickable) {
    m_clickable = clickable;
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
    if (headerHeight() > 0)
        least.setWidth(std::max(least.width(), m_headerRow->minimumSize().width() + 2 * px(kPadX)));
    return least;
}

int Card::headerHeight() const {
    bool empty = m_title->text().isEmpty();
    for (int i = 1; empty && i < m_headerRow->count(); ++i) {
        const QWidget* widget = m_headerRow->itemAt(i)->widget();
        if (widget && !widget->isHidden()) empty = false;
    }
    return empty ? 0 : std::max(m_headerRow->sizeHint().height(), px(kTitleHeight));
}

void Card::arrange() {
    if (m_arranging) return;
    m_arranging = true;
    m_headerRow->setSpacing(px(8));
    const int header = headerHeight();
    m_header->setVisible(header > 0);
    const int lower = (header + px(kTitleHeight) + 1) / 2; // of the header, below the top of the title
    const int pad = px(m_slim ? kSlimPadY : kPadY);
    const int top = pad + (header > 0 ? lower + px(kHeaderGap) : 0);
    const int side = m_bleed ? 1 : px(kPadX);
    setContentsMargins(side, top, side, m_bleed ? 1 : pad);
    placeHeader();
    m_arranging = false;
}

void Card::placeHeader() {
    const int header = headerHeight();
    // Titles of neighbours stand on one line, whatever stands beside them: tall controls reach up into the
    // padding.
    const int y = px(kPadY) - (header - px(kTitleHeight)) / 2;
    m_header->setGeometry(px(kPadX), y, width() - 2 * px(kPadX), header);
}

void Card::resizeEvent(QResizeEvent*) {
    placeHeader();
}

bool Card::event(QEvent* event) {
    if (event->type() == QEvent::LayoutRequest) arrange();
    return QWidget::event(event);
}

void Card::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) arrange();
    QWidget::changeEvent(event);
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
    paintRoundBox(painter, rect(), px(kRadius),
                  color(m_clickable && underMouse() ? Token::Hover : Token::Surface), border, width);
}

} // namespace gui
