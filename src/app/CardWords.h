#pragma once

#include "consensus/NetworkCard.h"

#include <QString>

namespace app {

/// What is wrong with a network card: which key, what stands there and what is allowed, as an English
/// sentence for standard error. `label`: how the user wrote the key, such as BLOCK_REWARD; empty: as the card
/// does.
QString cardSentence(const consensus::CardError& error, const QString& label = {});

} // namespace app
