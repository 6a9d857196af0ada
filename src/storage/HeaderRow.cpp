#include "storage/HeaderRow.h"

#include "storage/SqliteError.h"
#include "storage/StorageFormat.h"

namespace storage {
namespace {

StorageError badHeader(std::int64_t sequence) {
    return damaged(QStringLiteral("row %1 of headers contradicts itself").arg(sequence));
}

/// Columns 7 to 12. No transactions when the body is not here.
std::optional<chain::BlockFacts> readFacts(const Rows& rows) {
    if (rows.isNull(7)) return chain::BlockFacts{};
    const auto transactionCount = rows.fitting<std::int32_t>(7);
    if (!transactionCount || *transactionCount < 1) return std::nullopt;
    const QByteArray script = rows.bytes(11);
    const auto view = viewOf(script);
    return chain::BlockFacts{*transactionCount,
                             rows.integer(8),
                             rows.integer(9),
                             primitives::Amount(rows.integer(10)),
                             util::Bytes(view.begin(), view.end()),
                             rows.text(12).toStdString()};
}

} // namespace

Result<chain::StoredHeader, StorageError> readStoredHeader(const Rows& rows) {
    chain::StoredHeader record;
    record.sequence = rows.integer(0);
    const QByteArray hash = rows.bytes(1);
    const QByteArray header = rows.bytes(2);
    const auto height = rows.fitting<std::int32_t>(3);
    const std::int64_t status = rows.integer(4);
    const auto scheduledBits = rows.fitting<std::uint32_t>(5);
    record.receivedTime = rows.integer(6);
    auto facts = readFacts(rows);

    const bool headerFits = header.size() == static_cast<qsizetype>(primitives::BlockHeader::kSize);
    const bool statusFits = status >= 0 && status <= static_cast<int>(chain::BlockStatus::LeftByHand);
    if (!headerFits || !statusFits || !height || *height < 0 || !scheduledBits || !facts)
        return fail(badHeader(record.sequence));

    util::ByteReader reader(viewOf(header));
    record.header = primitives::BlockHeader::read(reader);
    record.hash = record.header.hash();
    if (fromDisplayOrder<primitives::BlockHash>(viewOf(hash)) != record.hash)
        return fail(badHeader(record.sequence));
    record.height = *height;
    record.status = static_cast<chain::BlockStatus>(status);
    record.scheduledBits = *scheduledBits;
    record.facts = std::move(*facts);
    return record;
}

Result<StoredBlock, StorageError> readStoredBlock(const Rows& rows) {
    auto header = readStoredHeader(rows);
    if (!header) return fail(header.error());
    StoredBlock block;
    block.record = *header;
    block.facts = std::move(header->facts);
    block.hasBody = block.facts.transactionCount > 0;
    block.inBestChain = !rows.isNull(13);
    return block;
}

} // namespace storage
