#include "gui/widgets/Tag.h"

#include "gui/theme/Theme.h"

#include <QEvent>
#include <QPainter>

namespace gui {

TagColors tagColors(TagKind kind) {
    switch (kind) {
    case TagKind::Neutral: return {Token::Text2, Token::Sunken};
    case TagKind::Accent: return {Token::Accent, Token::AccentSoft};
    case TagKind::Work: return {Token::Work, Token::WorkSoft};
    case TagKind::Own: return {Token::Own, Token::OwnSoft};
    case TagKind::Good: return {Token::Good, Token::GoodSoft};
    case TagKind::Bad: return {Token::Bad, Token::BadSoft};
    }
    return {Token::Text2, Token::Sunken};
}

QSizeF tagSize(const QString& text) {
    const QFontMetricsF metrics(roleFont(TextRole::SmallBold));
    return {metrics.horizontalAdvance(text) + px(16), static_cast<double>(px(20))};
}

void paintTag(QPainter& painter, const QRectF& area, const QString& text, TagKind kind) {
    const TagColors colors = tagColors(kind);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    // In high contrast the pill needs its outline: there the soft colours are close to the ground.
    painter.setPen(theme().kind() == ThemeKind::HighContrast ? QPen(color(colors.text), 1) : QPen(Qt::NoPen));
    painter.setBrush(color(colors.background));
    const QRectF pill = area.adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const QFont textFont = roleFont(TextRole::SmallBold);
    const QFontMetricsF metrics(textFont);
    painter.setFont(textFont);
    painter.setPen(color(colors.text));
    const QString shown = metrics.elidedText(text, Qt::ElideRight, area.width() - px(12));
    const double x = area.left() + (area.width() - metrics.horizontalAdvance(shown)) / 2;
    painter.drawText(QPointF(x, area.center().y() + metrics.capHeight() / 2), shown);
    painter.restore();
}

Tag::Tag(const QString& text, TagKind kind, QWidget* parent) : QWidget(parent), m_kind(kind) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setText(text);
}

void Tag::setText(const QString& text) {
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void Tag::setKind(TagKind kind) {
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

void Tag::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) updateGeometry();
    QWidget::changeEvent(event);
}

QSizeF keyHintSize(const QString& keys) {
    const QFontMetricsF metrics(roleFont(TextRole::Small));
    return {metrics.horizontalAdvance(keys) + px(14), static_cast<double>(px(20))};
}

void paintKeyHint(QPainter& painter, const QRectF& area, const QString& keys) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Line), 1));
    painter.setBrush(color(Token::Surface));
    painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), px(5), px(5));
    const QFont textFont = roleFont(TextRole::Small);
    const QFontMetricsF metrics(textFont);
    painter.setFont(textFont);
    painter.setPen(color(Token::Text2));
    painter.drawText(QPointF(area.center().x() - metrics.horizontalAdvance(keys) / 2,
                             area.center().y() + metrics.capHeight() / 2),
                     keys);
    painter.restore();
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

void KeyHint::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) updateGeometry();
    QWidget::changeEvent(event);
}

} // namespace gui
