#pragma once

#include <QString>
#include <QVector>

namespace gui {

/// A word of the field, explained to somebody who hears it for the first time.
struct Term {
    QString id;    ///< "difficulty"; the same in every language
    QString title; ///< "Difficulty"
    QString forms; ///< as it occurs in texts, separated by commas: "difficulty, difficulties"
    QString text;  ///< one to three sentences
};

/// All terms, in the order of their titles.
QVector<Term> glossary();
/// The longest term that occurs in `text` as whole words; null when there is none.
const Term* termIn(const QString& text, const QVector<Term>& terms);
/// Null when there is none of that id.
const Term* termOf(const QString& id, const QVector<Term>& terms);

} // namespace gui
