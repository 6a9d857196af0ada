#pragma once

#include "explorer/AddressIndex.h"
#include "node/chain/ChainPublisher.h"
#include "node/chain/StoreHealth.h"

namespace node {

/// Brings the history index level with the chain, a stretch at a time, so that commands come between. Rests
/// during an import: what that has not written yet cannot be read. Owned by Engine. Thread: node.
class IndexFollower {
public:
    IndexFollower(explorer::AddressIndex index, ChainPublisher& publisher, StoreHealth& health)
        : m_index(index), m_publisher(publisher), m_health(health) {}

    void follow();

private:
    void goOn();

    explorer::AddressIndex m_index;
    ChainPublisher& m_publisher;
    StoreHealth& m_health;
    QObject m_context; ///< goes with us, and with it what was to come
    bool m_isPosted = false;
};

} // namespace node
