// JSON-RPC: output descriptors and scripts.
#include "rest/rpc/RpcDescriptors.h"

#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"

#include "crypto/Ripemd160.h"
#include "crypto/Sha256.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "script/Tapscript.h"
#include "script/descriptor/DescriptorChecksum.h"

namespace rest {

using script::Descriptor;

namespace {
constexpr std::int64_t kMaxIndexes = 10'000; ///< of one call
constexpr const char* kStructure = "(),{}";

/// The function whose arguments hold a place, as Core names it in errors: "pk()", "Multi".
std::string functionAround(std::string_view text, std::size_t position) {
    int depth = 0;
    std::size_t at = std::min(position, text.size());
    while (at > 0 && (text[at - 1] != '(' || depth > 0)) {
        depth += text[at - 1] == ')' ? 1 : text[at - 1] == '(' ? -1 : 0;
        --at;
    }
    if (at == 0) return {};
    const std::size_t begin = text.find_last_of(kStructure, at - 2);
    const std::size_t first = at < 2 || begin == std::string_view::npos ? 0 : begin + 1;
    const std::string_view word = text.substr(first, at - 1 - first);
    return word.find("multi") == std::string_view::npos ? std::string(word) + "()" : "Multi";
}

/// What is wrong in Core's words where it has some, else in ours.
std::string descriptorWords(std::string_view text, const script::DescriptorError& error) {
    const std::string_view payload = text.substr(0, text.find('#'));
    const std::string_view rest = payload.substr(std::min(error.position, payload.size()));
    switch (error.fault) {
    case script::DescriptorFault::NoFunction:
        return "'" + std::string(rest) + "' is not a valid descriptor function";
    case script::DescriptorFault::SpacedKey:
        return functionAround(payload, error.position) + ": Key '" +
               std::string(rest.substr(0, rest.find_first_of(kStructure))) + "' is invalid due to whitespace";
    case script::DescriptorFault::Other:
        break;
    }
    return error.sentence + " (At character " + std::to_string(error.position + 1) + ".)";
}
} // namespace

Result<std::vector<Descriptor>, RpcError>
descriptorsOf(const std::string& text, const consensus::ChainParams& params, Descriptor::Checksum checksum) {
    if (checksum == Descriptor::Checksum::Required && text.find('#') == std::string::npos)
        return fail(RpcError{rpc::kNotFound, QStringLiteral("Missing checksum")});
    auto parsed = Descriptor::parse(text, {params.addresses, {}}, checksum);
    if (parsed) return std::move(*parsed);
    return fail(RpcError{rpc::kNotFound, QString::fromStdString(descriptorWords(text, parsed.error()))});
}

Result<IndexRange, RpcError> rangeOf(const JsonValue& range) {
    const auto refuse = [](const char* sentence) {
        return fail(RpcError{rpc::kBadParameter, QString::fromLatin1(sentence)});
    };
    const auto& both = range.items();
    const bool pair = both.size() == 2;
    const auto given = pair ? both[0].integer() : std::optional<std::int64_t>(0);
    const auto end = pair ? both[1].integer() : range.integer();
    if (!given || !end) return refuse("Range must be specified as end or as [begin,end]");
    const std::int64_t first = *given, last = *end;
    if (pair && first > last) return refuse("Range specified as [begin,end] must not have begin after end");
    if (first < 0) return refuse("Range should be greater or equal than 0");
    if (last < 0 || last >= crypto::kHardened) return refuse("End of range is too high");
    if (last - first >= kMaxIndexes)
        return refuse("Range is too large: at most 10000 indexes are derived in one call");
    return IndexRange{std::uint32_t(first), std::uint32_t(last)};
}

namespace {

RpcHandled getDescriptorInfo(const RouteContext& context, const RpcCall& call) {
    auto text = call.params.text(0);
    if (!text) return fail(text.error());
    call.ask(context, [text = std::move(*text)](explorer::ExplorerQueries& queries) -> RpcResult {
        const auto descriptors = descriptorsOf(text, queries.params(), Descriptor::Checksum::Optional);
        if (!descriptors) return fail(descriptors.error());
        const Descriptor& first = descriptors->front();
        JsonWriter json;
        json.beginObject().member("descriptor", first.toString());
        if (descriptors->size() > 1) {
            json.key("multipath_expansion").beginArray();
            for (const Descriptor& each : *descriptors)
                json.value(each.toString());
            json.endArray();
        }
        // Of the text as it was given, private keys and all: what its owner would add to it.
        json.member("checksum", script::descriptorChecksum(std::string_view(text).substr(0, text.find('#')))
                                    .value_or(std::string()));
        json.member("isrange", first.isRanged())
            .member("issolvable", first.isSolvable())
            .member("hasprivatekeys", first.hasPrivateKeys())
            .endObject();
        return json.take();
    });
    return {};
}

std::optional<RpcError> writeAddresses(JsonWriter& json, const Descriptor& descriptor, IndexRange range,
                                       const script::AddressFormat& format) {
    json.beginArray();
    for (std::uint32_t index = range.first; index <= range.last; ++index) {
        const auto scripts = descriptor.scriptsAt(index);
        if (!scripts)
            return RpcError{rpc::kNotFound, QStringLiteral("Cannot derive script without private keys")};
        for (const util::Bytes& bytes : *scripts) {
            const auto address = script::toAddress(bytes, format);
            if (address) json.value(*address);
            // combo() has an output without an address among others.
            else if (scripts->size() == 1)
                return RpcError{rpc::kNotFound,
                                QStringLiteral("Descriptor does not have a corresponding address")};
        }
    }
    json.endArray();
    return std::nullopt;
}

RpcHandled deriveAddresses(const RouteContext& context, const RpcCall& call) {
    auto text = call.params.text(0);
    if (!text) return fail(text.error());
    std::optional<IndexRange> range;
    if (const auto* given = call.params.at(1)) {
        const auto read = rangeOf(*given);
        if (!read) return fail(read.error());
        range = *read;
    }
    call.ask(context, [text = std::move(*text), range](explorer::ExplorerQueries& queries) -> RpcResult {
        const auto descriptors = descriptorsOf(text, queries.params(), Descriptor::Checksum::Required);
        if (!descriptors) return fail(descriptors.error());
        const bool ranged = descriptors->front().isRanged();
        if (ranged && !range)
            return fail(RpcError{rpc::kBadParameter,
                                 QStringLiteral("Range must be specified for a ranged descriptor")});
        if (!ranged && range)
            return fail(
                RpcError{rpc::kBadParameter,
                         QStringLiteral("Range should not be specified for an un-ranged descriptor")});
        JsonWriter json;
        const bool several = descriptors->size() > 1;
        if (several) json.beginArray();
        for (const Descriptor& each : *descriptors) {
            if (auto error =
                    writeAddresses(json, each, range.value_or(IndexRange()), queries.params().addresses))
                return fail(std::move(*error));
        }
        if (several) json.endArray();
        return json.take();
    });
    return {};
}

// --- decodescript

using script::OutputType;

/// Whether a script can be the one of a P2SH output: of a kind that may, and without what no legacy script
/// can run.
bool canBeWrapped(util::ByteView bytes, OutputType type) {
    switch (type) {
    case OutputType::NullData:
    case OutputType::ScriptHash:
    case OutputType::WitnessUnknown:
    case OutputType::Taproot:
    case OutputType::Anchor:
        return false;
    case OutputType::NonStandard:
    case OutputType::PubKey:
    case OutputType::PubKeyHash:
    case OutputType::MultiSig:
    case OutputType::WitnessPubKeyHash:
    case OutputType::WitnessScriptHash:
        break;
    }
    script::OperationReader reader(bytes);
    while (const auto operation = reader.next()) {
        if (operation->opcode > script::Opcode::Nop10 || script::isOpSuccess(operation->opcode) ||
            operation->pushed.size() > script::kMaxElementSize)
            return false;
    }
    return !reader.broken() && !script::isUnspendable(bytes);
}

/// Whether the script shows an uncompressed key, which no witness script may use.
bool showsLongKey(util::ByteView bytes, OutputType type) {
    if (type != OutputType::PubKey && type != OutputType::MultiSig) return false;
    script::OperationReader reader(bytes);
    while (const auto operation = reader.next()) {
        if (operation->pushed.size() > 33) return true;
    }
    return false;
}

/// The witness program of the same conditions: of the key where there is one, else of the script.
util::Bytes witnessFormOf(util::ByteView bytes, OutputType type) {
    if (type == OutputType::PubKey)
        return script::witnessPubKeyHashScript(crypto::hash160(bytes.subspan(1, bytes.size() - 2)));
    if (type == OutputType::PubKeyHash) return script::witnessPubKeyHashScript(bytes.subspan(3, 20));
    return script::witnessScript(0, crypto::sha256(bytes));
}

/// A multisig is known whole; of other scripts the program alone.
std::string witnessDescriptor(util::ByteView bytes, OutputType type, util::ByteView program,
                              const script::AddressFormat& format) {
    if (type != OutputType::MultiSig) return script::inferDescriptor(program, format);
    const std::string inner = script::inferDescriptor(bytes, format);
    const std::string text = "wsh(" + inner.substr(0, inner.find('#')) + ')';
    return text + '#' + script::descriptorChecksum(text).value_or(std::string());
}

RpcHandled decodeScript(const RouteContext& context, const RpcCall& call) {
    const auto bytes = call.params.bytes(0);
    if (!bytes) return fail(bytes.error());
    const auto& params = context.node.params();
    const auto wrapped = [&](util::ByteView inner) {
        return script::toAddress(script::scriptHashScript(crypto::hash160(inner)), params.addresses)
            .value_or(std::string());
    };
    const auto type = script::outputTypeOf(*bytes);
    JsonWriter json;
    json.beginObject()
        .member("asm", script::toAsm(*bytes))
        .member("desc", script::inferDescriptor(*bytes, params.addresses));
    if (const auto address = script::toAddress(*bytes, params.addresses)) json.member("address", *address);
    json.member("type", script::toString(type));
    if (canBeWrapped(*bytes, type)) {
        json.member("p2sh", wrapped(*bytes));
        if (!script::witnessProgramOf(*bytes) && !showsLongKey(*bytes, type)) {
            const util::Bytes program = witnessFormOf(*bytes, type);
            json.key("segwit").beginObject();
            writeScriptFields(json, program, witnessDescriptor(*bytes, type, program, params.addresses),
                              params);
            json.member("p2sh-segwit", wrapped(program)).endObject();
        }
    }
    json.endObject();
    call.reply(json.take());
    return {};
}

} // namespace

std::vector<RpcMethod> rpcDescriptorMethods() {
    return {
        {"Rawtransactions",
         "decodescript",
         {{"hexstring", RpcType::Text}},
         false,
         "What a script in hex says, and its addresses.",
         decodeScript},
        {"Util",
         "deriveaddresses",
         {{"descriptor", RpcType::Text}, {"range", RpcType::Other, kOptional}},
         false,
         "The addresses of an output descriptor with its checksum, at the indexes of a range.",
         deriveAddresses},
        {"Util",
         "getdescriptorinfo",
         {{"descriptor", RpcType::Text}},
         false,
         "An output descriptor with public keys only, its checksum, and what it is.",
         getDescriptorInfo},
    };
}

} // namespace rest
