#pragma once

#include "chain/HeaderTree.h"
#include "consensus/MerkleTree.h"
#include "consensus/Subsidy.h"
#include "consensus/Target.h"
#include "crypto/PrivateKey.h"
#include "crypto/Ripemd160.h"
#include "script/OutputType.h"
#include "script/Script.h"
#include "script/SigHash.h"
#include "util/Require.h"

namespace support {

/// An output that a test may spend.
struct Spendable {
    primitives::OutPoint outpoint;
    primitives::TxOut output;
};

/// The key that tests know by a number (not 0).
inline crypto::PrivateKey testKey(std::uint8_t number = 1) {
    util::ByteArray<32> bytes{};
    bytes.back() = number;
    auto key = crypto::PrivateKey::parse(bytes);
    require(key.has_value());
    return *key;
}

/// P2WPKH of `testKey(number)`.
inline util::Bytes testScript(std::uint8_t number = 1) {
    return script::witnessPubKeyHashScript(crypto::hash160(testKey(number).publicKey().compressed()));
}

inline Spendable outputOf(const primitives::Transaction& transaction, std::uint32_t index = 0) {
    return {{transaction.txid(), index}, transaction.outputs().at(index)};
}
inline primitives::BlockHash hashOf(const primitives::BlockRef& block) {
    return block->header.hash();
}
inline Spendable coinbaseOf(const primitives::BlockRef& block) {
    return outputOf(*block->transactions.front());
}

/// Signs every input of `parts` as P2WPKH of `testKey(key)`. `spent`: one an input, same order.
inline primitives::TransactionRef signAll(primitives::TransactionParts parts,
                                          const std::vector<Spendable>& spent, std::uint8_t key = 1) {
    const crypto::PrivateKey secret = testKey(key);
    const util::ByteArray<33> publicKey = secret.publicKey().compressed();
    const util::Bytes scriptCode = script::pubKeyHashScript(crypto::hash160(publicKey));
    const primitives::Transaction unsignedTransaction(parts);
    const script::SigHashCache cache(unsignedTransaction, {});
    for (std::size_t i = 0; i < parts.inputs.size(); ++i) {
        const auto message = script::witnessV0SigHash(unsignedTransaction, i, scriptCode,
                                                      spent.at(i).output.value, script::SigHashAll, cache);
        util::Bytes signature = secret.signEcdsa(message);
        signature.push_back(script::SigHashAll);
        parts.inputs[i].witness = {signature, {publicKey.begin(), publicKey.end()}};
    }
    return std::make_shared<const primitives::Transaction>(std::move(parts));
}

/// A payment of `outputs` from P2WPKH outputs of `testKey(key)`; what they leave is the fee. Signed.
inline primitives::TransactionRef spend(const std::vector<Spendable>& spent,
                                        std::vector<primitives::TxOut> outputs, std::uint8_t key = 1,
                                        std::uint32_t sequence = primitives::kSequenceReplaceable) {
    primitives::TransactionParts parts;
    for (const Spendable& from : spent) {
        primitives::TxIn input;
        input.previous = from.outpoint;
        input.sequence = sequence;
        parts.inputs.push_back(std::move(input));
    }
    parts.outputs = std::move(outputs);
    return signAll(std::move(parts), spent, key);
}

/// Everything from one output to `testScript()`, less `fee`, in `pieces` equal outputs.
inline primitives::TransactionRef spendAll(const Spendable& from, std::int64_t fee, std::int64_t pieces = 1) {
    const primitives::Amount each((from.output.value.satoshi() - fee) / pieces);
    return spend({from},
                 std::vector<primitives::TxOut>(static_cast<std::size_t>(pieces), {each, testScript()}));
}

/// A network of our own whose blocks cost no work; coinbases ripen after 10 blocks.
inline consensus::ChainParams easyCard(const std::string& name = "Test") {
    consensus::NetworkCard card;
    card.name = name;
    card.rules.powLimitBits = 0x207fffff;
    card.rules.initialBits = 0x207fffff;
    card.rules.genesisMessage = "made for tests";
    return consensus::paramsFromCard(card);
}

/// What goes into a block that a test makes.
struct BlockPlan {
    std::vector<primitives::TransactionRef> transactions = {};
    primitives::Amount fees = {}; ///< claimed by the coinbase on top of the subsidy
    util::Bytes coinbaseScript = testScript();
    std::int64_t time = 0; ///< 0: the wanted block time after the parent
};

/// Makes valid blocks (and drafts to spoil) on any block it has made, without a ChainState. Mining needs easy
/// targets.
class RegtestChain {
public:
    explicit RegtestChain(const consensus::ChainParams& params) : m_params(params), m_tree(params) {}

    /// A whole block on `parent`, unsolved. Needs: genesis, or a block made here before.
    primitives::Block draft(const primitives::BlockHash& parent, const BlockPlan& plan = {}) {
        const chain::HeaderEntry* below = m_tree.find(parent);
        require(below != nullptr);
        const consensus::BlockContext context = m_tree.contextAfter(*below);
        primitives::Block block;
        block.header.previous = parent;
        block.header.bits = context.scheduledBits;
        const std::int64_t next = context.parentTime + m_params.rules().targetBlockTime;
        block.header.time =
            static_cast<std::uint32_t>(plan.time != 0 ? plan.time : std::max(next, context.medianTime + 1));
        block.transactions.push_back(nullptr);
        block.transactions.insert(block.transactions.end(), plan.transactions.begin(),
                                  plan.transactions.end());
        const primitives::Amount pay = consensus::subsidyAt(context.height, m_params.rules()) + plan.fees;
        setCoinbase(block, coinbaseParts(context.height, pay, plan.coinbaseScript));
        return block;
    }
    /// Gives a draft another coinbase, with the witness commitment if one is needed.
    static void setCoinbase(primitives::Block& block, primitives::TransactionParts coinbase) {
        const auto witness = [](const auto& transaction) { return transaction && transaction->hasWitness(); };
        const auto put = [&block](const primitives::TransactionParts& parts) {
            block.transactions.front() = std::make_shared<const primitives::Transaction>(parts);
        };
        if (std::any_of(block.transactions.begin() + 1, block.transactions.end(), witness)) {
            const util::ByteArray<32> reserved{};
            put(coinbase);
            coinbase.inputs.front().witness = {util::Bytes(reserved.begin(), reserved.end())};
            coinbase.outputs.push_back(
                {primitives::Amount(),
                 consensus::witnessCommitmentScript(consensus::witnessMerkleRoot(block), reserved)});
        }
        put(coinbase);
        block.header.merkleRoot = consensus::merkleRoot(block).root;
    }
    /// The parts of a coinbase; every call makes another one.
    primitives::TransactionParts coinbaseParts(std::int32_t height, primitives::Amount pay,
                                               const util::Bytes& script) {
        primitives::TransactionParts parts;
        primitives::TxIn input;
        input.scriptSig = consensus::coinbaseHeightScript(height);
        util::ByteWriter number;
        number.u32(++m_extraNonce);
        const util::Bytes extra = script::ScriptBuilder().push(number.view()).take();
        input.scriptSig.insert(input.scriptSig.end(), extra.begin(), extra.end());
        parts.inputs.push_back(std::move(input));
        parts.outputs.push_back({pay, script});
        return parts;
    }
    /// Finds the nonce and remembers the header, so that blocks can be made on top.
    primitives::BlockRef solve(primitives::Block block) {
        const auto target = consensus::targetFromBits(block.header.bits);
        require(target.has_value());
        while (!consensus::meetsTarget(block.header.hash(), *target))
            ++block.header.nonce;
        static_cast<void>(
            m_tree.add(block.header, block.header.time)); // a header that breaks a rule is not built upon
        return std::make_shared<const primitives::Block>(std::move(block));
    }
    primitives::BlockRef mineOn(const primitives::BlockHash& parent, const BlockPlan& plan = {}) {
        return solve(draft(parent, plan));
    }
    primitives::BlockRef mineOn(const primitives::BlockRef& parent, const BlockPlan& plan = {}) {
        return mineOn(parent->header.hash(), plan);
    }
    /// `count` empty blocks in a row.
    std::vector<primitives::BlockRef> mineMany(primitives::BlockHash parent, int count) {
        std::vector<primitives::BlockRef> out;
        for (int i = 0; i < count; ++i) {
            out.push_back(mineOn(parent));
            parent = out.back()->header.hash();
        }
        return out;
    }
    [[nodiscard]] const chain::HeaderTree& headers() const { return m_tree; }
    [[nodiscard]] const consensus::ChainParams& params() const { return m_params; }

private:
    const consensus::ChainParams& m_params;
    chain::HeaderTree m_tree;
    std::uint32_t m_extraNonce = 0;
};

} // namespace support
