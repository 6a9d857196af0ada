#pragma once

#include <QColor>

namespace gui {

/// What a colour is for. Widgets never name a colour, only a token; the theme decides what it looks like.
enum class Token {
    Bg,         ///< the window
    Surface,    ///< cards, header, rail
    Sunken,     ///< wells and inactive parts
    Line,       ///< hairlines
    Hover,      ///< a row or a quiet button under the mouse
    Text,       ///< main text
    Text2,      ///< secondary text
    Text3,      ///< faint text
    Accent,     ///< navigation, primary action, the best chain
    AccentSoft, ///< background of accented parts and of the selection
    OnAccent,   ///< text on `Accent`
    Work,       ///< mining, everything that is still becoming
    WorkSoft,
    OnWork,
    Own, ///< what is mine
    OwnSoft,
    Good,
    GoodSoft,
    Bad, ///< errors, losing branches
    BadSoft,
    OnBad,
    Net, ///< the colour of the network, where its card names none
    F0,  ///< fee rates from low …
    F1,
    F2,
    F3,
    F4,
    F5, ///< … to high
    Shadow
};
inline constexpr int kTokenCount = static_cast<int>(Token::Shadow) + 1;

enum class ThemeKind { Light, Dark, HighContrast };

/// The one table of colours.
QColor tokenColor(ThemeKind kind, Token token);

/// The contrast of two opaque colours, 1 … 21.                                       Source: WCAG 2.1, 1.4.3.
double contrastRatio(const QColor& a, const QColor& b);

/// `a` with a share of `b` mixed in, 0 … 1.
QColor mixed(const QColor& a, const QColor& b, double share);

/// `color` with its opacity multiplied by `opacity`.
QColor faded(QColor color, double opacity);

} // namespace gui
