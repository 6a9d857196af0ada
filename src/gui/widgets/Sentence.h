#pragma once

#include "gui/theme/Tokens.h"

#include <QString>
#include <QVector>

#include <optional>

namespace gui {

/// A sentence taken apart: its text, and which words of it stand out.
struct Sentence {
    /// A stretch of `text`; without a token it is a link.
    struct Mark {
        int start;
        int length;
        std::optional<Token> token;
    };
    QString text;        ///< as it is read, a line break as QChar::LineSeparator
    QVector<Mark> marks; ///< in the order of their ends
    QString link;        ///< where its link leads; one a sentence
};

/// Reads <b> <work> <own> <good> <bad> <accent> <faint>, <a href="…">, <br>, and the entities of
/// QString::toHtmlEscaped() and &nbsp;. What is not one of these stays as it stands.
Sentence readSentence(const QString& marked);

} // namespace gui
