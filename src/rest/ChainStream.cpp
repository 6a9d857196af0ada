#include "rest/ChainStream.h"

#include "node/OnResult.h"
#include "rest/ChainJson.h"

namespace rest {

namespace {

constexpr std::int32_t kBlocksPerPage = 20;
constexpr qsizetype kPageBytes = 512 * 1024; ///< a page ends early beyond this

/// A page of blocks as JSON, each with a comma before it but the array's first.
struct Page {
    QByteArray json;
    std::int32_t next = 0;
    primitives::BlockHash lastHash;
    bool broken = false;
};

Page makePage(explorer::ExplorerQueries& queries, const ChainSpan& span, std::int32_t from, primitives::BlockHash last) {
    Page page;
    page.next = from;
    page.lastHash = last;
    JsonWriter json;
    QByteArray& out = page.json;
    for (; page.next <= span.to && page.next < from + kBlocksPerPage && out.size() < kPageBytes; ++page.next) {
        const auto block = queries.blockAt(page.next);
        if (!block || !*block || (!page.lastHash.isNull() && (*block)->header.previous != page.lastHash)) {
            page.broken = true;
            return page;
        }
        json.beginObject();
        writeBlockFields(json, **block);
        json.key("transactions").beginArray();
        if (span.transactions) {
            const auto transactions =
                queries.blockTransactions((*block)->row.hash, 0, std::size_t((*block)->row.transactionCount));
            if (!transactions) {
                page.broken = true;
                return page;
            }
            for (const auto& transaction : *transactions) writeTransaction(json, transaction);
        }
        json.endArray().endObject();
        page.lastHash = (*block)->row.hash;
        QByteArray text = json.take();
        if (text.startsWith(',')) text.remove(0, 1);
        if (page.next != span.from) out += ',';
        out += text;
    }
    return page;
}

} // namespace

ChainStream::ChainStream(node::Node& node, QObject* context, ChainSpan span)
    : m_node(node), m_context(context), m_span(std::move(span)), m_next(m_span.from) {}

void ChainStream::next(std::function<void(Piece)> give) {
    QByteArray before;
    if (!m_started) {
        m_started = true;
        before = m_span.head + '[';
    }
    if (m_next > m_span.to) {
        give({before + ']' + m_span.tail, true, false});
        return;
    }
    auto page = m_node.query([span = m_span, from = m_next, last = m_lastHash](explorer::ExplorerQueries& queries) {
        return makePage(queries, span, from, last);
    });
    node::onResult(
        page, m_context,
        [this, self = shared_from_this(), give, before](const Page& made) {
            m_next = made.next;
            m_lastHash = made.lastHash;
            const bool last = m_next > m_span.to;
            give({before + made.json + (last ? ']' + m_span.tail : QByteArray()), last, made.broken});
        },
        [give] { give({{}, true, true}); });
}

} // namespace rest
