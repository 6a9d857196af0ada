#pragma once

#include "primitives/Hash256.h"

#include <QColor>
#include <QString>

namespace gui {

/// "maple · river · otter": the fingerprint of a network, the same words on every computer.
QString fingerprintText(const primitives::BlockHash& genesis);
/// What a wallet is called: the standard one has no name of its own.
QString walletTitle(const QString& name);
/// The unit of a network's coins: "Lab 12" gives "LAB", "sandbox" gives "SAND".
QString unitOf(const QString& network);

/// What people call a colour: "blue".
QString colourWord(const QColor& colour);

} // namespace gui
