#pragma once

#include "crypto/SecretBytes.h"

#include <QString>

class QLineEdit;

namespace gui {

/// What was typed, as a secret; the field is emptied.
crypto::SecretString takeSecret(QLineEdit* edit);
/// Text that the user typed, as a secret.
crypto::SecretString secretFrom(const QString& text);

} // namespace gui
