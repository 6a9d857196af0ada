#pragma once

#include "net/PeerInfo.h"

#include <vector>

namespace net {

/// A row a program, for people who count computers: where a program that we dialled has dialled us too, its
/// second link is told in the row of ours, whose `twin` it is then, with what went over both. They are known
/// by the number of a run and by their host. Nobody proves that number, so nothing is closed, asked or
/// trusted because of it: who copies one at its host hides its own link, and one only, in the row of whom we
/// dialled there.
[[nodiscard]] std::vector<PeerInfo> programsOf(const std::vector<PeerInfo>& links);

} // namespace net
