#pragma once

#include "util/Result.h"

#include <QString>

namespace consensus {
struct NetworkCard;
}

namespace gui {

/// Reads a network card. Errors: a sentence that says what is wrong with the file.
Result<consensus::NetworkCard, QString> readCardFile(const QString& path);
/// The filter of file dialogs for cards.
QString cardFilter();

} // namespace gui
