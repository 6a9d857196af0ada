#pragma once

#include "script/OutputType.h"
#include "wallet/psbt/PsbtSigner.h"

namespace wallet {

/// What an input is solved for.
struct SolverTask {
    const primitives::Transaction* transaction = nullptr; ///< null: of an output, nothing is signed
    std::size_t index = 0;
    std::span<const primitives::TxOut> spent = {}; ///< one an input
    bool knowsAllSpent = false;                    ///< taproot signatures commit to all of them
    const script::SigHashCache* cache = nullptr;
    std::uint32_t hashType = script::SigHashDefault; ///< ALL but for taproot
    bool sign = true;
    bool withOrigins = true;
    bool estimates = false; ///< signatures of the usual size stand for those that are missing
};

/// Finds what unlocks one output: takes what the input and `data` know, signs, and keeps all that was learned
/// in the input. For one use.
class InputSolver {
public:
    /// All of it is borrowed.
    InputSolver(const SolverTask& task, PsbtInput& input, const script::SpendingData& data)
        : m_task(task), m_input(input), m_data(data) {}

    struct Solution {
        util::Bytes scriptSig;
        std::vector<util::Bytes> witness;
        bool isWhole = false;   ///< as far as signatures were there for all places; not yet checked
        bool isWitness = false; ///< what signs it commits to the value spent
    };
    Solution run(const primitives::TxOut& spent);
    [[nodiscard]] const PsbtMissing& missing() const { return m_missing; }

private:
    using Stack = std::vector<util::Bytes>;
    enum class Version { Base, Witness };

    [[nodiscard]] std::optional<util::Bytes> redeemScriptOf(util::ByteView hash) const;
    [[nodiscard]] std::optional<util::Bytes> witnessScriptOf(util::ByteView hash) const;
    [[nodiscard]] std::optional<util::Bytes> keyOf(util::ByteView hash) const;
    std::optional<Stack> witnessStack(util::ByteView program, script::OutputType type, bool& isWitness);
    std::optional<Stack> solve(util::ByteView script, Version version);
    std::optional<Stack> solveMultiSig(util::ByteView script, Version version);

    std::optional<util::Bytes> signature(util::ByteView key, util::ByteView script, Version version);
    [[nodiscard]] std::optional<crypto::Hash256Bytes> message(util::ByteView script, Version version,
                                                              std::uint32_t hashType) const;
    [[nodiscard]] bool isSignedBy(const PartialSignature& made, util::ByteView script, Version version) const;

    void learnTaproot(const util::Bytes& outputKey);
    void learnTapKey(const util::Bytes& key, const crypto::Hash256Bytes* leaf);
    std::optional<Stack> solveTaproot(util::ByteView outputKey);
    [[nodiscard]] util::Bytes estimatedSchnorr() const;
    std::optional<util::Bytes> tapKeySignature(util::ByteView outputKey);
    std::optional<Stack> solveLeaf(const script::TapLeaf& leaf, const util::Bytes& controlBlock);
    std::optional<util::Bytes> leafSignature(const util::Bytes& key, const crypto::Hash256Bytes& leaf);
    [[nodiscard]] std::optional<crypto::Hash256Bytes> tapMessage(std::uint32_t hashType,
                                                                 const crypto::Hash256Bytes* leaf) const;
    [[nodiscard]] bool isTapSignature(util::ByteView key, util::ByteView made,
                                      const crypto::Hash256Bytes* leaf) const;
    [[nodiscard]] std::optional<util::Bytes> tapSigned(const crypto::PrivateKey& key,
                                                       const crypto::Hash256Bytes* leaf) const;

    const SolverTask& m_task;
    PsbtInput& m_input;
    const script::SpendingData& m_data;
    PsbtMissing m_missing;
};

} // namespace wallet
