#pragma once

#include "script/Machine.h"

namespace script {

/// What ECDSA signatures of a running script commit to: the script from the last OP_CODESEPARATOR on. Before
/// SegWit a copy when a signature had to be cut out of it, otherwise a view.
class ScriptCode {
public:
    explicit ScriptCode(util::ByteView script) : m_script(script) {}
    [[nodiscard]] util::ByteView view() const { return m_copy ? util::ByteView(*m_copy) : m_script; }
    /// FindAndDelete: cuts out every push of `signature`; tells whether there was one.
    bool remove(util::ByteView signature);

private:
    util::ByteView m_script;
    std::optional<util::Bytes> m_copy;
};

/// Errors: SigFindAndDelete where a signature occurs in the script and VerifyConstScriptCode is set.
Result<ScriptCode, ScriptError> scriptCodeFor(const Machine& machine,
                                              std::span<const util::ByteView> signatures);

/// Checks the form of both as the flags ask (BIP 66, BIP 146, key types), then the signature.
Result<bool, ScriptError> checkEcdsa(const Machine& machine, util::ByteView signature,
                                     util::ByteView publicKey, util::ByteView scriptCode);

} // namespace script
