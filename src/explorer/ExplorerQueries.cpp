#include "explorer/ExplorerQueries.h"

#include "consensus/Target.h"
#include "explorer/ExplorerViews.h"

#include <algorithm>
#include <charconv>

namespace explorer {
namespace {

constexpr std::int32_t kMaxHits = 20;
constexpr std::size_t kHashDigits = 64;
constexpr std::size_t kMinPrefixDigits = 6;
constexpr std::int32_t kMedianBlocks = 11;

std::string trimmed(const std::string& text) {
    constexpr const char* kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool consistsOf(const std::string& text, const char* letters) {
    return !text.empty() && text.find_first_not_of(letters) == std::string::npos;
}

SearchHit blockHit(std::int32_t height, const primitives::BlockHash& hash) {
    SearchHit hit;
    hit.kind = SearchHit::Kind::Block;
    hit.height = height;
    hit.block = hash;
    return hit;
}

SearchHit transactionHit(const primitives::TxId& txid, std::int32_t height) {
    SearchHit hit;
    hit.kind = SearchHit::Kind::Transaction;
    hit.height = height;
    hit.txid = txid;
    return hit;
}

std::vector<BlockRow> rowsOf(const std::vector<storage::StoredBlock>& blocks,
                             const consensus::ChainParams& params) {
    std::vector<BlockRow> out;
    out.reserve(blocks.size());
    for (const storage::StoredBlock& block : blocks)
        out.push_back(rowOf(block, params));
    return out;
}

} // namespace

ExplorerQueries::ExplorerQueries(storage::ChainReader& reader, const consensus::ChainParams& params,
                                 std::shared_ptr<const chain::MempoolSnapshot> mempool)
    : m_reader(reader), m_snapshot(reader), m_params(params), m_mempool(std::move(mempool)) {
    if (!m_mempool) m_mempool = std::make_shared<const chain::MempoolSnapshot>();
}

// --- blocks ---

ExplorerQueries::Answer<chain::TipInfo> ExplorerQueries::tip() {
    if (m_tip) return *m_tip;
    auto tip = m_reader.tip();
    if (tip) m_tip = *tip;
    return tip;
}

ExplorerQueries::Answer<std::vector<BlockRow>> ExplorerQueries::blocks(std::int32_t height,
                                                                       std::int32_t count) {
    const auto top = tip();
    if (!top) return fail(top.error());
    const std::int32_t from = height < 0 ? top->height : std::min(height, top->height);
    return m_reader.blocksDown(from, count).map([this](const auto& found) {
        return rowsOf(found, m_params);
    });
}

ExplorerQueries::Answer<std::vector<BlockRow>>
ExplorerQueries::staleBlocks(std::int32_t lowest, std::int32_t highest, std::int32_t count) {
    return m_reader.staleBlocks(lowest, highest, count).map([this](const auto& found) {
        return rowsOf(found, m_params);
    });
}

ExplorerQueries::Answer<std::optional<BlockView>> ExplorerQueries::block(const primitives::BlockHash& hash) {
    const auto stored = m_reader.block(hash);
    if (!stored) return fail(stored.error());
    if (!*stored) return std::nullopt;
    return viewOf(**stored);
}

ExplorerQueries::Answer<std::optional<BlockView>> ExplorerQueries::blockAt(std::int32_t height) {
    const auto stored = m_reader.blockAt(height);
    if (!stored) return fail(stored.error());
    if (!*stored) return std::nullopt;
    return viewOf(**stored);
}

ExplorerQueries::Answer<BlockView> ExplorerQueries::viewOf(const storage::StoredBlock& block) {
    BlockView view;
    view.row = rowOf(block, m_params);
    view.header = block.record.header;
    view.difficulty = consensus::difficultyOf(view.header.bits);
    view.subsidy = subsidyOf(view.row.height, m_params);
    view.hasBody = block.hasBody;
    const auto median = medianTimeOf(block);
    if (!median) return fail(median.error());
    view.medianTime = *median;
    if (!block.inBestChain) return view;

    const auto top = tip();
    if (!top) return fail(top.error());
    view.confirmations = top->height - view.row.height + 1;
    const auto next = m_reader.blockAt(view.row.height + 1);
    if (!next) return fail(next.error());
    if (*next) view.next = (*next)->record.hash;
    return view;
}

ExplorerQueries::Answer<std::int64_t> ExplorerQueries::medianTimeOf(const storage::StoredBlock& block) {
    std::vector<std::int64_t> times{block.record.header.time};
    storage::StoredBlock at = block;
    while (static_cast<std::int32_t>(times.size()) < kMedianBlocks && at.record.height > 0) {
        if (at.inBestChain) {
            const auto missing = kMedianBlocks - static_cast<std::int32_t>(times.size());
            const auto below = m_reader.blocksDown(at.record.height - 1, missing);
            if (!below) return fail(below.error());
            for (const storage::StoredBlock& ancestor : *below)
                times.push_back(ancestor.record.header.time);
            break;
        }
        auto parent = m_reader.block(at.record.header.previous);
        if (!parent) return fail(parent.error());
        if (!*parent) break;
        at = std::move(**parent);
        times.push_back(at.record.header.time);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

// --- search ---

ExplorerQueries::Answer<std::vector<SearchHit>> ExplorerQueries::search(const std::string& text) {
    const std::string wanted = trimmed(text);
    std::vector<SearchHit> hits;
    if (consistsOf(wanted, "0123456789")) {
        const auto hit = searchHeight(wanted);
        if (!hit) return fail(hit.error());
        if (*hit) hits.push_back(**hit);
    }
    if (const auto script = script::scriptFromAddress(wanted, m_params.addresses)) {
        SearchHit hit;
        hit.kind = SearchHit::Kind::Address;
        hit.address = addressTextOf(*script, m_params);
        hits.push_back(std::move(hit));
    }
    const bool isHex = consistsOf(wanted, "0123456789abcdefABCDEF");
    if (!isHex || wanted.size() < kMinPrefixDigits || wanted.size() > kHashDigits) return hits;
    const auto found = wanted.size() == kHashDigits ? searchHash(wanted) : searchPrefix(wanted);
    if (!found) return fail(found.error());
    hits.insert(hits.end(), found->begin(), found->end());
    return hits;
}

ExplorerQueries::Answer<std::optional<SearchHit>> ExplorerQueries::searchHeight(const std::string& digits) {
    std::int32_t height = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), height);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    const auto stored = m_reader.blockAt(height);
    if (!stored) return fail(stored.error());
    if (!*stored) return std::nullopt;
    return blockHit(height, (*stored)->record.hash);
}

ExplorerQueries::Answer<std::vector<SearchHit>> ExplorerQueries::searchHash(const std::string& hex) {
    std::vector<SearchHit> hits;
    if (const auto hash = primitives::BlockHash::fromHex(hex)) {
        const auto stored = m_reader.block(*hash);
        if (!stored) return fail(stored.error());
        if (*stored) hits.push_back(blockHit((*stored)->record.height, *hash));
    }
    if (const auto txid = primitives::TxId::fromHex(hex)) {
        const auto place = m_reader.place(*txid);
        if (!place) return fail(place.error());
        if (*place)
            hits.push_back(transactionHit(*txid, (*place)->height));
        else if (m_mempool->byTxid.contains(*txid))
            hits.push_back(transactionHit(*txid, -1));
    }
    return hits;
}

ExplorerQueries::Answer<std::vector<SearchHit>> ExplorerQueries::searchPrefix(const std::string& hex) {
    std::vector<SearchHit> hits;
    const auto stored = m_reader.blocksByPrefix(hex, kMaxHits);
    if (!stored) return fail(stored.error());
    for (const storage::StoredBlock& block : *stored)
        hits.push_back(blockHit(block.record.height, block.record.hash));

    const auto confirmed = m_reader.txidsByPrefix(hex, kMaxHits);
    if (!confirmed) return fail(confirmed.error());
    for (const primitives::TxId& txid : *confirmed) {
        const auto place = m_reader.place(txid);
        if (!place) return fail(place.error());
        hits.push_back(transactionHit(txid, *place ? (*place)->height : -1));
    }
    std::string lower = hex;
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'F' ? char(c + ('a' - 'A')) : c; });
    for (const chain::MempoolSnapshot::Item& item : m_mempool->items) {
        const primitives::TxId& txid = item.transaction->txid();
        if (txid.toHex().starts_with(lower) && std::ranges::find(*confirmed, txid) == confirmed->end())
            hits.push_back(transactionHit(txid, -1));
    }
    if (hits.size() > static_cast<std::size_t>(kMaxHits)) hits.resize(static_cast<std::size_t>(kMaxHits));
    return hits;
}

} // namespace explorer
