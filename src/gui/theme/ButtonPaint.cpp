#include "gui/theme/ButtonPaint.h"

#include "gui/theme/Icons.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QVariant>
#include <QWidget>

#include <algorithm>
#include <array>
#include <utility>

namespace gui {

namespace {

constexpr std::array kButtonKindNames{"", "primary", "work", "danger", "quiet", "link", "pill"};
constexpr double kButtonGap = 8;     // between icon, words, keys and chevron
constexpr double kChevronWidth = 10; // its picture is a little wider than what it shows

QString withoutMnemonic(QString text) {
    text.replace(QLatin1String("&&"), QLatin1String("\x01"));
    text.remove(QLatin1Char('&'));
    return text.replace(QLatin1Char('\x01'), QLatin1Char('&'));
}

int buttonIconSide(const ButtonLook& look) {
    return px(look.compact ? 15 : 17);
}

int buttonContentWidth(const QFont& font, const QString& text, const ButtonLook& look) {
    double width = 0;
    const auto add = [&](double part) { width += (width > 0 ? px(kButtonGap) : 0) + part; };
    if (!look.iconName.isEmpty()) add(buttonIconSide(look));
    if (!text.isEmpty()) add(wordsWidth(font, withoutMnemonic(text)));
    if (!look.keyHint.isEmpty()) add(keyHintSize(look.keyHint).width());
    if (look.chevron) add(px(kChevronWidth));
    return static_cast<int>(width + 0.999);
}

/// The state of a button, by its words.
struct ButtonState {
    explicit ButtonState(const QStyleOptionButton& option)
        : enabled(option.state & QStyle::State_Enabled),
          hovered(enabled && option.state & QStyle::State_MouseOver),
          down(option.state & QStyle::State_Sunken), checked(option.state & QStyle::State_On),
          focused(option.state & QStyle::State_HasFocus),
          isDefault(option.features & QStyleOptionButton::DefaultButton) {}
    bool enabled;
    bool hovered;
    bool down;
    bool checked;
    bool focused;
    bool isDefault; ///< Enter presses it, wherever the focus is
};

QColor buttonInk(const ButtonState& state, ButtonKind kind) {
    if (!state.enabled) return color(Token::Text3);
    if (state.checked) return color(Token::Accent);
    switch (kind) {
    case ButtonKind::Primary:
        return color(Token::OnAccent);
    case ButtonKind::Work:
        return color(Token::OnWork);
    case ButtonKind::Danger:
        return color(Token::Bad);
    case ButtonKind::Pill:
    case ButtonKind::Quiet:
        return color(state.hovered ? Token::Text : Token::Text2);
    case ButtonKind::Link:
        return color(state.hovered || state.focused ? Token::Accent : Token::Text2);
    case ButtonKind::Normal:
        break;
    }
    return color(Token::Text);
}

struct BoxColors {
    QColor fill;
    QColor border;
};

BoxColors filledButton(const ButtonState& state, Token token) {
    QColor fill = color(token);
    if (state.down)
        fill = mixed(fill, Qt::black, 0.22);
    else if (state.hovered)
        fill = mixed(fill, theme().isDark() ? color(Token::Text) : QColor(Qt::black), 0.12);
    return {fill, fill};
}

BoxColors buttonColors(const ButtonState& state, ButtonKind kind) {
    if (state.checked && state.enabled) return {color(Token::AccentSoft), color(Token::Accent)};
    if (kind == ButtonKind::Pill) {
        const QColor fill = color(state.hovered ? Token::Line : Token::Sunken);
        return {fill, theme().kind() == ThemeKind::HighContrast ? color(Token::Line) : fill};
    }
    if (kind == ButtonKind::Quiet) return {color(Token::Sunken), color(Token::Sunken)};
    if (!state.enabled) return {color(Token::Sunken), color(Token::Line)};
    if (kind == ButtonKind::Primary) return filledButton(state, Token::Accent);
    if (kind == ButtonKind::Work) return filledButton(state, Token::Work);
    if (kind == ButtonKind::Danger)
        return {color(state.hovered ? Token::BadSoft : Token::Surface), color(Token::Bad)};
    return {color(state.down      ? Token::Sunken
                  : state.hovered ? Token::Hover
                                  : Token::Surface),
            color(state.hovered ? Token::Text3 : Token::Line)};
}

bool hasGround(const ButtonState& state, ButtonKind kind) {
    if (kind == ButtonKind::Link) return false;
    return kind != ButtonKind::Quiet || state.hovered || state.checked;
}

/// On a filled button: the keys alone, a little lighter than its words.
void paintPlainKeys(QPainter& painter, const QRectF& area, const QString& keys, const QColor& ink) {
    painter.setFont(roleFont(TextRole::Small));
    painter.setPen(faded(ink, 0.8));
    painter.drawText(area, Qt::AlignCenter, keys);
}

} // namespace

const char* nameOf(ButtonKind kind) {
    return kButtonKindNames[static_cast<std::size_t>(kind)];
}

ButtonKind buttonKind(const QWidget* widget) {
    const QByteArray name = widget ? widget->property("kind").toByteArray() : QByteArray();
    const auto* const found =
        std::ranges::find_if(kButtonKindNames, [&](const char* known) { return name == known; });
    return found == kButtonKindNames.end() ? ButtonKind::Normal
                                           : static_cast<ButtonKind>(found - kButtonKindNames.begin());
}

ButtonLook buttonLook(const QWidget* widget) {
    if (!widget) return {};
    return {buttonKind(widget), widget->property("iconName").toString(),
            widget->property("keyHint").toString(),
            widget->property("compact").toString() == QLatin1String("true"),
            widget->property("chevron").toBool()};
}

QSize buttonSize(const QFont& font, const QString& text, const ButtonLook& look) {
    const int content = buttonContentWidth(font, text, look);
    if (look.kind == ButtonKind::Link) return {content + 2, px(22)};
    if (look.kind == ButtonKind::Pill) return {content + px(18), px(20)};
    const int height = px(look.compact ? 28 : 34);
    return {std::max(content + 2 * px(text.isEmpty() ? 8 : look.compact ? 11 : 15), height), height};
}

void paintButton(QPainter& painter, const QStyleOptionButton& option, const ButtonLook& look) {
    const ButtonState state(option);
    const ButtonKind kind =
        look.kind == ButtonKind::Normal && state.isDefault ? ButtonKind::Primary : look.kind;
    const QRect all = option.rect;
    if (hasGround(state, kind)) {
        const BoxColors box = buttonColors(state, kind);
        paintRoundBox(painter, all, kind == ButtonKind::Pill ? all.height() / 2 - 1 : px(8), box.fill,
                      box.border);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = painter.font();
    const QColor ink = buttonInk(state, kind);
    const double middle = all.top() + all.height() / 2.0;
    double next = (all.width() - buttonContentWidth(font, option.text, look)) / 2.0;
    const auto take = [&](double width) { // the left end of the next part
        const double start = std::exchange(next, next + width + px(kButtonGap));
        return all.left() + (option.direction == Qt::RightToLeft ? all.width() - start - width : start);
    };
    if (!look.iconName.isEmpty()) {
        const int side = buttonIconSide(look);
        paintIcon(painter, look.iconName, QRectF(take(side), middle - side / 2.0, side, side), ink);
    }
    if (!option.text.isEmpty()) {
        const QString words = withoutMnemonic(option.text);
        painter.setPen(ink);
        drawWords(painter,
                  QPointF(take(wordsWidth(font, words)), middle + QFontMetricsF(font).capHeight() / 2),
                  words);
    }
    if (!look.keyHint.isEmpty()) {
        const QSizeF size = keyHintSize(look.keyHint);
        const QRectF area(take(size.width()), middle - size.height() / 2, size.width(), size.height());
        if (look.kind == ButtonKind::Normal || look.kind == ButtonKind::Quiet)
            paintKeyHint(painter, area, look.keyHint);
        else
            paintPlainKeys(painter, area, look.keyHint, ink);
    }
    if (look.chevron)
        paintIcon(painter, QStringLiteral("chevron-down"),
                  QRectF(take(px(12)), middle - px(6), px(12), px(12)), ink);
}

QSizeF keyHintSize(const QString& keys) {
    return {wordsWidth(roleFont(TextRole::Small), keys) + px(14), static_cast<double>(px(20))};
}

void paintKeyHint(QPainter& painter, const QRectF& area, const QString& keys) {
    painter.save();
    paintRoundBox(painter, area.toRect(), px(5), color(Token::Surface), color(Token::Line));
    const QFont font = roleFont(TextRole::Small);
    painter.setFont(font);
    painter.setPen(color(Token::Text2));
    drawWords(painter,
              QPointF(area.center().x() - wordsWidth(font, keys) / 2,
                      area.center().y() + QFontMetricsF(font).capHeight() / 2),
              keys);
    painter.restore();
}

} // namespace gui
