// JSON-RPC: block filters (BIP 157, BIP 158), and the blocks that a script is in.
#include "crypto/Sha256.h"
#include "explorer/BlockFilter.h"
#include "rest/rpc/RpcJson.h"
#include "rest/rpc/RpcMethods.h"
#include "rest/rpc/ScanObjects.h"
#include "util/Hex.h"

#include <map>
#include <mutex>
#include <set>

namespace rest {

namespace {

constexpr std::size_t kMostKeptHeaders = 1'000'000;
constexpr std::int32_t kHistoryPage = 1'000;

using FilterHeader = util::ByteArray<32>;

/// Filter headers that were computed, of any network; what one question costs, the next has for nothing.
/// Thread: any.
class FilterHeaders {
public:
    static FilterHeaders& instance() {
        static FilterHeaders headers;
        return headers;
    }
    std::optional<FilterHeader> find(const primitives::BlockHash& hash) {
        const std::lock_guard lock(m_mutex);
        const auto found = m_headers.find(hash);
        return found == m_headers.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(const primitives::BlockHash& hash, const FilterHeader& header) {
        const std::lock_guard lock(m_mutex);
        if (m_headers.size() >= kMostKeptHeaders) m_headers.clear();
        m_headers.insert_or_assign(hash, header);
    }

private:
    std::mutex m_mutex;
    std::map<primitives::BlockHash, FilterHeader> m_headers;
};

struct BlockFilter {
    util::Bytes bytes;
    primitives::BlockHash previous;
};

Result<BlockFilter, RpcError> filterOf(explorer::ExplorerQueries& queries,
                                       const primitives::BlockHash& hash) {
    const auto block = queries.reader().readBlock(hash);
    if (!block) return fail(databaseFailed(block.error()).error());
    if (!*block) return fail(blockNotFound());
    const auto undo = queries.reader().readUndo(hash);
    if (!undo) return fail(databaseFailed(undo.error()).error());
    if (*undo == nullptr && !(*block)->header.previous.isNull())
        return fail(RpcError{rpc::kNotFound, QStringLiteral("Filter not found. Block was not connected to "
                                                            "active chain.")});
    return BlockFilter{explorer::basicFilter(**block, undo->get()), (*block)->header.previous};
}

/// From the last block whose header is known on.
Result<FilterHeader, RpcError> headerOf(explorer::ExplorerQueries& queries,
                                        const primitives::BlockHash& hash) {
    std::vector<std::pair<primitives::BlockHash, util::ByteArray<32>>> open; ///< with the filter's hash
    FilterHeader header{};
    for (primitives::BlockHash at = hash; !at.isNull();) {
        if (const auto known = FilterHeaders::instance().find(at)) {
            header = *known;
            break;
        }
        const auto filter = filterOf(queries, at);
        if (!filter) return fail(filter.error());
        open.emplace_back(at, crypto::sha256d(filter->bytes));
        at = filter->previous;
    }
    for (auto each = open.rbegin(); each != open.rend(); ++each) {
        header = explorer::filterHeader(each->second, header);
        FilterHeaders::instance().keep(each->first, header);
    }
    return header;
}

Result<void, RpcError> checkFilterType(const RpcCall& call, std::size_t index) {
    const auto type = call.params.text(index, "basic");
    if (!type) return fail(type.error());
    if (*type != "basic") return fail(RpcError{rpc::kNotFound, QStringLiteral("Unknown filtertype")});
    return {};
}

RpcHandled getBlockFilter(const RouteContext& context, const RpcCall& call) {
    const auto hash = call.params.blockHash(0);
    if (!hash) return fail(hash.error());
    if (auto known = checkFilterType(call, 1); !known) return known;
    call.ask(context, [hash = *hash](explorer::ExplorerQueries& queries) -> RpcResult {
        const auto filter = filterOf(queries, hash);
        if (!filter) return fail(filter.error());
        const auto header = headerOf(queries, hash);
        if (!header) return fail(header.error());
        return JsonWriter()
            .beginObject()
            .member("filter", util::toHex(filter->bytes))
            .member("header", util::toReversedHex(*header))
            .endObject()
            .take();
    });
    return {};
}

// --- scanblocks

/// Heights where the index has the script, from the newest down.
std::optional<RpcError> addHeights(std::set<std::int32_t>& heights, explorer::ExplorerQueries& queries,
                                   const util::Bytes& script, std::int32_t lowest, std::int32_t highest) {
    std::optional<storage::TxPlace> before;
    while (true) {
        const auto rows = queries.reader().history(crypto::sha256(script), before, kHistoryPage);
        if (!rows) return databaseFailed(rows.error()).error();
        for (const storage::HistoryRow& row : *rows) {
            if (row.place.height >= lowest && row.place.height <= highest) heights.insert(row.place.height);
        }
        if (rows->size() < std::size_t(kHistoryPage) || rows->back().place.height < lowest)
            return std::nullopt;
        before = rows->back().place;
    }
}

RpcResult scanFrom(explorer::ExplorerQueries& queries, const JsonValue& objects, std::int64_t from,
                   std::optional<std::int64_t> to) {
    const storage::ChainReader::Snapshot snapshot(queries.reader());
    const auto tip = queries.reader().indexTip();
    if (!tip) return databaseFailed(tip.error());
    if (from < 0 || from > tip->height)
        return fail(RpcError{rpc::kMisc, QStringLiteral("Invalid start_height")});
    if (to && (*to < from || *to > tip->height))
        return fail(RpcError{rpc::kMisc, QStringLiteral("Invalid stop_height")});
    const auto lowest = std::int32_t(from), highest = std::int32_t(to.value_or(tip->height));
    const auto scripts = scanScriptsOf(objects, queries.params());
    if (!scripts) return fail(scripts.error());
    std::set<std::int32_t> heights;
    for (const auto& [script, origin] : *scripts) {
        if (auto error = addHeights(heights, queries, script, lowest, highest))
            return fail(std::move(*error));
    }
    JsonWriter json;
    json.beginObject().member("from_height", lowest).member("to_height", highest);
    json.key("relevant_blocks").beginArray();
    for (const std::int32_t height : heights) {
        const auto block = queries.reader().blockAt(height);
        if (!block) return databaseFailed(block.error());
        if (*block) json.value((*block)->record.hash);
    }
    return json.endArray().member("completed", true).endObject().take();
}

/// Answered from the index of scripts, at once and without mistakes.
RpcHandled scanBlocks(const RouteContext& context, const RpcCall& call) {
    const auto objects = scanObjectsOf(call);
    if (!objects) return fail(objects.error());
    if (!*objects) return {};
    const auto from = call.params.integer(2, 0);
    if (!from) return fail(from.error());
    std::optional<std::int64_t> to;
    if (call.params.has(3)) {
        const auto given = call.params.integer(3);
        if (!given) return fail(given.error());
        to = *given;
    }
    if (auto known = checkFilterType(call, 4); !known) return known;
    call.ask(context, [objects = **objects, from = *from, to](explorer::ExplorerQueries& queries) {
        return scanFrom(queries, objects, from, to);
    });
    return {};
}

} // namespace

std::vector<RpcMethod> rpcFilterMethods() {
    const char* group = "Blockchain";
    return {
        {group,
         "getblockfilter",
         {{"blockhash", RpcType::Hash}, {"filtertype", RpcType::Text, kOptional}},
         false,
         "The basic filter of a block (BIP 158) and the header that commits to it and all before it; "
         "computed "
         "when it is asked for.",
         getBlockFilter},
        {group,
         "scanblocks",
         {{"action", RpcType::Text},
          {"scanobjects", RpcType::Array, kOptional},
          {"start_height", RpcType::Integer, kOptional},
          {"stop_height", RpcType::Integer, kOptional},
          {"filtertype", RpcType::Text, kOptional},
          namedOptions("filter_false_positives")},
         false,
         "The blocks that pay or spend the scripts of output descriptors.",
         scanBlocks},
    };
}

} // namespace rest
