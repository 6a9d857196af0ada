#pragma once

#include <QModelIndex>
#include <QString>

namespace gui {

/// What a model says about a cell beside its text; TableDelegate paints it. Kinds of tags are in Tag.h.
enum TableRole {
    TextStyleRole = Qt::UserRole + 500, ///< TextStyle as int
    TagKindRole,                        ///< TagKind as int: the cell's text is a pill …
    TrailingTagRole, ///< … or, when this holds a text, that is a pill behind the cell's text
    RowToneRole,     ///< RowTone as int, asked of column 0
    IconNameRole,    ///< a line icon before the text
    DotRole,         ///< Token as int: a dot of that colour before the text, which says the same
    CopyRole,        ///< what Ctrl+C takes, when it is not the shown text: the whole hash
    FaceRole,        ///< bool: the text is a person's name, with its two letters in a round before it
    BarRole,         ///< double 0 … 1: a bar of that share behind the text
    ThingRole,       ///< Thing as int: what CopyRole, or the shown text, stands for …
    ThingsRole,      ///< … or, where a cell stands for several, Things
    PlaceholderRole  ///< what could be written into an empty cell: "add a note"
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
    Work, ///< still becoming
    Bad
};

enum class RowTone {
    None,
    Faded, ///< of less interest
    Lost,  ///< what no longer counts: struck through
    Bad,   ///< needs attention
    Accent
};

} // namespace gui
