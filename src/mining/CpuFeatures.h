#pragma once

namespace mining {

/// Whether this processor, and the system on it, can run a kernel.
bool hasShaNi();
bool hasAvx2();
bool hasAvx512();
bool hasArmSha2();

} // namespace mining
