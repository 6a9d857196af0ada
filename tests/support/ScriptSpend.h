#pragma once

#include "script/Interpreter.h"

#include <vector>

namespace support {

/// The pair of transactions of the script vectors: one that creates an output with the script, one that
/// spends it.
class ScriptSpend {
public:
    ScriptSpend(util::Bytes scriptPubKey, util::Bytes scriptSig, std::vector<util::Bytes> witness = {},
                primitives::Amount amount = {})
        : m_spent({{amount, std::move(scriptPubKey)}}),
          m_transaction(spendOf(m_spent[0], std::move(scriptSig), std::move(witness))),
          m_cache(m_transaction, m_spent) {}

    [[nodiscard]] const primitives::Transaction& transaction() const { return m_transaction; }
    [[nodiscard]] const std::vector<primitives::TxOut>& spent() const { return m_spent; }
    [[nodiscard]] const script::SigHashCache& cache() const { return m_cache; }
    [[nodiscard]] Result<void, script::ScriptError> verify(script::VerifyFlags flags) const {
        return script::verifyInput(m_transaction, 0, m_spent, m_cache, flags);
    }
    /// The name of the vectors: "OK" or the error.
    [[nodiscard]] const char* verdict(script::VerifyFlags flags) const {
        const auto done = verify(flags);
        return done ? "OK" : script::toString(done.error());
    }

private:
    static primitives::Transaction spendOf(const primitives::TxOut& spent, util::Bytes scriptSig,
                                           std::vector<util::Bytes> witness) {
        primitives::TransactionParts credit{.version = 1, .inputs = {{}}, .outputs = {spent}};
        credit.inputs[0].scriptSig = {0, 0};
        primitives::TransactionParts spend{.version = 1, .inputs = {{}}, .outputs = {{spent.value, {}}}};
        spend.inputs[0].previous = {primitives::Transaction(std::move(credit)).txid(), 0};
        spend.inputs[0].scriptSig = std::move(scriptSig);
        spend.inputs[0].witness = std::move(witness);
        return primitives::Transaction(std::move(spend));
    }

    std::vector<primitives::TxOut> m_spent;
    primitives::Transaction m_transaction;
    script::SigHashCache m_cache;
};

} // namespace support
