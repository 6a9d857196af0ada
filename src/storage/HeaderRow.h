#pragma once

#include "storage/ChainReader.h"
#include "storage/Statement.h"

namespace storage {

/// Columns of `headers h` as `readStoredHeader` takes them, from column 0.
inline const QString kRecordColumns = QStringLiteral(
    "h.sequence, h.hash, h.header, h.height, h.status, h.scheduled_bits, h.received, h.tx_count, "
    "h.size, h.weight, h.fees, h.miner_script, h.finder");
/// The same and the height in the best chain (`best_chain b`; NULL: not in it).
inline const QString kBlockColumns = kRecordColumns + QStringLiteral(", b.height");
/// What `kBlockColumns` is selected from.
inline const QString kBlockTables = QStringLiteral(
    " FROM headers h LEFT JOIN best_chain b ON b.height = h.height AND b.sequence = h.sequence ");

/// Damaged when the row contradicts itself: the stored hash is not that of the header, numbers out of range.
Result<chain::StoredHeader, StorageError> readStoredHeader(const Rows& rows);
Result<StoredBlock, StorageError> readStoredBlock(const Rows& rows);

} // namespace storage
