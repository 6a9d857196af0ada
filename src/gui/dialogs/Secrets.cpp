#include "gui/dialogs/Secrets.h"

#include <QLineEdit>

namespace gui {

crypto::SecretString secretFrom(const QString& text) {
    QByteArray bytes = text.toUtf8();
    crypto::SecretString out;
    out.reserve(64 + static_cast<std::size_t>(bytes.size()));
    out.assign(bytes.constData(), static_cast<std::size_t>(bytes.size()));
    crypto::wipe(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return out;
}

crypto::SecretString takeSecret(QLineEdit* edit) {
    crypto::SecretString out = secretFrom(edit->text());
    edit->clear();
    return out;
}

crypto::SecretString takeWordPassphrase(QLineEdit* edit) {
    crypto::SecretString out = secretFrom(edit->text().normalized(QString::NormalizationForm_KD));
    edit->clear();
    return out;
}

crypto::SecretString wordsFrom(const QString& text) {
    return secretFrom(text.simplified().toLower().normalized(QString::NormalizationForm_KD));
}

} // namespace gui
