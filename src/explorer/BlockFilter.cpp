#include "explorer/BlockFilter.h"

#include "crypto/Sha256.h"
#include "crypto/SipHash.h"
#include "script/Opcode.h"
#include "util/ByteWriter.h"

#include <algorithm>
#include <set>

namespace explorer {

namespace {

constexpr int kRemainderBits = 19;            ///< P
constexpr std::uint64_t kMistakeIn = 784'931; ///< M

std::uint64_t wordAt(util::ByteView bytes, std::size_t position) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < 8 && position + i < bytes.size(); ++i)
        word |= std::uint64_t{bytes[position + i]} << (8 * i);
    return word;
}

/// SipHash-2-4 of any bytes: the last word holds what is left and the length.
std::uint64_t sipHash(std::uint64_t firstKey, std::uint64_t secondKey, util::ByteView bytes) {
    crypto::SipHash<2, 4> hash(firstKey, secondKey);
    const std::size_t whole = bytes.size() / 8 * 8;
    for (std::size_t i = 0; i < whole; i += 8)
        hash.add(wordAt(bytes, i));
    hash.add(wordAt(bytes, whole) | (std::uint64_t{bytes.size()} << 56));
    return hash.finish();
}

/// The upper half of a product: `value` scaled from 64 bits down to below `range`.
std::uint64_t scaled(std::uint64_t value, std::uint64_t range) {
    __extension__ using Wide = unsigned __int128;
    return static_cast<std::uint64_t>((static_cast<Wide>(value) * range) >> 64);
}

/// Bits from the highest of each byte down.
class BitWriter {
public:
    void write(std::uint64_t value, int bits) {
        for (int i = bits - 1; i >= 0; --i)
            writeBit(((value >> i) & 1) != 0);
    }
    void writeUnary(std::uint64_t count) {
        for (; count > 0; --count)
            writeBit(true);
        writeBit(false);
    }
    [[nodiscard]] util::Bytes take() { return std::move(m_bytes); }

private:
    void writeBit(bool bit) {
        if (m_used == 0) m_bytes.push_back(0);
        if (bit) m_bytes.back() = static_cast<std::uint8_t>(m_bytes.back() | (0x80U >> m_used));
        m_used = (m_used + 1) % 8;
    }
    util::Bytes m_bytes;
    unsigned m_used = 0;
};

std::set<util::Bytes> scriptsOf(const primitives::Block& block, const chain::BlockUndo* undo) {
    std::set<util::Bytes> out;
    for (const auto& transaction : block.transactions) {
        for (const primitives::TxOut& output : transaction->outputs()) {
            const util::Bytes& script = output.scriptPubKey;
            if (!script.empty() && script[0] != static_cast<std::uint8_t>(script::Opcode::Return))
                out.insert(script);
        }
    }
    if (undo == nullptr) return out;
    for (const auto& spent : undo->spent) {
        for (const auto& coin : spent) {
            if (!coin.output.scriptPubKey.empty()) out.insert(coin.output.scriptPubKey);
        }
    }
    return out;
}

} // namespace

util::Bytes basicFilter(const primitives::Block& block, const chain::BlockUndo* undo) {
    const std::set<util::Bytes> scripts = scriptsOf(block, undo);
    const primitives::BlockHash hash = block.header.hash();
    const std::uint64_t firstKey = wordAt(hash.view(), 0);
    const std::uint64_t secondKey = wordAt(hash.view(), 8);
    std::vector<std::uint64_t> values;
    for (const util::Bytes& script : scripts)
        values.push_back(scaled(sipHash(firstKey, secondKey, script), scripts.size() * kMistakeIn));
    std::sort(values.begin(), values.end());
    BitWriter bits;
    std::uint64_t last = 0;
    for (const std::uint64_t value : values) {
        const std::uint64_t step = value - last;
        bits.writeUnary(step >> kRemainderBits);
        bits.write(step, kRemainderBits);
        last = value;
    }
    util::ByteWriter writer;
    writer.compactSize(scripts.size());
    writer.bytes(bits.take());
    return writer.take();
}

util::ByteArray<32> filterHeader(const util::ByteArray<32>& filterHash, const util::ByteArray<32>& previous) {
    util::ByteWriter writer;
    writer.bytes(filterHash);
    writer.bytes(previous);
    return crypto::sha256d(writer.take());
}

} // namespace explorer
