#include "node/chain/StoreHealth.h"

#include "storage/ReadOnlyDatabase.h"
#include "util/Log.h"

namespace node {

using StoreKind = chain::StoreError::Kind;

void StoreHealth::fail(const chain::StoreError& error) {
    util::logError("node", "the chain database failed: " + error.what);
    // A disk that has no room for the files beside the database says no more than that something failed.
    const bool isFull = error.kind == StoreKind::Io && !m_path.isEmpty() && storage::isDiskFull(m_path);
    if (!m_failed || m_kind == StoreKind::Full) m_kind = isFull ? StoreKind::Full : error.kind;
    if (std::exchange(m_failed, true)) return;
    emit m_feed.diskFailed(*problem());
}

bool StoreHealth::comesBack() {
    if (!m_failed || m_kind != StoreKind::Full || (!m_path.isEmpty() && !storage::hasRoom(m_path)))
        return false;
    m_failed = false;
    return true;
}

std::optional<DiskProblem> StoreHealth::problem() const {
    if (!m_failed) return std::nullopt;
    if (m_kind == StoreKind::Full) return DiskProblem::Full;
    return m_kind == StoreKind::Damaged ? DiskProblem::Damaged : DiskProblem::Failed;
}

} // namespace node
