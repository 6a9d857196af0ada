#include "gui/widgets/SentenceLabel.h"

#include "gui/theme/Theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gui {

namespace {

constexpr int kAnyHeight = 100'000;
constexpr int kPreferredCharacters = 60; // a line that is easily read

} // namespace

SentenceLabel::SentenceLabel(const QString& sentence, QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setFocusPolicy(Qt::NoFocus);
    m_layout.setCacheEnabled(true);
    setSentence(sentence);
}

void SentenceLabel::setSentence(const QString& sentence) {
    if (sentence == m_marked && !sentence.isEmpty()) return;
    m_marked = sentence;
    m_sentence = readSentence(sentence);
    const bool hasLink = !m_sentence.link.isEmpty();
    setFocusPolicy(hasLink ? Qt::StrongFocus : Qt::NoFocus);
    setMouseTracking(hasLink);
    forget();
    setText(m_sentence.text);
    update();
}

void SentenceLabel::setStrong(bool strong) {
    m_strong = strong;
    forget();
    update();
}

void SentenceLabel::forget() {
    m_extents.clear();
    m_isWhole = false;
    m_laidOutFor = -1;
    m_leastWidth = -1;
}

int SentenceLabel::lineHeight() const {
    return qRound(QFontMetricsF(font()).height() * (wordWrap() ? 1.25 : 1.0));
}

/// Room between lines falls below each line: this brings the text back to the middle.
int SentenceLabel::lift() const {
    return wordWrap() ? px(3) : 0;
}

QList<QTextLayout::FormatRange> SentenceLabel::formats() const {
    QList<QTextLayout::FormatRange> out;
    for (const Sentence::Mark& mark : m_sentence.marks) {
        QTextLayout::FormatRange range{mark.start, mark.length, {}};
        range.format.setForeground(color(isEnabled() ? mark.token.value_or(Token::Accent) : Token::Text3));
        if (!mark.token)
            range.format.setFontUnderline(true);
        else if (mark.token != Token::Text3)
            range.format.setFontWeight(QFont::DemiBold);
        out << range;
    }
    return out;
}

void SentenceLabel::setUp(const QString& text) const {
    m_layout.setText(text);
    m_layout.setFont(font());
    m_layout.setFormats(formats());
    QTextOption option(QStyle::visualAlignment(layoutDirection(), alignment() & Qt::AlignHorizontal_Mask));
    option.setTextDirection(layoutDirection());
    option.setWrapMode(wordWrap() ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::ManualWrap);
    m_layout.setTextOption(option);
    m_laidOutFor = -1;
}

/// Breaks what is set up into lines. Letters are shaped once: every further width costs little.
SentenceLabel::Extent SentenceLabel::layOut(int width) const {
    const int step = lineHeight();
    int lines = 0;
    double widest = 0;
    m_layout.beginLayout();
    for (QTextLine line = m_layout.createLine(); line.isValid(); line = m_layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, lines * step));
        widest = std::max(widest, line.naturalTextWidth());
        ++lines;
    }
    m_layout.endLayout();
    m_laidOutFor = width;
    return {static_cast<int>(std::ceil(widest)) + 1, std::max(1, lines) * step + lift()};
}

SentenceLabel::Extent SentenceLabel::extentFor(int width) const {
    if (!wordWrap()) width = kAnyHeight; // one line, however wide
    if (const auto known = m_extents.constFind(width); known != m_extents.constEnd()) return *known;
    // Where the text is short enough for one line, its width changes nothing.
    if (const auto whole = m_extents.constFind(kAnyHeight);
        whole != m_extents.constEnd() && whole->width <= width)
        return *whole;
    if (!std::exchange(m_isWhole, true)) setUp(m_sentence.text);
    return *m_extents.insert(width, layOut(width));
}

void SentenceLabel::prepare() const {
    if (m_laidOutFor == width()) return;
    if (!isShortened()) {
        if (!std::exchange(m_isWhole, true)) setUp(m_sentence.text);
        m_extents.insert(width(), layOut(width()));
        return;
    }
    // Marks are a little wider than plain text: letters go until it fits.
    const QFontMetricsF metrics(font());
    QString text = m_sentence.text;
    m_isWhole = false;
    for (int room = width(); room > 0 && text.size() > 1; room -= px(4)) {
        text = metrics.elidedText(m_sentence.text, Qt::ElideRight, room);
        setUp(text);
        if (layOut(kAnyHeight).width <= width()) break;
    }
    (void)layOut(width());
}

bool SentenceLabel::isShortened() const {
    return !wordWrap() && extentFor(kAnyHeight).width > width() + 1;
}

bool SentenceLabel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || !toolTip().isEmpty() || !isShortened())
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), m_sentence.text, this);
    return true;
}

QSize SentenceLabel::sizeHint() const {
    ensurePolished();
    const Extent whole = extentFor(kAnyHeight);
    if (!wordWrap()) return {whole.width, whole.height};
    const int most = qRound(QFontMetricsF(font()).averageCharWidth() * kPreferredCharacters);
    const int width = std::min(whole.width, most);
    return {width, extentFor(width).height};
}

QSize SentenceLabel::minimumSizeHint() const {
    ensurePolished();
    if (!wordWrap()) return sizeHint();
    if (m_leastWidth < 0) {
        const QFontMetricsF metrics(font());
        for (const QString& word : m_sentence.text.split(QLatin1Char(' ')))
            m_leastWidth = std::max(m_leastWidth, metrics.horizontalAdvance(word));
    }
    return {std::min(static_cast<int>(m_leastWidth * 1.1) + 1, px(160)), lineHeight() + lift()};
}

int SentenceLabel::heightForWidth(int width) const {
    ensurePolished();
    return wordWrap() ? extentFor(width).height : -1;
}

QPointF SentenceLabel::textCorner() const {
    const int left = height() - extentFor(width()).height;
    const int above = alignment() & Qt::AlignTop ? 0 : alignment() & Qt::AlignBottom ? left : left / 2;
    return QPointF(0, std::max(0, above) + lift());
}

void SentenceLabel::paintEvent(QPaintEvent*) {
    prepare();
    QPainter painter(this);
    painter.setPen(color(!isEnabled() ? Token::Text3 : m_strong ? Token::Text : Token::Text2));
    m_layout.draw(&painter, textCorner());
}

void SentenceLabel::changeEvent(QEvent* event) {
    switch (event->type()) {
    case QEvent::StyleChange:
    case QEvent::FontChange:
    case QEvent::EnabledChange:
    case QEvent::LayoutDirectionChange:
        forget();
        updateGeometry();
        break;
    default:
        break;
    }
    QLabel::changeEvent(event);
}

bool SentenceLabel::isOnLink(const QPointF& at) const {
    if (m_sentence.link.isEmpty()) return false;
    prepare();
    const QPointF inner = at - textCorner();
    for (int i = 0; i < m_layout.lineCount(); ++i) {
        const QTextLine line = m_layout.lineAt(i);
        if (!line.naturalTextRect().contains(inner)) continue;
        const int letter = line.xToCursor(inner.x(), QTextLine::CursorOnCharacter);
        return std::ranges::any_of(m_sentence.marks, [&](const Sentence::Mark& mark) {
            return !mark.token && letter >= mark.start && letter < mark.start + mark.length;
        });
    }
    return false;
}

void SentenceLabel::mousePressEvent(QMouseEvent* event) {
    event->setAccepted(isOnLink(event->position()));
}

void SentenceLabel::mouseMoveEvent(QMouseEvent* event) {
    setCursor(isOnLink(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QLabel::mouseMoveEvent(event);
}

void SentenceLabel::mouseReleaseEvent(QMouseEvent* event) {
    event->setAccepted(isOnLink(event->position()));
    if (event->isAccepted() && event->button() == Qt::LeftButton) emit linkActivated(m_sentence.link);
}

void SentenceLabel::keyPressEvent(QKeyEvent* event) {
    const bool press =
        event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (press && !m_sentence.link.isEmpty())
        emit linkActivated(m_sentence.link);
    else
        QLabel::keyPressEvent(event);
}

} // namespace gui

#include "moc_SentenceLabel.cpp"
