#include "gui/widgets/Tag.h"

#include "gui/theme/ButtonPaint.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"

#include <QPainter>

namespace gui {

TagColors tagColors(TagKind kind) {
    switch (kind) {
    case TagKind::Neutral:
        return {Token::Text2, Token::Sunken};
    case TagKind::Accent:
        return {Token::Accent, Token::AccentSoft};
    case TagKind::Work:
        return {Token::Work, Token::WorkSoft};
    case TagKind::Own:
        return {Token::Own, Token::OwnSoft};
    case TagKind::Good:
        return {Token::Good, Token::GoodSoft};
    case TagKind::Bad:
        return {Token::Bad, Token::BadSoft};
    }
    return {Token::Text2, Token::Sunken};
}

QSizeF tagSize(const QString& text) {
    return {wordsWidth(roleFont(TextRole::SmallBold), text) + px(16), static_cast<double>(px(20))};
}

void paintTag(QPainter& painter, const QRectF& area, const QString& text, TagKind kind) {
    const TagColors colors = tagColors(kind);
    painter.save();
    // In high contrast the pill needs its outline: there the soft colours are close to the ground.
    const QRect pill = area.toRect();
    paintRoundBox(painter, pill, pill.height() / 2 - 1, color(colors.background),
                  color(theme().kind() == ThemeKind::HighContrast ? colors.text : colors.background));
    const QFont textFont = roleFont(TextRole::SmallBold);
    const QFontMetricsF metrics(textFont);
    painter.setFont(textFont);
    painter.setPen(color(colors.text));
    const QString shown = fittingWords(textFont, text, area.width() - px(12));
    const double x = area.left() + (area.width() - wordsWidth(textFont, shown)) / 2;
    drawWords(painter, QPointF(x, area.center().y() + metrics.capHeight() / 2), shown);
    painter.restore();
}

Tag::Tag(const QString& text, TagKind kind, QWidget* parent) : QWidget(parent), m_kind(kind) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Tag::setText(const QString& text) {
    if (text == m_text) return;
    const QSize before = sizeHint();
    m_text = text;
    setAccessibleName(text);
    if (sizeHint() != before) updateGeometry();
    update();
}

void Tag::setKind(TagKind kind) {
    if (kind == m_kind) return;
    m_kind = kind;
    update();
}

QSize Tag::sizeHint() const {
    const QSizeF size = tagSize(m_text);
    return {static_cast<int>(size.width()) + 1, static_cast<int>(size.height())};
}

void Tag::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!m_text.isEmpty()) paintTag(painter, rect(), m_text, m_kind);
}

KeyHint::KeyHint(const QString& keys, QWidget* parent) : QWidget(parent), m_keys(keys) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleName(keys);
}

QSize KeyHint::sizeHint() const {
    const QSizeF size = keyHintSize(m_keys);
    return {static_cast<int>(size.width()) + 1, static_cast<int>(size.height())};
}

void KeyHint::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintKeyHint(painter, rect(), m_keys);
}

} // namespace gui

#include "moc_Tag.cpp"
