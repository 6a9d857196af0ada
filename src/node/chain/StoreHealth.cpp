#include "node/chain/StoreHealth.h"

#include "node/DataFolder.h"
#include "storage/SqliteError.h"
#include "util/Log.h"

namespace node {

void StoreHealth::fail(const chain::StoreError& error) {
    util::logError("node", "the chain database failed: " + error.what);
    if (std::exchange(m_failed, true)) return;
    emit m_feed.diskFailed(
        error.kind == chain::StoreError::Kind::Full
            ? QStringLiteral(
                  "The disk is full: the chain stops here until there is space. Nothing accepted before was "
                  "lost. Free some space and start Cairn again.")
        : error.kind == chain::StoreError::Kind::Damaged
            ? databaseStartError(storage::toStorageError(error), m_path).sentence
            : QStringLiteral(
                  "The chain database cannot be written: the chain stops here. Nothing accepted before "
                  "was lost. Look at the disk and start Cairn again."));
}

} // namespace node
