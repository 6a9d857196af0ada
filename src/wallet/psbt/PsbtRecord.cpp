#include "wallet/psbt/PsbtRecord.h"

#include "crypto/PublicKey.h"

#include <algorithm>

namespace wallet {

namespace {

constexpr std::size_t kNoLimit = kMaxPsbtBytes;
constexpr std::size_t kPoint = 33;

} // namespace

util::Bytes bytesOf(util::ByteView view) {
    return {view.begin(), view.end()};
}

PsbtWrong readSized32(util::ByteView value, std::optional<std::uint32_t>& out) {
    if (value.size() != sizeof(std::uint32_t)) return kWrongValueSize;
    out = util::ByteReader(value).u32();
    return {};
}

PsbtWrong readOrigin(util::ByteView value, script::KeyOrigin& out) {
    if (value.empty() || value.size() % sizeof(std::uint32_t) != 0) return "Invalid length for HD key path";
    util::ByteReader reader(value);
    out.fingerprint = reader.array<4>();
    while (!reader.atEnd())
        out.path.push_back(reader.u32());
    return {};
}

PsbtWrong readKeyOrigin(const PsbtRecord& record, std::map<util::Bytes, script::KeyOrigin>& out) {
    if (record.keyData.size() != kPoint && record.keyData.size() != 65)
        return "Size of key was not the expected size for the type BIP32 keypath";
    if (!crypto::PublicKey::parse(record.keyData)) return "Invalid pubkey";
    return readOrigin(record.value, out[bytesOf(record.keyData)]);
}

PsbtWrong readTapOrigin(const PsbtRecord& record, std::map<util::Bytes, TapOrigin>& out, const char* what) {
    util::ByteReader reader(record.value);
    TapOrigin origin;
    const std::uint64_t count = reader.compactSize(record.value.size() / 32);
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i)
        origin.leaves.insert(reader.array<32>());
    if (!reader.ok()) return std::string(what) + " Taproot BIP32 keypath has an invalid length";
    if (auto wrong = readOrigin(reader.view(reader.remaining()), origin.origin)) return wrong;
    out[bytesOf(record.keyData)] = std::move(origin);
    return {};
}

PsbtWrong readXOnly(const PsbtRecord& record, util::Bytes& out) {
    if (record.value.size() != 32) return kWrongValueSize;
    out = bytesOf(record.value);
    return {};
}

PsbtWrong readParticipants(const PsbtRecord& record, MusigParticipants& out, const char* what) {
    if (!crypto::PublicKey::parse(record.keyData))
        return std::string(what) + " musig2 aggregate pubkey is invalid";
    std::vector<util::Bytes> keys;
    util::ByteView rest = record.value;
    for (; rest.size() >= kPoint; rest = rest.subspan(kPoint)) {
        if (!crypto::PublicKey::parse(rest.first(kPoint)))
            return std::string(what) + " musig2 participant pubkey is invalid";
        keys.push_back(bytesOf(rest.first(kPoint)));
    }
    if (!rest.empty())
        return std::string(what) + " musig2 participants pubkeys value size is not a multiple of 33";
    out[bytesOf(record.keyData)] = std::move(keys);
    return {};
}

PsbtWrong checkProprietary(const PsbtRecord& record) {
    util::ByteReader reader(record.keyData);
    (void)reader.sized(kNoLimit);
    (void)reader.compactSize(~std::uint64_t{0});
    if (!reader.ok()) return "Proprietary key is broken";
    return {};
}

Result<std::optional<PsbtRecord>, PsbtError> nextRecord(util::ByteReader& reader) {
    const auto broken = [](const char* words) { return fail(PsbtError{PsbtFault::Broken, words}); };
    PsbtRecord out;
    out.key = reader.sized(kNoLimit);
    if (!reader.ok()) return broken("end of data in a key");
    if (out.key.empty()) return std::nullopt;
    util::ByteReader key(out.key);
    out.type = key.compactSize(~std::uint64_t{0});
    if (!key.ok()) return broken("non-canonical type of a key");
    out.keyData = key.view(key.remaining());
    out.value = reader.sized(kNoLimit);
    if (!reader.ok()) return broken("end of data in a value");
    return out;
}

} // namespace wallet
