#include "crypto/PublicKey.h"
#include "crypto/Ripemd160.h"
#include "script/Interpreter.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "support/ScriptFlags.h"
#include "util/Require.h"

#include <algorithm>

/// A single-leaf taproot output of `script`, and the control block that opens it.
static std::pair<util::Bytes, util::Bytes> taprootOf(util::ByteView script) {
    constexpr util::ByteArray<33> kInternal = {
        0x02, 0x79, 0xbe, 0x66, 0x7e, 0xf9, 0xdc, 0xbb, 0xac, 0x55, 0xa0, 0x62, 0x95, 0xce, 0x87, 0x0b, 0x07,
        0x02, 0x9b, 0xfc, 0xdb, 0x2d, 0xce, 0x28, 0xd9, 0x59, 0xf2, 0x81, 0x5b, 0x16, 0xf8, 0x17, 0x98};
    util::ByteWriter leaf;
    leaf.u8(0xc0);
    leaf.sized(script);
    util::Bytes tweak(kInternal.begin() + 1, kInternal.end());
    const auto leafHash = crypto::taggedHash("TapLeaf", leaf.view());
    tweak.insert(tweak.end(), leafHash.begin(), leafHash.end());
    const auto output = crypto::PublicKey::parse(kInternal)->tweakAdd(crypto::taggedHash("TapTweak", tweak));
    require(output.has_value());
    const util::ByteView key = output->compressed();
    util::Bytes control = {static_cast<std::uint8_t>(0xc0 | (key[0] & 1))};
    control.insert(control.end(), kInternal.begin() + 1, kInternal.end());
    return {script::witnessScript(1, key.subspan(1)), control};
}

/// Locks an output with `script` in one of the five ways and puts what opens it into the input.
static util::Bytes lockWith(util::Bytes script, unsigned way, primitives::TxIn& input) {
    const auto scriptHash = script::witnessScript(0, crypto::sha256(script));
    const auto push = [&input](const util::Bytes& bytes) {
        const auto pushed = script::ScriptBuilder().push(bytes).take();
        input.scriptSig.insert(input.scriptSig.end(), pushed.begin(), pushed.end());
    };
    if (way == 1) {
        push(script);
        return script::scriptHashScript(crypto::hash160(script));
    }
    if (way == 2 || way == 3) {
        input.witness.push_back(std::move(script));
        if (way == 2) return scriptHash;
        input.scriptSig.clear();
        push(scriptHash);
        return script::scriptHashScript(crypto::hash160(scriptHash));
    }
    if (way == 4) {
        auto [scriptPubKey, control] = taprootOf(script);
        input.witness.push_back(std::move(script));
        input.witness.push_back(std::move(control));
        return scriptPubKey;
    }
    return script;
}

static util::Bytes bytesFrom(util::ByteReader& reader) {
    const std::size_t length = reader.u8();
    const auto bytes = reader.view(std::min(length, reader.remaining()));
    return {bytes.begin(), bytes.end()};
}

/// Any script runs to an end, and fewer rules never make a valid spend invalid.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    util::ByteReader reader(util::ByteView(data, size));
    const script::VerifyFlags flags = support::filled(reader.u32() & support::kAllFlags);
    const script::VerifyFlags fewer = support::trimmed(flags & reader.u32());
    const unsigned way = reader.u8() % 5;
    primitives::TransactionParts parts{
        .version = reader.i32(), .inputs = {{}}, .outputs = {{}}, .lockTime = 0};
    parts.lockTime = reader.u32();
    primitives::TxIn& input = parts.inputs[0];
    input.sequence = reader.u32();
    for (unsigned count = reader.u8() % 6; count > 0; --count)
        input.witness.push_back(bytesFrom(reader));
    input.scriptSig = bytesFrom(reader);
    const auto rest = reader.view(reader.remaining());
    const std::vector<primitives::TxOut> spent = {
        {primitives::Amount(1), lockWith({rest.begin(), rest.end()}, way, input)}};

    const primitives::Transaction transaction(std::move(parts));
    const script::SigHashCache cache(transaction, spent);
    const auto done = script::verifyInput(transaction, 0, spent, cache, flags);
    if (done) require(script::verifyInput(transaction, 0, spent, cache, fewer).has_value());
    return 0;
}
