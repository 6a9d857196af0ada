#include "gui/widgets/Button.h"

#include "gui/theme/Icons.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Tag.h"

#include <QKeyEvent>
#include <QPainter>

#include <array>

namespace gui {

namespace {

constexpr std::array<const char*, 7> kKindNames{"", "primary", "work", "danger", "quiet", "link", "pill"};

} // namespace

Button::Button(const QString& text, Kind kind, QWidget* parent) : QPushButton(text, parent) {
    setKind(kind);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("ringRadius", kind == Kind::Pill ? 10 : 8);
    setCursor(kind == Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAutoDefault(false);
}

Button* Button::iconOnly(const QString& iconName, const QString& name, Kind kind, QWidget* parent) {
    auto* button = new Button(QString(), kind, parent);
    button->setIconName(iconName);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

void Button::setKind(Kind kind) {
    setStyleProperty(this, "kind", QLatin1String(kKindNames[static_cast<std::size_t>(kind)]));
    updateGeometry();
}

Button::Kind Button::kind() const {
    const QByteArray name = property("kind").toByteArray();
    for (std::size_t i = 1; i < kKindNames.size(); ++i)
        if (name == kKindNames[i]) return static_cast<Kind>(i);
    return Kind::Normal;
}

void Button::setIconName(const QString& name) {
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setKeyHint(const QString& keys) {
    m_keyHint = keys;
    updateGeometry();
    update();
}

void Button::setSmall(bool small) {
    setStyleProperty(this, "compact", small ? QStringLiteral("true") : QString());
    updateGeometry();
}

void Button::setChevron(bool chevron) {
    m_chevron = chevron;
    updateGeometry();
    update();
}

bool Button::isSmall() const {
    return property("compact").toString() == QLatin1String("true");
}

QString Button::plainText() const {
    QString plain = text();
    plain.replace(QLatin1String("&&"), QLatin1String("\x01"));
    plain.remove(QLatin1Char('&'));
    return plain.replace(QLatin1Char('\x01'), QLatin1Char('&'));
}

int Button::iconSide() const {
    return px(isSmall() ? 15 : 17);
}

int Button::contentWidth() const {
    double width = 0;
    const auto add = [&](double part) { width += (width > 0 ? px(8) : 0) + part; };
    if (!m_iconName.isEmpty()) add(iconSide());
    if (!text().isEmpty()) add(wordsWidth(font(), plainText()));
    if (!m_keyHint.isEmpty()) add(keyHintSize(m_keyHint).width());
    if (m_chevron) add(px(10));
    return static_cast<int>(width + 0.999);
}

QSize Button::sizeHint() const {
    ensurePolished();
    switch (kind()) {
    case Kind::Link:
        return {contentWidth() + 2, px(22)};
    case Kind::Pill:
        return {contentWidth() + px(18), px(20)};
    default:
        break;
    }
    const int height = px(isSmall() ? 28 : 34);
    return {std::max(contentWidth() + 2 * px(text().isEmpty() ? 8 : isSmall() ? 11 : 15), height), height};
}

QColor Button::textColor() const {
    if (!isEnabled()) return color(Token::Text3);
    if (isChecked()) return color(Token::Accent);
    switch (kind()) {
    case Kind::Primary:
        return color(Token::OnAccent);
    case Kind::Work:
        return color(Token::OnWork);
    case Kind::Danger:
        return color(Token::Bad);
    case Kind::Pill:
    case Kind::Quiet:
        return color(underMouse() ? Token::Text : Token::Text2);
    case Kind::Link:
        return color(underMouse() || hasFocus() ? Token::Accent : Token::Text2);
    case Kind::Normal:
        break;
    }
    return color(isDefault() ? Token::OnAccent : Token::Text);
}

void Button::paintGround(QPainter& painter, bool down) const {
    const Kind which = isDefault() && kind() == Kind::Normal ? Kind::Primary : kind();
    const bool hovered = isEnabled() && underMouse();
    const bool high = theme().kind() == ThemeKind::HighContrast;
    QColor fill = color(hovered ? Token::Hover : Token::Surface);
    QColor border = color(hovered ? Token::Text3 : Token::Line);
    const auto filled = [&](Token token) {
        fill = color(token);
        if (down)
            fill = mixed(fill, Qt::black, 0.22);
        else if (hovered)
            fill = mixed(fill, theme().isDark() ? color(Token::Text) : QColor(Qt::black), 0.12);
        border = fill;
    };
    if (which == Kind::Link) return;
    if (which == Kind::Pill) {
        fill = color(hovered ? Token::Line : Token::Sunken);
        border = high ? color(Token::Line) : fill;
    } else if (which == Kind::Quiet) {
        if (!hovered && !isChecked()) return;
        fill = border = color(Token::Sunken);
    } else if (!isEnabled()) {
        fill = color(Token::Sunken);
        border = color(Token::Line);
    } else if (which == Kind::Primary) {
        filled(Token::Accent);
    } else if (which == Kind::Work) {
        filled(Token::Work);
    } else if (which == Kind::Danger) {
        fill = color(hovered ? Token::BadSoft : Token::Surface);
        border = color(Token::Bad);
    } else if (down) {
        fill = color(Token::Sunken);
    }
    if (isChecked() && isEnabled()) {
        fill = color(Token::AccentSoft);
        border = color(Token::Accent);
    }
    paintRoundBox(painter, rect(), which == Kind::Pill ? height() / 2 - 1 : px(8), fill, border);
    painter.setRenderHint(QPainter::Antialiasing);
}

void Button::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

void Button::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintGround(painter, isDown());
    const QColor ink = textColor();
    double x = (width() - contentWidth()) / 2.0;
    const double middle = height() / 2.0;
    if (!m_iconName.isEmpty()) {
        const int side = iconSide();
        paintIcon(painter, m_iconName, QRectF(x, middle - side / 2.0, side, side), ink);
        x += side + px(8);
    }
    if (!text().isEmpty()) {
        const QFontMetricsF metrics(font());
        painter.setFont(font());
        painter.setPen(ink);
        drawWords(painter, QPointF(x, middle + metrics.capHeight() / 2), plainText());
        x += wordsWidth(font(), plainText()) + px(8);
    }
    if (!m_keyHint.isEmpty()) {
        const QSizeF size = keyHintSize(m_keyHint);
        const QRectF area(x, middle - size.height() / 2, size.width(), size.height());
        if (kind() == Kind::Normal || kind() == Kind::Quiet) {
            paintKeyHint(painter, area, m_keyHint);
        } else { // on a filled button: the keys alone, a little lighter
            painter.setFont(roleFont(TextRole::Small));
            painter.setPen(faded(ink, 0.8));
            painter.drawText(area, Qt::AlignCenter, m_keyHint);
        }
        x += size.width() + px(8);
    }
    if (m_chevron)
        paintIcon(painter, QStringLiteral("chevron-down"), QRectF(x, middle - px(6), px(12), px(12)), ink);
}

} // namespace gui
