// The part of ChainReader that answers from the history index.
#include "storage/ChainReaderImpl.h"
#include "storage/SqliteBlockStore.h"
#include "storage/SqliteError.h"
#include "storage/StorageFormat.h"
#include "util/CheckedMath.h"

#include <limits>

namespace storage {
namespace {

StorageError badIndexRow(const char* table) {
    return damaged(QStringLiteral("a row of %1 is unreadable").arg(QLatin1String(table)));
}

/// The hashes, display order, that begin with these digits: from … to; nothing for other text.
struct PrefixRange {
    util::Bytes from;
    util::Bytes to;
};
std::optional<PrefixRange> rangeOf(const std::string& hexPrefix) {
    constexpr std::size_t kDigits = 64;
    if (hexPrefix.empty() || hexPrefix.size() > kDigits) return std::nullopt;
    const auto from = util::fromHex(hexPrefix + std::string(kDigits - hexPrefix.size(), '0'));
    const auto to = util::fromHex(hexPrefix + std::string(kDigits - hexPrefix.size(), 'f'));
    if (!from || !to) return std::nullopt;
    return PrefixRange{*from, *to};
}

std::optional<HistoryRow> historyRowFrom(const Rows& rows) {
    const auto fundedCount = rows.fitting<std::int32_t>(1);
    const auto spentCount = rows.fitting<std::int32_t>(2);
    const auto txid = fromDisplayOrder<primitives::TxId>(viewOf(rows.bytes(5)));
    const primitives::Amount funded(rows.integer(3));
    const primitives::Amount spent(rows.integer(4));
    if (!fundedCount || !spentCount || !funded.inRange() || !spent.inRange() || !txid) return std::nullopt;
    return HistoryRow{placeFromKey(rows.integer(0)), *fundedCount, *spentCount, funded, spent, *txid};
}

/// A sum of amounts from the sums of their halves; the end of int64 when it is more.
primitives::Amount totalOf(std::int64_t upper, std::int64_t lower) {
    const auto shifted = util::checkedMultiply(upper, std::int64_t{1} << 32);
    const auto sum = shifted ? util::checkedAdd(*shifted, lower) : std::nullopt;
    return primitives::Amount(sum.value_or(std::numeric_limits<std::int64_t>::max()));
}

} // namespace

ChainReader::Answer<std::int32_t> ChainReader::Impl::indexedTo() {
    if (knownIndexedTo) return *knownIndexedTo;
    auto rows = indexTip.select();
    if (!rows) return fail(rows.error());
    const auto mark = readTip(*rows);
    if (!mark) return fail(mark.error());
    std::int32_t height = mark->height;
    primitives::BlockHash hash = mark->hash;
    while (height >= 0) {
        const auto indexed = oneBlock(block.select(displayOrder(hash)));
        if (!indexed) return fail(indexed.error());
        if (!*indexed) return fail(damaged(QStringLiteral("the history index is at an unknown block")));
        if ((*indexed)->inBestChain) break;
        hash = (*indexed)->record.header.previous;
        --height;
    }
    knownIndexedTo = height;
    return height;
}

ChainReader::Answer<std::int64_t> ChainReader::Impl::endOfIndex() {
    return indexedTo().map([](std::int32_t height) { return (std::int64_t{height} + 1) * firstKeyOf(1); });
}

ChainReader::Answer<std::optional<TxPlace>> ChainReader::place(const primitives::TxId& txid) {
    const Snapshot snapshot(*this);
    const auto end = m_impl->endOfIndex();
    if (!end) return fail(end.error());
    auto rows = m_impl->place.select(displayOrder(txid), *end);
    if (!rows) return fail(rows.error());
    const auto more = rows->next();
    if (!more) return fail(more.error());
    if (!*more) return std::nullopt;
    return placeFromKey(rows->integer(0));
}

ChainReader::Answer<primitives::TransactionRef> ChainReader::readTransaction(const TxPlace& place) {
    if (!isPlace(place)) return primitives::TransactionRef();
    const Snapshot snapshot(*this);
    const auto end = m_impl->endOfIndex();
    if (!end) return fail(end.error());
    auto rows = m_impl->transaction.select(keyOf(place), *end);
    if (!rows) return fail(rows.error());
    const auto more = rows->next();
    if (!more) return fail(more.error());
    if (!*more) return primitives::TransactionRef();
    const QByteArray bytes = rows->bytes(1);
    auto parsed = primitives::Transaction::parse(viewOf(bytes));
    const auto txid = fromDisplayOrder<primitives::TxId>(viewOf(rows->bytes(0)));
    if (!parsed || !txid || parsed->txid() != *txid) return fail(badIndexRow("transactions"));
    return std::make_shared<const primitives::Transaction>(std::move(*parsed));
}

ChainReader::Answer<std::optional<Spender>> ChainReader::spender(const primitives::OutPoint& outpoint) {
    const Snapshot snapshot(*this);
    const auto end = m_impl->endOfIndex();
    if (!end) return fail(end.error());
    auto rows = m_impl->spender.select(keyOf(outpoint), *end);
    if (!rows) return fail(rows.error());
    const auto more = rows->next();
    if (!more) return fail(more.error());
    if (!*more) return std::nullopt;
    const auto input = rows->fitting<std::uint32_t>(1);
    const auto txid = fromDisplayOrder<primitives::TxId>(viewOf(rows->bytes(2)));
    if (!input || !txid) return fail(badIndexRow("spends"));
    return Spender{placeFromKey(rows->integer(0)), *input, *txid};
}

ChainReader::Answer<std::vector<HistoryRow>>
ChainReader::history(const ScriptHash& script, std::optional<TxPlace> before, std::int32_t count) {
    const Snapshot snapshot(*this);
    const auto end = m_impl->endOfIndex();
    if (!end) return fail(end.error());
    std::vector<HistoryRow> out;
    if (before && !isPlace(*before)) return out;
    const std::int64_t below = before ? std::min(keyOf(*before), *end) : *end;
    auto rows = m_impl->history.select(script, below, std::max(count, 0));
    if (!rows) return fail(rows.error());
    while (true) {
        const auto more = rows->next();
        if (!more) return fail(more.error());
        if (!*more) return out;
        const auto row = historyRowFrom(*rows);
        if (!row) return fail(badIndexRow("history"));
        out.push_back(*row);
    }
}

ChainReader::Answer<HistorySums> ChainReader::historySums(const ScriptHash& script) {
    const Snapshot snapshot(*this);
    const auto end = m_impl->endOfIndex();
    if (!end) return fail(end.error());
    auto rows = m_impl->historySums.select(script, *end);
    if (!rows) return fail(rows.error());
    const auto more = rows->next();
    if (!more) return fail(more.error());
    if (!*more) return HistorySums{};
    return HistorySums{rows->integer(0), rows->integer(1), rows->integer(2),
                       totalOf(rows->integer(3), rows->integer(4)),
                       totalOf(rows->integer(5), rows->integer(6))};
}

ChainReader::Answer<std::vector<UnspentOutput>> ChainReader::unspent(const ScriptHash& script,
                                                                     std::int32_t count) {
    const Snapshot snapshot(*this);
    const auto end = m_impl->endOfIndex();
    if (!end) return fail(end.error());
    const auto sums = historySums(script);
    if (!sums) return fail(sums.error());
    // Most outputs of a busy address are spent, and the coins are among the newest: stop when all are found.
    const auto wanted = std::min<std::int64_t>(sums->fundedCount - sums->spentCount, count);
    std::vector<UnspentOutput> out;
    auto rows = m_impl->fundings.select(script, *end);
    if (!rows) return fail(rows.error());
    while (static_cast<std::int64_t>(out.size()) < wanted) {
        const auto more = rows->next();
        if (!more) return fail(more.error());
        if (!*more) break;
        const auto outputs = outputsFromBytes(viewOf(rows->bytes(1)));
        const auto txid = fromDisplayOrder<primitives::TxId>(viewOf(rows->bytes(2)));
        if (!outputs || !txid) return fail(badIndexRow("history"));
        for (const std::uint32_t output : *outputs) {
            auto found = coin({*txid, output});
            if (!found) return fail(found.error());
            if (*found) out.push_back({{*txid, output}, placeFromKey(rows->integer(0)), std::move(**found)});
        }
    }
    if (static_cast<std::int64_t>(out.size()) > count)
        out.resize(static_cast<std::size_t>(std::max(count, 0)));
    return out;
}

ChainReader::Answer<std::vector<primitives::TxId>> ChainReader::txidsByPrefix(const std::string& hexPrefix,
                                                                              std::int32_t count) {
    std::vector<primitives::TxId> out;
    const auto range = rangeOf(hexPrefix);
    if (!range) return out;
    const Snapshot snapshot(*this);
    const auto end = m_impl->endOfIndex();
    if (!end) return fail(end.error());
    auto rows = m_impl->txidsByPrefix.select(range->from, range->to, *end, std::max(count, 0));
    if (!rows) return fail(rows.error());
    while (true) {
        const auto more = rows->next();
        if (!more) return fail(more.error());
        if (!*more) return out;
        const auto txid = fromDisplayOrder<primitives::TxId>(viewOf(rows->bytes(0)));
        if (!txid) return fail(badIndexRow("transactions"));
        out.push_back(*txid);
    }
}

ChainReader::Answer<std::vector<StoredBlock>> ChainReader::blocksByPrefix(const std::string& hexPrefix,
                                                                          std::int32_t count) {
    const auto range = rangeOf(hexPrefix);
    if (!range) return std::vector<StoredBlock>();
    return m_impl->allBlocks(m_impl->blocksByPrefix.select(range->from, range->to, std::max(count, 0)));
}

} // namespace storage
