#pragma once

#include "script/Opcode.h"
#include "util/Bytes.h"

#include <optional>
#include <string>

namespace script {

constexpr std::size_t kMaxScriptSize = 10'000;
constexpr std::size_t kMaxElementSize = 520;
/// That OP_CHECKMULTISIG takes.
constexpr std::int64_t kMaxMultiSigKeys = 20;

/// One operation and the bytes it pushes (a view into the script).
struct Operation {
    Opcode opcode;
    util::ByteView pushed;
    /// Opcode 0 to PushData4.
    [[nodiscard]] bool isPushOfBytes() const { return opcode <= Opcode::PushData4; }
};

/// Walks over a script's operations, which are views into it: it must outlive them.
class OperationReader {
public:
    explicit OperationReader(util::ByteView script) : m_script(script) {}
    /// The next operation; nothing at the end or where the script breaks off (then `broken()`).
    std::optional<Operation> next();
    [[nodiscard]] bool broken() const { return m_broken; }
    [[nodiscard]] std::size_t position() const { return m_position; }

private:
    util::ByteView m_script;
    std::size_t m_position = 0;
    bool m_broken = false;
};

/// Makes scripts; every push takes its shortest form.
class ScriptBuilder {
public:
    ScriptBuilder& op(Opcode opcode);
    /// Needs: at most 4 GiB; what is longer than kMaxElementSize can be written and never run.
    ScriptBuilder& push(util::ByteView bytes);
    /// Script number: OP_0, OP_1NEGATE, OP_1 … OP_16 or the shortest signed little endian bytes.
    ScriptBuilder& number(std::int64_t value);
    [[nodiscard]] util::Bytes take() { return std::move(m_script); }

private:
    util::Bytes m_script;
};

/// Never spendable: starts with OP_RETURN or is longer than 10 000 bytes. Such outputs are no coins.
bool isUnspendable(util::ByteView script);
/// Only pushes (OP_RESERVED and OP_1 … OP_16 count).
bool isPushOnly(util::ByteView script);
/// Signature operations of a script as legacy rules count them; `accurate` counts a multisig by its number of
/// keys.
std::int64_t countSigOps(util::ByteView script, bool accurate);

/// Core's text form: "OP_DUP OP_HASH160 89ab… OP_EQUALVERIFY OP_CHECKSIG".
std::string toAsm(util::ByteView script);
/// The same of what unlocks an input: signatures end with the name of their hash type, "…[ALL]".
std::string toUnlockingAsm(util::ByteView script);
/// Esplora's text form: "OP_PUSHBYTES_20 89ab…".
std::string toEsploraAsm(util::ByteView script);

} // namespace script
