#include "chain/CoinStatistics.h"

#include "crypto/MuHash.h"
#include "crypto/Sha256.h"
#include "util/ByteWriter.h"

namespace chain {

namespace {

/// Outpoint, height with the coinbase flag, value, and two for the script's length.
constexpr std::int64_t kBogoOverhead = 32 + 4 + 4 + 8 + 2;

/// A coin as the hash over all coins takes it, all integers little endian.
util::Bytes bytesOf(const primitives::OutPoint& outpoint, const consensus::Coin& coin) {
    util::ByteWriter writer;
    writer.reserve(kBogoOverhead + 3 + coin.output.scriptPubKey.size()); // a longer length takes 3 bytes more
    writer.bytes(outpoint.txid.view());
    writer.u32(outpoint.index);
    writer.u32(static_cast<std::uint32_t>(coin.height) * 2 + (coin.fromCoinbase ? 1 : 0));
    writer.i64(coin.output.value.satoshi());
    writer.sized(coin.output.scriptPubKey);
    return writer.take();
}

} // namespace

Result<CoinStatistics, StoreError> coinStatistics(CoinStore& coins, CoinHash kind) {
    CoinStatistics statistics;
    primitives::TxId lastTxid;
    crypto::Sha256 hash;
    crypto::MuHash product;
    const auto visited =
        coins.forEach([&](const primitives::OutPoint& outpoint, const consensus::Coin& coin) {
            ++statistics.txouts;
            if (outpoint.txid != lastTxid || statistics.transactions == 0)
                ++statistics.transactions; // they come ordered by txid
            lastTxid = outpoint.txid;
            statistics.bogoSize += kBogoOverhead + static_cast<std::int64_t>(coin.output.scriptPubKey.size());
            statistics.totalAmount += coin.output.value;
            if (kind == CoinHash::Serialized3) hash.add(bytesOf(outpoint, coin));
            if (kind == CoinHash::MuHash) product.add(bytesOf(outpoint, coin));
            return true;
        });
    if (!visited) return fail(visited.error());
    if (kind == CoinHash::Serialized3)
        statistics.hashSerialized3 = util::toReversedHex(crypto::sha256(hash.finish()));
    if (kind == CoinHash::MuHash) statistics.muHash = util::toReversedHex(product.finish());
    return statistics;
}

} // namespace chain
