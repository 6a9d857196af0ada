#pragma once

#include "node/NodeTypes.h"

namespace rest {

/// Why the miner rests although it is switched on. For programs: "on-battery"; empty for None. And a
/// sentence.
QString miningPauseCode(node::MiningPause pause);
QString miningPauseSentence(node::MiningPause pause);
/// What the chain's disk does not do any more, and what to do.
QString diskProblemSentence(node::DiskProblem problem);
/// Why no block was found; empty when nothing stood in the way.
QString mineProblemSentence(const node::MinedBlock& mined);

} // namespace rest
