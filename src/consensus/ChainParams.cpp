#include "consensus/ChainParams.h"

#include "consensus/MerkleTree.h"
#include "consensus/Target.h"
#include "crypto/Sha256.h"
#include "script/Script.h"
#include "util/Require.h"

#include <algorithm>

namespace consensus {

using primitives::Amount;

namespace {

// Bitcoin's first block: the headline in its coinbase and the key that its reward went to.
constexpr const char* kHeadline = "The Times 03/Jan/2009 Chancellor on brink of second bailout for banks";
constexpr const char* kFirstKey = "04678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb6"
                                  "49f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5f";
constexpr const char* kRegtestHash = "0f9188f13cb7b2c71f2a335e3a4fc328bf5beb436012afca590b1a11466e2206";
constexpr util::ByteArray<4> kRegtestMagic = {0xfa, 0xbf, 0xb5, 0xda};

primitives::BlockRef genesisBlock(util::Bytes scriptSig, primitives::TxOut output, std::int32_t txVersion,
                                  primitives::BlockHeader header) {
    primitives::TransactionParts parts;
    parts.version = txVersion;
    parts.inputs.resize(1);
    parts.inputs.front().scriptSig = std::move(scriptSig);
    parts.outputs.push_back(std::move(output));
    primitives::Block block;
    block.transactions.push_back(std::make_shared<const primitives::Transaction>(std::move(parts)));
    block.header = header;
    block.header.merkleRoot = merkleRoot(block).root;
    return std::make_shared<const primitives::Block>(std::move(block));
}

primitives::BlockRef cardGenesis(const Rules& rules) {
    const crypto::Hash256Bytes commitment = crypto::sha256(util::asBytes(canonicalJson(rules)));
    util::Bytes scriptSig =
        script::ScriptBuilder().push(util::asBytes(rules.genesisMessage)).push(commitment).take();
    primitives::TxOut output{Amount(), script::ScriptBuilder().op(script::Opcode::Return).take()};
    primitives::BlockHeader header;
    header.time = static_cast<std::uint32_t>(rules.genesisTime);
    header.bits = rules.initialBits;
    return genesisBlock(std::move(scriptSig), std::move(output), 2, header);
}

Rules regtestRules() {
    Rules rules;
    rules.blockReward = Amount(50 * Amount::kCoin);
    rules.halvingInterval = 150;
    rules.maxBlockTransactions = 0;
    rules.maxBlockWeight = 4'000'000;
    rules.targetBlockTime = 600;
    rules.difficultyAdjustmentInterval = 144;
    rules.powLimitBits = 0x207fffff;
    rules.initialBits = 0x207fffff;
    rules.coinbaseMaturity = 100;
    rules.minDifficultyAfter = 0;
    rules.bech32Hrp = "bcrt";
    rules.genesisTime = 1'296'688'602;
    rules.genesisMessage = kHeadline;
    return rules;
}

primitives::BlockRef regtestGenesis(const Rules& rules) {
    util::ByteWriter script; // bytes of 2009, not in the form that ScriptBuilder would choose
    script.u8(4);
    script.u32(0x1d00ffff);
    script.u8(1);
    script.u8(4);
    script.sized(util::asBytes(kHeadline));
    const util::Bytes key = *util::fromHex(kFirstKey);
    primitives::TxOut output{rules.blockReward,
                             script::ScriptBuilder().push(key).op(script::Opcode::CheckSig).take()};
    primitives::BlockHeader header;
    header.version = 1;
    header.time = static_cast<std::uint32_t>(rules.genesisTime);
    header.bits = rules.initialBits;
    header.nonce = 2;
    return genesisBlock(script.take(), std::move(output), 1, header);
}

ChainParams paramsOf(NetworkCard card, primitives::BlockRef genesis) {
    ChainParams params;
    params.card = std::move(card);
    params.genesis = std::move(genesis);
    params.genesisHash = params.genesis->header.hash();
    params.powLimit = targetFromBits(params.rules().powLimitBits).value();
    params.addresses.bech32Prefix = params.rules().bech32Hrp;
    return params;
}

} // namespace

ChainParams paramsFromCard(const NetworkCard& card) {
    require(checkRules(card.rules).has_value());
    ChainParams params = paramsOf(card, cardGenesis(card.rules));
    const crypto::Hash256Bytes hash = crypto::sha256(params.genesisHash.view());
    std::copy_n(hash.begin(), params.magic.size(), params.magic.begin());
    return params;
}

ChainParams regtestParams() {
    NetworkCard card;
    card.name = "regtest";
    card.colour = "#6b7785";
    card.rules = regtestRules();
    primitives::BlockRef genesis = regtestGenesis(card.rules);
    ChainParams params = paramsOf(std::move(card), std::move(genesis));
    require(params.genesisHash.toHex() == kRegtestHash);
    params.isRegtest = true;
    params.magic = kRegtestMagic;
    return params;
}

} // namespace consensus
