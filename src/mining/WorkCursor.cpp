#include "mining/WorkCursor.h"

#include "consensus/MerkleTree.h"
#include "consensus/TxRules.h"
#include "crypto/Sha256.h"
#include "mining/ExtraNonce.h"
#include "util/Require.h"

#include <algorithm>

namespace mining {
namespace {

util::Bytes withoutWitness(const primitives::Transaction& transaction) {
    util::ByteWriter writer;
    transaction.writeLegacy(writer);
    return writer.take();
}

/// In front of a coinbase's script: version, number of inputs, outpoint, length of the script.
constexpr std::size_t kScriptStart = 4 + 1 + 36 + 1;

} // namespace

WorkCursor::WorkCursor(BlockTemplateRef work, std::uint64_t extraNonce, std::uint64_t noncesPerHeader)
    : m_work(std::move(work)), m_coinbase(withoutWitness(*m_work->block.transactions.front())),
      m_branch(consensus::merkleBranch(m_work->block, 0)), m_noncesPerHeader(noncesPerHeader),
      m_noncesLeft(noncesPerHeader), m_job(m_work->block.header, m_work->target) {
    const std::size_t scriptSize = m_work->block.transactions.front()->inputs().front().scriptSig.size();
    require(scriptSize >= kExtraNonceSize && scriptSize <= consensus::kMaxCoinbaseScript);
    m_extraNonceAt = kScriptStart + scriptSize - kExtraNonceSize;
    m_job.header.time = static_cast<std::uint32_t>(std::max(m_work->currentTime, m_work->minTime));
    setExtraNonce(extraNonce);
}

WorkCursor::Range WorkCursor::take(std::uint32_t count) {
    if (m_noncesLeft == 0) {
        setExtraNonce(m_extraNonce + 1);
        m_noncesLeft = m_noncesPerHeader;
    }
    const Range range{m_nextNonce, static_cast<std::uint32_t>(std::min<std::uint64_t>(count, m_noncesLeft))};
    m_nextNonce += range.count;
    m_noncesLeft -= range.count;
    return range;
}

void WorkCursor::rollTime(std::int64_t now) {
    if (now <= std::int64_t{m_job.header.time}) return;
    primitives::BlockHeader header = m_job.header;
    header.time = static_cast<std::uint32_t>(now);
    m_job = ScanJob(header, m_work->target);
    m_noncesLeft = m_noncesPerHeader;
}

void WorkCursor::setExtraNonce(std::uint64_t extraNonce) {
    m_extraNonce = extraNonce;
    writeExtraNonce(extraNonce, std::span(m_coinbase).subspan(m_extraNonceAt).first<kExtraNonceSize>());
    primitives::BlockHeader header = m_job.header;
    header.merkleRoot =
        primitives::MerkleRoot(consensus::rootFromBranch(crypto::sha256d(m_coinbase), m_branch, 0));
    m_job = ScanJob(header, m_work->target);
}

primitives::BlockRef WorkCursor::solved(std::uint32_t nonce) const {
    auto block = std::make_shared<primitives::Block>(m_work->block);
    mining::setExtraNonce(*block, m_extraNonce);
    block->header.time = m_job.header.time;
    block->header.nonce = nonce;
    return block;
}

} // namespace mining
