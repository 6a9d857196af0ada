#pragma once

#include "mining/LaneHash.h"

/// For kernels whose instructions take one hash at a time and wait for the one before: several nonces side by
/// side. `Lane` is one of them, a type of the including file alone; everything is inlined.
namespace mining::detail {

template <auto Step, class Lane, int... I, class... Arguments>
CAIRN_INLINE void inLanes(Lane (&lanes)[sizeof...(I)], std::integer_sequence<int, I...>,
                          const Arguments&... arguments) {
    (Step(lanes[I], arguments...), ...);
}
/// Calls `Step` for the lanes in turn.
template <auto Step, class Lane, std::size_t ways, class... Arguments>
CAIRN_INLINE void inEachLane(Lane (&lanes)[ways], const Arguments&... arguments) {
    inLanes<Step>(lanes, std::make_integer_sequence<int, static_cast<int>(ways)>(), arguments...);
}

} // namespace mining::detail
