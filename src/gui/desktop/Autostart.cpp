#include "gui/desktop/Autostart.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStringList>

namespace gui {

namespace {

/// As the value of Exec: quoted, with what the desktop entry specification reserves escaped.
QString execWord(const QString& word) {
    QString quoted;
    for (const QChar letter : word) {
        if (letter == QLatin1Char('%')) quoted += QLatin1Char('%');
        if (QStringLiteral("\"`$\\").contains(letter)) quoted += QLatin1Char('\\');
        quoted += letter;
    }
    // Backslashes once more: every string of the file has them escaped.
    return QLatin1Char('"') + quoted.replace(QLatin1Char('\\'), QStringLiteral("\\\\")) + QLatin1Char('"');
}

QString entryText(const QStringList& program) {
    QStringList words;
    for (const QString& word : program)
        words << execWord(word);
    return QStringLiteral("[Desktop Entry]\n"
                          "Type=Application\n"
                          "Name=Cairn\n"
                          "Icon=cairn\n"
                          "Exec=%1\n"
                          "Terminal=false\n"
                          "X-GNOME-Autostart-enabled=true\n")
        .arg(words.join(QLatin1Char(' ')));
}

} // namespace

Autostart::Autostart(const QString& folder)
    : m_file((folder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                                     QStringLiteral("/autostart")
                               : folder) +
             QStringLiteral("/cairn.desktop")) {}

/// A tool of the desktop may have switched the entry off without removing it.
bool Autostart::isOn() const {
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly)) return false;
    for (const QByteArray& line : file.read(16'384).split('\n')) {
        const QByteArray words = line.simplified().replace(' ', "").toLower();
        if (words == "hidden=true" || words == "x-gnome-autostart-enabled=false") return false;
    }
    return true;
}

bool Autostart::set(bool on, const QStringList& program) {
    if (!on) return !QFile::exists(m_file) || QFile::remove(m_file);
    if (!QDir().mkpath(QFileInfo(m_file).path())) return false;
    QSaveFile file(m_file);
    const QByteArray text = entryText(program).toUtf8();
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit();
}

} // namespace gui
