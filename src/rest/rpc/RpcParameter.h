#pragma once

#include "rest/json/JsonValue.h"

#include <QString>

#include <limits>

namespace rest {

/// Bitcoin Core's error numbers.
namespace rpc {
constexpr int kMisc = -1, kType = -3, kNotFound = -5, kBadParameter = -8, kDatabase = -20, kDecode = -22,
              kVerify = -25, kRejected = -26, kAlreadyInChain = -27, kNoWallet = -18, kUnauthorized = -32001,
              kInvalidRequest = -32600, kMethodNotFound = -32601, kParseError = -32700;
}

struct RpcError {
    int code = rpc::kMisc;
    QString message;
};
/// What a parameter of a method may be.
enum class RpcType {
    Text,
    Integer,
    Number, ///< with or without a point
    Flag,
    Verbosity, ///< a number, or true and false for 1 and 0
    Amount,    ///< coins, as number or text, read exactly
    Hash,      ///< 64 hexadecimal digits
    Hex,
    Array,
    Object,
    Other, ///< several of these: the handler says what is wrong
};

constexpr bool kOptional = true;

/// One parameter of a method. The row finds it, checks it and documents it; what is left over is refused.
struct RpcParameter {
    const char* names; ///< "verbosity|verbose": the first is its name, the others are taken too
    RpcType type;
    bool optional = false;
    const char* choices = nullptr; ///< of a text, in any case: "unset|economical|conservative"; null: any
    std::int64_t lowest = std::numeric_limits<std::int64_t>::min(); ///< of an integer
    std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    const char* members = nullptr; ///< of an object: what may be given by name beside it, too
    bool isPlain = false;          ///< the usage line has its name alone
};

constexpr RpcParameter plainly(RpcParameter row) {
    row.isPlain = true;
    return row;
}

/// An object of options that may be given as named parameters, as Core's newer methods have it.
constexpr RpcParameter namedOptions(const char* members) {
    return {"options",
            RpcType::Object,
            kOptional,
            nullptr,
            std::numeric_limits<std::int64_t>::min(),
            std::numeric_limits<std::int64_t>::max(),
            members};
}

/// What is wrong with the members of an object, each as its row wants it, in Core's words; nothing when all
/// is well. `isStrict`: no other members.
std::optional<RpcError> wrongMembers(const JsonValue& object, const std::vector<RpcParameter>& rows,
                                     bool isStrict);
/// The same of one value that has to be of a type.
std::optional<RpcError> wrongType(const JsonValue& value, RpcType type);
/// What keeps a text from being 64 hexadecimal digits.
std::optional<RpcError> wrongHash(const std::string& name, const std::string& text);

/// Whether `word` stands in `list`, as "all|any".
bool isOneOf(std::string_view word, std::string_view list);

/// The parameters by position, from a list or from names (with "args" for the first ones), each as its row
/// wants it; what is absent is null. Errors:  `kMisc` with `help` when one is missing or too many are given,
/// else what is wrong.
Result<std::vector<JsonValue>, RpcError> fitParameters(const std::vector<RpcParameter>& rows,
                                                       const JsonValue& given, const std::string& help);
/// As Core writes a method's first line of help: `getblock "blockhash" ( verbosity )`.
std::string signatureOf(const std::string& method, const std::vector<RpcParameter>& rows);

} // namespace rest
