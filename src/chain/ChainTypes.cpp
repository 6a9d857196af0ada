#include "chain/ChainTypes.h"

#include "chain/CoinbaseTag.h"

#include "script/Script.h"

namespace chain {

namespace {

/// Enough for every output a miner can be paid with; headers stay in memory for good.
constexpr std::size_t kMaxMinerScript = 520;
/// Bytes of the smallest coin and of the smallest list, to bound what a damaged count may reserve.
constexpr std::size_t kMinCoinSize = 4 + 8 + 1;

void writeCoin(util::ByteWriter& writer, const consensus::Coin& coin) {
    writer.u32(static_cast<std::uint32_t>(coin.height) * 2 + (coin.fromCoinbase ? 1 : 0));
    writer.i64(coin.output.value.satoshi());
    writer.sized(coin.output.scriptPubKey);
}

consensus::Coin readCoin(util::ByteReader& reader) {
    consensus::Coin coin;
    const std::uint32_t code = reader.u32();
    coin.height = static_cast<std::int32_t>(code / 2);
    coin.fromCoinbase = code % 2 != 0;
    coin.output.value = primitives::Amount(reader.i64());
    const util::ByteView script = reader.sized(script::kMaxScriptSize);
    coin.output.scriptPubKey.assign(script.begin(), script.end());
    if (reader.ok() && !coin.output.value.inRange()) reader.setError(util::ReadError::BadFormat);
    return coin;
}

std::vector<consensus::Coin> readCoins(util::ByteReader& reader) {
    std::vector<consensus::Coin> coins;
    const std::uint64_t count = reader.compactSize(reader.remaining() / kMinCoinSize);
    coins.reserve(count);
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        coins.push_back(readCoin(reader));
    return coins;
}

} // namespace

BlockFacts factsOf(const primitives::Block& block) {
    BlockFacts facts;
    facts.transactionCount = static_cast<std::int32_t>(block.transactions.size());
    facts.sizeBytes = static_cast<std::int64_t>(block.size());
    facts.weight = block.weight();
    if (!block.transactions.empty() && !block.transactions.front()->outputs().empty()) {
        const util::Bytes& script = block.transactions.front()->outputs().front().scriptPubKey;
        if (script.size() <= kMaxMinerScript) facts.minerScript = script;
    }
    if (!block.transactions.empty()) facts.finder = finderName(*block.transactions.front());
    return facts;
}

util::Bytes serialize(const BlockUndo& undo) {
    util::ByteWriter writer;
    writer.compactSize(undo.spent.size());
    for (const std::vector<consensus::Coin>& coins : undo.spent) {
        writer.compactSize(coins.size());
        for (const consensus::Coin& coin : coins)
            writeCoin(writer, coin);
    }
    return writer.take();
}

Result<BlockUndo, util::ReadError> parseUndo(util::ByteView bytes) {
    util::ByteReader reader(bytes);
    BlockUndo undo;
    const std::uint64_t count = reader.compactSize(reader.remaining());
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        undo.spent.push_back(readCoins(reader));
    if (reader.ok() && !reader.atEnd()) reader.setError(util::ReadError::TrailingData);
    if (!reader.ok()) return fail(reader.error());
    return undo;
}

} // namespace chain
