#pragma once

#include <QList>
#include <QString>

namespace gui {

/// A language of the window: one of the files that lie in translations/.
struct Language {
    QString code; ///< "de"
    QString name; ///< in itself: "Deutsch"
};
/// By name.
QList<Language> languages();
/// Empty where there is no such language.
QString languageName(const QString& code);

} // namespace gui
