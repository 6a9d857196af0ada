#include "node/wallet/TransactionList.h"

namespace node {

QByteArray packTransactions(const std::vector<WaitingTransaction>& transactions) {
    util::ByteWriter writer;
    writer.compactSize(transactions.size());
    for (const WaitingTransaction& waiting : transactions) {
        writer.i64(waiting.time);
        waiting.transaction->write(writer);
    }
    const util::ByteView bytes = writer.view();
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

std::vector<WaitingTransaction> unpackTransactions(const QByteArray& bytes) {
    util::ByteReader reader(
        {reinterpret_cast<const std::uint8_t*>(bytes.constData()), std::size_t(bytes.size())});
    const std::uint64_t count = reader.compactSize(std::uint64_t(bytes.size()));
    std::vector<WaitingTransaction> out;
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        const std::int64_t time = reader.i64();
        auto transaction = primitives::Transaction::read(reader);
        if (reader.ok())
            out.push_back({std::make_shared<const primitives::Transaction>(std::move(transaction)), time});
    }
    return out;
}

} // namespace node
