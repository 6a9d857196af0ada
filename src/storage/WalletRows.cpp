#include "storage/WalletRows.h"

namespace storage {
namespace {

util::Bytes copyOf(const QByteArray& bytes) {
    const auto view = viewOf(bytes);
    return {view.begin(), view.end()};
}

template <class Hash>
std::optional<Hash> hashFrom(const QByteArray& bytes) {
    if (bytes.size() != static_cast<qsizetype>(Hash::kSize)) return std::nullopt;
    return Hash::fromBytes(viewOf(bytes));
}

std::optional<wallet::KeyPath> pathFrom(const Rows& rows, int column) {
    const auto descriptor = rows.fitting<std::uint32_t>(column);
    const auto index = rows.fitting<std::uint32_t>(column + 1);
    if (!descriptor || !index) return std::nullopt;
    return wallet::KeyPath{*descriptor, *index};
}

} // namespace

std::optional<wallet::StoredDescriptor> descriptorFrom(const Rows& rows) {
    const auto id = rows.fitting<std::uint32_t>(0);
    const std::int64_t chain = rows.integer(2);
    const auto next = rows.fitting<std::uint32_t>(4);
    const auto rangeEnd = rows.fitting<std::uint32_t>(5);
    if (!id || chain < 0 || chain > 1 || !next || !rangeEnd) return std::nullopt;
    wallet::StoredDescriptor out;
    out.id = *id;
    out.text = rows.text(1).toStdString();
    out.chain = static_cast<wallet::KeyChain>(chain);
    out.isActive = rows.integer(3) != 0;
    out.next = *next;
    out.rangeEnd = *rangeEnd;
    out.birth = rows.integer(6);
    out.canSign = rows.integer(7) != 0;
    return out;
}

std::optional<wallet::WalletAddress> addressFrom(const Rows& rows) {
    const auto path = pathFrom(rows, 0);
    if (!path) return std::nullopt;
    wallet::WalletAddress out;
    out.path = *path;
    out.scriptPubKey = copyOf(rows.bytes(2));
    out.address = rows.text(3).toStdString();
    out.label = rows.text(4).toStdString();
    out.used = rows.integer(5) != 0;
    out.handedOut = rows.integer(6);
    return out;
}

std::optional<wallet::WalletTransaction> transactionFrom(const Rows& rows) {
    const QByteArray bytes = rows.bytes(1);
    auto parsed = primitives::Transaction::parse(viewOf(bytes));
    const auto txid = hashFrom<primitives::TxId>(rows.bytes(0));
    const std::int64_t state = rows.integer(2);
    const auto height = rows.fitting<std::int32_t>(3);
    const auto block = hashFrom<primitives::BlockHash>(rows.bytes(4));
    if (!parsed || !txid || parsed->txid() != *txid || state < 0 || state > 2 || !height || !block)
        return std::nullopt;

    wallet::WalletTransaction out;
    out.transaction = std::make_shared<const primitives::Transaction>(std::move(*parsed));
    out.state = static_cast<wallet::TxState>(state);
    out.height = *height;
    out.block = *block;
    out.time = rows.integer(5);
    out.received = primitives::Amount(rows.integer(6));
    out.spent = primitives::Amount(rows.integer(7));
    if (!out.received.inRange() || !out.spent.inRange()) return std::nullopt;
    if (!rows.isNull(8)) out.fee = primitives::Amount(rows.integer(8));
    out.isCoinbase = rows.integer(9) != 0;
    out.note = rows.text(10).toStdString();
    out.sequence = rows.integer(11);
    return out;
}

std::optional<wallet::StoredCoin> coinFrom(const Rows& rows) {
    const auto txid = hashFrom<primitives::TxId>(rows.bytes(0));
    const auto number = rows.fitting<std::uint32_t>(1);
    const primitives::Amount value(rows.integer(2));
    const auto path = pathFrom(rows, 4);
    const auto height = rows.fitting<std::int32_t>(6);
    if (!txid || !number || !value.inRange() || !path || !height) return std::nullopt;

    wallet::StoredCoin out;
    out.coin.outpoint = {*txid, *number};
    out.coin.output = {value, copyOf(rows.bytes(3))};
    out.coin.path = *path;
    out.coin.height = *height;
    out.coin.fromCoinbase = rows.integer(7) != 0;
    out.coin.isChange = rows.integer(8) != 0;
    if (!rows.isNull(9)) {
        out.spentBy = hashFrom<primitives::TxId>(rows.bytes(9));
        if (!out.spentBy) return std::nullopt;
    }
    return out;
}

std::optional<wallet::WalletProperty> propertyFrom(const Rows& rows) {
    return wallet::WalletProperty{rows.text(0).toStdString(), copyOf(rows.bytes(1))};
}

std::optional<wallet::WalletTip> recentBlockFrom(const Rows& rows) {
    const auto height = rows.fitting<std::int32_t>(0);
    const auto hash = hashFrom<primitives::BlockHash>(rows.bytes(1));
    if (!height || !hash) return std::nullopt;
    return wallet::WalletTip{*height, *hash};
}

} // namespace storage
