#pragma once

namespace mining {

/// Lets every other program go first. For the calling thread; `name` (at most 15 characters) is what system
/// tools show.
void becomeBackgroundThread(const char* name);

} // namespace mining
