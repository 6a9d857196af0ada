#pragma once

#include <QObject>
#include <QTranslator>

namespace app {

/// The texts of the window in the user's language. Thread: main.
class LanguageSetup : public QObject {
    Q_OBJECT
public:
    explicit LanguageSetup(QObject* parent);
    /// "system", or the code of one of the files in translations/ ("de"): takes off what was in force and
    /// puts the new texts in. Windows made before keep theirs.
    void apply(const QString& code);

private:
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace app
