#pragma once

namespace bench {

/// How many `sha256rnds2` this core does a second when nothing holds it up: what bounds every kernel made of
/// them. Needs: a processor with them. Takes some tenths of a millisecond.
double shaRoundInstructionsPerSecond();

} // namespace bench
