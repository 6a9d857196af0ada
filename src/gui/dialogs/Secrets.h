#pragma once

#include "crypto/SecretBytes.h"

#include <QString>

class QLineEdit;

namespace gui {

/// What was typed, as a secret; the field is emptied.
crypto::SecretString takeSecret(QLineEdit* edit);
/// The same of the words' passphrase, in the one form of Unicode that BIP 39 counts with: another keyboard
/// types the same letters as other characters.
crypto::SecretString takeWordPassphrase(QLineEdit* edit);
/// The words of a wallet in that form, of small letters.
crypto::SecretString wordsFrom(const QString& text);
/// Text that the user typed, as a secret.
crypto::SecretString secretFrom(const QString& text);

} // namespace gui
