#include "node/chain/StoreHealth.h"

#include "node/DataFolder.h"
#include "storage/ReadOnlyDatabase.h"
#include "storage/SqliteError.h"
#include "util/Log.h"

namespace node {

using StoreKind = chain::StoreError::Kind;

void StoreHealth::fail(const chain::StoreError& error) {
    util::logError("node", "the chain database failed: " + error.what);
    // A disk that has no room for the files beside the database says no more than that something failed.
    const bool isFull = error.kind == StoreKind::Io && !m_path.isEmpty() && storage::isDiskFull(m_path);
    if (!m_failed || m_kind == StoreKind::Full) m_kind = isFull ? StoreKind::Full : error.kind;
    if (std::exchange(m_failed, true)) return;
    emit m_feed.diskFailed(sentence());
}

bool StoreHealth::comesBack() {
    if (!m_failed || m_kind != StoreKind::Full || (!m_path.isEmpty() && !storage::hasRoom(m_path)))
        return false;
    m_failed = false;
    return true;
}

QString StoreHealth::sentence() const {
    if (!m_failed) return {};
    switch (m_kind) {
    case StoreKind::Full:
        return QStringLiteral(
            "The disk is full: blocks and payments cannot be stored. Nothing accepted before was "
            "lost. Free some space; then everything goes on by itself.");
    case StoreKind::Damaged:
        return databaseStartError(storage::toStorageError(chain::StoreError{m_kind, {}}), m_path).sentence;
    case StoreKind::ReadOnly:
    case StoreKind::Io:
        break;
    }
    return QStringLiteral(
        "The chain database cannot be written: the chain stops here. Nothing accepted before was "
        "lost. Look at the disk and start Cairn again.");
}

} // namespace node
