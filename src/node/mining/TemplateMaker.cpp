#include "node/mining/TemplateMaker.h"

#include "chain/CoinbaseTag.h"
#include "consensus/BlockRules.h"
#include "consensus/MerkleTree.h"
#include "node/NodeName.h"

namespace node {

Result<mining::BlockTemplateRef, consensus::Rejection> TemplateMaker::make(const util::Bytes& script,
                                                                           std::string_view tag) {
    if (m_health.hasFailed()) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
    return std::make_shared<const mining::BlockTemplate>(m_builder.build(script, tag));
}

Result<primitives::Block, consensus::Rejection>
TemplateMaker::blockOf(const util::Bytes& script,
                       const std::vector<primitives::TransactionRef>& transactions) {
    if (m_health.hasFailed()) return fail(consensus::Rejection{consensus::Reject::DiskFailed});
    primitives::Block block = m_builder.build(script, coinbaseTag(), false).block;
    block.transactions.insert(block.transactions.end(), transactions.begin(), transactions.end());
    primitives::TransactionParts coinbase = block.transactions.front()->parts();
    coinbase.outputs.back().scriptPubKey =
        consensus::witnessCommitmentScript(consensus::witnessMerkleRoot(block), {});
    block.transactions.front() = std::make_shared<const primitives::Transaction>(std::move(coinbase));
    block.header.merkleRoot = consensus::merkleRoot(block).root;
    if (const auto tested = m_chain.testBlock(block); !tested) return fail(tested.error());
    return block;
}

/// Core's bytes on regtest, unless the user gave the node a name.
std::string TemplateMaker::coinbaseTag() const {
    const bool unnamed = m_settings.text(QStringLiteral("node_name")).isEmpty();
    if (m_chain.params().isRegtest && unnamed) return chain::coinbaseTag({});
    return chain::coinbaseTag(nodeName(m_settings).toStdString());
}

} // namespace node
