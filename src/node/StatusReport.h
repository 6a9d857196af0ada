#pragma once

#include "node/NodeTypes.h"

namespace node {

/// What ChainStatus tells of the chain itself (the caller adds sync, import and index). Cost: a hundred
/// headers. Thread: node.
ChainStatus statusOf(const chain::ChainState& chain);

} // namespace node
