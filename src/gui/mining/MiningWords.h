#pragma once

#include "node/NodeTypes.h"

namespace gui {

/// Why the miner rests although it is switched on: a sentence; empty when it does not.
QString miningPauseWords(node::MiningPause pause);
/// Why no block was found that somebody asked for.
QString mineProblemWords(node::MineProblem problem);
/// "AVX2, eight nonces at a time"
QString kernelWords(const std::string& kernel);

} // namespace gui
