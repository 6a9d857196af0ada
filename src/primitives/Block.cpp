#include "primitives/Block.h"

namespace primitives {
namespace {

/// Version, two counts and the lock time: no transaction is shorter.
constexpr std::size_t kMinTransactionSize = 10;

/// The header and the count before the transactions.
std::size_t frameSize(const Block& block) {
    return BlockHeader::kSize + util::compactSizeLength(block.transactions.size());
}

} // namespace

Block Block::read(util::ByteReader& reader) {
    Block block;
    block.header = BlockHeader::read(reader);
    const std::uint64_t count = reader.compactSize(UINT64_MAX);
    if (count > reader.remaining() / kMinTransactionSize) {
        reader.setError(util::ReadError::EndOfData);
        return block;
    }
    block.transactions.reserve(static_cast<std::size_t>(count));
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        block.transactions.push_back(std::make_shared<const Transaction>(Transaction::read(reader)));
    return block;
}

Result<Block, util::ReadError> Block::parse(util::ByteView bytes) {
    util::ByteReader reader(bytes);
    Block block = read(reader);
    if (reader.ok() && !reader.atEnd()) reader.setError(util::ReadError::TrailingData);
    if (!reader.ok()) return fail(reader.error());
    return block;
}

void Block::write(util::ByteWriter& writer) const {
    header.write(writer);
    writer.compactSize(transactions.size());
    for (const TransactionRef& transaction : transactions)
        transaction->write(writer);
}

util::Bytes Block::serialize() const {
    util::ByteWriter writer;
    writer.reserve(size());
    write(writer);
    return writer.take();
}

std::size_t Block::size() const {
    std::size_t total = frameSize(*this);
    for (const TransactionRef& transaction : transactions)
        total += transaction->size();
    return total;
}

std::int64_t Block::weight() const {
    auto total = kWitnessScale * static_cast<std::int64_t>(frameSize(*this));
    for (const TransactionRef& transaction : transactions)
        total += transaction->weight();
    return total;
}

} // namespace primitives
