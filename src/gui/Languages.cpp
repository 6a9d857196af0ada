#include "gui/Languages.h"

#include <QCoreApplication>
#include <QDir>
#include <QTranslator>

#include <algorithm>

namespace gui {

namespace {

constexpr const char* kLanguageContext = "gui::Languages";
/// Every language translates this one with its own name.
constexpr const char* kLanguageName = QT_TRANSLATE_NOOP("gui::Languages", "English");

} // namespace

QList<Language> languages() {
    QList<Language> found;
    const QStringList files = QDir(QStringLiteral(":/i18n")).entryList({QStringLiteral("cairn_*.qm")});
    for (const QString& file : files) {
        const QString code = file.mid(6, file.size() - 9);
        QTranslator translator;
        QString name;
        if (translator.load(QStringLiteral(":/i18n/") + file))
            name = translator.translate(kLanguageContext, kLanguageName);
        found.append({code, name.isEmpty() ? QString::fromLatin1(kLanguageName) : name});
    }
    std::ranges::sort(found, {}, &Language::name);
    return found;
}

QString languageName(const QString& code) {
    const QList<Language> all = languages();
    const auto found = std::ranges::find(all, code, &Language::code);
    return found == all.end() ? QString() : found->name;
}

} // namespace gui
