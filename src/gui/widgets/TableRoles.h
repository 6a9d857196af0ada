#pragma once

#include <Qt>

namespace gui {

/// What a model says about a cell beside its text; TableDelegate paints it. Kinds of tags are in Tag.h.
enum TableRole {
    TextStyleRole = Qt::UserRole + 500, ///< TextStyle as int
    TagKindRole,                        ///< TagKind as int: the cell's text is a pill …
    TrailingTagRole, ///< … or, when this holds a text, that is a pill behind the cell's text
    RowToneRole,     ///< RowTone as int, asked of column 0
    IconNameRole,    ///< a line icon before the text
    CopyRole,        ///< what Ctrl+C takes, when it is not the shown text: the whole hash
    BarRole          ///< double 0 … 1: a bar of that share behind the text
};

enum class TextStyle {
    Normal,
    Strong, ///< 600
    Muted,
    Faint,
    Mono, ///< hashes, addresses: elided in the middle
    MonoMuted,
    Amount, ///< mono, trailing zero groups faint
    Good,
    Bad
};

enum class RowTone {
    None,
    Faded, ///< stale blocks, old things
    Bad,   ///< needs attention
    Accent
};

} // namespace gui
