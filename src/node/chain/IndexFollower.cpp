#include "node/chain/IndexFollower.h"

namespace node {

namespace {
constexpr int kIndexBlocksPerTurn = 200;
}

void IndexFollower::follow() {
    if (m_publisher.isAheadOfStore()) return;
    const auto level = m_index.catchUp(kIndexBlocksPerTurn);
    if (m_health.check(level) && !*level) goOn();
}

void IndexFollower::goOn() {
    if (std::exchange(m_isPosted, true)) return;
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            m_isPosted = false;
            follow();
            m_publisher.publishStatusSoon();
        },
        Qt::QueuedConnection);
}

} // namespace node
