#include "app/LanguageSetup.h"

#include "gui/Format.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

namespace app {

LanguageSetup::LanguageSetup(QObject* parent) : QObject(parent), m_program(this), m_qt(this) {}

void LanguageSetup::apply(const QString& code) {
    QCoreApplication::removeTranslator(&m_program);
    QCoreApplication::removeTranslator(&m_qt);
    const QLocale locale = code == QLatin1String("system") ? QLocale::system() : QLocale(code);
    gui::Format::setLocale(locale);
    const QString folder = QStringLiteral(":/i18n");
    // English is the language of the source; its file holds plural forms only.
    const bool found = m_program.load(locale, QStringLiteral("cairn"), QStringLiteral("_"), folder) ||
                       m_program.load(QStringLiteral("cairn_en"), folder);
    if (found) QCoreApplication::installTranslator(&m_program);
    if (m_qt.load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                  QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

} // namespace app

#include "moc_LanguageSetup.cpp"
