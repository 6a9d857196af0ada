#pragma once

#include "wallet/psbt/Psbt.h"

#include "util/ByteReader.h"

namespace wallet {

/// What is wrong with a record, in Bitcoin Core's words; nothing when it is well.
using PsbtWrong = std::optional<std::string>;

constexpr const char* kWrongValueSize = "Size of value was not the stated size";

/// One record: the key begins with its type.
struct PsbtRecord {
    util::ByteView key;
    std::uint64_t type = 0;
    util::ByteView keyData; ///< behind the type
    util::ByteView value;
};

/// How a field is read into a map. One row says all that its key has to obey.
template <class Map>
struct PsbtField {
    std::uint8_t type;
    const char* name;
    std::optional<std::size_t> keySize; ///< of the whole key; nothing: the reader looks at it
    bool onlyVersion2;
    PsbtWrong (*read)(Map& map, const PsbtRecord& record);
};

// Parts that several fields share.
util::Bytes bytesOf(util::ByteView view);
PsbtWrong readSized32(util::ByteView value, std::optional<std::uint32_t>& out);
PsbtWrong readOrigin(util::ByteView value, script::KeyOrigin& out);
PsbtWrong readKeyOrigin(const PsbtRecord& record, std::map<util::Bytes, script::KeyOrigin>& out);
PsbtWrong readTapOrigin(const PsbtRecord& record, std::map<util::Bytes, TapOrigin>& out, const char* what);
PsbtWrong readXOnly(const PsbtRecord& record, util::Bytes& out);
PsbtWrong readParticipants(const PsbtRecord& record, MusigParticipants& out, const char* what);
PsbtWrong checkProprietary(const PsbtRecord& record);

/// The next record of the map that `reader` is in; nothing at the map's end. Errors: it ends too early, or a
/// type is written in no shortest form.
Result<std::optional<PsbtRecord>, PsbtError> nextRecord(util::ByteReader& reader);

PsbtWrong readInputRecord(PsbtInput& input, const PsbtRecord& record, std::uint32_t version);
PsbtWrong readOutputRecord(PsbtOutput& output, const PsbtRecord& record, std::uint32_t version);

/// Looks a record's row up and reads it; what has no row is kept. Needs: `kept` and `proprietary` of the map.
template <class Map, std::size_t Count>
PsbtWrong readByRows(const PsbtField<Map> (&rows)[Count], Map& map, const PsbtRecord& record,
                     std::uint32_t version, std::uint8_t proprietary) {
    if (record.type == proprietary) {
        map.proprietary.emplace(bytesOf(record.key), bytesOf(record.value));
        return checkProprietary(record);
    }
    for (const PsbtField<Map>& row : rows) {
        if (row.type != record.type) continue;
        if (row.keySize && record.key.size() != *row.keySize)
            return "Size of key was not " + std::to_string(*row.keySize) + " for the type " + row.name;
        if (row.onlyVersion2 && version < 2) return std::string(row.name) + " is not allowed in PSBTv0";
        return row.read(map, record);
    }
    map.unknown.emplace(bytesOf(record.key), bytesOf(record.value));
    return {};
}

} // namespace wallet
